import type { Standard } from '../../dsl/lower/program.ts'
import type { Interval } from '../../dsl/value/interval.ts'
import { quicken } from '../compile/quick.ts'
import { type Element, newElement } from '../facts/element.ts'
import type { EntityPlan } from '../facts/plan.ts'
import { readSubject } from '../facts/read.ts'
import { isBlank, isRecord } from '../facts/sink.ts'
import { numberOf } from '../run/numeric.ts'
import { checkRelations } from '../run/relations.ts'
import type { Run } from '../run/scope.ts'
import { clockOf } from '../run/times.ts'
import { truthOf } from '../run/truth.ts'
import type { FactProblem } from '../types.ts'
import { readsFacts } from './asks.ts'
import type { Asked, Layout } from './layout.ts'
import { type Profile, profileOf } from './profile.ts'

/** What evaluating one element's share of the guards gives, or what is wrong with its facts. */
export type Answers =
  | { readonly truths: readonly number[]; readonly numbers: readonly Interval[] }
  | { readonly problems: readonly FactProblem[] }

/** The element a procedure's guards are asked about: the subject or the list. Answers come in the order of the guards that are about it. */
export interface Witness {
  readonly plan: EntityPlan
  readonly answer: (facts: unknown) => Answers
  readonly element: (facts: unknown) => Element
}

/** A procedure on one day of one year: guards answered, profiles kept. */
export interface DayPlan {
  readonly layout: Layout
  readonly run: Run
  readonly subject: Witness
  readonly list: Witness | undefined
  /** the profile of a subject, from what its own guards and the list's come to */
  readonly profile: (own: Answers, list: Answers | undefined) => Profile
}

/** Compiling the guards pays from the third record on. */
const FIRST_FEW = 2
const MOST_PROFILES = 5000

/** Prepares a procedure for the day asked about. */
export function dayPlanOf(layout: Layout, on: string, year: number): DayPlan {
  const { model, procedure } = layout
  const clock = clockOf({ asOf: on, year })
  const run: Run = { model, asOf: clock.asOf, asOfText: on, year }
  const blankElement = (entity: string) => newElement(model.schema.entities.get(entity)!, undefined)
  const blankOf = { subject: blankElement(procedure.entity), list: blankElement(procedure.roster?.entity ?? procedure.entity) }
  const constants = layout.numbers.map(({ expr, about }) =>
    readsFacts(model, expr) ? undefined : numberOf(run, expr, [blankOf[about]]).interval,
  )
  const witness = (entity: string, about: Asked['about']): Witness => {
    const plan = model.schema.entities.get(entity)!
    const guards = layout.guards.filter((asked) => asked.about === about).map(({ expr }) => expr)
    const numbers = layout.numbers.filter((asked, at) => asked.about === about && constants[at] === undefined)
    const standard = asStandard(entity, guards)
    let uses = 0
    let quick: ReturnType<typeof quicken> | undefined
    const exact = (facts: unknown): Answers => {
      const { root, sink } = readSubject(facts, plan, { schema: model.schema, asOf: run.asOf, year }, false)
      if (sink.problems.length === 0) checkRelations(run, root, sink)
      if (sink.problems.length > 0) return { problems: sink.problems }
      return answersOf(root)
    }
    const answersOf = (root: Element): Answers => ({
      truths: guards.map((expr) => truthOf(run, expr, [root])),
      numbers: numbers.map(({ expr }) => numberOf(run, expr, [root]).interval),
    })
    const blank = answersOf(newElement(plan, undefined))
    const answer = (facts: unknown): Answers => {
      if (facts === undefined) return blank
      if (numbers.length > 0 || uses++ < FIRST_FEW) return exact(facts)
      quick ??= quicken(model, standard, clock)
      const truths = quick.blank.slice()
      const outcome = quick.items(facts, truths)
      return outcome === undefined || outcome === 'rejected' ? exact(facts) : { truths, numbers: [] }
    }
    const element = (facts: unknown): Element =>
      facts === undefined
        ? newElement(plan, undefined)
        : readSubject(facts, plan, { schema: model.schema, asOf: run.asOf, year }, true).root
    return { plan, answer, element }
  }
  const profiles = new Map<string, Profile>()
  const profile = (own: Answers, list: Answers | undefined): Profile => {
    const sides = { subject: filled(own), list: filled(list) }
    const at = { subject: 0, list: 0 }
    const truths = layout.guards.map(({ about }) => sides[about].truths[at[about]++] ?? 2)
    const from = { subject: 0, list: 0 }
    const numbers = layout.numbers.map(({ about }, i) => constants[i] ?? sides[about].numbers[from[about]++] ?? UNBOUNDED)
    const key = `${truths.join('')} ${numbers.map((one, i) => (constants[i] === undefined ? intervalText(one) : '')).join(' ')}`
    let found = profiles.get(key)
    if (found === undefined) {
      if (profiles.size >= MOST_PROFILES) profiles.clear()
      found = profileOf(layout, { truths, numbers }, year)
      profiles.set(key, found)
    }
    return found
  }
  const list = procedure.roster === undefined ? undefined : witness(procedure.roster.entity, 'list')
  return { layout, run, subject: witness(procedure.entity, 'subject'), list, profile: remembered(profile) }
}

const UNBOUNDED: Interval = { lo: null, hi: null }
const UNKNOWN_ANSWERS = { truths: [], numbers: [] } as const

function filled(answers: Answers | undefined): { readonly truths: readonly number[]; readonly numbers: readonly Interval[] } {
  return answers === undefined || 'problems' in answers ? UNKNOWN_ANSWERS : answers
}

function intervalText({ lo, hi }: Interval): string {
  return `${lo === null ? '' : `${lo.n}/${lo.d}`}…${hi === null ? '' : `${hi.n}/${hi.d}`}`
}

/** The subjects of a list mostly come to the same, so the last answers are looked at first. */
function remembered(profile: DayPlan['profile']): DayPlan['profile'] {
  let lastOwn: Answers | undefined
  let lastList: Answers | undefined
  let last: Profile | undefined
  return (own, list) => {
    if (last !== undefined && list === lastList && (own === lastOwn || sameTruths(own, lastOwn!))) return last
    last = profile(own, list)
    lastOwn = own
    lastList = list
    return last
  }
}

function sameTruths(a: Answers, b: Answers): boolean {
  if ('problems' in a || 'problems' in b || a.numbers.length > 0 || b.numbers.length > 0) return false
  for (let i = 0; i < a.truths.length; i++) if (a.truths[i] !== b.truths[i]) return false
  return true
}

/** The guards as items that decide nothing, so that what compiles standards compiles them. */
function asStandard(entity: string, guards: readonly Standard['items'][number]['condition'][]): Standard {
  const span = { file: '', start: 0, end: 0 }
  const term = { id: '', zh: '', en: '', span, cites: [] }
  const item = { ...term, kind: 'weigh', inPrinciple: false, deemed: [], except: [], reviewers: [], under: [] } as const
  return { ...term, entity, items: guards.map((condition) => ({ ...item, ...(condition && { condition }) })) }
}

/** The facts of a subject, with the list's own record in the roster field where they give none. */
export function withRoster(
  facts: unknown,
  list: unknown,
  field: { readonly id: string; readonly zh: string } | undefined,
): unknown {
  if (field === undefined || list === undefined) return facts
  if (facts === undefined) return { [field.id]: list }
  if (!isRecord(facts) || !isBlank(facts[field.id]) || !isBlank(facts[field.zh])) return facts
  const key = field.zh in facts ? field.zh : field.id
  return { ...facts, [key]: list }
}
