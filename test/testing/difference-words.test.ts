import { expect, it } from 'vitest'
import { differenceText } from '../../engine/testing/words.ts'

it.each([
  [
    { what: 'sweep', name: 'income', expected: 'a fact of the case', actual: 'absent' },
    '去掉一项事实 income: 期望 用例里的一项事实, 实际 没有',
  ],
  [{ what: 'item', name: 'line', expected: 'exists', actual: 'absent' }, '条目 line: 期望 有这一项, 实际 没有'],
  [{ what: 'outcome', name: 'outcome', expected: 'met', actual: 'unmet' }, '结论: 期望 达标（met）, 实际 不达标（unmet）'],
] as const)('says in Chinese what is missing as well: %o', (difference, words) => {
  expect(differenceText(difference, 'zh')).toBe(words)
})
