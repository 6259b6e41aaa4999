import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase, prepareProcedure } from '../../engine/index.ts'
import { judgeCase } from '../oracle/procedure/index.ts'
import { parting } from './agreement.ts'
import { type ProcedureCase, reduceCase } from './arbitrary/case-reduce.ts'
import { answers, caseFrom, sayings } from './procedure-agreement.ts'

const seeds = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 })))
const engine = { checkCase }

const differ = (one: ProcedureCase): boolean => parting(answers(engine, one), sayings(one)) !== ''

/** The procedure, the case and the days, to be read. */
function readable({ program, input, days, readings }: ProcedureCase): string {
  const left = ['span', 'cites', 'en', 'zh']
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0
  const text = (value: unknown): string =>
    JSON.stringify(value, (key, part: unknown) => (left.includes(key) || isEmpty(part) ? undefined : part))
  return [text(program.procedures[0]), text(input), text({ days, readings })].join('\n')
}

/** Fails with the seed and the smallest case on which the two still differ. */
function agree(seed: number): void {
  const one = caseFrom(seed)
  if (!differ(one)) return
  const smallest = reduceCase(one, differ)
  const where = parting(answers(engine, smallest), sayings(smallest))
  expect(answers(engine, smallest), `seed ${seed}, engine ≠ oracle at ${where}\n${readable(smallest)}`).toEqual(sayings(smallest))
}

describe('the engine and the oracle agree on procedures', () => {
  test('on random procedures, cases and days', () => {
    fc.assert(
      fc.property(seeds, (seed) => agree(seed)),
      { numRuns: 2000 },
    )
  })

  test('on the states alone', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { program, input, days, readings } = caseFrom(seed)
        const prepared = prepareProcedure(program, 'exit', { readings })
        for (const on of days) {
          const judged = judgeCase(program, input, on, readings)
          const plain = judged.kind === 'judged' && { state: judged.state, subjects: judged.subjects.map((one) => one.state) }
          expect(prepared.states(input, on), `seed ${seed}, ${on}`).toEqual(plain || 'rejected')
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the random cases', () => {
  test('are the same for the same seed', () => expect(caseFrom(7)).toEqual(caseFrom(7)))

  test('show every state and every finding', () => {
    const seen = new Map<string, number>()
    const see = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (let seed = 0; seed < 1500; seed++) {
      const { program, input, days, readings } = caseFrom(seed)
      const judged = judgeCase(program, input, days.at(-1)!, readings)
      see(judged.kind === 'refused' ? 'refused' : `case ${judged.state}`)
      for (const subject of judged.kind === 'judged' ? judged.subjects : []) {
        see(`subject ${subject.state}`)
        if (subject.returns > 0) see('returns')
        for (const note of subject.notes) see(note.code)
        for (const step of subject.steps) {
          see(`step ${step.state}`)
          if (step.state === 'due') see(step.running ? 'running' : (step.held ?? 'due'))
          for (const breach of step.breaches) see(breach.code)
        }
      }
    }
    const wanted =
      'refused,case breached,case in-progress,case conformant,subject conformant,subject in-progress,subject breached,subject dropped,' +
      'subject not-applicable,step done,step due,step overdue,step breached,step not-yet,step not-needed,step unclear,running,failed,' +
      'objection,returns,duplicate,not-on-list,not-needed,resolver,closed,return,order,early,late,actor,attend,persons,paper,naming,output,short,' +
      'long,place,ballot,quorum,body,consent,signature,proxy,reply,notify,archive,filing,sample,stratum,register'
    expect(wanted.split(',').filter((one) => (seen.get(one) ?? 0) < 3)).toEqual([])
    const refused = seen.get('refused') ?? 0
    expect(refused).toBeLessThan(200)
  })
})
