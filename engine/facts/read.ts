import type { Day } from '../../dsl/value/date.ts'
import { readDeparture, readRecheck } from './acts.ts'
import { type Element, type Fact, fieldPath, joinPath, newElement, type Parent, pathOf, type ScalarFact } from './element.ts'
import { nearest } from './nearest.ts'
import type { EntityPlan, FieldPlan, Schema } from './plan.ts'
import type { Refuse } from './scalar.ts'
import { isBlank, isRecord, newSink, report, type Sink, shown } from './sink.ts'
import { readJudgements, readPlain, sourced, unify, unwrap } from './wrapped.ts'

/** What reading depends on beside the facts: the date judgements are seen from, and the year of a plain yearly value. */
export interface Reading {
  readonly schema: Schema
  readonly asOf: Day
  readonly year: number
}

interface Reader extends Reading {
  readonly sink: Sink
  /** the objects being read, outermost first */
  readonly open: unknown[]
}

const DEEPEST = 32
const LIST_KEYS: ReadonlyMap<string, string> = new Map([
  ['items', 'items'],
  ['项', 'items'],
  ['partial', 'partial'],
  ['不全', 'partial'],
  ['source', 'source'],
  ['来源', 'source'],
])
const LIST_NAMES: ReadonlySet<string> = new Set(['items', 'partial', 'source'])
const YEAR = /^[0-9]{4}$/

/** Reads a subject's facts into a tree, noting everything that is wrong with them. Never throws, whatever `raw` is. */
export function readSubject(
  raw: unknown,
  plan: EntityPlan,
  reading: Reading,
  brief: boolean,
): { readonly root: Element; readonly sink: Sink } {
  const sink = newSink(brief)
  const root = newElement(plan, undefined)
  try {
    readElement({ ...reading, sink, open: [] }, root, raw)
  } catch {
    // Only a value with code of its own (a proxy, a getter) can throw while it is read.
    report(sink, 'F629', () => '')
  }
  return { root, sink }
}

function readElement(reader: Reader, element: Element, raw: unknown): void {
  const { sink, open } = reader
  const path = () => pathOf(element)
  if (!isRecord(raw)) {
    report(sink, 'F603', path, () => ({ value: shown(raw) }))
    return
  }
  const code = open.length >= DEEPEST || open.includes(raw) ? 'F627' : --sink.budget < 0 ? 'F628' : undefined
  if (code !== undefined) {
    report(sink, code, path)
    if (code === 'F628') sink.full = true
    return
  }
  open.push(raw)
  const seen = new Set<unknown>()
  for (const key of Object.keys(raw)) {
    const target = element.plan.keys.get(key)
    const keyPath = () => joinPath(pathOf(element), typeof target === 'object' ? target.field.id : (target ?? key))
    if (target === undefined) {
      report(sink, 'F601', keyPath, () => ({ name: key, nearest: nearest(key, element.plan.keys.keys()) }))
    } else if (seen.has(target)) {
      const names = typeof target === 'object' ? { name: target.field.id, other: target.field.zh } : { name: target, other: key }
      report(sink, 'F602', keyPath, () => names)
    } else {
      seen.add(target)
      readKey(reader, element, target, raw[key], keyPath)
    }
    if (sink.full) break
  }
  open.pop()
}

function readKey(
  reader: Reader,
  element: Element,
  target: FieldPlan | 'id' | 'departures' | 'rechecks',
  raw: unknown,
  path: () => string,
): void {
  const refuse: Refuse = (code, args) => report(reader.sink, code, path, args)
  if (isBlank(raw)) return
  switch (target) {
    case 'id':
      if (typeof raw === 'string') element.id = raw
      else refuse('F615', () => ({ value: shown(raw) }))
      return
    case 'departures':
      element.departures = readActs(reader, raw, path, (entry, no) => readDeparture(element.plan, entry, no))
      return
    case 'rechecks':
      element.rechecks = readActs(reader, raw, path, (entry, no) => readRecheck(element.plan, entry, reader.schema, no))
      return
    default: {
      element.facts[target.index] = readFact(reader, element, target, raw, refuse)
      if (target.field.id === 'id' && typeof raw === 'string') element.id = raw
    }
  }
}

function readActs<T>(
  reader: Reader,
  raw: unknown,
  path: () => string,
  one: (entry: unknown, refuse: Refuse) => T | undefined,
): readonly T[] {
  if (!Array.isArray(raw)) {
    report(reader.sink, 'F619', path, () => ({ value: shown(raw) }))
    return []
  }
  const acts: T[] = []
  for (let i = 0; i < raw.length && !reader.sink.full; i++) {
    const act = one(raw[i], (code, args) => report(reader.sink, code, () => `${path()}[${i}]`, args))
    if (act !== undefined) acts.push(act)
  }
  return acts
}

function readFact(reader: Reader, element: Element, plan: FieldPlan, raw: unknown, refuse: Refuse): Fact | undefined {
  if (plan.kind === 'list') return readList(reader, element, plan, raw, refuse)
  if (plan.kind === 'entity') {
    const child = childOf(reader, plan, { element, field: plan })
    if (child !== undefined) readElement(reader, child, raw)
    return child && { kind: 'entity', element: child }
  }
  return plan.field.yearly ? readYearly(reader, element, plan, raw, refuse) : readOne(reader, plan, raw, undefined, refuse)
}

function readOne(
  reader: Reader,
  plan: FieldPlan,
  raw: unknown,
  source: string | undefined,
  refuse: Refuse,
): ScalarFact | undefined {
  return plan.roles === undefined
    ? readPlain(plan, raw, source, refuse)
    : readJudgements(plan, raw, reader.asOf, reader.schema, refuse)
}

/** A yearly fact: one value for the decision's year, or an object keyed by year. */
function readYearly(reader: Reader, element: Element, plan: FieldPlan, raw: unknown, refuse: Refuse): Fact | undefined {
  const outer = plan.roles === undefined ? unwrap(raw, refuse) : { value: raw }
  if (outer === undefined) return undefined
  const years = new Map<number, ScalarFact>()
  const put = (year: number, fact: ScalarFact | undefined) => (fact === undefined ? undefined : years.set(year, fact))
  const table = outer.value
  if (!isRecord(table) || !isYearTable(table)) {
    put(reader.year, isBlank(table) ? undefined : readOne(reader, plan, table, outer.source, refuse))
    return { kind: 'yearly', years }
  }
  for (const key of Object.keys(table)) {
    const path = () => `${fieldPath(element, plan)}@${key}`
    const no: Refuse = (code, args) => report(reader.sink, code, path, args)
    if (!YEAR.test(key) || Number(key) < 1) no('F631', () => ({ name: key }))
    else if (!isBlank(table[key])) put(Number(key), readOne(reader, plan, table[key], outer.source, no))
    if (reader.sink.full) break
  }
  return { kind: 'yearly', years }
}

/** 无, a judgement and a table of years are all objects; only the last has a year among its keys, or none of the others' keys. */
function isYearTable(raw: Record<string, unknown>): boolean {
  const keys = Object.keys(raw)
  return (
    keys.some((key) => YEAR.test(key)) ||
    !keys.some((key) => ['nothing', '无', 'value', '值', 'role', '角色', 'on', '日期'].includes(key))
  )
}

function readList(reader: Reader, element: Element, plan: FieldPlan, raw: unknown, refuse: Refuse): Fact | undefined {
  const type = plan.field.type
  if (type.kind !== 'list') return undefined
  let items: unknown = raw
  let partial = false
  let source: unknown
  if (isRecord(raw)) {
    const found = unify(raw, LIST_KEYS, LIST_NAMES, refuse)
    if (found === undefined) return undefined
    const given = found.get('partial')
    if (!found.has('items') || !(given === undefined || typeof given === 'boolean'))
      return refuse('F630', () => ({ value: shown(given) }))
    items = found.get('items')
    partial = given === true
    source = found.get('source')
    if (isBlank(items)) return undefined
    if (!isBlank(source) && typeof source !== 'string') return refuse('F615', () => ({ value: shown(source) }))
  }
  if (!Array.isArray(items)) return refuse('F619', () => ({ value: shown(items) }))
  const { length } = items
  if (type.atMost !== undefined && length > type.atMost) return refuse('F618', () => ({ length, most: type.atMost ?? 0 }))
  // A list longer than what is left would only be refused at its end.
  if (length > reader.sink.budget) {
    const refused = refuse('F628', () => ({}))
    reader.sink.full = true
    return refused
  }
  const elements: Element[] = []
  for (let index = 0; index < length && !reader.sink.full; index++) {
    const child = childOf(reader, plan, { element, field: plan, index })
    if (child === undefined) return undefined
    readElement(reader, child, items[index])
    elements.push(child)
  }
  return { kind: 'list', elements, partial, unsourced: !sourced(plan, typeof source === 'string' ? source : undefined) }
}

function childOf(reader: Reader, plan: FieldPlan, parent: Parent): Element | undefined {
  const type = plan.field.type
  const entity = type.kind === 'list' || type.kind === 'entity' ? reader.schema.entities.get(type.entity) : undefined
  return entity && newElement(entity, parent)
}
