import type { Place, Term } from '../../dsl/lower/program.ts'
import { and, not, or, truthName } from '../../dsl/value/index.ts'
import { gapOf } from './distance.ts'
import type { Cause, ConditionNode, ElementName, ElementNode, Label } from './explanation.ts'
import { type FactSeen, factOf } from './fact.ts'
import { figureOf, typeOf } from './figure.ts'
import { inFilter, ofBody } from './trace-list.ts'
import type { ElementTrace, LineTrace, Trace } from './trace-node.ts'
import { numberValue, truthOf } from './value.ts'
import { type Element, named, type World } from './world.ts'

/** The names of a declared thing. */
export function labelOf(term: Pick<Term, 'zh' | 'en'>): Label {
  return { zh: term.zh, en: term.en }
}

/** The names behind an id; the id itself where the program does not know it. */
export function labelOfId(map: ReadonlyMap<string, Term>, id: string): Label {
  const term = map.get(id)
  return term === undefined ? { zh: id, en: id } : labelOf(term)
}

/** How an element is called: its place in its list and its id, or else its first known text. */
export function elementName(world: World, element: Element): ElementName {
  const id = element.facts?.['id']
  let called = typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
  for (const field of element.entity.fields) {
    if (called !== undefined) break
    if (field.type.kind !== 'text' || field.yearly) continue
    const { value } = factOf(world, element, field)
    if (value.kind === 'plain' && value.state === 'known') called = value.text
  }
  const label = element.index === undefined && element.via !== undefined ? labelOf(element.via) : labelOf(element.entity)
  return {
    label,
    ...(element.index === undefined ? {} : { number: element.index + 1 }),
    ...(called === undefined ? {} : { called }),
  }
}

/** The cause of a fact that was given and does not count, in names. */
export function causeOf(world: World, fact: FactSeen): Cause | undefined {
  if (fact.cause === undefined) return undefined
  const names = fact.cause.kind === 'source' ? world.channels : world.roles
  return { kind: fact.cause.kind, given: fact.cause.given.map((id) => labelOfId(names, id)) }
}

/** Whose a place is, seen from the innermost element. */
function whose(world: World, place: Place | undefined, elements: readonly Element[]): Label[] {
  if (place === undefined) return []
  if (place.kind === 'element') {
    const element = place.depth === 0 ? undefined : elements[place.depth]
    return element === undefined ? [] : [labelOf(element.entity)]
  }
  const field = named(
    world.entities,
    place.of.kind === 'element' ? (elements[place.of.depth]?.entity.id ?? '') : place.of.entity,
  ).fields.find((one) => one.id === place.field)
  return [...whose(world, place.of, elements), ...(field === undefined ? [] : [labelOf(field)])]
}

function factParts(world: World, fact: FactSeen): Partial<ConditionNode> {
  const cause = causeOf(world, fact)
  const { judged } = fact
  return {
    label: labelOf(fact.field),
    path: fact.path,
    ...(fact.field.yearly && fact.year !== undefined ? { year: fact.year } : {}),
    ...(fact.source === undefined ? {} : { source: labelOfId(world.channels, fact.source) }),
    ...(cause === undefined ? {} : { cause }),
    ...(judged === undefined ? {} : { judged: { ...judged, role: labelOfId(world.roles, judged.role) } }),
  }
}

function elementNode(world: World, one: ElementTrace, trace: Trace, elements: readonly Element[]): ElementNode {
  const inner = [one.element, ...elements]
  const [f, p] = [inFilter(one), one.body?.value.kind === 'truth' ? ofBody(one) : 1]
  const every = trace.expr.kind === 'quantifier' && trace.expr.quantifier === 'every'
  return {
    path: one.element.path,
    name: elementName(world, one.element),
    member: truthName(f),
    holds: truthName(every ? or(not(f), p) : and(f, p)),
    ...(one.filter === undefined ? {} : { filter: conditionOf(world, one.filter, inner) }),
    ...(one.body === undefined ? {} : { body: conditionOf(world, one.body, inner) }),
  }
}

function listParts(world: World, trace: Trace, elements: readonly Element[]): Partial<ConditionNode> {
  if (trace.list === undefined || !('list' in trace.expr)) return {}
  const { filter, body } = trace.pattern ?? {}
  const of = named(world.entities, trace.expr.list.of)
  const absent: Element = { entity: of, path: '', facts: undefined }
  return {
    of: whose(world, trace.expr.list.place, elements),
    list: { label: labelOf(trace.list.field), of: labelOf(of), listed: trace.list.elements.length, state: trace.list.state },
    elements: trace.elements!.map((one) => elementNode(world, one, trace, elements)),
    ...(filter === undefined ? {} : { filter: conditionOf(world, filter, [absent, ...elements]) }),
    ...(body === undefined ? {} : { body: conditionOf(world, body, [absent, ...elements]) }),
    ...(trace.tally === undefined ? {} : { tally: trace.tally }),
  }
}

function ownParts(world: World, trace: Trace, elements: readonly Element[]): Partial<ConditionNode> {
  const { expr } = trace
  switch (expr.kind) {
    case 'field':
      return { ...factParts(world, trace.fact!), of: whose(world, expr.place, elements) }
    case 'parameter': {
      const { entry } = trace
      const label = labelOf(named(world.parameters, expr.parameter))
      if (entry === undefined)
        return {
          label,
          ...(expr.category !== undefined && trace.parts[0]!.value.kind === 'plain' && trace.parts[0]!.value.state !== 'known'
            ? {}
            : { blocked: 'parameter' }),
        }
      const period = {
        ...(entry.from === undefined ? {} : { from: entry.from }),
        ...(entry.to === undefined ? {} : { to: entry.to }),
      }
      return { label, period, ...(entry.origin === undefined ? {} : { origin: entry.origin }) }
    }
    case 'external':
      return { label: labelOf(named(world.externals, expr.external)), blocked: 'external' }
    case 'definition':
      return { label: labelOf(named(world.definitions, expr.definition)), of: whose(world, expr.place, elements) }
    case 'meets':
      return {
        label: labelOf(named(world.standards, expr.standard)),
        of: whose(world, expr.place, elements),
        word: trace.standard!.outcome,
      }
    case 'reading': {
      const reading = named(world.readingById, expr.reading)
      return {
        label: labelOfId(new Map(reading.choices.map((choice) => [choice.id, choice])), world.readings[reading.id]!),
        branch: 0,
        word: reading.id,
      }
    }
    case 'compare': {
      const gap = gapOf(world, trace)
      return { word: expr.word, ...(gap === undefined ? {} : { gap }) }
    }
    case 'between':
      return { word: `${expr.lowOpen ? 'open' : 'closed'}_${expr.highOpen ? 'open' : 'closed'}` }
    case 'arithmetic':
      return { word: expr.op }
    case 'round':
      return { word: expr.mode, step: expr.to }
    case 'extreme':
      return { word: expr.which }
    case 'quantifier':
      return { word: expr.quantifier }
    case 'status':
      return { word: expr.status }
    case 'time':
      return { word: expr.time }
    case 'datePart':
      return { word: expr.part }
    case 'dateAdd':
      return { word: expr.unit, amount: expr.amount }
    case 'if':
    case 'table':
      return trace.branch === undefined ? {} : { branch: Math.max(0, trace.parts.indexOf(trace.branch)) }
    default:
      return {}
  }
}

const TRUTHS: ReadonlySet<string> = new Set([
  'not',
  'and',
  'or',
  'compare',
  'between',
  'in',
  'has',
  'status',
  'quantifier',
  'meets',
])

const COMPARED: ReadonlySet<string> = new Set(['compare', 'between', 'in'])

/** Figures that are compared are read alike: a bare 0.02 beside a share is 2%, a bare 5 beside 人 is 5 人. */
function alike(parts: readonly ConditionNode[]): readonly ConditionNode[] {
  const typed = parts.find((part) => part.figure?.kind === 'ratio' || part.figure?.unit !== undefined)?.figure
  if (typed === undefined) return parts
  return parts.map((part) => {
    const { figure } = part
    if (figure?.kind !== 'number' || figure.unit !== undefined) return part
    return { ...part, figure: { ...figure, kind: typed.kind, ...(typed.unit === undefined ? {} : { unit: typed.unit }) } }
  })
}

/** A traced expression as plain JSON: its shape, what every part came to, and where each figure is from. `elements` innermost first. */
export function conditionOf(world: World, trace: Trace, elements: readonly Element[]): ConditionNode {
  const { expr, value } = trace
  const inner = expr.kind === 'definition' ? (trace.at === undefined ? [] : [trace.at]) : elements
  const parts =
    trace.lines?.map((line) => lineNode(world, line, inner)) ?? trace.parts.map((part) => conditionOf(world, part, inner))
  const truth = TRUTHS.has(expr.kind) || value.kind === 'truth'
  return {
    node: expr.id,
    kind: expr.kind,
    ...(truth ? { truth: truthName(truthOf(value)) } : { figure: figureOf(world, value, typeOf(world, expr)) }),
    ...ownParts(world, trace, elements),
    ...listParts(world, trace, elements),
    parts: COMPARED.has(expr.kind) ? alike(parts) : parts,
  }
}

/** A line of a score reads like a definition of its own: its name, its points, and what they come from. */
function lineNode(world: World, { line, points, value, when }: LineTrace, elements: readonly Element[]): ConditionNode {
  return {
    node: line.value.id,
    kind: 'definition',
    label: labelOf(line),
    figure: figureOf(world, numberValue(points), typeOf(world, line.value)),
    parts: [value, ...(when === undefined ? [] : [when])].map((part) => conditionOf(world, part, elements)),
  }
}
