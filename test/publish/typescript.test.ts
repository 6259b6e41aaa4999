import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsTypes } from '../../engine/publish/typescript.ts'
import { PROGRAM } from '../explain/fixture.ts'
import { buildProgram, drawFrom } from '../properties/arbitrary/index.ts'

const TSC = resolve('node_modules/typescript/bin/tsc')

/** What the compiler says about `uses` beside the declarations; '' when nothing is wrong. */
function compile(declarations: readonly string[], uses: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-types-'))
  try {
    for (const [index, text] of declarations.entries()) writeFileSync(join(folder, `facts${index === 0 ? '' : index}.d.ts`), text)
    writeFileSync(join(folder, 'uses.ts'), uses)
    const files = ['uses.ts', ...declarations.map((_, index) => `facts${index === 0 ? '' : index}.d.ts`)]
    execFileSync(
      process.execPath,
      [
        TSC,
        '--noEmit',
        '--strict',
        '--exactOptionalPropertyTypes',
        '--target',
        'es2022',
        '--module',
        'esnext',
        '--moduleResolution',
        'bundler',
        ...files,
      ],
      { cwd: folder },
    )
    return ''
  } catch (error) {
    return String((error as { stdout?: Buffer }).stdout ?? error)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const GOOD = `import type { FactsOf, HouseholdFacts, ItemsOf, Outcome, StandardId } from './facts'
const household: HouseholdFacts = {
  id: 'H-7', poor: true, net_income: '18507.5', persons: 5, food: '是', clothing: null,
  source_stable: { value: true, role: '驻村工作队', on: '2019-11-01', by: '王五' },
  safe_housing: { value: true, source: '入户调查' },
  returned_year: '无',
  members: [{ dropout: true, dropout_cause: '因贫' }, {}],
  objections: { items: [{ withdrawn: false }], partial: true },
  village: { has_team: true },
  departures: [{ item: '住房', reason: '已列入改造计划', by: '赵六', on: '2019-11-20' }],
  rechecks: [{ item: 'objected', result: '符合', role: 'county_office', on: '2019-11-25' }],
}
export const facts: FactsOf['household_exit'] = household
export const standard: StandardId = 'village_exit'
export const item: ItemsOf['household_exit'] = 'eat'
export const outcome: Outcome = 'undetermined'
`

describe('the published types', () => {
  test('compile, and take the facts the checker takes', () => {
    const strange = [11, 12, 13].map((seed) => factsTypes(buildProgram(drawFrom(seed))))
    expect(compile([factsTypes(PROGRAM), ...strange], GOOD)).toBe('')
  })

  test('refuse what the checker refuses', () => {
    const wrong = `import type { HouseholdFacts, ItemsOf, StandardId } from './facts'
export const a: HouseholdFacts = { foood: true }
export const b: HouseholdFacts = { food: 'yes' }
export const c: HouseholdFacts = { source_stable: true }
export const d: HouseholdFacts = { source_stable: { value: true, role: '村长', on: '2019-11-01' } }
export const e: HouseholdFacts = { persons: '无' } satisfies HouseholdFacts
export const f: HouseholdFacts = { members: [{ dropout_cause: '因懒' }] }
export const g: HouseholdFacts = { departures: [{ item: '收入达标', reason: 'x', by: 'y', on: '2019-11-01' }] }
export const h: StandardId = 'county_exit'
export const i: ItemsOf['village_exit'] = 'income_line'
`
    const errors = compile([factsTypes(PROGRAM)], wrong)
    const lines = [...errors.matchAll(/uses\.ts\((\d+),/g)].map((match) => Number(match[1]))
    // A figure may be any text: which texts are figures is for the schema and the checker.
    expect([...new Set(lines)]).toEqual([2, 3, 4, 5, 7, 8, 9, 10])
  })

  test('read well', () => {
    const text = factsTypes(PROGRAM)
    expect(text).toContain("export type Cause = 'poverty' | '因贫' | 'illness' | '因病'\n")
    expect(text).toContain('  /** 家庭纯收入（元/年） */\n  readonly net_income?: Sourced<Figure> | Blank\n')
    expect(text).toContain('  readonly source_stable?: Judged<Truth> | Blank\n')
    expect(text).toContain('  readonly returned_year?: Sourced<Year | Nothing> | Blank\n')
    expect(text).toContain('/** 成员 */\nexport interface MemberFacts {\n')
    expect(text).toContain("export type StandardId = 'household_exit' | 'village_exit'\n")
  })

  test('names that are no identifiers, clash, or would end a comment', () => {
    const [entity] = PROGRAM.entities
    const odd = { ...entity!.fields[3]!, id: '附件-1', zh: '坏*/注释\n换行' }
    const cause = PROGRAM.enums[0]!
    const program = {
      ...PROGRAM,
      entities: [{ ...entity!, fields: [...entity!.fields, odd] }, ...PROGRAM.entities.slice(1)],
      enums: [
        cause,
        { ...cause, id: '_cause' },
        { ...cause, id: 'role', values: [{ ...cause.values[0]!, id: "it's", zh: '反\\斜' }] },
      ],
    }
    expect(
      compile(
        [factsTypes(program)],
        "import type { Cause2, HouseholdFacts, Role2 } from './facts'\nexport const a: HouseholdFacts = { '附件-1': true }\nexport const b: Role2 = \"it's\"\nexport const c: Cause2 = '因病'\n",
      ),
    ).toBe('')
  })
})
