import type { Program } from '../../../dsl/lower/program.ts'
import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import type { CaseEvent, CaseInput } from '../../../engine/procedure/types.ts'
import { parts } from '../calendar.ts'

/** A case that cannot be judged. */
export class BadCase extends Error {}

/** An event with ids for names, and where it stands in the file. */
export type Placed = CaseEvent & { readonly at: number }

const refuse = (what: string): never => {
  throw new BadCase(what)
}

/** Names to ids, throwing where there is no such thing. */
function idIn(things: readonly { readonly id: string; readonly zh?: string }[], name: string): string {
  const found = things.find((one) => one.id === name) ?? things.find((one) => one.zh === name)
  return found === undefined ? refuse(`unknown ${name}`) : found.id
}

function checkDay(day: string): void {
  if (parts(day) === undefined) refuse(`no day ${day}`)
}

type Naming = (names: readonly string[]) => readonly string[]
type List = 'subjects' | 'failed' | 'sampled' | 'by' | 'attended' | 'notified' | 'archived' | 'filed' | 'papers' | 'places'

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0) refuse('a count that is none')
}

function readAct(event: CaseEvent & { kind: 'act' }, procedure: Procedure, names: Record<string, Naming>): CaseEvent {
  if (event.until !== undefined) {
    checkDay(event.until)
    if (event.until < event.on) refuse('an end before its beginning')
  }
  const lists: Readonly<Record<List, Naming>> = {
    subjects: names['subjects']!,
    failed: names['subjects']!,
    sampled: names['subjects']!,
    by: names['roles']!,
    attended: names['roles']!,
    notified: names['roles']!,
    archived: names['roles']!,
    filed: names['roles']!,
    papers: names['papers']!,
    places: names['places']!,
  }
  const read: Record<string, unknown> = { ...event, step: idIn(procedure.steps, event.step) }
  for (const [key, naming] of Object.entries(lists) as [List, Naming][]) {
    const given = event[key]
    if (given !== undefined) read[key] = naming(given)
  }
  for (const count of [event.persons, event.present, event.eligible]) checkCount(count ?? 0)
  for (const [subject, { yes, no, abstain = 0 }] of Object.entries(event.ballots ?? {})) {
    names['subjects']!([subject])
    for (const count of [yes, no, abstain]) checkCount(count)
    if (event.present !== undefined && yes + no + abstain > event.present) refuse('more ballots than people')
  }
  const roleOf = (name: string): string => names['roles']!([name])[0]!
  for (const key of ['consents', 'signatures'] as const) {
    const given = event[key]
    if (given === undefined) continue
    for (const one of given) names['subjects']!(one.subjects ?? [])
    read[key] = given.map((one) => ({ ...one, role: roleOf(one.role) }))
  }
  if (event.replies !== undefined) {
    for (const one of event.replies) {
      checkDay(one.on)
      if (one.on < event.on) refuse('a reply before it was asked for')
    }
    read['replies'] = event.replies.map((one) => ({ ...one, role: roleOf(one.role) }))
  }
  const place = event.registered?.place
  if (place !== undefined) read['registered'] = { ...event.registered, place: names['places']!([place])[0] }
  return read as unknown as CaseEvent
}

/** The events with ids for names, in the order they are taken: by day, those of one day as the file has them. */
export function readEvents(program: Program, procedure: Procedure, input: CaseInput): Placed[] {
  const each =
    (things: readonly { readonly id: string; readonly zh?: string }[]): Naming =>
    (names) =>
      names.map((name) => idIn(things, name))
  const names = {
    subjects: (ids: readonly string[]) => [...new Set(each(input.subjects)(ids))],
    roles: each(program.roles),
    papers: each(program.papers),
    places: each(program.places),
  }
  for (const day of [input.opened, ...input.subjects.map((s) => s.joined)]) if (day !== undefined) checkDay(day)
  const read = input.events.map((event, at): Placed => {
    checkDay(event.on)
    if (input.opened !== undefined && event.on < input.opened) refuse('before the case was opened')
    const named = 'subjects' in event ? event.subjects : undefined
    if (named?.length === 0) refuse('nobody named')
    for (const id of named ?? []) {
      const subject = input.subjects.find((one) => one.id === id)
      if (subject?.joined !== undefined && event.on < subject.joined) refuse(`${id} had not joined`)
    }
    switch (event.kind) {
      case 'act':
        return { ...readAct(event, procedure, names), at }
      case 'objection':
        return { ...event, subjects: names.subjects(event.subjects), against: idIn(procedure.steps, event.against), at }
      case 'resolution':
        return { ...event, ...(event.by === undefined ? {} : { by: names.roles(event.by) }), at }
      case 'return':
        return { ...event, subjects: names.subjects(event.subjects), to: idIn(procedure.steps, event.to), at }
      case 'drop':
      case 'relist':
        return { ...event, subjects: names.subjects(event.subjects), at }
      case 'paper':
        return {
          ...event,
          paper: names.papers([event.paper])[0]!,
          names: names.subjects(event.names ?? []),
          at,
        }
      default: {
        const never: never = event
        throw new Error(`unknown event ${JSON.stringify(never)}`)
      }
    }
  })
  const days = [...new Set(read.map((event) => event.on))].sort()
  const taken = days.flatMap((day) => read.filter((event) => event.on === day))
  const objections = taken.filter((event) => event.kind === 'objection')
  for (const one of objections) {
    if (objections.some((other) => other.objection === one.objection && !sameEvent(one, other)))
      refuse(`two objections ${one.objection}`)
  }
  taken.forEach((event, i) => {
    if (event.kind !== 'resolution') return
    const raised = taken.slice(0, i).some((one) => one.kind === 'objection' && one.objection === event.objection)
    if (!raised) refuse(`nobody raised ${event.objection}`)
  })
  return taken
}

/** Equal in every part (an empty list is as none), whatever the order of keys and wherever in the file. */
export function sameEvent(a: Placed, b: Placed): boolean {
  const plain = (event: Placed): string => JSON.stringify(sorted({ ...event, at: 0 }))
  return plain(a) === plain(b)
}

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted)
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  )
}
