import { CATALOGUE, type DiagnosticCode } from '../../dsl/diagnostics/catalogue.ts'
import type { Diagnostic, Fix } from '../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../dsl/diagnostics/finding.ts'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { decide } from '../../engine/index.ts'
import { readSuite } from '../../engine/testing/read-suite.ts'
import type { Block } from './page.ts'
import { FACTS_POLICY, TIMES, VOCABULARY } from './preamble.ts'

/** What compiling some files finds wrong: errors and warnings, and of the mere remarks only those of the code in question. */
export function problemsOf(files: readonly SourceFile[], remark?: string): readonly Diagnostic[] {
  return compile(files).diagnostics.filter((diagnostic) => diagnostic.severity !== 'info' || diagnostic.code === remark)
}

let known: Program | undefined
/** The program that facts and suites are read against. */
export function exampleProgram(): Program {
  known ??= compile([
    { file: 'example.policy', text: FACTS_POLICY },
    { file: 'terms.policy', text: VOCABULARY },
  ]).program
  if (!known) throw new Error('the shared policy of the error pages does not compile')
  return known
}

/** What is wrong with facts, as findings; none when they are decided. */
export function factProblems(facts: unknown, asOf: string = TIMES.asOf): readonly Diagnostic[] {
  const decision = decide(exampleProgram(), 'household_exit', facts as Record<string, unknown>, { ...TIMES, asOf })
  if (decision.kind === 'decided') return []
  return decision.problems.map(({ code, args }) => {
    if (!(code in CATALOGUE)) throw new Error(`${code} is not in the catalogue`)
    return finding(code as DiagnosticCode, { file: 'facts.json', start: 0, end: 0 }, args)
  })
}

/** What is wrong with a suite. */
export function suiteProblems(text: string): readonly Diagnostic[] {
  const program = exampleProgram()
  const names = [program.policy.id, program.policy.zh]
  return readSuite(text, 'example.test.yaml', (name) => (names.includes(name) ? program : undefined), names).diagnostics
}

/** What is wrong with an example that is no policy. */
export function dataProblems(block: Block): readonly Diagnostic[] {
  return block.lang === 'facts' ? factProblems(JSON.parse(block.text), block.asOf) : suiteProblems(block.text)
}

/** The files after a fix. */
export function fixed(files: readonly SourceFile[], fix: Fix): readonly SourceFile[] {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start)
  return files.map(({ file, text }) => {
    const own = edits.filter((edit) => edit.span.file === file)
    return { file, text: own.reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text) }
  })
}
