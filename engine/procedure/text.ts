import type { Cite, Program, Term } from '../../dsl/lower/program.ts'
import type { Procedure } from '../../dsl/lower/program-procedure.ts'
import type { Lang } from '../types.ts'
import type { CaseFinding, Duty, FindingCode, Lawfulness, StepStatus } from './types.ts'
import { CASE_WORDS, type CaseWords } from './words.ts'

/** What the ids in a finding's lists name. */
type Kind = 'step' | 'role' | 'paper' | 'place' | 'stratum' | 'register' | 'base' | 'plain'

const FOUND: Partial<Record<FindingCode, Kind>> = { stratum: 'plain', proxy: 'plain' }
const REQUIRED: Readonly<Record<FindingCode, Kind>> = {
  duplicate: 'plain',
  'not-on-list': 'plain',
  'not-needed': 'plain',
  resolver: 'role',
  closed: 'plain',
  return: 'plain',
  order: 'step',
  early: 'plain',
  late: 'plain',
  actor: 'role',
  attend: 'role',
  persons: 'plain',
  paper: 'paper',
  naming: 'paper',
  output: 'paper',
  short: 'plain',
  long: 'plain',
  place: 'place',
  ballot: 'base',
  quorum: 'plain',
  body: 'role',
  consent: 'role',
  signature: 'role',
  proxy: 'role',
  reply: 'role',
  notify: 'role',
  archive: 'role',
  filing: 'role',
  sample: 'plain',
  stratum: 'stratum',
  register: 'register',
}

/** A finding in words. */
export interface FindingText {
  readonly title: string
  /** what was found and what is required; '' where the title says it all */
  readonly said: string
  readonly step?: string
  /** the clauses, ready to be put behind */
  readonly cites: string
  readonly remedy: string
  readonly event: string
}

/** Speaks about cases of one procedure in one language. */
export interface CaseSpeaker {
  readonly words: CaseWords
  readonly step: (id: string) => string
  readonly roles: (ids: readonly string[]) => readonly string[]
  readonly cites: (cites: readonly Cite[]) => string
  readonly finding: (finding: CaseFinding) => FindingText
  readonly duty: (duty: Duty) => string
  /** done, due (under way) … */
  readonly state: (status: StepStatus) => string
  readonly lawful: (one: Lawfulness) => string
}

/** Makes a speaker; ids nobody declared are said as they are. */
export function caseSpeaker(program: Program, procedure: Procedure, lang: Lang): CaseSpeaker {
  const words = CASE_WORDS[lang]
  const called = (terms: readonly Term[]) => {
    const names = new Map(terms.map((term) => [term.id, term[lang]]))
    return (id: string) => names.get(id) ?? id
  }
  const step = called(procedure.steps)
  const role = called(program.roles)
  const paper = called(program.papers)
  const place = called(program.places)
  const source = called(program.sources)
  const strata = called(procedure.steps.flatMap((one) => one.acts.flatMap((act) => (act.kind === 'sample' ? act.strata : []))))
  const plain = (id: string) => id
  const naming: Readonly<Record<Kind, (id: string) => string>> = {
    step,
    role,
    paper,
    place,
    stratum: strata,
    register: (id) => words.registerAct[id] ?? place(id),
    base: (id) => words.base[id] ?? id,
    plain,
  }
  const named = (kind: Kind, ids: readonly string[]) =>
    ids.map((id) => (kind === 'role' && /^\d+$/.test(id) ? words.enough(id) : naming[kind](id)))
  const cited = ({ source: id, article }: Cite) => words.cite(program.sources.length > 1 ? source(id) : undefined, article)
  const days = ({ from, to }: Duty) => words.days(from, to)
  return {
    words,
    step,
    roles: (ids) => ids.map(role),
    cites: (cites) => words.citing(cites.map(cited)),
    finding: (finding) => {
      const { code, found, required } = finding
      const { title, said } = words.finding[code]
      const kind = REQUIRED[code]
      return {
        title,
        said: said(named(FOUND[code] ?? kind, found), named(kind, required)),
        ...(finding.step === undefined ? {} : { step: step(finding.step) }),
        cites: words.citing(finding.cites.map(cited)),
        remedy: finding.breach ? (finding.curable ? words.curable : words.lasting) : words.note,
        event: words.event(finding.event + 1),
      }
    },
    duty: (duty) => words.duty(duty.state, words.name(step(duty.step)), duty.roles.map(role), days(duty)),
    state: ({ state, held, running }) => {
      // What failed or is objected to was done; calling it due would hide that.
      if (held) return words.held[held]
      return running ? `${words.stepState[state]}${words.aside(words.running)}` : words.stepState[state]
    },
    lawful: ({ lawful, procedure: state, outcome, problems }) => {
      const standard = outcome === undefined ? (problems ? words.refusedFacts : undefined) : words.outcome[outcome]
      return words.reasons(words.lawful[lawful], standard, words.subjectState[state])
    },
  }
}
