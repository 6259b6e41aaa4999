import type { Expr } from '../../dsl/lower/program.ts'
import type { Act, Chosen, Combine, DayAt, Duration, Procedure, Step } from '../../dsl/lower/program-procedure.ts'
import type { Model } from '../run/model.ts'
import { aboutOf } from './asks.ts'
import { taken, underHolds } from './chosen.ts'
import { type DayRules, dayRulesOf } from './days.ts'
import { type Names, namesOf, numberOfName } from './names.ts'

export interface PartyAt {
  readonly roles: readonly number[]
  readonly combine: Combine
  readonly proxy: boolean
}

/** A line with its names and readings settled. Guards and numbers by their place among the procedure's; −1: none. */
export interface LineAt {
  readonly act: Act
  readonly kind: Act['kind']
  readonly step: number
  readonly guard: number
  readonly roles: readonly number[]
  readonly papers: readonly number[]
  readonly places: readonly number[]
  readonly parties: readonly PartyAt[]
  readonly from: DayAt | undefined
  readonly to: DayAt | undefined
  /** of a posting, a deadline after a step, or a reply */
  readonly length: Duration | undefined
  /** the step a deadline is counted from, or the step one is sent back to; −1 none */
  readonly other: number
  /** threshold of a vote, share of a sample */
  readonly number: number
  readonly quorum: number
  readonly strata: readonly number[]
}

export interface StepAt {
  readonly step: Step
  readonly index: number
  /** under the readings in force */
  readonly exists: boolean
  /** its phase's and its own */
  readonly guards: readonly number[]
  readonly after: readonly number[]
  readonly lines: readonly LineAt[]
  readonly samples: boolean
}

/** An expression and the element it is about: the subject or the list's own record. */
export interface Asked {
  readonly expr: Expr
  readonly about: 'subject' | 'list'
}

/** A procedure under one choice of readings, ready to be walked. */
export interface Layout {
  readonly model: Model
  readonly procedure: Procedure
  readonly days: DayRules
  readonly steps: readonly StepAt[]
  readonly stepNames: Names
  readonly roles: Names
  readonly papers: Names
  readonly places: Names
  readonly guards: readonly Asked[]
  readonly numbers: readonly Asked[]
  /** the procedure's own guard; −1 none */
  readonly guard: number
  /** steps that some line sends back to */
  readonly returnsTo: ReadonlySet<number>
  /** for each step: itself and every step that has it among its predecessors */
  readonly followers: readonly (readonly number[])[]
}

/** Lays a procedure out under the readings of the model. */
export function layoutOf(model: Model, procedure: Procedure): Layout {
  const { program, readings } = model
  const guards: Asked[] = []
  const numbers: Asked[] = []
  const ask = (list: Asked[], expr: Expr | undefined, about: Asked['about']) =>
    expr === undefined ? -1 : list.push({ expr, about }) - 1
  const stepNames = namesOf(procedure.steps)
  const roles = namesOf(program.roles)
  const papers = namesOf(program.papers)
  const places = namesOf(program.places)
  const guard = ask(guards, procedure.guard, 'subject')
  const phases = new Map(
    procedure.phases.map((phase) => {
      const lines = phase.acts.filter((act) => underHolds(act.under, readings))
      const entries = lines.map((act) => ({ act: act as Act, guard: ask(guards, act.when, 'subject') }))
      return [
        phase.id,
        { exists: underHolds(phase.under, readings), guard: ask(guards, phase.when, 'subject'), entries },
      ] as const
    }),
  )
  const lineOf = (act: Act, step: number, own: number, about: Asked['about']): LineAt => {
    const days = (value: Chosen<DayAt> | undefined) => (value === undefined ? undefined : taken(value, readings))
    const length = (value: Chosen<Duration> | undefined) => (value === undefined ? undefined : taken(value, readings))
    const numbered = (names: Names, ids: readonly string[]) => ids.map((id) => numberOfName(names, id))
    const plain: LineAt = { ...NOTHING, act, kind: act.kind, step, guard: own }
    switch (act.kind) {
      case 'window':
        return { ...plain, from: days(act.window.from), to: days(act.window.to) }
      case 'due': {
        const { deadline } = act
        if (deadline.kind === 'on') return { ...plain, to: days(deadline.day) }
        return { ...plain, length: length(deadline.length), other: numberOfName(stepNames, deadline.step) }
      }
      case 'actor':
      case 'attend':
      case 'consent':
      case 'notify':
      case 'archive':
      case 'filing':
        return { ...plain, roles: numbered(roles, act.roles) }
      case 'consult':
        return { ...plain, roles: numbered(roles, act.roles), length: length(act.within) }
      case 'uses':
      case 'produces':
        return { ...plain, papers: numbered(papers, act.papers) }
      case 'posting':
      case 'announcement':
        return { ...plain, places: numbered(places, act.places), length: length(act.length) }
      case 'vote': {
        const threshold = ask(numbers, act.threshold?.value, about)
        return { ...plain, roles: numbered(roles, act.bodies), number: threshold, quorum: ask(numbers, act.quorum, about) }
      }
      case 'signatures':
        return { ...plain, parties: act.parties.map((party) => ({ ...party, roles: numbered(roles, party.roles) })) }
      case 'sample': {
        const strata = act.strata.map((stratum) => ask(guards, stratum.condition, 'subject'))
        return { ...plain, number: ask(numbers, act.share, about), strata }
      }
      case 'registers':
        return { ...plain, places: numbered(places, act.places) }
      case 'on_objection':
      case 'on_refusal':
      case 'on_fail': {
        const other = act.then.kind === 'goto' ? numberOfName(stepNames, act.then.step) : -1
        return { ...plain, roles: numbered(roles, act.roles), other }
      }
      default: {
        const unreachable: never = act
        return unreachable
      }
    }
  }
  const steps = procedure.steps.map((step, index): StepAt => {
    const phase = step.phase === undefined ? undefined : phases.get(step.phase)
    const about = aboutOf(procedure, step)
    const own = step.acts.filter((act) => underHolds(act.under, readings))
    const own_ = own.map((act) => lineOf(act, index, ask(guards, act.when, about), about))
    const shared = (phase?.entries ?? []).map(({ act, guard: at }) => lineOf(act, index, at, 'subject'))
    const lines = [...own_, ...shared]
    return {
      step,
      index,
      exists: underHolds(step.under, readings) && (phase?.exists ?? true),
      guards: [phase?.guard ?? -1, ask(guards, step.when, about)].filter((at) => at >= 0),
      after: step.after.map((id) => numberOfName(stepNames, id)),
      lines,
      samples: lines.some((line) => line.kind === 'sample'),
    }
  })
  const days = dayRulesOf(procedure, program.calendars, readings)
  const sent = steps.filter((step) => step.exists).flatMap((step) => step.lines.filter((line) => sendsBack(line)))
  const returnsTo = new Set(sent.map((line) => line.other))
  const names = { stepNames, roles, papers, places }
  return { model, procedure, days, steps, ...names, guards, numbers, guard, returnsTo, followers: followersOf(steps) }
}

const NONE: readonly never[] = Object.freeze([])
const NOTHING: Omit<LineAt, 'act' | 'kind' | 'step' | 'guard'> = {
  roles: NONE,
  papers: NONE,
  places: NONE,
  parties: NONE,
  from: undefined,
  to: undefined,
  length: undefined,
  other: -1,
  number: -1,
  quorum: -1,
  strata: NONE,
}

function sendsBack({ act }: LineAt): boolean {
  return 'then' in act && act.then.kind === 'goto'
}

function followersOf(steps: readonly StepAt[]): readonly (readonly number[])[] {
  // `after` never points forward, so one pass in the order of the text finds every follower.
  return steps.map(({ index: from }) => {
    const found = new Set([from])
    for (const { index, after } of steps) if (after.some((before) => found.has(before))) found.add(index)
    return [...found]
  })
}
