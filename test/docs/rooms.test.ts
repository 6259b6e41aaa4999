import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../cli/call.ts'

/** The names a page puts between backticks: several may share a pair, as in `lex/ parse/`. */
const named = (page: string) => new Set([...page.matchAll(/`([^`\n]+)`/g)].flatMap((m) => m[1]!.split(' ')))

describe.each(['dsl', 'engine', 'test'])('%s/README.md', (room) => {
  const names = named(readFileSync(join(room, 'README.md'), 'utf8'))

  it('has a row for every folder', () => {
    const folders = readdirSync(room).filter((name) => statSync(join(room, name)).isDirectory())
    expect(folders.filter((name) => !names.has(`${name}/`))).toEqual([])
  })

  it('names no folder that is not there', () => {
    const folders = [...names].filter((name) => /^[a-z-]+\/$/.test(name))
    const inside = readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${path.replaceAll('\\', '/')}/`)
    expect(
      folders.filter((name) => !existsSync(name) && !inside.some((path) => path === name || path.endsWith(`/${name}`))),
    ).toEqual([])
  })
})

it('CONTRIBUTING.md names files that exist', () => {
  const names = [...named(readFileSync('CONTRIBUTING.md', 'utf8'))].filter((name) =>
    /^(dsl|engine|test|docs|policies|examples)\//.test(name),
  )
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => !existsSync(name))).toEqual([])
})

it('the changelog shows what the case of the county’s twelve dates says', async () => {
  const shown = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/```\n([\s\S]*?)\n```/g)]
    .map((m) => m[1]!)
    .find((text) => text.startsWith('✗'))!
  const files = ['policies/henan-county', '--case', 'examples/14-henan-county-case/village.case.yaml']
  const { out } = await call('case', ...files, '--lang', 'en')
  const trimmed = (text: string) => text.split('\n').map((line) => line.trim())
  expect(trimmed(out)).toEqual(expect.arrayContaining(trimmed(shown)))
})
