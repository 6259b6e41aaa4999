import { prepareProcedure } from '../../dist/index.js'
import { checkByHand } from './case-baseline.mjs'
import { cases, longCase } from './cases.mjs'

const DISTINCT = 2000
const CHECKED = 100_000
const ON = ['2019-10-20', '2019-11-30', '2020-01-15']

/** Rows about cases: checking plan B's against the hand-written checker, and how the time grows with the events of one case. */
export function caseRows({ program, rounds, time, median, row, prepare = prepareProcedure }) {
  const prepared = prepare(program, 'household_exit_steps')
  const files = cases(DISTINCT)
  for (const on of ON) {
    for (const file of files) {
      const byHand = checkByHand(file, on)
      const states = prepared.states(file, on)
      const checked = prepared.check(file, on)
      const same =
        JSON.stringify([states.state, states.subjects]) === JSON.stringify([byHand.state, byHand.subjects]) &&
        checked.status?.subjects.every((subject, i) => {
          const found = subject.steps.flatMap(({ step, findings }) => {
            const codes = findings.filter((finding) => finding.breach).map((finding) => finding.code)
            return codes.length > 0 ? [`${step} ${codes.sort()}`] : []
          })
          return (
            subject.state === byHand.subjects[i] &&
            found.join() === byHand.breaches[i].map(([step, codes]) => `${step} ${[...codes].sort()}`).join()
          )
        })
      if (!same)
        throw new Error(
          `engine and hand-written checker differ on ${on}: ${JSON.stringify(file)} ${JSON.stringify(byHand)} ${JSON.stringify(checked)}`,
        )
    }
  }
  let sink = 0
  const day = ON[1]
  const over = (one) => () => {
    for (let i = 0; i < CHECKED; i++) sink += one(files[i % DISTINCT])
  }
  const contestants = {
    hand: over((file) => checkByHand(file, day).subjects.length),
    states: over((file) => prepared.states(file, day).subjects.length),
    check: over((file) => prepared.check(file, day).status.subjects.length),
  }
  const spent = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(contestants)) {
      const us = time(work) / CHECKED / 1000
      if (round >= 0) spent[name].push(us)
    }
  }
  const against = (name) => median(spent.hand.map((us, i) => us / spent[name][i]))
  row(
    `checking ${CHECKED.toLocaleString('en')} cases of plan B, states, against the hand-written checker`,
    against('states'),
    0.3,
    '×',
    true,
  )
  row('the same with every step, finding and duty', against('check'), 0.3, '×', true)
  // The least of many rounds: what else the machine does only adds.
  const long = [1000, 10_000].map((events) => {
    const file = longCase(events)
    if (prepared.check(file, day).status === undefined) throw new Error(JSON.stringify(prepared.check(file, day).problems))
    return Math.min(...Array.from({ length: 30 }, () => time(() => prepared.check(file, day)) / events))
  })
  row('time per event, a case of 10,000 against one of 1,000', long[1] / long[0], 1.5, '×')
  return `by hand ${median(spent.hand).toFixed(1)} µs, states ${median(spent.states).toFixed(1)} µs, whole status ${median(spent.check).toFixed(1)} µs a case; ${(long[1] / 1000).toFixed(2)} µs an event in the long one (${sink > 0})`
}
