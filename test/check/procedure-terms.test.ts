import { describe, expect, it } from 'vitest'
import { format } from '../../dsl/format/format.ts'
import { compile } from '../../dsl/pipeline.ts'
import { both, programs, province } from './procedure-programs.ts'
import { COUNTY, PROVINCE, TERMS } from './procedure-text.ts'

describe('what stands around procedures', () => {
  it('papers, places and calendars', () => {
    const { papers, places, calendars } = province()
    expect(papers.map(({ id, title, given, notSupplied }) => [id, title, given, notSupplied])).toEqual([
      ['annual_plan', '年度退出计划', true, false],
      ['form', undefined, false, true],
      ['first_list', undefined, false, false],
    ])
    expect(places.map(({ id }) => id)).toEqual(['village_board', 'system'])
    expect(calendars).toMatchObject([
      {
        id: 'holidays',
        from: '2019-01-01',
        to: '2019-12-31',
        rest: [{ from: '2019-10-01', to: '2019-10-07' }],
        work: [{ from: '2019-09-29', to: '2019-09-29' }],
        origin: '通知',
      },
    ])
  })

  it('effects', () => {
    expect(province().effects).toMatchObject([
      {
        id: 'after_exit',
        entity: 'household',
        procedure: 'exit_steps',
        lines: [
          {
            id: 'keep',
            force: 'shall',
            roles: ['county'],
            from: { kind: 'position', year: 1, month: 1, day: 1 },
            to: { kind: 'date', value: '2020-12-31' },
            text: '政策不变',
            cites: [{ article: '二' }],
          },
          { id: 'reward', force: 'may', roles: [], text: '给予奖励', cites: [{ article: '三' }] },
          { id: 'subsidy', force: 'ceases', when: { kind: 'not' } },
        ],
      },
    ])
  })

  it('the register', () => {
    expect(province().registers).toMatchObject([
      {
        id: 'household_register',
        entity: 'household',
        field: 'status',
        enum: 'state',
        states: [
          { id: 'poor', cites: [{ article: '一' }] },
          { id: 'exited', label: '脱贫', cites: [{ article: '二' }] },
        ],
        transitions: [
          { id: 'exit', from: ['poor', 'candidate'], to: 'exited', via: 'exit_steps', label: '退出', when: { kind: 'meets' } },
        ],
        forbidden: [{ id: 'not_this_year', from: ['poor'], to: 'exited', when: { kind: 'compare' } }],
        changes: [
          { direction: 1, values: ['birth'], label: '自然增加', removes: false, cites: [{ article: '一' }] },
          { direction: -1, values: ['death'], removes: true, cites: [{ article: '二' }] },
        ],
      },
    ])
  })

  it('targets and rankings', () => {
    const { targets, rankings } = province()
    expect(targets).toMatchObject([
      {
        id: 'persons',
        entity: 'household',
        tally: { kind: 'field', field: 'size' },
        goal: { literal: { value: '3300', unit: '人' } },
        until: { kind: 'position', year: 0, month: 12, day: 31 },
      },
      { id: 'households', when: { kind: 'field' }, goal: { literal: { value: '1000' } } },
    ])
    expect(rankings).toMatchObject([{ id: 'ranking', roles: ['reps'], order: 'low_first', by: { field: 'size' } }])
  })

  it('instruments replaced and digests of articles', () => {
    const { policy, sources } = province()
    expect(policy.supersedes).toEqual([
      { policy: '旧办法', from: '2018-05-01' },
      { policy: '另一旧办法', from: '2018-05-01' },
    ])
    expect(sources[0]!.articles[1]).toEqual({ article: '二', summary: '程序', digest: 'sha256:ab12' })
  })
})

describe('one meaning, many spellings', () => {
  const spellings = [
    ['English', { lang: 'en', spelling: 'dsl' }],
    ['YAML', { lang: 'zh', spelling: 'yaml' }],
    ['YAML with English words', { lang: 'en', spelling: 'yaml' }],
  ] as const

  it.each(spellings)('%s gives the same programs', (_what, how) => {
    const before = both()
    const compiled = compile([TERMS, PROVINCE, COUNTY].map((text, i) => ({ file: `${i}.policy`, text })))
    const ending = how.spelling === 'yaml' ? 'policy.yaml' : 'policy'
    const files = compiled.documents.map((document, i) => ({
      file: `${i}.${ending}`,
      text: format(document, { ...how, nameOf: (ref) => compiled.binding.nameOf(ref) }),
    }))
    const again = compile(files)
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const [id, program] of before) expect([id, again.programs.get(id)?.digest]).toEqual([id, program.digest])
  })

  it('another step is another program', () => {
    const digest = (text: string) => programs(TERMS, text).get('province')!.digest
    expect(digest(PROVINCE.replace('不少于 10 天', '不少于 9 天'))).not.toBe(digest(PROVINCE))
    expect(digest(PROVINCE.replace('3300 人', '3301 人'))).not.toBe(digest(PROVINCE))
    expect(digest(PROVINCE.replace('替代 旧办法', '替代 别的办法'))).toBe(digest(PROVINCE))
  })
})
