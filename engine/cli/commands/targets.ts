import type { Program } from '../../../dsl/lower/program.ts'
import { decide } from '../../index.ts'
import { listText } from '../../register/list-words.ts'
import { ranking } from '../../register/ranking.ts'
import { targets as targetsOf } from '../../register/targets.ts'
import type { Decided, RankingStatus, TargetStatus } from '../../register/types.ts'
import type { Times } from '../../types.ts'
import { readingsFrom, standardNamed } from '../choices.ts'
import { policyChooser } from '../choose-policy.ts'
import { readText } from '../files.ts'
import { readFacts } from '../read-facts.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { timesFrom } from '../times.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface TargetsOptions {
  readonly standard?: string
  readonly policy?: string
  readonly facts: string
  readonly asOf?: string
  readonly year?: string
  readonly reading: readonly string[]
  readonly format: 'text' | 'json'
}

/** A list: the subjects of one policy decided at one time. */
interface Group {
  readonly program: Program
  readonly times: Times
  readonly names: string[]
  readonly decided: Decided[]
}

/** `tiaoli targets`: decides the subjects of a facts file, then says how far they come towards the policy's targets and in which order they stand. */
export function targets(terminal: Terminal, paths: readonly string[], options: TargetsOptions): ExitCode {
  const { compilation, programs } = policiesAt(terminal, paths)
  const errors = compilation.diagnostics.filter((d) => d.severity === 'error')
  report(terminal, errors)
  if (programs.length === 0 || (programs.length > 1 && errors.length > 0)) return EXIT.wrong
  const choose = policyChooser(terminal, programs, options.policy)
  const groups = new Map<string, Group>()
  readFacts(readText(terminal, options.facts), options.facts).forEach((subject, i) => {
    const wanted = options.standard ?? subject.standard
    const times = timesFrom(options, subject.times)
    const program = choose(times.asOf, wanted)
    const standard = standardNamed(program, wanted).id
    const key = JSON.stringify([programs.indexOf(program), times])
    const group = groups.get(key) ?? { program, times, names: [], decided: [] }
    groups.set(key, group)
    const readings = readingsFrom(program, options.reading)
    group.names.push(
      subject.name ??
        (typeof subject.facts['id'] === 'string' ? subject.facts['id'] : say(terminal.lang, 'subject', { n: i + 1 })),
    )
    group.decided.push({
      standard,
      facts: subject.facts,
      decision: decide(program, standard, subject.facts, times, { readings }),
    })
  })
  const found = [...groups.values()].map((group): Found => {
    const readings = readingsFrom(group.program, options.reading)
    const { program, decided, times } = group
    return {
      group,
      targets: targetsOf(program, decided, times, { readings }),
      rankings: ranking(program, decided, times, { readings }),
    }
  })
  terminal.out(options.format === 'json' ? json(found) : text(terminal, found))
  return EXIT.answered
}

interface Found {
  readonly group: Group
  readonly targets: readonly TargetStatus[]
  readonly rankings: readonly RankingStatus[]
}

function json(found: readonly Found[]): string {
  const lists = found.map(({ group, targets: reached, rankings }) => ({
    policy: group.program.policy.id,
    times: group.times,
    subjects: group.names.map((name, i) => {
      const { decision, standard } = group.decided[i]!
      return { name, standard, outcome: decision.kind === 'rejected' ? 'rejected' : decision.record.outcome }
    }),
    targets: reached,
    rankings,
  }))
  return `${JSON.stringify({ schema: 'tiaoli/targets/1', lists }, null, 2)}\n`
}

function text({ lang }: Terminal, found: readonly Found[]): string {
  const blocks = found.map(({ group, targets: reached, rankings }) => {
    const head = say(lang, 'listHead', {
      policy: group.program.policy[lang],
      asOf: group.times.asOf,
      year: group.times.year,
      n: group.names.length,
    })
    return `${head}\n${listText(group.program, reached, rankings, lang, (at) => group.names[at]!)}`
  })
  return `${blocks.join('\n\n')}\n`
}
