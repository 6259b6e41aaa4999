import { formatDay } from '../../dsl/value/date.ts'
import { toFractionText } from '../../dsl/value/rational.ts'
import { type Element, type Fact, NIL, type Scalar, type ScalarFact } from './element.ts'
import type { FieldPlan } from './plan.ts'

/** Plain JSON of what was read: ids for names, sorted keys, one spelling for each value. Equal facts give equal data. */
export function canonicalFacts(element: Element): unknown {
  const entries: [string, unknown][] = []
  for (const plan of element.plan.fields) {
    const fact = element.facts[plan.index]
    if (fact !== undefined) entries.push([plan.field.id, canonicalFact(plan, fact)])
  }
  if (element.id !== undefined && !element.plan.byId.has('id')) entries.push(['id', element.id])
  if (element.departures.length > 0)
    entries.push(['departures', element.departures.map((entry) => sorted({ ...entry, on: formatDay(entry.on) }))])
  if (element.rechecks.length > 0)
    entries.push(['rechecks', element.rechecks.map((entry) => sorted({ ...entry, on: formatDay(entry.on) }))])
  return sorted(Object.fromEntries(entries))
}

function canonicalFact(plan: FieldPlan, fact: Fact): unknown {
  switch (fact.kind) {
    case 'scalar':
      return canonicalScalar(plan, fact)
    case 'yearly':
      return sorted(Object.fromEntries([...fact.years].map(([year, entry]) => [`@${year}`, canonicalScalar(plan, entry)])))
    case 'entity':
      return canonicalFacts(fact.element)
    case 'list': {
      const items = fact.elements.map(canonicalFacts)
      return fact.partial || fact.unsourced ? { items, partial: fact.partial, unsourced: fact.unsourced } : items
    }
    default: {
      const unreachable: never = fact
      return unreachable
    }
  }
}

function canonicalScalar(plan: FieldPlan, fact: ScalarFact): unknown {
  if (fact.judgements !== undefined) {
    return fact.judgements.map((entry) => sorted({ ...entry, on: formatDay(entry.on), value: plain(plan, entry.value) }))
  }
  const value = plain(plan, fact.given)
  return fact.source === undefined ? value : { source: fact.source, value }
}

function plain(plan: FieldPlan, value: Scalar | undefined): unknown {
  if (value === NIL) return { nothing: true }
  if (value === undefined || typeof value === 'boolean') return value ?? null
  if (typeof value === 'object') return toFractionText(value)
  return plan.kind === 'date' ? formatDay(Number(value)) : value
}

/** The object with its keys in code unit order. */
export function sorted(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = Object.keys(object).sort()
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]))
}
