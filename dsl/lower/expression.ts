import { decides } from '../check/type/infer.ts'
import { COMPARE_WORDS } from '../syntax/compare-words.ts'
import type { CallExpr, CompareExpr, Expr as Tree } from '../syntax/expression.ts'
import { figureOf, literalOf } from './literal.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import { lowerName, lowerPath } from './operand.ts'
import { listOf } from './place.ts'
import type { CompareOp, Expr } from './program.ts'
import { valueType } from './value-type.ts'

/** One node less its number and place. */
export type Bare = Expr extends infer E ? (E extends Expr ? Omit<E, 'id' | 'span'> : never) : never

/** Gives a node its number and place. Parents are numbered before their parts. */
export function node(lower: Lowerer, at: Tree, make: () => Bare): Expr {
  const id = lower.nextNode()
  return { id, span: at.span, ...make() } as Expr
}

/** A checked expression in the program's form: names resolved, sugar undone, types noted. */
export function lowerExpr(lower: Lowerer, expr: Tree): Expr {
  return node(lower, expr, () => bare(lower, expr))
}

function bare(lower: Lowerer, expr: Tree): Bare {
  const down = (inner: Tree) => lowerExpr(lower, inner)
  const type = () => valueType(lower, lower.checked.typeOf(expr))
  const literal = expr.kind === 'negate' ? undefined : literalOf(lower, expr)
  if (literal) return { kind: 'literal', literal }
  switch (expr.kind) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'year':
    case 'duration':
    case 'position':
    case 'text':
    case 'nothing':
    case 'error':
      // INVARIANT: literals are done above, and units with errors are not lowered.
      throw new RangeError(`cannot be lowered: ${expr.kind}`)
    case 'name':
      return lowerName(lower, expr)
    case 'path':
      return lowerPath(lower, expr)
    case 'period':
      return { ...(bare(lower, expr.of) as Bare & { kind: 'field' }), year: down(expr.year) }
    case 'call':
      return lowerCall(lower, expr)
    case 'not':
      return { kind: 'not', operand: down(expr.operand) }
    case 'negate':
      return { kind: 'negate', operand: down(expr.operand) }
    case 'status':
      return { kind: 'status', status: expr.status, operand: down(expr.operand) }
    case 'has':
      return { kind: 'has', operand: down(expr.operand) }
    case 'meets': {
      const resolution = lower.binding.resolutionOf(expr.standard)
      const depth = resolution?.kind === 'standard' ? resolution.depth : 0
      return { kind: 'meets', standard: idOf(lower, lower.binding.symbolOf(expr.standard)), place: { kind: 'element', depth } }
    }
    case 'and':
    case 'or':
      return { kind: expr.kind, items: expr.items.map(down) }
    case 'compare':
      return lowerCompare(lower, expr)
    case 'between': {
      const lowOpen = expr.open === 'low' || expr.open === 'both'
      const highOpen = expr.open === 'high' || expr.open === 'both'
      return { kind: 'between', value: down(expr.value), low: down(expr.low), high: down(expr.high), lowOpen, highOpen }
    }
    case 'in': {
      const inside = (): Bare => ({ kind: 'in', value: down(expr.value), items: expr.items.map(down) })
      return expr.negated ? { kind: 'not', operand: node(lower, expr, inside) } : inside()
    }
    case 'arithmetic':
      return lowerArithmetic(lower, expr)
    case 'round':
      return { kind: 'round', mode: expr.mode, value: down(expr.value), to: figureOf(lower, expr.to) ?? '1' }
    case 'extreme':
      return { kind: 'extreme', which: expr.which, items: expr.items.map(down) }
    case 'if':
      if (!expr.otherwise)
        return {
          kind: 'or',
          items: [node(lower, expr.condition, () => ({ kind: 'not', operand: down(expr.condition) })), down(expr.then)],
        }
      return { kind: 'if', condition: down(expr.condition), then: down(expr.then), otherwise: down(expr.otherwise), type: type() }
    case 'reading': {
      const arms = expr.arms.map((arm) => ({ choice: idOf(lower, lower.binding.symbolOf(arm.choice)), value: down(arm.value) }))
      return { kind: 'reading', reading: idOf(lower, lower.binding.symbolOf(expr.reading)), arms, type: type() }
    }
    case 'quantifier': {
      const filter = expr.filter ? { filter: down(expr.filter) } : {}
      const body = expr.body ? { body: down(expr.body) } : {}
      return { kind: 'quantifier', quantifier: expr.quantifier, list: listOf(lower, expr.domain), ...filter, ...body }
    }
    case 'count':
      return { kind: 'count', list: listOf(lower, expr.domain), ...(expr.filter ? { filter: down(expr.filter) } : {}) }
    case 'sum': {
      const filter = expr.filter ? { filter: down(expr.filter) } : {}
      return { kind: 'sum', list: listOf(lower, expr.domain), ...filter, value: down(expr.value), type: type() }
    }
    case 'share': {
      const empty = expr.empty ?? 'undetermined'
      if (expr.whole) return { kind: 'ratio', part: down(expr.part), whole: down(expr.whole), empty }
      const filter = expr.filter ? { filter: down(expr.filter) } : {}
      return { kind: 'share', list: listOf(lower, expr.domain ?? expr), ...filter, body: down(expr.part), empty }
    }
    default:
      return expr satisfies never
  }
}

const MIRROR: Readonly<Record<CompareOp, CompareOp>> = { gt: 'lt', ge: 'le', lt: 'gt', le: 'ge', eq: 'eq', ne: 'ne' }

/** A share stands on the left: what its empty denominator means is read there. */
function lowerCompare(lower: Lowerer, expr: CompareExpr): Bare {
  const { op } = COMPARE_WORDS[expr.word]
  const turned = expr.right.kind === 'share' && (expr.left.kind !== 'share' || (decides(expr.right) && !decides(expr.left)))
  const [left, right] = turned ? [expr.right, expr.left] : [expr.left, expr.right]
  const word = turned ? MIRROR[op] : expr.word
  return { kind: 'compare', op: turned ? MIRROR[op] : op, word, left: lowerExpr(lower, left), right: lowerExpr(lower, right) }
}

function lowerArithmetic(lower: Lowerer, expr: Extract<Tree, { kind: 'arithmetic' }>): Bare {
  if (lower.checked.typeOf(expr).kind === 'date' && expr.right.kind === 'duration') {
    const { amount, unit } = expr.right
    const [step, base] =
      unit === 'week'
        ? ([7, 'day'] as const)
        : unit === 'month'
          ? ([1, 'month'] as const)
          : unit === 'half_month'
            ? ([15, 'day'] as const)
            : unit === 'year'
              ? ([12, 'month'] as const)
              : ([1, 'day'] as const)
    return { kind: 'dateAdd', date: lowerExpr(lower, expr.left), amount: (expr.op === '-' ? -1 : 1) * amount * step, unit: base }
  }
  return { kind: 'arithmetic', op: expr.op, left: lowerExpr(lower, expr.left), right: lowerExpr(lower, expr.right) }
}

function lowerCall(lower: Lowerer, expr: CallExpr): Bare {
  const resolution = lower.binding.resolutionOf(expr.callee)
  const args = expr.args.map((arg) => lowerExpr(lower, arg))
  if (resolution?.kind === 'builtin') {
    const [from, to] = args
    if (!from) throw new RangeError('no argument')
    const until = to ?? node(lower, expr, () => ({ kind: 'time', time: 'as_of' }))
    return { kind: resolution.builtin.id === 'age' ? 'fullYears' : 'daysBetween', from, to: until }
  }
  const symbol = lower.binding.symbolOf(expr.callee)
  const category = args[0] ? { category: args[0] } : {}
  return { kind: 'parameter', parameter: idOf(lower, symbol), type: valueType(lower, lower.checked.typeOf(expr)), ...category }
}
