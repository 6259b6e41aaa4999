import { isField, type PolicySymbol } from '../../bind/symbol.ts'
import { bodyOf, childrenOf, clause } from '../../syntax/access.ts'
import type { Expr } from '../../syntax/expression.ts'
import { parseDay } from '../../value/date.ts'
import {
  ALL,
  addI,
  compareI,
  divideI,
  hull,
  type Interval,
  interval,
  maximumI,
  minimumI,
  multiplyI,
  NON_NEGATIVE,
  negateI,
  point,
  roundI,
  subtractI,
} from '../../value/interval.ts'
import { compare, fromInteger, ONE, parseRational, rational, ZERO } from '../../value/rational.ts'
import { TRUE } from '../../value/truth.ts'
import type { Checked } from '../check.ts'
import { durationAsNumber } from '../type/adapt.ts'

const MONTHS = interval(ONE, fromInteger(12))
const MONTH_DAYS = interval(ONE, fromInteger(31))
const UNIT_INTERVAL = interval(ZERO, ONE)

/**
 * Where every known value of a number, year or date (as day number) lies, by declared ranges and the entries of parameters. May be wider than what can
 * come out, never narrower. Anything else: ALL.
 */
export function rangeOf(checked: Checked, expr: Expr, open: ReadonlySet<PolicySymbol> = new Set()): Interval {
  const down = (inner: Expr) => rangeOf(checked, inner, open)
  switch (expr.kind) {
    case 'number': {
      const value = parseRational(expr.value)
      return value ? point(value) : ALL
    }
    case 'year':
      return point(fromInteger(expr.value))
    case 'date': {
      const day = parseDay(expr.value)
      return day === undefined ? ALL : point(fromInteger(day))
    }
    case 'duration': {
      const number = durationAsNumber(expr)
      return number ? point(rational(number.value)) : ALL
    }
    case 'name': {
      const symbol = checked.binding.symbolOf(expr.ref)
      return symbol ? rangeOfSymbol(checked, symbol, open) : ALL
    }
    case 'path': {
      const resolution = checked.binding.resolutionOf(expr.member)
      if (resolution?.kind === 'builtin')
        return resolution.builtin.id === 'date_month' ? MONTHS : resolution.builtin.id === 'date_day' ? MONTH_DAYS : ALL
      return resolution ? rangeOfSymbol(checked, resolution.symbol, open) : ALL
    }
    case 'period':
      return down(expr.of)
    case 'call': {
      const symbol = checked.binding.symbolOf(expr.callee)
      return symbol ? rangeOfSymbol(checked, symbol, open) : ALL
    }
    case 'negate':
      return negateI(down(expr.operand))
    case 'arithmetic': {
      const ty = checked.typeOf(expr)
      // Dates move by whole days or by months of differing length.
      if (ty.kind !== 'number' && ty.kind !== 'year') return ALL
      const [left, right] = [down(expr.left), down(expr.right)]
      return expr.op === '+'
        ? addI(left, right)
        : expr.op === '-'
          ? subtractI(left, right)
          : expr.op === '*'
            ? multiplyI(left, right)
            : quotient(left, right)
    }
    case 'round': {
      const to = down(expr.to)
      return to.lo && compare(to.lo, ZERO) > 0 ? roundI(down(expr.value), expr.mode, to.lo) : ALL
    }
    case 'extreme':
      return expr.items.map(down).reduce(expr.which === 'larger' ? maximumI : minimumI)
    case 'if':
      return expr.otherwise ? hull(down(expr.then), down(expr.otherwise)) : ALL
    case 'reading':
      return expr.arms.length > 0 ? expr.arms.map((arm) => down(arm.value)).reduce(hull) : ALL
    case 'count':
      return lengthOf(checked, expr.domain)
    case 'sum':
      return multiplyI(lengthOf(checked, expr.domain), hull(point(ZERO), down(expr.value)))
    case 'share':
      return expr.whole ? quotient(down(expr.part), down(expr.whole)) : UNIT_INTERVAL
    default:
      return ALL
  }
}

/** What is known of a quotient whose divisor is not zero. */
function quotient(part: Interval, whole: Interval): Interval {
  const positive = (side: Interval) => side.lo !== null && compare(side.lo, ZERO) >= 0
  return positive(part) && positive(whole) && compareI('gt', whole, point(ZERO)) !== TRUE ? NON_NEGATIVE : divideI(part, whole)
}

function lengthOf(checked: Checked, list: Expr): Interval {
  const ty = checked.typeOf(list)
  const most = ty.kind === 'list' ? ty.atMost : undefined
  return interval(ZERO, most !== undefined && most >= 0 && Number.isSafeInteger(most) ? fromInteger(most) : null)
}

function rangeOfSymbol(checked: Checked, symbol: PolicySymbol, open: ReadonlySet<PolicySymbol>): Interval {
  if (open.has(symbol)) return ALL
  const within = new Set([...open, symbol])
  if (isField(symbol)) return declaredRange(checked, symbol) ?? ALL
  switch (symbol.kind) {
    case 'parameter': {
      const values = childrenOf(symbol.decl, 'entry').map((entry) => bodyOf(entry, 'entry'))
      const ranges = values.map((value) => (value ? rangeOf(checked, value, within) : ALL))
      return ranges.length > 0 ? ranges.reduce(hull) : ALL
    }
    case 'definition': {
      const body = bodyOf(symbol.decl, 'definition')
      return body ? rangeOf(checked, body, within) : ALL
    }
    default:
      return ALL
  }
}

/** The bounds a field declares; undefined when it declares none. */
export function declaredRange(checked: Checked, field: PolicySymbol): Interval | undefined {
  const range = clause(field.decl, 'range')
  if (!range) return undefined
  const end = (expr: Expr | undefined, side: 'lo' | 'hi') => (expr ? rangeOf(checked, expr)[side] : null)
  const [lo, hi] = [end(range.low, 'lo'), end(range.high, 'hi')]
  return lo !== null && hi !== null && compare(lo, hi) > 0 ? undefined : interval(lo, hi)
}
