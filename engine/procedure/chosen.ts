import type { Chosen, DayAt, Duration, Under } from '../../dsl/lower/program-procedure.ts'

/** Reading id → choice id in force. */
export type Readings = ReadonlyMap<string, string>

/** Whether every choice something stands under is in force. */
export function underHolds(under: readonly Under[], readings: Readings): boolean {
  return under.every((entry) => readings.get(entry.reading) === entry.choice)
}

/** The value under the readings in force. */
export function taken<T extends DayAt | Duration>(value: Chosen<T>, readings: Readings): T {
  if (value.kind !== 'reading') return value as T
  const { reading, arms } = value as {
    readonly reading: string
    readonly arms: readonly { readonly choice: string; readonly value: Chosen<T> }[]
  }
  const choice = readings.get(reading)
  return taken((arms.find((arm) => arm.choice === choice) ?? arms[0]!).value, readings)
}
