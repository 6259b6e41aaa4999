import { type DeclKind, declSpec } from '../../dsl/syntax/table.ts'

/** Kinds whose citation is asked for when they are begun; others may cite. */
const CITED: readonly DeclKind[] = [
  'parameter',
  'definition',
  'reading',
  'external',
  'score',
  'points',
  'table',
  'standard',
  'must',
  'bar',
  'suspend',
  'weigh',
]
const ABOUT: readonly DeclKind[] = ['definition', 'score', 'table', 'standard', 'relation']

/** A declaration to be filled in: keyword, places for its name, clause and body, in the punctuation of the language. */
export function snippetOf(kind: DeclKind, lang: 'zh' | 'en'): string {
  const spec = declSpec(kind)
  const marks = lang === 'zh' ? { colon: '：', end: '；' } : { colon: ': ', end: ';' }
  const words =
    lang === 'zh'
      ? { name: '名称', for: '适用于', cite: '依据', article: '条款' }
      : { name: 'name', for: 'for', cite: 'per', article: 'clause' }
  let hole = 0
  const next = (text: string): string => `\${${++hole}:${text}}`
  const parts = [spec[lang]]
  if (spec.name) parts.push(next(words.name))
  if (ABOUT.includes(kind)) parts.push(`${words.for} ${next(lang === 'zh' ? '户' : 'household')}`)
  if (CITED.includes(kind)) parts.push(`${words.cite}「${next(words.article)}」`)
  const head = parts.join(' ')
  if (spec.value === 'text') return `${head}「$0」${marks.end}`
  if (spec.body === 'options') return `${head} {\n  $0\n}`
  if (spec.body && !spec.assigns) return `${head}${marks.colon}$0${marks.end}`
  if (spec.block && !spec.blockOptional) return `${head}${spec.value ? ' $1' : ''} {\n  $0\n}`
  return spec.value || kind === 'in_force' ? `${head} $0` : `${head}$0${marks.end}`
}
