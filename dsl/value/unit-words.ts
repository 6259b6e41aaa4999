import type { Unit } from './unit.ts'

/** A word for a unit in both languages. `factor` (fraction text) is how many of `base` one of it is; absent: 1. */
export interface UnitWord {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly base: Unit
  readonly factor?: string
}

function base(id: string, zh: string, en: string): UnitWord {
  return { id, zh, en, base: { [id]: 1 } }
}

/**
 * Every unit word. Rows whose id is their base are what `formatUnit` prints, in this order; the others are further spellings.
 * No row has a factor so far: nothing is converted behind a reader's back, 元/月 and 元/年 are two units.
 */
export const UNIT_WORDS: readonly UnitWord[] = [
  base('yuan', '元', 'yuan'),
  base('kwh', '度', 'kwh'),
  base('kg', '公斤', 'kg'),
  base('sqm', '平方米', 'sqm'),
  base('km', '公里', 'km'),
  base('metre', '米', 'metre'),
  base('mu', '亩', 'mu'),
  base('point', '分', 'point'),
  base('times', '次', 'times'),
  base('set', '套', 'set'),
  base('item', '项', 'item'),
  base('room', '间', 'room'),
  base('vehicle', '辆', 'vehicle'),
  base('animal', '头', 'animal'),
  base('visit', '人次', 'visit'),
  base('person', '人', 'person'),
  base('household', '户', 'household'),
  base('village', '村', 'village'),
  base('township', '乡镇', 'township'),
  base('county', '县', 'county'),
  base('hour', '小时', 'hour'),
  base('day', '天', 'day'),
  base('month', '月', 'month'),
  base('year', '年', 'year'),
  { id: 'kilometre', zh: '千米', en: 'kilometre', base: { km: 1 } },
  { id: 'kilogram', zh: '千克', en: 'kilogram', base: { kg: 1 } },
  { id: 'square_metre', zh: '㎡', en: 'square_metre', base: { sqm: 1 } },
  { id: 'kilowatt_hour', zh: '千瓦时', en: 'kilowatt_hour', base: { kwh: 1 } },
  { id: 'calendar_month', zh: '个月', en: 'calendar_month', base: { month: 1 } },
  { id: 'people', zh: '名', en: 'people', base: { person: 1 } },
]

const BY_SPELLING: ReadonlyMap<string, UnitWord> = new Map(
  UNIT_WORDS.flatMap((word) => [[word.zh, word] as const, [word.en, word] as const, [`${word.en}s`, word] as const]),
)

/** The unit word spelt so, in either language; English plurals in -s are understood. */
export function unitWord(spelling: string): UnitWord | undefined {
  return BY_SPELLING.get(spelling)
}
