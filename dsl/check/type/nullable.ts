import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../source/span.ts'
import type { Expr } from '../../syntax/expression.ts'
import { declaredLabels } from './operand-label.ts'
import { presenceKey } from './presence.ts'
import { type At, isEnglish, report, type Typer, textOf } from './typer.ts'

/** T306: the operand may be 无 where it is put in order. The fix asks 有 first, in brackets so that it fits anywhere. */
export function reportNotPresent(typer: Typer, operand: Expr, span: Span, at: At): void {
  const leaf = nullableLeaf(typer, operand) ?? operand
  const name = textOf(typer, leaf.span)
  const fixes = presenceKey(typer, leaf, at.level) === undefined ? [] : [guardFix(typer, name, span)]
  report(typer, 'T306', span, { name }, { labels: declaredLabels(typer, leaf), fixes })
}

function guardFix(typer: Typer, name: string, span: Span): Fix {
  const [open, has, and, close] = isEnglish(typer, span) ? ['(', 'has ', ' and ', ')'] : ['（', '有 ', ' 且 ', '）']
  const [start, end] = [
    { ...span, end: span.start },
    { ...span, start: span.end },
  ]
  return {
    word: 'guard',
    args: { name },
    edits: [
      { span: start, text: `${open}${has}${name}${and}` },
      { span: end, text: close },
    ],
  }
}

/** The first name, path or period below that may be 无. */
function nullableLeaf(typer: Typer, expr: Expr): Expr | undefined {
  if (!typer.types.get(expr)?.nullable) return undefined
  switch (expr.kind) {
    case 'name':
    case 'period':
      return expr
    case 'path':
      return nullableLeaf(typer, expr.of) ?? expr
    case 'negate':
      return nullableLeaf(typer, expr.operand)
    case 'arithmetic':
      return nullableLeaf(typer, expr.left) ?? nullableLeaf(typer, expr.right)
    case 'round':
      return nullableLeaf(typer, expr.value)
    case 'extreme':
      return firstLeaf(typer, expr.items)
    case 'call':
      return firstLeaf(typer, expr.args)
    default:
      return undefined
  }
}

function firstLeaf(typer: Typer, exprs: readonly Expr[]): Expr | undefined {
  for (const expr of exprs) {
    const leaf = nullableLeaf(typer, expr)
    if (leaf) return leaf
  }
  return undefined
}
