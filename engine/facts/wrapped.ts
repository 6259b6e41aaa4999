import { type Day, parseDay } from '../../dsl/value/date.ts'
import type { Judgement, Scalar, ScalarFact } from './element.ts'
import { nearest } from './nearest.ts'
import type { FieldPlan, Schema } from './plan.ts'
import { type Refuse, readScalar } from './scalar.ts'
import { isBlank, isRecord, shown } from './sink.ts'

/** Both spellings of the keys of a value that comes with more than itself. */
const KEYS: Readonly<Record<string, string>> = {
  value: 'value',
  值: 'value',
  source: 'source',
  来源: 'source',
  role: 'role',
  角色: 'role',
  on: 'on',
  日期: 'on',
  by: 'by',
  经办人: 'by',
  basis: 'basis',
  依据: 'basis',
}
const SPELLINGS: ReadonlyMap<string, string> = new Map(Object.entries(KEYS))
const PLAIN_KEYS: ReadonlySet<string> = new Set(['value', 'source'])
const JUDGEMENT_KEYS: ReadonlySet<string> = new Set(['value', 'source', 'role', 'on', 'by', 'basis'])

/** Own keys under their English spelling; undefined after refusing an unknown or doubled one. */
export function unify(
  raw: Readonly<Record<string, unknown>>,
  spellings: ReadonlyMap<string, string>,
  allowed: ReadonlySet<string>,
  refuse: Refuse,
): ReadonlyMap<string, unknown> | undefined {
  const found = new Map<string, unknown>()
  for (const key of Object.keys(raw)) {
    const name = spellings.get(key)
    if (name === undefined || !allowed.has(name)) {
      const known = [...spellings].filter(([, id]) => allowed.has(id)).map(([spelling]) => spelling)
      return refuse('F601', () => ({ name: key, nearest: nearest(key, known) }))
    }
    if (found.has(name)) return refuse('F602', () => ({ name, other: key }))
    found.set(name, raw[key])
  }
  return found
}

/** Whether an object is a value with its source rather than, say, a table of years. */
function isWrapper(raw: unknown): raw is Record<string, unknown> {
  return isRecord(raw) && (Object.hasOwn(raw, 'value') || Object.hasOwn(raw, '值'))
}

/** Takes off {value, source}. */
export function unwrap(raw: unknown, refuse: Refuse): { readonly value: unknown; readonly source?: string } | undefined {
  if (!isWrapper(raw)) return { value: raw }
  const found = unify(raw, SPELLINGS, PLAIN_KEYS, refuse)
  return found && withSource(found.get('value'), found.get('source'), refuse)
}

function withSource(
  value: unknown,
  source: unknown,
  refuse: Refuse,
): { readonly value: unknown; readonly source?: string } | undefined {
  if (isBlank(source)) return { value }
  return typeof source === 'string' ? { value, source } : refuse('F615', () => ({ value: shown(source) }))
}

/** Whether a fact given from `source` may count. */
export function sourced(plan: FieldPlan, source: string | undefined): boolean {
  return plan.channel === undefined || (source !== undefined && plan.channel.has(source))
}

/** Reads a value that stands for itself or comes as {value, source}; undefined after a refusal, and for a blank. */
export function readPlain(plan: FieldPlan, raw: unknown, inherited: string | undefined, refuse: Refuse): ScalarFact | undefined {
  const inner = unwrap(raw, refuse)
  if (inner === undefined || isBlank(inner.value)) return undefined
  const source = inner.source ?? inherited
  const value = readScalar(plan, inner.value, refuse)
  if (value === undefined) return undefined
  const counts = sourced(plan, source)
  return {
    kind: 'scalar',
    value: counts ? value : undefined,
    given: value,
    ...(source === undefined ? {} : { source }),
    ...(counts ? {} : { cause: 'source' as const }),
  }
}

/** Reads {value, role, on, by?, basis?} or a list of those and picks the one that counts on `asOf`. */
export function readJudgements(plan: FieldPlan, raw: unknown, asOf: Day, schema: Schema, refuse: Refuse): ScalarFact | undefined {
  const entries = Array.isArray(raw) ? raw : [raw]
  const judgements: Judgement[] = []
  for (const entry of entries) {
    const judgement = readJudgement(plan, entry, schema, refuse)
    if (judgement === undefined) return undefined
    judgements.push(judgement)
  }
  return judgements.length === 0 ? undefined : chosen(plan, judgements, asOf)
}

function readJudgement(plan: FieldPlan, raw: unknown, schema: Schema, refuse: Refuse): Judgement | undefined {
  if (!isRecord(raw)) return refuse('F616', () => ({ value: shown(raw), missing: ['role', 'on'] }))
  const found = unify(raw, SPELLINGS, JUDGEMENT_KEYS, refuse)
  if (found === undefined) return undefined
  const missing = ['value', 'role', 'on'].filter((key) => isBlank(found.get(key)))
  if (missing.length > 0) return refuse('F616', () => ({ value: shown(raw), missing }))
  const value = readScalar(plan, found.get('value'), refuse)
  const signed = value === undefined ? undefined : readSignature(found, schema, refuse)
  return value === undefined || signed === undefined ? undefined : { value, ...signed }
}

type Signature = Omit<Judgement, 'value'>

/** Reads who, when and on what grounds: role and on, and the texts by, basis and source where they are given. */
export function readSignature(found: ReadonlyMap<string, unknown>, schema: Schema, refuse: Refuse): Signature | undefined {
  const given = found.get('role')
  const role = typeof given === 'string' ? schema.roles.get(given) : undefined
  if (role === undefined) {
    return refuse('F617', () => ({
      value: shown(given),
      nearest: typeof given === 'string' ? nearest(given, schema.roles.keys()) : [],
    }))
  }
  const on = readDay(found.get('on'), refuse)
  if (on === undefined) return undefined
  const texts: { by?: string; basis?: string; source?: string } = {}
  for (const key of ['by', 'basis', 'source'] as const) {
    const text = found.get(key)
    if (isBlank(text)) continue
    if (typeof text !== 'string') return refuse('F615', () => ({ value: shown(text) }))
    texts[key] = text
  }
  return { role, on, ...texts }
}

/** Reads the date of an act. */
export function readDay(raw: unknown, refuse: Refuse): Day | undefined {
  const shaped = typeof raw === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(raw)
  if (!shaped) return refuse('F611', () => ({ value: shown(raw) }))
  return parseDay(raw) ?? refuse('F612', () => ({ value: raw }))
}

/** The latest entry by an entitled role on or before `asOf`; two values on that day are a tie. */
function chosen(plan: FieldPlan, judgements: readonly Judgement[], asOf: Day): ScalarFact {
  const given = judgements[judgements.length - 1]!.value
  const unknown = (cause: 'source' | 'role' | 'later' | 'tie'): ScalarFact => ({
    kind: 'scalar',
    value: undefined,
    given,
    cause,
    judgements,
  })
  const entitled = judgements.filter((entry) => plan.roles?.has(entry.role))
  if (entitled.length === 0) return unknown('role')
  const counted = entitled.filter((entry) => sourced(plan, entry.source))
  if (counted.length === 0) return unknown('source')
  const seen = counted.filter((entry) => entry.on <= asOf)
  if (seen.length === 0) return unknown('later')
  const latest = seen.reduce((day, entry) => Math.max(day, entry.on), Number.NEGATIVE_INFINITY)
  const last = seen.filter((entry) => entry.on === latest)
  const value = last[0]!.value
  if (last.some((entry) => !sameScalar(entry.value, value))) return unknown('tie')
  return { kind: 'scalar', value, given: value, source: last[0]!.role, judgements }
}

/** Whether two known values of one type are the same. */
export function sameScalar(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a.n === b.n && a.d === b.d
  return a === b
}
