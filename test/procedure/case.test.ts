import { describe, expect, it } from 'vitest'
import {
  applyEvent,
  type Case,
  caseInput,
  checkCase,
  lawfulness,
  openCase,
  prepareProcedure,
  readCase,
  statusOf,
  TiaoliError,
} from '../../engine/index.ts'
import type { CaseEvent, CaseInput } from '../../engine/procedure/types.ts'
import * as b from '../engine/build.ts'
import * as p from './build.ts'
import { act, caseOf } from './call.ts'

const on = '2019-12-01'
const PROGRAM = p.programWith({
  standard: 'exit',
  steps: p.chain(
    p.step('a', [p.window(p.at(10, 1), p.at(10, 10)), p.actor(['team'])], { scope: 'list' }),
    p.step('c', [p.actor(['head']), p.dueAfter('a', p.span(10))]),
  ),
})

function opened(subjects: unknown[] = [{ id: 'h' }, { id: 'k' }]): Case {
  const found = openCase(PROGRAM, '字exit_steps', {
    year: 2019,
    subjects: subjects as CaseInput['subjects'],
    opened: '2019-09-01',
  })
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found.case
}
const apply = (start: Case, ...events: unknown[]) =>
  events.reduce<Case>((now, event) => {
    const { case: next, problems } = applyEvent(now, event as CaseEvent)
    expect(problems).toEqual([])
    return next
  }, start)

describe('a case event by event', () => {
  const first = act('a', '2019-10-05', { by: ['team'] })

  it('is never changed, only followed by another', () => {
    const start = opened()
    const before = JSON.stringify(caseInput(start))
    const later = apply(start, first, act('c', '2019-10-06', { by: 'head', subjects: ['h'] }))
    expect(JSON.stringify(caseInput(start))).toBe(before)
    expect(statusOf(start, on).subjects.map((one) => one.state)).toEqual(['breached', 'breached'])
    expect(statusOf(later, '2019-10-10').subjects.map((one) => one.state)).toEqual(['conformant', 'in-progress'])
  })

  it('comes out as the file with all of them, in any order', () => {
    const events = [first, act('c', '2019-10-06', { by: 'head' })]
    const whole = checkCase(PROGRAM, caseInput(apply(opened(), ...events)), on)
    expect(whole).toEqual({ status: statusOf(apply(opened(), ...[...events].reverse()), on) })
  })

  it('refuses what does not fit and stays as it was', () => {
    const start = apply(opened(), first)
    const refused = (event: unknown) => {
      const found = applyEvent(start, event as CaseEvent)
      expect(found.case).toBe(start)
      return found.problems.map(({ code, path }) => `${code} ${path}`)
    }
    expect(refused(act('b', '2019-10-06'))).toEqual(['K111 step'])
    expect(refused(act('c', '2019-02-30'))).toEqual(['K109 on'])
    expect(refused(act('c', '2019-08-31'))).toEqual(['K117 on'])
    expect(refused(null)).toEqual(['K101 '])
    expect(refused({ resolves: 'x', on, result: 'upheld' })).toEqual(['K127 resolves'])
    const found = openCase(PROGRAM, 'exit_steps', { year: 2019, subjects: [{ id: 'h', facts: { incom: 1 } }] })
    expect(found).toMatchObject({ problems: [{ code: 'F601', path: 'subjects[0].facts.incom', args: { subject: 'h' } }] })
  })

  it('says what may be done next, by whom, from when and until when', () => {
    const start = opened()
    expect(statusOf(start, '2019-10-02').next).toMatchObject([
      { step: 'a', state: 'due', subjects: ['h', 'k'], roles: ['team'], from: '2019-10-01', to: '2019-10-10' },
    ])
    const later = apply(start, first, act('c', '2019-10-06', { by: 'head', subjects: ['h'] }))
    expect(statusOf(later, '2019-10-15').next).toEqual([
      { step: 'c', state: 'overdue', subjects: ['k'], roles: ['head'], to: '2019-10-14', cites: [b.CITE] },
    ])
    expect(statusOf(apply(later, { drops: ['k'], on: '2019-10-07' }), '2019-10-15').next).toEqual([])
  })

  it('throws for a wrong call', () => {
    const code = (work: () => unknown) => {
      try {
        work()
        return ''
      } catch (error) {
        return error instanceof TiaoliError ? error.code : error
      }
    }
    expect(code(() => openCase(PROGRAM, 'none', { year: 2019, subjects: [] }))).toBe('C906')
    expect(code(() => prepareProcedure({} as never, 'exit_steps'))).toBe('C901')
    expect(code(() => readCase(undefined as never, caseOf([])))).toBe('C901')
    expect(code(() => statusOf(opened(), '2019-02-30'))).toBe('C903')
    expect(code(() => checkCase(PROGRAM, caseOf([]), 5 as never))).toBe('C903')
    expect(code(() => statusOf(opened(), on, { readings: { x: 'y' } }))).toBe('C904')
    expect(code(() => lawfulness({ ...PROGRAM, standards: [] }, caseOf([]), { on }))).toBe('C902')
  })
})

describe('whether an exit is lawful', () => {
  const done = [act('a', '2019-10-05', { by: ['team'] }), act('c', '2019-10-06', { by: ['head'] })]
  const lawful = (income: unknown, events: readonly unknown[], day = on, more: object = {}) => {
    const found = lawfulness(PROGRAM, caseOf(events, { subjects: [{ id: 'h', facts: { income } }] }), { on: day, ...more })
    if ('problems' in found) throw new Error(JSON.stringify(found.problems))
    return [found.subjects[0]!.lawful, found.subjects[0]!.outcome, found.subjects[0]!.procedure]
  }

  it('is both: the standard met and the case conformant', () => {
    expect(lawful(3701, done)).toEqual(['true', 'met', 'conformant'])
    expect(lawful(3700, done)).toEqual(['false', 'unmet', 'conformant'])
    expect(lawful(null, done)).toEqual(['unknown', 'undetermined', 'conformant'])
    expect(lawful(3701, done, '2019-10-05')).toEqual(['unknown', 'met', 'in-progress'])
    expect(lawful(null, done.slice(0, 1))).toEqual(['false', 'undetermined', 'breached'])
    expect(lawful(3701, [...done, { drops: ['h'], on: '2019-10-07' }])).toEqual(['false', 'met', 'dropped'])
    expect(lawful(3701, done, on, { standard: '字exit', year: 2018 })).toEqual(['true', 'met', 'conformant'])
  })

  it('is not said where the facts or the file are refused', () => {
    expect(lawfulness(PROGRAM, caseOf([], { subjects: [{ id: 'h', facts: { income: 'much' } }] }), { on })).toMatchObject({
      problems: [{ code: 'F605', path: 'subjects[0].facts.income' }],
    })
    expect(lawfulness(PROGRAM, caseOf([act('b', on)]), { on })).toMatchObject({ problems: [{ code: 'K111' }] })
    const past = { ...PROGRAM, policy: { ...PROGRAM.policy, inForce: { to: '2019-11-30' } } }
    const found = lawfulness(past, caseOf(done, { subjects: [{ id: 'h', facts: { income: 4000 } }] }), { on })
    expect(found).toMatchObject({ subjects: [{ lawful: 'unknown', procedure: 'conformant', problems: [{ code: 'F626' }] }] })
  })
})

describe('facts', () => {
  it('that break a relation are refused by name', () => {
    const relation = { ...b.term('rich'), entity: 'household', condition: b.not(b.and(b.get('poor'), b.get('ill'))), cites: [] }
    const program = { ...PROGRAM, relations: [relation] }
    const input = caseOf([], { subjects: [{ id: 'h', facts: { poor: true, ill: true } }] })
    expect(checkCase(program, input, on)).toMatchObject({
      problems: [{ code: 'F625', path: 'subjects[0].facts', args: { subject: 'h' } }],
    })
    const found = openCase(program, 'exit_steps', { year: 2019, subjects: input.subjects })
    if ('problems' in found) throw new Error('refused')
    expect(statusOf(found.case, on).problems).toMatchObject([{ code: 'F625' }])
  })

  it('are read the same by the exact and the compiled path', () => {
    const program = p.programWith({ steps: [p.step('a', [], { when: b.cmp(b.get('income', b.MONEY), 'gt', b.num(100)) })] })
    const prepared = prepareProcedure(program, 'exit_steps')
    const incomes = [50, 100, 101, null, '100.01', 0, 300, undefined, 'x', 99]
    const seen = incomes.map((income) => {
      const found = prepared.check(caseOf([], { subjects: [{ id: 'h', facts: { income } }] }), on)
      return 'problems' in found ? found.problems[0]!.code : found.status.subjects[0]!.steps[0]!.state
    })
    const [no, yes, open] = ['not-needed', 'due', 'unclear']
    expect(seen).toEqual([no, no, yes, open, yes, no, yes, open, 'F605', no])
    const states = prepared.states(
      caseOf([], { subjects: incomes.slice(0, 4).map((income, i) => ({ id: `${i}`, facts: { income } })) }),
      on,
    )
    expect(states).toEqual({ state: 'in-progress', subjects: ['not-applicable', 'not-applicable', 'in-progress', 'in-progress'] })
    expect(prepared.states(caseOf([act('b', on)]), on)).toBe('rejected')
  })
})

describe('a long case', () => {
  it('of ten thousand events is checked at once', () => {
    const events = Array.from({ length: 10_000 }, (_, i) =>
      act(i % 2 === 0 ? 'a' : 'c', `2019-10-0${1 + (i % 9)}`, { by: ['team'], persons: i }),
    )
    const start = performance.now()
    const found = checkCase(PROGRAM, caseOf(events, { subjects: ['h', 'k', 'm'] }), on)
    expect(performance.now() - start).toBeLessThan(2000)
    expect('status' in found && found.status.subjects[0]!.steps.map((step) => step.state)).toEqual(['done', 'breached'])
  })

  it('of equal events tells all but the first', () => {
    const found = checkCase(PROGRAM, caseOf(new Array(10_000).fill(act('a', '2019-10-05', { by: ['team'] }))), on)
    if ('problems' in found) throw new Error('refused')
    const { findings, state } = found.status.subjects[0]!.steps[0]!
    expect([state, findings.length, new Set(findings.map((finding) => finding.code))]).toEqual([
      'done',
      9999,
      new Set(['duplicate']),
    ])
  })
})

describe('an answer', () => {
  it('is plain data and does not depend on what was asked before', () => {
    const input = caseOf([act('a', '2019-10-05', { by: ['team'] })])
    const prepared = prepareProcedure(PROGRAM, 'exit_steps')
    const days = ['2019-10-06', '2019-11-01', '2019-10-04']
    const fresh = days.map((day) => JSON.stringify(prepareProcedure(PROGRAM, 'exit_steps').check(input, day)))
    expect([...days, ...days].map((day) => JSON.stringify(prepared.check(input, day)))).toEqual([...fresh, ...fresh])
    expect(structuredClone(prepared.check(input, days[0]!))).toEqual(prepared.check(input, days[0]!))
  })
})
