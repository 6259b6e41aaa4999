import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCases } from '../../engine/cli/read-cases.ts'
import { compileAt } from '../../engine/cli/workspace.ts'
import { checkCase } from '../../engine/procedure/prepare.ts'
import { CASE_KEYS, EVENT_KEYS, SUBJECT_KEYS } from '../../engine/procedure/read/keys.ts'
import type { CaseInput } from '../../engine/procedure/types.ts'
import { CASE_WORDS } from '../../engine/procedure/words.ts'
import { runSuiteFile } from '../../engine/testing/run-file.ts'
import { differenceText } from '../../engine/testing/words.ts'
import { call } from '../cli/call.ts'

const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const program = compileAt(quiet, ['examples/07-a-case']).program!

interface Block {
  readonly kind: string
  readonly text: string
}
const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/```([a-z ]+)\n([\s\S]*?)\n```/g)].map((m) => ({ kind: m[1]!, text: m[2]! }))

describe.each(['docs/cases.md', 'docs/cases.zh-CN.md'])('%s', (file) => {
  const page = readFileSync(file, 'utf8')
  const blocks = blocksOf(page)
  const of = (kind: string) => blocks.filter((block) => block.kind === kind)

  it('has examples of every kind and no others', () => {
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['yaml case', 'console', 'yaml suite']))
  })

  it.each(of('yaml case').map(({ text }, i) => [i, text]))('case %i is no case to refuse', (_i, text) => {
    const [one] = readCases(text, 'a.yaml')
    const raw = { procedure: 'exit_steps', ...one!.raw } as unknown as CaseInput
    const { procedure: _default, ...named } = raw as CaseInput & { 程序?: string }
    const found = checkCase(program, named['程序'] === undefined ? raw : (named as CaseInput), one!.on!)
    expect('problems' in found ? found.problems : []).toEqual([])
  })

  it.each(of('yaml suite').map(({ text }, i) => [i, text]))('suite %i passes', (_i, text) => {
    const { run, diagnostics } = runSuiteFile(
      text,
      'a.test.yaml',
      (name) => ([program.policy.id, program.policy.zh].includes(name) ? program : undefined),
      [],
    )
    expect(diagnostics).toEqual([])
    expect(run!.results.length).toBeGreaterThan(3)
    for (const result of run!.results)
      expect([result.name, result.differences.map((d) => differenceText(d, 'en'))]).toEqual([result.name, []])
  })

  it.each(of('console').map(({ text }) => [text.split('\n')[0]!, text]))('%s prints what the page shows', async (first, text) => {
    const { out, code } = await call(...first.replace('$ tiaoli ', '').split(' '))
    expect(out.trimEnd()).toBe(text.slice(first.length + 1))
    expect(code).toBe(0)
  })

  it('names every key in both languages, and every finding', () => {
    const spellings = [CASE_KEYS, SUBJECT_KEYS, EVENT_KEYS].flatMap(({ bySpelling }) => [...bySpelling.keys()])
    expect(spellings.filter((key) => !page.includes(key))).toEqual([])
    expect(Object.keys(CASE_WORDS.zh.finding).filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  it('links to pages that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1]!)
    expect(links.filter((to) => !existsSync(join(dirname(file), to)))).toEqual([])
  })
})

it('the two pages have the same sections, tables and examples', () => {
  const shape = (file: string) => {
    const page = readFileSync(file, 'utf8')
    return {
      sections: [...page.matchAll(/^#+ /gm)].length,
      rows: [...page.matchAll(/^\|/gm)].length,
      blocks: blocksOf(page).map(({ kind }) => kind),
    }
  }
  expect(shape('docs/cases.zh-CN.md')).toEqual(shape('docs/cases.md'))
})
