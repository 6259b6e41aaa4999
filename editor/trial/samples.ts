import { parse } from 'yaml'
import type { Facts, Times } from '../../engine/types.ts'

/** A made-up subject to try a policy on. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly file: string
  /** id or Chinese name; the policy's only one when absent */
  readonly standard?: string
  readonly times: Times
  readonly facts: Facts
}

interface RawTimes {
  readonly as_of: string
  readonly year: number
  readonly income_period?: { readonly from: string; readonly to: string }
}
interface RawFile {
  readonly standard?: string
  readonly times?: RawTimes
  readonly subjects?: readonly {
    readonly name?: string
    readonly standard?: string
    readonly times?: RawTimes
    readonly facts?: Facts
  }[]
}

/**
 * The subjects of a samples file: `{times, standard?, subjects: [{name, standard?, times?, facts}]}`. Those without times are left out: nothing is
 * decided on a day nobody gave.
 */
export function readSamples(text: string, file: string): readonly Sample[] {
  const raw = parse(text) as RawFile | null
  return (raw?.subjects ?? []).flatMap((subject, i): Sample[] => {
    const times = subject.times ?? raw?.times
    const standard = subject.standard ?? raw?.standard
    if (!times) return []
    return [
      {
        id: `${file}#${i}`,
        name: subject.name ?? `#${i + 1}`,
        file,
        ...(standard === undefined ? {} : { standard }),
        times: { asOf: times.as_of, year: times.year, ...(times.income_period ? { incomePeriod: times.income_period } : {}) },
        facts: subject.facts ?? {},
      },
    ]
  })
}
