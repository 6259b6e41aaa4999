import type { Program } from '../../dsl/lower/program.ts'
import type { Register } from '../../dsl/lower/program-register.ts'
import { parseDay, yearOf } from '../../dsl/value/date.ts'
import { isRecord, shown } from '../facts/sink.ts'
import type { SubjectState } from '../procedure/types.ts'
import { type Book, bookOf } from './book.ts'
import { CASE_STATES, HISTORY_KEYS } from './keys.ts'
import { checkPeople } from './people.ts'
import {
  type HistorySink,
  join,
  readDayText,
  readKeys,
  readList,
  readName,
  readText,
  readYearNumber,
  refuse,
  requireKeys,
} from './sink.ts'
import type { Change, History, PersonChange, ReadCase, ReadHistory } from './types.ts'

/**
 * Reads one subject's history: names to ids, days checked, everything put in order. Whatever `value` is, it never throws; each thing wrong is a problem with its path.
 * `registerId` wins over the file's own `register`. Facts are read when the history is judged, for that takes the day of each change.
 */
export function readHistory(program: Program, value: unknown, registerId?: string): ReadHistory {
  const sink: HistorySink = { problems: [] }
  try {
    const history = historyOf(program, value, registerId, sink)
    if (history !== undefined && sink.problems.length === 0) return { kind: 'read', history }
  } catch {
    // Only a value with code of its own (a proxy, a getter) can throw while it is read.
    refuse(sink, 'F629', '')
  }
  return { kind: 'rejected', problems: sink.problems }
}

function historyOf(program: Program, value: unknown, registerId: string | undefined, sink: HistorySink): History | undefined {
  const found = readKeys(sink, 'history', value, '')
  if (found === undefined) return undefined
  const register = registerNamed(program, registerId ?? found.get('register'), sink)
  if (register === undefined) return undefined
  const book = bookOf(program, register)
  const subject = found.has('subject') ? readText(sink, found.get('subject'), 'subject') : undefined
  const start = found.has('start') ? readStart(sink, book, found.get('start')) : undefined
  const changes = readList(sink, found.get('changes'), 'changes').flatMap((raw, i) => readChange(sink, book, raw, i) ?? [])
  const people = readList(sink, found.get('people'), 'people').flatMap((raw, i) => readPerson(sink, book, raw, i) ?? [])
  const history: History = {
    register: register.id,
    ...(subject === undefined ? {} : { subject }),
    ...(start === undefined ? {} : { start }),
    changes: inOrder(changes),
    people: inOrder(people),
    ...(found.has('facts') ? { facts: found.get('facts') } : {}),
  }
  if (start !== undefined) {
    for (const one of changes) notBefore(sink, `changes[${one.event}].on`, one.on, start.on)
    for (const one of people) notBefore(sink, `people[${one.event}].on`, one.on, start.on)
  }
  if (sink.problems.length === 0) checkPeople(history, sink)
  return history
}

/** The register of that name, or the only one (K508). */
function registerNamed(program: Program, raw: unknown, sink: HistorySink): Register | undefined {
  const { registers } = program
  if (raw === undefined && registers.length === 1) return registers[0]
  const register = registers.find((one) => one.id === raw) ?? registers.find((one) => one.zh === raw)
  if (register !== undefined) return register
  const known = registers.map((one) => `${one.zh}/${one.id}`)
  return refuse(sink, 'K508', 'register', { value: raw === undefined ? '' : shown(raw), known })
}

function readStart(sink: HistorySink, book: Book, raw: unknown): History['start'] {
  const path = 'start'
  const found = readKeys(sink, 'start', raw, path)
  if (found === undefined || !requireKeys(sink, found, ['on'], path)) return undefined
  const on = readDayText(sink, found.get('on'), join(path, 'on'))
  const state = found.has('state') ? readName(sink, 'K509', found.get('state'), book.states, join(path, 'state')) : undefined
  const year = found.has('year') ? readYearNumber(sink, found.get('year'), join(path, 'year')) : undefined
  const members = found.has('members') ? readMembers(sink, found.get('members'), join(path, 'members')) : undefined
  const given = found.has('size') ? readSize(sink, found.get('size'), join(path, 'size')) : undefined
  if (given !== undefined && members !== undefined && given !== members.length)
    refuse(sink, 'K512', join(path, 'size'), { size: given, members: members.length })
  const size = given ?? members?.length
  if (on === undefined) return undefined
  return {
    on,
    ...(state === undefined ? {} : { state }),
    year: year ?? yearIn(on),
    ...(size === undefined ? {} : { size }),
    ...(members === undefined ? {} : { members }),
  }
}

function readSize(sink: HistorySink, raw: unknown, path: string): number | undefined {
  const fits = typeof raw === 'number' && Number.isInteger(raw) && raw >= 0
  return fits ? raw : refuse(sink, 'K511', path, { value: shown(raw) })
}

function readMembers(sink: HistorySink, raw: unknown, path: string): readonly string[] {
  const members: string[] = []
  readList(sink, raw, path).forEach((entry, i) => {
    const name = readText(sink, entry, `${path}[${i}]`)
    if (name === undefined) return
    if (members.includes(name)) refuse(sink, 'K513', `${path}[${i}]`, { person: name })
    else members.push(name)
  })
  return members
}

function readChange(sink: HistorySink, book: Book, raw: unknown, event: number): Change | undefined {
  const path = `changes[${event}]`
  const found = readKeys(sink, 'change', raw, path)
  if (found === undefined || !requireKeys(sink, found, ['on', 'transition'], path)) return undefined
  const on = readDayText(sink, found.get('on'), join(path, 'on'))
  const transition = readName(sink, 'K510', found.get('transition'), book.transitions, join(path, 'transition'))
  const year = found.has('year') ? readYearNumber(sink, found.get('year'), join(path, 'year')) : undefined
  const label = found.has('label') ? readText(sink, found.get('label'), join(path, 'label')) : undefined
  const standing = found.has('case') ? readCase(sink, book, found.get('case'), join(path, 'case')) : undefined
  if (on === undefined || transition === undefined) return undefined
  return {
    event,
    on,
    transition,
    year: year ?? yearIn(on),
    ...(label === undefined ? {} : { label }),
    ...(found.has('facts') ? { facts: found.get('facts') } : {}),
    ...(standing === undefined ? {} : { case: standing }),
  }
}

const STANDING_KEYS: readonly string[] = Object.entries(HISTORY_KEYS.standing).flat()

/** A standing by its word, a subject's status, or else a whole case file, which the room of procedures reads. */
function readCase(sink: HistorySink, book: Book, raw: unknown, path: string): ReadCase | undefined {
  if (typeof raw === 'string') {
    const state = caseState(sink, raw, path)
    return state === undefined ? undefined : { kind: 'standing', state }
  }
  const standing = isRecord(raw) && STANDING_KEYS.some((key) => key !== 'procedure' && key !== '程序' && key in raw)
  if (isRecord(raw) && !standing) return { kind: 'file', input: raw }
  // The rest of a subject's status tells how it came to that, and is not looked at.
  const found = readKeys(sink, 'standing', raw, path, ['returns', 'steps', 'notes'])
  if (found === undefined || !requireKeys(sink, found, ['state'], path)) return undefined
  const state = caseState(sink, found.get('state'), join(path, 'state'))
  const named = found.get('procedure')
  const procedure = named === undefined ? undefined : readName(sink, 'K519', named, book.procedures, join(path, 'procedure'))
  if (state === undefined || (named !== undefined && procedure === undefined)) return undefined
  return { kind: 'standing', state, ...(procedure === undefined ? {} : { procedure }) }
}

const STATES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CASE_STATES),
  ...Object.values(CASE_STATES).map((state) => [state, state] as const),
])

function caseState(sink: HistorySink, raw: unknown, path: string): SubjectState | undefined {
  return readName(sink, 'K518', raw, STATES, path) as SubjectState | undefined
}

function readPerson(sink: HistorySink, book: Book, raw: unknown, event: number): PersonChange | undefined {
  const path = `people[${event}]`
  const found = readKeys(sink, 'person', raw, path)
  if (found === undefined || !requireKeys(sink, found, ['on', 'change'], path)) return undefined
  const on = readDayText(sink, found.get('on'), join(path, 'on'))
  const change = readName(sink, 'K514', found.get('change'), book.kinds, join(path, 'change'))
  const person = found.has('person') ? readText(sink, found.get('person'), join(path, 'person')) : undefined
  const line = change === undefined ? undefined : book.register.changes.find((one) => one.values.includes(change))
  if (line?.removes === true) requireKeys(sink, found, ['person'], path)
  if (on === undefined || change === undefined || line === undefined) return undefined
  return {
    event,
    on,
    change,
    ...(person === undefined ? {} : { person }),
    direction: line.direction,
    removes: line.removes,
    ...(line.label === undefined ? {} : { label: line.label }),
  }
}

function notBefore(sink: HistorySink, path: string, on: string, first: string): void {
  if (on < first) refuse(sink, 'K515', path, { on, first })
}

function yearIn(on: string): number {
  return yearOf(parseDay(on)!)
}

/** By day; those of one day as the file has them. */
function inOrder<T extends { readonly on: string; readonly event: number }>(events: readonly T[]): readonly T[] {
  return [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.event - b.event))
}
