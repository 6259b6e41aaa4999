import type { Day } from '../../../dsl/value/date.ts'
import { nearest } from '../../facts/nearest.ts'
import { isRecord, type ProblemArgs, report, type Sink, shown } from '../../facts/sink.ts'
import { dayFrom } from '../days.ts'
import type { Names } from '../names.ts'
import type { Keys, Trail } from './keys.ts'

/** Where a value stands, made into text only for somebody who reads it. */
export type Path = () => string

/** Notes a problem; always undefined. */
export function refuse(sink: Sink, code: string, path: Path, args?: () => ProblemArgs): undefined {
  return report(sink, code, path, args)
}

const DATE_SHAPE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const LONGEST_TEXT = 1000
const MOST_PEOPLE = 10_000_000

/** The values of an object by key, each in one spelling, blank ones left out; undefined after refusing what is none. Unknown and doubled keys are refused. */
export function readRecord<K extends string>(
  sink: Sink,
  raw: unknown,
  keys: Keys<K>,
  path: Path,
): Readonly<Record<K, unknown>> | undefined {
  if (!isRecordFast(raw)) return refuse(sink, 'K101', path, () => ({ value: shown(raw) }))
  const values: Record<K, unknown> = { ...keys.blank }
  const own = Object.getPrototypeOf(raw) === Object.prototype ? raw : { ...raw }
  let bits = 0
  for (const key in own) {
    const value = own[key]
    const known = keys.bySpelling.get(key)
    if (known === undefined) refuseKey(sink, key, keys, path)
    else if ((bits & known.bit) !== 0) refuseDouble(sink, known.name, key, path)
    else if (value !== undefined && value !== null && value !== '') {
      values[known.name] = value
      bits |= known.bit
    }
    if (sink.full) break
  }
  return values
}

/** Where the values of one object after another are put. */
export interface Tray<K extends string> {
  readonly keys: Keys<K>
  /** by the number of the key; undefined where it is not given or blank */
  readonly values: unknown[]
  /** keys that are given */
  bits: number
}

const MOST_TRAILS = 2000

/** A tray for objects with these keys. */
export function newTray<K extends string>(keys: Keys<K>): Tray<K> {
  return { keys, values: keys.names.map(() => undefined), bits: 0 }
}

/** As `readRecord`, for many: the values are in the tray until the next object is read. Whether it was one. */
export function readOnto<K extends string>(sink: Sink, raw: unknown, tray: Tray<K>, path: Path): boolean {
  const { values, keys } = tray
  for (let i = 0; i < values.length; i++) values[i] = undefined
  tray.bits = 0
  if (!isRecordFast(raw)) {
    refuse(sink, 'K101', path, () => ({ value: shown(raw) }))
    return false
  }
  const own = Object.getPrototypeOf(raw) === Object.prototype ? raw : { ...raw }
  let bits = 0
  let trail: Trail | undefined = keys.trails.start
  for (const spelling in own) {
    const value = own[spelling]
    const next: Trail | undefined = trail?.next
    trail = next !== undefined && next.spelling === spelling ? next : follow(keys, trail, spelling)
    const known: Trail['key'] | undefined = trail === undefined ? keys.bySpelling.get(spelling) : trail.key
    if (known === undefined) refuseKey(sink, spelling, keys, path)
    else if ((bits & known.bit) !== 0) refuseDouble(sink, known.name, spelling, path)
    else if (value !== undefined && value !== null && value !== '') {
      values[known.slot] = value
      bits |= known.bit
    }
    if (sink.full) break
  }
  tray.bits = bits
  return true
}

/** The sequence one key longer; undefined for an unknown key, or when too many have been seen. */
function follow<K extends string>(keys: Keys<K>, trail: Trail | undefined, spelling: string): Trail | undefined {
  if (trail === undefined) return undefined
  let found = trail.others?.get(spelling)
  if (found === undefined) {
    const key = keys.bySpelling.get(spelling)
    if (key === undefined || keys.trails.count >= MOST_TRAILS) return undefined
    found = { spelling, key, next: undefined, others: undefined }
    keys.trails.count++
    trail.others ??= new Map()
    trail.others.set(spelling, found)
  }
  trail.next = found
  return found
}

/** As `isRecord`, which takes longer to tell. */
function isRecordFast(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && (Object.getPrototypeOf(raw) === Object.prototype || isRecord(raw))
}

function refuseKey<K extends string>(sink: Sink, name: string, keys: Keys<K>, path: Path): void {
  refuse(
    sink,
    'K102',
    () => join(path(), name),
    () => ({ name, nearest: nearest(name, keys.bySpelling.keys()) }),
  )
}

function refuseDouble(sink: Sink, name: string, other: string, path: Path): void {
  refuse(
    sink,
    'K103',
    () => join(path(), name),
    () => ({ name, other }),
  )
}

/** `events[3].on` */
export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** A text of moderate length; undefined after a refusal. */
export function readText(sink: Sink, raw: unknown, path: Path): string | undefined {
  if (typeof raw === 'string' && raw.length <= LONGEST_TEXT) return raw
  return refuse(sink, 'K105', path, () => ({ value: shown(raw) }))
}

/** A whole number between two others; undefined after a refusal. */
export function readWhole(sink: Sink, raw: unknown, path: Path, least = 0, most = MOST_PEOPLE): number | undefined {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most) return raw
  return refuse(sink, 'K107', path, () => ({ value: shown(raw), least, most }))
}

/** A day; undefined after a refusal. */
export function readDate(sink: Sink, raw: unknown, path: Path): Day | undefined {
  if (typeof raw !== 'string') return refuse(sink, 'K108', path, () => ({ value: shown(raw) }))
  const day = dayFrom(raw)
  return day ?? refuse(sink, DATE_SHAPE.test(raw) ? 'K109' : 'K108', path, () => ({ value: shown(raw) }))
}

/** One of a few words; undefined after a refusal. */
export function readWord<T>(sink: Sink, raw: unknown, words: ReadonlyMap<unknown, T>, path: Path): T | undefined {
  const value = words.get(raw)
  return value ?? refuse(sink, 'K120', path, () => ({ value: shown(raw), ...spellings(words) }))
}

const HAN = /[\u3400-\u9fff]/

function spellings(words: ReadonlyMap<unknown, unknown>): ProblemArgs {
  const all = [...words.keys()].map(String)
  const known = all.filter((word) => HAN.test(word))
  return { known: known.length > 0 ? known : all, knownEn: all.filter((word) => !HAN.test(word)) }
}

/** A declared name by its number; undefined after a refusal with `code`. */
export function readName(sink: Sink, raw: unknown, byName: Names['byName'], code: string, path: Path): number | undefined {
  const found = typeof raw === 'string' ? byName.get(raw) : undefined
  if (found !== undefined) return found
  if (typeof raw !== 'string') return refuse(sink, 'K105', path, () => ({ value: shown(raw) }))
  return refuse(sink, code, path, () => ({ value: shown(raw), nearest: nearest(raw, byName.keys()) }))
}

const NONE: readonly never[] = Object.freeze([])

/** Declared names by their numbers, one alone also without brackets; refused ones are left out. */
export function readNames(sink: Sink, raw: unknown, byName: Names['byName'], code: string, path: Path): readonly number[] {
  if (raw === undefined) return NONE
  if (typeof raw === 'string') {
    const one = readName(sink, raw, byName, code, path)
    return one === undefined ? NONE : [one]
  }
  const found: number[] = []
  const list = readList(sink, raw, path)
  for (let i = 0; i < list.length && !sink.full; i++) {
    const entry = list[i]
    const one =
      (typeof entry === 'string' ? byName.get(entry) : undefined) ?? readName(sink, entry, byName, code, () => `${path()}[${i}]`)
    if (one !== undefined) found.push(one)
  }
  return found
}

/** Declared names by their numbers where all is in order; undefined where `readNames` must look. */
export function plainNames(sink: Sink, raw: unknown, byName: Names['byName']): readonly number[] | undefined {
  if (raw === undefined) return NONE
  if (!Array.isArray(raw) || sink.budget < raw.length) return undefined
  const first = byName.get(raw[0] as string)
  if (first === undefined) return raw.length === 0 ? NONE : undefined
  sink.budget -= raw.length
  if (raw.length === 1) return alone(first)
  const found = [first]
  for (let i = 1; i < raw.length; i++) {
    const one = byName.get(raw[i] as string)
    if (one === undefined) {
      sink.budget += raw.length
      return undefined
    }
    found.push(one)
  }
  return found
}

const ALONE: (readonly number[])[] = []

/** The list of one number: most lists of a case are that, and the same. */
function alone(one: number): readonly number[] {
  ALONE[one] ??= Object.freeze([one])
  return ALONE[one]
}

/** A list within what is left of the budget; empty after a refusal. */
export function readList(sink: Sink, raw: unknown, path: Path): readonly unknown[] {
  if (raw === undefined) return NONE
  if (!Array.isArray(raw)) {
    refuse(sink, 'K106', path, () => ({ value: shown(raw) }))
    return NONE
  }
  sink.budget -= raw.length
  if (sink.budget >= 0) return raw
  refuse(sink, 'K121', path, () => ({ length: raw.length, most: raw.length + sink.budget }))
  sink.full = true
  return NONE
}
