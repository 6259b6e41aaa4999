import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AMBIGUITIES, type Answer } from './answers.ts'
import { PROBES } from './probes.ts'
import { shipped, shippedDiagnostics, shippedPrograms } from './small.ts'
import { SUITES } from './suites.ts'

const SHOWN = [...SUITES, ...PROBES]

const nameOf = (amb: number) => `AMB-${String(amb).padStart(2, '0')}`
const answers = (amb: number, kind: Answer['kind']) =>
  AMBIGUITIES.filter((row) => row.amb === amb).flatMap((row) => row.answers.filter((one) => one.kind === kind))

describe('the ambiguities', () => {
  it('are all 48 answered, each in one row', () => {
    expect(AMBIGUITIES.map(({ amb }) => amb)).toEqual(Array.from({ length: 48 }, (_, i) => i + 1))
  })

  it('every reading that names one stands in its row', () => {
    const stray = shippedPrograms.flatMap(({ policy, readings }) =>
      readings.flatMap(({ id, note }) =>
        [...(/^[^：]*：/.exec(note ?? '')?.[0] ?? '').matchAll(/AMB-(\d\d)/g)].flatMap(([name, digits]) => {
          const listed = answers(Number(digits), 'reading').some(
            (one) => one.kind === 'reading' && one.policy === policy.id && one.reading === id,
          )
          return listed ? [] : [`${name} ${policy.id} ${id}`]
        }),
      ),
    )
    expect(stray).toEqual([])
  })

  it('cases named after one pass', () => {
    expect(
      SHOWN.filter(({ name, passed }) => /AMB-\d\d/.test(name) && !passed).map(({ policy, name }) => `${policy}: ${name}`),
    ).toEqual([])
  })
})

for (const { amb, about, answers: ways } of AMBIGUITIES) {
  describe(`${nameOf(amb)} ${about}`, () => {
    for (const way of ways) {
      switch (way.kind) {
        case 'reading':
          it(`is the reading ${way.reading} of ${way.policy}`, () => isReading(amb, way))
          break
        case 'rule':
          it(`is settled by a rule of ${way.policy}`, () => isRule(amb, way))
          break
        case 'ledger':
          it(`is noted in the ledger of ${way.folder}`, () => {
            expect(readFileSync(join('policies', way.folder, 'ledger.policy'), 'utf8')).toContain(nameOf(amb))
          })
          break
        case 'finding':
          it(`is found by check in ${way.policy}: ${way.found.join(', ')}`, () => {
            const { file } = shipped(way.policy).policy.span
            const found = shippedDiagnostics
              .filter(({ span }) => span.file === file)
              .map(({ code, args }) => `${code} ${args['stepEn'] ?? ''}`)
            expect(found).toEqual(expect.arrayContaining([...way.found]))
          })
          break
        default:
          way satisfies never
      }
    }
  })
}

/** The reading exists, with that default and those alternatives; its note names the ambiguity; under each alternative some case comes out otherwise. */
function isReading(amb: number, { policy, reading, choices }: Extract<Answer, { kind: 'reading' }>): void {
  const program = shipped(policy)
  const found = program.readings.find(({ id }) => id === reading)
  expect(found?.choices.map(({ id }) => id)).toEqual(choices)
  expect(found?.chosen).toBe(choices[0])
  expect(found?.note).toContain(nameOf(amb))
  const cases = SHOWN.filter((one) => one.policy === policy)
  const named = cases.filter(({ name }) => name.includes(nameOf(amb)))
  const likely = cases.filter(({ chooses }) => chooses.includes(reading))
  const tried = [...named, ...likely, ...cases]
  const [chosen, ...others] = choices
  const idle = others.filter(
    (choice) => !tried.some(({ under }) => under({ [reading]: chosen }) !== under({ [reading]: choice })),
  )
  expect(idle).toEqual([])
}

/** The policy says so by name, and cases of that name do not all come out alike. */
function isRule(amb: number, { policy }: Extract<Answer, { kind: 'rule' }>): void {
  const { file } = shipped(policy).policy.span
  expect(readFileSync(file, 'utf8')).toContain(nameOf(amb))
  const named = SHOWN.filter((one) => one.policy === policy && one.name.includes(nameOf(amb)))
  expect(new Set(named.map(({ under }) => under({}))).size).toBeGreaterThan(1)
}
