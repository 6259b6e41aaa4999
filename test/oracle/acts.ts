import type { Entity, Field, Item, Program } from '../../dsl/lower/program.ts'
import { parts } from './calendar.ts'
import type { Departure, Recheck } from './element.ts'
import { Refusal } from './problem.ts'
import { isObject, isUnknown, type Json, readScalar } from './scalar.ts'
import type { Value } from './value.ts'

function text(json: unknown, path: string): string {
  if (typeof json !== 'string' || json === '') throw new Refusal('incomplete-act', path)
  return json
}

function date(json: unknown, path: string): string {
  const written = text(json, path)
  if (parts(written) === undefined) throw new Refusal('no-such-date', path)
  return written
}

function onlyKeys(json: Json, allowed: readonly string[], path: string): void {
  const odd = Object.keys(json).find((key) => !allowed.includes(key))
  if (odd !== undefined) throw new Refusal('unknown-key', `${path}.${odd}`)
}

/** The id of the role named by id or Chinese name. */
function roleId(program: Program, name: string, path: string): string {
  const role = program.roles.find((r) => r.id === name) ?? program.roles.find((r) => r.zh === name)
  if (role === undefined) throw new Refusal('incomplete-act', path)
  return role.id
}

/** 认定: the latest entry by an entitled role on or before 评定日; undefined if none counts or two different values tie. */
export function readJudgement(program: Program, field: Field, json: unknown, asOf: string, path: string): Value | undefined {
  const entries = (Array.isArray(json) ? json : [json]).map((entry) => {
    if (!isObject(entry)) throw new Refusal('wrong-type', path)
    onlyKeys(entry, ['value', '值', 'role', 'on', 'by', 'basis'], path)
    const written = Object.hasOwn(entry, 'value') ? entry['value'] : entry['值']
    if (isUnknown(written)) throw new Refusal('incomplete-act', path)
    const value = readScalar(program, field, written, path)
    return { value, role: roleId(program, text(entry['role'], path), path), on: date(entry['on'], path) }
  })
  const counting = entries.filter((e) => field.judgement!.roles.includes(e.role) && e.on <= asOf)
  const latest = counting
    .map((e) => e.on)
    .sort()
    .at(-1)
  const last = counting.filter((e) => e.on === latest).map((e) => e.value)
  const agreed = last.every((v) => spelled(v) === spelled(last[0]!))
  return last.length > 0 && agreed ? last[0] : undefined
}

const spelled = (v: Value): string => JSON.stringify(v, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))

function* itemsBelow(items: readonly Item[]): Iterable<Item> {
  for (const item of items) {
    yield item
    yield* itemsBelow(item.group?.parts ?? [])
  }
}

/** The item of some standard about this entity, by id or Chinese name, that such an act may name. */
function itemId(program: Program, entity: Entity, name: string, path: string, may: (item: Item) => boolean): string {
  const standards = program.standards.filter((s) => s.entity === entity.id)
  const items = standards.flatMap((s) => [...itemsBelow(s.items)]).filter(may)
  const found = items.find((i) => i.id === name) ?? items.find((i) => i.zh === name)
  if (found === undefined) throw new Refusal('incomplete-act', path)
  return found.id
}

function list(json: unknown, path: string): Json[] {
  if (isUnknown(json)) return []
  if (!Array.isArray(json) || !json.every(isObject)) throw new Refusal('wrong-type', path)
  return json
}

/** 偏离, those dated on or before 评定日. */
export function readDepartures(program: Program, entity: Entity, json: unknown, asOf: string, path: string): Departure[] {
  const read = list(json, path).map((entry) => {
    onlyKeys(entry, ['item', 'reason', 'by', 'on'], path)
    return {
      item: itemId(program, entity, text(entry['item'], path), path, (i) => i.inPrinciple),
      reason: text(entry['reason'], path),
      by: text(entry['by'], path),
      on: date(entry['on'], path),
    }
  })
  return read.filter((d) => d.on <= asOf)
}

const RESULTS: Readonly<Record<string, 'pass' | 'fail'>> = { pass: 'pass', 符合: 'pass', fail: 'fail', 不符合: 'fail' }

/** 复核, those dated on or before 评定日. */
export function readRechecks(program: Program, entity: Entity, json: unknown, asOf: string, path: string): Recheck[] {
  const read = list(json, path).map((entry) => {
    onlyKeys(entry, ['item', 'result', 'role', 'on', 'by', 'basis'], path)
    const result = RESULTS[text(entry['result'], path)]
    if (result === undefined) throw new Refusal('incomplete-act', path)
    const item = itemId(program, entity, text(entry['item'], path), path, () => true)
    return { item, result, role: roleId(program, text(entry['role'], path), path), on: date(entry['on'], path) }
  })
  return read.filter((r) => r.on <= asOf)
}
