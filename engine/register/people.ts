import { TiaoliError } from '../error.ts'
import { shown } from '../facts/sink.ts'
import { clockOf } from '../run/times.ts'
import type { Times } from '../types.ts'
import { type HistorySink, refuse } from './sink.ts'
import type { History, PersonChange } from './types.ts'

/** People of the household on a day (YYYY-MM-DD): the number at the first day, plus who joined, minus who left up to and including it. Undefined without a number to start from, and before the first day. */
export function sizeOn(history: History, on: string): number | undefined {
  clockOf({ asOf: on, year: 1 })
  const { start, people } = history
  if (start?.size === undefined || on < start.on) return undefined
  return people.reduce((size, one) => (one.on <= on ? size + one.direction : size), start.size)
}

/** People at the end of the income period, which may be another than the year's. Throws TiaoliError C903 for times without one. */
export function sizeAtEnd(history: History, times: Times): number | undefined {
  const { incomePeriod } = clockOf(times).times
  if (incomePeriod === undefined) throw new TiaoliError('C903', { rule: 'incomePeriod: {from, to}', found: shown(incomePeriod) })
  return sizeOn(history, incomePeriod.to)
}

/** Notes who joins while there (K516), leaves while not there (K517), is named after being struck off (K520), and a size below zero at the end of a day (K521). */
export function checkPeople(history: History, sink: HistorySink): void {
  const { start, people } = history
  const there = new Map<string, boolean>((start?.members ?? []).map((name) => [name, true]))
  const struck = new Map<string, string>()
  for (const one of people) {
    if (one.person === undefined) continue
    const path = `people[${one.event}].person`
    const args = { person: one.person, on: one.on }
    const day = struck.get(one.person)
    // Where the members of the first day are not named, who leaves first was one of them.
    const present = there.get(one.person) ?? (start?.members === undefined && one.direction === -1)
    if (day !== undefined) refuse(sink, 'K520', path, { ...args, day })
    else if (one.direction === 1 && present) refuse(sink, 'K516', path, args)
    else if (one.direction === -1 && !present) refuse(sink, 'K517', path, args)
    there.set(one.person, one.direction === 1)
    if (one.removes) struck.set(one.person, one.on)
  }
  if (start?.size !== undefined) checkSizes(start.size, people, sink)
}

function checkSizes(first: number, people: readonly PersonChange[], sink: HistorySink): void {
  let size = first
  people.forEach((one, i) => {
    size += one.direction
    if (size < 0 && people[i + 1]?.on !== one.on) refuse(sink, 'K521', `people[${one.event}]`, { on: one.on, size })
  })
}
