import type { Expr, ValueType } from '../../dsl/lower/program.ts'

/** How an expression is evaluated: as a truth, a number (years too), or another value. 'nothing' takes the form of what it meets. */
export type ResultKind = 'truth' | 'number' | 'value' | 'nothing'

/** The result kind of a type. */
export function kindOfType(type: ValueType): ResultKind {
  switch (type.kind) {
    case 'boolean':
      return 'truth'
    case 'number':
    case 'year':
      return 'number'
    case 'date':
    case 'text':
    case 'enum':
    case 'entity':
    case 'list':
      return 'value'
    default: {
      const unreachable: never = type
      return unreachable
    }
  }
}

/** The result kind of an expression. */
export function kindOf(expr: Expr): ResultKind {
  switch (expr.kind) {
    case 'literal': {
      const { kind } = expr.literal
      return kind === 'nothing'
        ? 'nothing'
        : kind === 'boolean'
          ? 'truth'
          : kind === 'number' || kind === 'year'
            ? 'number'
            : 'value'
    }
    case 'field':
    case 'parameter':
    case 'external':
    case 'definition':
    case 'if':
    case 'reading':
    case 'table':
      return kindOfType(expr.type)
    case 'time':
      return expr.time === 'year' ? 'number' : 'value'
    case 'dateAdd':
      return 'value'
    case 'meets':
    case 'not':
    case 'and':
    case 'or':
    case 'compare':
    case 'between':
    case 'in':
    case 'has':
    case 'status':
    case 'quantifier':
      return 'truth'
    case 'negate':
    case 'arithmetic':
    case 'round':
    case 'extreme':
    case 'count':
    case 'sum':
    case 'share':
    case 'ratio':
    case 'datePart':
    case 'daysBetween':
    case 'fullYears':
    case 'score':
      return 'number'
    default: {
      const unreachable: never = expr
      return unreachable
    }
  }
}

/** The kind two sides are compared as. */
export function commonKind(left: Expr, right: Expr): ResultKind {
  const kind = kindOf(left)
  return kind === 'nothing' ? kindOf(right) : kind
}
