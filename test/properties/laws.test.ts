import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../oracle/index.ts'
import { addFact, buildBadFacts, buildFacts, buildProgram, drawFrom, drawn, program, reorder, TIMES } from './arbitrary/index.ts'

/** A program, one of its standards, facts and further choices. */
const cases = drawn((draw) => {
  const made = buildProgram(draw)
  const standard = draw.pick(made.standards).id
  return { program: made, standard, facts: buildFacts(draw, made, standard), draw }
})

describe('the generators', () => {
  test('give the same program for the same seed, with node ids that are unique', () => {
    const sample = fc.sample(program(), { seed: 7, numRuns: 20 })
    expect(fc.sample(program(), { seed: 7, numRuns: 20 })).toEqual(sample)
    for (const one of sample) {
      const ids: number[] = []
      JSON.stringify(one, (key, value: unknown) => {
        if (key === 'id' && typeof value === 'number') ids.push(value)
        return value
      })
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('give every outcome, and every kind of expression', () => {
    const outcomes = new Map<string, number>()
    const kinds = new Set<string>()
    for (const one of fc.sample(cases, { seed: 3, numRuns: 1000 })) {
      const result = judge(one.program, one.standard, one.facts, TIMES)
      const outcome = result.kind === 'decided' ? result.outcome : 'rejected'
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      JSON.stringify(one.program, (key, value: unknown) => (key === 'kind' ? kinds.add(String(value)) && value : value))
    }
    for (const outcome of ['met', 'unmet', 'suspended', 'undetermined', 'not-applicable', 'rejected']) {
      expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(8)
    }
    const all =
      'literal field parameter external definition meets time not and or compare between in has status negate arithmetic round'
    const more = 'extreme if reading table quantifier count sum share ratio datePart dateAdd daysBetween fullYears score'
    for (const kind of `${all} ${more}`.split(' ')) expect(kinds.has(kind), kind).toBe(true)
  })
})

describe('laws the oracle obeys', () => {
  test('a new fact never turns met or unmet into anything else, nor a known item', () => {
    let changed = 0
    fc.assert(
      fc.property(cases, (one) => {
        let facts = one.facts
        let before = judge(one.program, one.standard, facts, TIMES)
        for (let step = 0; step < 5; step++) {
          const more = addFact(one.draw, one.program, one.standard, facts)
          if (more === undefined) break
          const after = judge(one.program, one.standard, more, TIMES)
          if (before.kind === 'rejected' || after.kind === 'rejected') break
          if (before.outcome === 'met' || before.outcome === 'unmet') expect(after.outcome).toBe(before.outcome)
          const weighed = new Set(
            one.program.standards.flatMap((s) => s.items.filter((i) => i.kind === 'weigh').map((i) => i.id)),
          )
          before.items.forEach((item, i) => {
            const root = item.id.split('_').slice(0, 2).join('_')
            if (item.value !== 'unknown' && !weighed.has(root)) expect(after.items[i]?.value).toBe(item.value)
          })
          if (before.outcome !== after.outcome) changed++
          facts = more
          before = after
        }
      }),
      { numRuns: 600 },
    )
    expect(changed).toBeGreaterThan(10)
  })

  test('no facts never make a household meet what depends on facts', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const result = judge(one.program, one.standard, {}, TIMES)
        if (result.kind !== 'decided' || result.outcome !== 'met') return
        // Met on no facts at all must hold whatever the facts are: acts are none of these.
        const { departures: _, 偏离: __, rechecks: ___, 复核: ____, ...plain } = one.facts
        const full = judge(one.program, one.standard, withoutActs(plain), TIMES)
        if (full.kind === 'decided') expect(full.outcome).toBe('met')
      }),
      { numRuns: 600 },
    )
  })

  test('the order of keys, elements and entries is irrelevant', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const turned = reorder(one.draw, one.facts) as Record<string, unknown>
        const a = judge(one.program, one.standard, one.facts, TIMES)
        const b = judge(one.program, one.standard, turned, TIMES)
        expect(a.kind).toBe(b.kind)
        if (a.kind !== 'decided' || b.kind !== 'decided') return
        expect(b.outcome).toBe(a.outcome)
        expect(b.items).toEqual(a.items)
        const sizes = (sets: readonly (readonly string[])[] | undefined) => sets?.map((set) => set.length)
        expect(sizes(b.missing?.met)).toEqual(sizes(a.missing?.met))
      }),
      { numRuns: 400 },
    )
  })

  test('facts with one thing wrong are refused', () => {
    const harms = new Map<string, number>()
    fc.assert(
      fc.property(
        drawn((draw) => draw.int(0, 2 ** 31 - 1)),
        (seed) => {
          const draw = drawFrom(seed)
          const made = buildProgram(draw)
          const standard = draw.pick(made.standards).id
          const bad = buildBadFacts(draw, made, standard)
          harms.set(bad.harm, (harms.get(bad.harm) ?? 0) + 1)
          expect(judge(made, standard, bad.facts, TIMES).kind, bad.harm).toBe('rejected')
        },
      ),
      { numRuns: 400 },
    )
    expect(harms.size).toBe(10)
  })

  test('missing agrees with the outcome', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const result = judge(one.program, one.standard, one.facts, TIMES)
        if (result.kind !== 'decided' || result.missing === undefined) return
        const { met, unmet } = result.missing
        if (result.outcome === 'met') expect(met).toEqual([[]])
        if (result.outcome === 'unmet') expect(unmet).toEqual([[]])
        if (result.outcome === 'met' || result.outcome === 'suspended' || result.outcome === 'not-applicable') {
          expect(unmet.length === 0 || result.outcome === 'suspended').toBe(true)
        }
        if (result.outcome !== 'met' && result.outcome !== 'undetermined') expect(met).toEqual([])
        for (const set of [...met, ...unmet]) expect([...set].sort()).toEqual(set)
      }),
      { numRuns: 600 },
    )
  })
})

/** The same facts without departures, re-checks and judgements' neighbours: acts may change an outcome. */
function withoutActs(json: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(json), (key, value: unknown) =>
    ['departures', '偏离', 'rechecks', '复核'].includes(key) ? undefined : value,
  ) as Record<string, unknown>
}
