import { isRecord, type Sink, shown } from '../../facts/sink.ts'
import { dayText } from '../days.ts'
import type { Layout } from '../layout.ts'
import { type ActRead, type Ballot, type ConsentRead, members, type SignatureRead } from '../log.ts'
import {
  ANSWERS,
  BALLOT_KEYS,
  CONSENT_KEYS,
  type EventKey,
  inChinese,
  REGISTER_ACTS,
  REGISTERED_KEYS,
  REPLY_KEYS,
  SIGNATURE_KEYS,
} from './keys.ts'
import {
  plainNames,
  readDate,
  readList,
  readName,
  readNames,
  readRecord,
  readText,
  readWhole,
  readWord,
  refuse,
  type Tray,
} from './reader.ts'

/** What reading an event needs beside the event. */
export interface Around {
  readonly sink: Sink
  readonly layout: Layout
  readonly subjects: ReadonlyMap<string, number>
  readonly tray: Tray<EventKey>
}

/** Subjects an event names: each once, at least one. */
export function readSubjects(
  sink: Sink,
  raw: unknown,
  subjects: ReadonlyMap<string, number>,
  path: () => string,
): readonly number[] {
  const found = plainNames(sink, raw, subjects) ?? readNames(sink, raw, subjects, 'K115', path)
  if (Array.isArray(raw) && raw.length === 0) refuse(sink, 'K123', path)
  return found.length < 2 ? found : [...new Set(found)]
}

/** 票数, subject by subject. */
export function readBallots(
  { sink, subjects }: Around,
  raw: unknown,
  present: number | undefined,
  path: () => string,
): ReadonlyMap<number, Ballot> | undefined {
  const ballots = new Map<number, Ballot>()
  if (!isRecord(raw)) {
    refuse(sink, 'K101', path, () => ({ value: shown(raw) }))
    return ballots
  }
  for (const id of Object.keys(raw)) {
    if (sink.full) break
    const at = () => `${path()}.${id}`
    const subject = readName(sink, id, subjects, 'K115', at)
    const counts = readRecord(sink, raw[id], BALLOT_KEYS, at)
    if (counts === undefined || subject === undefined) continue
    const count = (key: 'yes' | 'no') =>
      counts[key] === undefined
        ? lacking(sink, key, () => `${at()}.${key}`)
        : readWhole(sink, counts[key], () => `${at()}.${key}`)
    const yes = count('yes')
    const no = count('no')
    const abstain = counts.abstain === undefined ? 0 : readWhole(sink, counts.abstain, () => `${at()}.abstain`)
    if (yes === undefined || no === undefined || abstain === undefined) continue
    const sum = yes + no + abstain
    if (present !== undefined && sum > present) refuse(sink, 'K119', at, () => ({ sum, present }))
    ballots.set(subject, { yes, no, abstain })
  }
  return ballots.size === 0 ? undefined : ballots
}

function someOf({ sink, subjects }: Around, raw: unknown, path: () => string) {
  return raw === undefined ? undefined : members(readSubjects(sink, raw, subjects, () => `${path()}.subjects`))
}

function readEach<T>(
  sink: Sink,
  raw: unknown,
  path: () => string,
  one: (entry: unknown, at: () => string) => T | undefined,
): readonly T[] {
  const found: T[] = []
  const list = readList(sink, raw, path)
  for (let i = 0; i < list.length && !sink.full; i++) {
    const read = one(list[i], () => `${path()}[${i}]`)
    if (read !== undefined) found.push(read)
  }
  return found
}

/** 同意: who answered what, for whom. */
export function readConsents(around: Around, raw: unknown, path: () => string): readonly ConsentRead[] {
  const { sink, layout } = around
  return readEach(sink, raw, path, (entry, at) => {
    const found = readRecord(sink, entry, CONSENT_KEYS, at)
    if (found === undefined) return undefined
    const role = roleOf(sink, layout, found.role, at)
    const given =
      found.given === undefined
        ? lacking(sink, 'given', () => `${at()}.given`)
        : readWord(sink, found.given, ANSWERS, () => `${at()}.given`)
    const subjects = someOf(around, found.subjects, at)
    return role === undefined || given === undefined ? undefined : { role, given, subjects }
  })
}

/** 签字: who signed, by whom, for whom. A role alone is a signature in person. */
export function readSignatures(around: Around, raw: unknown, path: () => string): readonly SignatureRead[] {
  const { sink, layout } = around
  return readEach(sink, raw, path, (entry, at) => {
    const found =
      typeof entry === 'string' ? { ...SIGNATURE_KEYS.blank, role: entry } : readRecord(sink, entry, SIGNATURE_KEYS, at)
    if (found === undefined) return undefined
    const role = roleOf(sink, layout, found.role, at)
    const proxy = found.proxy === undefined ? undefined : readText(sink, found.proxy, () => `${at()}.proxy`)
    const subjects = someOf(around, found.subjects, at)
    return role === undefined ? undefined : { role, proxy, subjects }
  })
}

/** 答复: who replied, and when. */
export function readReplies({ sink, layout }: Around, raw: unknown, from: number, path: () => string): ActRead['replies'] {
  return readEach(sink, raw, path, (entry, at) => {
    const found = readRecord(sink, entry, REPLY_KEYS, at)
    if (found === undefined) return undefined
    const role = roleOf(sink, layout, found.role, at)
    const where = () => `${at()}.on`
    const on = found.on === undefined ? lacking(sink, 'on', where) : readDate(sink, found.on, where)
    if (role === undefined || on === undefined) return undefined
    if (on < from) refuseBefore(sink, on, from, where)
    return { role, on }
  })
}

/** 登记: which act, which label, where. */
export function readRegistered({ sink, layout }: Around, raw: unknown, path: () => string): ActRead['registered'] {
  const found = readRecord(sink, raw, REGISTERED_KEYS, path)
  if (found === undefined) return undefined
  const at = (key: string) => () => `${path()}.${key}`
  const act = found.act === undefined ? lacking(sink, 'act', at('act')) : readWord(sink, found.act, REGISTER_ACTS, at('act'))
  const label = found.label === undefined ? undefined : readText(sink, found.label, at('label'))
  const place = found.place === undefined ? undefined : readName(sink, found.place, layout.places.byName, 'K114', at('place'))
  return act && { act, label, place }
}

function roleOf(sink: Sink, layout: Layout, raw: unknown, path: () => string): number | undefined {
  const found = layout.roles.byName.get(raw as string)
  if (found !== undefined) return found
  const where = () => `${path()}.role`
  return raw === undefined ? lacking(sink, 'role', where) : readName(sink, raw, layout.roles.byName, 'K112', where)
}

/** Notes that a key is not there. */
export function lacking(sink: Sink, name: string, path: () => string): undefined {
  return refuse(sink, 'K104', path, () => ({ name: inChinese([name])[0]!, nameEn: name }))
}

/** Refuses a day that lies before the one it belongs behind. */
export function refuseBefore(sink: Sink, found: number, from: number, path: () => string): void {
  refuse(sink, 'K116', path, () => ({ found: dayText(found), from: dayText(from) }))
}
