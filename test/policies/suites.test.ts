import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileAt } from '../../engine/cli/workspace.ts'
import { anyCoverageText, coverageOf, runSuiteFile, type SuiteRun } from '../../engine/testing/run-file.ts'
import { differenceText } from '../../engine/testing/words.ts'

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

    const runs: SuiteRun[] = []
    for (const file of suites) {
      const path = join(folder, file)
      const { run, diagnostics: wrong } = runSuiteFile(
        readFileSync(path, 'utf8'),
        path,
        (name) => [...programs.values()].find((p) => p.policy.id === name || p.policy.zh === name),
        [...programs.keys()],
      )
      describe(file, () => {
        it('can be read', () => expect(wrong.map((d) => [d.code, d.args])).toEqual([]))
        if (!run) return
        runs.push(run)
        it.each(run.results.map((r) => [r.name, r] as const))('%s', (_name, result) => {
          expect(result.differences.map((d) => differenceText(d, 'zh'))).toEqual([])
        })
      })
    }
    describe('coverage', () => {
      it.each(coverageOf(runs).map((c) => [`${c.policy}/${'procedure' in c ? c.procedure : c.standard}`, c] as const))(
        '%s is complete',
        (_key, found) => {
          const all = 'procedure' in found ? found.steps.map((s) => ({ ...s, id: `${s.step}/${s.line ?? ''}` })) : found.items
          expect(
            all.filter((one) => !one.complete).map((one) => one.id),
            anyCoverageText(found, 'zh'),
          ).toEqual([])
        },
      )
    })
  })
}
