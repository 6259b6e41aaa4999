import { yamlSchema } from '../../../dsl/parse/yaml/schema.ts'
import { factsSchema } from '../../publish/json-schema.ts'
import { SUITE_SCHEMA } from '../../testing/suite-schema.ts'
import { standardNamed } from '../choices.ts'
import { failure } from '../failure.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { policyAt } from '../workspace.ts'

export interface SchemaOptions {
  readonly of: 'facts' | 'suite' | 'policy-yaml'
  readonly standard?: string
}

/** `tiaoli schema`: the JSON Schema of facts for a standard, of a suite file, or of the YAML spelling of policies. */
export function schema(terminal: Terminal, path: string | undefined, options: SchemaOptions): ExitCode {
  const found =
    options.of === 'suite'
      ? SUITE_SCHEMA
      : options.of === 'policy-yaml'
        ? yamlSchema()
        : factsOf(terminal, path, options.standard)
  if (!found) return EXIT.wrong
  terminal.out(JSON.stringify(found, null, 2) + '\n')
  return EXIT.answered
}

function factsOf(terminal: Terminal, path: string | undefined, standard: string | undefined): object | undefined {
  if (path === undefined) throw failure('C810', { detail: 'schema POLICY' })
  const { compilation, program } = policyAt(terminal, path)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  return program && factsSchema(program, standardNamed(program, standard).id, terminal.lang)
}
