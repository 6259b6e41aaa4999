import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The groups of the 49 constructs the language must have, and where each is tested. */
const GROUPS = {
  values: [1, 7],
  criteria: [8, 15],
  exclusions: [16, 20],
  procedure: [21, 29],
  paths: [30, 38],
  state: [39, 46],
  across: [47, 49],
} as const

const folder = join('test', 'requirements')
const fileOf = (group: string) => `constructs-${group}.test.ts`

/** What a test file says of constructs: the number in the title, and the block that follows up to the next title. */
function blocksIn(file: string): readonly { readonly number: number; readonly block: string }[] {
  const text = readFileSync(join(folder, file), 'utf8')
  const parts = text.split(/^describe\('construct /m).slice(1)
  return parts.map((part) => ({ number: Number(/^(\d+): \S/.exec(part)?.[1]), block: part }))
}

describe('the constructs', () => {
  const files = readdirSync(folder).filter((file) => /^constructs-.*\.test\.ts$/.test(file))
  const blocks = files.flatMap(blocksIn)
  it('are all 49 there, each once', () => {
    const numbers = blocks.map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 49 }, (_, i) => i + 1))
  })
  it.each(Object.entries(GROUPS))('stand in the file of their group: %s', (group, [first, last]) => {
    const numbers = blocksIn(fileOf(group)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i))
  })
  it('have no other files', () => expect(files).toEqual(Object.keys(GROUPS).map(fileOf).sort()))
  it.each(blocks.map(({ number, block }) => [number, block] as const))(
    'construct %i asserts more than one thing, skips nothing',
    (_number, block) => {
      expect(block.match(/\bit(\.each)?[(<]/g)?.length ?? 0).toBeGreaterThan(0)
      expect(block.match(/\bexpect\(/g)?.length ?? 0).toBeGreaterThan(1)
      expect(block).not.toMatch(/\.(skip|todo|only)\b/)
    },
  )
})
