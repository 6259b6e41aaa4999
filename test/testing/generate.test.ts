import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { generate, generatedText, generateEach } from '../../engine/entry/testing.ts'
import { prepare, TiaoliError } from '../../engine/index.ts'
import { speller } from '../../engine/testing/generate/index.ts'

const paths = readdirSync('policies', { recursive: true, encoding: 'utf8' }).map((path) => join('policies', path))
const shipped = compile(
  paths.filter((path) => path.endsWith('.policy')).map((file) => ({ file, text: readFileSync(file, 'utf8') })),
)
const programs = [...shipped.programs.values()]
const county = programs.find((program) => program.policy.id === 'henan_county')!
const measure = programs.find((program) => program.policy.id === 'henan_2016')!

const STANDARDS = programs.flatMap((program) =>
  program.standards.map((standard) => [`${program.policy.id} ${standard.id}`, program, standard] as const),
)
const HOW_MANY: Readonly<Record<string, number>> = { village: 60, county: 40 }

type Json = Record<string, unknown>
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value : ((value as { items?: Json[] })?.items ?? [])) as Json[]
const incomeOf = (facts: Json): number | undefined => (facts['net_income_pc'] as Json | undefined)?.['2019'] as number | undefined
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length

function outcomes(program: Program, standard: string, n: number, seed: number | string = 1) {
  const generated = generate(program, { standard, households: n, seed })
  const prepared = prepare(program, standard)
  const found = generated.subjects.map(({ facts }) => prepared.verdict(facts, generated.times))
  return { generated, prepared, found }
}

describe('what is invented for the shipped policies', () => {
  it.each(STANDARDS)('%s accepts every one, and decides them differently', (_name, program, standard) => {
    const n = HOW_MANY[standard.entity] ?? 500
    const { generated, prepared, found } = outcomes(program, standard.id, n)
    const problems = generated.subjects.flatMap(({ facts }) => prepared.check(facts, generated.times))
    expect(problems).toEqual([])
    expect(found).toHaveLength(n)
    expect(Math.min(...generated.subjects.map(({ facts }) => Object.keys(facts).length))).toBeGreaterThan(1)
    expect(found).not.toContain('rejected')
    expect(new Set(found).size).toBeGreaterThanOrEqual(2)
    if (standard.guard !== undefined) expect(found).toContain('not-applicable')
    expect(found).toContain('undetermined')
  })

  it.each([county, measure])('every outcome a household can have comes up often', (program) => {
    const { found } = outcomes(program, 'household_exit', 500)
    const share = (outcome: string) => found.filter((one) => one === outcome).length / found.length
    for (const outcome of ['met', 'unmet', 'undetermined']) expect(share(outcome)).toBeGreaterThan(0.08)
    expect(share('met')).toBeLessThan(0.75)
  })

  it('suspends some where a policy suspends', () => {
    const program = programs.find((one) => one.standards.some((s) => s.items.some((item) => item.kind === 'suspend')))!
    const standard = program.standards.find((s) => s.items.some((item) => item.kind === 'suspend'))!
    const { found, generated } = outcomes(program, standard.id, 500)
    expect(found.filter((one) => one === 'suspended').length).toBeGreaterThan(5)
    expect(generated.subjects.some(({ facts }) => 'rechecks' in facts)).toBe(true)
  })
})

describe('the seed', () => {
  const text = (seed: number | string, n = 60) =>
    [...generatedText(generateEach(county, { households: n, seed }), 'json', (facts) => facts)].join('')

  it('gives the same bytes again, and other households for another seed', () => {
    expect(text(7)).toBe(text(7))
    expect(text(8)).not.toBe(text(7))
    expect(text('seven')).not.toBe(text(7))
  })

  it('is all there is to it: a copy of the program gives the same', () => {
    const options = { households: 40, seed: 3 }
    expect(generate(structuredClone(county), options)).toEqual(generate(county, options))
  })
})

describe('figures at the limits', () => {
  it('stand exactly on a line, a step below and a step above it', () => {
    const incomes = generate(county, { households: 500, seed: 2 }).subjects.map(({ facts }) => incomeOf(facts as Json))
    for (const value of [3700, 3699.99, 3700.01]) expect(incomes.filter((one) => one === value).length).toBeGreaterThan(4)
  })

  it('stand on a share of two others', () => {
    const { subjects } = generate(measure, { standard: 'county_exit', households: 120, seed: 2 })
    const shares = subjects.map(({ facts }) => [facts['county_poor_population'], facts['county_rural_population']] as number[])
    expect(shares.some(([part, whole]) => part! * 50 === whole)).toBe(true)
    expect(shares.some(([part, whole]) => (part! + 1) * 50 === whole || (part! - 1) * 50 === whole)).toBe(true)
    const growths = subjects.map(({ facts }) =>
      ['income_growth', 'province_income_growth'].map((id) => (facts[id] as Json)?.['2019']),
    )
    expect(growths.filter(([own, all]) => own !== undefined && own === all).length).toBeGreaterThan(0)
  })

  it('stand on a share counted over a list', () => {
    const { subjects, times } = generate(measure, { standard: 'village_exit', households: 80, seed: 4 })
    const poor = (facts: Json) =>
      listOf(facts['households'])
        .filter((one) => ['poor', 'newly_entered', 'candidate', 'returned'].includes(String(one['register_status'])))
        .reduce((sum, one) => sum + Number(one['size']), 0)
    const exact = subjects.filter(({ facts }) => poor(facts) > 0 && poor(facts) * 50 === facts['rural_population'])
    expect(exact.length).toBeGreaterThan(0)
    const verdicts = new Set(exact.map(({ facts }) => prepare(measure, 'village_exit').verdict(facts, times)))
    expect([...verdicts]).toEqual(['met'])
  })
})

describe('what goes together', () => {
  const { subjects } = generate(county, { households: 2000, seed: 5 })
  const known = subjects.map(({ facts }) => facts as Json).filter((facts) => incomeOf(facts) !== undefined)
  const incomes = (wanted: (facts: Json) => boolean) => known.filter(wanted).map((facts) => incomeOf(facts)!)

  it('larger households have less per head, ill ones less than others', () => {
    expect(mean(incomes((facts) => Number(facts['size']) >= 5))).toBeLessThan(
      0.95 * mean(incomes((facts) => Number(facts['size']) <= 2)),
    )
    expect(mean(incomes((facts) => facts['main_cause'] === 'illness'))).toBeLessThan(
      0.97 * mean(incomes((facts) => facts['main_cause'] === 'capital_shortage')),
    )
  })

  it('causes lie in who lives there', () => {
    const ill = (facts: Json) => listOf(facts['members']).some((one) => one['serious_illness'] === true)
    const share = (list: readonly Json[]) => list.filter(ill).length / list.length
    const byIllness = known.filter((facts) => facts['main_cause'] === 'illness')
    const others = known.filter((facts) => facts['main_cause'] === 'skill_shortage')
    expect(share(byIllness)).toBeGreaterThan(share(others) + 0.4)
  })

  it('members are as many as the size says, of school age by their birth, and in school at that age', () => {
    for (const { facts } of subjects) {
      if (!Array.isArray(facts['members'])) continue
      expect(facts['members']).toHaveLength(Number(facts['size']))
      for (const member of listOf(facts['members'])) {
        if (typeof member['birth_date'] !== 'string') continue
        const [year, rest] = [Number(member['birth_date'].slice(0, 4)), member['birth_date'].slice(5)]
        const age = 2019 - year - (rest > '12-01' ? 1 : 0)
        expect(age).toBeGreaterThanOrEqual(0)
        expect(member['school_age']).toBe(age >= 6 && age <= 15)
      }
    }
  })

  it('sizes are those of rural households', () => {
    const sizes = subjects.map(({ facts }) => Number(facts['size']))
    expect(mean(sizes)).toBeGreaterThan(2.5)
    expect(mean(sizes)).toBeLessThan(4)
    expect(Math.min(...sizes)).toBe(1)
  })

  it('neighbours share their village', () => {
    const villages = new Set(subjects.map(({ facts }) => facts['village']))
    expect(villages.size).toBe(50)
    const few = generate(county, { households: 100, seed: 1, villages: 3 }).subjects.map(({ facts }) => facts['village'])
    expect(new Set(few).size).toBe(3)
  })
})

describe('what is not known', () => {
  const judgements = (facts: Json) => Object.values(facts).filter((one) => one !== null && typeof one === 'object') as Json[]

  it('leaves facts out, ties judgements and lets the wrong role judge', () => {
    const { subjects } = generate(county, { households: 1000, seed: 6 })
    const missing = subjects.filter(({ facts }) => !('net_income_pc' in facts))
    expect(missing.length).toBeGreaterThan(5)
    const ties = subjects.filter(({ facts }) =>
      judgements(facts as Json).some(
        (one) => Array.isArray(one) && one.length === 2 && one[0]['on'] === one[1]['on'] && one[0]['value'] !== one[1]['value'],
      ),
    )
    expect(ties.length).toBeGreaterThan(3)
    const entitled = county.entities.flatMap((entity) => entity.fields).find((field) => field.id === 'income_source_ok')!
      .judgement!.roles
    const wrong = subjects.filter(({ facts }) => {
      const role = (facts['income_source_ok'] as Json | undefined)?.['role']
      return typeof role === 'string' && !entitled.includes(role)
    })
    expect(wrong.length).toBeGreaterThan(0)
    expect(subjects.some(({ facts }) => (facts['members'] as Json)['partial'] === true)).toBe(true)
  })

  it('is nothing at all with no holes, and a lot with many', () => {
    const keys = (holes: number) =>
      generate(county, { households: 300, seed: 6, holes }).subjects.map(
        ({ facts }) => Object.keys(facts).filter((key) => key !== 'departures').length,
      )
    expect(new Set(keys(0)).size).toBe(1)
    expect(mean(keys(0.4))).toBeLessThan(mean(keys(0.02)) - 2)
  })
})

describe('policies of any other words', () => {
  const build = (body: string): Program => {
    const { program, diagnostics } = compile(`政策 别的/other { 施行 自 2020-01-01；来源 办法/m { 条「一」 } ${body} }`)
    if (!program) throw new Error(diagnostics.map((d) => d.code).join())
    return program
  }
  const odd = build(`
    枚举 档/grade { 甲/a；乙/b；丙/c }
    角色 评委/judge；角色 旁人/other；
    渠道 系统/system；渠道 口头/hearsay；
    实体 物/thing { 字段 重/weight：数 1 位 公斤，范围 0 至 50；字段 旧/old：真假 }
    实体 人家/home {
      字段 甲数/first：整数 人，范围 0 至 40；
      字段 乙数/second：整数 人，范围 0 至 40；
      字段 丙数/third：整数 人，范围 0 至 80；
      字段 开始/started：日期；
      字段 结束/ended：日期，可无；
      字段 级/level：档，采自 系统；
      字段 涨幅/growth：比例，范围 −50% 至 300%，逐年；
      字段 新/fresh：真假；字段 满/full：真假；字段 空/empty：真假；
      字段 东西/things：列表 物，至多 2；
      认定 好/fine 由 评委；
    }
    约束 和/adds 适用于 人家：甲数 + 乙数 = 丙数，出处「加法」；
    约束 先后/order 适用于 人家：若 有 结束 则 结束 不早于 开始，出处「先后」；
    约束 满即非空/full_is_not_empty 适用于 人家：若 满 则 非 空，出处「字义」；
    约束 新即满/fresh_is_full 适用于 人家：若 新 则 满，出处「随便」；
    标准 合格/pass 适用于 人家 当 级 属于（甲、乙）依据「一」{
      须 够/enough 依据「一」：丙数 ≥ 7；
      须 涨/grown 依据「一」：涨幅 〔年度 − 1〕 ≥ 103.5%；
      须 久/long 依据「一」：开始 不晚于 2019-06-30；
      须 轻/light 依据「一」：每个 东西 满足 重 不超过 12.5；
      须 看好/liked 依据「一」：好；
      不得 空着/vacant 依据「一」：空 且 新；
    }
  `)

  it('get facts that keep odd relations, ranges, years and channels', () => {
    const { found, generated } = outcomes(odd, 'pass', 500)
    expect(found).not.toContain('rejected')
    expect(new Set(found)).toEqual(new Set(['met', 'unmet', 'undetermined', 'not-applicable']))
    const facts = generated.subjects.map((subject) => subject.facts as Json)
    for (const one of facts) {
      if ('first' in one && 'second' in one && 'third' in one)
        expect(Number(one['first']) + Number(one['second'])).toBe(one['third'])
      expect(listOf(one['things']).length).toBeLessThanOrEqual(2)
    }
    const thirds = facts.map((one) => one['third'])
    for (const value of [6, 7, 8]) expect(thirds).toContain(value)
    const started = facts.map((one) => one['started'])
    for (const day of ['2019-06-30', '2019-07-01']) expect(started).toContain(day)
    const growth = facts.map((one) => (one['growth'] as Json | undefined)?.['2019'])
    expect(growth).toContain('103.5%')
    const weights = facts.flatMap((one) => listOf(one['things']).map((thing) => thing['weight']))
    for (const value of [12.5, 12.6]) expect(weights).toContain(value)
    expect(generated.times).toEqual({ asOf: '2020-12-01', year: 2020 })
  })

  it('are told when nothing can satisfy them', () => {
    const never = build(`
      实体 户/home { 字段 数/n：整数 人，范围 0 至 9 }
      约束 不可能/never 适用于 户：年度 = 1，出处「没有」；
      标准 合格/pass 适用于 户 依据「一」{ 须 够/enough 依据「一」：数 ≥ 7；}
    `)
    expect(() => generate(never, { households: 3, seed: 1 })).toThrow(/no facts satisfy/)
  })
})

describe('a call that is wrong', () => {
  it('says so before the first subject', () => {
    for (const households of [0, -1, 1.5, Number.NaN, 1e12])
      expect(() => generateEach(county, { households, seed: 1 })).toThrow(RangeError)
    expect(() => generateEach(county, { households: 5, seed: 1, villages: 6 })).toThrow(RangeError)
    expect(() => generateEach(county, { households: 5, seed: 1, holes: 2 })).toThrow(RangeError)
    expect(() => generateEach(county, { households: 5, seed: 1, standard: 'nowhere' })).toThrow(TiaoliError)
    expect(() => generateEach(county, { households: 5, seed: 1, times: { asOf: '1999-01-01', year: 1999 } })).toThrow(
      /2019-01-01/,
    )
  })
})

describe('Chinese spelling', () => {
  it('is decided as the ids are', () => {
    const { subjects, times } = generate(county, { households: 200, seed: 9, all: true })
    const spell = speller(county, 'household_exit')
    const prepared = prepare(county, 'household_exit')
    const both = subjects.map(({ facts }) => [prepared.verdict(facts, times), prepared.verdict(spell(facts), times)])
    expect(both.filter(([a, b]) => a !== b)).toEqual([])
    expect(Object.keys(spell(subjects[0]!.facts))).toContain('家庭人口')
  })
})
