import type { Chosen, DayAt, Deadline, Duration, Under } from '../../dsl/lower/program-procedure.ts'
import type { Names } from './names.ts'
import type { DocWords } from './words.ts'

/** Which alternatives are told: all of them with the one in force marked (tables), or that one alone (boxes of a diagram). */
export type Telling = 'all' | 'chosen'

/** Whether lines under these choices are in force as the policy chose its readings. */
export function isChosen(under: readonly Under[], names: Names): boolean {
  return under.every(({ reading, choice }) => names.program.readings.find((one) => one.id === reading)?.chosen === choice)
}

/** A value that may depend on a reading, in words. */
export function chosenText<T extends { readonly kind: string }>(
  value: Chosen<T>,
  text: (plain: T) => string,
  names: Names,
  words: DocWords,
  telling: Telling,
): string {
  if (!isByReading(value)) return text(value)
  const inForce = value.arms.find((arm) => isChosen([{ reading: value.reading, choice: arm.choice }], names))
  if (telling === 'chosen' && inForce) return chosenText(inForce.value, text, names, words, telling)
  const arms = value.arms.map((arm) => {
    const mark = arm === inForce ? names.words.aside(words.chosenMark) : ''
    return names.choice(value.reading, arm.choice) + mark + words.colon + chosenText(arm.value, text, names, words, telling)
  })
  return names.words.quote(names.reading(value.reading)) + words.colon + arms.join(words.semicolon)
}

interface ByReading<T> {
  readonly kind: 'reading'
  readonly reading: string
  readonly arms: readonly { readonly choice: string; readonly value: Chosen<T> }[]
}

function isByReading<T extends { readonly kind: string }>(value: T | ByReading<T>): value is ByReading<T> {
  return value.kind === 'reading'
}

/** A day of the calendar, or a place in the case's year. */
export function dayText(day: DayAt, words: DocWords): string {
  if (day.kind === 'position') return words.acts.position(day.year, day.month, day.day)
  const [year, month, date] = day.value.split('-').map(Number)
  return words.acts.fixed(year, month ?? 1, date ?? 1)
}

/** A length of time. */
export function durationText(duration: Duration, words: DocWords): string {
  return words.acts.units[duration.unit](duration.amount)
}

/** A deadline; `step` says what a step is called. */
export function deadlineText(
  deadline: Deadline,
  step: (id: string) => string,
  names: Names,
  words: DocWords,
  telling: Telling,
): string {
  if (deadline.kind === 'on') return words.acts.on(chosenText(deadline.day, (day) => dayText(day, words), names, words, telling))
  const length = chosenText(deadline.length, (one) => durationText(one, words), names, words, telling)
  return words.acts.after(length, step(deadline.step))
}
