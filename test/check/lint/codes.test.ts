import { describe, expect, it } from 'vitest'
import { DATES_CODES } from '../../../dsl/diagnostics/codes/dates.ts'
import { RULES_CODES } from '../../../dsl/diagnostics/codes/rules.ts'
import { describe as inWords } from '../../../dsl/diagnostics/describe.ts'
import { applied, compileWith, unmarked } from '../fixture.ts'
import { DATE_CASES } from './date-cases.ts'
import { RULE_CASES } from './rule-cases.ts'
import { TABLE_CASES } from './table-cases.ts'

const CASES = [...RULE_CASES, ...TABLE_CASES, ...DATE_CASES]
/** Shown with files of their own: units.test.ts. */
const ELSEWHERE = ['R401', 'R402', 'D507']

describe('one bad and one good example per lint', () => {
  it('covers every code of rules and dates', () => {
    const shown = new Set([...CASES.map((entry) => entry.code), ...ELSEWHERE])
    expect([...Object.keys(RULES_CODES), ...Object.keys(DATES_CODES)].filter((code) => !shown.has(code))).toEqual([])
  })

  it.each(CASES)('$code: $what', ({ code, bad, args, fixes, labels }) => {
    const { source, start, end } = unmarked(bad)
    const { diagnostics } = compileWith(source)
    expect(diagnostics.map((found) => found.code)).toEqual([code])
    const found = diagnostics[0]!
    expect([source.text.slice(found.span.start, found.span.end), found.span.start]).toEqual([
      source.text.slice(start, end),
      start,
    ])
    expect(found.args).toMatchObject(args ?? {})
    if (labels) expect((found.labels ?? []).map((label) => label.word)).toEqual(labels)
    if (fixes !== undefined) expect(found.fixes ?? []).toHaveLength(fixes)
    for (const fix of found.fixes ?? []) {
      const after = compileWith(...applied([source], fix)).diagnostics
      expect([fix.edits, after.map((other) => other.code)]).toEqual([fix.edits, []])
    }
    for (const lang of ['zh', 'en'] as const) {
      const words = inWords(found, lang)
      expect([words.title, words.why, words.help, ...words.labels, ...words.fixes].join('\n')).not.toMatch(
        /\{[a-zA-Z]+\}|undefined/,
      )
    }
  })

  it.each(CASES)('$code is silent beside: $what', ({ good }) => {
    expect(compileWith(good).diagnostics.map((found) => found.code)).toEqual([])
  })
})
