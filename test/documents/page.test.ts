import { describe, expect, it } from 'vitest'
import { documentation, type Instrument } from '../../engine/docs/index.ts'
import type { ProcedureSuite } from '../../engine/testing/case/suite.ts'
import type { Suite } from '../../engine/testing/suite.ts'
import { bool, date, term } from '../engine/build.ts'
import { danglingLinks, plain, REQUESTS, repeatedIds, unbalanced } from './markup.ts'
import { sampleProgram, states } from './sample.ts'
import { by, exitProcedure, procedure, step } from './sample-procedure.ts'

const TIMES = { asOf: '2019-12-01', year: 2019 }
const suite = (...names: string[]): Suite => ({
  file: 'x.test.yaml',
  policy: 'sample_county',
  standard: 'household_exit',
  cases: names.map((name, i) => ({
    name,
    line: i,
    facts: {},
    times: TIMES,
    readings: {},
    expect: i === 0 ? { outcome: 'met', items: { income: { value: 'true' } } } : { rejected: ['F606'] },
    ...(i === 0 ? { sweep: 'missing' as const } : {}),
  })),
})
const instrument = (more: Partial<Instrument> = {}): Instrument => ({
  program: sampleProgram(),
  suites: [suite('清楚的一户', '写错的一户')],
  procedureSuites: [],
  timetables: [
    {
      procedure: 'household_exit_steps',
      year: 2019,
      steps: [{ step: 'posting', from: '2019-10-15', to: '2019-10-24', latest: '2019-10-24' }],
    },
  ],
  ...more,
})
const pages = (one: Instrument = instrument()) =>
  new Map(documentation([one], ['zh', 'en']).map(({ path, text }) => [path, text]))
const zh = (one?: Instrument) => pages(one).get('sample_county.html')!
const en = (one?: Instrument) => pages(one).get('sample_county.en.html')!
describe('pages of an instrument', () => {
  it('come in the languages asked for, lead to one another, and are the same bytes each time', () => {
    expect([...pages().keys()]).toEqual(['index.html', 'sample_county.html', 'index.en.html', 'sample_county.en.html'])
    expect(documentation([instrument()], ['en']).map(({ path }) => path)).toEqual(['index.html', 'sample_county.html'])
    expect(zh()).toContain('href="sample_county.en.html"')
    expect(en()).toContain('href="sample_county.html"')
    expect(pages().get('index.html')).toContain('href="sample_county.html"')
    const again = { ...instrument(), program: structuredClone(sampleProgram({ procedures: [exitProcedure()] })) }
    expect([...pages(structuredClone(instrument())).values()].join()).toBe([...pages().values()].join())
    expect(zh(again).length).toBe(zh().length)
  })

  it.each(['zh', 'en'] as const)('is well-formed, asks for nothing and runs nothing (%s)', (lang) => {
    for (const text of [lang === 'zh' ? zh() : en(), pages().get(lang === 'zh' ? 'index.html' : 'index.en.html')!]) {
      expect(unbalanced(text)).toEqual([])
      expect(text).not.toMatch(REQUESTS)
      expect(text).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  it.each(['zh', 'en'] as const)('has no place twice and no link to nowhere (%s)', (lang) => {
    const text = lang === 'zh' ? zh() : en()
    expect(repeatedIds(text)).toEqual([])
    expect(danglingLinks(text)).toEqual([])
  })

  it('tells who it is and that it is historic', () => {
    const text = plain(zh())
    expect(text).toContain('某县贫困退出实施方案')
    expect(text).toContain('这是历史文件：只对 2019-01-01 至 2019-12-31 的评定日作出认定')
    expect(text).toMatch(/层级 县 地区 410000 版本 1/)
    expect(plain(en())).toContain('Historic: it decides as of days from 2019-01-01 to 2019-12-31 only')
    const undated = sampleProgram({ policy: { ...sampleProgram().policy, inForce: {} } })
    expect(plain(zh(instrument({ program: undated })))).toContain('没有写明起止日期')
  })

  it('lists articles with what answers them, or why nothing does', () => {
    const text = plain(zh())
    expect(text).toContain('3 条：有规则 1，写明无规则 1，没人回答 1')
    expect(text).toContain('无规则：组织要求')
    expect(text).toContain('没有规则回答，也没有写明为什么')
    expect(text).toMatch(/步骤 村民代表会议民主评议 、 入户核实认可/)
  })

  it('says every item, its kind, its condition in words and its clause', () => {
    const text = plain(zh())
    expect(text).toMatch(/收入达标 须 年人均纯收入大于国家扶贫标准 一/)
    expect(text).toMatch(/原则上 须 没有成员满足（辍学）/)
    expect(text).toMatch(/按「公示首日」的读法： 首日计入 采用 ：低保户 首日不计 ：不是「低保户」/)
    expect(text).toContain('以下至少 1 项')
    expect(plain(en())).toMatch(/no dropout in principle must no person has \(dropout\)/)
  })

  it('has parameters with their source, readings with the one chosen, definitions, external texts and papers', () => {
    const text = plain(zh())
    expect(text).toMatch(/2019 3,700 元 方案/)
    expect(text).toMatch(/公示首日 首日计入 采用 首日不计/)
    expect(text).toMatch(/自上而下，先满足的一行算数 条件 数值 年人均纯收入大于国家扶贫标准 已脱贫 其余 贫困户/)
    expect(text).toMatch(/饮水标准 外部文本 农村饮用水评价 未附/)
    expect(text).toMatch(/初步名单 文书 附件3 文本未附/)
    expect(text).toContain('外来')
  })

  it('draws each step once and says all of it in the table below', () => {
    for (const [text, vote] of [
      [zh(), '1 村民代表会议民主评'],
      [en(), '1 vote'],
    ] as const) {
      const chart = text.slice(
        text.indexOf('id="flow-household_exit_steps"'),
        text.indexOf('<table>', text.indexOf('id="flow-household_exit_steps"')),
      )
      expect(chart.match(/<g class="node">/g)).toHaveLength(10)
      expect(chart.split(`>${vote}<`)).toHaveLength(2)
      expect([...chart.matchAll(/class="name"[^>]*>(\d+) /g)].map(([, n]) => Number(n))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(chart.match(/<g class="back">/g)).toHaveLength(4)
      expect(chart.match(/<g class="guard">/g)).toHaveLength(2)
      expect(chart.match(/<use /g)!.length).toBeGreaterThan(5)
    }
    const text = plain(zh())
    for (const said of [
      '参加：村民代表，不少于 20 人',
      '表决：村民代表，赞成超过到会的 50%，到会不少于应到的 2/3',
      '凭年度退出计划（须列名）',
      '产出初步名单',
      '须帮扶责任人、户主同意',
      '不同意：转「1 村民代表会议民主评议」',
      '不通过：移出名单',
      '公示于村公示栏，不少于 「公示首日」：首日计入（采用）：10 天；首日不计：11 天',
      '有异议，由村两委处理：转「2 入户核实认可」',
      '送达乡镇人民政府',
      '抽查不少于 10%，必查：低保户（低保户）',
      '2 方签字：户主（可代签）；村党支部书记与村委会主任',
      '征询县相关部门，5 个工作日内答复',
      '「6 乡镇审核」后半个月内',
      '公告于村公示栏、乡镇公示栏',
      '有异议，由县领导小组处理：去向没有写',
      '在扶贫信息系统标注「脱贫」',
      '12月底前',
      '归档：村两委、乡镇人民政府',
      '报省领导小组备案',
      '主体未写明',
      '最早 2019-10-15 至 2019-10-24 最迟 2019-10-24',
      '按自然日，公示首日计，末日遇假顺延',
      '村评议阶段（10月12日至10月24日）',
    ])
      expect(text).toContain(said)
    expect(plain(en())).toContain('yes over 50% of those present, at least 2/3 of those entitled present')
    expect(plain(en())).toContain('within half a month of “6 review”')
  })

  it('has effects, the register, targets and tests', () => {
    const text = plain(zh())
    expect(text).toMatch(/政策不变 应 攻坚期内原有扶持政策不变 县领导小组 次年1月1日 – …/)
    expect(text).toMatch(/退出 贫困户 或 返贫户 已脱贫 经「贫困户退出程序」 标注「脱贫」/)
    expect(text).toMatch(/清退后不得退出 已清退 已脱贫/)
    expect(text).toMatch(/减少 死亡 销号/)
    expect(text).toMatch(/脱贫人数 目标 户 ≥ 3,300 人 每个退出的各计一/)
    expect(text).toMatch(/清楚的一户 达标，并核对 1 个条目，逐项去掉事实/)
    expect(text).toContain('拒收（F606）')
    expect(zh()).toContain('id="states-status"')
  })

  it('tells the tests of a procedure: the day, how the list stands and what is amiss', () => {
    const input = { procedure: 'household_exit_steps', year: 2019, subjects: [], events: [] }
    const list = (name: string, expect: ProcedureSuite['cases'][number]['expect']) => ({
      name,
      line: 1,
      input,
      on: '2019-11-01',
      readings: {},
      expect,
    })
    const told: ProcedureSuite = {
      file: 'steps.test.yaml',
      policy: 'sample_county',
      procedure: 'household_exit_steps',
      cases: [
        list('走完的名单', { state: 'conformant', findings: [] }),
        list('公示太短', { state: 'breached', findings: ['posting.short', 'not-on-list'] }),
        list('写错的案卷', { rejected: ['P901'] }),
      ],
    }
    const one = instrument({ procedureSuites: [told] })
    expect(plain(zh(one))).toMatch(/走完的名单 2019-11-01，合规，没有问题 公示太短 2019-11-01，违反程序，村级公示：/)
    expect(plain(zh(one))).toContain('写错的案卷 2019-11-01，拒收（P901）')
    expect(plain(en(one))).toMatch(/公示太短 2019-11-01, breached, posting: /)
    expect(plain(pages(one).get('index.html')!)).toContain('用例 5 个')
  })

  it('leaves out what an instrument does not have', () => {
    const bare = sampleProgram({
      procedures: [],
      registers: [],
      effects: [],
      targets: [],
      rankings: [],
      papers: [],
      externals: [],
    })
    const text = zh(instrument({ program: bare, suites: [] }))
    for (const id of ['procedures', 'registers', 'effects', 'targets', 'externals', 'tests'])
      expect(text).not.toContain(`id="${id}"`)
    expect(text).toContain('id="standards"')
  })
})

describe('hostile names', () => {
  const HOSTILE = `"><script>alert(1)</script><img src=x onerror='x'>&amp;\u0000`
  const name = (id: string) => ({ ...term(id, HOSTILE), en: HOSTILE, note: HOSTILE })
  const program = sampleProgram({
    policy: { ...sampleProgram().policy, ...name('sample_county'), title: HOSTILE, document: HOSTILE, parent: HOSTILE },
    procedures: [
      procedure('p"><b>', HOSTILE, [step('a b"><i>', HOSTILE, [], [by(HOSTILE)], { note: HOSTILE, when: bool(true) })], {
        guard: date('2019-01-01'),
        phases: [{ ...name('x'), cites: [], under: [], acts: [] }],
      }),
    ],
    registers: [{ ...states(), ...name('r'), enum: 'none' }],
    standards: sampleProgram().standards.map((one) => ({ ...one, ...name(HOSTILE) })),
    sources: [
      {
        ...name('law'),
        title: HOSTILE,
        articles: [
          { article: '一', summary: HOSTILE },
          { article: HOSTILE, noRule: HOSTILE },
        ],
      },
    ],
  })

  it('stand as text, in the diagram too', () => {
    const both = pages(instrument({ program, suites: [suite(HOSTILE, 'x')] }))
    for (const text of both.values()) {
      expect(unbalanced(text)).toEqual([])
      expect(text).not.toMatch(/<script|<img|<b>alert/)
      expect(text).not.toContain('\u0000')
      expect(text).toContain('&lt;script&gt;')
    }
  })

  it('make no file names beyond the folder', () => {
    const named = (id: string, version?: string) =>
      instrument({ program: sampleProgram({ policy: { ...sampleProgram().policy, id, ...(version ? { version } : {}) } }) })
    const paths = documentation(
      [named('../../etc/x'), named('index'), named('甲', '1.0'), named('甲', '2'), named('Index')],
      ['zh'],
    ).map(({ path }) => path)
    expect(paths).toEqual([
      'index.html',
      '~2e~2e~2f~2e~2e~2fetc~2fx.html',
      'index-2.html',
      '甲-1~2e0.html',
      '甲-2.html',
      'Index-3.html',
    ])
  })
})

describe('several instruments', () => {
  it('lead to their superior and to what they replace', () => {
    const policy = sampleProgram().policy
    const above = instrument({ program: sampleProgram({ policy: { ...policy, id: 'above', title: '上位办法' } }) })
    const below = instrument({
      program: sampleProgram({
        policy: { ...policy, parent: 'above', supersedes: [{ policy: 'older_one', from: '2019-05-01' }] },
      }),
    })
    const text = documentation([above, below], ['zh']).find(({ path }) => path === 'sample_county.html')!.text
    expect(text).toContain('<a href="above.html">上位办法</a>')
    expect(plain(text)).toContain('替代 older one（自 2019-05-01）')
  })
})
