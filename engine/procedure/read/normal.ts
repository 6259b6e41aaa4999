import type { Facts } from '../../types.ts'
import { dayText } from '../days.ts'
import type { Layout } from '../layout.ts'
import type { ActRead, CaseRead, EventRead, Members } from '../log.ts'
import type { ActEvent, CaseEvent, CaseInput } from '../types.ts'

/** The case with ids for names and one spelling for everything; facts as they were given. */
export function normalCase(layout: Layout, read: CaseRead): CaseInput {
  return {
    procedure: layout.procedure.id,
    year: read.year,
    ...(read.opened !== undefined && { opened: dayText(read.opened) }),
    ...(read.list !== undefined && { list: read.list as Facts }),
    subjects: read.subjects.map(({ id, joined, facts }) => ({
      id,
      ...(joined !== undefined && { joined: dayText(joined) }),
      ...(facts !== undefined && { facts: facts as Facts }),
    })),
    events: read.events.map((event) => normalEvent(layout, read, event)),
  }
}

function normalEvent(layout: Layout, read: CaseRead, event: EventRead): CaseEvent {
  const on = dayText(event.on)
  const some = (subjects: Members) => [...subjects].map((subject) => read.subjects[subject]!.id)
  const step = (at: number) => layout.stepNames.ids[at]!
  switch (event.kind) {
    case 'act':
      return normalAct(layout, some, event)
    case 'objection':
      return { kind: 'objection', on, objection: event.objection, subjects: some(event.subjects), against: step(event.against) }
    case 'resolution': {
      const by = event.by.map((role) => layout.roles.ids[role]!)
      return { kind: 'resolution', on, objection: event.objection, result: event.result, ...(by.length > 0 && { by }) }
    }
    case 'return':
      return { kind: 'return', on, subjects: some(event.subjects), to: step(event.to) }
    case 'drop':
    case 'relist':
      return { kind: event.kind, on, subjects: some(event.subjects) }
    case 'paper': {
      const paper = layout.papers.ids[event.paper]!
      return { kind: 'paper', on, paper, ...(event.names && { names: some(event.names) }) }
    }
    default: {
      const unreachable: never = event
      return unreachable
    }
  }
}

function normalAct(layout: Layout, some: (subjects: Members) => readonly string[], act: ActRead): ActEvent {
  const texts = (key: keyof ActEvent, found: readonly string[]): Partial<ActEvent> => (found.length === 0 ? {} : { [key]: found })
  const list = (key: keyof ActEvent, numbers: readonly number[], ids: readonly string[]) =>
    texts(
      key,
      numbers.map((one) => ids[one]!),
    )
  const people = (key: keyof ActEvent, subjects: Members) => texts(key, some(subjects))
  const { roles, papers, places } = layout
  const role = (at: number) => roles.ids[at]!
  const { registered, ballots } = act
  return {
    kind: 'act',
    step: layout.stepNames.ids[act.step]!,
    on: dayText(act.on),
    ...(act.until !== undefined && { until: dayText(act.until) }),
    ...(act.subjects && people('subjects', act.subjects)),
    ...list('by', act.by, roles.ids),
    ...list('attended', act.attended, roles.ids),
    ...(act.persons !== undefined && { persons: act.persons }),
    ...list('papers', act.papers, papers.ids),
    ...list('places', act.places, places.ids),
    ...people('failed', act.failed),
    ...(act.present !== undefined && { present: act.present }),
    ...(act.eligible !== undefined && { eligible: act.eligible }),
    ...(ballots && { ballots: Object.fromEntries([...ballots].map(([at, ballot]) => [some([at])[0]!, ballot])) }),
    ...(act.consents.length > 0 && {
      consents: act.consents.map((one) => ({
        role: role(one.role),
        given: one.given,
        ...(one.subjects && { subjects: some(one.subjects) }),
      })),
    }),
    ...(act.signatures.length > 0 && {
      signatures: act.signatures.map((one) => ({
        role: role(one.role),
        ...(one.proxy !== undefined && { proxy: one.proxy }),
        ...(one.subjects && { subjects: some(one.subjects) }),
      })),
    }),
    ...(act.replies.length > 0 && { replies: act.replies.map((one) => ({ role: role(one.role), on: dayText(one.on) })) }),
    ...list('notified', act.notified, roles.ids),
    ...list('archived', act.archived, roles.ids),
    ...list('filed', act.filed, roles.ids),
    ...people('sampled', act.sampled),
    ...(registered && {
      registered: {
        act: registered.act,
        ...(registered.label !== undefined && { label: registered.label }),
        ...(registered.place !== undefined && { place: places.ids[registered.place]! }),
      },
    }),
  }
}
