import { describe } from '../../../dsl/diagnostics/describe.ts'
import { nearest } from '../../../dsl/diagnostics/suggest.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import { parseDay } from '../../../dsl/value/date.ts'
import { historyOf } from '../../register/history.ts'
import { chineseStep } from '../../register/keys.ts'
import { readHistory } from '../../register/read.ts'
import type { HistoryAnswer, HistoryProblem } from '../../register/types.ts'
import { historyText } from '../../register/words.ts'
import { readingsFrom } from '../choices.ts'
import { policyChooser } from '../choose-policy.ts'
import { failure } from '../failure.ts'
import { readText } from '../files.ts'
import { pathText } from '../path-text.ts'
import { readFacts } from '../read-facts.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface RegisterOptions {
  readonly history: string
  /** id or name of one of several registers */
  readonly register?: string
  readonly policy?: string
  readonly on?: string
  readonly reading: readonly string[]
  readonly failOn?: string
  readonly format: 'text' | 'json'
}

interface Answer {
  readonly name: string
  readonly program: Program
  readonly entity: string | undefined
  readonly answer: HistoryAnswer
}

const FINDINGS = ['rejected', 'finding', 'unclear'] as const

/** `tiaoli register`: judges every history of the file by a register of the policy: states, why a change was not taken, what may be done next. */
export function register(terminal: Terminal, paths: readonly string[], options: RegisterOptions): ExitCode {
  const stopOn = failOn(options.failOn)
  const { on } = options
  if (on !== undefined && parseDay(on) === undefined) throw failure('C808', { option: '--on', value: on, wanted: 'YYYY-MM-DD' })
  const { compilation, programs } = policiesAt(terminal, paths)
  const errors = compilation.diagnostics.filter((d) => d.severity === 'error')
  report(terminal, errors)
  if (programs.length === 0 || (programs.length > 1 && errors.length > 0)) return EXIT.wrong
  const choose = policyChooser(terminal, programs, options.policy)
  if (on === undefined && programs.length > 1 && options.policy === undefined)
    throw failure('C808', { option: '--on', value: '—', wanted: 'YYYY-MM-DD' })
  const program = choose(on ?? '', undefined)
  const named = options.register === undefined ? undefined : registerNamed(program, options.register)
  const readings = readingsFrom(program, options.reading)
  const answers = readFacts(readText(terminal, options.history), options.history).map(({ name, facts }, i): Answer => {
    const read = readHistory(program, facts, named)
    if (read.kind === 'read') dated(read.history, on)
    const answer =
      read.kind === 'rejected' ? read : historyOf(program, named, facts, { readings, ...(on === undefined ? {} : { on }) })
    const subject = [facts['subject'], facts['对象']].find((one) => typeof one === 'string') as string | undefined
    const entity = read.kind === 'read' ? program.registers.find((one) => one.id === read.history.register)?.entity : undefined
    return { name: name ?? subject ?? say(terminal.lang, 'subject', { n: i + 1 }), program, entity, answer }
  })
  terminal.out(options.format === 'json' ? json(answers) : text(terminal, answers))
  return answers.some(({ answer }) => kindsOf(answer).some((kind) => stopOn.has(kind))) ? EXIT.findings : EXIT.answered
}

/** Without a day in the file one has to be given. */
function dated(
  history: { readonly start?: unknown; readonly changes: readonly unknown[]; readonly people: readonly unknown[] },
  on: string | undefined,
): void {
  if (on === undefined && history.start === undefined && history.changes.length === 0 && history.people.length === 0)
    throw failure('C808', { option: '--on', value: '—', wanted: 'YYYY-MM-DD' })
}

function registerNamed({ registers }: Program, name: string): string {
  const found = registers.find((one) => one.id === name || one.zh === name)
  if (found) return found.id
  const near = nearest(
    name,
    registers.flatMap((one) => [one.zh, one.id]),
  )
  throw failure('C809', {
    kind: '--register',
    name,
    near: near.length > 0 ? near : registers.map((one) => `${one.zh}/${one.id}`),
  })
}

function failOn(list: string | undefined): ReadonlySet<string> {
  const wanted = (list ?? '').split(',').filter((word) => word !== '')
  for (const word of wanted)
    if (!FINDINGS.includes(word as 'rejected'))
      throw failure('C808', { option: '--fail-on', value: word, wanted: FINDINGS.join(' | ') })
  return new Set(wanted)
}

function kindsOf(answer: HistoryAnswer): readonly (typeof FINDINGS)[number][] {
  if (answer.kind === 'rejected') return ['rejected']
  const codes = answer.days.flatMap((day) => day.changes.flatMap((change) => change.findings.map(({ code }) => code)))
  return codes.map((code) => (code === 'unclear' ? 'unclear' : 'finding'))
}

function json(answers: readonly Answer[]): string {
  const histories = answers.map(({ name, program, answer }) => ({ name, policy: program.policy.id, ...answer }))
  return `${JSON.stringify({ schema: 'tiaoli/register/1', histories }, null, 2)}\n`
}

function text({ lang }: Terminal, answers: readonly Answer[]): string {
  const blocks = answers.map(({ name, program, entity, answer }) => {
    const inWords = (path: string) => (entity === undefined ? path : pathText(program, entity, path, lang))
    const body =
      answer.kind === 'judged'
        ? historyText(program, answer, lang, inWords)
        : [say(lang, 'historyRejected'), ...answer.problems.map((one) => problemText(program, entity, one, lang))].join('\n')
    return `■ ${name}\n${body.replace(/^(?=.)/gm, '  ')}`
  })
  return `${blocks.join('\n\n')}\n`
}

function problemText(
  program: Program,
  entity: string | undefined,
  { code, path, args }: HistoryProblem,
  lang: Terminal['lang'],
): string {
  const words = describe({ code, severity: 'error', span: { file: '', start: 0, end: 0 }, args: { path, ...args } }, lang)
  const where = historyPath(program, entity, path, lang)
  return `✗ ${code} ${where === '' ? '' : `${where}: `}${words.title}\n  ${words.help}`
}

/** A path for a reader: the file's own keys in their Chinese spelling, and behind 事实 the names of the fields. */
function historyPath(program: Program, entity: string | undefined, path: string, lang: Terminal['lang']): string {
  if (lang === 'en') return path
  const steps = path.split('.')
  const cut = steps.indexOf('facts') + 1
  const own = cut === 0 ? steps : steps.slice(0, cut)
  const rest =
    cut === 0 || entity === undefined
      ? steps.slice(own.length).join('.')
      : pathText(program, entity, steps.slice(cut).join('.'), lang)
  return [...own.map(chineseStep), ...(rest === '' ? [] : [rest])].join('.')
}
