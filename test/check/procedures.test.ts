import { describe, expect, it } from 'vitest'
import { cites, order, province, said, stepOf } from './procedure-programs.ts'

describe('a procedure', () => {
  const procedure = () => province().procedures[0]!

  it('has its list, its standard and its guard', () => {
    const { entity, roster, standard, guard, cites: own } = procedure()
    expect({ entity, roster, standard }).toEqual({
      entity: 'household',
      roster: { field: 'village', entity: 'village' },
      standard: 'household_exit',
    })
    expect(guard).toMatchObject({ kind: 'compare', op: 'eq', left: { kind: 'field', field: 'status', place: { depth: 0 } } })
    expect(cites(own)).toEqual(['measure 二'])
  })

  it('counts days line by line, with the readings they stand under', () => {
    expect(procedure().counting).toEqual([
      {
        id: 'counting.1',
        under: [],
        cites: [{ source: 'measure', article: '二' }],
        firstDay: 'counted',
        rollover: 'stays',
        calendar: 'holidays',
      },
      {
        id: 'counting.2',
        under: [{ reading: 'day_reading', choice: 'calendar' }],
        cites: [{ source: 'measure', article: '二' }],
        days: 'calendar',
      },
      {
        id: 'counting.3',
        under: [{ reading: 'day_reading', choice: 'working' }],
        cites: [{ source: 'measure', article: '三' }],
        days: 'working',
      },
    ])
  })

  it('has phases with their windows', () => {
    const [phase] = procedure().phases
    expect(phase).toMatchObject({ id: 'village_phase', under: [], acts: [{ id: 'window.1', kind: 'window' }] })
    expect(phase!.acts[0]).toMatchObject({
      window: {
        from: { kind: 'position', year: 0, month: 10, day: 1 },
        to: { kind: 'position', year: 0, month: 11, day: 'end' },
      },
    })
  })

  it('puts steps one after another, in groups and over the arms of a reading', () => {
    expect(order(procedure())).toEqual({
      vote: [],
      verify: ['vote'],
      posting: ['verify'],
      second_posting: ['posting'],
      apply: ['second_posting'],
      consult: ['verify', 'apply'],
      sample: ['verify', 'apply'],
      report: ['consult', 'sample'],
      collect: ['consult', 'sample'],
      'report.2': ['collect'],
      tag: ['report', 'report.2'],
    })
    expect(procedure().steps.map(({ id, scope, phase }) => [id, scope, phase])).toEqual([
      ['vote', 'list', 'village_phase'],
      ['verify', 'each', 'village_phase'],
      ['posting', 'list', undefined],
      ['second_posting', 'list', undefined],
      ['apply', 'list', undefined],
      ['consult', 'list', undefined],
      ['sample', 'list', undefined],
      ['report', 'list', undefined],
      ['collect', 'list', undefined],
      ['report.2', 'list', undefined],
      ['tag', 'each', undefined],
    ])
  })

  it('says every demand of a step with its clause', () => {
    const vote = stepOf(procedure(), 'vote')
    expect(said(vote)).toMatchObject([
      ['window.1', { window: { to: { kind: 'position', year: 1, month: 1, day: 10 } } }],
      ['actor.1', { roles: ['committees'], combine: { mode: 'any' }, persons: 2 }],
      [
        'attend.1',
        { roles: ['reps'], combine: { mode: 'all' }, when: { kind: 'field', entity: 'village', place: { depth: 0 } } },
      ],
      ['uses.1', { papers: ['annual_plan'], naming: true }],
      ['uses.2', { papers: ['form'], naming: false }],
      ['produces.1', { papers: ['first_list'] }],
      [
        'vote.1',
        {
          bodies: ['reps'],
          base: 'present',
          threshold: { strict: true, value: { literal: { kind: 'number', value: '1/2', unit: '' } } },
          quorum: { literal: { value: '2/3' } },
        },
      ],
      ['on_fail.1', { roles: [], then: { kind: 'drop' } }],
    ])
    expect(vote.acts.map((act) => cites(act.cites).join())).toEqual(
      vote.acts.map(({ kind }) => (kind === 'attend' ? 'measure 三' : 'measure 二')),
    )
  })

  it('reads the subject in steps for each, and the list in the others', () => {
    expect(stepOf(procedure(), 'verify').when).toMatchObject({
      kind: 'not',
      operand: { kind: 'field', entity: 'village', place: { kind: 'member', entity: 'household', field: 'village' } },
    })
    const sample = stepOf(procedure(), 'sample').acts.find((act) => act.kind === 'sample')!
    expect(sample).toMatchObject({
      share: { literal: { value: '1/20' } },
      strata: [{ id: 'returned_ones', cites: [{ article: '三' }], condition: { kind: 'has', operand: { entity: 'household' } } }],
    })
  })

  it('copies what a step is the same as, and changes what is said anew', () => {
    const second = stepOf(procedure(), 'second_posting')
    expect(second.sameAs).toBe('posting')
    expect(cites(second.cites)).toEqual(['measure 三'])
    expect(said(second)).toEqual([
      ['actor.1', { roles: ['county'], combine: { mode: 'all' } }],
      ['posting.1', { places: ['village_board'], length: { kind: 'duration', amount: 1, unit: 'half_month' }, exactly: true }],
      ['on_objection.1', { roles: ['committees', 'team'], then: { kind: 'goto', step: 'verify' } }],
    ])
    expect(second.acts.map((act) => cites(act.cites).join())).toEqual(['measure 二', 'measure 三', 'measure 三'])
  })

  it('has deadlines on days, from steps and by readings', () => {
    expect(said(stepOf(procedure(), 'apply')).slice(1)).toEqual([
      ['due.1', { deadline: { kind: 'after', length: { kind: 'duration', amount: 1, unit: 'week' }, step: 'second_posting' } }],
      [
        'due.2',
        {
          deadline: {
            kind: 'on',
            day: {
              kind: 'reading',
              reading: 'january',
              arms: [
                { choice: 'year_end', value: { kind: 'position', year: 0, month: 12, day: 31 } },
                { choice: 'month_end', value: { kind: 'position', year: 1, month: 1, day: 'end' } },
              ],
            },
          },
        },
      ],
    ])
  })

  it('keeps lines and steps under the choices they were written for', () => {
    const under = (choice: string) => [{ reading: 'january', choice }]
    expect(procedure().steps.flatMap((step) => (step.under.length > 0 ? [[step.id, step.under]] : []))).toEqual([
      ['report', under('year_end')],
      ['collect', under('month_end')],
      ['report.2', under('month_end')],
    ])
    expect(stepOf(procedure(), 'report.2').acts.map((act) => [act.id, act.under])).toEqual([
      ['actor.1', []],
      ['announcement.1', [{ reading: 'day_reading', choice: 'calendar' }]],
      ['announcement.2', [{ reading: 'day_reading', choice: 'working' }]],
    ])
    // Which 上报 the period counts from depends on the reading.
    expect(
      stepOf(procedure(), 'tag').acts.flatMap((act) => (act.kind === 'due' ? [[act.id, act.under, act.deadline]] : [])),
    ).toEqual([
      ['due.1', under('year_end'), { kind: 'after', length: { kind: 'duration', amount: 3, unit: 'day' }, step: 'report' }],
      ['due.2', under('month_end'), { kind: 'after', length: { kind: 'duration', amount: 3, unit: 'day' }, step: 'report.2' }],
    ])
  })

  it('has signatures, replies and register acts', () => {
    expect(said(stepOf(procedure(), 'tag')).slice(1, 4)).toEqual([
      [
        'signatures.1',
        {
          stated: 2,
          parties: [
            { roles: ['head'], combine: { mode: 'all' }, proxy: true },
            { roles: ['committees', 'county'], combine: { mode: 'at_least', n: 1 }, proxy: false },
          ],
        },
      ],
      ['registers.1', { act: 'label', label: '脱贫', places: ['system'] }],
      ['archive.1', { roles: ['committees', 'county'] }],
    ])
    expect(said(stepOf(procedure(), 'consult')).slice(1)).toEqual([
      ['consult.1', { roles: ['county'], within: { kind: 'duration', amount: 5, unit: 'workday' } }],
      ['notify.1', { roles: ['head'] }],
    ])
  })
})
