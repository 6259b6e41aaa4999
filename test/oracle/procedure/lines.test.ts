import { describe, expect, test } from 'vitest'
import type { Act } from '../../../dsl/lower/program-procedure.ts'
import type { ActEvent, CaseEvent } from '../../../engine/procedure/types.ts'
import { num, read } from '../tiny.ts'
import { act, caseOf, days, judged, line, procedureOf, standing, step } from './tiny.ts'

const all = { mode: 'all' } as const
const vote = line({
  kind: 'vote',
  bodies: ['village'],
  base: 'present',
  threshold: { strict: true, value: num('1/2') },
  quorum: num('2/3'),
})
const held: Partial<ActEvent> = { by: ['village'], present: 10, eligible: 15 }
const ballots = (yes: number, no: number) => ({ ballots: { a: { yes, no } } })

describe('what an act has to show', () => {
  test.each<[string, Act, Partial<ActEvent>, string]>([
    ['all roles', line({ kind: 'actor', roles: ['office', 'town'], combine: all }), { by: ['office'] }, 'actor'],
    ['any role', line({ kind: 'actor', roles: ['office', 'town'], combine: { mode: 'any' } }), { by: ['office'] }, ''],
    [
      'N roles',
      line({ kind: 'attend', roles: ['office', 'town', 'village'], combine: { mode: 'at_least', n: 2 } }),
      { attended: ['town', 'office'] },
      '',
    ],
    [
      'too few people',
      line({ kind: 'actor', roles: ['office'], combine: all, persons: 2 }),
      { by: ['office'], persons: 1 },
      'persons',
    ],
    ['people not counted', line({ kind: 'actor', roles: ['office'], combine: all, persons: 2 }), { by: ['office'] }, 'persons'],
    ['a paper', line({ kind: 'uses', papers: ['list'], naming: true }), { papers: ['list'] }, ''],
    ['no paper', line({ kind: 'uses', papers: ['list'], naming: true }), {}, 'paper'],
    ['no output', line({ kind: 'produces', papers: ['list', 'form'] }), { papers: ['list'] }, 'output'],
    ['a place', line({ kind: 'announcement', places: ['hall', 'gate'] }), { places: ['hall'] }, 'place'],
    ['exactly', line({ kind: 'posting', places: [], length: days(3), exactly: true }), { until: '2019-03-05' }, 'long'],
    ['more than half', vote, { ...held, ...ballots(6, 4) }, ''],
    ['no counts', vote, held, 'ballot'],
    ['no base', vote, { by: ['village'], eligible: 15, ...ballots(6, 4) }, 'quorum ballot'],
    ['no quorum', vote, { ...held, eligible: 16, ...ballots(6, 4) }, 'quorum'],
    ['nobody entitled', vote, { ...held, present: 0, eligible: 0, ...ballots(0, 0) }, 'quorum'],
    ['no body', vote, { ...held, by: [], ...ballots(6, 4) }, 'body'],
    [
      'no answer',
      line({ kind: 'consent', roles: ['town'] }),
      { consents: [{ role: 'town', given: true, subjects: ['b'] }] },
      'consent',
    ],
    [
      'no signature',
      line({ kind: 'signatures', parties: [{ roles: ['town', 'office'], combine: all, proxy: false }] }),
      { signatures: [{ role: 'town' }] },
      'signature',
    ],
    [
      'a proxy',
      line({ kind: 'signatures', parties: [{ roles: ['town'], combine: all, proxy: false }] }),
      { signatures: [{ role: 'town', proxy: 'x' }] },
      'proxy',
    ],
    ['told', line({ kind: 'notify', roles: ['town'] }), { notified: ['office'] }, 'notify'],
    ['kept', line({ kind: 'archive', roles: ['town'] }), { archived: ['town'] }, ''],
    ['filed', line({ kind: 'filing', roles: ['town'] }), {}, 'filing'],
    [
      'a register act',
      line({ kind: 'registers', act: 'label', label: '脱贫', places: ['hall'] }),
      { registered: { act: 'label', label: '脱贫', place: 'gate' } },
      'register',
    ],
    ['half the list', line({ kind: 'sample', share: num('1/2'), strata: [] }), { sampled: ['b'] }, ''],
    ['too few of the list', line({ kind: 'sample', share: num('2/3'), strata: [] }), { sampled: ['b'] }, 'sample'],
  ])('%s', (_, one, more, codes) => {
    const found = judged(procedureOf([step('it', [], [one])]), caseOf([act('it', '2019-03-02', more)]), '2019-12-01')
    expect(found.subjects[0]!.steps[0]!.breaches.map((breach) => breach.code).join(' ')).toBe(codes)
  })

  test('a stratum breaks the sample for all it covers; unknown it leaves it unclear', () => {
    const strata = [{ id: 's', zh: 's', en: 's', span: { file: '', start: 0, end: 0 }, condition: read('a'), cites: [] }]
    const program = procedureOf([step('it', [], [line({ kind: 'sample', strata })])])
    const states = (facts: Record<string, unknown>) =>
      judged(
        program,
        caseOf([act('it', '2019-03-02', { sampled: ['a'] })], { subjects: [{ id: 'a' }, { id: 'b', facts }] }),
        '2019-04-01',
      ).subjects.map((one) => one.steps[0]!.state)
    expect(states({ a: true })).toEqual(['breached', 'breached'])
    expect(states({ a: false })).toEqual(['done', 'done'])
    expect(states({})).toEqual(['unclear', 'unclear'])
  })

  test('a supply has to name the subject where the list must', () => {
    const program = procedureOf([step('it', [], [line({ kind: 'uses', papers: ['list'], naming: true })])])
    const supply: CaseEvent = { kind: 'paper', on: '2019-03-01', paper: 'list', names: ['b'] }
    expect(standing(program, [supply, act('it', '2019-03-02')], '2019-04-01')).toBe('it breached: breached; naming@1')
    expect(standing(program, [supply, act('it', '2019-03-02')], '2019-04-01', 'b')).toBe('it done: conformant')
  })

  test('a reply that is late stays late; one that is missing keeps the act open', () => {
    const program = procedureOf([step('it', [], [line({ kind: 'consult', roles: ['town'], within: days(3) })])])
    const asked = (on: string | undefined) => [
      act('it', '2019-03-01', on === undefined ? {} : { replies: [{ role: 'town', on }] }),
    ]
    expect(standing(program, asked('2019-03-03'), '2019-03-03')).toBe('it done: conformant')
    expect(standing(program, asked('2019-03-03'), '2019-03-02')).toBe('it due: in-progress')
    expect(standing(program, asked(undefined), '2019-03-04')).toBe('it overdue: breached')
    const late = asked('2019-03-04')
    expect(standing(program, late, '2019-03-04')).toBe('it breached: breached; reply@0')
    const again = [...late, act('it', '2019-03-05', { replies: [{ role: 'town', on: '2019-03-05' }] })]
    expect(standing(program, again, '2019-03-05')).toBe('it breached: breached; reply@0')
  })
})
