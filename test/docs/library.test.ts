import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as engine from '../../engine/entry/engine.ts'
import * as main from '../../engine/entry/main.ts'
import * as node from '../../engine/entry/node.ts'
import * as testing from '../../engine/entry/testing.ts'

const page = readFileSync('docs/library.md', 'utf8')
const samples = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map((m) => m[1]!)
const modules: Readonly<Record<string, object>> = {
  'node:fs': { readFileSync },
  tiaoli: main,
  'tiaoli/node': node,
  'tiaoli/testing': testing,
}

/** A sample as plain JavaScript: imports become the sources, `a // => b` a comparison. The `!` of TypeScript is all its syntax there is. */
function plain(sample: string): string {
  return sample
    .replace(/^import \{ (.+) \} from '(.+)'$/gm, "const { $1 } = modules['$2']")
    .replace(/^;?(\S.*) \/\/ => (.+)$/gm, 'told(() => ($1), $2)')
    .replaceAll(/([\])\w])!(?=[.;)\]\n])/g, '$1')
}

it('the samples of the library page do what they say', () => {
  const answers: unknown[][] = []
  const told = (say: () => unknown, expected: unknown) => answers.push([say(), expected])
  new Function('modules', 'told', samples.map(plain).join('\n'))(modules, told)
  expect(answers.map(([said]) => said)).toEqual(answers.map(([, expected]) => expected))
  expect(answers.length).toBe([...page.matchAll(/ \/\/ => /g)].length)
})

it('every name in its table is exported where the table says', () => {
  const entries: Readonly<Record<string, object>> = {
    tiaoli: main,
    'tiaoli/engine': engine,
    'tiaoli/node': node,
    'tiaoli/testing': testing,
  }
  for (const [entry, holds] of Object.entries(entries)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${entry}\``))!
    const names = [...row.matchAll(/`(\w+)(?:\(.*?\))?`/g)].map((m) => m[1]!).filter((name) => name !== 'tiaoli')
    expect([entry, names.filter((name) => !(name in holds))]).toEqual([entry, []])
  }
})
