import { CATALOGUE, type DiagnosticCode } from '../../dsl/diagnostics/catalogue.ts'
import type { Diagnostic, Fix } from '../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../dsl/diagnostics/finding.ts'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { decide } from '../../engine/index.ts'
import { checkCase } from '../../engine/procedure/prepare.ts'
import type { CaseInput } from '../../engine/procedure/types.ts'
import { historyOf } from '../../engine/register/history.ts'
import { isProcedureSuite, readProcedureSuite } from '../../engine/testing/case/read.ts'
import { readSuite } from '../../engine/testing/read-suite.ts'
import type { FactProblem } from '../../engine/types.ts'
import type { Block } from './page.ts'
import { CASE_POLICY, FACTS_POLICY, REGISTER_POLICY, TIMES, VOCABULARY } from './preamble.ts'

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
  const program = isProcedureSuite(text) ? caseProgram() : exampleProgram()
  const names = [program.policy.id, program.policy.zh]
  const read = isProcedureSuite(text) ? readProcedureSuite : readSuite
  return read(text, 'example.test.yaml', (name) => (names.includes(name) ? program : undefined), names).diagnostics
}

let cases: Program | undefined
/** The program that case files are read against. */
export function caseProgram(): Program {
  cases ??= compile([{ file: 'case.policy', text: CASE_POLICY }]).program
  if (!cases) throw new Error('the shared policy of case files does not compile')
  return cases
}

/** What is wrong with a case file, whatever it is. */
export function caseProblems(input: unknown): readonly Diagnostic[] {
  const found = checkCase(caseProgram(), input as CaseInput, TIMES.asOf)
  return 'problems' in found ? found.problems.map(problemFinding) : []
}

let registers: Program | undefined
/** What is wrong with a history, on a day after all of it. */
export function historyProblems(history: unknown): readonly Diagnostic[] {
  registers ??= compile([{ file: 'register.policy', text: REGISTER_POLICY }]).program
  if (!registers) throw new Error('the shared policy of histories does not compile')
  const answer = historyOf(registers, undefined, history, { on: TIMES.asOf })
  return answer.kind === 'judged' ? [] : answer.problems.map(problemFinding)
}

function problemFinding({ code, args }: FactProblem): Diagnostic {
  if (!(code in CATALOGUE)) throw new Error(`${code} is not in the catalogue`)
  return finding(code as DiagnosticCode, { file: 'history.json', start: 0, end: 0 }, args)
}

/** What is wrong with an example that is no policy. */
export function dataProblems(block: Block): readonly Diagnostic[] {
  if (block.lang === 'case') return caseProblems(JSON.parse(block.text))
  if (block.lang === 'history') return historyProblems(JSON.parse(block.text))
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
