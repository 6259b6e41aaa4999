import type { Reading } from '../../../dsl/lower/program.ts'
import type { Act, Chosen, DayAt, Duration, Under } from '../../../dsl/lower/program-procedure.ts'
import type { Draw } from './draw.ts'
import { guard, type Nodes } from './procedure-guard.ts'
import { term } from './vocabulary.ts'

export const CHOICES = ['strict', 'loose'] as const
export const READING: Reading = {
  ...term('mode', '读法'),
  cites: [],
  choices: [term('strict', '从严'), term('loose', '从宽')],
  chosen: 'strict',
}
/** What a procedure is being made of. */
export interface Drafting extends Nodes {
  readonly roster: boolean
  readonly calendar: boolean
  /** whether days are written: windows, and deadlines that are days */
  readonly dated: boolean
  next: number
}

/** Mostly one value, now and then one per choice. */
export function perhapsChosen<T>(draw: Draw, make: () => T): Chosen<T> {
  if (!draw.chance(8)) return make()
  return { kind: 'reading', reading: READING.id, arms: CHOICES.map((choice) => ({ choice, value: make() })) }
}

export const underSome = (draw: Draw, percent: number): readonly Under[] =>
  draw.chance(percent) ? [{ reading: READING.id, choice: draw.pick(CHOICES) }] : []

export function someLength(drafting: Drafting): Duration {
  const { draw, calendar } = drafting
  const unit = draw.pick([
    'day',
    'day',
    'day',
    'week',
    'half_month',
    'month',
    'year',
    calendar || draw.chance(10) ? 'workday' : 'day',
  ] as const)
  const most = { day: 10, workday: 7, week: 2, half_month: 1, month: 2, year: 1 }[unit]
  return { kind: 'duration', amount: draw.int(1, most), unit }
}

/** A place in the year some weeks after the one before; `at` counts the weeks since 1 September. */
function someDay(draw: Draw, at: number): DayAt {
  const day = new Date(Date.UTC(2019, 8, 1 + at * 7 + draw.int(0, 6)))
  const year = day.getUTCFullYear() === 2019 ? 0 : 1
  if (draw.chance(8)) return { kind: 'date', value: day.toISOString().slice(0, 10) }
  const month = draw.chance(3) ? 2 : day.getUTCMonth() + 1
  return { kind: 'position', year, month, day: draw.chance(15) ? 'end' : month === 2 ? 29 : day.getUTCDate() }
}

/** What every line carries. */
export function lineHead(drafting: Drafting, kind: string, entity: string) {
  const { draw } = drafting
  const when = draw.chance(14) ? { when: guard(drafting, entity) } : {}
  return { id: `${kind}.${drafting.next++}`, under: underSome(draw, 5), cites: [], ...when }
}

export function windowLine(drafting: Drafting, at: number, entity: string): Act & { kind: 'window' } {
  const { draw } = drafting
  const window = {
    from: perhapsChosen(draw, () => someDay(draw, at)),
    to: perhapsChosen(draw, () => someDay(draw, at + draw.int(1, 4))),
  }
  return { ...lineHead(drafting, 'window', entity), kind: 'window', window }
}

export function dueLine(drafting: Drafting, at: number, earlier: readonly string[], entity: string): Act & { kind: 'due' } {
  const { draw } = drafting
  const head = lineHead(drafting, 'due', entity)
  if (earlier.length === 0 || (drafting.dated && draw.chance(30))) {
    return { ...head, kind: 'due', deadline: { kind: 'on', day: perhapsChosen(draw, () => someDay(draw, at + 2)) } }
  }
  const length = perhapsChosen(draw, () => someLength(drafting))
  return { ...head, kind: 'due', deadline: { kind: 'after', length, step: draw.pick(earlier.slice(-3)) } }
}
