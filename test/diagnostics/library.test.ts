import { describe, expect, it } from 'vitest'
import type { LIBRARY_CODES } from '../../dsl/diagnostics/codes/library.ts'
import { describe as inWords } from '../../dsl/diagnostics/describe.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { decide, prepareProcedure, TiaoliError } from '../../engine/index.ts'
import { tinyProgram } from '../testing/fixture.ts'

const program = tinyProgram()
const times = { asOf: '2019-12-01', year: 2019 }
const thrown = (work: () => unknown): TiaoliError => {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(TiaoliError)
    return error as TiaoliError
  }
  throw new Error('nothing was thrown')
}

const MISUSE: Record<keyof typeof LIBRARY_CODES, () => unknown> = {
  C901: () => decide({} as Program, 'exit', {}, times),
  C902: () => decide(program, 'exits', {}, times),
  C903: () => decide(program, 'exit', {}, { asOf: '2019-02-30', year: 2019 }),
  C904: () => decide(program, 'exit', {}, times, { readings: { none: 'x' } }),
  C905: () =>
    decide(
      { ...program, readings: [{ ...program.standards[0]!, cites: [], choices: [program.roles[0]!], chosen: 'committees' }] },
      'exit',
      {},
      times,
      { readings: { exit: 'x' } },
    ),
  C906: () => prepareProcedure(program, 'exit_steps'),
}

describe('misuse of the library', () => {
  it.each(Object.entries(MISUSE))('%s', (code, work) => {
    const error = thrown(work)
    expect(error.code).toBe(code)
    for (const lang of ['zh', 'en'] as const) {
      const words = inWords({ code, severity: 'error', span: { file: '', start: 0, end: 0 }, args: error.args }, lang)
      expect(`${words.title}${words.why}${words.help}`).not.toMatch(/\{[a-zA-Z]+\}/)
    }
  })
})
