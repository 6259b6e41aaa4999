import { nearest } from '../../../dsl/diagnostics/suggest.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import { parseDay } from '../../../dsl/value/date.ts'
import { explain, explanationText } from '../../explain/index.ts'
import { decide } from '../../index.ts'
import { lawfulness } from '../../procedure/lawful.ts'
import { checkCase } from '../../procedure/prepare.ts'
import { subjectFacts } from '../../procedure/subject-facts.ts'
import type { CaseInput, CaseProblem, CaseStatus, Lawfulness } from '../../procedure/types.ts'
import type { DecideOptions } from '../../types.ts'
import { caseText } from '../case-text.ts'
import { readingsFrom } from '../choices.ts'
import { policyChooser } from '../choose-policy.ts'
import { failure } from '../failure.ts'
import { readText } from '../files.ts'
import { problemText } from '../problem-text.ts'
import { type CaseInFile, readCases } from '../read-cases.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface CaseOptions {
  readonly procedure?: string
  /** id or name of one of several policies */
  readonly policy?: string
  readonly case: string
  readonly on?: string
  readonly reading: readonly string[]
  readonly explain: boolean
  readonly format: 'text' | 'json'
  readonly failOn?: string
}

type Judged =
  | { readonly kind: 'judged'; readonly status: CaseStatus; readonly lawful?: readonly Lawfulness[] }
  | { readonly kind: 'refused'; readonly problems: readonly CaseProblem[] }

interface Answer {
  readonly name: string
  readonly invented?: true
  readonly program: Program
  readonly procedure: Procedure
  readonly on: string
  readonly input: CaseInput
  readonly incomePeriod?: NonNullable<CaseInFile['incomePeriod']>
  readonly readings: NonNullable<DecideOptions['readings']>
  readonly judged: Judged
}

/** `tiaoli case`: how the cases of a file stand on a day by a procedure, and whether an exit is lawful. Of several policies the one in force on the day. A refused case does not stop the others, and makes the exit code 2. */
export function judgeCases(terminal: Terminal, paths: readonly string[], options: CaseOptions): ExitCode {
  const stopOn = failOn(options.failOn)
  const { compilation, programs, incomplete } = policiesAt(terminal, paths)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  if (programs.length === 0 || (incomplete && options.policy === undefined)) return EXIT.wrong
  const choose = policyChooser(terminal, programs, options.policy, 'procedures')
  const answers = readCases(readText(terminal, options.case), options.case).map((one, i) => {
    const wanted = procedureWanted(options, one)
    const on = dayWanted(options, one)
    const program = choose(on, wanted)
    return judge(
      program,
      procedureNamed(program, wanted),
      one,
      on,
      options,
      one.name ?? say(terminal.lang, 'caseNumber', { n: i + 1 }),
    )
  })
  const refused = answers.filter(({ judged }) => judged.kind === 'refused')
  for (const answer of refused) terminal.err(`${refusalText(terminal, answer)}\n`)
  if (options.format === 'json') terminal.out(json(answers))
  else if (refused.length < answers.length) terminal.out(text(terminal, answers, options.explain))
  if (refused.length > 0) return EXIT.wrong
  return answers.some(({ judged }) => stops(judged, stopOn)) ? EXIT.findings : EXIT.answered
}

const STOPS = ['breached', 'in-progress', 'conformant', 'unlawful'] as const

function failOn(list: string | undefined): ReadonlySet<string> {
  const wanted = (list ?? '').split(',').filter((word) => word !== '')
  for (const word of wanted)
    if (!STOPS.some((one) => one === word)) throw failure('C808', { option: '--fail-on', value: word, wanted: STOPS.join(' | ') })
  return new Set(wanted)
}

function stops(judged: Judged, on: ReadonlySet<string>): boolean {
  if (judged.kind === 'refused') return false
  return on.has(judged.status.state) || (on.has('unlawful') && (judged.lawful ?? []).some(({ lawful }) => lawful === 'false'))
}

/** The procedure named by the call or by the case; both must mean the same. */
function procedureWanted({ procedure }: CaseOptions, { raw }: CaseInFile): string | undefined {
  const own = raw['procedure'] ?? raw['程序']
  return procedure ?? (typeof own === 'string' ? own : undefined)
}

function dayWanted(options: CaseOptions, { on }: CaseInFile): string {
  const day = options.on ?? on
  if (day === undefined) throw failure('C807', { option: '--on' })
  if (parseDay(day) === undefined) throw failure('C808', { option: '--on', value: day, wanted: 'YYYY-MM-DD' })
  return day
}

/** The procedure of that id or Chinese name; the only one when none is named. */
export function procedureNamed({ procedures }: Program, name: string | undefined): Procedure {
  const known = procedures.map(({ zh, id }) => `${zh}/${id}`)
  if (name === undefined) {
    const [only, ...others] = procedures
    if (only && others.length === 0) return only
    throw failure('C840', { known })
  }
  const found = procedures.find(({ id, zh }) => id === name || zh === name)
  if (found) return found
  const near = nearest(
    name,
    procedures.flatMap(({ zh, id }) => [zh, id]),
  )
  throw failure('C809', { kind: '--procedure', name, near: near.length > 0 ? near : known })
}

function judge(program: Program, procedure: Procedure, one: CaseInFile, on: string, options: CaseOptions, name: string): Answer {
  const own = one.raw['procedure'] ?? one.raw['程序']
  const raw = own === undefined ? { ...one.raw, procedure: procedure.id } : one.raw
  // What is no name at all is refused by the reader of cases, with its reason.
  if (typeof own === 'string' && own !== procedure.id && own !== procedure.zh)
    throw failure('C808', { option: '--procedure', value: options.procedure ?? '', wanted: own })
  const input = raw as unknown as CaseInput
  const readings = readingsFrom(program, options.reading)
  const { incomePeriod } = one
  const base = {
    name,
    ...(one.invented && { invented: one.invented }),
    program,
    procedure,
    on,
    input,
    readings,
    ...(incomePeriod && { incomePeriod }),
  }
  const found = checkCase(program, input, on, { readings })
  if ('problems' in found) return { ...base, judged: { kind: 'refused', problems: found.problems } }
  const { status } = found
  if (procedure.standard === undefined || !subjectFacts(program, input, { readings }).some(({ facts }) => facts !== undefined))
    return { ...base, judged: { kind: 'judged', status } }
  const lawful = lawfulness(program, input, { on, ...(incomePeriod && { incomePeriod }) }, { readings })
  if ('problems' in lawful) return { ...base, judged: { kind: 'refused', problems: lawful.problems } }
  return { ...base, judged: { kind: 'judged', status, lawful: lawful.subjects } }
}

function json(answers: readonly Answer[]): string {
  const cases = answers.map(({ name, invented, program, procedure, on, judged }) => ({
    name,
    ...(invented && { invented }),
    policy: program.policy.id,
    procedure: procedure.id,
    on,
    ...judged,
  }))
  return `${JSON.stringify({ schema: 'tiaoli/cases/1', cases }, null, 2)}\n`
}

function text(terminal: Terminal, answers: readonly Answer[], full: boolean): string {
  const blocks = answers.flatMap(({ judged, ...answer }) => {
    if (judged.kind === 'refused') return []
    const reasons = full ? reasonsOf(terminal, answer) : undefined
    return [
      caseText(
        { ...answer, status: judged.status, ...(judged.lawful && { lawful: judged.lawful }), ...(reasons && { reasons }) },
        terminal.lang,
        terminal.columns ?? 80,
      ),
    ]
  })
  return `${blocks.join('\n\n')}\n`
}

/** What the standard says of each subject that has facts. */
function reasonsOf(
  { lang }: Terminal,
  { program, procedure, input, on, readings, incomePeriod }: Omit<Answer, 'judged'>,
): ReadonlyMap<string, string> {
  const { standard } = procedure
  if (standard === undefined) return new Map()
  return new Map(
    subjectFacts(program, input, { readings }).flatMap(({ id, facts, year }) => {
      if (facts === undefined) return []
      const decision = decide(program, standard, facts, { asOf: on, year, ...(incomePeriod && { incomePeriod }) }, { readings })
      if (decision.kind === 'rejected') return [[id, decision.problems.map((one) => problemText(lang, one)).join('\n')] as const]
      return [[id, explanationText(explain(program, facts, decision), lang, { detail: 'brief' })] as const]
    }),
  )
}

function refusalText({ lang }: Terminal, { name, judged }: Answer): string {
  const problems = judged.kind === 'refused' ? judged.problems : []
  return [`■ ${name}: ${say(lang, 'caseRefused')}`, ...problems.map((problem) => problemText(lang, problem))].join('\n')
}
