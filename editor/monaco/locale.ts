/** The language of the page: buttons, menus, messages. Policies keep the language they are written in. */
export type PageLanguage = 'zh' | 'en'

const storageKey = 'tiaoli.lang'

/** The page language: `?lang=en|zh` in the address, else the remembered choice, else Chinese. */
export function pageLanguage(search: string, remembered: string | null): PageLanguage {
  const asked = new URLSearchParams(search).get('lang')
  return [asked, remembered].find(isPageLanguage) ?? 'zh'
}

/** The choice kept from an earlier visit; null when there is none or storage is closed to the page. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

/** Keeps the choice for the next visit. The caller reloads the page: Monaco reads its words once, at start. */
export function rememberLanguage(language: PageLanguage): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A page without storage still works; the choice then lives in the address only.
  }
}

/**
 * Loads Monaco's own words in the page language.
 * INVARIANT: awaited before any module of monaco-editor is evaluated, hence this file imports none.
 */
export async function loadMonacoWords(language: PageLanguage): Promise<void> {
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn')
}

function isPageLanguage(value: string | null): value is PageLanguage {
  return value === 'zh' || value === 'en'
}
