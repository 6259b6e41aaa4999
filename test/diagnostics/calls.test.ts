import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALL_CODES } from '../../dsl/diagnostics/codes/call.ts'
import { LIBRARY_CODES } from '../../dsl/diagnostics/codes/library.ts'
import { decide, prepareProcedure, TiaoliError } from '../../engine/index.ts'
import { type Demo, makeDemo } from './demo.ts'
import { readPages } from './page.ts'
import { TIMES } from './preamble.ts'
import { caseProgram, exampleProgram } from './sources.ts'

const CALLS = readPages().flatMap((page) =>
  page.blocks
    .filter(({ lang }) => lang === 'call')
    .map((block) => [`${page.code} ${block.good ? 'good' : 'bad'}`, page.code, block] as const),
)
const CODE = /\b[LPNTRDFSCK]\d{3}\b/g
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

const LIBRARY = readPages().flatMap((page) =>
  page.blocks
    .filter(({ lang }) => lang === 'js')
    .map((block) => [`${page.code} ${block.good ? 'good' : 'bad'}`, page.code, block] as const),
)

/** What an example throws, with the names it may use; undefined when it throws nothing. */
function thrownBy(code: string): unknown {
  const call = new Function('decide', 'prepareProcedure', 'program', 'household', 'times', code)
  try {
    const { roles, papers, places, procedures } = caseProgram()
    const program = { ...exampleProgram(), roles, papers, places, procedures }
    call(decide, prepareProcedure, program, { 年人均纯收入: 4200 }, TIMES)
    return undefined
  } catch (error) {
    return error
  }
}

describe('examples of library calls', () => {
  it('are there for every code', () => {
    expect([...new Set(LIBRARY.map(([, code]) => code))]).toEqual(Object.keys(LIBRARY_CODES))
  })

  it.each(LIBRARY)('%s', (_title, code, block) => {
    const thrown = thrownBy(block.text)
    if (block.good) expect(thrown).toBeUndefined()
    else {
      expect(thrown).toBeInstanceOf(TiaoliError)
      expect((thrown as TiaoliError).code).toBe(code)
    }
  })
})
