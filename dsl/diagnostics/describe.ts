import { codeEntry } from './catalogue.ts'
import type { Diagnostic, DiagnosticArgs, Lang } from './diagnostic.ts'

/** A diagnostic in one language: what, why, what to do, and the words of its labels and fixes in order. */
export interface Described {
  readonly title: string
  readonly why: string
  readonly help: string
  readonly labels: readonly string[]
  readonly fixes: readonly string[]
}

/** Puts a diagnostic into words. Placeholders `{name}` take the argument of that name, lists joined by 、 or commas. */
export function describe(diagnostic: Diagnostic, lang: Lang): Described {
  const words = codeEntry(diagnostic.code)?.[lang]
  if (!words) return { title: diagnostic.code, why: '', help: '', labels: [], fixes: [] }
  const put = (template: string, args: DiagnosticArgs = {}) => fill(template, { ...diagnostic.args, ...args }, lang)
  return {
    title: put(words.title),
    why: put(words.why),
    help: put(words.help),
    labels: (diagnostic.labels ?? []).map((label) => put(words.labels?.[label.word] ?? label.word, label.args)),
    fixes: (diagnostic.fixes ?? []).map((fix) => put(words.fixes?.[fix.word] ?? fix.word, fix.args)),
  }
}

/** Fills `{name}` placeholders; one without an argument stays as it is, so that a test can find it. */
export function fill(template: string, args: DiagnosticArgs, lang: Lang): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = args[name]
    if (value === undefined) return whole
    if (typeof value !== 'object') return String(value)
    return value.length === 0 ? '—' : value.join(lang === 'zh' ? '、' : ', ')
  })
}
