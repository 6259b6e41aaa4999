import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { format } from '../../dsl/format/index.ts'
import { yamlSchema } from '../../dsl/parse/yaml/schema.ts'
import { anyDocument } from '../properties/arbitrary-document.ts'
import { CORPUS, readClean } from './spellings.ts'

const validate = new Ajv2020({ strict: false, allErrors: false }).compile(yamlSchema())

/** What an editor's own YAML reader sees, with the plain schema and with the rich one. */
function expectValid(text: string): void {
  for (const schema of ['failsafe', 'core'] as const) {
    const valid = validate(parse(text, { schema }))
    expect({ text, errors: valid ? [] : validate.errors }).toEqual({ text, errors: [] })
  }
}

describe('the JSON Schema of the YAML spelling', () => {
  test.each(CORPUS)('accepts %s printed', (name, text) => {
    const document = readClean(text, name.endsWith('.yaml') ? 'yaml' : 'dsl')
    for (const lang of ['zh', 'en'] as const) expectValid(format(document, { lang, spelling: 'yaml' }))
  })

  test('accepts whatever is printed', () => {
    const some = anyDocument.filter((document) => document.declarations.length > 0)
    fc.assert(
      fc.property(some, fc.constantFrom('zh' as const, 'en' as const), (document, lang) =>
        expectValid(format(document, { lang, spelling: 'yaml' })),
      ),
      { numRuns: 80 },
    )
  })

  test.each([
    ['an unknown key', { policy: '甲', do: [{ title: '乙', nope: 'x' }] }],
    ['a kind in the wrong block', { policy: '甲', do: [{ must: '乙', is: '丙' }] }],
    ['a missing body', { policy: '甲', do: [{ define: '乙' }] }],
    ['a list where a text is wanted', { policy: '甲', do: [{ title: ['乙'] }] }],
    ['a word that is not listed', { policy: '甲', do: [{ level: '镇' }] }],
    ['a declaration that is no file', { standard: '甲', do: [] }],
  ])('refuses %s', (_what, value) => {
    expect(validate(value)).toBe(false)
  })
})
