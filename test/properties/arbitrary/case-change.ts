import type { ActEvent, CaseEvent, CaseInput, CaseSubject } from '../../../engine/procedure/types.ts'
import { addDays } from '../../oracle/calendar.ts'
import { actFor, type Log } from './case-act.ts'
import { type Draw, shuffle } from './draw.ts'

const acts = (events: readonly CaseEvent[]): ActEvent[] => events.filter((event) => event.kind === 'act')

function shifted(event: CaseEvent, days: number): CaseEvent {
  const moved = { ...event, on: addDays(event.on, days) }
  return moved.kind === 'act' && moved.until !== undefined ? { ...moved, until: addDays(moved.until, days) } : moved
}

const REMOVABLE = [
  'until',
  'by',
  'attended',
  'persons',
  'papers',
  'places',
  'present',
  'eligible',
  'ballots',
  'consents',
  'signatures',
  'replies',
  'notified',
  'archived',
  'filed',
  'sampled',
  'registered',
] as const

/** The act with something left out or changed. */
function poorer(draw: Draw, act: ActEvent): ActEvent {
  const there = REMOVABLE.filter((key) => act[key] !== undefined)
  if (there.length === 0) return act
  const key = draw.pick(there)
  const value = act[key]
  if (key === 'until' && draw.chance(70)) {
    const until = addDays(act.until!, draw.pick([-1, 1, -2, 9]))
    return until < act.on ? act : { ...act, until }
  }
  if (Array.isArray(value) && value.length > 1 && draw.chance(70)) {
    return { ...act, [key]: shuffle(draw, value as readonly unknown[]).slice(1) }
  }
  if (key === 'ballots' && draw.chance(70)) {
    const [first, ...rest] = Object.entries(act.ballots!)
    const counts = { yes: Math.floor(first![1].yes / 2), no: first![1].no }
    return { ...act, ballots: draw.chance(70) ? { ...act.ballots, [first![0]]: counts } : Object.fromEntries(rest) }
  }
  if (key === 'registered' && draw.chance(60)) {
    return {
      ...act,
      registered: { ...act.registered!, ...draw.pick([{ act: 'enter' }, { label: '别的' }, { place: 'gate' }] as const) },
    }
  }
  if (key === 'persons' && draw.chance(60)) return { ...act, persons: act.persons! - 1 }
  const { [key]: _, ...rest } = act
  return rest as ActEvent
}

/** The act with answers, signatures or replies of one subject or role turned. */
function turned(log: Log, act: ActEvent): ActEvent {
  const { draw, subjects } = log
  const some = draw.chance(50) ? { subjects: [draw.pick(subjects)] } : {}
  if (act.consents !== undefined)
    return { ...act, consents: [...act.consents, { role: draw.pick(act.consents).role, given: false, ...some }] }
  if (act.signatures !== undefined) {
    return {
      ...act,
      signatures: act.signatures.map((one) => (draw.chance(50) ? { role: one.role, ...some } : { ...one, proxy: '代签人' })),
    }
  }
  if (act.replies !== undefined) {
    return { ...act, replies: act.replies.map((one) => ({ ...one, on: addDays(one.on, draw.pick([1, 2, 20])) })) }
  }
  return { ...act, failed: [draw.pick(subjects)] }
}

const replaced = (events: readonly CaseEvent[], old: CaseEvent, fresh: CaseEvent): CaseEvent[] =>
  events.map((event) => (event === old ? fresh : event))

function objected(log: Log, events: readonly CaseEvent[]): CaseEvent[] {
  const { draw, subjects, program } = log
  const about = draw.pick(events.length > 0 ? [...events] : [{ kind: 'drop', on: '2019-10-01', subjects } as const])
  const against = about.kind === 'act' ? about.step : draw.pick(log.procedure.steps).id
  const on = addDays(about.on, draw.int(0, 4))
  const objection = `o${events.length}`
  const who = draw.chance(70) ? [draw.pick(subjects)] : subjects
  const by = draw.chance(85)
    ? {
        by: shuffle(draw, program.roles)
          .slice(0, draw.int(1, 3))
          .map((role) => role.id),
      }
    : {}
  const result = draw.pick(['upheld', 'upheld', 'dismissed', 'withdrawn'] as const)
  const settled: CaseEvent = { kind: 'resolution', on: addDays(on, draw.int(0, 5)), objection, result, ...by }
  const again = draw.chance(15)
    ? [{ ...settled, result: draw.pick(['upheld', 'dismissed'] as const), on: addDays(settled.on, 1) }]
    : []
  return [
    ...events,
    { kind: 'objection', on, objection, subjects: who, against },
    ...(draw.chance(70) ? [settled, ...again] : []),
  ]
}

function sentBack(log: Log, events: readonly CaseEvent[]): CaseEvent[] {
  const { draw, subjects, procedure } = log
  const on = addDays(events.length > 0 ? draw.pick(events).on : '2019-10-01', draw.int(0, 3))
  const who = draw.chance(75) ? [draw.pick(subjects)] : subjects
  const kind = draw.int(1, 10)
  if (kind <= 4) {
    const goals = procedure.steps.flatMap((s) =>
      s.acts.flatMap((l) => ('then' in l && l.then.kind === 'goto' ? [l.then.step] : [])),
    )
    const to = draw.pick(goals.length > 0 && draw.chance(70) ? goals : procedure.steps.map((step) => step.id))
    return [...events, { kind: 'return', on, subjects: who, to }]
  }
  const back: CaseEvent = { kind: 'relist', on: addDays(on, draw.int(0, 6)), subjects: who }
  return [...events, { kind: 'drop', on, subjects: who }, ...(draw.chance(50) ? [back] : [])]
}

/** The same step done again some days later, as it should be. */
function repeated(log: Log, events: readonly CaseEvent[]): CaseEvent[] {
  const { draw, subjects, procedure } = log
  const done = acts(events)
  const brought = done.filter((act) => act.papers !== undefined)
  const [old] = shuffle(draw, brought.length > 0 && draw.chance(60) ? brought : done)
  if (old === undefined) return [...events]
  const step = procedure.steps.find((one) => one.id === old.step || one.zh === old.step)!
  const whom = old.subjects ?? subjects
  const on = addDays(old.on, draw.pick([0, 1, 2, 5, 10]))
  const again = actFor(log, step, on, draw.chance(60) ? whom : whom.slice(0, 1), true)
  // What the first act brought need not be brought again.
  const { papers, ...bare } = again
  return [...events, papers !== undefined && draw.chance(50) ? bare : draw.chance(50) ? again : poorer(draw, again)]
}

const NAMED: Readonly<Record<string, string>> = {
  county: '县扶贫办',
  town: '乡镇',
  village: '村两委',
  home: '户主',
  list: '名单',
}

/** Ids turned into the Chinese names that stand for them. */
function renamed(log: Log, act: ActEvent): ActEvent {
  const name = (id: string): string => NAMED[id] ?? id
  return {
    ...act,
    step: log.procedure.steps.find((step) => step.id === act.step)?.zh ?? act.step,
    ...(act.by === undefined ? {} : { by: act.by.map(name) }),
    ...(act.papers === undefined ? {} : { papers: act.papers.map(name) }),
  }
}

/** An event that names somebody twice. */
function twiceNamed(event: CaseEvent): CaseEvent {
  if (!('subjects' in event) || event.subjects === undefined) return event
  return { ...event, subjects: [...event.subjects, event.subjects[0]!] }
}

/** The events with one thing out of order. */
export function disturb(log: Log, events: readonly CaseEvent[]): CaseEvent[] {
  const { draw } = log
  const [act] = shuffle(draw, acts(events))
  if (events.length === 0 || act === undefined) return objected(log, events)
  const one = draw.pick(events)
  switch (draw.int(1, 18)) {
    case 1:
    case 2:
      return replaced(events, one, shifted(one, draw.pick([-3, -1, -1, 1, 1, 2, 8])))
    case 3:
    case 4:
    case 5:
      return replaced(events, act, poorer(draw, act))
    case 6:
      return replaced(events, act, turned(log, act))
    case 7:
      return [...events, structuredClone(one)]
    case 8:
    case 9:
      return objected(log, events)
    case 10:
    case 11:
      return sentBack(log, events)
    case 12:
      return events.filter((event) => event !== one)
    case 13:
      return replaced(events, one, shifted(one, daysBetween(one.on, draw.pick(events).on)))
    case 15:
      return replaced(events, one, twiceNamed(one))
    case 14:
      return replaced(events, act, draw.chance(50) ? renamed(log, act) : act)
    default:
      return repeated(log, events)
  }
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Leaves out of each event whoever had not joined by then: naming them is refused. Events that name nobody any more are left out. */
export function withoutStrangers(subjects: readonly CaseSubject[], events: readonly CaseEvent[]): CaseEvent[] {
  return events.flatMap((event): CaseEvent[] => {
    const here = (id: string): boolean => (subjects.find((one) => one.id === id)?.joined ?? event.on) <= event.on
    const only = (ids: readonly string[] | undefined) => ids?.filter(here)
    const copy: Record<string, unknown> = { ...event }
    for (const key of ['subjects', 'failed', 'sampled', 'names']) {
      const given = copy[key] as readonly string[] | undefined
      if (given !== undefined) copy[key] = only(given)
    }
    for (const key of ['consents', 'signatures']) {
      const given = copy[key] as readonly { readonly subjects?: readonly string[] }[] | undefined
      if (given !== undefined) copy[key] = given.filter((one) => one.subjects?.every(here) !== false)
    }
    if (event.kind === 'act' && event.ballots !== undefined) {
      copy['ballots'] = Object.fromEntries(Object.entries(event.ballots).filter(([id]) => here(id)))
    }
    return Array.isArray(copy['subjects']) && copy['subjects'].length === 0 ? [] : [copy as unknown as CaseEvent]
  })
}

/** The case with one thing in it that is refused. */
export function spoil(draw: Draw, input: CaseInput): CaseInput {
  const act = acts(input.events)[0]
  if (act === undefined) return input
  const change = (fresh: Partial<ActEvent>): CaseInput => ({
    ...input,
    events: replaced(input.events, act, { ...act, ...fresh }),
  })
  switch (draw.int(1, 10)) {
    case 1:
      return change({ step: 'nowhere' })
    case 2:
      return change({ by: ['nobody'] })
    case 3:
      return change({ subjects: ['nobody'] })
    case 4:
      return change({ on: '2019-02-30' })
    case 5:
      return change({ until: addDays(act.on, -1) })
    case 6:
      return change({ present: 2, ballots: { [input.subjects[0]!.id]: { yes: 2, no: 1 } } })
    case 7:
      return { ...input, opened: addDays(act.on, 1) }
    case 8:
      return change({ papers: ['nothing'] })
    case 9:
      return { ...input, list: { nothing: true } }
    default:
      return { ...input, events: [...input.events, { kind: 'resolution', on: act.on, objection: 'never', result: 'upheld' }] }
  }
}

/** The case without one of its subjects, and where each event left stood in the file. */
export function withoutSubject(input: CaseInput, gone: string): { readonly rest: CaseInput; readonly places: readonly number[] } {
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== gone)
  const kept: CaseEvent[] = []
  const places: number[] = []
  const lost = new Set<string>()
  input.events.forEach((event, at) => {
    const copy: Record<string, unknown> = { ...event }
    for (const key of ['subjects', 'failed', 'sampled', 'names']) {
      const given = copy[key] as readonly string[] | undefined
      if (given !== undefined) copy[key] = others(given)
    }
    for (const key of ['consents', 'signatures']) {
      const given = copy[key] as readonly { readonly subjects?: readonly string[] }[] | undefined
      if (given === undefined) continue
      const spoken = given.filter((one) => one.subjects === undefined || others(one.subjects).length > 0)
      copy[key] = spoken.map((one) => (one.subjects === undefined ? one : { ...one, subjects: others(one.subjects) }))
    }
    if (event.kind === 'act' && event.ballots !== undefined) {
      copy['ballots'] = Object.fromEntries(Object.entries(event.ballots).filter(([id]) => id !== gone))
    }
    const isEmpty = Array.isArray(copy['subjects']) && copy['subjects'].length === 0
    if (isEmpty && event.kind === 'objection') lost.add(event.objection)
    if (isEmpty || (event.kind === 'resolution' && lost.has(event.objection))) return
    kept.push(copy as unknown as CaseEvent)
    places.push(at)
  })
  const rest = { ...input, subjects: input.subjects.filter((one) => one.id !== gone), events: kept }
  return { rest, places }
}
