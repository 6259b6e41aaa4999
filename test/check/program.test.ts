import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../dsl/lower/digest.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { compile } from '../../dsl/pipeline.ts'
import { sha256 } from '../../dsl/value/sha256.ts'
import { VOCABULARY, VOCABULARY_EN, VOCABULARY_ZH } from './fixture.ts'
import { POLICY_EN, POLICY_ZH } from './whole-policy.ts'

function programOf(policy: string, vocabulary = VOCABULARY_ZH): Program {
  const { program, diagnostics } = compile([
    { file: 'p', text: policy },
    { file: 'v', text: vocabulary },
  ])
  expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([])
  if (!program) throw new Error('no program')
  return program
}

describe('a policy in both languages', () => {
  it('has equal digests, and equal programs but for places', () => {
    const zh = programOf(POLICY_ZH)
    const en = programOf(POLICY_EN, VOCABULARY_EN)
    expect(canonicalJson(en)).toBe(canonicalJson(zh))
    expect(en.digest).toBe(zh.digest)
    expect(en.units).toEqual(zh.units)
    expect(zh.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps its digest when only comments and blanks change, and changes it with a figure', () => {
    const { digest } = programOf(POLICY_ZH)
    expect(programOf(`// 说明\n${POLICY_ZH.replace('；层级', '； 层级')}`).digest).toBe(digest)
    expect(programOf(POLICY_ZH.replace('≥ 60 分', '≥ 61 分')).digest).not.toBe(digest)
    expect(programOf(POLICY_ZH, VOCABULARY_ZH.replace('3535 元', '3536 元')).digest).not.toBe(digest)
  })

  it('numbers nodes once each and is frozen through and through', () => {
    const program = programOf(POLICY_ZH)
    const ids: number[] = []
    const visit = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return
      expect(Object.isFrozen(node)).toBe(true)
      if ('id' in node && typeof node.id === 'number') ids.push(node.id)
      for (const inner of Object.values(node)) visit(inner)
    }
    visit(program)
    expect(new Set(ids).size).toBe(ids.length)
    expect(structuredClone(program)).toEqual(program)
  })
})

describe('lowering', () => {
  const program = programOf(POLICY_ZH)
  const item = (standard: string, id: string) =>
    program.standards.find((entry) => entry.id === standard)?.items.find((entry) => entry.id === id)

  it('gives the head', () => {
    expect(program.policy).toMatchObject({
      id: 'county',
      zh: '县级办法',
      title: '县级试行办法',
      jurisdiction: '410122',
      level: 'county',
      version: '1.10',
      document: '试发1号',
      parent: '国家意见',
      inForce: { from: '2019-01-01', to: '2020-12-31' },
      cites: [{ source: 'measure', article: '一' }],
    })
    expect(program.sources[0]?.articles).toContainEqual({ article: '三', summary: '原则', noRule: '没有可判定的条件' })
  })

  it('gives facts with types, bounds, judgements and channels', () => {
    const fields = program.entities.find((entity) => entity.id === 'household')?.fields ?? []
    const field = (id: string) => fields.find((entry) => entry.id === id)
    expect(field('net_income_pc')).toMatchObject({
      type: { kind: 'number', unit: '元/人·年', decimals: 2 },
      low: '0',
      high: '10000000',
      nullable: false,
    })
    expect(field('returned')).toMatchObject({ type: { kind: 'year' }, nullable: true })
    expect(field('debt')).toMatchObject({ nullable: true, channel: 'survey' })
    expect(field('members')).toMatchObject({ type: { kind: 'list', entity: 'member', atMost: 30 } })
    expect(field('steady')).toMatchObject({ type: { kind: 'boolean' }, judgement: { roles: ['committees'] } })
    expect(field('own_share')).toMatchObject({ type: { kind: 'number', unit: '', ratio: true } })
    expect(field('water')).toMatchObject({ type: { kind: 'number', unit: '', decimals: 1 }, yearly: true })
  })

  it('gives dated parameters, bare figures in the declared unit', () => {
    expect(program.parameters.find((entry) => entry.id === 'line_of')).toMatchObject({
      timed: 'year',
      keyed: 'line_kind',
      entries: [
        { from: '2018', category: 'nation', value: { kind: 'number', value: '3535', unit: '元/人·年' } },
        { from: '2018', category: 'province', value: { kind: 'number', value: '4000', unit: '元/人·年' } },
      ],
    })
  })

  it('turns a comparison so that the share is on the left', () => {
    expect(item('village_exit', 'most')?.condition).toMatchObject({
      kind: 'compare',
      op: 'ge',
      word: 'ge',
      left: { kind: 'share', empty: 'met', list: { entity: 'village', field: 'households', of: 'household' } },
      right: { kind: 'literal', literal: { value: '49/50' } },
    })
  })

  it('asks meets of the nearest element of the standard’s kind', () => {
    expect(item('village_exit', 'most')?.condition).toMatchObject({
      left: { body: { kind: 'meets', standard: 'household_exit', place: { kind: 'element', depth: 0 } } },
    })
  })

  it('counts depth from the innermost element', () => {
    expect(item('village_exit', 'people')?.condition).toMatchObject({
      left: {
        kind: 'sum',
        value: {
          kind: 'count',
          list: { place: { kind: 'element', depth: 0 }, entity: 'household', field: 'members' },
          filter: {
            left: {
              kind: 'fullYears',
              from: { kind: 'field', entity: 'member', place: { depth: 0 } },
              to: { kind: 'time', time: 'as_of' },
            },
          },
        },
      },
    })
  })

  it('makes a relation without otherwise an alternative', () => {
    expect(program.relations[0]).toMatchObject({
      entity: 'village',
      from: '2016-01-01',
      origin: '约定',
      condition: {
        kind: 'or',
        items: [
          { kind: 'not', operand: { kind: 'compare', op: 'gt' } },
          { kind: 'field', field: 'has_team' },
        ],
      },
    })
  })

  it('makes tables of tests per cell and scores of lines', () => {
    expect(program.definitions.find((entry) => entry.id === 'grant')).toMatchObject({
      form: 'table',
      entity: 'household',
      value: {
        kind: 'table',
        hit: 'unique',
        rows: [
          {
            tests: [
              { kind: 'compare', op: 'lt', word: 'short_of', right: { literal: { value: '3700', unit: '元/人·年' } } },
              { kind: 'in' },
            ],
          },
          { tests: [{ kind: 'between', lowOpen: false, highOpen: false }] },
        ],
        otherwise: { literal: { value: '0', unit: '元' } },
      },
    })
    expect(program.definitions.find((entry) => entry.id === 'total')).toMatchObject({
      form: 'score',
      type: { kind: 'number', unit: '分' },
      value: {
        kind: 'score',
        cap: '100',
        lines: [
          { id: 'stable', when: { kind: 'field' } },
          { id: 'money', cap: '20', floor: '0' },
        ],
      },
    })
  })

  it('says under which reading an item stands, with ids unique in the standard', () => {
    const own = program.standards[0]?.items.filter((entry) => entry.under.length > 0) ?? []
    expect(own.map((entry) => entry.under)).toEqual([
      [{ reading: 'two_percent', choice: 'inclusive' }],
      [{ reading: 'two_percent', choice: 'exclusive' }],
    ])
    expect(new Set(own.map((entry) => entry.id)).size).toBe(2)
    expect(program.readings[0]).toMatchObject({ chosen: 'inclusive', choices: [{ id: 'inclusive' }, { id: 'exclusive' }] })
  })

  it('gives groups, conditions, deemed and except', () => {
    expect(item('household_exit', 'basics')?.group).toMatchObject({
      mode: 'at_least',
      n: 1,
      parts: [
        { id: 'first', condition: { kind: 'external' } },
        { id: 'second', when: { kind: 'compare' } },
      ],
    })
    expect(item('household_exit', 'scored')).toMatchObject({ deemed: [{ kind: 'compare' }], except: [{ kind: 'in' }] })
    expect(item('household_exit', 'objected')).toMatchObject({ kind: 'suspend', reviewers: ['authority'] })
    expect(item('village_exit', 'bar')?.inPrinciple).toBe(true)
    expect(item('household_exit', 'new')?.condition).toMatchObject({
      kind: 'or',
      items: [{ left: { kind: 'datePart', part: 'year' } }, { left: { kind: 'dateAdd', amount: 6, unit: 'month' } }],
    })
    expect(item('household_exit', 'debts')?.condition).toMatchObject({
      left: { kind: 'definition', definition: 'owed', place: { depth: 0 } },
      right: { literal: { value: '30000' } },
    })
  })
})

describe('using other units', () => {
  const county =
    '政策 县/county { 施行 自 2019-01-01；采用 贫困村办法 { 取 宽严 = 严 }；来源 县文/paper；标准 县标/own 适用于 户 依据「一」{ 须 上位/above 依据「一」：符合 上级标准 } }'
  const province =
    '政策 贫困村办法/province { 施行 自 2016-01-01；采用 terms；来源 省文/paper；解释 宽严/how { 宽（默认）；严 }；定义 余下/rest：1；标准 上级标准/upper 适用于 户 依据「二」{ 须 一项/one 依据「二」：按 宽严 { 宽：真；严：增收稳定 }；须 二项/two 依据「二」：余下 > 0 } }'

  it('finds them through load, takes what is reached, lets the importer choose', () => {
    const asked: string[] = []
    const { program, programs, diagnostics } = compile([{ file: 'c', text: county }], {
      load: (name) => {
        asked.push(name)
        return name === '贫困村办法' ? { file: 'pr', text: province } : VOCABULARY
      },
    })
    expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([])
    expect(asked).toEqual(['贫困村办法', 'terms'])
    expect([...programs.keys()]).toEqual(['county', 'province'])
    expect(program?.policy.id).toBe('county')
    expect(program?.standards.map((entry) => entry.id)).toEqual(['own', 'upper'])
    expect(program?.readings[0]?.chosen).toBe('严')
    expect(programs.get('province')?.readings[0]?.chosen).toBe('宽')
    expect(program?.units.map((unit) => unit.id)).toEqual(['county', 'province', 'terms'])
    expect(program?.sources.map((source) => source.id)).toEqual(['paper', 'province.paper'])
    expect(program?.standards[1]?.cites).toEqual([{ source: 'province.paper', article: '二' }])
  })

  it('gives no program when a used unit has an error, and says where', () => {
    const broken = VOCABULARY_ZH.replace('列表 异议单', '列表 异议书')
    const { program, diagnostics } = compile([
      { file: 'p', text: POLICY_ZH },
      { file: 'v', text: broken },
    ])
    expect(program).toBeUndefined()
    const errors = diagnostics.filter((found) => found.severity === 'error')
    expect(errors.map((found) => `${found.code} ${found.span.file}`)).toEqual(['N223 v'])
  })

  it('cites the policy itself when it declares no source', () => {
    const { program, diagnostics } = compile([
      {
        file: 'p',
        text: '政策 甲/p { 施行 自 2019-01-01；采用 词汇表；标准 甲标/s 适用于 户 依据「一」{ 须 乙/i 依据「二」：增收稳定 } }',
      },
      VOCABULARY,
    ])
    expect(diagnostics.map((found) => found.code)).toEqual(['N216'])
    expect(program?.sources).toMatchObject([{ id: 'p', articles: [{ article: '一' }, { article: '二' }] }])
  })

  it('has no single program when two policies are given', () => {
    const { program, programs } = compile([
      { file: 'p', text: POLICY_ZH },
      { file: 'q', text: POLICY_ZH.replace('县级办法/county', '另一/other') },
      VOCABULARY,
    ])
    expect(program).toBeUndefined()
    expect(programs.size).toBe(2)
  })
})

describe('digests', () => {
  it('are SHA-256 of UTF-8', () => {
    for (const text of ['', 'abc', '条理'.repeat(100), ...[54, 55, 56, 57, 63, 64, 65, 119, 120].map((n) => 'a'.repeat(n))]) {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }
  })
})

describe('broken texts', () => {
  it('never throw, wherever the text is cut; findings stay inside the text, and a program means no error', () => {
    for (let end = 0; end < POLICY_ZH.length; end += 23) {
      const text = POLICY_ZH.slice(0, end)
      const { diagnostics, program } = compile([{ file: 'p', text }, VOCABULARY])
      if (program) expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([])
      for (const { span } of diagnostics.filter((found) => found.span.file === 'p')) {
        expect([span.start >= 0, span.start <= span.end, span.end <= text.length]).toEqual([true, true, true])
      }
    }
  })
})
