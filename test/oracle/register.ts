import type { Expr, Program } from '../../dsl/lower/program.ts'
import type { DecideOptions, Facts, Times } from '../../engine/types.ts'
import { absent, type Element } from './element.ts'
import { evaluate, truthOf } from './evaluate.ts'
import { readFacts } from './facts.ts'
import { judge } from './index.ts'
import { ALL, compare, hull, type Interval, plus, point } from './interval.ts'
import { Refusal } from './problem.ts'
import { ONE, ZERO } from './rational.ts'
import { checkRelations } from './relations.ts'
import { all, not, type Truth, truth } from './truth.ts'
import { asRange, maybeNothing } from './value.ts'
import { byId, type World } from './world.ts'

type Book = Program['registers'][number]
type Way = Book['transitions'][number]

/** A history with ids for names, as plain as it gets. */
export interface PlainHistory {
  readonly start?: {
    readonly on: string
    readonly state?: string
    readonly year: number
    readonly size?: number
    readonly members?: readonly string[]
  }
  readonly changes: readonly {
    readonly on: string
    readonly transition: string
    readonly year: number
    readonly label?: string
    readonly facts: Facts
    readonly case?: { readonly procedure: string; readonly state: string }
  }[]
  readonly people: readonly { readonly on: string; readonly change: string; readonly person?: string }[]
  readonly facts: Facts
}

export interface PlainAnswer {
  readonly changes: readonly {
    readonly event: number
    readonly taken: boolean
    readonly findings: readonly string[]
    readonly possible: readonly string[]
  }[]
  readonly possible: readonly string[]
  readonly label?: string
  readonly year?: number
  readonly since?: string
  readonly years: Readonly<Record<string, number>>
  readonly size?: number
  readonly next: readonly {
    readonly transition: string
    readonly possible: Truth
    readonly leaves: Truth
    readonly guard: Truth
  }[]
}

/** Not on the register. */
const NONE = '(none)'

/** What happened up to and including a day, oldest first, those of one day as the file has them. */
function until<T extends { readonly on: string }>(
  events: readonly T[],
  day: string,
): { readonly event: number; readonly it: T }[] {
  const numbered = events.map((it, event) => ({ event, it }))
  const days = [...new Set(events.map(({ on }) => on))].sort().filter((on) => on <= day)
  return days.flatMap((on) => numbered.filter(({ it }) => it.on === on))
}

function overAll(states: readonly string[], is: (state: string) => boolean): Truth {
  if (states.every(is)) return 'true'
  return states.some(is) ? 'unknown' : 'false'
}

interface Scene {
  readonly world: World
  readonly book: Book
  readonly states: readonly string[]
  readonly element: Element
  readonly said: string | undefined
}

function sceneOf(
  program: Program,
  choices: Record<string, string>,
  book: Book,
  states: readonly string[],
  facts: Facts,
  times: Times,
): Scene {
  const world: World = { program, times, choices }
  const { id, zh } = byId(byId(program.entities, book.entity).fields, book.field)
  const { [id]: a, [zh]: b, ...rest } = facts as Record<string, unknown>
  const written = a ?? b
  const sure = states.length === 1 && states[0] !== NONE ? states[0] : undefined
  const seen = sure === undefined ? written : sure
  const element = readFacts(program, book.entity, seen === undefined ? rest : { ...rest, [id]: seen }, times)
  checkRelations(world, element)
  const values = byId(program.enums, book.enum).values
  const said = values.find((value) => value.id === written || value.zh === written)?.id
  return { world, book, states, element, said }
}

function holds(scene: Scene, when: Expr | undefined): Truth {
  return when === undefined ? 'true' : truthOf(scene.world, when, [scene.element])
}

function leaves({ states }: Scene, way: Way): Truth {
  return overAll(states, (state) => (way.from.length === 0 ? state === NONE : way.from.includes(state)))
}

/** Each 禁止 that speaks of this change, with how far it stops it. */
function stops(scene: Scene, way: Way): { readonly id: string; readonly stops: Truth }[] {
  return scene.book.forbidden.flatMap((one) => {
    if (one.to !== undefined && one.to !== way.to) return []
    const speaks = one.from.length === 0 ? 'true' : overAll(scene.states, (state) => one.from.includes(state))
    return speaks === 'false' ? [] : [{ id: one.id, stops: all([speaks, holds(scene, one.when)]) }]
  })
}

function contradicted({ states, said }: Scene): boolean {
  return said !== undefined && !states.includes(NONE) && !states.includes(said)
}

/** Rules 1 to 5 of docs/register.md, as `code` or `unclear about`. */
function findingsOf(scene: Scene, way: Way, change: PlainHistory['changes'][number]): string[] {
  const found: string[] = []
  const left = leaves(scene, way)
  if (left === 'false') found.push('from')
  if (left === 'unknown') found.push('unclear from')
  if (contradicted(scene)) found.push('state')
  for (const one of stops(scene, way)) {
    if (one.stops === 'true') found.push(`forbidden ${one.id}`)
    if (one.stops === 'unknown') found.push(`unclear forbidden ${one.id}`)
  }
  const guard = holds(scene, way.when)
  if (guard === 'false') found.push('guard')
  if (guard === 'unknown') found.push('unclear guard')
  if (way.via !== undefined) {
    if (change.case === undefined) found.push('unclear procedure')
    else if (change.case.procedure !== way.via || change.case.state !== 'conformant') found.push('procedure')
  }
  if (way.label !== undefined && change.label !== way.label) found.push('label')
  return found
}

/** Judges a history as docs/register.md says, or refuses it. Throws Refusal for facts that cannot be read. */
function judged(program: Program, history: PlainHistory, on: string, options: DecideOptions): PlainAnswer | 'rejected' {
  const book = program.registers[0]!
  const choices = Object.fromEntries(program.readings.map((r) => [r.id, options.readings?.[r.id] ?? r.chosen]))
  const size = countPeople(book, history, on)
  if (size === 'rejected') return 'rejected'
  const { start } = history
  const begun = start !== undefined && start.on <= on
  let states = [begun && start.state !== undefined ? start.state : NONE]
  const labelOf = (state: string) => book.states.find((one) => one.id === state)?.label
  let label = begun && start.state !== undefined ? labelOf(start.state) : undefined
  let year = begun && start.state !== undefined ? start.year : undefined
  let since = begun && start.state !== undefined ? start.on : undefined
  const years: Record<string, number> = begun && start.state !== undefined ? { [start.state]: start.year } : {}
  const changes: { event: number; taken: boolean; findings: string[]; possible: string[] }[] = []
  for (const { event, it } of until(history.changes, on)) {
    const way = byId(book.transitions, it.transition)
    const scene = sceneOf(program, choices, book, states, it.facts, { asOf: it.on, year: it.year })
    const findings = findingsOf(scene, way, it)
    if (findings.length === 0) {
      states = [way.to]
      label = way.label ?? it.label ?? labelOf(way.to)
      year = it.year
      since = it.on
      years[way.to] = Math.max(it.year, years[way.to] ?? 0)
    } else if (findings.every((code) => code.startsWith('unclear')) && !states.includes(way.to)) states = [...states, way.to]
    changes.push({ event, taken: findings.length === 0, findings, possible: [...states].sort() })
  }
  const last = sceneOf(program, choices, book, states, history.facts, { asOf: on, year: Number(on.slice(0, 4)) })
  if (contradicted(last)) return 'rejected'
  const next = book.transitions.flatMap((way) => {
    const left = leaves(last, way)
    if (left === 'false') return []
    const guard = holds(last, way.when)
    return [
      { transition: way.id, possible: all([left, guard, ...stops(last, way).map((one) => not(one.stops))]), leaves: left, guard },
    ]
  })
  const closed = states.length === 1 && states[0] !== NONE
  return {
    changes,
    possible: [...states].sort(),
    ...(closed && label !== undefined ? { label } : {}),
    ...(closed && year !== undefined ? { year } : {}),
    ...(closed && since !== undefined ? { since } : {}),
    years,
    ...(size === undefined ? {} : { size }),
    next,
  }
}

/** The same, 'rejected' for what cannot be read. */
export function judgeHistory(
  program: Program,
  history: PlainHistory,
  on: string,
  options: DecideOptions = {},
): PlainAnswer | 'rejected' {
  try {
    return judged(program, history, on, options)
  } catch (error) {
    if (error instanceof Refusal) return 'rejected'
    throw error
  }
}

/** People on a day, walking day by day; 'rejected' for what cannot be. The whole file must be in order, also after that day. */
function countPeople(book: Book, { start, people, changes }: PlainHistory, on: string): number | undefined | 'rejected' {
  if (start !== undefined && [...people, ...changes].some((one) => one.on < start.on)) return 'rejected'
  const here = new Set(start?.members ?? [])
  const away = new Set<string>()
  const dead = new Set<string>()
  let size = start?.size ?? start?.members?.length
  let then = start === undefined || on < start.on ? undefined : size
  for (const day of [...new Set(people.map((one) => one.on))].sort()) {
    for (const one of people.filter((event) => event.on === day)) {
      const line = book.changes.find((entry) => entry.values.includes(one.change))!
      const { person } = one
      if (line.removes && person === undefined) return 'rejected'
      if (person !== undefined) {
        if (dead.has(person)) return 'rejected'
        const present = here.has(person) || (line.direction === -1 && start?.members === undefined && !away.has(person))
        if (present === (line.direction === 1)) return 'rejected'
        if (line.direction === 1) here.add(person)
        else here.delete(person)
        if (line.direction === -1) away.add(person)
        if (line.removes) dead.add(person)
      }
      if (size !== undefined) size += line.direction
    }
    if (size !== undefined && size < 0) return 'rejected'
    if (day <= on && then !== undefined) then = size
  }
  return then
}

export interface PlainTarget {
  readonly counted: Interval
  readonly state: 'reached' | 'missed' | 'open'
}

/** How far a list comes towards the program's first target: every subject decided, then counted one by one. */
export function reachTarget(
  program: Program,
  standard: string,
  list: readonly Facts[],
  times: Times,
  options: DecideOptions = {},
): PlainTarget {
  const target = program.targets[0]!
  const choices = Object.fromEntries(program.readings.map((r) => [r.id, options.readings?.[r.id] ?? r.chosen])) as Record<
    string,
    string
  >
  const world: World = { program, times, choices }
  const { entity } = byId(program.standards, standard)
  const adds = list.map((facts): Interval => {
    const judgement = judge(program, standard, facts, times, options)
    const refused = judgement.kind === 'rejected'
    const element = refused ? absent(entity, '') : readFacts(program, entity, facts, times)
    const outcome = refused ? 'undetermined' : judgement.outcome
    const byOutcome: Truth = outcome === 'undetermined' ? 'unknown' : truth(outcome === 'met')
    const counts = refused ? 'unknown' : target.when === undefined ? byOutcome : truthOf(world, target.when, [element])
    if (counts === 'false') return point(ZERO)
    if (target.tally === undefined) return counts === 'true' ? point(ONE) : hull(point(ZERO), point(ONE))
    const value = evaluate(world, target.tally, [element])
    const quantity = maybeNothing(value) ? undefined : asRange(value)
    if (quantity === undefined) return ALL
    return counts === 'true' ? quantity : hull(point(ZERO), quantity)
  })
  const counted = adds.reduce(plus, point(ZERO))
  const reached = compare('ge', counted, asRange(evaluate(world, target.goal, [])))
  return { counted, state: reached === 'true' ? 'reached' : reached === 'false' ? 'missed' : 'open' }
}
