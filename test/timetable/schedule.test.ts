import { describe, expect, it } from 'vitest'
import { formatDay } from '../../dsl/value/date.ts'
import { daysOf, procedureOf, timetableOf } from './fixture.ts'

const step = (id: string, body: string, head = '') => `步骤 ${id} ${head} 依据「一」{ 主体 村里；${body} }`

describe('the earliest timetable', () => {
  it('gives every act a day and every posting its days, one behind the other', () => {
    const { program } = procedureOf(
      [
        step('vote', '时段 10月12日 至 10月13日；'),
        step('check', ''),
        step('posting', '公示 不少于 7 天；'),
        step('tag', ''),
      ].join(''),
    )
    expect(daysOf(timetableOf(program))).toEqual([
      'vote 2019-10-12→2019-10-12',
      'check 2019-10-13→2019-10-13',
      'posting 2019-10-14→2019-10-20',
      'tag 2019-10-21→2019-10-21',
    ])
  })

  it('begins where it is told to, and waits for windows', () => {
    const { program } = procedureOf([step('vote', ''), step('posting', '时段 10月1日 至 10月31日；公示 不少于 5 天；')].join(''))
    expect(daysOf(timetableOf(program, 2019, {}, '2019-09-10'))).toEqual([
      'vote 2019-09-10→2019-09-10',
      'posting 2019-10-01→2019-10-05',
    ])
    expect(daysOf(timetableOf(program, 2019, {}, '2019-10-20'))).toEqual([
      'vote 2019-10-20→2019-10-20',
      'posting 2019-10-21→2019-10-25',
    ])
  })

  it('lets steps side by side share their days, and a join wait for the longer one', () => {
    const { program } = procedureOf(
      [
        step('vote', '时段 10月1日 至 10月2日；'),
        step('posting', '公示 不少于 7 天；'),
        step('report', '', '同时 posting'),
        step('decide', ''),
      ].join(''),
    )
    expect(daysOf(timetableOf(program))).toEqual([
      'vote 2019-10-01→2019-10-01',
      'posting 2019-10-02→2019-10-08',
      'report 2019-10-02→2019-10-02',
      'decide 2019-10-09→2019-10-09',
    ])
  })

  it('sees a step only behind those that can be needed with it', () => {
    const { program } = procedureOf(
      [
        step('vote', '时段 10月1日 至 10月2日；'),
        step('long', '公示 不少于 30 天；', '当 类别 = 纳入'),
        step('short', '', '当 类别 = 退出'),
        step('with_team', '', '当 类别 = 退出 且 有队'),
        step('without_team', '', '当 类别 = 退出 且 非 有队'),
        step('end', '', '当 类别 = 退出'),
      ].join(''),
    )
    expect(daysOf(timetableOf(program)).slice(2)).toEqual([
      'short 2019-10-02→2019-10-02',
      'with_team 2019-10-03→2019-10-03',
      'without_team 2019-10-03→2019-10-03',
      'end 2019-10-04→2019-10-04',
    ])
  })

  it('follows the readings: the first day, working days, what stands under a choice', () => {
    const { program } = procedureOf(
      `按 首日 { 取 计 { 计日 首日 计；} 取 不计 { 计日 首日 不计；} }
       按 首日 { 取 不计 { ${step('extra', '时段 10月1日 至 10月9日；')} } }
       ${step('posting', '时段 10月14日 至 10月31日；公示 不少于 7 天；')}`,
      '解释 首日/first 依据「一」{ 计/counted（默认）；不计/not_counted }',
    )
    expect(daysOf(timetableOf(program))).toEqual(['posting 2019-10-14→2019-10-20'])
    expect(daysOf(timetableOf(program, 2019, { first: 'not_counted' }))).toEqual([
      'extra 2019-10-01→2019-10-01',
      'posting 2019-10-14→2019-10-21',
    ])
  })

  it('says by when a step must be over for the rest to keep its days', () => {
    const { program } = procedureOf(
      [step('vote', '时段 10月1日 至 10月20日；'), step('posting', '公示 不少于 7 天；'), step('tag', '期限 10月15日；')].join(
        '',
      ),
    )
    const { slots } = timetableOf(program)
    expect([...slots.values()].map((slot) => formatDay(slot.latest!))).toEqual(['2019-10-07', '2019-10-14', '2019-10-15'])
  })

  it('takes the end of February as it is that year', () => {
    const { program } = procedureOf(step('vote', '时段 2月29日 至 2月底；'))
    expect(daysOf(timetableOf(program, 2019))).toEqual(['vote 2019-02-28→2019-02-28'])
    expect(daysOf(timetableOf(program, 2020))).toEqual(['vote 2020-02-29→2020-02-29'])
  })
})

describe('many branches', () => {
  it('are looked at in a moment, however many ways there are through them', () => {
    const facts = Array.from({ length: 26 }, (_, i) => `字段 「事${i}」/fact_${i}：真假；`).join('')
    const pairs = Array.from({ length: 26 }, (_, i) =>
      [step(`yes_${i}`, '', `当 「事${i}」`), step(`no_${i}`, '', `同时 yes_${i} 当 非 「事${i}」`)].join(''),
    )
    const { program } = procedureOf(pairs.join('') + step('end', ''), '', facts)
    expect(daysOf(timetableOf(program)).at(-1)).toMatch(/^end 2019-01-27/)
  })
})
