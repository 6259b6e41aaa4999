import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../../dsl/diagnostics/describe.ts'
import { compile } from '../../dsl/index.ts'
import { findingsOf } from './fixture.ts'

const step = (id: string, body: string, head = '') => `步骤 ${id} ${head} 依据「一」{ 主体 村里；${body} }`

describe('days that cannot be kept', () => {
  it.each([
    ['10月20日', ['W701 posting']],
    ['10月21日', []],
  ])('a posting of ten days from 12 October, due on %s', (day, expected) => {
    expect(findingsOf(step('vote', '时段 10月11日 至 10月11日；') + step('posting', `公示 不少于 10 天；期限 ${day}；`))).toEqual(
      expected,
    )
  })

  it('leaves room between two postings for what must be done there', () => {
    const lines = (due: string) =>
      step('first', '时段 11月11日 至 11月17日；公示 不少于 7 天；') +
      step('second', '公示 不少于 7 天；期限 11月24日；') +
      step('review', '') +
      step('matching', '') +
      step('second_vote', '') +
      step('announce', `公告 不少于 5 天；期限 ${due}；`)
    expect(findingsOf(lines('11月29日'))).toEqual(['W701 announce'])
    expect(findingsOf(lines('12月2日'))).toEqual([])
  })

  it('shows the arithmetic in both languages', () => {
    const text = `政策 试/trial { 施行 自 2019-01-01；来源 办法/measure「办法」{ 条「一」}
      角色 村里/village；实体 户/household { 字段 通水/water：真假；}
      标准 退出/exit 适用于 户 依据「一」{ 须 水/has_water 依据「一」：通水；}
      程序 退出程序/steps 适用于 户 依据「一」{
        步骤 评议/vote 依据「一」{ 主体 村里；时段 10月12日；}
        步骤 公示/posting 依据「一」{ 主体 村里；公示 不少于 7 天；期限 10月15日；}
      } }`
    const found = compile(text).diagnostics.find((d) => d.code === 'W701')!
    expect(inWords(found, 'zh').why).toContain('评议 2019-10-12、公示 2019-10-13→2019-10-19')
    expect(inWords(found, 'en').why).toContain('vote 2019-10-12, posting 2019-10-13→2019-10-19')
    expect(inWords(found, 'en').title).toContain('2019-10-15')
  })

  it('says a posting longer than its window once', () => {
    expect(findingsOf(step('posting', '时段 10月1日 至 10月6日；公示 不少于 7 天；'))).toEqual(['W703 posting'])
    expect(findingsOf(step('posting', '时段 10月1日 至 10月7日；公示 不少于 7 天；'))).toEqual([])
  })

  it('finds the day that never binds beside one counted from a step', () => {
    const lines = (day: string) => step('apply', '期限 11月30日；') + step('review', `期限 1 周 起算 apply；期限 ${day}；`)
    expect(findingsOf(lines('次年1月10日'))).toEqual(['W702 review'])
    expect(findingsOf(lines('12月5日'))).toEqual([])
  })

  it('asks whether a day counted from a step can be kept when that step waits', () => {
    expect(findingsOf(step('apply', '') + step('review', '时段 11月1日 至 11月30日；期限 1 周 起算 apply；'))).toEqual([])
    expect(
      findingsOf(step('apply', '时段 10月1日 至 10月2日；') + step('review', '时段 11月1日 至 11月30日；期限 1 周 起算 apply；')),
    ).toEqual(['W701 review'])
    expect(
      findingsOf(step('apply', '') + step('posting', '公示 不少于 7 天；') + step('review', '期限 7 天 起算 apply；')),
    ).toEqual(['W701 review'])
    expect(
      findingsOf(step('apply', '') + step('posting', '公示 不少于 7 天；') + step('review', '期限 9 天 起算 apply；')),
    ).toEqual([])
  })
})

describe('what no case could do right', () => {
  it.each<[string, string, readonly string[]]>([
    ['nobody does it', '步骤 vote 依据「一」{ 期限 10月1日；}', ['W712 vote']],
    ['only those do it who never can', '步骤 vote 依据「一」当 有队 { 主体 村里 当 非 有队；}', ['W712 vote']],
    ['a guard that denies its phase', `阶段 early 依据「一」当 有队 { ${step('vote', '', '当 非 有队')} }`, ['W711 vote']],
    ['two kinds at once', `阶段 early 依据「一」当 类别 = 退出 { ${step('vote', '', '当 类别 = 纳入')} }`, ['W711 vote']],
    ['a vote out of nobody', step('vote', '表决 由 村里 超过 半数 法定到会 半数；'), ['W714 vote']],
    ['a vote without quorum', step('vote', '表决 由 村里 占 到会 超过 半数；'), ['W715 vote']],
    [
      'no way out of the circle',
      step('check', '') + step('vote', '表决 由 村里 占 到会 超过 100% 法定到会 半数；不通过 转 check；'),
      ['W713 vote'],
    ],
    [
      'a vote all must win',
      step('check', '') + step('vote', '表决 由 村里 占 到会 不少于 100% 法定到会 半数；不通过 转 check；'),
      [],
    ],
    [
      'a join with what never applies',
      step('review', '') + step('with', '', '当 有队') + step('without', '', '承接 review、with 当 非 有队'),
      ['W717 without'],
    ],
  ])('%s', (_what, lines, expected) => {
    expect(findingsOf(lines)).toEqual(expected)
  })

  it.each<[string, string, readonly string[]]>([
    ['made before', step('vote', '产出 名单；') + step('check', '凭 名单；'), []],
    ['made by nobody', step('vote', '') + step('check', '凭 名单；'), ['W716 check']],
    ['made too late', step('check', '凭 名单；') + step('vote', '产出 名单；'), ['W716 check']],
    ['made only for others', step('vote', '产出 名单；', '当 有队') + step('check', '凭 名单；', '当 非 有队'), ['W716 check']],
    ['from outside', step('check', '凭 计划；'), []],
  ])('a paper %s', (_what, lines, expected) => {
    expect(findingsOf(lines, '文书 名单/first_list；文书 计划/plan 外来；')).toEqual(expected)
  })
})

describe('what the author knows', () => {
  it('is a remark, and no warning', () => {
    const severities = (mark: string) =>
      compile(`政策 试/trial { 施行 自 2019-01-01；来源 办法/measure「办法」{ 条「一」}
        角色 村里/village；实体 户/household { 字段 通水/water：真假；}
        标准 退出/exit 适用于 户 依据「一」{ 须 水/has_water 依据「一」：通水；}
        程序 退出程序/steps 适用于 户 依据「一」{ 步骤 核实/check 依据「一」${mark} { 期限 10月12日；} } }`).diagnostics.map(
        (d) => `${d.code} ${d.severity}`,
      )
    expect(severities('')).toEqual(['W712 warning'])
    expect(severities('照录「原文没有写」')).toEqual(['W712 info'])
  })
})
