import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileAt } from '../../engine/cli/workspace.ts'
import { coverage } from '../../engine/testing/coverage.ts'
import { readSuite } from '../../engine/testing/read-suite.ts'
import { runSuite } from '../../engine/testing/run-suite.ts'
import type { CaseResult } from '../../engine/testing/suite.ts'
import { coverageText, differenceText } from '../../engine/testing/words.ts'

/** The policy tests beside the shipped policies and examples, a test per case, and complete coverage of what they decide. */
const folders = ['policies', 'examples'].flatMap((top) =>
  readdirSync(top, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(top, entry.name)] : [])),
)
const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const

for (const folder of folders) {
  const suites = readdirSync(folder).filter((file) => file.endsWith('.test.yaml'))
  if (suites.length === 0) continue
  describe(folder, () => {
    const { programs, diagnostics } = compileAt(quiet, [folder])
    const findings = diagnostics.filter((d) => d.severity !== 'info').map((d) => `${d.code} ${d.span.file}:${d.span.start}`)
    it('compiles without findings', () => expect(findings).toEqual([]))

    const results = new Map<string, CaseResult[]>()
    for (const file of suites) {
      const path = join(folder, file)
      const read = readSuite(
        readFileSync(path, 'utf8'),
        path,
        (name) => [...programs.values()].find((p) => p.policy.id === name || p.policy.zh === name),
        [...programs.keys()],
      )
      describe(file, () => {
        it('can be read', () => expect(read.diagnostics.map((d) => [d.code, d.args])).toEqual([]))
        if (!read.suite || !read.program) return
        const { suite, program } = read
        const ran = runSuite(program, suite)
        const key = `${suite.policy}/${suite.standard}`
        results.set(key, [...(results.get(key) ?? []), ...ran])
        it.each(ran.map((r) => [r.name, r] as const))('%s', (_name, result) => {
          expect(result.differences.map((d) => differenceText(d, 'zh'))).toEqual([])
        })
      })
    }
    describe('coverage', () => {
      it.each([...results])('%s is complete', (key, ran) => {
        const [policy, standard] = key.split('/')
        const program = programs.get(policy!)!
        const found = coverage(program, program.standards.find((s) => s.id === standard)!, ran)
        expect(
          found.items.filter((i) => !i.complete).map((i) => i.id),
          coverageText(found, 'zh'),
        ).toEqual([])
      })
    })
  })
}
