import { factsTypes } from '../../publish/typescript.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { policyAt } from '../workspace.ts'

/** `tiaoli types`: TypeScript types of the facts a policy reads, for the engineer who embeds it. */
export function types(terminal: Terminal, path: string): ExitCode {
  const { compilation, program } = policyAt(terminal, path)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  if (!program) return EXIT.wrong
  terminal.out(factsTypes(program))
  return EXIT.answered
}
