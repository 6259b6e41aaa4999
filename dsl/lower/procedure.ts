import { type Held, lineage, sameName } from '../bind/adoption.ts'
import type { HeldLine, HeldPhase } from '../bind/layout.ts'
import { amended, linesOf, models, type StepLine, stepScope, stepsMeant, type View, viewOf } from '../bind/step-lines.ts'
import { rosterOf } from '../bind/subject.ts'
import type { PolicySymbol } from '../bind/symbol.ts'
import { bodyOf, clause } from '../syntax/access.ts'
import { lowerActs, lowerTimes, type StepsOf } from './act.ts'
import { lowerCites } from './cites.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Cite } from './program.ts'
import type { Counting, Phase, Procedure, Step } from './program-procedure.ts'
import { predecessors } from './sequence.ts'
import { underOf } from './under.ts'

/** A procedure with all it adopts: what 同 copies is copied, what 沿用 adopts is merged, every step knows those before it. */
export function lowerProcedure(lower: Lowerer, symbol: PolicySymbol): Procedure {
  const { binding } = lower
  const view = viewOf(binding, symbol)
  const levels = lineage(binding, symbol)
  const said = <V>(read: (level: PolicySymbol) => V | undefined) => levels.flatMap((level) => read(level) ?? [])[0]
  const roster = rosterOf(binding, symbol)
  const type = roster && bodyOf(roster.decl, 'field')
  const record = type?.ref && binding.symbolOf(type.ref)
  const standard = said((level) => clause(level.decl, 'judged_by'))
  const guard = said((level) => clause(level.decl, 'when'))
  const citing = levels.find((level) => clause(level.decl, 'cite')?.length) ?? symbol
  const cites = lowerCites(lower, citing.decl, citing.unit)
  const after = predecessors(view, (reading) => binding.symbolOf(reading)?.members.length ?? 0)
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, binding.subjectOf(symbol)),
    ...(roster && record ? { roster: { field: idOf(lower, roster), entity: idOf(lower, record) } } : {}),
    ...(standard ? { standard: idOf(lower, binding.symbolOf(standard)) } : {}),
    ...(guard ? { guard: lowerExpr(lower, guard) } : {}),
    cites,
    counting: view.layout.counting.map((line, i) => lowerCounting(lower, line, i, cites)),
    phases: view.layout.phases.map((phase) => lowerPhase(lower, view, phase, cites)),
    steps: view.layout.steps.map((held) => lowerStep(lower, view, held, after)),
  }
}

function lowerCounting(lower: Lowerer, { decl, unit, arms }: HeldLine, i: number, around: readonly Cite[]): Counting {
  const own = lowerCites(lower, decl, unit)
  const note = clause(decl, 'note')?.text
  const word = <K extends string, V extends string>(key: K, id: string | undefined) =>
    id === undefined ? {} : ({ [key]: id } as { readonly [Q in K]: V })
  const calendar = clause(decl, 'by_calendar')
  return {
    id: `counting.${i + 1}`,
    under: underOf(lower, arms),
    cites: own.length > 0 ? own : around,
    ...(note === undefined ? {} : { note }),
    ...word<'days', 'calendar' | 'working'>('days', clause(decl, 'days')?.id),
    ...word<'firstDay', 'counted' | 'not_counted'>('firstDay', clause(decl, 'first_day')?.id),
    ...word<'deadlineDay', 'counted' | 'not_counted'>('deadlineDay', clause(decl, 'deadline_day')?.id),
    ...word<'rollover', 'moved' | 'stays'>('rollover', clause(decl, 'rollover')?.id),
    ...(calendar ? { calendar: idOf(lower, lower.binding.symbolOf(calendar)) } : {}),
  }
}

function lowerPhase(lower: Lowerer, view: View, { symbol, arms, lines }: HeldPhase, around: readonly Cite[]): Phase {
  const own = lowerCites(lower, symbol.decl, symbol.unit)
  const cites = own.length > 0 ? own : around
  const when = clause(symbol.decl, 'when')
  const times = lines.map(
    (line): StepLine => ({
      decl: line.decl,
      arms: line.arms.filter((arm) => !arms.some((outer) => outer.fork === arm.fork)),
      from: symbol,
      cites: clause(line.decl, 'cite') ?? [],
      citing: line.unit,
    }),
  )
  return {
    ...termOf(lower, symbol),
    cites,
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    under: underOf(lower, arms),
    acts: lowerTimes(lower, times, cites, stepsIn(lower, view)),
  }
}

/** References as this procedure understands them: an adopted step that was replaced means the one in its place. */
function stepsIn(lower: Lowerer, view: View, from?: Held): StepsOf {
  return (ref) =>
    stepsMeant(view, ref.text, from).map((held) => ({ id: idOf(lower, held.symbol), under: underOf(lower, held.arms) }))
}

function lowerStep(lower: Lowerer, view: View, held: Held, after: ReadonlyMap<Held, readonly Held[]>): Step {
  const { symbol, arms, phase } = held
  const copied = models(view, held)
  const citing = copied.find((one) => clause(one.symbol.decl, 'cite')?.length)?.symbol ?? symbol
  const cites = lowerCites(lower, citing.decl, citing.unit)
  const when = amended(view, held).flatMap((one) => clause(one.symbol.decl, 'when') ?? [])[0]
  const asPrinted = amended(view, held).flatMap((one) => clause(one.symbol.decl, 'as_printed')?.text ?? [])[0]
  const [, model] = copied
  const within = phase && view.layout.phases.find((one) => sameName(one.symbol, phase))
  return {
    ...termOf(lower, symbol),
    scope: stepScope(view, held) ?? 'each',
    ...(within ? { phase: idOf(lower, within.symbol) } : {}),
    cites,
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    under: underOf(lower, arms),
    after: (after.get(held) ?? []).map((other) => idOf(lower, other.symbol)),
    acts: lowerActs(lower, linesOf(view, held), cites, stepsIn(lower, view, held)),
    ...(asPrinted === undefined ? {} : { asPrinted }),
    ...(model ? { sameAs: idOf(lower, model.symbol) } : {}),
  }
}
