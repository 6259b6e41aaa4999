import type { Departure, Recheck } from './element.ts'
import { nearest } from './nearest.ts'
import type { EntityPlan, Schema } from './plan.ts'
import type { Refuse } from './scalar.ts'
import { isBlank, isRecord, shown } from './sink.ts'
import { readDay, readSignature, unify } from './wrapped.ts'

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['item', 'item'],
  ['条目', 'item'],
  ['reason', 'reason'],
  ['理由', 'reason'],
  ['by', 'by'],
  ['经办人', 'by'],
  ['on', 'on'],
  ['日期', 'on'],
  ['result', 'result'],
  ['结果', 'result'],
  ['role', 'role'],
  ['角色', 'role'],
  ['basis', 'basis'],
  ['依据', 'basis'],
])
const DEPARTURE_KEYS: ReadonlySet<string> = new Set(['item', 'reason', 'by', 'on'])
const RECHECK_KEYS: ReadonlySet<string> = new Set(['item', 'result', 'role', 'on', 'by', 'basis'])
const RESULTS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ['pass', true],
  ['符合', true],
  ['fail', false],
  ['不符合', false],
])

/** Reads one departure; undefined after a refusal. */
export function readDeparture(plan: EntityPlan, raw: unknown, refuse: Refuse): Departure | undefined {
  const found = isRecord(raw) ? unify(raw, SPELLINGS, DEPARTURE_KEYS, refuse) : refuse('F603', () => ({ value: shown(raw) }))
  if (found === undefined) return undefined
  const missing = ['item', 'reason', 'by', 'on'].filter((key) => isBlank(found.get(key)))
  if (missing.length > 0) return refuse('F620', () => ({ missing }))
  const item = itemOf(plan.departable, found.get('item'), 'F622', refuse)
  const on = item === undefined ? undefined : readDay(found.get('on'), refuse)
  const reason = found.get('reason')
  const by = found.get('by')
  if (item === undefined || on === undefined) return undefined
  if (typeof reason !== 'string') return refuse('F615', () => ({ value: shown(reason) }))
  if (typeof by !== 'string') return refuse('F615', () => ({ value: shown(by) }))
  return { item, reason, by, on }
}

/** Reads one re-check; undefined after a refusal. */
export function readRecheck(plan: EntityPlan, raw: unknown, schema: Schema, refuse: Refuse): Recheck | undefined {
  const found = isRecord(raw) ? unify(raw, SPELLINGS, RECHECK_KEYS, refuse) : refuse('F603', () => ({ value: shown(raw) }))
  if (found === undefined) return undefined
  const missing = ['item', 'result', 'role', 'on'].filter((key) => isBlank(found.get(key)))
  if (missing.length > 0) return refuse('F621', () => ({ missing }))
  const item = itemOf(plan.items, found.get('item'), 'F623', refuse)
  if (item === undefined) return undefined
  const pass = RESULTS.get(found.get('result'))
  if (pass === undefined) return refuse('F624', () => ({ value: shown(found.get('result')) }))
  const signed = readSignature(found, schema, refuse)
  return signed && { item, pass, ...signed }
}

function itemOf(items: ReadonlyMap<string, string>, raw: unknown, code: 'F622' | 'F623', refuse: Refuse): string | undefined {
  const item = typeof raw === 'string' ? items.get(raw) : undefined
  if (item !== undefined) return item
  return refuse(code, () => ({ value: shown(raw), nearest: typeof raw === 'string' ? nearest(raw, items.keys()) : [] }))
}
