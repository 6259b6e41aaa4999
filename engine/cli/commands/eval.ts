import { describe } from '../../../dsl/diagnostics/describe.ts'
import type { Program, Standard } from '../../../dsl/lower/program.ts'
import { explain, explanationText } from '../../explain/index.ts'
import { decide } from '../../index.ts'
import type { Decision, Outcome, Times } from '../../types.ts'
import { readingsFrom, standardNamed } from '../choices.ts'
import { policyChooser } from '../choose-policy.ts'
import { failure } from '../failure.ts'
import { readText } from '../files.ts'
import { pathText } from '../path-text.ts'
import { readFacts, type Subject } from '../read-facts.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { timesFrom } from '../times.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface EvalOptions {
  readonly standard?: string
  /** id or name of one of several policies */
  readonly policy?: string
  readonly facts: string
  readonly asOf?: string
  readonly year?: string
  readonly reading: readonly string[]
  readonly explain: boolean
  readonly format: 'text' | 'json'
  readonly failOn?: string
}

const OUTCOMES: readonly Outcome[] = ['met', 'unmet', 'suspended', 'undetermined', 'not-applicable']

interface Answer {
  readonly subject: Subject
  readonly program: Program
  readonly standard: Standard
  readonly times: Times
  readonly decision: Decision
}

/** `tiaoli eval`: decides every subject of the facts file and says why. Of several policies the one in force on the day. A refused record does not stop the others. */
export function evaluate(terminal: Terminal, paths: readonly string[], options: EvalOptions): ExitCode {
  const stopOn = failOn(options.failOn)
  const { compilation, programs, incomplete } = policiesAt(terminal, paths)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  // With a broken file among several it is not known which policy is in force.
  if (programs.length === 0 || (incomplete && options.policy === undefined)) return EXIT.wrong
  const choose = policyChooser(terminal, programs, options.policy)
  const answers = readFacts(readText(terminal, options.facts), options.facts).map((subject): Answer => {
    const name = options.standard ?? subject.standard
    const times = timesFrom(options, subject.times)
    const program = choose(times.asOf, name)
    const standard = standardNamed(program, name)
    const readings = readingsFrom(program, options.reading)
    return { subject, program, standard, times, decision: decide(program, standard.id, subject.facts, times, { readings }) }
  })
  terminal.out(options.format === 'json' ? json(answers) : text(terminal, answers, options.explain))
  return answers.some((a) => stopOn.has(a.decision.kind === 'rejected' ? 'rejected' : a.decision.record.outcome))
    ? EXIT.findings
    : EXIT.answered
}

function failOn(list: string | undefined): ReadonlySet<string> {
  const wanted = (list ?? '').split(',').filter((word) => word !== '')
  const known = [...OUTCOMES, 'rejected']
  for (const word of wanted)
    if (!known.includes(word)) throw failure('C808', { option: '--fail-on', value: word, wanted: known.join(' | ') })
  return new Set(wanted)
}

function json(answers: readonly Answer[]): string {
  const decisions = answers.map(({ subject, program, standard, times, decision }) => ({
    ...(subject.name === undefined ? {} : { name: subject.name }),
    policy: program.policy.id,
    standard: standard.id,
    times,
    facts: subject.facts,
    ...decision,
  }))
  return JSON.stringify({ schema: 'tiaoli/eval/1', decisions }, null, 2) + '\n'
}

function text(terminal: Terminal, answers: readonly Answer[], full: boolean): string {
  const { lang } = terminal
  const blocks = answers.map(({ subject, program, standard, times, decision }, i) => {
    const name =
      subject.name ?? (typeof subject.facts['id'] === 'string' ? subject.facts['id'] : say(lang, 'subject', { n: i + 1 }))
    const names = { standard: standard[lang], policy: program.policy[lang] }
    // the words of a decision say the times themselves
    const head =
      decision.kind === 'decided'
        ? say(lang, 'decidedBy', names)
        : say(lang, 'refusedOn', { ...names, asOf: times.asOf, year: times.year })
    return `■ ${name}\n  ${head}\n${indent(decisionText(program, standard, subject, decision, lang, full))}`
  })
  const count = (outcome: string) =>
    answers.filter((a) => (a.decision.kind === 'rejected' ? 'rejected' : a.decision.record.outcome) === outcome).length
  const totals = say(lang, 'counts', {
    read: answers.length,
    met: count('met'),
    unmet: count('unmet'),
    suspended: count('suspended'),
    undetermined: count('undetermined'),
    notApplicable: count('not-applicable'),
    rejected: count('rejected'),
  })
  return `${blocks.join('\n\n')}\n\n${totals}\n`
}

function decisionText(
  program: Program,
  standard: Standard,
  subject: Subject,
  decision: Decision,
  lang: Terminal['lang'],
  full: boolean,
): string {
  if (decision.kind === 'decided')
    return explanationText(explain(program, subject.facts, decision), lang, { detail: full ? 'full' : 'brief' })
  const problems = decision.problems.map((p) => {
    const words = describe(
      { code: p.code, severity: 'error', span: { file: '', start: 0, end: 0 }, args: { path: p.path, ...p.args } },
      lang,
    )
    const path = pathText(program, standard.entity, p.path, lang)
    return `✗ ${p.code} ${path === '' ? '' : `${path}: `}${words.title}\n  ${words.help}`
  })
  return [say(lang, 'rejected'), ...problems].join('\n')
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
}
