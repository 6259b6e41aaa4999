import type { Program } from '../../../dsl/lower/program.ts'
import { lawfulness } from '../../procedure/lawful.ts'
import { checkCase } from '../../procedure/prepare.ts'
import { type Came, caseDifferences } from './compare.ts'
import type { ListCase, ListResult, ProcedureSuite } from './suite.ts'

/** Runs every case whose name holds `filter`. The program is the suite's policy; the suite was read against it. */
export function runProcedureSuite(program: Program, suite: ProcedureSuite, filter = ''): ListResult[] {
  return suite.cases
    .filter(({ name }) => name.includes(filter))
    .map((one) => {
      const came = comeTo(program, one)
      const differences = caseDifferences(one.expect, came)
      return {
        suite: suite.file,
        name: one.name,
        line: one.line,
        status: differences.length === 0 ? 'passed' : 'failed',
        differences,
        case: one,
        ...('status' in came ? { standing: came.status } : {}),
      }
    })
}

function comeTo(program: Program, { input, on, readings, incomePeriod, expect }: ListCase): Came {
  const found = checkCase(program, input, on, { readings })
  if ('problems' in found || expect.lawful === undefined) return found
  const lawful = lawfulness(program, input, { on, ...(incomePeriod && { incomePeriod }) }, { readings })
  return 'problems' in lawful ? lawful : { ...found, lawful: lawful.subjects }
}
