import type { Edit, Fix } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../source/span.ts'
import { childrenOf, mainValue } from '../../syntax/access.ts'
import { COMPARE_LEADS, COMPARE_WORDS, type CompareWord, type CompareWordId } from '../../syntax/compare-words.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { CompareExpr, Expr } from '../../syntax/expression.ts'
import { inEnglish, type Linter, note, written } from './linter.ts'
import { partsOf } from './parts.ts'
import { sitesOf } from './site.ts'

/** R403: a word lawyers read in two ways, where no named reading stands around it. */
export function lintWording(lint: Linter, decl: Decl): void {
  for (const site of sitesOf(decl)) if (site.arms.length === 0) below(lint, site.expr)
  for (const cell of childrenOf(decl, 'row').flatMap((row) => mainValue(row, 'row') ?? [])) {
    if (cell.kind !== 'compare' || !isAmbiguous(cell.word as CompareWordId)) continue
    note(lint, 'R403', cell.span, wordArgs(cell.word as CompareWordId), { fixes: cellRewritings(lint, cell.span, cell.value) })
  }
}

function below(lint: Linter, expr: Expr): void {
  // Under 按 the author has said which reading is meant.
  if (expr.kind === 'reading') return
  if (expr.kind === 'compare' && isAmbiguous(expr.word)) {
    note(lint, 'R403', expr.wordSpan, wordArgs(expr.word), { fixes: rewritings(lint, expr) })
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
function plainWords(lint: Linter, span: Span, editsFor: (word: string) => readonly Edit[]): readonly Fix[] {
  const english = inEnglish(lint, span)
  return (['not_exceeding', 'below'] as const).map((id) => {
    const to = english ? COMPARE_WORDS[id].en : COMPARE_WORDS[id].zh
    return { word: id === 'below' ? 'excluded' : 'included', args: { to }, edits: editsFor(to) }
  })
}

/** 在 10% 以下 becomes 不超过 10%: the verb before the figure gives way, the word after it goes. */
function rewritings(lint: Linter, expr: CompareExpr): readonly Fix[] {
  const text = lint.checked.binding.linked.texts.get(expr.span.file) ?? ''
  const between = text.slice(expr.left.span.end, expr.right.span.start)
  const lead = expr.lead && COMPARE_LEADS[expr.lead]
  const found = lead && [lead.zh, lead.en].find((word) => between.split(word).length === 2)
  if (!found) return []
  const start = expr.left.span.end + between.indexOf(found)
  const verb = { ...expr.span, start, end: start + found.length }
  const gap = /\s*$/.exec(text.slice(0, expr.wordSpan.start))?.[0].length ?? 0
  const tail = { ...expr.wordSpan, start: expr.wordSpan.start - gap }
  return plainWords(lint, expr.span, (word) => [
    { span: verb, text: word },
    { span: tail, text: '' },
  ])
}

function cellRewritings(lint: Linter, span: Span, figure: Expr): readonly Fix[] {
  return plainWords(lint, span, (word) => [{ span, text: `${word} ${written(lint, figure.span)}` }])
}
