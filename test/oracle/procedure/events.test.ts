import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../engine/procedure/types.ts'
import { act, caseOf, judged, line, procedureOf, standing, step } from './tiny.ts'

const goto = (to: string) => ({ kind: 'goto', step: to }) as const
const program = procedureOf([
  step('draft', []),
  step(
    'check',
    ['draft'],
    [
      line({ kind: 'on_fail', roles: [], then: goto('draft') }),
      line({ kind: 'on_refusal', roles: [], then: { kind: 'drop' } }),
      line({ kind: 'consent', roles: ['town'] }),
    ],
  ),
  step('show', ['check'], [line({ kind: 'on_objection', roles: ['office'], then: goto('check') })]),
])
const yes = { consents: [{ role: 'town', given: true }] }
const to = (last: number): CaseEvent[] =>
  [act('draft', '2019-03-01'), act('check', '2019-03-02', yes), act('show', '2019-03-03')].slice(0, last)
const objection: CaseEvent = { kind: 'objection', on: '2019-03-04', objection: 'o', subjects: ['a'], against: 'show' }
const settled = (result: 'upheld' | 'dismissed', by: string[]): CaseEvent => ({
  kind: 'resolution',
  on: '2019-03-05',
  objection: 'o',
  result,
  by,
})

describe('what happens to an act', () => {
  test.each<[string, CaseEvent[], string, string]>([
    [
      'a failure goes back',
      [...to(1), act('check', '2019-03-02', { ...yes, failed: ['a'] })],
      'a',
      'draft due, check not-yet, show not-yet: in-progress',
    ],
    [
      'for whom it failed only',
      [...to(1), act('check', '2019-03-02', { ...yes, failed: ['a'] })],
      'b',
      'draft done, check done, show due: in-progress',
    ],
    [
      'a refusal drops',
      [...to(1), act('check', '2019-03-02', { consents: [{ role: 'town', given: false }] })],
      'a',
      'draft done, check due, show not-needed: dropped',
    ],
    ['an objection holds', [...to(3), objection], 'a', 'draft done, check done, show due: in-progress'],
    ['an objection of another', [...to(3), objection], 'b', 'draft done, check done, show done: conformant'],
    ['dismissed', [...to(3), objection, settled('dismissed', ['office'])], 'a', 'draft done, check done, show done: conformant'],
    [
      'dismissed by anybody',
      [...to(3), objection, settled('dismissed', ['town'])],
      'a',
      'draft done, check done, show due: in-progress; resolver@4',
    ],
    ['upheld', [...to(3), objection, settled('upheld', ['office'])], 'a', 'draft done, check due, show not-yet: in-progress'],
    [
      'sent back',
      [...to(3), { kind: 'return', on: '2019-03-04', subjects: ['a'], to: 'check' }],
      'a',
      'draft done, check due, show not-yet: in-progress',
    ],
    [
      'sent back to where nothing goes back',
      [...to(2), { kind: 'return', on: '2019-03-04', subjects: ['a'], to: 'show' }],
      'a',
      'draft done, check done, show due: in-progress; return@2',
    ],
    [
      'dropped',
      [...to(2), { kind: 'drop', on: '2019-03-04', subjects: ['a'] }, act('show', '2019-03-05', { subjects: ['a'] })],
      'a',
      'draft done, check done, show not-needed: dropped; not-on-list@3',
    ],
    [
      'relisted',
      [
        ...to(2),
        { kind: 'drop', on: '2019-03-04', subjects: ['a'] },
        { kind: 'relist', on: '2019-03-05', subjects: ['a'] },
        act('show', '2019-03-05'),
      ],
      'a',
      'draft done, check done, show done: conformant',
    ],
  ])('%s', (_, events, subject, text) => expect(standing(program, events, '2019-06-01', subject)).toBe(text))

  test('a failure nothing is said about stays, until the act is repeated', () => {
    const plain = procedureOf([step('it', [])])
    expect(standing(plain, [act('it', '2019-03-01', { failed: ['a'] })], '2019-04-01')).toBe('it due: in-progress')
    const again = [act('it', '2019-03-01', { failed: ['a'] }), act('it', '2019-03-02')]
    expect(standing(plain, again, '2019-04-01')).toBe('it done: conformant')
  })

  test('returns are counted, and the case is what its subjects are', () => {
    const failed = act('check', '2019-03-02', { ...yes, failed: ['a'] })
    const found = judged(program, caseOf([...to(1), failed, act('show', '2019-03-03', { subjects: ['b'] })]), '2019-04-01')
    expect(found.subjects.map((one) => [one.returns, one.state])).toEqual([
      [1, 'in-progress'],
      [0, 'conformant'],
    ])
    expect(found.state).toBe('in-progress')
    const without = [
      ...to(1),
      act('check', '2019-03-02', {
        consents: [
          { role: 'town', given: false, subjects: ['a'] },
          { role: 'town', given: true, subjects: ['b'] },
        ],
      }),
    ]
    const rest = judged(program, caseOf([...without, act('show', '2019-03-03')]), '2019-04-01')
    expect([rest.state, ...rest.subjects.map((one) => one.state)]).toEqual(['conformant', 'dropped', 'conformant'])
  })
})
