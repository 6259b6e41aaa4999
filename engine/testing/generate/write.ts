import type { Facts } from '../../types.ts'
import type { Generated, GeneratedSubject } from './generate.ts'
import { MARK } from './vocabulary.ts'

export type GeneratedFormat = 'json' | 'ndjson' | 'yaml'

/**
 * The text of a facts file of invented subjects, in pieces: every form says that it is invented. JSON and YAML carry times and standard; NDJSON is one
 * subject a line and carries neither. `spell` puts the names to be shown in place of ids.
 */
export function* generatedText(
  generated: Generated<Iterable<GeneratedSubject>>,
  format: GeneratedFormat,
  spell: (facts: Facts) => Facts,
): Generator<string> {
  switch (format) {
    case 'json':
      yield* jsonText(generated, spell)
      return
    case 'ndjson':
      for (const { facts } of generated.subjects) yield `${JSON.stringify({ [MARK]: true, ...spell(facts) })}\n`
      return
    case 'yaml':
      yield* yamlText(generated, spell)
      return
    default: {
      const unreachable: never = format
      return unreachable
    }
  }
}

const SCHEMA = 'tiaoli/generated/1'

/** What stands above the subjects. */
function headOf({ policy, standard, seed, times }: Generated<unknown>): Record<string, unknown> {
  const period = times.incomePeriod === undefined ? {} : { income_period: times.incomePeriod }
  return { [MARK]: true, schema: SCHEMA, policy, standard, seed, times: { as_of: times.asOf, year: times.year, ...period } }
}

function* jsonText(generated: Generated<Iterable<GeneratedSubject>>, spell: (facts: Facts) => Facts): Generator<string> {
  const head = Object.entries(headOf(generated)).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  yield `{\n${head.join('')}"subjects": [\n`
  let between = ''
  for (const { name, facts } of generated.subjects) {
    yield `${between}${JSON.stringify({ name, facts: spell(facts) })}`
    between = ',\n'
  }
  yield '\n]\n}\n'
}

function* yamlText(generated: Generated<Iterable<GeneratedSubject>>, spell: (facts: Facts) => Facts): Generator<string> {
  yield Object.entries(headOf(generated))
    .map(([key, value]) => `${yamlKey(key)}: ${flow(value)}\n`)
    .join('')
  yield 'subjects:\n'
  for (const { name, facts } of generated.subjects) {
    const lines = Object.entries(spell(facts)).map(([key, value]) => block(key, value))
    yield `  - name: ${flow(name)}\n    facts:${lines.length === 0 ? ' {}' : ''}\n${lines.join('')}`
  }
}

/** A fact of a subject; the elements of a list one a line. */
function block(key: string, value: unknown): string {
  const objects = Array.isArray(value) && value.some((one) => typeof one === 'object')
  if (!objects) return `      ${yamlKey(key)}: ${flow(value)}\n`
  return `      ${yamlKey(key)}:\n${(value as unknown[]).map((one) => `        - ${flow(one)}\n`).join('')}`
}

/** A value on one line; texts always in quotes. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, one]) => `${yamlKey(key)}: ${flow(one)}`)
  return `{${entries.join(', ')}}`
}

const PLAIN_KEY = /^[\p{Script=Han}A-Za-z_][\p{Script=Han}\w]*$/u
const TAKEN = /^(?:true|false|null|yes|no|on|off|y|n)$/i

function yamlKey(key: string): string {
  return PLAIN_KEY.test(key) && (key === 'on' || !TAKEN.test(key)) ? key : JSON.stringify(key)
}
