import type { Program } from '../../dsl/lower/program.ts'
import type { Procedure } from '../../dsl/lower/program-procedure.ts'
import { TiaoliError } from '../error.ts'
import { shown } from '../facts/sink.ts'
import { modelOf } from '../run/model.ts'
import type { DecideOptions } from '../types.ts'
import { type DayPlan, dayPlanOf } from './clock.ts'
import { dayFrom } from './days.ts'
import { type Layout, layoutOf } from './layout.ts'

/** A procedure prepared under one choice of readings; days asked about are prepared when first met. */
export interface Desk {
  readonly layout: Layout
  readonly day: (on: string, year: number) => DayPlan
}

const MOST_DAYS = 8

/** Prepares a procedure. Throws TiaoliError for what is no program, and for an unknown procedure, reading or choice. */
export function deskOf(program: Program, procedureId: string, options: DecideOptions = {}): Desk {
  const model = modelOf(program, options)
  const layout = layoutOf(model, procedureOf(program, procedureId))
  const kept = new Map<string, DayPlan>()
  const day = (on: string, year: number): DayPlan => {
    const key = `${on} ${year}`
    let found = kept.get(key)
    if (found === undefined) {
      found = dayPlanOf(layout, on, year)
      for (const oldest of kept.keys()) {
        if (kept.size < MOST_DAYS) break
        kept.delete(oldest)
      }
      kept.set(key, found)
    }
    return found
  }
  return { layout, day }
}

/** The procedure of that id or Chinese name. Throws TiaoliError when there is none. */
export function procedureOf(program: Program, name: string): Procedure {
  const procedures = program.procedures ?? []
  const found = procedures.find((one) => one.id === name) ?? procedures.find((one) => one.zh === name)
  if (found !== undefined) return found
  throw new TiaoliError('C906', { name: String(name), known: procedures.map(({ id }) => id).join(', ') })
}

/** The day asked about. Throws TiaoliError for what is no date. */
export function dayAsked(on: unknown): number {
  const day = typeof on === 'string' ? dayFrom(on) : undefined
  if (day === undefined) throw new TiaoliError('C903', { rule: 'on: YYYY-MM-DD', found: shown(on) })
  return day
}
