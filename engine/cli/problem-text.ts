import { describe } from '../../dsl/diagnostics/describe.ts'
import type { CaseProblem } from '../procedure/types.ts'
import type { Lang } from '../types.ts'

/** What is wrong at a place of a case file. */
export function problemText(lang: Lang, { code, path, args }: CaseProblem): string {
  const words = describe({ code, severity: 'error', span: { file: '', start: 0, end: 0 }, args: { path, ...args } }, lang)
  return `✗ ${code} ${path === '' ? '' : `${path}: `}${words.title}\n  ${words.why}\n  ${words.help}`
}
