import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepare } from '../../engine/index.ts'
import { factsSchema } from '../../engine/publish/json-schema.ts'
import type { FactProblem } from '../../engine/types.ts'
import { AT, GOOD, PROGRAM } from '../explain/fixture.ts'
import { buildBadFacts, buildFacts, buildProgram, type Draw, drawn, TIMES } from '../properties/arbitrary/index.ts'

function validator(schema: object): (facts: unknown) => boolean {
  // The patterns of dates are exact; ajv knows no formats of its own.
  const validate = new Ajv2020({
    formats: { date: true },
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
    code: { optimize: false },
  }).compile(schema)
  return (facts) => validate(facts)
}

/** What a schema cannot say, as its doc comment lists it: by the code of the checker. */
function unsayable(problem: FactProblem): boolean {
  const value = String(problem.args['value'] ?? '')
  const asNumber = /^-?[0-9]/.test(value)
  switch (problem.code) {
    case 'F606':
      return asNumber
    case 'F607':
    case 'F625':
    case 'F627':
    case 'F628':
      return true
    case 'F609':
      return !asNumber
    default:
      return false
  }
}

const ODD: readonly unknown[] = [
  null,
  '',
  '无',
  true,
  false,
  '是',
  '否',
  '也许',
  0,
  1,
  -1,
  0.5,
  2.5,
  7.25,
  1e21,
  2019,
  2019.5,
  0.1234567,
  0.1 + 0.2,
  '0',
  '-0',
  '-1',
  '007',
  '3.50',
  '3.5000000',
  '1.',
  '.5',
  '+1',
  '1e3',
  '1/2',
  '2.5%',
  '250%',
  '-0%',
  '5‰',
  '0.05%',
  '0.125‰',
  '2019',
  '0000',
  '12345',
  '2019-02-28',
  '2019-02-29',
  '2020-02-29',
  '1900-02-29',
  '2000-02-29',
  '2019-04-31',
  '0000-01-01',
  '2019-1-1',
  'ill',
  '因病',
  'nope',
  [],
  {},
  [null],
  [{}],
  { nothing: true },
  { 无: true },
  { nothing: false },
  { nothing: true, x: 1 },
  { 2018: 1 },
  { 2018: true, 2019: null },
  { '0000': 1 },
  { x: 1 },
  { value: 1 },
  { value: null, source: '' },
  { 值: true, 来源: '入户核查' },
  { value: 1, 值: 1 },
  { source: 'visit' },
  { value: 1, source: 3 },
  { value: { value: 1 } },
  { value: { 2018: '1' }, source: 'visit' },
  { value: 1, extra: 2 },
  { items: [], partial: true },
  { 项: [{}], 不全: false },
  { partial: true },
  { items: null },
  { items: [], partial: null },
  { items: [], 项: [] },
  { value: true, role: 'team', on: '2019-01-01' },
  { value: true, role: '工作队', on: '2019-01-01', by: null, basis: '' },
  { value: true, role: 'nobody', on: '2019-01-01' },
  { value: true, role: 'team' },
  { value: '已搬', 角色: 'team', 日期: '2019-02-30' },
  [{ value: '已搬', role: 'team', on: '2019-01-01' }],
  { 2019: { value: '已搬', role: 'team', on: '2019-01-01' } },
]
const ACTS: readonly unknown[] = [
  null,
  '',
  [],
  {},
  [{}],
  [null],
  [{ item: 'nope', reason: 'x', by: 'y', on: '2019-01-01' }],
  [{ item: 'nope', result: 'pass', role: 'team', on: '2019-01-01' }],
]

/** Facts with one place changed for something odd, anywhere in the tree. */
function mutated(draw: Draw, json: unknown): unknown {
  if (Array.isArray(json) && json.length > 0 && draw.chance(70)) {
    const at = draw.int(0, json.length - 1)
    return json.map((one, index) => (index === at ? mutated(draw, one) : one))
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json) && draw.chance(90)) {
    const entries = Object.entries(json)
    if (entries.length === 0 || draw.chance(10))
      return {
        ...json,
        [draw.pick(['id', 'extra', '偏离', 'departures', '复核', 'value'])]: draw.pick(draw.chance(50) ? ACTS : ODD),
      }
    const [key, value] = draw.pick(entries)
    return { ...json, [key]: draw.chance(50) ? mutated(draw, value) : draw.pick(ODD) }
  }
  return draw.pick(ODD)
}

describe('the published schema and the fact checker', () => {
  test('agree on random facts, good and bad, but for what a schema cannot say', () => {
    const seen = { both: 0, neither: 0, checkerOnly: 0 }
    const programs = drawn((draw) => {
      const program = buildProgram(draw)
      const standard = draw.pick(program.standards).id
      const good = Array.from({ length: 12 }, () => buildFacts(draw, program, standard))
      const bad = Array.from({ length: 12 }, () => buildBadFacts(draw, program, standard).facts)
      const odd = good.flatMap((facts) => Array.from({ length: 8 }, () => mutated(draw, facts)))
      return { program, standard, all: [...good, ...bad, ...odd] }
    })
    fc.assert(
      fc.property(programs, ({ program, standard, all }) => {
        const accepts = validator(factsSchema(program, standard))
        const { check } = prepare(program, standard)
        for (const one of all) {
          const facts: unknown = JSON.parse(JSON.stringify(one))
          const problems = check(facts as Record<string, unknown>, TIMES)
          const valid = accepts(facts)
          if (problems.length === 0) {
            expect({ valid, facts }).toEqual({ valid: true, facts })
            seen.both++
          } else if (valid) {
            expect(problems.filter((problem) => !unsayable(problem)).map((problem) => ({ problem, facts }))).toEqual([])
            seen.checkerOnly++
          } else seen.neither++
        }
      }),
      { numRuns: 10 },
    )
    expect(seen.both).toBeGreaterThan(150)
    expect(seen.neither).toBeGreaterThan(150)
  })

  test('every odd value in every kind of field', () => {
    const fields = PROGRAM.entities.flatMap((entity) => entity.fields.map((field) => ({ entity, field })))
    const byEntity = new Map(PROGRAM.entities.map((entity) => [entity.id, validator(factsSchema(PROGRAM, entity.id))]))
    for (const { entity, field } of fields) {
      const standard = { ...PROGRAM.standards[1]!, entity: entity.id, items: [] }
      const { check } = prepare({ ...PROGRAM, standards: [...PROGRAM.standards, { ...standard, id: 'any' }] }, 'any')
      for (const value of ODD) {
        const facts = { [field.id]: value }
        const problems = check(facts, AT)
        const valid = byEntity.get(entity.id)!(facts)
        const excused = valid && problems.length > 0 && problems.every(unsayable)
        expect({ facts, valid: excused ? false : valid, problems }).toEqual({ facts, valid: problems.length === 0, problems })
      }
    }
  })
})

describe('the schema itself', () => {
  test('has a definition for every entity a subject can hold, titles in the language asked for', () => {
    const schema = factsSchema(PROGRAM, 'household_exit') as {
      title: string
      $defs: Record<string, { title: string; properties: Record<string, { title: string; description?: string }> }>
    }
    expect(schema.title).toBe('退出办法：户的材料')
    expect(Object.keys(schema.$defs).filter((key) => key.startsWith('entity.'))).toEqual([
      'entity.household',
      'entity.member',
      'entity.objection',
      'entity.village',
    ])
    const { properties } = schema.$defs['entity.household']!
    expect(properties['net_income']).toMatchObject({
      title: '家庭纯收入',
      description: '单位 元/年；至多 2 位小数；范围 0 至 10000000',
    })
    expect(properties['家庭纯收入']).toMatchObject({
      title: '家庭纯收入',
      $ref: '#/$defs/entity.household/properties/net_income',
    })
    const english = factsSchema(PROGRAM, 'member', 'en') as typeof schema
    expect(english.title).toBe('measure_2016: facts of a member')
    expect(() => factsSchema(PROGRAM, 'nobody')).toThrow(RangeError)
  })

  test('takes either spelling of a key, not both', () => {
    const accepts = validator(factsSchema(PROGRAM, 'household_exit'))
    expect(accepts(GOOD)).toBe(true)
    expect(accepts({ food: true })).toBe(true)
    expect(accepts({ 不愁吃: '是' })).toBe(true)
    expect(accepts({ food: true, 不愁吃: true })).toBe(false)
    expect(accepts({ foood: true })).toBe(false)
  })
})
