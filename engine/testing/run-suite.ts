import type { Program } from '../../dsl/lower/program.ts'
import { decide } from '../index.ts'
import type { Decision } from '../types.ts'
import { differences } from './compare.ts'
import { withoutEachFact } from './holes.ts'
import type { Case, CaseResult, Difference, Suite } from './suite.ts'

/** Runs every case whose name holds `filter`. The program is the suite's policy; the suite was read against it. */
export function runSuite(program: Program, suite: Suite, filter = ''): CaseResult[] {
  const entity = program.standards.find((s) => s.id === suite.standard)!.entity
  return suite.cases.filter((c) => c.name.includes(filter)).map((c) => runCase(program, suite, entity, c))
}

function runCase(program: Program, suite: Suite, entity: string, testCase: Case): CaseResult {
  const run = (facts: Case['facts']) => decide(program, suite.standard, facts, testCase.times, { readings: testCase.readings })
  const decision = run(testCase.facts)
  const found = testCase.sweep ? sweep(program, entity, testCase, decision, run) : differences(testCase.expect, decision)
  return {
    suite: suite.file,
    name: testCase.name,
    line: testCase.line,
    status: found.length === 0 ? 'passed' : 'failed',
    differences: found,
    facts: testCase.facts,
    ...(decision.kind === 'decided' ? { record: decision.record } : {}),
  }
}

/** Each fact removed in turn: the expected outcome, or the whole record's outcome for the facts excepted. */
function sweep(
  program: Program,
  entity: string,
  testCase: Case,
  whole: Decision,
  run: (facts: Case['facts']) => Decision,
): Difference[] {
  if (whole.kind === 'rejected') return differences({ outcome: 'met' }, whole)
  const excepted = new Set(testCase.expect.except ?? [])
  const used = new Set<string>()
  const found: Difference[] = []
  for (const { path, facts } of withoutEachFact(program, entity, testCase.facts)) {
    const spellings = [path, path.replace(/\[\d+\]/g, ''), path.slice(path.lastIndexOf('.') + 1)]
    const exception = spellings.find((s) => excepted.has(s))
    if (exception !== undefined) used.add(exception)
    const expected = exception === undefined ? (testCase.expect.outcome ?? 'undetermined') : whole.record.outcome
    const decision = run(facts)
    const actual = decision.kind === 'decided' ? decision.record.outcome : decision.problems.map((p) => p.code).join(', ')
    if (actual !== expected) found.push({ what: 'sweep', name: path, expected, actual })
  }
  for (const name of excepted)
    if (!used.has(name)) found.push({ what: 'sweep', name, expected: 'a fact of the case', actual: 'absent' })
  return found
}
