import { COMPARE_LEADS, COMPARE_WORDS } from '../syntax/compare-words.ts'
import type { CompareExpr, Expr, QuantifierExpr, ReadingExpr } from '../syntax/expression.ts'
import { aggregateDoc } from './aggregate.ts'
import { type Doc, GAP, group, indent, join, LINE, SOFT, spaced } from './layout.ts'
import { durationText, positionText, textLiteral, yearText } from './literal.ts'
import { refDoc } from './name.ts'
import { numberText } from './number.ts'
import type { Style } from './style.ts'

/** How tightly an expression holds together; brackets go where a looser one stands in a tighter one's place. */
export const LEVEL = {
  any: 0,
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  add: 5,
  multiply: 6,
  negate: 7,
  prefix: 8,
  postfix: 9,
  bracketed: 10,
} as const

function levelOf(expr: Expr): number {
  switch (expr.kind) {
    case 'if':
      return LEVEL.any
    case 'or':
      return LEVEL.or
    case 'and':
      return LEVEL.and
    case 'not':
    case 'quantifier':
    case 'reading':
      return LEVEL.not
    case 'compare':
    case 'between':
    case 'in':
      return LEVEL.compare
    case 'arithmetic':
      return expr.op === '+' || expr.op === '-' ? LEVEL.add : LEVEL.multiply
    case 'negate':
      return LEVEL.negate
    case 'status':
    case 'has':
    case 'meets':
      return LEVEL.prefix
    default:
      return LEVEL.postfix
  }
}

/** An expression where at least `level` is wanted. Throws RangeError for an ErrorExpr: only trees without errors are printed. */
export function exprDoc(expr: Expr, style: Style, level: number = LEVEL.any): Doc {
  const doc = bare(expr, style)
  return levelOf(expr) < level ? brackets(doc, style) : doc
}

/** （ doc ）, broken after the brackets where it is long. */
export function brackets(doc: Doc, style: Style): Doc {
  return group(style.open, indent(SOFT, doc), SOFT, style.close)
}

/** a，b，c in brackets. */
export function listed(docs: readonly Doc[], style: Style): Doc {
  return brackets(join([style.comma, LINE], docs), style)
}

function bare(expr: Expr, style: Style): Doc {
  const { word } = style
  switch (expr.kind) {
    case 'number':
      return numberText(expr, style.lang)
    case 'boolean':
      return expr.value ? word('true') : word('false')
    case 'date':
      return expr.value
    case 'year':
      return yearText(expr.value, style)
    case 'duration':
      return durationText(expr, style)
    case 'position':
      return positionText(expr, style)
    case 'text':
      return textLiteral(expr.value, style.lang)
    case 'nothing':
      return word('nothing')
    case 'name':
      return refDoc(expr.ref, style)
    case 'path':
      return [
        exprDoc(expr.of, style, LEVEL.postfix),
        style.lang === 'zh' ? [GAP, word('of'), GAP] : '.',
        refDoc(expr.member, style),
      ]
    case 'period':
      return [exprDoc(expr.of, style, LEVEL.postfix), style.openYear, exprDoc(expr.year, style), style.closeYear]
    case 'call':
      return [
        refDoc(expr.callee, style),
        listed(
          expr.args.map((arg) => exprDoc(arg, style)),
          style,
        ),
      ]
    case 'not':
      return spaced(word('not'), exprDoc(expr.operand, style, LEVEL.not))
    case 'negate':
      return [style.minus, exprDoc(expr.operand, style, LEVEL.prefix)]
    case 'status':
      return spaced(word(expr.status), prefixed(expr.operand, style))
    case 'has':
      return spaced(word('has'), prefixed(expr.operand, style))
    case 'meets':
      return spaced(word('meets'), refDoc(expr.standard, style))
    case 'and':
    case 'or':
      return chain(expr.kind, expr.items, style)
    case 'compare':
      return compare(expr, style)
    case 'between': {
      const open = expr.open === 'none' ? '' : word(`${expr.open}_open`)
      const low = exprDoc(expr.low, style, LEVEL.add)
      return group(
        spaced(
          exprDoc(expr.value, style, LEVEL.add),
          word('between'),
          low,
          word('to'),
          exprDoc(expr.high, style, LEVEL.add),
          open,
        ),
      )
    }
    case 'in': {
      const items = brackets(
        join(
          [style.list, LINE],
          expr.items.map((item) => exprDoc(item, style)),
        ),
        style,
      )
      return spaced(exprDoc(expr.value, style, LEVEL.add), word(expr.negated ? 'not_in' : 'in'), items)
    }
    case 'arithmetic': {
      const level = levelOf(expr)
      const left = exprDoc(expr.left, style, level)
      return group(left, indent(LINE, style.arithmetic[expr.op], GAP, exprDoc(expr.right, style, level + 1)))
    }
    case 'if': {
      const otherwise = expr.otherwise && [LINE, word('else'), GAP, exprDoc(expr.otherwise, style)]
      const then = [LINE, word('then'), GAP, exprDoc(expr.then, style, LEVEL.or)]
      return group(word('if'), GAP, exprDoc(expr.condition, style, LEVEL.or), indent(then, otherwise ?? ''))
    }
    case 'reading':
      return reading(expr, style)
    case 'quantifier':
      return quantifier(expr, style)
    case 'round':
    case 'extreme':
    case 'count':
    case 'sum':
    case 'share':
      return aggregateDoc(expr, style)
    case 'error':
      throw new RangeError('a tree with errors is not printed')
    default:
      return expr satisfies never
  }
}

/** 且 chains within 或 (and the other way round) always get brackets, and so does a chain within one of its kind: the tree keeps them apart. */
function chain(kind: 'and' | 'or', items: readonly Expr[], style: Style): Doc {
  // 存在 … 满足 甲 = 乙 且 …: where the quantifier ends is plain only with brackets.
  const docs = items.map((item) => exprDoc(item, style, item.kind === 'quantifier' ? LEVEL.bracketed : LEVEL.not))
  return group(join([LINE, style.word(kind), GAP], docs))
}

function compare(expr: CompareExpr, style: Style): Doc {
  const spec = COMPARE_WORDS[expr.word]
  const left = exprDoc(expr.left, style, LEVEL.add)
  const right = exprDoc(expr.right, style, LEVEL.add)
  const rest =
    spec.place === 'postfix'
      ? spaced(COMPARE_LEADS[expr.lead ?? 'at'][style.lang], right, spec[style.lang])
      : spaced(spec[style.lang], right)
  return group(left, indent(LINE, rest))
}

function quantifier(expr: QuantifierExpr, style: Style): Doc {
  const head = spaced(style.word(expr.quantifier), exprDoc(expr.domain, style, LEVEL.postfix))
  const filter = expr.filter && [LINE, whenDoc(expr.filter, style, LEVEL.not)]
  const body = expr.body && [LINE, spaced(style.word('satisfies'), exprDoc(expr.body, style, LEVEL.not))]
  return group(head, indent(filter ?? '', body ?? ''))
}

/** 当 C, at least as tight as `level`. A quantifier without 满足 at C's end would take the one that follows for its own, so C gets brackets then. */
export function whenDoc(filter: Expr, style: Style, level: number): Doc {
  return spaced(style.word('when'), exprDoc(filter, style, endsOpen(filter) ? LEVEL.bracketed : level))
}

/** Whether a 当 behind the expression would be taken for its own. */
export function endsOpen(expr: Expr): boolean {
  switch (expr.kind) {
    case 'quantifier':
      return expr.body === undefined || endsOpen(expr.body)
    case 'not':
      return endsOpen(expr.operand)
    case 'and':
    case 'or':
      return endsOpen(expr.items.at(-1)!)
    case 'if':
      return endsOpen(expr.otherwise ?? expr.then)
    default:
      return false
  }
}

/** What 有 or 已知 asks about: a name and what hangs on it, else in brackets, since before anything else these words are names themselves. */
function prefixed(operand: Expr, style: Style): Doc {
  return exprDoc(operand, style, startsWithName(operand) ? LEVEL.postfix : LEVEL.bracketed)
}

function startsWithName(expr: Expr): boolean {
  if (expr.kind === 'path' || expr.kind === 'period') return levelOf(expr.of) < LEVEL.postfix || startsWithName(expr.of)
  return expr.kind === 'name' || expr.kind === 'call'
}

function reading(expr: ReadingExpr, style: Style): Doc {
  const arms = expr.arms.map((arm) => {
    const value = exprDoc(arm.value, style)
    return group(refDoc(arm.choice, style), style.colon, bracketed(arm.value) ? value : indent(value))
  })
  const head = spaced(style.word('by'), refDoc(expr.reading, style))
  return group(head, GAP, '{', indent(LINE, join([style.semicolon, LINE], arms)), LINE, '}')
}

/** An expression that ends in a bracket of its own, which closes where its line began. */
function bracketed(expr: Expr): boolean {
  switch (expr.kind) {
    case 'reading':
    case 'share':
    case 'sum':
    case 'count':
    case 'extreme':
    case 'round':
    case 'call':
      return true
    case 'compare':
      return bracketed(expr.left)
    default:
      return false
  }
}

/** An expression that brings its own block, so that it stands right after the colon: 按 R { … }. */
export function hugs(expr: Expr): boolean {
  return expr.kind === 'reading'
}
