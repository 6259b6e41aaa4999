import { expect, it } from 'vitest'
import { prepare } from '../../engine/index.ts'
import * as b from './build.ts'
import { withItems } from './world.ts'

it('prints how long a verdict takes', () => {
  const members = b.listOf('members', 'person')
  const ill = b.get('ill', b.BOOL, b.SELF, 'person')
  const helped = b.get('helped', b.BOOL, b.SELF, 'person')
  const program = withItems([
    b.must('line', b.cmp(b.get('income', b.MONEY), 'gt', b.param('line'))),
    b.must('flags', b.and(b.get('a'), b.get('b'), b.not(b.get('c')))),
    b.must('helped', b.quant('every', members, helped, ill)),
  ])
  const facts = JSON.parse(
    '{"income":4000.5,"a":true,"b":true,"c":false,"members":[{"ill":true,"helped":true},{"ill":false}]}',
  ) as Record<string, unknown>
  const time = (general: boolean, rounds: number): number => {
    const prepared = prepare(program, 'exit', { general })
    for (let i = 0; i < rounds; i++) if (prepared.verdict(facts, b.TIMES) !== 'met') throw new Error('not met')
    const started = performance.now()
    for (let i = 0; i < rounds; i++) prepared.verdict(facts, b.TIMES)
    return Math.round(((performance.now() - started) / rounds) * 1e6)
  }
  const [quick, exact] = [time(false, 20_000), time(true, 500)]
  console.log(`a verdict: ${quick} ns, by the exact evaluator ${exact} ns`)
  expect(Number.isFinite(quick + exact)).toBe(true)
})
