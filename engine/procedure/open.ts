import type { Program } from '../../dsl/lower/program.ts'
import { nearest } from '../facts/nearest.ts'
import { readSubject } from '../facts/read.ts'
import { newSink, shown } from '../facts/sink.ts'
import type { DecideOptions, Facts } from '../types.ts'
import { type Desk, dayAsked, deskOf, procedureOf } from './desk.ts'
import type { Sequence } from './fold/walk.ts'
import type { Layout } from './layout.ts'
import type { CaseRead, EventRead } from './log.ts'
import { checkObjections, procedureNamed, readCaseFile } from './read/case.ts'
import { checkDay, readEvent } from './read/event.ts'
import { EVENT_KEYS } from './read/keys.ts'
import { normalCase } from './read/normal.ts'
import { newTray } from './read/reader.ts'
import { sequenceOf } from './sequence.ts'
import { caseStatus } from './status/case.ts'
import { prefixed } from './status/facts.ts'
import type { CaseEvent, CaseInput, CaseProblem, CaseStatus, CaseSubject } from './types.ts'

/** What is wrong with a case file. */
export interface CaseRefusal {
  readonly problems: readonly CaseProblem[]
}

/** A case under a program: what has been recorded so far. Immutable; its inside is nobody's business. */
export interface Case {
  readonly program: Program
  readonly procedure: string
  readonly options: DecideOptions
  readonly read: CaseRead
  readonly sequence: Sequence
}

const DESKS = new WeakMap<Program, Map<string, Desk>>()
const MOST_DESKS = 64
const PROGRAM: Program['schema'] = 'tiaoli/program/1'

/** The prepared procedure of a program, kept as long as the program. Throws TiaoliError as `prepareProcedure` does. */
export function deskFor(program: Program, procedure: string, options: DecideOptions): Desk {
  if (typeof program !== 'object' || program === null) return deskOf(program, procedure, options)
  let kept = DESKS.get(program)
  if (kept === undefined) {
    kept = new Map()
    DESKS.set(program, kept)
  }
  const key = JSON.stringify([procedure, Object.entries(options?.readings ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))])
  let desk = kept.get(key)
  if (desk === undefined) {
    desk = deskOf(program, procedure, options)
    if (kept.size >= MOST_DESKS) kept.clear()
    kept.set(key, desk)
  }
  return desk
}

/** The procedure a case file names, prepared; or the refusal of a name the program does not have. */
export function deskNamed(program: Program, raw: unknown, options: DecideOptions): Desk | CaseRefusal {
  if (program?.schema !== PROGRAM) return deskOf(program, '', options)
  let name: unknown
  try {
    name = procedureNamed(raw)
  } catch {
    return { problems: [{ code: 'K129', path: '', args: {} }] }
  }
  const procedures = program?.procedures ?? []
  const found = procedures.find((one) => one.id === name) ?? procedures.find((one) => one.zh === name)
  if (found !== undefined) return deskFor(program, found.id, options)
  const first = procedures[0]
  // Without a name every other mistake can still be told.
  if (name === undefined && first !== undefined) return deskFor(program, first.id, options)
  if (name === undefined) return { problems: [{ code: 'K104', path: 'procedure', args: { name: '程序', nameEn: 'procedure' } }] }
  const names = procedures.flatMap((one) => [one.id, one.zh])
  const args = {
    value: shown(name),
    nearest: typeof name === 'string' ? nearest(name, names) : [],
    known: procedures.map((one) => one.zh),
  }
  return { problems: [{ code: 'K110', path: 'procedure', args }] }
}

/** Whether the facts have the shape the program declares. What depends on a day (约束) is asked when a status is. */
function factShapeProblems({ model, procedure }: Layout, read: CaseRead): readonly CaseProblem[] {
  const check = (facts: unknown, entity: string, path: string, id: string | undefined): readonly CaseProblem[] => {
    if (facts === undefined) return []
    const plan = model.schema.entities.get(entity)!
    return prefixed(readSubject(facts, plan, { schema: model.schema, asOf: 0, year: read.year }, false).sink.problems, path, id)
  }
  const list = procedure.roster === undefined ? [] : check(read.list, procedure.roster.entity, 'list', undefined)
  return [...list, ...read.subjects.flatMap(({ facts, id }, i) => check(facts, procedure.entity, `subjects[${i}].facts`, id))]
}

function readWith(desk: Desk, raw: unknown): { readonly read: CaseRead } | CaseRefusal {
  const found = readCaseFile(desk.layout, raw)
  if ('problems' in found) return found
  const problems = factShapeProblems(desk.layout, found.read)
  return problems.length > 0 ? { problems } : found
}

/**
 * Reads a case file: an object with English or Chinese keys, ids or Chinese names, the typed form too. Bad input is refused by path and code; throws
 * TiaoliError only for what is no program.
 */
export function readCase(program: Program, value: unknown): { readonly case: CaseInput } | CaseRefusal {
  const desk = deskNamed(program, value, {})
  if ('problems' in desk) return desk
  const found = readWith(desk, value)
  return 'problems' in found ? found : { case: normalCase(desk.layout, found.read) }
}

/** Opens a case without events. Throws TiaoliError for an unknown procedure, reading or choice. */
export function openCase(
  program: Program,
  procedureId: string,
  input: { readonly year: number; readonly list?: Facts; readonly subjects: readonly CaseSubject[]; readonly opened?: string },
  options: DecideOptions = {},
): { readonly case: Case } | CaseRefusal {
  const desk = deskFor(program, procedureId, options)
  const { id } = procedureOf(program, procedureId)
  const raw = typeof input === 'object' && input !== null ? { ...input, procedure: id, events: [] } : input
  const found = readWith(desk, raw)
  if ('problems' in found) return found
  return { case: { program, procedure: id, options, read: found.read, sequence: sequenceOf([]) } }
}

/** The case with one event more, or as it was with what is wrong with the event (`path` from the event on). Events may come in any order. */
export function applyEvent(opened: Case, event: CaseEvent): { readonly case: Case; readonly problems: readonly CaseProblem[] } {
  const { layout } = deskFor(opened.program, opened.procedure, opened.options)
  const { read } = opened
  const sink = newSink(false)
  const index = read.events.length
  const around = { sink, layout, subjects: read.numbers, tray: newTray(EVENT_KEYS) }
  let taken: EventRead | undefined
  try {
    taken = readEvent(around, event, index, () => '')
    if (taken !== undefined)
      checkDay(
        around,
        taken,
        read.opened,
        (subject) => read.subjects[subject]?.joined,
        () => '',
      )
  } catch {
    return { case: opened, problems: [{ code: 'K129', path: '', args: {} }] }
  }
  if (taken === undefined || sink.problems.length > 0) return { case: opened, problems: sink.problems }
  const events = [...read.events, taken]
  if (taken.kind === 'objection' || taken.kind === 'resolution') checkObjections(sink, events)
  if (sink.problems.length > 0) {
    const own = (path: string) => path.replace(`events[${index}].`, '')
    return { case: opened, problems: sink.problems.map((problem) => ({ ...problem, path: own(problem.path) })) }
  }
  return { case: { ...opened, read: { ...read, events }, sequence: sequenceOf(events) }, problems: [] }
}

/** The case as plain data, to be kept and read again. */
export function caseInput(opened: Case): CaseInput {
  return normalCase(deskFor(opened.program, opened.procedure, opened.options).layout, opened.read)
}

/** How the case stands on a day. `readings` override those it was opened with. Throws TiaoliError for a bad day, an unknown reading or choice. */
export function statusOf(opened: Case, on: string, options: DecideOptions = {}): CaseStatus {
  const day = dayAsked(on)
  const readings = { ...opened.options?.readings, ...options?.readings }
  const desk = deskFor(opened.program, opened.procedure, { readings })
  return caseStatus(desk, opened.read, opened.sequence, on, day)
}
