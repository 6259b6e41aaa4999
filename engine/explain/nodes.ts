import type { Lang } from '../types.ts'
import { account, withoutGaps, workings } from './account.ts'
import { needText, remedyNode, setNode } from './advice.ts'
import type { CiteNode, ConditionNode, Explanation, ItemNode } from './explanation.ts'
import { dateText, labelText, momentText } from './phrase.ts'
import { WORDS_EN } from './words.en.ts'
import type { Words } from './words.ts'
import { WORDS_ZH } from './words.zh.ts'

/** One line of an explanation: a mark (✓ ✗ ？ ‖ · or ''), its words, its clauses, and the lines below it. */
export interface ExplanationNode {
  readonly mark: string
  readonly text: string
  readonly cite?: string
  readonly children: readonly ExplanationNode[]
}

type Decided = Extract<Explanation, { readonly kind: 'decided' }>

/** How much is said: brief leaves out what passes and how figures were worked out. */
export type Detail = 'brief' | 'full'

const WORDS: Readonly<Record<Lang, Words>> = { zh: WORDS_ZH, en: WORDS_EN }
const plain = (text: string, children: readonly ExplanationNode[] = []): ExplanationNode => ({ mark: '', text, children })

/** The words of a language. */
export function wordsOf(lang: Lang): Words {
  return WORDS[lang]
}

function citing(cites: readonly CiteNode[], w: Words): { readonly cite?: string } {
  if (cites.length === 0) return {}
  const texts = cites.map((cite) => {
    const source =
      w.lang === 'zh' ? (cite.title ?? cite.source?.zh) : cite.source === undefined ? cite.title : labelText(cite.source, w)
    return w.cite(source, cite.article)
  })
  return { cite: w.citing(texts) }
}

/** What was found about an item, in the order a reader asks: its group or condition, deemed and excepted, applied, departure, re-check. `wanted`: it ought to hold. */
function found(item: ItemNode, w: Words, wanted: boolean): string {
  const said: string[] = []
  const when = item.when === undefined ? undefined : account(withoutGaps(item.when), w)
  if (when !== undefined && item.applied === 'false' && item.kind !== 'bar' && item.kind !== 'suspend') return w.notApplied(when)
  if (when !== undefined && item.applied === 'unknown') said.push(w.openWhen(when))
  if (item.group !== undefined) {
    const held = item.parts.filter((part) => part.value === 'true').length
    said.push((wanted ? w.group : w.situations)(item.group.mode, item.group.count, item.parts.length, held))
  }
  const deemed = item.deemed.some((one) => one.truth === 'true')
  if (item.condition !== undefined && !(deemed && item.condition.truth !== 'true'))
    said.push(account(wanted ? item.condition : withoutGaps(item.condition), w))
  for (const one of item.deemed) if (one.truth === 'true') said.push(w.deemed(account(one, w)))
  for (const one of item.except) if (one.truth === 'true') said.push(w.excepted(account(one, w)))
  if (item.exception !== undefined)
    said.push(w.exception(item.exception.reason, item.exception.by, dateText(item.exception.on, w)))
  if (item.recheck !== undefined)
    said.push(w.rechecked(item.recheck.passed, labelText(item.recheck.role, w), dateText(item.recheck.on, w)))
  return said.filter((text) => text !== '').join(w.semicolon)
}

function conditions(item: ItemNode): readonly ConditionNode[] {
  return [item.when, item.condition, ...item.deemed, ...item.except].filter((one): one is ConditionNode => one !== undefined)
}

function itemLine(item: ItemNode, w: Words, detail: Detail, wanted: boolean): ExplanationNode {
  const partMark = item.value === 'true' ? 'pass' : item.value === 'false' ? 'fail' : 'open'
  // Under 统筹 parts decide nothing: the mark says whether they hold.
  const effect = item.kind === 'part' && item.effect === 'none' ? partMark : item.effect
  // Parts of a bar are situations too.
  const shown = { ...item, effect, kind: item.kind === 'part' && !wanted ? ('bar' as const) : item.kind }
  const parts = item.parts
    .filter((part) => detail === 'full' || part.effect !== 'pass')
    .map((part) => itemLine(part, w, detail, wanted))
  const lines =
    detail === 'brief' ? [] : [...new Set(conditions(item).flatMap((one) => workings(one, w)))].map((text) => plain(text))
  const label = labelText(item.label, w)
  const text = found(item, w, wanted)
  return {
    mark: w.marks[effect],
    text: `${w.verdict(shown)} ${label}${text === '' ? '' : `${w.colon}${text}`}${w.stop}`,
    ...citing(item.cites, w),
    children: [...parts, ...lines],
  }
}

/** Items the outcome rests on: those that fail, hold or are open. */
function because(explanation: Decided, w: Words): string[] {
  const wanted = { unmet: 'fail', suspended: 'hold', undetermined: 'open' } as const
  const { outcome } = explanation
  if (outcome === 'met' || outcome === 'not-applicable') return []
  return explanation.items.filter((item) => item.effect === wanted[outcome]).map((item) => labelText(item.label, w))
}

function remedies(explanation: Decided, w: Words): ExplanationNode[] {
  const wanted = explanation.outcome === 'unmet' ? 'fail' : explanation.outcome === 'suspended' ? 'hold' : undefined
  const nodes: ExplanationNode[] = []
  for (const item of explanation.items) {
    if (item.effect !== wanted || item.remedy === undefined) continue
    const node = remedyNode(item.remedy, w)
    const ends = item.remedy.kind === 'end' || item.remedy.kind === 'recheck'
    nodes.push(ends ? node : { ...node, text: w.elementDoes(labelText(item.label, w), node.text) })
  }
  return nodes
}

function collecting(explanation: Decided, w: Words): ExplanationNode[] {
  const { toMeet, toFail, blocked, truncated } = explanation.collect
  const sections: ExplanationNode[] = []
  if (explanation.outcome === 'met' || explanation.outcome === 'unmet') return sections
  const cut = truncated ? [plain(w.truncated)] : []
  const paths = (sets: typeof toMeet): string => JSON.stringify(sets.map((set) => set.map((need) => need.path)))
  if (toMeet.length > 0 && paths(toMeet) === paths(toFail)) {
    sections.push(plain(w.headings.both, [...toMeet.map((set) => setNode(set, w)), ...cut]))
  } else if (toMeet.length === 1 && toMeet[0]!.length > 1 && !truncated) {
    sections.push(
      plain(
        w.headings.meetAll,
        toMeet[0]!.map((need) => plain(needText(need, w))),
      ),
    )
  } else if (toMeet.length > 0) sections.push(plain(w.headings.meet, [...toMeet.map((set) => setNode(set, w)), ...cut]))
  if (toFail.length > 0 && paths(toMeet) !== paths(toFail))
    sections.push(plain(w.headings.fail, [...toFail.map((set) => setNode(set, w)), ...cut]))
  if (toMeet.length === 0 && truncated) sections.unshift(plain(w.tooMany))
  if (blocked.length > 0) {
    const lines = blocked.map((one) =>
      plain(w.blockedBy(one.kind, labelText(one.label, w), one.time === undefined ? undefined : momentText(one.time, w))),
    )
    sections.push(plain(w.headings.blocked, lines))
  }
  return sections
}

/** An explanation as a tree of lines: the outcome on top, below it the items, what would change it, and what is still to be collected. */
export function explanationNodes(explanation: Explanation, lang: Lang, detail: Detail = 'full'): ExplanationNode {
  const w = wordsOf(lang)
  if (explanation.kind === 'rejected') {
    return plain(
      w.rejected,
      explanation.problems.map((problem) => plain(w.problem(problem.code, problem.path))),
    )
  }
  const { times } = explanation
  const subject = w.subject(labelText(explanation.subject.label, w), explanation.subject.id)
  const period =
    times.incomePeriod === undefined
      ? undefined
      : { from: dateText(times.incomePeriod.from, w), to: dateText(times.incomePeriod.to, w) }
  const effects: readonly string[] = detail === 'full' ? ['pass', 'fail', 'hold', 'open', 'none'] : ['fail', 'hold', 'open']
  const items = explanation.items
    .filter((item) => effects.includes(item.effect) || item.exception !== undefined)
    .map((item) => itemLine(item, w, detail, item.kind !== 'bar' && item.kind !== 'suspend'))
  const guard =
    explanation.guard === undefined || (detail === 'brief' && explanation.guard.truth === 'true')
      ? []
      : [plain(w.guard(account(explanation.guard, w)))]
  const readings =
    detail === 'full'
      ? explanation.readings.map((one) => plain(w.reading(labelText(one.label, w), labelText(one.choice, w))))
      : []
  const advice = remedies(explanation, w)
  const hides = explanation.outcome === 'not-applicable'
  const heading = explanation.outcome === 'suspended' ? w.headings.recheck : w.headings.remedy
  return plain(w.outcome(explanation.outcome, subject, labelText(explanation.standard, w), because(explanation, w)), [
    plain(w.times(dateText(times.asOf, w), w.year(String(times.year)), period)),
    ...guard,
    ...readings,
    ...(hides || items.length === 0 ? [] : [plain(w.headings.items, items)]),
    ...(advice.length === 0 ? [] : [plain(heading, advice)]),
    ...(hides ? [] : collecting(explanation, w)),
  ])
}
