import type { CountExpr, Expr, ExtremeExpr, RoundExpr, ShareExpr, SumExpr } from '../syntax/expression.ts'
import { brackets, exprDoc, LEVEL, listed, whenDoc } from './expression.ts'
import { type Doc, GAP, group, indent, LINE, spaced } from './layout.ts'
import type { Style } from './style.ts'

/** The forms written like calls: 计数（…）, 合计（…）, 占比（…）, 较大（…）, 四舍五入（…）. */
export function aggregateDoc(expr: CountExpr | SumExpr | ShareExpr | ExtremeExpr | RoundExpr, style: Style): Doc {
  const { word } = style
  switch (expr.kind) {
    case 'count':
      return [word('count'), brackets(domain(expr, style), style)]
    case 'sum':
      return [word('sum'), brackets([domain(expr, style), style.colon, group(indent(exprDoc(expr.value, style)))], style)]
    case 'share':
      return [word('share'), brackets(share(expr, style), style)]
    case 'extreme':
      return [
        word(expr.which),
        listed(
          expr.items.map((item) => exprDoc(item, style)),
          style,
        ),
      ]
    case 'round': {
      const to = spaced(word('round_to'), exprDoc(expr.to, style, LEVEL.add))
      return [word(`round_${expr.mode}`), listed([exprDoc(expr.value, style), to], style)]
    }
    default:
      return expr satisfies never
  }
}

function domain(expr: { readonly domain: Expr; readonly filter?: Expr }, style: Style): Doc {
  const filter = expr.filter && [LINE, whenDoc(expr.filter, style, LEVEL.or)]
  return [exprDoc(expr.domain, style, LEVEL.postfix), filter ?? '']
}

function share(expr: ShareExpr, style: Style): Doc {
  const { word } = style
  const empty = expr.empty && [style.semicolon, LINE, spaced(word('empty'), word('empty_as'), word(`empty_${expr.empty}`))]
  const of =
    expr.domain !== undefined
      ? [
          domain({ domain: expr.domain, ...(expr.filter && { filter: expr.filter }) }, style),
          LINE,
          spaced(word('satisfies'), exprDoc(expr.part, style)),
        ]
      : group(
          exprDoc(expr.part, style, LEVEL.multiply),
          indent(LINE, '/', GAP, expr.whole ? exprDoc(expr.whole, style, LEVEL.negate) : ''),
        )
  return [of, empty ?? '']
}
