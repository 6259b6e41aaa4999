import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { inForce } from '../../engine/versions/in-force.ts'

interface Head {
  readonly id: string
  readonly version?: string
  readonly from?: string
  readonly to?: string
  readonly place?: string
  readonly supersedes?: Program['policy']['supersedes']
}

/** A program of which only the head matters. */
function program({ id, version, from, to, place, supersedes = [] }: Head): Program {
  const { programs } = compile(policyText({ id: 'p', from: '2016-01-01' }))
  const base = programs.get('p')!
  return {
    ...base,
    policy: {
      ...base.policy,
      id,
      zh: `办法${id}`,
      ...(version === undefined ? {} : { version }),
      ...(place === undefined ? {} : { jurisdiction: place }),
      inForce: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      supersedes,
    },
  }
}

function policyText({ id, version, from, to }: Head, line = 3700): string {
  return `政策 办法/${id} {
  ${version === undefined ? '' : `版本 ${version}；`}施行 自 ${from}${to === undefined ? '' : ` 至 ${to}`}；
  来源 办法/measure { 条「一」 }
  实体 户/household { 字段 收入/income：金额 元/人·年，范围 0 至 1000000 }
  标准 退出/exit 适用于 户 依据「一」{ 须 收入达标/income_line 依据「一」：收入 超过 ${line}；}
}
`
}

const chosen = (result: ReturnType<typeof inForce>) =>
  result.kind === 'one' ? `${result.program.policy.id}@${result.program.policy.version ?? ''}` : result.kind
const standings = (result: ReturnType<typeof inForce>) => result.candidates.map((one) => one.standing)

describe('the policy in force', () => {
  it('is the one whose days hold the date, both ends included', () => {
    const two = [program({ id: 'a', from: '2016-05-01', to: '2018-12-31' }), program({ id: 'b', from: '2019-01-01' })]
    expect(['2016-05-01', '2018-12-31', '2019-01-01', '2030-01-01'].map((day) => chosen(inForce(two, day)))).toEqual([
      ...['a@', 'a@', 'b@', 'b@'],
    ])
    const before = inForce(two, '2016-04-30')
    expect([before.kind, standings(before)]).toEqual(['none', ['not-yet', 'not-yet']])
    expect(before.candidates[0]).toMatchObject({ id: 'a', from: '2016-05-01', to: '2018-12-31' })
    expect(inForce([], '2019-01-01')).toEqual({ kind: 'none', candidates: [] })
  })

  it('is the later of two that hold, where the later says 替代, from its day on', () => {
    const draft = program({ id: 'draft', from: '2018-01-01' })
    const formal = program({ id: 'formal', from: '2018-07-01', supersedes: [{ policy: 'draft' }] })
    expect(chosen(inForce([draft, formal], '2018-06-30'))).toBe('draft@')
    expect(chosen(inForce([draft, formal], '2018-07-01'))).toBe('formal@')
    const later = { ...formal, policy: { ...formal.policy, supersedes: [{ policy: '办法draft', from: '2018-09-01' }] } }
    expect(chosen(inForce([draft, later], '2018-08-31'))).toBe('several')
    expect(chosen(inForce([later, draft], '2018-09-01'))).toBe('formal@')
    // what was replaced does not come back when the replacement ends
    const ended = { ...formal, policy: { ...formal.policy, inForce: { from: '2018-07-01', to: '2018-12-31' } } }
    const after = inForce([draft, ended], '2019-01-01')
    expect([after.kind, standings(after)]).toEqual(['none', ['superseded', 'ended']])
    expect(after.candidates[0]!.by).toEqual({ id: 'formal', since: '2018-07-01' })
  })

  it('is the later version of one instrument, from its first day on', () => {
    const versions = [
      program({ id: 'm', version: '2', from: '2018-01-01', supersedes: [{ policy: 'm' }] }),
      program({ id: 'm', version: '1', from: '2016-01-01' }),
      program({ id: 'm', version: '3', from: '2020-01-01', supersedes: [{ policy: 'm' }] }),
    ]
    expect(['2017-12-31', '2018-01-01', '2019-12-31', '2020-01-01'].map((day) => chosen(inForce(versions, day)))).toEqual([
      ...['m@1', 'm@2', 'm@2', 'm@3'],
    ])
    const same = [program({ id: 'm', version: '1', from: '2016-01-01' }), program({ id: 'm', version: '2', from: '2016-01-01' })]
    expect(chosen(inForce(same, '2017-01-01'))).toBe('several')
  })

  it('two that replace each other leave none', () => {
    const a = program({ id: 'a', from: '2016-01-01', supersedes: [{ policy: 'b' }] })
    const b = program({ id: 'b', from: '2016-01-01', supersedes: [{ policy: 'a' }] })
    expect(inForce([a, b], '2017-01-01').kind).toBe('none')
  })

  it('is the nearest of a place and of what it belongs to', () => {
    const all = [
      program({ id: 'nation', from: '2016-01-01' }),
      program({ id: 'province', from: '2016-01-01', place: '410000' }),
      program({ id: 'county', from: '2018-01-01', place: '410122' }),
      program({ id: 'other', from: '2016-01-01', place: '210000' }),
    ]
    const at = (jurisdiction: string, day = '2019-01-01') => chosen(inForce(all, day, { jurisdiction }))
    expect([at('410122'), at('410122', '2017-01-01'), at('410100'), at('210100'), at('330000')]).toEqual([
      ...['county@', 'province@', 'province@', 'other@', 'nation@'],
    ])
    expect(chosen(inForce(all, '2019-01-01'))).toBe('several')
    expect(chosen(inForce(all, '2019-01-01', { id: 'other' }))).toBe('other@')
    expect(chosen(inForce(all, '2019-01-01', { id: '办法other' }))).toBe('other@')
    expect(inForce(all, '2019-01-01', { id: 'nobody' })).toEqual({ kind: 'none', candidates: [] })
  })
})

describe('versions of one instrument in one workspace', () => {
  const files = (one: Head, other: Head) => [
    { file: 'one.policy', text: policyText(one) },
    { file: 'other.policy', text: policyText(other, 4000) },
  ]
  it('are both compiled', () => {
    const { programs, diagnostics } = compile(
      files({ id: 'm', version: '1', from: '2016-01-01' }, { id: 'm', version: '2', from: '2018-01-01' }),
    )
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    expect([...programs.keys()]).toEqual(['m', 'm@2'])
    expect(chosen(inForce(programs.values(), '2019-01-01'))).toBe('m@2')
  })

  it('are refused where no version, or the same, tells them apart', () => {
    const codes = (one: Head, other: Head) => compile(files(one, other)).diagnostics.map((found) => found.code)
    expect(codes({ id: 'm', from: '2016-01-01' }, { id: 'm', version: '2', from: '2018-01-01' })).toContain('N203')
    expect(codes({ id: 'm', version: '2', from: '2016-01-01' }, { id: 'm', version: '2', from: '2018-01-01' })).toContain('N203')
  })
})
