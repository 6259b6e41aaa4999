import { shown } from '../../facts/sink.ts'
import { dayText } from '../days.ts'
import { type EventRead, members } from '../log.ts'
import { type Flat, readAct } from './act.ts'
import { type Around, lacking, readSubjects } from './entries.ts'
import { AT, EVENT_KEYS, type EventKey, type EventKind, HOLDS, inChinese, KINDS, RESULTS } from './keys.ts'
import { join, readDate, readName, readNames, readOnto, readText, readWord, refuse } from './reader.ts'

/** Reads one event; undefined after refusing what it cannot do without. `path` of the event itself. */
export function readEvent(around: Around, raw: unknown, index: number, path: () => string): EventRead | undefined {
  const { sink, layout, subjects } = around
  const { tray } = around
  if (!readOnto(sink, raw, tray, path)) return undefined
  const flat = tray.values
  const at = (key: string) => join(path(), key)
  const kind = kindOf(around, flat, path)
  if (kind === undefined) return undefined
  const holds = HOLDS[kind]
  if ((tray.bits & ~holds.bits) !== 0) refuseOthers(around, flat, holds.names, at)
  const on = flat[AT.on] === undefined ? lacking(sink, 'on', () => at('on')) : readDate(sink, flat[AT.on], () => at('on'))
  if (on === undefined) return undefined
  if (kind === 'act')
    return flat[AT.step] === undefined ? lacking(sink, 'step', () => at('step')) : readAct(around, flat, index, on, at)
  const need = <T>(key: EventKey, read: (value: unknown, where: () => string) => T | undefined): T | undefined =>
    flat[AT[key]] === undefined ? lacking(sink, key, () => at(key)) : read(flat[AT[key]], () => at(key))
  const text = (key: EventKey) => need(key, (value, where) => readText(sink, value, where))
  const step = (key: EventKey) => need(key, (value, where) => readName(sink, value, layout.stepNames.byName, 'K111', where))
  const some = (key: EventKey) => need(key, (value, where) => readSubjects(sink, value, subjects, where))
  switch (kind) {
    case 'objection': {
      const objection = text('objection')
      const concerned = some('subjects')
      const against = step('against')
      if (objection === undefined || concerned === undefined || against === undefined) return undefined
      return { kind, index, on, objection, subjects: concerned, against }
    }
    case 'resolution': {
      const objection = text(flat[AT.resolves] === undefined ? 'objection' : 'resolves')
      const result = need('result', (value, where) => readWord(sink, value, RESULTS, where))
      const by = readNames(sink, flat[AT.by], layout.roles.byName, 'K112', () => at('by'))
      return objection === undefined || result === undefined ? undefined : { kind, index, on, objection, result, by }
    }
    case 'return': {
      const to = step(flat[AT.returns] === undefined ? 'to' : 'returns')
      const concerned = some('subjects')
      return to === undefined || concerned === undefined ? undefined : { kind, index, on, subjects: concerned, to }
    }
    case 'drop':
    case 'relist': {
      const own = kind === 'drop' ? 'drops' : 'relists'
      const concerned = some(flat[AT[own]] === undefined ? 'subjects' : own)
      return concerned && { kind, index, on, subjects: concerned }
    }
    case 'paper': {
      const paper = need('paper', (value, where) => readName(sink, value, layout.papers.byName, 'K113', where))
      const listed = flat[AT.names] === undefined ? [] : readNames(sink, flat[AT.names], subjects, 'K115', () => at('names'))
      const names = listed.length === 0 ? undefined : members(listed)
      return paper === undefined ? undefined : { kind, index, on, paper, names }
    }
    default: {
      const unreachable: never = kind
      return unreachable
    }
  }
}

/** Refuses keys that an event of this kind does not have. */
function refuseOthers({ sink }: Around, flat: Flat, holds: readonly string[], at: (key: string) => string): void {
  for (const key of EVENT_KEYS.names) {
    if (flat[AT[key]] === undefined || key === 'kind' || holds.includes(key)) continue
    refuse(
      sink,
      'K124',
      () => at(key),
      () => ({ name: inChinese([key])[0]!, nameEn: key, known: inChinese(holds), knownEn: holds }),
    )
  }
}

const KIND_KEYS = Object.keys(KINDS) as (keyof typeof KINDS)[]
const KIND_NAMES: ReadonlyMap<unknown, EventKind> = new Map(Object.values(KINDS).map((kind) => [kind, kind] as const))

function kindOf({ sink }: Around, flat: Flat, path: () => string): EventKind | undefined {
  if (flat[AT.kind] !== undefined) return readWord(sink, flat[AT.kind], KIND_NAMES, () => join(path(), 'kind'))
  if (
    flat[AT.step] !== undefined &&
    flat[AT.objection] === undefined &&
    flat[AT.resolves] === undefined &&
    flat[AT.returns] === undefined
  )
    return 'act'
  const told = KIND_KEYS.filter((key) => flat[AT[key]] !== undefined)
  if (told.length === 1) return KINDS[told[0]!]
  return refuse(sink, 'K122', path, () => ({
    found: inChinese(told),
    foundEn: told,
    known: inChinese(KIND_KEYS),
    knownEn: KIND_KEYS,
  }))
}

/** Checks what an event says against the case: not before it was opened, nor before a subject it names joined. */
export function checkDay(
  around: Around,
  event: EventRead,
  opened: number | undefined,
  joined: (subject: number) => number | undefined,
  path: () => string,
): void {
  const { sink } = around
  const { on } = event
  if (opened !== undefined && on < opened)
    refuse(
      sink,
      'K117',
      () => join(path(), 'on'),
      () => ({ on: dayText(on), opened: dayText(opened) }),
    )
  if (!('subjects' in event) || event.subjects === undefined) return
  for (const subject of event.subjects) {
    const from = joined(subject)
    if (from === undefined || on >= from) continue
    const id = [...around.subjects].find(([, at]) => at === subject)?.[0]
    refuse(
      sink,
      'K118',
      () => join(path(), 'on'),
      () => ({ on: dayText(on), subject: shown(id), joined: dayText(from) }),
    )
  }
}
