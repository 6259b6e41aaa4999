import type { Program } from '../../../dsl/lower/program.ts'
import {
  type GeneratedFormat,
  type GenerateOptions,
  generatedText,
  generateEach,
  MOST_SUBJECTS,
  speller,
  timesLike,
  Unsatisfiable,
} from '../../testing/generate/index.ts'
import type { Facts, Times } from '../../types.ts'
import { readingsFrom, standardNamed } from '../choices.ts'
import { failure } from '../failure.ts'
import { writeText } from '../files.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { timesFrom } from '../times.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface GenerateFactsOptions {
  readonly like: string
  readonly households: string
  readonly seed: string
  readonly standard?: string
  readonly policy?: string
  readonly asOf?: string
  readonly year?: string
  readonly reading: readonly string[]
  readonly villages?: string
  readonly holes?: string
  readonly all: boolean
  readonly output?: string
  readonly format?: GeneratedFormat
}

/** `tiaoli generate`: invents subjects like those a policy decides and writes them as a facts file `tiaoli eval` reads. */
export function generateFacts(terminal: Terminal, options: GenerateFactsOptions): ExitCode {
  const households = wholeNumber('--households', options.households, MOST_SUBJECTS)
  const villages = options.villages === undefined ? undefined : wholeNumber('--villages', options.villages, households)
  const holes = options.holes === undefined ? undefined : shareOf('--holes', options.holes)
  const program = programLike(terminal, options)
  if (program === undefined) return EXIT.wrong
  const standard = standardNamed(program, options.standard ?? program.standards[0]?.id)
  const times = timesFrom(options, timesLike(program))
  mustBeInForce(program, times)
  const seed = /^(?:0|[1-9]\d{0,14})$/.test(options.seed) ? Number(options.seed) : options.seed
  const wanted: GenerateOptions = {
    standard: standard.id,
    households,
    seed,
    times,
    readings: readingsFrom(program, options.reading),
    all: options.all,
    ...(villages === undefined ? {} : { villages }),
    ...(holes === undefined ? {} : { holes }),
  }
  const format = options.format ?? formatOf(options.output)
  // Clerks read Chinese names, programs ids.
  const spell = terminal.lang === 'zh' ? speller(program, standard.id) : (facts: Facts) => facts
  try {
    const text = generatedText(generateEach(program, wanted), format, spell)
    if (options.output === undefined) for (const piece of text) terminal.out(piece)
    else writeText(options.output, text)
  } catch (error) {
    if (!(error instanceof Unsatisfiable)) throw error
    throw failure('C808', { option: '--like', value: options.like, wanted: say(terminal.lang, 'satisfiable') })
  }
  const path = options.output === undefined ? '' : say(terminal.lang, 'generatedTo', { path: options.output })
  const { lang } = terminal
  const line = say(lang, 'generated', {
    n: households,
    policy: program.policy[lang],
    standard: standard[lang],
    asOf: times.asOf,
    year: times.year,
    seed,
    path,
  })
  if (options.output !== undefined) terminal.out(`${line}\n`)
  // The lines themselves have no room for date and standard.
  else if (format === 'ndjson') terminal.err(`${line}\n`)
  return EXIT.answered
}

function programLike(terminal: Terminal, options: GenerateFactsOptions): Program | undefined {
  const { compilation, programs } = policiesAt(terminal, [options.like])
  const errors = compilation.diagnostics.filter((d) => d.severity === 'error')
  report(terminal, errors)
  if (errors.length > 0) return undefined
  const named = (program: Program) => program.policy.id === options.policy || program.policy.zh === options.policy
  const found = options.policy === undefined ? programs : programs.filter(named)
  if (found.length === 1) return found[0]
  const known = programs.map(({ policy }) => `${policy.zh}/${policy.id}`)
  throw failure('C808', { option: '--policy', value: options.policy ?? '', wanted: known.join(' | ') })
}

function mustBeInForce(program: Program, times: Times): void {
  const { from, to } = program.policy.inForce
  if ((from === undefined || from <= times.asOf) && (to === undefined || times.asOf <= to)) return
  throw failure('C808', { option: '--as-of', value: times.asOf, wanted: `${from ?? '…'} – ${to ?? '…'}` })
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw failure('C808', { option, value: text, wanted: `1 – ${most}` })
}

function shareOf(option: string, text: string): number {
  const found = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/.exec(text)
  const value = found === null ? Number.NaN : Number(found[1]) / (found[2] === '%' ? 100 : 1)
  if (value >= 0 && value <= 1) return value
  throw failure('C808', { option, value: text, wanted: '0 – 1 (0.02, 2%)' })
}

/** By the ending of the file; JSON where it says nothing. */
function formatOf(output: string | undefined): GeneratedFormat {
  if (output !== undefined && /\.ya?ml$/.test(output)) return 'yaml'
  return output !== undefined && /\.(?:(?:nd|l)json|jsonl)$/.test(output) ? 'ndjson' : 'json'
}
