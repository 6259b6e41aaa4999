import type { CompareOp } from '../../dsl/lower/program.ts'
import {
  add,
  compare,
  decimals,
  divide,
  equals,
  fromInteger,
  isPoint,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  round,
  subtract,
  ZERO,
} from '../../dsl/value/index.ts'
import type { ConditionNode, Figure } from './explanation.ts'
import { figureOf, typeOf } from './figure.ts'
import type { Trace } from './trace-node.ts'
import { numberValue, truthOf } from './value.ts'
import type { World } from './world.ts'

/** The comparison that holds exactly when `op` does not. */
export function opposite(op: CompareOp): CompareOp {
  return ({ gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const)[op]
}

/** The comparison with its sides exchanged. */
export function flipped(op: CompareOp): CompareOp {
  return ({ gt: 'lt', ge: 'le', lt: 'gt', le: 'ge', eq: 'eq', ne: 'ne' } as const)[op]
}

/** The one number a trace came to; undefined while it is open or 无. */
export function pointOf(trace: Trace): Rational | undefined {
  const { value } = trace
  return value.kind === 'number' && value.nothing === 'no' && isPoint(value.interval) ? value.interval.lo! : undefined
}

function power(places: number): Rational {
  return rational(1n, 10n ** BigInt(places))
}

function finer(a: Rational | undefined, b: Rational | undefined): Rational | undefined {
  return a === undefined || b === undefined ? undefined : compare(a, b) < 0 ? a : b
}

/** The step between neighbouring values an expression can take (0.01 for money, 1 for counts); undefined for quotients and other finer numbers. */
export function gridOf(trace: Trace): Rational | undefined {
  const { expr, parts } = trace
  switch (expr.kind) {
    case 'field':
      if (expr.type.kind === 'year') return ONE
      return expr.type.kind === 'number' && expr.type.decimals !== undefined ? power(expr.type.decimals) : undefined
    case 'literal': {
      const point = pointOf(trace)
      const places = point === undefined ? undefined : decimals(point)
      return places === undefined ? undefined : power(places)
    }
    case 'count':
    case 'datePart':
    case 'daysBetween':
    case 'fullYears':
    case 'time':
      return ONE
    case 'definition':
      return gridOf(parts[0]!)
    case 'parameter': {
      const point = pointOf(trace)
      const places = point === undefined ? undefined : decimals(point)
      return places === undefined ? undefined : power(places)
    }
    case 'round':
      return parseRational(expr.to)
    case 'sum':
      return trace.pattern?.body === undefined ? undefined : gridOf(trace.pattern.body)
    case 'negate':
      return gridOf(parts[0]!)
    case 'extreme':
      return parts.map(gridOf).reduce(finer)
    case 'arithmetic':
      return expr.op === '+' || expr.op === '-' ? finer(gridOf(parts[0]!), gridOf(parts[1]!)) : undefined
    case 'if':
    case 'reading':
    case 'table':
      return trace.branch === undefined ? undefined : gridOf(trace.branch)
    default:
      return undefined
  }
}

/** The nearest number on the grid that stands in the relation to `line`; `beyond`: there is no nearest one, passing begins just past it. */
export interface Target {
  readonly to: Rational
  readonly direction: 'raise' | 'lower' | 'change'
  readonly beyond: boolean
}

function floorTo(r: Rational, grid: Rational): Rational {
  const steps = divide(r, grid)
  const down = round(steps, 'down', ONE)
  return multiply(compare(down, steps) > 0 ? subtract(down, ONE) : down, grid)
}

/** What a number must become so that it stands in the relation `op` to `line`. */
export function targetOf(op: CompareOp, line: Rational, grid: Rational | undefined): Target | undefined {
  const floor = grid === undefined ? line : floorTo(line, grid)
  const on = equals(floor, line)
  switch (op) {
    case 'gt':
      return { to: grid === undefined ? line : add(floor, grid), direction: 'raise', beyond: grid === undefined }
    case 'ge':
      return { to: on ? line : add(floor, grid!), direction: 'raise', beyond: false }
    case 'lt':
      return { to: grid === undefined ? line : on ? subtract(line, grid) : floor, direction: 'lower', beyond: grid === undefined }
    case 'le':
      return { to: floor, direction: 'lower', beyond: false }
    case 'eq':
      return on ? { to: line, direction: 'change', beyond: false } : undefined
    case 'ne':
      return undefined
    default: {
      const unreachable: never = op
      throw new RangeError(String(unreachable))
    }
  }
}

/** Whether anything about the subject's facts goes into a trace. */
export function restsOnFacts(trace: Trace): boolean {
  if (trace.fact !== undefined || trace.list !== undefined || trace.standard !== undefined) return true
  return trace.parts.some(restsOnFacts)
}

/** A number as a figure in the unit of what it is compared with. */
export function figureIn(world: World, trace: Trace, number: Rational): Figure {
  return figureOf(world, numberValue({ lo: number, hi: number }), typeOf(world, trace.expr))
}

/** How far the left side of a comparison that came out false is from passing; for numbers both of which are known. */
export function gapOf(world: World, trace: Trace): ConditionNode['gap'] {
  if (trace.expr.kind !== 'compare' || truthOf(trace.value) !== 0) return undefined
  const [left, right] = trace.parts as [Trace, Trace]
  const [current, line] = [pointOf(left), pointOf(right)]
  if (current === undefined || line === undefined || !restsOnFacts(left)) return undefined
  const target = targetOf(trace.expr.op, line, gridOf(left))
  if (target === undefined || target.direction === 'change') return undefined
  const by = subtract(target.to, current)
  if (equals(by, ZERO)) return undefined
  const size = compare(by, ZERO) < 0 ? subtract(ZERO, by) : by
  return { by: figureIn(world, left, size), direction: target.direction }
}

/** The fewest elements of `members` that must become hits (or cease to be) so that the share stands in the relation to `line`. */
export function sharePeople(
  op: CompareOp,
  line: Rational,
  hits: number,
  members: number,
): { by: number; needed: number; direction: 'raise' | 'lower' } | undefined {
  const holds = (n: number): boolean => {
    const sign = compare(rational(BigInt(n), BigInt(members)), line)
    return op === 'gt'
      ? sign > 0
      : op === 'ge'
        ? sign >= 0
        : op === 'lt'
          ? sign < 0
          : op === 'le'
            ? sign <= 0
            : op === 'eq'
              ? sign === 0
              : sign !== 0
  }
  if (members === 0) return undefined
  const reach = multiply(line, fromInteger(members))
  const near = Number(floorTo(reach, ONE).n)
  const candidates = [near - 1, near, near + 1, near + 2].filter((n) => n >= 0 && n <= members && holds(n))
  const best = candidates.sort((a, b) => Math.abs(a - hits) - Math.abs(b - hits))[0]
  if (best === undefined || best === hits) return undefined
  return { by: Math.abs(best - hits), needed: best, direction: best > hits ? 'raise' : 'lower' }
}
