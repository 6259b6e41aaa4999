import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { test } from 'vitest'
import { decide } from '../../engine/index.ts'
import { judge } from '../oracle/index.ts'
import { buildBadFacts, buildFacts, buildProgram, drawn, TIMES } from '../properties/arbitrary/index.ts'

test('x', () => {
  const cases = drawn((draw) => {
    const program = buildProgram(draw)
    const standard = draw.pick(program.standards).id
    const options = draw.chance(30)
      ? { readings: Object.fromEntries(program.readings.map((r) => [r.id, draw.pick(r.choices).id])) }
      : {}
    const bad = draw.chance(20)
    return {
      program,
      standard,
      facts: bad ? buildBadFacts(draw, program, standard).facts : buildFacts(draw, program, standard),
      options,
    }
  })
  const samples = fc.sample(cases, Number(process.env['RUNS'] ?? 3000))
  let n = 0,
    bad = 0
  let rejected = 0
  for (const one of samples) {
    const e = decide(one.program, one.standard, one.facts, TIMES, one.options)
    const o = judge(one.program, one.standard, one.facts, TIMES, one.options) as any
    n++
    const pick = (r: any) =>
      r.kind === 'rejected'
        ? { kind: 'rejected' }
        : {
            outcome: r.outcome,
            items: r.items.map((i: any) => [i.id, i.parent, i.value, i.effect, i.applied, !!i.exception]),
            missing: o.missing === undefined ? null : r.missing,
          }
    const a = JSON.stringify(pick(e.kind === 'rejected' ? e : e.record)),
      b = JSON.stringify(pick(o))
    if (e.kind === 'rejected') rejected++
    if (a !== b && bad++ < 5) {
      console.log(
        'ENGINE',
        a,
        e.kind === 'rejected' ? JSON.stringify(e.problems) : '',
        '\nORACLE',
        b,
        o.problems ? JSON.stringify(o.problems) : '',
      )
      writeFileSync(
        `/tmp/zz/${bad}.json`,
        JSON.stringify(one, (k, v) => (k === 'span' ? undefined : v), 1),
      )
    }
  }
  console.log('runs', n, 'rejected', rejected, 'differ', bad)
})
