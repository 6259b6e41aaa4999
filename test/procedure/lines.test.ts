import { describe, expect, it } from 'vitest'
import * as b from '../engine/build.ts'
import * as p from './build.ts'
import { act, caseOf, line, statusOn, stepOf } from './call.ts'

const on = '2020-03-01'
const half = b.num('1/2', '')
const two = { id: 'h' }
const other = { id: 'k' }

/** Lines of step a, an act of it, and the codes found; none: done. */
type Row = readonly [what: string, lines: readonly p.Line[], act: Record<string, unknown>, codes: readonly string[]]

const window = [p.window(p.at(10, 12), p.at(10, 14))]
const newYear = [p.window(p.at(12, 'end'), p.at(1, 10, 1))]
const leap = [p.window(p.at(2, 29), p.at(2, 29))]
const posted = [p.posting(p.span(7), { places: ['board'] })]
const exact = [p.posting(p.span(7), { exactly: true })]
const voting = [p.vote({ bodies: ['reps'], base: 'present', threshold: { strict: true, value: half }, quorum: b.num('2/3', '') })]
const met = { attended: ['reps'], present: 20, eligible: 30 }
const signed = [
  p.signatures({ roles: ['head'], proxy: true }, { roles: ['helper'] }, { roles: ['team', 'secretary'], combine: p.ANY }),
]
const sig = (role: string, proxy?: string) => ({ role, ...(proxy && { proxy }) })
const asked = [p.consult(['police', 'housing'], p.span(10))]
const reply = (role: string, day: string) => ({ role, on: day })
const label = [p.registers('label', '脱贫', 'system')]

const ROWS: readonly Row[] = [
  ['a window, its first day', window, { on: '2019-10-12' }, []],
  ['a window, its last day', window, { on: '2019-10-14' }, []],
  ['a window, a day early', window, { on: '2019-10-11' }, ['early']],
  ['a window, a day late', window, { on: '2019-10-15' }, ['late']],
  ['a window, begun within and ended after', window, { on: '2019-10-14', until: '2019-10-15' }, ['late']],
  ['a window across New Year', newYear, { on: '2019-12-31', until: '2020-01-10' }, []],
  ['a window across New Year, late', newYear, { on: '2020-01-11' }, ['late']],
  ['the last of February', leap, { on: '2019-02-28' }, []],
  ['a fixed day', [p.dueOn(p.date('2019-11-30'))], { on: '2019-11-30' }, []],
  ['a fixed day, late', [p.dueOn(p.date('2019-11-30'))], { on: '2019-12-01' }, ['late']],
  ['all actors', [p.actor(['committees', 'team'])], { by: ['team', 'committees', 'head'] }, []],
  ['an actor missing', [p.actor(['committees', 'team'])], { by: ['committees'] }, ['actor']],
  ['any actor', [p.actor(['committees', 'team'], { combine: p.ANY })], { by: ['team'] }, []],
  ['no actor', [p.actor(['committees', 'team'], { combine: p.ANY })], { by: ['head'] }, ['actor']],
  [
    'two of three',
    [p.actor(['committees', 'team', 'head'], { combine: { mode: 'at_least', n: 2 } })],
    { by: ['team', 'head'] },
    [],
  ],
  [
    'one of three',
    [p.actor(['committees', 'team', 'head'], { combine: { mode: 'at_least', n: 2 } })],
    { by: ['team'] },
    ['actor'],
  ],
  ['people enough', [p.actor(['team'], { persons: 3 })], { by: ['team'], persons: 3 }, []],
  ['people too few', [p.actor(['team'], { persons: 3 })], { by: ['team'], persons: 2 }, ['persons']],
  ['people not counted', [p.actor(['team'], { persons: 3 })], { by: ['team'] }, ['persons']],
  ['there', [p.attend(['reps'])], { attended: '字reps' }, []],
  ['not there but acting', [p.attend(['reps'])], { by: ['reps'] }, ['attend']],
  ['its own paper', [p.uses(['form'])], { papers: ['form'] }, []],
  ['no paper', [p.uses(['form'])], {}, ['paper']],
  ['an output', [p.produces('list')], { papers: ['list'] }, []],
  ['no output', [p.produces('list', 'notice')], { papers: ['list'] }, ['output']],
  ['seven days', posted, { on: '2019-10-01', until: '2019-10-07', places: ['board'] }, []],
  ['six days', posted, { on: '2019-10-01', until: '2019-10-06', places: ['board'] }, ['short']],
  ['eight days', posted, { on: '2019-10-01', until: '2019-10-08', places: ['board', 'gate'] }, []],
  ['another place', posted, { on: '2019-10-01', until: '2019-10-07', places: ['gate'] }, ['place']],
  ['exactly seven', exact, { on: '2019-10-01', until: '2019-10-07' }, []],
  ['one too many', exact, { on: '2019-10-01', until: '2019-10-08' }, ['long']],
  ['one too few', exact, { on: '2019-10-01', until: '2019-10-06' }, ['short']],
  ['posted across New Year', [p.posting(p.span(10))], { on: '2019-12-28', until: '2020-01-06' }, []],
  ['a day short across New Year', [p.posting(p.span(10))], { on: '2019-12-28', until: '2020-01-05' }, ['short']],
  ['no length asked', [p.posting(undefined, { places: ['board'] })], { places: ['board'] }, []],
  ['a majority', voting, { ...met, ballots: { h: { yes: 11, no: 9 } } }, []],
  ['no counts', voting, met, ['ballot']],
  ['nobody present counted', voting, { attended: ['reps'], ballots: { h: { yes: 1, no: 0 } } }, ['ballot', 'quorum']],
  ['too few came', voting, { ...met, present: 19, ballots: { h: { yes: 11, no: 8 } } }, ['quorum']],
  ['the wrong body', voting, { ...met, attended: ['head'], ballots: { h: { yes: 11, no: 9 } } }, ['body']],
  [
    'consent',
    [p.consent('head', 'helper')],
    {
      consents: [
        { role: 'head', given: true },
        { role: 'helper', given: '是' },
      ],
    },
    [],
  ],
  ['one answer', [p.consent('head', 'helper')], { consents: [{ role: 'head', given: true }] }, ['consent']],
  ['an answer for another', [p.consent('head')], { consents: [{ role: 'head', given: true, subjects: ['k'] }] }, ['consent']],
  ['an answer for this one', [p.consent('head')], { consents: [{ role: 'head', given: true, subjects: ['h'] }] }, []],
  ['all parties', signed, { signatures: [sig('head'), sig('helper'), sig('team')] }, []],
  ['a proxy allowed', signed, { signatures: [sig('head', '其子'), 'helper', sig('secretary')] }, []],
  ['a proxy not allowed', signed, { signatures: ['head', sig('helper', '同事'), 'team'] }, ['proxy']],
  ['a proxy beside a person', signed, { signatures: ['head', 'helper', sig('team', '同事'), 'secretary'] }, []],
  ['a party missing', signed, { signatures: ['head', 'team'] }, ['signature']],
  ['signed for another', signed, { signatures: ['head', 'team', { role: 'helper', subjects: ['k'] }] }, ['signature']],
  ['replies', asked, { on: '2019-10-01', replies: [reply('police', '2019-10-10'), reply('housing', '2019-10-02')] }, []],
  [
    'a late reply',
    asked,
    { on: '2019-10-01', replies: [reply('police', '2019-10-11'), reply('housing', '2019-10-02')] },
    ['reply'],
  ],
  ['told', [p.told('notify', 'head')], { notified: ['head'] }, []],
  ['not told', [p.told('notify', 'head')], {}, ['notify']],
  ['archived', [p.told('archive', 'team', 'county')], { archived: ['county', 'team'] }, []],
  ['half archived', [p.told('archive', 'team', 'county')], { archived: ['county'] }, ['archive']],
  ['filed', [p.told('filing', 'province')], { filed: ['province'] }, []],
  ['not filed', [p.told('filing', 'province')], { filed: [] }, ['filing']],
  ['registered', label, { registered: { act: '标注', label: '脱贫', place: 'system' } }, []],
  ['another act', label, { registered: { act: 'remove', label: '脱贫', place: 'system' } }, ['register']],
  ['another label', label, { registered: { act: 'label', label: '返贫', place: 'system' } }, ['register']],
  ['another system', label, { registered: { act: 'label', label: '脱贫', place: 'board' } }, ['register']],
  ['nothing registered', label, {}, ['register']],
  ['half of two', [p.sample(half)], { sampled: ['k'] }, []],
  ['none of two', [p.sample(half)], {}, ['sample']],
  ['one from off the list', [p.sample(half)], { sampled: ['gone'] }, ['sample']],
  ['a stratum', [p.sample(undefined, { id: 'poor', condition: b.get('poor') })], { sampled: ['h'] }, []],
  ['a stratum left out', [p.sample(undefined, { id: 'poor', condition: b.get('poor') })], { sampled: ['k'] }, ['stratum']],
]

describe('each line', () => {
  it.each(ROWS)('%s', (_what, lines, more, codes) => {
    const program = p.programWith({ steps: [p.step('a', lines)] })
    const subjects = [
      { ...two, facts: { poor: true } },
      { ...other, facts: { poor: false } },
      { id: 'gone', joined: '2020-02-01' },
    ]
    const input = caseOf([act('a', '2019-10-12', more)], { subjects })
    const { state, findings } = stepOf(statusOn(program, input, on), 'a')
    expect(findings.map((finding) => finding.code)).toEqual(codes)
    expect(state).toBe(codes.length === 0 ? 'done' : 'breached')
    for (const finding of findings) {
      expect(finding.cites).toEqual([{ source: 'law', article: lines[0]!.kind }])
      expect([finding.breach, finding.curable]).toEqual([true, finding.code !== 'late' && finding.code !== 'reply'])
    }
  })

  it('says what was found and what is required', () => {
    const program = p.programWith({ steps: [p.step('a', [...window, ...exact, ...voting])] })
    const input = caseOf([
      act('a', '2019-10-11', { ...met, until: '2019-10-19', present: 10, ballots: { h: { yes: 1, no: 0 } } }),
    ])
    expect(stepOf(statusOn(program, input, on), 'a').findings).toMatchObject([
      { code: 'early', line: 'window.1', found: ['2019-10-11'], required: ['2019-10-12'] },
      { code: 'late', line: 'window.1', found: ['2019-10-19'], required: ['2019-10-14'] },
      { code: 'long', line: 'posting.1', found: ['2019-10-19'], required: ['2019-10-17'] },
      { code: 'quorum', line: 'vote.1', found: ['10', '30'], required: ['2/3'] },
    ])
  })
})

describe('papers', () => {
  const program = p.programWith({ steps: p.chain(p.step('a'), p.step('c', [p.uses(['plan'], true)])) })
  const inOrder = (...before: unknown[]) =>
    line(statusOn(program, caseOf([...before, act('a', '2019-10-01'), act('c', '2019-10-02')]), on))
  const supply = (day: string, names?: string[]) => ({ paper: 'plan', on: day, ...(names && { names }) })

  it('come from outside, from then on, and name whom they are for', () => {
    expect(inOrder()).toBe('a:done c:breached(paper)')
    expect(inOrder(supply('2019-10-01', ['h']))).toBe('a:done c:done')
    expect(inOrder(supply('2019-10-03', ['h']))).toBe('a:done c:breached(paper)')
    expect(inOrder(supply('2019-10-01'))).toBe('a:done c:breached(naming)')
    expect(inOrder(supply('2019-10-01', []))).toBe('a:done c:breached(naming)')
  })

  it('come from acts before, as long as those are not void', () => {
    const steps = p.chain(
      p.step('a', [p.follow('on_fail', 'a')]),
      p.step('c', [p.uses(['plan'], true), p.follow('on_fail', 'a')]),
    )
    const own = p.programWith({ steps })
    const first = [act('a', '2019-10-01', { papers: ['plan'] }), act('a', '2019-10-02')]
    expect(line(statusOn(own, caseOf([...first, act('c', '2019-10-02')]), on))).toBe('a:done c:done')
    const back = [...first, { returns: 'a', on: '2019-10-03', subjects: ['h'] }, act('a', '2019-10-04'), act('c', '2019-10-05')]
    expect(line(statusOn(own, caseOf(back), on))).toBe('a:done c:breached(paper)')
  })
})

describe('a vote that falls short', () => {
  const voted = (base: 'present' | 'eligible' | 'cast', strict: boolean, yes: number, no: number, present = yes + no) => {
    const rule = p.vote({ base, threshold: { strict, value: half } })
    const program = p.programWith({ steps: [p.step('a', [rule, p.follow('on_fail', 'drop')])] })
    const ballots = { h: { yes, no, abstain: 0 } }
    return statusOn(program, caseOf([act('a', '2019-10-01', { present, eligible: 40, ballots })]), on).subjects[0]!.state
  }

  it('is measured by its base, strictly or not', () => {
    expect(voted('present', true, 10, 10)).toBe('dropped')
    expect(voted('present', false, 10, 10)).toBe('conformant')
    expect(voted('present', true, 11, 9)).toBe('conformant')
    expect(voted('present', true, 11, 9, 22)).toBe('dropped')
    expect(voted('cast', true, 11, 9, 22)).toBe('conformant')
    expect(voted('eligible', false, 20, 0)).toBe('conformant')
    expect(voted('eligible', true, 20, 0)).toBe('dropped')
    expect(voted('cast', false, 0, 0)).toBe('dropped')
  })

  it('is unclear without a base and with a number nobody knows', () => {
    const state = (rule: p.Line) => {
      const program = p.programWith(
        { steps: [p.step('a', [rule])] },
        { externals: [{ ...b.term('x'), type: b.RATIO, cites: [] }] },
      )
      const { state, needs } = stepOf(
        statusOn(program, caseOf([act('a', '2019-10-01', { present: 2, ballots: { h: { yes: 2, no: 0 } } })]), on),
        'a',
      )
      return [state, needs]
    }
    expect(state(p.vote({ threshold: { strict: true, value: half } }))).toEqual(['unclear', []])
    expect(state(p.vote({ base: 'present', threshold: { strict: true, value: b.external('x', b.RATIO) } }))).toEqual([
      'unclear',
      ['x'],
    ])
  })
})

describe('a stratum nobody knows', () => {
  it('leaves the sample unclear for all it covers, and says whose fact is needed', () => {
    const program = p.programWith({ steps: [p.step('a', [p.sample(undefined, { id: 'poor', condition: b.get('poor') })])] })
    const subjects = [{ id: 'h', facts: { poor: false } }, { id: 'k' }]
    const status = statusOn(program, caseOf([act('a', '2019-10-01')], { subjects }), on)
    expect(['h', 'k'].map((id) => [stepOf(status, 'a', id).state, stepOf(status, 'a', id).needs])).toEqual([
      ['unclear', ['poor']],
      ['unclear', ['poor']],
    ])
  })
})
