import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  divideUnits,
  formatUnit,
  multiplyUnits,
  NO_UNIT,
  parseUnit,
  sameUnit,
  UNIT_WORDS,
  type Unit,
  unitWord,
} from '../../dsl/value/unit.ts'

const PER_HEAD: Unit = { yuan: 1, person: -1, year: -1 }
const bases = UNIT_WORDS.filter((word) => word.base[word.id] === 1).map((word) => word.id)
const anyUnit = fc
  .dictionary(
    fc.constantFrom(...bases),
    fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0),
    { maxKeys: 5 },
  )
  .map((entries): Unit => ({ ...entries }))

describe('parseUnit', () => {
  it.each([
    '元/人·年',
    '元／人·年',
    '元每人每年',
    '元/人/年',
    '元/（人·年）',
    '元 / 人 · 年',
    'yuan/person·year',
    'yuan/(person*year)',
    'yuan/person/year',
    'yuan per person per year',
  ])('reads %s', (text) => {
    expect(sameUnit(parseUnit(text)!, PER_HEAD)).toBe(true)
  })

  it.each<[string, Unit]>([
    ['元/年', { yuan: 1, year: -1 }],
    ['人', { person: 1 }],
    ['人次', { visit: 1 }],
    ['个月', { month: 1 }],
    ['千米', { km: 1 }],
    ['公里', { km: 1 }],
    ['平方米/人', { sqm: 1, person: -1 }],
    ['度', { kwh: 1 }],
    ['公斤/亩', { kg: 1, mu: -1 }],
    ['元·人/人', { yuan: 1 }],
    ['米^2', { metre: 2 }],
    ['米²', { metre: 2 }],
    ['1/年', { year: -1 }],
    ['households', { household: 1 }],
    ['', {}],
    ['1', {}],
  ])('reads %s', (text, unit) => {
    expect(parseUnit(text)).toEqual(unit)
  })

  it.each([
    '元人',
    '元/',
    '/年',
    '元//年',
    '元·',
    '(元',
    '元)',
    '元/(人·年',
    '元/((人))',
    '美元',
    'dollar',
    '元 年',
    '^2',
    '元^',
    '元^0',
    '元^10',
    '2',
    '元/人)',
    'Yuan',
    'constructor',
    '元·'.repeat(100) + '元',
  ])('refuses %j', (text) => {
    expect(parseUnit(text)).toBeUndefined()
  })

  it('reads every word of the table in both languages', () => {
    for (const word of UNIT_WORDS) {
      expect(parseUnit(word.zh)).toEqual(word.base)
      expect(parseUnit(word.en)).toEqual(word.base)
      expect(unitWord(word.zh)).toBe(word)
    }
    const spellings = UNIT_WORDS.flatMap((word) => [word.zh, word.en])
    expect(new Set(spellings).size).toBe(spellings.length)
    expect(new Set(UNIT_WORDS.map((word) => word.id)).size).toBe(UNIT_WORDS.length)
  })
})

describe('formatUnit', () => {
  it('prints one spelling per language', () => {
    expect(formatUnit({ year: -1, person: -1, yuan: 1 }, 'zh')).toBe('元/人·年')
    expect(formatUnit(PER_HEAD, 'en')).toBe('yuan/person·year')
    expect(formatUnit(NO_UNIT, 'zh')).toBe('')
    expect(formatUnit({ yuan: 0 }, 'zh')).toBe('')
    expect(formatUnit({ year: -1 }, 'en')).toBe('1/year')
    expect(() => formatUnit({ ell: 1 }, 'zh')).toThrow(RangeError)
    expect(() => formatUnit({ yuan: 0.5 }, 'zh')).toThrow(RangeError)
  })

  it('is read back by parseUnit', () => {
    fc.assert(
      fc.property(anyUnit, fc.constantFrom('zh' as const, 'en' as const), (unit, lang) => {
        const text = formatUnit(unit, lang)
        expect(sameUnit(parseUnit(text)!, unit)).toBe(true)
        expect(formatUnit(parseUnit(text)!, lang)).toBe(text)
      }),
    )
  })
})

describe('unit algebra', () => {
  it('is an abelian group', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        expect(sameUnit(multiplyUnits(a, b), multiplyUnits(b, a))).toBe(true)
        expect(sameUnit(divideUnits(multiplyUnits(a, b), b), a)).toBe(true)
        expect(divideUnits(a, a)).toEqual(NO_UNIT)
        expect(sameUnit(a, b)).toBe(formatUnit(a, 'zh') === formatUnit(b, 'zh'))
      }),
    )
  })

  it('keeps a total apart from a figure per person', () => {
    expect(sameUnit({ yuan: 1, year: -1 }, PER_HEAD)).toBe(false)
    expect(sameUnit(divideUnits({ yuan: 1, year: -1 }, { person: 1 }), PER_HEAD)).toBe(true)
    expect(sameUnit({ yuan: 1, year: 0 }, { yuan: 1 })).toBe(true)
  })
})
