import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALL_CODES } from '../../dsl/diagnostics/codes/call.ts'
import { type Demo, makeDemo } from './demo.ts'
import { readPages } from './page.ts'

const CALLS = readPages().flatMap((page) => page.blocks.filter(({ lang }) => lang === 'call').map((block) => [`${page.code} ${block.good ? 'good' : 'bad'}`, page.code, block] as const))
const CODE = /\b[LPNTRDFSC]\d{3}\b/g
const HAN = /[\u3400-\u9fff]/
const STACK = /\n\s+at .*:\d+:\d+/

let demo: Demo
beforeAll(async () => {
  demo = await makeDemo()
})
afterAll(() => demo.remove())

describe('examples of calls', () => {
  it('are there for every code of the command line that a call can bring about', () => {
    const shown = new Set(CALLS.map(([, code]) => code))
    expect(Object.keys(CALL_CODES).filter((code) => !shown.has(code))).toEqual(['C899'])
  })

  it.each(CALLS)('%s', async (_title, code, block) => {
    const zh = await demo.run(block.text)
    if (block.good) {
      expect([zh.err, zh.code]).toEqual(['', 0])
      return
    }
    expect(zh.err.match(CODE)).toEqual([code])
    expect(zh.code).not.toBe(0)
    const en = await demo.run(block.text, '--lang', 'en')
    expect(en.err.match(CODE)).toEqual([code])
    expect(zh.err).toMatch(HAN)
    for (const { err } of [zh, en]) {
      expect(err).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object/)
      expect(err).not.toMatch(STACK)
      expect(err).not.toMatch(/：[。；]|: ?[.;]/)
    }
  })
})
