import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../engine/procedure/types.ts'
import { BOOLEAN, read, term } from '../tiny.ts'
import { judgeCase } from './index.ts'
import { act, caseOf, counts, days, judged, line, position, procedureOf, standing, step } from './tiny.ts'

const posting = line({ kind: 'posting', places: ['hall'], length: days(7) })
const chain = procedureOf([step('first', []), step('shown', ['first'], [posting]), step('last', ['shown'])])
const shown = act('shown', '2019-03-02', { until: '2019-03-08', places: ['hall'] })

describe('one step after another', () => {
  test.each<[string, CaseEvent[], string, string]>([
    ['nothing yet', [], '2019-03-01', 'first due, shown not-yet, last not-yet: in-progress'],
    ['the first', [act('first', '2019-03-01')], '2019-03-01', 'first done, shown due, last not-yet: in-progress'],
    ['unseen', [act('first', '2019-03-01')], '2019-02-28', 'first due, shown not-yet, last not-yet: in-progress'],
    ['running', [act('first', '2019-03-01'), shown], '2019-03-07', 'first done, shown due, last not-yet: in-progress'],
    ['its last day', [act('first', '2019-03-01'), shown], '2019-03-08', 'first done, shown done, last not-yet: in-progress'],
    ['after it', [act('first', '2019-03-01'), shown], '2019-03-09', 'first done, shown done, last due: in-progress'],
    [
      'on the last day of a posting',
      [act('first', '2019-03-01'), shown, act('last', '2019-03-08')],
      '2019-03-09',
      'first done, shown done, last breached: breached; order@2',
    ],
    [
      'after a posting',
      [act('first', '2019-03-02'), shown, act('last', '2019-03-09')],
      '2019-03-09',
      'first done, shown done, last done: conformant',
    ],
    [
      'cured by repeating',
      [act('first', '2019-03-02'), shown, act('last', '2019-03-08'), act('last', '2019-03-10')],
      '2019-03-11',
      'first done, shown done, last done: conformant',
    ],
    [
      'too short',
      [act('first', '2019-03-02'), { ...shown, until: '2019-03-07' }],
      '2019-03-07',
      'first done, shown breached, last not-yet: breached; short@1',
    ],
    [
      'not short while it runs',
      [act('first', '2019-03-02'), { ...shown, until: '2019-03-07' }],
      '2019-03-06',
      'first done, shown due, last not-yet: in-progress',
    ],
    [
      'without an end',
      [act('first', '2019-03-02'), act('shown', '2019-03-03')],
      '2019-05-01',
      'first done, shown due, last not-yet: in-progress',
    ],
    [
      'by days, not by the file',
      [shown, act('first', '2019-03-01')],
      '2019-03-09',
      'first done, shown done, last due: in-progress',
    ],
    [
      'on one day as the file has it',
      [{ ...shown, on: '2019-03-01' }, act('first', '2019-03-01')],
      '2019-03-09',
      'first done, shown breached, last not-yet: breached; order@0',
    ],
    [
      'told twice',
      [act('first', '2019-03-01'), act('first', '2019-03-01')],
      '2019-03-01',
      'first done, shown due, last not-yet: in-progress; duplicate@1',
    ],
  ])('%s', (_, events, on, text) => expect(standing(chain, events, on)).toBe(text))

  test('what is not needed is replaced by what comes before it; what is open is waited for', () => {
    const program = procedureOf([step('first', []), step('maybe', ['first'], [], { when: read('a') }), step('last', ['maybe'])])
    const events = [act('last', '2019-03-01')]
    const at = (facts: Record<string, unknown>) =>
      judged(program, caseOf(events, { subjects: [{ id: 'a', facts }] }), '2019-04-01')
    const states = (facts: Record<string, unknown>) => at(facts).subjects[0]!.steps.map((one) => one.state)
    expect(states({ a: false })).toEqual(['due', 'not-needed', 'breached'])
    expect(states({})).toEqual(['due', 'unclear', 'breached'])
    const both = [act('first', '2019-02-01'), ...events]
    const done = judged(program, caseOf(both, { subjects: [{ id: 'a', facts: { a: false } }] }), '2019-04-01')
    expect(done.state).toBe('conformant')
  })

  test('the list’s own record decides for steps of the whole list', () => {
    const guarded = step('first', [], [], { scope: 'list', when: read('b', 0, BOOLEAN, 'home') })
    const program = procedureOf([guarded], { roster: { field: 'place', entity: 'home' } })
    const states = (list: Record<string, unknown>, facts: Record<string, unknown>) =>
      judged(program, caseOf([], { list, subjects: [{ id: 'a', facts }] }), '2019-04-01').subjects[0]!.state
    expect(states({ b: false }, { b: true })).toBe('not-applicable')
    expect(states({ b: true }, { b: false })).toBe('in-progress')
  })
})

describe('days', () => {
  const window = line({ kind: 'window', window: { from: position(10, 1), to: position(10, 20) } })
  const within = line({ kind: 'due', deadline: { kind: 'after', length: days(1, 'week'), step: 'first' } })
  const timed = procedureOf([step('first', [], [window]), step('then', ['first'], [within])])

  test.each<[CaseEvent[], string, string]>([
    [[], '2019-09-30', 'first not-yet, then not-yet: in-progress'],
    [[], '2019-10-20', 'first due, then not-yet: in-progress'],
    [[], '2019-10-21', 'first overdue, then not-yet: breached'],
    [[act('first', '2019-09-30')], '2019-10-21', 'first breached, then overdue: breached; early@0'],
    [[act('first', '2019-10-20')], '2019-10-26', 'first done, then due: in-progress'],
    [[act('first', '2019-10-20')], '2019-10-27', 'first done, then overdue: breached'],
    [[act('first', '2019-10-20'), act('then', '2019-10-26')], '2019-10-27', 'first done, then done: conformant'],
    [[act('first', '2019-10-20'), act('then', '2019-10-27')], '2019-10-27', 'first done, then breached: breached; late@1'],
    [[act('first', '2019-10-21')], '2019-10-27', 'first breached, then due: breached; late@0'],
    [
      [act('first', '2019-10-19', { until: '2019-10-22' }), act('first', '2019-10-20')],
      '2019-10-23',
      'first breached, then due: breached; late@0',
    ],
  ])('%j on %s', (events, on, text) => expect(standing(timed, events, on)).toBe(text))

  test('the first 计日 line in force that says a thing counts for it', () => {
    const under = [{ reading: 'r', choice: 'other' }]
    const counting = [
      counts({ firstDay: 'not_counted', under }),
      counts({ firstDay: 'counted' }),
      counts({ firstDay: 'not_counted' }),
    ]
    const choices = [term('usual'), term('other')]
    const readings = [{ ...term('r'), cites: [], choices, chosen: 'usual' }]
    const program = procedureOf([step('shown', [], [posting])], { counting }, { readings })
    const at = (choice: string) =>
      judged(program, caseOf([act('shown', '2019-03-02', { until: '2019-03-08', places: ['hall'] })]), '2019-03-09', {
        r: choice,
      })
    expect(at('usual').state).toBe('conformant')
    expect(at('other').subjects[0]!.steps[0]!.breaches.map((one) => one.code)).toEqual(['short'])
  })

  test.each<[string, CaseEvent[], Record<string, unknown>]>([
    ['an unknown step', [act('nowhere', '2019-03-01')], {}],
    ['an unknown role', [act('first', '2019-03-01', { by: ['king'] })], {}],
    ['an unknown subject', [act('first', '2019-03-01', { subjects: ['z'] })], {}],
    ['a day that does not exist', [act('first', '2019-02-30')], {}],
    ['an end before its beginning', [act('first', '2019-03-02', { until: '2019-03-01' })], {}],
    ['before the case', [act('first', '2019-03-02')], { opened: '2019-03-03' }],
    ['before it joined', [act('first', '2019-03-02', { subjects: ['a'] })], { subjects: [{ id: 'a', joined: '2019-03-03' }] }],
    ['too many ballots', [act('first', '2019-03-02', { present: 3, ballots: { a: { yes: 2, no: 1, abstain: 1 } } })], {}],
    ['an objection nobody raised', [{ kind: 'resolution', on: '2019-03-02', objection: 'o', result: 'upheld' }], {}],
  ])('%s is refused', (_, events, more) => expect(judgeCase(timed, caseOf(events, more), '2019-12-01').kind).toBe('refused'))
})
