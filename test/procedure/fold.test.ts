import { describe, expect, it } from 'vitest'
import * as b from '../engine/build.ts'
import * as p from './build.ts'
import { act, caseOf, line, statusOn, stepOf, subject } from './call.ts'

const on = '2019-12-01'
const BACK = p.programWith({
  steps: p.chain(
    p.step('a', [p.follow('on_fail', 'drop')]),
    p.step('c', [p.consent('head'), p.follow('on_refusal', 'a'), p.follow('on_fail', 'unsaid')]),
    p.step('d', [p.posting(p.span(7)), p.follow('on_objection', 'c', ['team'])]),
    p.step('e'),
  ),
})
const yes = { consents: [{ role: 'head', given: true }] }
const no = { consents: [{ role: 'head', given: false }] }
const clean = [
  act('a', '2019-10-01'),
  act('c', '2019-10-02', yes),
  act('d', '2019-10-03', { until: '2019-10-09' }),
  act('e', '2019-10-10'),
]
const walked = (...events: unknown[]) => line(statusOn(BACK, caseOf(events), on))

describe('a step that fails', () => {
  it('by refusal goes back, and everything from there on is void', () => {
    expect(walked(...clean)).toBe('a:done c:done d:done e:done')
    expect(walked(clean[0], act('c', '2019-10-02', no))).toBe('a:due c:not-yet d:not-yet e:not-yet')
    const again = [clean[0], act('c', '2019-10-02', no), act('a', '2019-10-03'), act('c', '2019-10-04', yes)]
    expect(walked(...again)).toBe('a:done c:done d:due e:not-yet')
    expect(subject(statusOn(BACK, caseOf(again), on)).returns).toBe(1)
  })

  it('by its result follows 不通过: dropped, or held where nothing is said', () => {
    const dropped = statusOn(BACK, caseOf([act('a', '2019-10-01', { failed: ['h'] })]), on)
    expect([line(dropped), subject(dropped).state, dropped.state]).toEqual([
      'a:due c:not-needed d:not-needed e:not-needed',
      'dropped',
      'in-progress',
    ])
    const held = statusOn(BACK, caseOf([clean[0], act('c', '2019-10-02', { ...yes, failed: 'h' }), act('d', '2019-10-03')]), on)
    expect(line(held)).toBe('a:done c:due d:breached(order) e:not-yet')
    expect(stepOf(held, 'c').held).toBe('failed')
  })

  it('follows the refusal where both are there', () => {
    expect(walked(clean[0], act('c', '2019-10-02', { ...no, failed: ['h'] }))).toBe('a:due c:not-yet d:not-yet e:not-yet')
  })
})

describe('returns', () => {
  it('recorded as such make void as well, and are noted where no line sends there', () => {
    const back = (to: string) => [...clean, { returns: to, on: '2019-10-11', subjects: ['h'] }]
    expect(walked(...back('c'))).toBe('a:done c:due d:not-yet e:not-yet')
    const odd = statusOn(BACK, caseOf(back('d')), on)
    expect(line(odd)).toBe('a:done c:done d:due(return) e:not-yet')
    expect(subject(odd).returns).toBe(1)
  })

  it('count once where they make nothing void', () => {
    const twice = [clean[0], act('c', '2019-10-02', no), { returns: 'a', on: '2019-10-02', subjects: ['h'] }]
    expect(subject(statusOn(BACK, caseOf(twice), on)).returns).toBe(1)
  })

  it('restart durations but not windows', () => {
    const program = p.programWith({
      steps: p.chain(
        p.step('a', [p.window(p.at(10, 1), p.at(10, 5))]),
        p.step('c', [p.dueAfter('a', p.span(3)), p.follow('on_fail', 'a')]),
      ),
    })
    const events = [
      act('a', '2019-10-01'),
      act('c', '2019-10-02', { failed: ['h'] }),
      act('a', '2019-10-05'),
      act('c', '2019-10-07'),
    ]
    expect(line(statusOn(program, caseOf(events), on))).toBe('a:done c:done')
    const late = [...events.slice(0, 2), act('a', '2019-10-06'), act('c', '2019-10-08')]
    expect(line(statusOn(program, caseOf(late), on))).toBe('a:breached(late) c:done')
    expect(line(statusOn(program, caseOf(events.slice(0, 2)), on))).toBe('a:overdue c:not-yet')
  })

  it('leave side tracks alone', () => {
    const program = p.programWith({
      steps: [
        p.step('a'),
        p.step('c', [p.follow('on_fail', 'a')], { after: ['a'] }),
        p.step('d', [p.follow('on_fail', 'c')], { after: ['a'] }),
      ],
    })
    const events = [act('a', '2019-10-01'), act('c', '2019-10-02'), act('d', '2019-10-03', { failed: ['h'] })]
    expect(line(statusOn(program, caseOf(events), on))).toBe('a:done c:due d:due')
  })
})

describe('curing', () => {
  const program = p.programWith({ steps: [p.step('a', [p.actor(['team']), p.dueOn(p.at(10, 5))])] })
  it('repeats what was done badly', () => {
    expect(line(statusOn(program, caseOf([act('a', '2019-10-01'), act('a', '2019-10-04', { by: 'team' })]), on))).toBe('a:done')
  })
  it('does not mend lateness, and lateness does not stop what comes after', () => {
    const two = p.programWith({ steps: p.chain(p.step('a', [p.dueOn(p.at(10, 5)), p.follow('on_fail', 'a')]), p.step('c')) })
    const late = [act('a', '2019-10-06'), act('a', '2019-10-07'), act('c', '2019-10-08')]
    expect(line(statusOn(two, caseOf(late), on))).toBe('a:breached(late late) c:done')
    expect(line(statusOn(program, caseOf([act('a', '2019-10-04'), act('a', '2019-10-06', { by: 'team' })]), on))).toBe(
      'a:breached(late)',
    )
  })

  it('does not mend the lateness of an earlier act; a return does', () => {
    const asked = p.programWith({ steps: [p.step('a', [p.consult(['police'], p.span(5)), p.follow('on_fail', 'a')])] })
    const act1 = act('a', '2019-10-01', { replies: [{ role: 'police', on: '2019-10-06' }] })
    const act2 = act('a', '2019-10-07', { replies: [{ role: 'police', on: '2019-10-08' }] })
    const back = { returns: 'a', on: '2019-10-07', subjects: ['h'] }
    expect(line(statusOn(asked, caseOf([act1, act2]), on))).toBe('a:breached(reply)')
    expect(line(statusOn(asked, caseOf([act1, back, act2]), on))).toBe('a:done')
  })
})

describe('objections', () => {
  const raised = { objection: 'o1', on: '2019-10-05', subjects: ['h'], against: 'd' }
  const resolved = (result: string, by: string, day = '2019-10-08') => ({ resolves: 'o1', on: day, result, by: [by] })
  const posted = clean.slice(0, 3)

  it('hold the step while they are open', () => {
    const status = statusOn(BACK, caseOf([...posted, raised]), on)
    expect(line(status)).toBe('a:done c:done d:due e:not-yet')
    expect(stepOf(status, 'd')).toMatchObject({ held: 'objection', completed: '2019-10-09' })
    expect(walked(...posted, raised, act('e', '2019-10-10'))).toBe('a:done c:done d:due e:breached(order)')
  })

  it('dismissed or withdrawn let it go on', () => {
    expect(walked(...posted, raised, resolved('不成立', 'team'), clean[3])).toBe('a:done c:done d:done e:done')
    expect(walked(...posted, raised, { resolves: 'o1', on: '2019-10-08', result: 'withdrawn' }, clean[3])).toBe(
      'a:done c:done d:done e:done',
    )
  })

  it('upheld are followed: back to a step', () => {
    expect(walked(...posted, raised, resolved('upheld', 'team'))).toBe('a:done c:due d:not-yet e:not-yet')
  })

  it('are settled by those entitled only, and once', () => {
    const status = statusOn(BACK, caseOf([...posted, raised, resolved('dismissed', 'head')]), on)
    expect(line(status)).toBe('a:done c:done d:due(resolver) e:not-yet')
    expect(stepOf(status, 'd').findings).toMatchObject([
      { breach: false, found: ['head'], required: ['team'], line: 'on_objection.1' },
    ])
    const twice = [...posted, raised, resolved('dismissed', 'team'), resolved('upheld', 'team', '2019-10-09')]
    expect(walked(...twice)).toBe('a:done c:done d:done(closed) e:due')
  })

  it('upheld drop or, where nothing is said, hold the step as failed', () => {
    const lone = (line: p.Line[]) => p.programWith({ steps: [p.step('d', line)] })
    const events = [act('d', '2019-10-03'), raised, resolved('upheld', 'head')]
    expect(subject(statusOn(lone([p.follow('on_objection', 'drop')]), caseOf(events), on)).state).toBe('dropped')
    expect(stepOf(statusOn(lone([p.follow('on_objection', 'unsaid')]), caseOf(events), on), 'd').held).toBe('failed')
    expect(stepOf(statusOn(lone([]), caseOf(events), on), 'd').held).toBe('failed')
  })

  it('of one household leave the others alone', () => {
    const status = statusOn(
      BACK,
      caseOf([...posted.map((one) => ({ ...one, subjects: ['h', 'k'] })), raised], { subjects: ['h', 'k'] }),
      on,
    )
    expect([line(status, 'h'), line(status, 'k')]).toEqual(['a:done c:done d:due e:not-yet', 'a:done c:done d:done e:due'])
  })
})

describe('the list', () => {
  it('is left and entered again; acts in between do not cover', () => {
    const drop = { drops: ['h'], on: '2019-10-02' }
    const relist = { relists: ['h'], on: '2019-10-04' }
    const program = p.programWith({ steps: p.chain(p.step('a'), p.step('c')) })
    const status = (...events: unknown[]) => statusOn(program, caseOf(events), on)
    expect(line(status(act('a', '2019-10-01'), drop))).toBe('a:done c:not-needed')
    expect(subject(status(act('a', '2019-10-01'), drop)).state).toBe('dropped')
    expect(line(status(act('a', '2019-10-01'), drop, act('c', '2019-10-03'), relist))).toBe('a:done c:due')
    const named = act('c', '2019-10-03', { subjects: ['h'] })
    expect(line(status(act('a', '2019-10-01'), drop, named, relist))).toBe('a:done c:due(not-on-list)')
    expect(line(status(act('a', '2019-10-01'), drop, relist, act('c', '2019-10-04')))).toBe('a:done c:done')
  })

  it('is joined on a day', () => {
    const program = p.programWith({ steps: p.chain(p.step('a'), p.step('c')) })
    const subjects = ['h', { id: 'k', joined: '2019-10-02' }]
    const status = statusOn(program, caseOf([act('a', '2019-10-01'), act('a', '2019-10-02')], { subjects }), '2019-10-02')
    expect([stepOf(status, 'a', 'h').on, stepOf(status, 'a', 'k').on]).toEqual(['2019-10-02', '2019-10-02'])
    const early = statusOn(program, caseOf([act('a', '2019-10-01')], { subjects }), '2019-10-01')
    expect([stepOf(early, 'a', 'h').state, subject(early, 'k').state]).toEqual(['done', 'dropped'])
  })

  it('makes the case by its subjects', () => {
    const program = p.programWith({ guard: b.get('poor'), steps: [p.step('a', [p.follow('on_fail', 'drop')])] })
    const facts = (poor: unknown) => ({ poor })
    const subjects = [
      { id: 'h', facts: facts(true) },
      { id: 'k', facts: facts(false) },
      { id: 'm', facts: facts(true) },
    ]
    const events = [act('a', '2019-10-01', { failed: ['m'] })]
    const status = statusOn(program, caseOf(events, { subjects }), on)
    expect(status.subjects.map((one) => one.state)).toEqual(['conformant', 'not-applicable', 'dropped'])
    expect(status.state).toBe('conformant')
    expect(line(status, 'k')).toBe('a:not-needed(not-needed)')
    expect(statusOn(program, caseOf([], { subjects: subjects.slice(1, 2) }), on).state).toBe('in-progress')
    expect(subject(statusOn(program, caseOf([act('a', '2019-10-01')]), on)).state).toBe('in-progress')
  })
})

describe('what is under way', () => {
  const program = p.programWith({
    steps: p.chain(
      p.step('a', [p.posting(p.span(7)), p.window(p.at(10, 1), p.at(10, 20))]),
      p.step('c', [p.consult(['police'], p.span(10))]),
    ),
  })
  const day = (on: string, ...events: unknown[]) => statusOn(program, caseOf(events), on)

  it('is a posting that runs, and is judged at its end', () => {
    const posted = act('a', '2019-10-01', { until: '2019-10-05' })
    expect(stepOf(day('2019-10-04', posted), 'a')).toMatchObject({
      state: 'due',
      running: true,
      on: '2019-10-01',
      to: '2019-10-20',
    })
    expect(line(day('2019-10-05', posted))).toBe('a:breached(short) c:not-yet')
    const open = act('a', '2019-10-01')
    expect(line(day('2019-10-20', open))).toBe('a:due c:not-yet')
    expect(line(day('2019-10-21', open))).toBe('a:overdue c:not-yet')
    expect(stepOf(day('2019-10-21', open), 'a')).not.toHaveProperty('completed')
  })

  it('is a consultation until the last reply', () => {
    const posted = act('a', '2019-10-01', { until: '2019-10-07' })
    const asked = act('c', '2019-10-08', { replies: [{ role: 'police', on: '2019-10-12' }] })
    expect(line(day('2019-10-11', posted, asked))).toBe('a:done c:due')
    expect(stepOf(day('2019-10-12', posted, asked), 'c')).toMatchObject({ state: 'done', completed: '2019-10-12' })
    const silent = act('c', '2019-10-08')
    expect(line(day('2019-10-17', posted, silent))).toBe('a:done c:due')
    expect(line(day('2019-10-18', posted, silent))).toBe('a:done c:overdue')
  })
})

describe('guards', () => {
  const program = p.programWith({
    roster: { field: 'village', entity: 'village' },
    steps: p.chain(
      p.step('a', [], { scope: 'list', when: b.get('has_team', b.BOOL, b.SELF, 'village') }),
      p.step('c', [
        p.actor(['team'], { when: b.get('has_team', b.BOOL, b.member('village', 'village')) }),
        p.actor(['committees'], { when: b.not(b.get('has_team', b.BOOL, b.member('village', 'village'))) }),
      ]),
    ),
  })
  const done = (list: unknown, by: string, facts?: unknown) =>
    statusOn(
      program,
      caseOf([act('a', '2019-10-01'), act('c', '2019-10-02', { by: [by] })], { list, subjects: [{ id: 'h', facts }] }),
      on,
    )

  it('are about the list or the household, whose village the list is', () => {
    expect(line(done({ has_team: true }, 'team'))).toBe('a:done c:done')
    expect(line(done({ has_team: true }, 'committees'))).toBe('a:done c:breached(actor)')
    expect(line(done({ has_team: false }, 'committees'))).toBe('a:not-needed(not-needed) c:done')
    expect(line(done({ has_team: true }, 'committees', { village: { has_team: false } }))).toBe('a:done c:done')
  })

  it('unknown, leave things unclear and say what is needed', () => {
    const open = done(undefined, 'team')
    expect(line(open)).toBe('a:unclear c:unclear')
    expect([stepOf(open, 'a').needs, stepOf(open, 'c').needs]).toEqual([['list.has_team'], ['village.has_team']])
    expect(open.state).toBe('in-progress')
    expect(line(statusOn(program, caseOf([], { list: {} }), on))).toBe('a:unclear c:not-yet')
  })

  it('numbers may come from the list as well', () => {
    const voting = p.programWith({
      roster: { field: 'village', entity: 'village' },
      steps: [p.step('a', [p.vote({ quorum: b.get('quorum', b.RATIO, b.SELF, 'village') })], { scope: 'list' })],
    })
    const events = [act('a', '2019-10-01', { present: 2, eligible: 3, ballots: { h: { yes: 1, no: 1 } } })]
    const state = (list: unknown) => stepOf(statusOn(voting, caseOf(events, { list }), on), 'a')
    expect(state({ quorum: '0.6' }).state).toBe('done')
    expect(state({ quorum: '0.7' }).findings).toMatchObject([{ code: 'quorum', found: ['2', '3'], required: ['7/10'] }])
    expect(state({})).toMatchObject({ state: 'unclear', needs: ['list.quorum'] })
  })
})
