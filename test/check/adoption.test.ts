import { describe, expect, it } from 'vitest'
import { cites, county, order, programs, said, stepOf } from './procedure-programs.ts'
import { TERMS } from './procedure-text.ts'

describe('adopting', () => {
  it('a procedure: own steps in the place of adopted ones, new ones behind, what is left out gone', () => {
    const [procedure, ...others] = county().procedures
    expect(others).toEqual([])
    expect(procedure).toMatchObject({
      entity: 'household',
      roster: { field: 'village' },
      standard: 'county_exit',
      guard: { kind: 'compare' },
    })
    expect(cites(procedure!.cites)).toEqual(['plan 甲'])
    expect(order(procedure!)).toEqual({
      vote: [],
      verify: ['vote'],
      second_vote: ['verify'],
      posting: ['second_vote'],
      second_posting: ['posting'],
      apply: ['second_posting'],
      consult: ['verify', 'apply'],
      report: ['consult'],
      collect: ['consult'],
      'report.2': ['collect'],
      tag: ['report', 'report.2'],
      hand_back: ['tag'],
    })
    expect(procedure!.counting.map(({ firstDay, rollover }) => [firstDay, rollover])).toEqual([
      ['not_counted', undefined],
      ['counted', 'stays'],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('keeps clauses with their instruments, and copies from what was replaced', () => {
    const procedure = county().procedures[0]!
    const posting = stepOf(procedure, 'posting')
    expect(said(posting)).toMatchObject([
      ['actor.1', { roles: ['committees'] }],
      ['posting.1', { places: ['village_board'], length: { amount: 7, unit: 'day' } }],
      ['on_objection.1', { then: { kind: 'goto', step: 'verify' } }],
    ])
    expect(posting.acts.map((act) => cites(act.cites).join())).toEqual(['plan 甲', 'plan 甲', 'plan 甲'])
    expect(cites(stepOf(procedure, 'vote').cites)).toEqual(['measure 二'])
    // The second posting is the same as the posting, as the county has it.
    expect(said(stepOf(procedure, 'second_posting'))[1]).toMatchObject(['posting.1', { length: { unit: 'half_month' } }])
    expect(procedure.phases.map(({ id, cites: own, acts }) => [id, cites(own), acts.length])).toEqual([
      ['village_phase', ['plan 甲'], 1],
    ])
    expect(procedure.phases[0]!.acts[0]).toMatchObject({ window: { from: { month: 11, day: 1 } } })
    expect(stepOf(procedure, 'verify').phase).toBe('village_phase')
    expect(stepOf(procedure, 'second_vote').phase).toBe('village_phase')
  })

  it('amends an adopted step again and again, in its place and under its condition', () => {
    const level = (name: string, adopts: string, steps: string) => `程序 ${name} ${adopts} 依据「二」 { ${steps} }\n`
    const step = (name: string, rest: string) => `步骤 ${name} ${rest} 依据「二」 { 主体 村两委；公示 不少于 5 天；} `
    const base = [
      step('初评/first', '整单'),
      step('二评/second', '整单 同时 初评 当 有驻村工作队'),
      step('三评/third', '整单 同时 初评'),
      step('终评/last', '整单'),
    ].join('')
    const text = `政策 甲/one { 施行 自 2019-01-01；采用 程序用语；来源 办法/m { 条「二」 }
      ${level('一程/p', '适用于 户 名单 所在村', base)}
      ${level('二程/q', '沿用 一程', '步骤 二评/second 同 二评 依据「二」 { 公示 不少于 7 天；}')}
      ${level('三程/r', '沿用 二程', '删去 三评；步骤 二评 同 二评 依据「二」 { 公示 正好 9 天；}')} }`
    const [first, second, third] = programs(TERMS, text).get('one')!.procedures
    expect(order(first!)).toEqual({ first: [], second: [], third: [], last: ['first', 'second', 'third'] })
    expect(order(second!)).toEqual(order(first!))
    expect(order(third!)).toEqual({ first: [], 二评: [], last: ['first', '二评'] })
    const amendedStep = stepOf(third!, '二评')
    expect(amendedStep).toMatchObject({ scope: 'list', when: { kind: 'field', entity: 'village' } })
    expect(said(amendedStep)).toEqual([
      ['actor.1', { roles: ['committees'], combine: { mode: 'all' } }],
      ['posting.1', { places: [], length: { kind: 'duration', amount: 9, unit: 'day' }, exactly: true }],
    ])
  })

  it('a standard: items merged by name, the guard and the readings taken along', () => {
    const [standard, ...others] = county().standards
    expect(others).toEqual([])
    expect(standard).toMatchObject({ id: 'county_exit', entity: 'household', guard: { kind: 'compare' } })
    expect(standard!.items.map(({ id, cites: own, under }) => [id, cites(own).join(), under.length])).toEqual([
      ['qualified', 'plan 甲', 0],
      ['lenient', 'measure 一', 1],
      ['has_village', 'plan 甲', 0],
    ])
  })

  it('reaches what the adopted parts speak of', () => {
    const program = county()
    expect(program.papers.map(({ id }) => id)).toEqual(['annual_plan', 'form', 'first_list'])
    expect(program.readings.map(({ id }) => id)).toEqual(['day_reading', 'january'])
    expect(program.sources.map(({ id }) => id)).toEqual(['plan', 'measure'])
    expect(program.calendars.map(({ id }) => id)).toEqual(['holidays'])
  })
})
