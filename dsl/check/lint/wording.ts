import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../source/span.ts'
import { childrenOf, mainValue } from '../../syntax/access.ts'
import { COMPARE_WORDS, type CompareWord, type CompareWordId } from '../../syntax/compare-words.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { inEnglish, type Linter, note, written } from './linter.ts'
import { partsOf } from './parts.ts'
import { sitesOf } from './site.ts'

/** R403: a word lawyers read in two ways, where no named reading stands around it. */
export function lintWording(lint: Linter, decl: Decl): void {
  for (const site of sitesOf(decl)) if (site.arms.length === 0) below(lint, site.expr)
  for (const cell of childrenOf(decl, 'row').flatMap((row) => mainValue(row, 'row') ?? [])) {
    if (cell.kind !== 'compare' || !isAmbiguous(cell.word as CompareWordId)) continue
    note(lint, 'R403', cell.span, wordArgs(cell.word as CompareWordId), { fixes: rewritings(lint, cell.span, '', cell.value) })
  }
}

function below(lint: Linter, expr: Expr): void {
  // Under 按 the author has said which reading is meant.
  if (expr.kind === 'reading') return
  if (expr.kind === 'compare' && isAmbiguous(expr.word)) {
    const left = `${written(lint, expr.left.span)} `
    note(lint, 'R403', expr.wordSpan, wordArgs(expr.word), { fixes: rewritings(lint, expr.span, left, expr.right) })
  }
  for (const part of partsOf(expr)) below(lint, part.expr)
}

function isAmbiguous(word: CompareWordId): boolean {
  return (COMPARE_WORDS[word] as CompareWord).ambiguous === true
}

function wordArgs(word: CompareWordId): { readonly word: string; readonly wordEn: string } {
  return { word: COMPARE_WORDS[word].zh, wordEn: COMPARE_WORDS[word].en }
}

/** Both readings in words no one disputes; the first means what the ambiguous word is read as now. */
function rewritings(lint: Linter, span: Span, left: string, right: Expr): readonly Fix[] {
  const figure = written(lint, right.span)
  const english = inEnglish(lint, span)
  return (['not_exceeding', 'below'] as const).map((id) => {
    const word = english ? COMPARE_WORDS[id].en : COMPARE_WORDS[id].zh
    const fix = id === 'below' ? 'excluded' : 'included'
    return { word: fix, args: { to: word }, edits: [{ span, text: `${left}${word} ${figure}` }] }
  })
}
