import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { VOCABULARY, withReading } from '../diagnostics/preamble.ts'
import { fixed, problemsOf } from '../diagnostics/sources.ts'

const [, single, several] = readFileSync('test/corpus/unspaced.txt', 'utf8')
  .split(/^# One message.*\n/m)
  .map((part) => part.trim().split('\n'))
const ITEM = /^(?:原则上|须|不得|暂缓|统筹)/
const RUN_CODES = ['P115', 'N220']

/** The line as an item, or as the condition of one. */
function filesOf(line: string): readonly SourceFile[] {
  const item = ITEM.test(line) ? line : `须 甲/a 依据「一」：${line}；`
  return [
    { file: 'example.policy', text: withReading(item) },
    { file: 'terms.policy', text: VOCABULARY },
  ]
}

describe('lines typed without blanks', () => {
  it('are at least thirty', () => expect(single!.length).toBeGreaterThanOrEqual(30))

  it.each(single!)('one message mends: %s', (line) => {
    const files = filesOf(line)
    const found = problemsOf(files)
    expect(found.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:P115|N220)$/)])
    const [fix] = found[0]!.fixes ?? []
    expect(fix).toBeDefined()
    expect(problemsOf(fixed(files, fix!))).toEqual([])
  })

  it.each(several!)('a message for each declaration mends: %s', (line) => {
    let files = filesOf(line)
    const first = problemsOf(files)
    expect(first.map(({ code }) => RUN_CODES.includes(code))).toEqual(first.map(() => true))
    const places = first.map(({ span }) => `${span.start} ${span.end}`)
    expect(new Set(places).size).toBe(places.length)
    for (let round = 0; round < first.length; round++) {
      const [next] = problemsOf(files)
      files = fixed(files, next!.fixes![0]!)
    }
    expect(problemsOf(files)).toEqual([])
  })
})
