import type { Program } from '../../dsl/lower/program.ts'
import { type Candidate, inForce } from '../versions/in-force.ts'
import { failure } from './failure.ts'
import type { Terminal } from './terminal.ts'
import { say } from './words.ts'

/** What the name asked for names. */
type Wanted = 'standards' | 'procedures'

/**
 * Chooses for a day, and the standard or procedure asked for, the policy in force among several, and says once on standard error which. A single policy is taken as it is: whether
 * it is in force is then told with the decision. None and several in force, and a name nobody has, are failures that list the candidates with their dates.
 */
export function policyChooser(
  terminal: Terminal,
  programs: readonly Program[],
  name: string | undefined,
  kind: Wanted = 'standards',
): (asOf: string, wanted: string | undefined) => Program {
  const named = name === undefined ? programs : programs.filter(({ policy }) => policy.id === name || policy.zh === name)
  if (named.length === 0)
    throw failure('C809', { kind: '--policy', name: name ?? '', near: programs.map(({ policy }) => `${policy.zh}/${policy.id}`) })
  const [only, ...others] = named
  if (only && others.length === 0) return () => only
  const chosen = new Map<string, Program>()
  return (asOf, wanted) => {
    const key = `${asOf} ${wanted ?? ''}`
    const known = chosen.get(key)
    if (known) return known
    const program = chooseFor(programs, named, asOf, wanted, kind)
    chosen.set(key, program)
    terminal.err(`${chosenLine(terminal, program, asOf)}\n`)
    return program
  }
}

function chooseFor(
  all: readonly Program[],
  named: readonly Program[],
  asOf: string,
  wanted: string | undefined,
  kind: Wanted,
): Program {
  const able = named.filter(
    (program) => wanted === undefined || program[kind].some(({ id, zh }) => id === wanted || zh === wanted),
  )
  if (able.length === 0) {
    const known = [...new Set(named.flatMap((program) => program[kind].map((one) => `${one.zh}/${one.id}`)))]
    throw kind === 'standards'
      ? failure('C806', { name: wanted ?? '', known })
      : failure('C809', { kind: '--procedure', name: wanted ?? '', near: known })
  }
  // What has no such standard can still have taken the place of what has.
  const found = inForce(all, asOf)
  const standing = all
    .map((program, i) => ({ program, candidate: found.candidates[i]! }))
    .filter(({ program }) => able.includes(program))
  const valid = standing.filter(({ candidate }) => candidate.standing === 'in-force')
  if (valid.length === 1) return valid[0]!.program
  const candidates = (valid.length === 0 ? standing : valid).map(({ candidate }) => candidateText(candidate))
  throw failure(valid.length === 0 ? 'C833' : 'C832', { asOf, candidates })
}

/** One candidate without words, for both languages: names, version, dates, and what took its place from which day. */
export function candidateText({ zh, id, version, from, to, by }: Candidate): string {
  const replaced = by ? ` → ${by.id}${by.version === undefined ? '' : `@${by.version}`} ${by.since ?? ''}`.trimEnd() : ''
  return `${zh}/${id}${version === undefined ? '' : `@${version}`} [${from ?? '…'}, ${to ?? '…'}]${replaced}`
}

function chosenLine({ lang }: Terminal, { policy }: Program, asOf: string): string {
  const version = policy.version === undefined ? '' : say(lang, 'versionWord', { version: policy.version })
  const { from = '…', to = '…' } = policy.inForce
  return say(lang, 'inForceOn', { asOf, policy: policy[lang], version, from, to })
}
