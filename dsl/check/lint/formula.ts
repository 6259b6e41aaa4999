import { COMPARE_WORDS } from '../../syntax/compare-words.ts'
import type { Expr } from '../../syntax/expression.ts'
import type { CompareOp } from '../../value/interval.ts'
import { equals, type Rational, subtract } from '../../value/rational.ts'
import type { Checked } from '../check.ts'
import { type Cell, holdsFor, possibleSigns, testNumber, type Universe } from './domain.ts'
import { keyOf, symbolKey } from './key.ts'
import { always, conjunction, disjunction, type Formula, negation, type Operand, test } from './logic.ts'
import { fieldOf, mayBeNothing, TRUTH, universeOf } from './operand.ts'
import { rangeOf } from './range.ts'
import { complement, lineOf, setOf, wholeOf } from './value-set.ts'

/** The operands of conditions that are looked at together. */
export interface Space {
  readonly checked: Checked
  readonly operands: Map<string, Operand>
  /** what is not looked into, by key */
  readonly opaque: Map<string, Formula>
  /** by level: what an expression was read as */
  readonly read: Map<Expr, Formula | null>[]
  /** what may still be tried: a long chain must not hold up the editor */
  readonly effort: { left: number }
}

/** Of one table, chain or standard. */
const MOST_EFFORT = { table: 2_500_000, question: 500_000 }

export function newSpace(checked: Checked): Space {
  return { checked, operands: new Map(), opaque: new Map(), read: [], effort: { left: MOST_EFFORT.table } }
}

/** The same operands for a question of its own: what others have tried does not count. */
export function fresh(space: Space): Space {
  const { checked, operands, opaque, read } = space
  return { checked, operands, opaque, read, effort: { left: MOST_EFFORT.question } }
}

const MIRROR: Readonly<Record<CompareOp, CompareOp>> = { gt: 'lt', ge: 'le', lt: 'gt', le: 'ge', eq: 'eq', ne: 'ne' }

/**
 * A condition in which every fact is known, as a formula; what is not looked into (quantifiers, definitions, 符合) is an operand of its own. Undefined when
 * something in it has no meaning. Parts that mean the same share operands within one space.
 */
export function formulaOf(space: Space, expr: Expr, level: number): Formula | undefined {
  space.read[level] ??= new Map()
  const known = space.read[level].get(expr)
  if (known !== undefined) return known ?? undefined
  const formula = readFormula(space, expr, level)
  space.read[level].set(expr, formula ?? null)
  return formula
}

function readFormula(space: Space, expr: Expr, level: number): Formula | undefined {
  const down = (inner: Expr) => formulaOf(space, inner, level)
  switch (expr.kind) {
    case 'boolean':
      return always(expr.value)
    case 'not': {
      const operand = down(expr.operand)
      return operand && negation(operand)
    }
    case 'and':
    case 'or': {
      const items = expr.items.map(down)
      if (!items.every((item) => item !== undefined)) return undefined
      return expr.kind === 'and' ? conjunction(items) : disjunction(items)
    }
    case 'compare':
      return comparison(space, expr, COMPARE_WORDS[expr.word].op, expr.left, expr.right, level)
    case 'between': {
      const low = comparison(space, expr, lowOpen(expr) ? 'gt' : 'ge', expr.value, expr.low, level)
      const high = comparison(space, expr, highOpen(expr) ? 'lt' : 'le', expr.value, expr.high, level)
      return low && high && conjunction([low, high])
    }
    case 'in': {
      const plain: Expr = { ...expr, negated: false }
      const items = expr.items.map((item) => comparison(space, plain, 'eq', expr.value, item, level))
      if (!items.every((item) => item !== undefined)) return undefined
      return expr.negated ? negation(disjunction(items)) : disjunction(items)
    }
    case 'has': {
      const operand = addOperand(space, expr.operand, level)
      return operand && bitTest(operand, (cell) => cell.kind !== 'nothing')
    }
    case 'if': {
      const [condition, then] = [down(expr.condition), down(expr.then)]
      const otherwise = expr.otherwise ? down(expr.otherwise) : always(true)
      if (!condition || !then || !otherwise) return undefined
      return disjunction([conjunction([condition, then]), conjunction([negation(condition), otherwise])])
    }
    case 'reading':
      return byReading(space, expr, level)
    case 'quantifier':
      // 没有 is what 存在 is not: the two are told of one operand.
      if (expr.quantifier === 'none') {
        const some = opaque(space, { ...expr, quantifier: 'some' }, level)
        return some && negation(some)
      }
      return opaque(space, expr, level)
    case 'error':
      return undefined
    default:
      return mayBeNothing(space.checked, expr) ? undefined : opaque(space, expr, level)
  }
}

/** A value against another. `at` is the whole condition, for when it is not looked into. */
export function comparison(space: Space, at: Expr, op: CompareOp, left: Expr, right: Expr, level: number): Formula | undefined {
  const { checked } = space
  if (left.kind === 'nothing' || right.kind === 'nothing') {
    const other = left.kind === 'nothing' ? right : left
    if (other.kind === 'nothing') return always(op === 'eq')
    const operand = addOperand(space, other, level)
    return operand && bitTest(operand, (cell) => (cell.kind === 'nothing') === (op === 'eq'), op !== 'eq')
  }
  if (isTruth(checked, left) && isTruth(checked, right)) {
    const [a, b] = [formulaOf(space, left, level), formulaOf(space, right, level)]
    if (!a || !b) return undefined
    const same = disjunction([conjunction([a, b]), conjunction([negation(a), negation(b)])])
    return op === 'eq' ? same : negation(same)
  }
  const [a, b] = [fixedOf(checked, left), fixedOf(checked, right)]
  if (a !== undefined && b !== undefined) return always(bothFixed(op, a, b))
  if (b !== undefined) return against(space, op, left, b, level)
  if (a !== undefined) return against(space, MIRROR[op], right, a, level)
  return ofSigns(space, at, op, left, right, level)
}

const isTruth = (checked: Checked, expr: Expr) => expr.kind === 'boolean' || checked.typeOf(expr).kind === 'boolean'
const lowOpen = (expr: { readonly open: string }) => expr.open === 'low' || expr.open === 'both'
const highOpen = (expr: { readonly open: string }) => expr.open === 'high' || expr.open === 'both'

/** A written figure, year, date, text or enumeration value. Parameters are none: their values change with the years. */
function fixedOf(checked: Checked, expr: Expr): Rational | string | undefined {
  switch (expr.kind) {
    case 'text':
      return JSON.stringify(expr.value)
    case 'name': {
      const symbol = checked.binding.symbolOf(expr.ref)
      return symbol?.kind === 'value' ? symbolKey(symbol) : undefined
    }
    case 'number':
    case 'year':
    case 'date':
    case 'duration': {
      const { lo } = rangeOf(checked, expr)
      return lo ?? undefined
    }
    case 'negate':
      return fixedOf(checked, expr.operand) === undefined ? undefined : (rangeOf(checked, expr).lo ?? undefined)
    case 'arithmetic': {
      const parts = [fixedOf(checked, expr.left), fixedOf(checked, expr.right)]
      const { lo, hi } = rangeOf(checked, expr)
      return parts.every((part) => part !== undefined) && lo && hi && equals(lo, hi) ? lo : undefined
    }
    default:
      return undefined
  }
}

function bothFixed(op: CompareOp, a: Rational | string, b: Rational | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return op === 'eq' ? a === b : a !== b
  const { n } = subtract(a, b)
  return holdsFor(op, n < 0n ? -1 : n > 0n ? 1 : 0)
}

function against(space: Space, op: CompareOp, value: Expr, fixed: Rational | string, level: number): Formula | undefined {
  const operand = addOperand(space, value, level)
  if (!operand) return undefined
  if (typeof fixed === 'string') {
    operand.texts.add(fixed)
    return bitTest(operand, (cell) => (cell.kind === 'value' && cell.value === fixed) === (op === 'eq'), false, fixed)
  }
  operand.numbers.push(fixed)
  const whenEmpty = value.kind === 'share' && value.empty === 'met'
  const holds = (cell: Cell) => testNumber(cell, op, fixed, whenEmpty)
  const { whole } = operand
  const set = whole && setOf(whole, holds, lineOf(op, fixed))
  return test(operand, holds, { ...(set ? { sets: [set, complement(whole, set)] } : {}), constant: fixed })
}

/** Two values neither of which is fixed: known only as less, equal or more. */
function ofSigns(space: Space, at: Expr, op: CompareOp, left: Expr, right: Expr, level: number): Formula | undefined {
  const { checked } = space
  if ([left, right].some((side) => side.kind === 'share' && side.empty !== 'undetermined')) return opaque(space, at, level)
  const [a, b] = [keyOf(checked.binding, left, level), keyOf(checked.binding, right, level)]
  const [x, y] = [universeOf(checked, left), universeOf(checked, right)]
  if (a === undefined || b === undefined || !x || !y || x.kind !== y.kind) return undefined
  const [first, second] = a <= b ? [left, right] : [right, left]
  const key = `(against ${[a, b].sort().join(' ')})`
  const signs = x.kind === 'number' ? possibleSigns(rangeOf(checked, first), rangeOf(checked, second)) : ([0, 1] as const)
  const nothings = [x, y].filter((side) => side.kind !== 'signs' && side.nothing).length as 0 | 1 | 2
  const universe: Universe = { kind: 'signs', signs: a === b ? [0] : signs, nothing: nothings }
  // Only a fact held against a parameter is free: two facts, or two parameters, may be bound to each other elsewhere.
  const free = fieldOf(checked, left) !== undefined && isParameter(checked, right)
  const operand = operandAt(space, key, { expr: first, against: second, universe, free })
  const turned = first === left ? op : MIRROR[op]
  return bitTest(operand, (cell) => {
    if (cell.kind === 'sign') return holdsFor(turned, cell.sign)
    return (cell.kind === 'bothNothing') === (op === 'eq') && (op === 'eq' || op === 'ne')
  })
}

const isParameter = (checked: Checked, expr: Expr) =>
  expr.kind === 'name' && checked.binding.symbolOf(expr.ref)?.kind === 'parameter'

function byReading(space: Space, expr: Extract<Expr, { kind: 'reading' }>, level: number): Formula | undefined {
  const { binding } = space.checked
  const reading = binding.symbolOf(expr.reading)
  if (!reading) return undefined
  const arms = expr.arms.map((arm) => ({ choice: binding.symbolOf(arm.choice), value: formulaOf(space, arm.value, level) }))
  const key = `(reading ${symbolKey(reading)})`
  const universe: Universe = { kind: 'values', values: reading.members.map(symbolKey), nothing: false }
  const operand = operandAt(space, key, { expr, universe, free: true })
  const chosen: Formula[] = []
  for (const { choice, value } of arms) {
    if (!choice || !value) return undefined
    const wanted = symbolKey(choice)
    chosen.push(conjunction([bitTest(operand, (cell) => cell.kind === 'value' && cell.value === wanted), value]))
  }
  return disjunction(chosen)
}

function opaque(space: Space, expr: Expr, level: number): Formula | undefined {
  const key = keyOf(space.checked.binding, expr, level)
  if (key === undefined) return undefined
  const known = space.opaque.get(key)
  if (known) return known
  const operand = operandAt(space, key, { expr, universe: TRUTH, free: fieldOf(space.checked, expr) !== undefined })
  const formula = bitTest(operand, (cell) => cell.kind === 'value' && cell.value === 'true')
  space.opaque.set(key, formula)
  return formula
}

function addOperand(space: Space, expr: Expr, level: number): Operand | undefined {
  const key = keyOf(space.checked.binding, expr, level)
  const known = key === undefined ? undefined : space.operands.get(key)
  if (key === undefined || known) return known
  const universe = universeOf(space.checked, expr)
  if (!universe) return undefined
  return operandAt(space, key, { expr, universe, free: fieldOf(space.checked, expr) !== undefined })
}

function operandAt(space: Space, key: string, what: Pick<Operand, 'expr' | 'against' | 'universe' | 'free'>): Operand {
  const known = space.operands.get(key)
  if (known) return known
  const whole = wholeOf(what.universe)
  const place = space.operands.size
  const operand: Operand = { ...what, key, place, numbers: [], texts: new Set(), ...(whole ? { whole } : {}) }
  space.operands.set(key, operand)
  return operand
}

/** A test that tells no number from another: it holds of all of them or of none. */
function bitTest(operand: Operand, holds: (cell: Cell) => boolean, numbers = true, constant?: string): Formula {
  const { whole } = operand
  const set = whole && setOf(whole, holds, { inside: numbers, edges: [] })
  const sets = set ? { sets: [set, complement(whole, set)] as const } : {}
  return test(operand, holds, { ...sets, ...(constant === undefined ? {} : { constant }) })
}
