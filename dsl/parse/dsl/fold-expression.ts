import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import { joinSpans, type Span } from '../../source/span.ts'
import type { CompareWordId } from '../../syntax/compare-words.ts'
import type { ArithmeticExpr, BetweenExpr, CompareExpr, Expr } from '../../syntax/expression.ts'

/** An expression as the grammar collects it: operands and operators in a row, still without precedence. */
export type Part =
  | { readonly kind: 'operand'; readonly expr: Expr; readonly height: number }
  | { readonly kind: 'not' | 'minus'; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly span: Span }
  | { readonly kind: 'arithmetic'; readonly op: ArithmeticExpr['op']; readonly span: Span }
  | { readonly kind: 'compare'; readonly word: CompareWordId; readonly span: Span }
  | { readonly kind: 'lead'; readonly lead: NonNullable<CompareExpr['lead']>; readonly span: Span }
  | { readonly kind: 'postfix'; readonly word: CompareWordId; readonly span: Span }
  | { readonly kind: 'between' | 'to'; readonly span: Span }
  | { readonly kind: 'open'; readonly open: BetweenExpr['open']; readonly span: Span }
  | {
      readonly kind: 'in'
      readonly negated: boolean
      readonly items: readonly Expr[]
      readonly height: number
      readonly span: Span
    }

/** A tree with its height, so that a tree too high for any later recursion is refused here. */
export interface Folded {
  readonly expr: Expr
  readonly height: number
}

/** Where the folding stands; `report` takes what the row of parts gets wrong, `text` is the source of a span. */
interface Fold {
  readonly parts: readonly Part[]
  at: number
  readonly report: (diagnostic: Diagnostic) => void
  readonly text: (span: Span) => string
}

function peek(fold: Fold): Part | undefined {
  return fold.parts[fold.at]
}

function node(expr: Expr, ...below: readonly Folded[]): Folded {
  return { expr, height: 1 + below.reduce((most, part) => Math.max(most, part.height), 0) }
}

/** Builds the tree: 或, 且, 非, comparison, + −, × ÷, unary −, loosest first. */
export function foldExpression(parts: readonly Part[], report: Fold['report'], text: Fold['text']): Folded {
  const only = parts[0]
  if (parts.length === 1 && only?.kind === 'operand') return only
  return chain({ parts, at: 0, report, text })
}

function chain(fold: Fold): Folded {
  const groups: { items: Folded[]; joined: boolean }[] = []
  let mixed: Span | undefined
  for (;;) {
    const items = [negation(fold)]
    while (peek(fold)?.kind === 'and') {
      fold.at++
      items.push(negation(fold))
    }
    groups.push({ items, joined: items.length > 1 })
    const next = peek(fold)
    if (next?.kind !== 'or') break
    mixed ??= next.span
    fold.at++
  }
  const folded = groups.map((group) => (group.joined ? chained('and', group.items) : group.items[0]!))
  if (folded.length === 1) return folded[0]!
  if (groups.some((group) => group.joined)) reportMixed(fold, folded, groups, mixed!)
  return chained('or', folded)
}

function chained(kind: 'and' | 'or', items: readonly Folded[]): Folded {
  const exprs = items.map((item) => item.expr)
  return node({ kind, items: exprs, span: joinSpans(exprs[0]!.span, exprs.at(-1)!.span) }, ...items)
}

function reportMixed(fold: Fold, folded: readonly Folded[], groups: readonly { joined: boolean }[], or: Span): void {
  const edits = folded.flatMap(({ expr: { span } }, i) =>
    groups[i]!.joined
      ? [
          { span: { ...span, end: span.start }, text: '（' },
          { span: { ...span, start: span.end }, text: '）' },
        ]
      : [],
  )
  const span = joinSpans(folded[0]!.expr.span, folded.at(-1)!.expr.span)
  fold.report(finding('P112', span, {}, { labels: [{ span: or, word: 'or' }], fixes: [{ word: 'brackets', edits }] }))
}

function negation(fold: Fold): Folded {
  const prefixes: Span[] = []
  for (let part = peek(fold); part?.kind === 'not'; part = peek(fold)) {
    prefixes.push(part.span)
    fold.at++
  }
  let result = comparison(fold)
  for (const span of prefixes.reverse()) {
    result = node({ kind: 'not', operand: result.expr, span: joinSpans(span, result.expr.span) }, result)
  }
  return result
}

const COMPARISONS: ReadonlySet<Part['kind']> = new Set(['compare', 'lead', 'between', 'in'])

function comparison(fold: Fold): Folded {
  const left = sum(fold)
  const first = peek(fold)
  if (!first || !COMPARISONS.has(first.kind)) return left
  let result = compared(fold, left)
  for (let next = peek(fold); next && COMPARISONS.has(next.kind); next = peek(fold)) {
    const operator = partSpan(next)
    const shared = result.expr.kind === 'compare' ? result.expr.right.span : undefined
    const further = compared(fold, result)
    const span = joinSpans(left.expr.span, further.expr.span)
    const edits = shared ? [{ span: { ...operator, end: operator.start }, text: `且 ${fold.text(shared)} ` }] : []
    const fixes = shared ? [{ word: 'split', edits }] : []
    fold.report(finding('P113', span, {}, { labels: [{ span: operator, word: 'second' }], fixes }))
    result = { expr: { kind: 'error', span }, height: 1 }
  }
  return result
}

function partSpan(part: Part): Span {
  return part.kind === 'operand' ? part.expr.span : part.span
}

function compared(fold: Fold, left: Folded): Folded {
  const part = peek(fold)!
  fold.at++
  switch (part.kind) {
    case 'compare': {
      const right = sum(fold)
      return node(comparing(part.word, left, right, part.span), left, right)
    }
    case 'lead':
      return led(fold, left, part)
    case 'between':
      return between(fold, left, part.span)
    case 'in': {
      const span = joinSpans(left.expr.span, part.span)
      return node({ kind: 'in', value: left.expr, items: part.items, negated: part.negated, span }, left, {
        expr: left.expr,
        height: part.height,
      })
    }
    default:
      return left
  }
}

function comparing(word: CompareWordId, left: Folded, right: Folded, wordSpan: Span): CompareExpr {
  return { kind: 'compare', word, left: left.expr, right: right.expr, wordSpan, span: joinSpans(left.expr.span, right.expr.span) }
}

function led(fold: Fold, left: Folded, part: Part & { kind: 'lead' }): Folded {
  const right = sum(fold)
  const next = peek(fold)
  if (next?.kind === 'postfix') {
    fold.at++
    const expr = comparing(next.word, left, right, next.span)
    return node({ ...expr, lead: part.lead, span: joinSpans(left.expr.span, next.span) }, left, right)
  }
  // 达到 without 以上 is a word of its own.
  if (part.lead === 'reach') return node(comparing('reaches', left, right, part.span), left, right)
  const end = right.expr.span.end
  const edits = (text: string) => [{ span: { ...part.span, start: end, end }, text: ` ${text}` }]
  const fixes = [
    { word: 'above', edits: edits('以上') },
    { word: 'below', edits: edits('以下') },
  ]
  fold.report(finding('P120', part.span, { found: fold.text(part.span) }, { fixes }))
  return { expr: { kind: 'error', span: joinSpans(left.expr.span, right.expr.span) }, height: 1 }
}

function between(fold: Fold, left: Folded, word: Span): Folded {
  const low = sum(fold)
  const to = peek(fold)
  if (to?.kind !== 'to') {
    fold.report(finding('P120', word, { found: fold.text(word) }))
    return { expr: { kind: 'error', span: joinSpans(left.expr.span, low.expr.span) }, height: 1 }
  }
  fold.at++
  const high = sum(fold)
  const open = peek(fold)
  if (open?.kind === 'open') fold.at++
  const end = open?.kind === 'open' ? open.span : high.expr.span
  const span = joinSpans(left.expr.span, end)
  const which = open?.kind === 'open' ? open.open : 'none'
  return node({ kind: 'between', value: left.expr, low: low.expr, high: high.expr, open: which, span }, left, low, high)
}

function arithmetic(fold: Fold, ops: string, operand: (fold: Fold) => Folded): Folded {
  let left = operand(fold)
  for (let part = peek(fold); part?.kind === 'arithmetic' && ops.includes(part.op); part = peek(fold)) {
    fold.at++
    const right = operand(fold)
    const span = joinSpans(left.expr.span, right.expr.span)
    left = node({ kind: 'arithmetic', op: part.op, left: left.expr, right: right.expr, span }, left, right)
  }
  return left
}

function sum(fold: Fold): Folded {
  return arithmetic(fold, '+-', product)
}

function product(fold: Fold): Folded {
  return arithmetic(fold, '*/', signed)
}

function signed(fold: Fold): Folded {
  const part = peek(fold)!
  if (part.kind === 'operand') {
    fold.at++
    return part
  }
  // 非 where a value stands: it binds what follows as it would at the start.
  if (part.kind === 'not') return negation(fold)
  const signs: Span[] = []
  for (let sign: Part | undefined = part; sign?.kind === 'minus'; sign = peek(fold)) {
    signs.push(sign.span)
    fold.at++
  }
  let result = signed(fold)
  for (const span of signs.reverse())
    result = node({ kind: 'negate', operand: result.expr, span: joinSpans(span, result.expr.span) }, result)
  return result
}
