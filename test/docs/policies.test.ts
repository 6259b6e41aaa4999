import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileAt } from '../../engine/cli/workspace.ts'
import { call } from '../cli/call.ts'

const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const folders = readdirSync('policies').filter((name) => !name.includes('.') && name !== 'vocabulary')
const programs = [...compileAt(quiet, ['policies']).programs.values()]
const folderOf = (file: string) => file.split('/')[1]!
const instruments = folders.map((folder) => ({
  folder,
  program: programs.find(({ standards }) => folderOf(standards[0]!.span.file) === folder)!,
}))

describe.each(['policies/README.md', 'policies/README.zh-CN.md'])('%s', (file) => {
  const page = readFileSync(file, 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('|'))

  it.each(instruments)('tells what $folder holds', ({ folder, program }) => {
    const row = rows.find((line) => line.startsWith(`| [\`${folder}/\`]`))!
    const { standards, procedures, policy } = program
    const { from, to } = policy.inForce
    const told = [from!, to!, ...[...standards, ...procedures].map(({ id }) => `\`${id}\``)]
    expect(told.filter((text) => !row.includes(text))).toEqual([])
    expect([...row.matchAll(/`([a-z_]+)`/g)].length).toBe(standards.length + procedures.length)
    const suites = readdirSync(join('policies', folder)).filter((name) => name.endsWith('.test.yaml')).length
    expect(/\| (\d+)(?: 套)? \|$/.exec(row)?.[1]).toBe(String(suites))
  })

  it.each(instruments)('lists the readings of $folder, clause, default and others', ({ folder, program }) => {
    const section = page.split(/^## /m).find((part) => part.startsWith(`\`${folder}/\``))!
    const own = program.readings.filter(({ span }) => folderOf(span.file) === folder)
    const listed = section.split('\n').filter((line) => /^\|.*`\w+`/.test(line))
    expect(listed.length).toBe(own.length)
    for (const { id, cites, chosen, choices } of own) {
      const row = listed.find((line) => line.includes(`\`${id}\` |`)) ?? `${id}?`
      const [others, first] = row.split(' | ').reverse()
      const ids = (cell: string) => [...cell.matchAll(/`(\w+)`/g)].map((m) => m[1])
      expect([row, ids(first ?? ''), ids(others!)]).toEqual([
        row,
        [chosen],
        choices.filter((choice) => choice.id !== chosen).map((choice) => choice.id),
      ])
      expect(row).toContain(cites.map(({ article }) => article).join('、'))
    }
  })

  it.each(instruments)('shows how to run a case of $folder', async ({ folder }) => {
    const section = page.split(/^## /m).find((part) => part.startsWith(`\`${folder}/\``))!
    const line = /^ {4}tiaoli (case .+)$/m.exec(section)![1]!
    expect(line).toContain(`policies/${folder} `)
    expect((await call(...line.split(' '))).code).toBe(0)
  })

  it('links to pages that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1]!)
    expect(links.filter((to) => !existsSync(join(dirname(file), to)))).toEqual([])
  })
})

describe.each([
  ['README.md', /(\d+) sets? of effects/, /(\d+) targets?/, /(\d+) ranking/],
  ['README.zh-CN.md', /效果 (\d+) 组/, /目标 (\d+)/, /排序 (\d+)/],
] as const)('the table of instruments in %s', (file, effects, targets, rankings) => {
  const rows = readFileSync(file, 'utf8').split('\n')

  it.each(instruments)('counts what $folder holds', ({ folder, program }) => {
    const row = rows.find((line) => line.startsWith('|') && line.includes(`(policies/${folder}/${folder}.policy)`))!
    const number = (pattern: RegExp) => Number(pattern.exec(row)?.[1] ?? 0)
    expect([number(effects), number(targets), number(rankings)]).toEqual([
      program.effects.length,
      program.targets.length,
      program.rankings.length,
    ])
    // Steps under the default readings: the figures of a row are those of its procedures that decide an exit.
    const chosen = new Map(program.readings.map(({ id, chosen }) => [id, chosen]))
    const steps = program.procedures.map(
      (procedure) =>
        procedure.steps.filter((step) => step.under.every(({ reading, choice }) => chosen.get(reading) === choice)).length,
    )
    const told = [...row.split(' | ')[3]!.matchAll(/\d+/g)].map((m) => Number(m[0]))
    expect([folder, told.filter((figure) => ![...steps, program.procedures.length, 2].includes(figure))]).toEqual([folder, []])
    const { from, to } = program.policy.inForce
    expect(row).toContain(from!.slice(0, 4))
    expect(row).toContain(to!.slice(0, 4))
  })
})
