import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../cli/call.ts'

const PAGES = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const

describe.each(PAGES)('%s', (file, lang) => {
  const page = readFileSync(file, 'utf8')
  const blocks = [...page.matchAll(/```\n([\s\S]*?)\n```/g)].map((m) => m[1]!)

  it('shows the policy of the first example', () => {
    expect(blocks[0]).toBe(readFileSync('examples/00-first/first.policy', 'utf8').trimEnd())
  })

  it('shows what the command prints', async () => {
    const { out } = await call('eval', 'examples/00-first', '--facts', 'examples/00-first/households.yaml', '--lang', lang)
    expect(blocks[1]).toBe(out.trimEnd())
  })

  it('shows what the command prints of a case', async () => {
    const files = ['examples/07-a-case', '--case', 'examples/07-a-case/village.case.yaml']
    const { out } = await call('case', ...files, '--on', '2019-10-24', '--lang', lang)
    expect(blocks[2]).toBe(out.trimEnd())
  })

  it('lists every command, and options that they have', async () => {
    const { out } = await call('--help', '--lang', 'en')
    const rows = page.split('\n').filter((line) => line.startsWith('| `tiaoli '))
    const named = rows.flatMap((row) => [...row.matchAll(/`tiaoli (\w+)/g)].map((m) => m[1]!))
    const commands = [...out.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map((m) => m[1]!)
    expect([...named].sort()).toEqual([...commands].sort())
    for (const row of rows) {
      const command = /`tiaoli (\w+)/.exec(row)![1]!
      const help = (await call(command, '--help', '--lang', 'en')).out
      const options = [...row.matchAll(/--[a-z-]+/g)].map((m) => m[0])
      expect([command, options.filter((option) => !help.includes(option))]).toEqual([command, []])
    }
  })

  it('links to pages that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1]!).filter((to) => !to.startsWith('http'))
    expect(links.filter((to) => !existsSync(join(dirname(file), to)))).toEqual([])
  })
})

it('the two READMEs have the same sections, tables and commands', () => {
  const [english, chinese] = PAGES.map(([file]) => readFileSync(file, 'utf8'))
  const shape = (page: string) => ({
    sections: [...page.matchAll(/^#+ /gm)].length,
    rows: [...page.matchAll(/^\|/gm)].length,
    commands: [...page.matchAll(/tiaoli [a-z]+/g)].map((m) => m[0]),
    links: [...page.matchAll(/\]\((docs[^)]*)\)/g)].map((m) => m[1]!.replace('.zh-CN', '')),
  })
  expect(shape(chinese!)).toEqual(shape(english!))
})
