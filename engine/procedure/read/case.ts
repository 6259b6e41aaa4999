import { nearest } from '../../facts/nearest.ts'
import { isBlank, isRecord, newSink, report, type Sink, shown } from '../../facts/sink.ts'
import type { Layout } from '../layout.ts'
import type { CaseRead, EventRead, ObjectionRead, SubjectRead } from '../log.ts'
import type { CaseProblem } from '../types.ts'
import { type Around, lacking } from './entries.ts'
import { checkDay, readEvent } from './event.ts'
import { CASE_KEYS, EVENT_KEYS, SUBJECT_KEYS } from './keys.ts'
import { newTray, readDate, readList, readRecord, readText, readWhole, refuse } from './reader.ts'

const MOST_SUBJECTS = 5000
const MOST_EVENTS = 20_000
/** Entries of all lists of a file together. */
const MOST_ENTRIES = 2_000_000

/** A case file as read, or what is wrong with it. Never throws, whatever `raw` is. */
export function readCaseFile(
  layout: Layout,
  raw: unknown,
): { readonly read: CaseRead } | { readonly problems: readonly CaseProblem[] } {
  const sink = { ...newSink(false), budget: MOST_ENTRIES }
  let read: CaseRead | undefined
  try {
    read = readInto(sink, layout, raw)
  } catch {
    // Only a value with code of its own (a proxy, a getter) can throw while it is read.
    report(sink, 'K129', () => '')
  }
  return read !== undefined && sink.problems.length === 0 ? { read } : { problems: sink.problems }
}

function readInto(sink: Sink, layout: Layout, raw: unknown): CaseRead | undefined {
  const flat = readRecord(sink, raw, CASE_KEYS, () => '')
  if (flat === undefined) return undefined
  checkProcedure(sink, layout, flat.procedure)
  const year = flat.year === undefined ? lacking(sink, 'year', () => 'year') : readWhole(sink, flat.year, () => 'year', 2, 9998)
  const opened = flat.opened === undefined ? undefined : readDate(sink, flat.opened, () => 'opened')
  if (flat.list !== undefined && layout.procedure.roster === undefined) {
    refuse(
      sink,
      'K128',
      () => 'list',
      () => ({ procedure: layout.procedure.zh, procedureEn: layout.procedure.en }),
    )
  }
  const subjects = readSubjectList(sink, flat.subjects)
  const numbers = new Map<string, number>()
  subjects.forEach(({ id }, i) => {
    if (numbers.has(id))
      refuse(
        sink,
        'K125',
        () => `subjects[${i}].id`,
        () => ({ value: shown(id) }),
      )
    else numbers.set(id, i)
  })
  if (sink.full || year === undefined) return undefined
  const events = readEvents({ sink, layout, subjects: numbers, tray: newTray(EVENT_KEYS) }, flat.events, opened, subjects)
  checkObjections(sink, events)
  return { year, opened, list: flat.list, subjects, numbers, events }
}

function checkProcedure(sink: Sink, { procedure }: Layout, raw: unknown): void {
  if (raw === procedure.id || raw === procedure.zh) return
  if (raw === undefined) lacking(sink, 'procedure', () => 'procedure')
  else
    refuse(
      sink,
      'K110',
      () => 'procedure',
      () => ({ value: shown(raw), nearest: nearest(String(raw), [procedure.zh, procedure.id]), known: [procedure.zh] }),
    )
}

function readSubjectList(sink: Sink, raw: unknown): readonly SubjectRead[] {
  if (raw === undefined) {
    lacking(sink, 'subjects', () => 'subjects')
    return []
  }
  const list = readList(sink, raw, () => 'subjects')
  if (tooMany(sink, list, MOST_SUBJECTS, 'subjects')) return []
  const found: SubjectRead[] = []
  for (let i = 0; i < list.length && !sink.full; i++) {
    const entry = list[i]
    const path = (key: string) => `subjects[${i}]${key}`
    // An id alone is a subject without facts.
    if (typeof entry === 'string' && entry !== '') {
      found.push({ id: entry, joined: undefined, facts: undefined })
      continue
    }
    const flat = readRecord(sink, entry, SUBJECT_KEYS, () => path(''))
    if (flat === undefined) continue
    const id = flat.id === undefined ? lacking(sink, 'id', () => path('.id')) : readText(sink, flat.id, () => path('.id'))
    const joined = flat.joined === undefined ? undefined : readDate(sink, flat.joined, () => path('.joined'))
    if (id !== undefined) found.push({ id, joined, facts: flat.facts })
  }
  return found
}

function readEvents(
  around: Around,
  raw: unknown,
  opened: number | undefined,
  subjects: readonly SubjectRead[],
): readonly EventRead[] {
  const { sink } = around
  if (raw === undefined) {
    lacking(sink, 'events', () => 'events')
    return []
  }
  const list = readList(sink, raw, () => 'events')
  if (tooMany(sink, list, MOST_EVENTS, 'events')) return []
  const joined = (subject: number) => subjects[subject]?.joined
  const events: EventRead[] = []
  for (let i = 0; i < list.length && !sink.full; i++) {
    const path = () => `events[${i}]`
    const event = readEvent(around, list[i], i, path)
    if (event === undefined) continue
    checkDay(around, event, opened, joined, path)
    events.push(event)
  }
  return events
}

function tooMany(sink: Sink, list: readonly unknown[], most: number, path: string): boolean {
  if (list.length <= most) return false
  refuse(
    sink,
    'K121',
    () => path,
    () => ({ length: list.length, most }),
  )
  return true
}

/** Whether two objections are the same but for their place in the file. */
function isSameObjection(a: ObjectionRead, b: ObjectionRead): boolean {
  return (
    a.on === b.on &&
    a.against === b.against &&
    a.subjects.length === b.subjects.length &&
    a.subjects.every((one, i) => one === b.subjects[i])
  )
}

/** Checks that an objection's id is its own, and that what is resolved was raised before. */
export function checkObjections(sink: Sink, events: readonly EventRead[]): void {
  const raised = new Map<string, ObjectionRead>()
  for (const event of events) {
    if (event.kind !== 'objection') continue
    const before = raised.get(event.objection)
    if (before === undefined) raised.set(event.objection, event)
    else if (!isSameObjection(before, event))
      refuse(
        sink,
        'K126',
        () => `events[${event.index}].objection`,
        () => ({ value: shown(event.objection) }),
      )
  }
  for (const event of events) {
    if (event.kind !== 'resolution') continue
    const objection = raised.get(event.objection)
    const isBefore =
      objection !== undefined && (objection.on < event.on || (objection.on === event.on && objection.index < event.index))
    if (isBefore) continue
    const near = () => ({ value: shown(event.objection), nearest: nearest(event.objection, raised.keys()) })
    refuse(sink, 'K127', () => `events[${event.index}].resolves`, near)
  }
}

/** The procedure a case file names; undefined where it names none. */
export function procedureNamed(raw: unknown): unknown {
  if (!isRecord(raw)) return undefined
  const own = raw['procedure']
  return isBlank(own) ? raw['程序'] : own
}
