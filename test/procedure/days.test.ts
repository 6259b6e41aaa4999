import { describe, expect, it } from 'vitest'
import * as b from '../engine/build.ts'
import * as p from './build.ts'
import { act, caseOf, line, statusOn, stepOf } from './call.ts'

const on = '2020-03-01'
// National Day of 2019: off from the 1st to the 7th, worked on Sunday 29 September and Saturday 12 October.
const rest = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2019-10-${day}`)
const calendars = [p.calendar('holidays', '2019-01-01', '2019-12-31', rest, ['2019-09-29', '2019-10-12'])]

/** Whether a posting from one day until another is long enough. */
function posted(from: string, until: string, length: ReturnType<typeof p.span>, rules: Parameters<typeof p.counting>[0] = {}) {
  const program = p.programWith({ steps: [p.step('a', [p.posting(length)])], counting: [p.counting(rules)] }, { calendars })
  const { state, findings } = stepOf(statusOn(program, caseOf([act('a', from, { until })]), on), 'a')
  return state === 'breached' ? findings[0]!.required[0] : state
}
const working = { days: 'working', calendar: 'holidays' } as const

describe('lengths', () => {
  it('count the first day unless told otherwise', () => {
    expect(posted('2019-10-01', '2019-10-06', p.span(7))).toBe('2019-10-07')
    expect(posted('2019-10-01', '2019-10-07', p.span(7), { firstDay: 'not_counted' })).toBe('2019-10-08')
  })

  it('know weeks, half months, months and years', () => {
    const short = (length: ReturnType<typeof p.span>, from = '2019-01-31') => posted(from, from, length)
    expect(short(p.span(1, 'week'))).toBe('2019-02-06')
    expect(short(p.span(1, 'half_month'))).toBe('2019-02-14')
    expect(short(p.span(1, 'month'))).toBe('2019-02-27')
    expect(posted('2019-01-31', '2019-01-31', p.span(1, 'month'), { firstDay: 'not_counted' })).toBe('2019-02-28')
    expect(short(p.span(2, 'month'))).toBe('2019-03-30')
    expect(short(p.span(1, 'year'))).toBe('2020-01-30')
  })

  it('count working days by the calendar', () => {
    expect(posted('2019-09-29', '2019-09-29', p.span(3, 'workday'), working)).toBe('2019-10-08')
    expect(posted('2019-09-29', '2019-10-08', p.span(3, 'workday'), working)).toBe('done')
    expect(posted('2019-10-01', '2019-10-01', p.span(1, 'workday'), working)).toBe('2019-10-08')
    expect(posted('2019-10-08', '2019-10-09', p.span(3), working)).toBe('2019-10-10')
    expect(posted('2019-10-10', '2019-10-11', p.span(3), working)).toBe('2019-10-12')
    expect(posted('2019-10-08', '2019-10-09', p.span(1, 'week'), working)).toBe('2019-10-14')
    expect(posted('2019-10-08', '2019-10-09', p.span(2), { ...working, firstDay: 'not_counted' })).toBe('2019-10-10')
  })

  it('are unclear outside the calendar and without one', () => {
    expect(posted('2019-12-30', '2020-02-01', p.span(3, 'workday'), working)).toBe('unclear')
    expect(posted('2019-12-30', '2020-02-01', p.span(2, 'workday'), working)).toBe('done')
    expect(posted('2019-10-08', '2019-10-20', p.span(3, 'workday'))).toBe('unclear')
  })
})

describe('deadlines after a step', () => {
  const two = (length: ReturnType<typeof p.span>, rules: Parameters<typeof p.counting>[0] = {}) =>
    p.programWith(
      { steps: p.chain(p.step('a'), p.step('c', [p.dueAfter('a', length)])), counting: [p.counting(rules)] },
      { calendars },
    )
  const judged = (program: ReturnType<typeof two>, from: string, day: string) =>
    line(statusOn(program, caseOf([act('a', from), act('c', day)]), on))

  it('run from its completion, both ends included', () => {
    expect(judged(two(p.span(7)), '2019-10-01', '2019-10-07')).toBe('a:done c:done')
    expect(judged(two(p.span(7)), '2019-10-01', '2019-10-08')).toBe('a:done c:breached(late)')
    const not = two(p.span(7), { deadlineDay: 'not_counted' })
    expect(judged(not, '2019-10-01', '2019-10-08')).toBe('a:done c:done')
    const follows = two(p.span(7), { firstDay: 'not_counted' })
    expect(judged(follows, '2019-10-01', '2019-10-08')).toBe('a:done c:done')
    const apart = two(p.span(7), { firstDay: 'not_counted', deadlineDay: 'counted' })
    expect(judged(apart, '2019-10-01', '2019-10-08')).toBe('a:done c:breached(late)')
  })

  it('move on from a holiday where the procedure says so, and days as written never do', () => {
    const moved = two(p.span(7), { rollover: 'moved', calendar: 'holidays' })
    expect(judged(moved, '2019-09-29', '2019-10-08')).toBe('a:done c:done')
    expect(judged(moved, '2019-09-29', '2019-10-09')).toBe('a:done c:breached(late)')
    expect(judged(two(p.span(7)), '2019-09-29', '2019-10-08')).toBe('a:done c:breached(late)')
    expect(judged(moved, '2019-12-26', '2020-01-01')).toBe('a:done c:unclear')
    const written = p.programWith(
      { steps: [p.step('c', [p.dueOn(p.at(10, 5))])], counting: [p.counting({ rollover: 'moved', calendar: 'holidays' })] },
      { calendars },
    )
    expect(line(statusOn(written, caseOf([act('c', '2019-10-08')]), on))).toBe('c:breached(late)')
  })

  it('are known once the step is done, and run out', () => {
    const program = two(p.span(7))
    const begun = caseOf([act('a', '2019-10-01')])
    expect(stepOf(statusOn(program, begun, '2019-10-07'), 'c')).toMatchObject({ state: 'due', to: '2019-10-07' })
    expect(stepOf(statusOn(program, begun, '2019-10-08'), 'c')).toMatchObject({ state: 'overdue', to: '2019-10-07' })
    expect(stepOf(statusOn(program, caseOf([]), '2019-10-08'), 'c')).not.toHaveProperty('to')
  })
})

describe('readings', () => {
  const counts = b.term('days_read')
  const readings = [{ ...counts, cites: [], choices: [b.term('natural'), b.term('work')], chosen: 'natural' }]
  const under = (choice: string) => ({ under: [{ reading: 'days_read', choice }] })

  it('choose how days are counted, which lines hold and which steps exist', () => {
    const program = p.programWith(
      {
        counting: [
          p.counting({ days: 'working', calendar: 'holidays', ...under('work') }),
          p.counting({ days: 'calendar', firstDay: 'counted' }),
        ],
        steps: p.chain(
          p.step('a', [p.posting(p.span(7))]),
          p.step('c', [], under('work')),
          p.step('d', [
            p.dueOn({
              kind: 'reading',
              reading: 'days_read',
              arms: [
                { choice: 'natural', value: p.at(10, 20) },
                { choice: 'work', value: p.at(10, 31) },
              ],
            }),
          ]),
        ),
      },
      { calendars, readings },
    )
    const input = caseOf([act('a', '2019-10-08', { until: '2019-10-14' }), act('c', '2019-10-21'), act('d', '2019-10-21')])
    const natural = statusOn(program, input, on)
    expect(line(natural)).toBe('a:done d:breached(late)')
    expect(natural.subjects[0]!.notes).toMatchObject([{ code: 'not-needed', step: 'c', breach: false }])
    expect(natural.readings).toEqual({ days_read: 'natural' })
    const work = statusOn(program, input, on, { readings: { days_read: 'work' } })
    expect(line(work)).toBe('a:breached(short) c:breached(order) d:breached(order)')
  })
})

describe('phases', () => {
  it('put their windows, deadlines and guards on each of their steps', () => {
    const program = p.programWith({
      phases: [p.phase('village', [p.window(p.at(10, 1), p.at(10, 14))], { when: b.get('poor') })],
      steps: p.chain(p.step('a', [p.window(p.at(10, 5), p.at(10, 20))], { phase: 'village' }), p.step('c')),
    })
    const of = (poor: boolean, ...events: unknown[]) =>
      statusOn(program, caseOf(events, { subjects: [{ id: 'h', facts: { poor } }] }), on)
    expect(line(of(true, act('a', '2019-10-04')))).toBe('a:breached(early) c:not-yet')
    expect(line(of(true, act('a', '2019-10-15')))).toBe('a:breached(late) c:due')
    expect(stepOf(of(true), 'a')).toMatchObject({ state: 'overdue', from: '2019-10-05', to: '2019-10-14' })
    expect(line(of(false))).toBe('a:not-needed c:due')
  })
})
