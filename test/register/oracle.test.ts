import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Program } from '../../dsl/lower/program.ts'
import { parseRational, toFractionText } from '../../dsl/value/rational.ts'
import { decide } from '../../engine/index.ts'
import { historyOf } from '../../engine/register/history.ts'
import { targets } from '../../engine/register/targets.ts'
import type { HistoryFinding, HistoryInput } from '../../engine/register/types.ts'
import type { DecideOptions, Facts } from '../../engine/types.ts'
import { judgeHistory, type PlainHistory, reachTarget } from '../oracle/register.ts'
import { drawn } from '../properties/arbitrary/draw.ts'
import { buildHistory, buildRegister, someHousehold, someOptions } from './arbitrary.ts'

const findingText = ({ code, about, rule }: HistoryFinding) =>
  [code, ...(about === undefined ? [] : [about]), ...((about ?? code) === 'forbidden' ? [rule] : [])].join(' ')
const states = (possible: readonly (string | null)[]) => possible.map((one) => one ?? '(none)').sort()

/** What the engine says, in the oracle's shape. */
function ofEngine(program: Program, history: PlainHistory, on: string, options: DecideOptions): unknown {
  const answer = historyOf(program, undefined, history as unknown as HistoryInput, { ...options, on })
  if (answer.kind === 'rejected') return 'rejected'
  const { label, year, since, possible } = answer.now
  const changes = answer.days.flatMap((day) => day.changes.map((one) => ({ one, day })))
  return {
    changes: changes.map(({ one }) => ({ event: one.event, taken: one.taken, findings: one.findings.map(findingText) })),
    ends: answer.days.filter((day) => day.changes.length > 0).map((day) => [day.on, states(day.possible)]),
    possible: states(possible),
    ...(label === undefined ? {} : { label }),
    ...(year === undefined ? {} : { year }),
    ...(since === undefined ? {} : { since }),
    years: answer.years,
    ...(answer.size === undefined ? {} : { size: answer.size }),
    next: answer.next.map(({ transition, possible: may, leaves, guard }) => ({ transition, possible: may, leaves, guard })),
  }
}

function ofOracle(program: Program, history: PlainHistory, on: string, options: DecideOptions): unknown {
  const answer = judgeHistory(program, history, on, options)
  if (answer === 'rejected') return answer
  const { changes, ...rest } = answer
  const ends = new Map(changes.map((one) => [history.changes[one.event]!.on, one.possible] as const))
  return { changes: changes.map(({ possible: _, ...one }) => one), ends: [...ends], ...rest }
}

describe('the register and its oracle agree', () => {
  const cases = drawn((draw) => {
    const random = buildRegister(draw)
    const history = buildHistory(draw, random)
    return {
      program: random.program,
      history,
      on: draw.pick(['2018-06-30', '2019-06-30', '2020-12-31']),
      options: someOptions(draw, random),
    }
  })
  const seen = new Map<string, number>()
  const note = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)

  test('on random registers and histories', () => {
    fc.assert(
      fc.property(cases, ({ program, history, on, options }) => {
        const engine = ofEngine(program, history, on, options)
        const oracle = ofOracle(program, history, on, options)
        expect(engine).toEqual(oracle)
        if (oracle === 'rejected') note('rejected')
        else {
          const { changes, possible } = oracle as { changes: { taken: boolean; findings: string[] }[]; possible: string[] }
          for (const { taken, findings } of changes)
            for (const key of taken ? ['taken'] : findings) note(key.replace(/ stop\d$/, ''))
          if (possible.length > 1) note('open')
        }
      }),
      { numRuns: 1500 },
    )
    // What is compared is not all of one kind.
    const kinds = [
      'taken',
      'open',
      'rejected',
      'from',
      'unclear from',
      'state',
      'forbidden',
      'unclear forbidden',
      'guard',
      'unclear guard',
      'procedure',
      'unclear procedure',
      'label',
    ]
    expect(kinds.filter((kind) => (seen.get(kind) ?? 0) < 10)).toEqual([])
  })

  test('on random targets and lists', () => {
    const lists = drawn((draw) => {
      const random = buildRegister(draw)
      const list = Array.from({ length: draw.int(0, 5) }, (): Facts => someHousehold(draw, random))
      return { program: random.program, list, options: someOptions(draw, random) }
    })
    const reached = new Map<string, number>()
    fc.assert(
      fc.property(lists, ({ program, list, options }) => {
        const times = { asOf: '2019-06-30', year: 2019 }
        const standard = 'std_household'
        const decided = list.map((facts) => ({ standard, facts, decision: decide(program, standard, facts, times, options) }))
        const [engine] = targets(program, decided, times, options)
        const oracle = reachTarget(program, standard, list, times, options)
        reached.set(oracle.state, (reached.get(oracle.state) ?? 0) + 1)
        const bound = (text: string | null) => (text === null ? null : toFractionText(parseRational(text)!))
        const exact = (value: { n: bigint; d: bigint } | null) => value && toFractionText(value)
        expect([engine!.state, bound(engine!.counted.low), bound(engine!.counted.high)]).toEqual([
          oracle.state,
          exact(oracle.counted.lo),
          exact(oracle.counted.hi),
        ])
      }),
      { numRuns: 600 },
    )
    expect(Math.min(...['reached', 'missed', 'open'].map((state) => reached.get(state) ?? 0))).toBeGreaterThan(10)
  })
})
