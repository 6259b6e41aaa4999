import type { Expr as Tree } from '../syntax/expression.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import type { Chosen, DayAt, Duration } from './program-procedure.ts'

/** A value written out, or one for each choice of a reading. */
function chosen<T>(lower: Lowerer, expr: Tree, leaf: (expr: Tree) => T): Chosen<T> {
  if (expr.kind !== 'reading') return leaf(expr)
  return {
    kind: 'reading',
    reading: idOf(lower, lower.binding.symbolOf(expr.reading)),
    arms: expr.arms.map((arm) => ({
      choice: idOf(lower, lower.binding.symbolOf(arm.choice)),
      value: chosen(lower, arm.value, leaf),
    })),
  }
}

/** A day: a date, or a place in the case's year. */
export function lowerDay(lower: Lowerer, expr: Tree): Chosen<DayAt> {
  return chosen<DayAt>(lower, expr, (day) => {
    if (day.kind === 'date') return { kind: 'date', value: day.value }
    if (day.kind === 'position') return { kind: 'position', year: day.year, month: day.month, day: day.day }
    // INVARIANT: check admits nothing else where a day is wanted.
    throw new RangeError(`no day: ${day.kind}`)
  })
}

/** A length of time, in the unit it is written in. */
export function lowerDuration(lower: Lowerer, expr: Tree): Chosen<Duration> {
  return chosen<Duration>(lower, expr, (length) => {
    if (length.kind === 'duration') return { kind: 'duration', amount: length.amount, unit: length.unit }
    // INVARIANT: check admits nothing else where a length is wanted.
    throw new RangeError(`no length: ${length.kind}`)
  })
}
