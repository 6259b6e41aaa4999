import { loadMonacoWords, pageLanguage, rememberedLanguage, rememberLanguage } from './monaco/locale.ts'

/**
 * Fills the painted shell: settles the language, then fetches the editor.
 * INVARIANT: no static import reaches Monaco, so that the first paint waits for this small file only and
 * Monaco's words are in place before Monaco is evaluated.
 */
async function boot(): Promise<void> {
  const language = pageLanguage(location.search, rememberedLanguage())
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  if (new URLSearchParams(location.search).has('lang')) rememberLanguage(language)
  await loadMonacoWords(language)
  const { startApp } = await import('./app.tsx')
  startApp(language)
}

boot().catch((error: unknown) => {
  document.getElementById('failed')?.removeAttribute('hidden')
  console.error(error)
})
