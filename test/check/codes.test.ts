import { describe, expect, it } from 'vitest'
import { NAMES_CODES } from '../../dsl/diagnostics/codes/names.ts'
import { TYPES_CODES } from '../../dsl/diagnostics/codes/types.ts'
import { describe as inWords } from '../../dsl/diagnostics/describe.ts'
import { applied, compileWith, unmarked } from './fixture.ts'
import { NAME_CASES } from './name-cases.ts'
import { PROCEDURE_CASES } from './procedure-cases.ts'
import { TYPE_CASES } from './type-cases.ts'

const CASES = [...NAME_CASES, ...TYPE_CASES, ...PROCEDURE_CASES]

describe('one bad example per code', () => {
  it('covers every code of names and types', () => {
    const shown = new Set(CASES.map((entry) => entry.code))
    expect([...Object.keys(NAMES_CODES), ...Object.keys(TYPES_CODES)].filter((code) => !shown.has(code))).toEqual([])
  })

  it.each(CASES)('$code: $what', ({ code, source: raw, more: rawMore = [], fixes }) => {
    const marked = [raw, ...rawMore].find((file) => file.text.includes('«'))
    const { source: where, start, end } = unmarked(marked ?? raw)
    const files = [raw, ...rawMore].map((file) => unmarked(file).source)
    const { diagnostics, program } = compileWith(...files)
    expect(diagnostics.map((found) => `${found.code} ${found.span.file}`)).toEqual([
      `${code} ${marked ? where.file : diagnostics[0]?.span.file}`,
    ])
    const [found] = diagnostics
    if (!found) return
    if (marked) expect(where.text.slice(found.span.start, found.span.end)).toBe(where.text.slice(start, end))
    if (found.severity === 'error' && found.span.file === 'p') expect(program).toBeUndefined()
    for (const lang of ['zh', 'en'] as const) {
      const words = inWords(found, lang)
      expect([words.title, words.why, words.help, ...words.labels, ...words.fixes].join('\n')).not.toMatch(/\{[a-zA-Z]+\}/)
    }
    if (fixes !== undefined) expect(found.fixes ?? []).toHaveLength(fixes)
    for (const fix of found.fixes ?? []) {
      const after = compileWith(...applied(files, fix))
      expect(after.diagnostics.filter((other) => other.code === code || other.severity === 'error')).toEqual([])
    }
  })
})
