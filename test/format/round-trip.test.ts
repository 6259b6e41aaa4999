import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentSequence, format } from '../../dsl/format/index.ts'
import { NOWHERE } from '../../dsl/source/span.ts'
import type { Decl, Document } from '../../dsl/syntax/declaration.ts'
import { equalDocuments } from '../../dsl/syntax/equal.ts'
import { anyDecl, anyDocument } from '../properties/arbitrary-document.ts'
import { CORPUS, readClean, roundTrip, WAYS } from './spellings.ts'

function expectSame(a: Document, b: Document, text: string): void {
  // Comparing whole trees only after they differ: its message names the place.
  if (!equalDocuments(a, b)) expect({ text, tree: strip(b) }).toEqual({ text, tree: strip(a) })
  expect(equalDocuments(a, b)).toBe(true)
  expect(commentSequence(b)).toEqual(commentSequence(a))
}

function strip(document: Document): unknown {
  const dropped = new Set(['span', 'wordSpan', 'keywordSpan', 'quoted', 'comments', 'file', 'spelling'])
  return JSON.parse(JSON.stringify(document, (key, value) => (dropped.has(key) ? undefined : value)))
}

function inPolicy(decl: Decl): Decl {
  const comments = { leading: [], trailing: [], inner: [] }
  const span = NOWHERE
  return { kind: 'policy', name: { id: 'p', span }, clauses: {}, children: [decl], comments, keywordSpan: span, span }
}

describe('the corpus', () => {
  test.each(CORPUS)(
    '%s keeps its tree and its comments in both languages and spellings, and printing again changes nothing',
    (name, text) => {
      const document = readClean(text, name.endsWith('.yaml') ? 'yaml' : 'dsl')
      for (const options of WAYS) {
        const first = roundTrip(document, options)
        expectSame(document, first.back, first.text)
        expect(format(first.back, options)).toBe(first.text)
      }
    },
  )

  test.each(CORPUS)('%s comes back from Chinese through English and from the DSL through YAML', (name, text) => {
    const document = readClean(text, name.endsWith('.yaml') ? 'yaml' : 'dsl')
    const chinese = format(document, { lang: 'zh', spelling: 'dsl' })
    for (const by of WAYS) {
      const through = roundTrip(readClean(chinese, 'dsl'), by).back
      const back = roundTrip(through, { lang: 'zh', spelling: 'dsl' })
      expectSame(document, back.back, back.text)
    }
  })
})

describe('generated documents', () => {
  for (const options of WAYS) {
    test(`read back equal with the same comments: ${options.spelling} ${options.lang}`, () => {
      fc.assert(
        fc.property(anyDocument, (document) => {
          const { text, back } = roundTrip(document, options)
          expectSame(document, back, text)
          expect(format(back, options)).toBe(text)
        }),
        { numRuns: 120 },
      )
    })
  }

  // Whole files seldom hold them deep enough.
  test.each(['procedure', 'register', 'effects', 'target', 'ranking', 'paper', 'calendar', 'standard'] as const)(
    '%s, by itself',
    (kind) => {
      fc.assert(
        fc.property(anyDecl(kind, 5), fc.constantFrom(...WAYS), (decl, options) => {
          const document = { file: 'made.policy', spelling: 'dsl' as const, declarations: [inPolicy(decl)], comments: [] }
          const { text, back } = roundTrip(document, options)
          expectSame(document, back, text)
          expect(format(back, options)).toBe(text)
        }),
        { numRuns: 60 },
      )
    },
  )

  test('DSL to YAML to DSL', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const yaml = roundTrip(document, { lang: 'zh', spelling: 'yaml' }).back
        const { back, text } = roundTrip(yaml, { lang: 'zh', spelling: 'dsl' })
        expectSame(document, back, text)
      }),
      { numRuns: 100 },
    )
  })
})
