import type { Program, Source } from '../../dsl/lower/program.ts'
import { articleKey, pathText } from './article-key.ts'
import { type Answer, citationsOf } from './citations.ts'

/** One article of a ledger: the rules that cite it, or why there is none. `open`: neither. `elsewhere`: the source is not this policy's to answer in full. */
export interface LedgerLine {
  readonly article: string
  readonly state: 'answered' | 'no-rule' | 'open' | 'elsewhere'
  readonly answers: readonly Answer[]
  readonly summary?: string
  readonly noRule?: string
  readonly digest?: string
}

export interface Ledger {
  readonly source: string
  readonly zh: string
  readonly en: string
  readonly title?: string
  /** the policy decides by it, so each of its articles wants an answer */
  readonly own: boolean
  readonly lines: readonly LedgerLine[]
  readonly totals: Readonly<Record<LedgerLine['state'] | 'articles', number>>
}

/** The ledgers of a policy: every article of each of its sources, with what answers it. Own sources first. */
export function ledgersOf(program: Program): readonly Ledger[] {
  const answers = new Map<string, Map<string, Answer[]>>()
  citationsOf(program, (cite, answer) => {
    const ofSource = answers.get(cite.source) ?? new Map<string, Answer[]>()
    answers.set(cite.source, ofSource)
    const known = ofSource.get(cite.article) ?? []
    ofSource.set(cite.article, known)
    if (!known.some((other) => other.kind === answer.kind && other.id === answer.id)) known.push(answer)
  })
  const all = program.sources.map((source) => ledgerOf(source, answers.get(source.id) ?? new Map()))
  return [...all.filter((ledger) => ledger.own), ...all.filter((ledger) => !ledger.own)]
}

function ledgerOf(source: Source, answers: ReadonlyMap<string, readonly Answer[]>): Ledger {
  const own = [...answers.values()].some((list) => list.some((answer) => answer.decides))
  const lines = source.articles.map((one): LedgerLine => {
    const direct = answers.get(one.article) ?? []
    const state =
      direct.length > 0 || answersWhole(answers, one.article) ? 'answered' : one.noRule !== undefined ? 'no-rule' : 'open'
    return { ...one, answers: direct, state: state === 'open' && !own ? 'elsewhere' : state }
  })
  const count = (state: LedgerLine['state']) => lines.filter((line) => line.state === state).length
  return {
    source: source.id,
    zh: source.zh,
    en: source.en,
    ...(source.title === undefined ? {} : { title: source.title }),
    own,
    lines,
    totals: {
      articles: lines.length,
      answered: count('answered'),
      'no-rule': count('no-rule'),
      open: count('open'),
      elsewhere: count('elsewhere'),
    },
  }
}

/** A rule about 四（1） answers 四 too: the paragraphs are what the article consists of. */
function answersWhole(answers: ReadonlyMap<string, readonly Answer[]>, article: string): boolean {
  const whole = articleKey(article)
  if (whole?.tail !== '') return false
  const head = `${pathText(whole.path)}·`
  return [...answers.keys()].some((other) => pathText(articleKey(other)?.path ?? []).startsWith(head))
}
