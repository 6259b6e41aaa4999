import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../dsl/value/sha256.ts'

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('sha256', () => {
  it.each([
    '',
    'abc',
    '条理',
    '𠮷野家',
    'a'.repeat(55),
    'a'.repeat(56),
    'a'.repeat(63),
    'a'.repeat(64),
    'a'.repeat(65),
    '长'.repeat(100_000),
  ])('is the reference’s', (text) => {
    expect(sha256(text)).toBe(reference(text))
  })

  it('is the reference’s on any text, one after another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => sha256(text) === reference(text)),
      { numRuns: 500 },
    )
  })

  it('takes a text larger than its room', () => {
    const text = '条'.repeat(3_000_000)
    expect(sha256(text)).toBe(reference(text))
  })
})
