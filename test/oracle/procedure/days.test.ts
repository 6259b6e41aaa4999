import { describe, expect, test } from 'vitest'
import { term } from '../tiny.ts'
import { type Clock, dayOf, lastDay, lastDayOfDeadline, UNCLEAR } from './days.ts'
import { days, position } from './tiny.ts'

const calendar = {
  ...term('cal'),
  from: '2019-01-01',
  to: '2019-12-31',
  rest: [{ from: '2019-10-01', to: '2019-10-07' }],
  work: [{ from: '2019-10-12', to: '2019-10-12' }],
}
const clock: Clock = {
  year: 2019,
  choices: { r: 'y' },
  workingDays: false,
  postingCounts: true,
  deadlineCounts: true,
  moved: false,
  calendar,
}

describe('positions', () => {
  test.each([
    [position(10, 12), '2019-10-12'],
    [position(1, 10, 1), '2020-01-10'],
    [position(12, 'end', -1), '2018-12-31'],
    [position(2, 29), '2019-02-28'],
    [position(2, 29, 1), '2020-02-29'],
    [{ kind: 'date', value: '2016-05-01' } as const, '2016-05-01'],
  ])('%j is %s', (at, day) => expect(dayOf(clock, at)).toBe(day))

  test('the arm of the choice in force', () => {
    const arms = [
      { choice: 'x', value: position(1, 1) },
      { choice: 'y', value: position(2, 'end') },
    ]
    expect(dayOf(clock, { kind: 'reading', reading: 'r', arms })).toBe('2019-02-28')
  })
})

describe('the last day of a length', () => {
  test.each([
    ['2019-12-28', days(7), '2020-01-03', '2020-01-04'],
    ['2019-03-01', days(1), '2019-03-01', '2019-03-02'],
    ['2019-03-01', days(2, 'week'), '2019-03-14', '2019-03-15'],
    ['2019-02-20', days(1, 'half_month'), '2019-03-06', '2019-03-07'],
    ['2019-01-31', days(1, 'month'), '2019-02-27', '2019-02-28'],
    ['2020-02-29', days(1, 'year'), '2021-02-27', '2021-02-28'],
    // 30 September is a Monday, then the holiday, then a Saturday worked.
    ['2019-09-30', days(2, 'workday'), '2019-10-08', '2019-10-09'],
    ['2019-10-01', days(1, 'workday'), '2019-10-08', '2019-10-08'],
    ['2019-10-11', days(2, 'workday'), '2019-10-12', '2019-10-14'],
  ])('from %s, %j: %s, or %s with the first day not counted', (start, length, counted, not) => {
    expect(lastDay(clock, start, length, true)).toBe(counted)
    expect(lastDay(clock, start, length, false)).toBe(not)
  })

  test('days are working days where 计日 says so; weeks never are', () => {
    const working = { ...clock, workingDays: true }
    expect(lastDay(working, '2019-09-30', days(2), true)).toBe('2019-10-08')
    expect(lastDay(working, '2019-09-30', days(1, 'week'), true)).toBe('2019-10-06')
  })

  test('outside the calendar, or without one, working days are unclear', () => {
    expect(lastDay(clock, '2019-12-31', days(2, 'workday'), true)).toBe(UNCLEAR)
    expect(lastDay({ ...clock, calendar: undefined }, '2019-03-01', days(1, 'workday'), true)).toBe(UNCLEAR)
    expect(lastDay({ ...clock, calendar: undefined }, '2019-03-01', days(1), true)).toBe('2019-03-01')
  })

  test('the last day of a deadline moves on to a working day', () => {
    expect(lastDayOfDeadline(clock, '2019-10-01', days(3))).toBe('2019-10-03')
    expect(lastDayOfDeadline({ ...clock, moved: true }, '2019-10-01', days(3))).toBe('2019-10-08')
    expect(lastDayOfDeadline({ ...clock, moved: true, deadlineCounts: false }, '2019-09-29', days(1))).toBe('2019-09-30')
    expect(lastDayOfDeadline({ ...clock, moved: true }, '2019-12-31', days(3))).toBe(UNCLEAR)
  })
})
