import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { daysMeant } from '../../lex/calendar-literal.ts'
import { whichDay } from '../../lex/lexer.ts'
import type { Span } from '../../source/span.ts'
import type { FormName, Forms } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'

/** What stands where a day is wanted; a month alone (12月) is said to be none (L108) and taken for an error. */
export function dayAlone(
  value: Forms[FormName],
  report: (diagnostic: Diagnostic) => void,
  source: (span: Span) => string,
): Forms[FormName] {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  if ('kind' in value) return month(value as Expr, report, source)
  if (!('low' in value) && !('high' in value)) return value
  const { low, high, single } = value
  const from = low && month(low, report, source)
  const to = single ? from : high && month(high, report, source)
  return { ...value, ...(from && { low: from }), ...(to && { high: to }) }
}

function month(expr: Expr, report: (diagnostic: Diagnostic) => void, source: (span: Span) => string): Expr {
  if (expr.kind !== 'number' || expr.unit !== '月' || expr.form !== 'plain' || !/^(?:[1-9]|1[0-2])$/.test(expr.value)) return expr
  report(whichDay(expr.span, source(expr.span), daysMeant(Number(expr.value))))
  return { kind: 'error', span: expr.span }
}
