import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  formatDay,
  fromParts,
  fullYears,
  isLeapYear,
  monthOf,
  parseDay,
  yearOf,
} from '../../dsl/value/date.ts'

const day = (text: string) => parseDay(text)!
const FIRST = day('0001-01-01')
const LAST = day('9999-12-31')
const anyDay = fc.integer({ min: FIRST, max: LAST })

/** The naive oracle: month lengths written out once more, the calendar walked day by day. */
const lengthOf = (year: number, month: number): number => {
  if (month === 2) return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

describe('the calendar', () => {
  it('walks 400 years day by day', () => {
    let expected = day('1800-01-01')
    for (let year = 1800; year < 2200; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let d = 1; d <= lengthOf(year, month); d++, expected++) {
          if (fromParts(year, month, d) !== expected || yearOf(expected) !== year) expect([year, month, d]).toEqual([expected])
          if (monthOf(expected) !== month || dayOfMonth(expected) !== d) expect([year, month, d]).toEqual([expected])
        }
      }
    }
    expect(expected - day('1800-01-01')).toBe(146_097)
    expect(formatDay(expected)).toBe('2200-01-01')
  })

  it('agrees with the platform over the whole range', () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        const text = new Date(n * 86_400_000).toISOString().slice(0, 10)
        expect(formatDay(n)).toBe(text)
        expect(parseDay(text)).toBe(n)
        expect(fromParts(yearOf(n), monthOf(n), dayOfMonth(n))).toBe(n)
      }),
    )
  })

  it('starts at 1970 and knows leap years', () => {
    expect(day('1970-01-01')).toBe(0)
    expect(day('1969-12-31')).toBe(-1)
    expect([1900, 2000, 2019, 2020, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
    expect([yearOf(day('2019-10-12')), monthOf(day('2019-10-12')), dayOfMonth(day('2019-10-12'))]).toEqual([2019, 10, 12])
  })

  it.each([
    '2019-02-30',
    '2019-02-29',
    '1900-02-29',
    '2019-13-01',
    '2019-00-01',
    '2019-01-00',
    '2019-04-31',
    '0000-01-01',
    '2019-1-01',
    '19-01-01',
    '2019/01/01',
    '2019-01-01 ',
    ' 2019-01-01',
    '2019-01-01T00:00',
    '12019-01-01',
    '２０１９-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('refuses parts that are no date', () => {
    for (const [y, m, d] of [
      [10_000, 1, 1],
      [0, 1, 1],
      [2019, 1.5, 1],
      [2019, 1, Number.NaN],
      [2019, 2, 29],
    ] as const) {
      expect(fromParts(y, m, d)).toBeUndefined()
    }
    expect(fromParts(2020, 2, 29)).toBe(day('2020-02-29'))
  })

  it('prints days outside the range with a signed year that is not read', () => {
    expect(formatDay(LAST + 1)).toBe('+010000-01-01')
    expect(formatDay(FIRST - 1)).toBe('+000000-12-31')
    expect(formatDay(FIRST - 367)).toBe('-000001-12-31')
    expect(parseDay('+010000-01-01')).toBeUndefined()
  })
})

describe('date arithmetic', () => {
  it('adds days', () => {
    expect(formatDay(addDays(day('2020-02-28'), 2))).toBe('2020-03-01')
    expect(daysBetween(day('2019-10-09'), day('2019-10-12'))).toBe(3)
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -99_999, max: 99_999 }), (n, k) => {
        expect(daysBetween(n, addDays(n, k))).toBe(k)
      }),
    )
  })

  it.each([
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-02-29', 48, '2024-02-29'],
    ['2019-03-31', -1, '2019-02-28'],
    ['2019-01-15', -1, '2018-12-15'],
    ['2019-12-31', 2, '2020-02-29'],
    ['2019-05-31', 0, '2019-05-31'],
  ])('%s and %d months is %s', (from, n, to) => {
    expect(formatDay(addMonths(day(from), n))).toBe(to)
  })

  it('addMonths agrees with a naive oracle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('1900-01-01'), max: day('2300-12-31') }),
        fc.integer({ min: -600, max: 600 }),
        (from, n) => {
          let [year, month] = [yearOf(from), monthOf(from)]
          for (let i = 0; i < Math.abs(n); i++) {
            month += Math.sign(n)
            if (month === 13) [year, month] = [year + 1, 1]
            if (month === 0) [year, month] = [year - 1, 12]
          }
          expect(addMonths(from, n)).toBe(fromParts(year, month, Math.min(dayOfMonth(from), lengthOf(year, month))))
        },
      ),
    )
  })

  it.each([
    ['2000-06-15', '2019-06-14', 18],
    ['2000-06-15', '2019-06-15', 19],
    ['2004-02-29', '2019-02-28', 14],
    ['2004-02-29', '2019-03-01', 15],
    ['2004-02-29', '2020-02-28', 15],
    ['2004-02-29', '2020-02-29', 16],
    ['2019-01-01', '2019-01-01', 0],
    ['2019-01-02', '2019-01-01', -1],
  ])('born %s is on %s %d years old', (from, on, age) => {
    expect(fullYears(day(from), day(on))).toBe(age)
  })

  it('fullYears counts the birthdays that have come', () => {
    const recent = fc.integer({ min: day('1900-01-01'), max: day('2100-12-31') })
    fc.assert(
      fc.property(recent, recent, (a, b) => {
        const [from, on] = a <= b ? [a, b] : [b, a]
        let birthdays = 0
        for (let year = yearOf(from) + 1; ; year++) {
          const birthday = fromParts(year, monthOf(from), dayOfMonth(from)) ?? fromParts(year, 3, 1)!
          if (birthday > on) break
          birthdays++
        }
        expect(fullYears(from, on)).toBe(birthdays)
      }),
    )
  })
})
