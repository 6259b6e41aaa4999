import type { CompareOp, ExprOf } from '../../dsl/lower/program.ts'
import {
  add,
  compare,
  divide,
  equals,
  FALSE,
  multiply,
  negate,
  parseRational,
  type Rational,
  subtract,
  TRUE,
  type Truth,
  truthName,
  UNKNOWN,
  ZERO,
} from '../../dsl/value/index.ts'
import { conditionOf, elementName, labelOf, labelOfId } from './condition.ts'
import { figureIn, flipped, gridOf, opposite, pointOf, restsOnFacts, sharePeople, targetOf } from './distance.ts'
import type { ConditionNode, Remedy } from './explanation.ts'
import { inFilter, ofBody } from './trace-list.ts'
import type { ElementTrace, Trace } from './trace-node.ts'
import { truthOf } from './value.ts'
import { type Element, named, type World } from './world.ts'

/** `done`: it is so already. `never`: no fact about this subject would make it so. */
export type Way = Remedy | 'done' | 'never'

/** All ways together; one that cannot be gone closes them all. */
export function allOf(ways: readonly Way[]): Way {
  if (ways.includes('never')) return 'never'
  const parts = ways.filter((way): way is Remedy => typeof way === 'object')
  return parts.length === 0 ? 'done' : parts.length === 1 ? parts[0]! : { kind: 'all', parts }
}

/** `count` of the ways; those that cannot be gone are left out. */
export function anyOf(ways: readonly Way[], count = 1): Way {
  const open = count - ways.filter((way) => way === 'done').length
  if (open <= 0) return 'done'
  const parts = ways.filter((way): way is Remedy => typeof way === 'object')
  if (parts.length < open) return 'never'
  if (parts.length === open) return allOf(parts)
  return { kind: 'any', count: open, parts }
}

interface Scope {
  readonly world: World
  readonly elements: readonly Element[]
}

function subjectOf(scope: Scope, trace: Trace): ConditionNode {
  const [chosen] = trace.parts
  // A reading is named by its choice, which says nothing of the figure.
  if (trace.expr.kind === 'reading' && chosen !== undefined) return subjectOf(scope, chosen)
  const node = conditionOf(scope.world, trace, scope.elements)
  const { elements: _, ...rest } = node
  return node.label === undefined ? rest : { ...rest, parts: [] }
}

/** Whether the field could never hold the number. */
function outOfRange(trace: Trace, number: Rational): boolean {
  const { low, high } = trace.fact?.field ?? {}
  const [least, most] = [low, high].map((bound) => (bound === undefined ? undefined : parseRational(bound)))
  return (least !== undefined && compare(number, least) < 0) || (most !== undefined && compare(number, most) > 0)
}

/** What makes a number stand in the relation to `line`. */
function numberWay(scope: Scope, trace: Trace, op: CompareOp, line: Rational): Way {
  const { world } = scope
  if (!restsOnFacts(trace)) return 'never'
  const { expr } = trace
  if (expr.kind === 'share') {
    const { tally } = trace
    if (tally === undefined || tally.open !== 0) return 'never'
    const people = sharePeople(op, line, tally.hits, tally.members)
    if (people === undefined) return 'never'
    return { kind: 'share', subject: subjectOf(scope, trace), ...people, hits: tally.hits, members: tally.members }
  }
  const target = targetOf(op, line, gridOf(trace))
  if (target === undefined || outOfRange(trace, target.to)) return 'never'
  if (expr.kind === 'field' && trace.fact !== undefined) {
    const bound = trace.fact.value
    if (bound.kind === 'number' && bound.nothing === 'yes')
      return { kind: 'exists', subject: subjectOf(scope, trace), needed: true }
  }
  const current = pointOf(trace)
  const by = current === undefined ? undefined : subtract(target.to, current)
  const size = by === undefined ? undefined : compare(by, ZERO) < 0 ? negate(by) : by
  const through = throughWay(scope, trace, op, line)
  return {
    kind: 'number',
    subject: subjectOf(scope, trace),
    direction: target.direction,
    to: figureIn(world, trace, target.to),
    beyond: target.beyond,
    ...(current === undefined ? {} : { current: figureIn(world, trace, current) }),
    ...(size === undefined || equals(size, ZERO) ? {} : { by: figureIn(world, trace, size) }),
    ...(typeof through === 'object' ? { through } : {}),
  }
}

/** The same demand made of the one figure behind a definition, a ratio, a sum or a difference. */
function throughWay(scope: Scope, trace: Trace, op: CompareOp, line: Rational): Way {
  const { expr, parts } = trace
  const inner = expr.kind === 'definition' ? { world: scope.world, elements: trace.at === undefined ? [] : [trace.at] } : scope
  switch (expr.kind) {
    case 'definition':
      return parts[0]!.expr.kind === 'share' ? numberWay(inner, parts[0]!, op, line) : throughWay(inner, parts[0]!, op, line)
    case 'reading':
    case 'if':
    case 'table':
      return trace.branch === undefined ? 'never' : throughWay(scope, trace.branch, op, line)
    case 'ratio': {
      const whole = pointOf(parts[1]!)
      if (whole === undefined || compare(whole, ZERO) <= 0) return 'never'
      return numberWay(scope, parts[0]!, op, multiply(line, whole))
    }
    case 'arithmetic': {
      const [left, right] = parts as [Trace, Trace]
      const other = pointOf(right)
      if (other === undefined) return 'never'
      if (expr.op === '+') return numberWay(scope, left, op, subtract(line, other))
      if (expr.op === '-') return numberWay(scope, left, op, add(line, other))
      if (compare(other, ZERO) <= 0) return 'never'
      return numberWay(scope, left, op, expr.op === '/' ? multiply(line, other) : divide(line, other))
    }
    default:
      return 'never'
  }
}

function compareWay(scope: Scope, trace: Trace, want: boolean): Way {
  const expr = trace.expr as ExprOf<'compare'>
  const [left, right] = trace.parts as [Trace, Trace]
  const op = want ? expr.op : opposite(expr.op)
  if (left.value.kind === 'truth') {
    const literal = truthOf(right.value)
    if (literal !== UNKNOWN && !restsOnFacts(right)) return wayTo(scope, left, (literal === TRUE) === (op === 'eq'))
  }
  if (left.value.kind === 'number') {
    const [l, r] = [pointOf(left), pointOf(right)]
    if (op !== 'ne' && restsOnFacts(left) && r !== undefined) return numberWay(scope, left, op, r)
    if (op !== 'ne' && restsOnFacts(right) && l !== undefined) return numberWay(scope, right, flipped(op), l)
  }
  const [subject, to, turned] = restsOnFacts(left) ? [left, right, false] : [right, left, true]
  if (!restsOnFacts(subject)) return 'never'
  if (turned) return { kind: 'condition', subject: subjectOf(scope, trace), needed: want }
  return { kind: 'value', subject: subjectOf(scope, subject), word: expr.word, needed: want, to: subjectOf(scope, to) }
}

/** What an element must become; its filter is offered only where its body cannot help, for nobody is told to stop being ill. */
function elementWay(scope: Scope, one: ElementTrace, body: boolean, want: Truth): Way {
  const inner = { world: scope.world, elements: [one.element, ...scope.elements] }
  const byBody = one.body === undefined ? 'never' : wayTo(inner, one.body, body)
  const byFilter = one.filter === undefined ? 'never' : wayTo(inner, one.filter, want === TRUE)
  const way =
    want === TRUE ? allOf([byBody, ...(one.filter === undefined ? [] : [byFilter])]) : byBody === 'never' ? byFilter : byBody
  if (typeof way === 'string') return way
  return { kind: 'element', path: one.element.path, name: elementName(scope.world, one.element), remedy: way }
}

function quantifierWay(scope: Scope, trace: Trace, want: boolean): Way {
  const expr = trace.expr as ExprOf<'quantifier'>
  const elements = trace.elements ?? []
  const learn: Way[] = trace.list?.state === 'complete' ? [] : [{ kind: 'learn', subject: subjectOf(scope, trace), needed: want }]
  if (expr.quantifier === 'every') {
    if (!want) return anyOf([...elements.map((one) => elementWay(scope, one, false, TRUE)), ...learn])
    const open = elements.filter((one) => inFilter(one) !== FALSE && ofBody(one) !== TRUE)
    return allOf([...open.map((one) => elementWay(scope, one, true, FALSE)), ...learn])
  }
  const some = (expr.quantifier === 'some') === want
  if (some) return anyOf([...elements.map((one) => elementWay(scope, one, true, TRUE)), ...learn])
  const open = elements.filter((one) => inFilter(one) !== FALSE && ofBody(one) !== FALSE)
  return allOf([...open.map((one) => elementWay(scope, one, false, FALSE)), ...learn])
}

function fieldWay(scope: Scope, trace: Trace, want: boolean): Way {
  const field = trace.fact!.field
  const subject = subjectOf(scope, trace)
  if (field.judgement !== undefined) {
    const roles = field.judgement.roles.map((id) => labelOfId(scope.world.roles, id))
    return { kind: 'judge', subject, roles, needed: want }
  }
  return truthOf(trace.value) === UNKNOWN ? { kind: 'learn', subject, needed: want } : { kind: 'truth', subject, needed: want }
}

/** What would make a condition come out `want`: exact distances for numbers, the fact that must change for the rest. */
export function wayTo(scope: Scope, trace: Trace, want: boolean): Way {
  const truth = truthOf(trace.value)
  if (truth === (want ? TRUE : FALSE)) return 'done'
  const { expr, parts } = trace
  switch (expr.kind) {
    case 'field':
      return fieldWay(scope, trace, want)
    case 'not':
      return wayTo(scope, parts[0]!, !want)
    case 'and':
    case 'or': {
      const ways = parts.map((part) => wayTo(scope, part, want))
      return (expr.kind === 'and') === want ? allOf(ways) : anyOf(ways)
    }
    case 'compare':
      return compareWay(scope, trace, want)
    case 'quantifier':
      return quantifierWay(scope, trace, want)
    case 'definition':
      return wayTo({ world: scope.world, elements: trace.at === undefined ? [] : [trace.at] }, parts[0]!, want)
    case 'reading':
      return wayTo(scope, parts[0]!, want)
    case 'if':
    case 'table':
      if (trace.branch !== undefined) return wayTo(scope, trace.branch, want)
      break
    case 'has':
      return restsOnFacts(trace) ? { kind: 'exists', subject: subjectOf(scope, parts[0]!), needed: want } : 'never'
    case 'meets':
      return {
        kind: 'standard',
        standard: labelOf(named(scope.world.standards, expr.standard)),
        of: conditionOf(scope.world, trace, scope.elements).of ?? [],
        needed: want,
      }
    case 'between': {
      const [value, low, high] = parts as [Trace, Trace, Trace]
      const [v, l, h] = [pointOf(value), pointOf(low), pointOf(high)]
      if (!want || v === undefined || l === undefined || h === undefined) break
      if (compare(v, l) <= 0) return numberWay(scope, value, expr.lowOpen ? 'gt' : 'ge', l)
      return numberWay(scope, value, expr.highOpen ? 'lt' : 'le', h)
    }
    default:
      break
  }
  if (!restsOnFacts(trace)) return 'never'
  const kind = truthName(truth) === 'unknown' ? 'learn' : 'condition'
  return { kind, subject: subjectOf(scope, trace), needed: want }
}
