import { articleKey, declaredArticle } from '../../bind/resolve-cites.ts'
import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import type { Unit } from '../../link/unit.ts'
import type { Span } from '../../source/span.ts'
import { childrenOf, clause, mainValue } from '../../syntax/access.ts'
import type { Cite, Decl } from '../../syntax/declaration.ts'
import type { DeclKind } from '../../syntax/table.ts'
import { inEnglish, type Linter, note } from './linter.ts'

/** What a policy decides and does by: an instrument whose articles these cite must be answered whole. */
const DECIDING: readonly DeclKind[] = ['standard', 'procedure', 'effects', 'register', 'target', 'ranking']

interface Answer {
  readonly span: Span
  readonly inStandard: boolean
}

/** R401 for an article no rule answers and that does not say why; R402 for one that says it has no rule and has one. */
export function lintLedger(lint: Linter): void {
  // A citation that could not be read or resolved may be the very one an article waits for.
  if (lint.errors.length > 0) return
  const answers = new Map<PolicySymbol, Map<string, Answer>>()
  for (const unit of lint.checked.binding.linked.units) gather(lint, unit, unit.decl, false, answers)
  for (const source of lint.checked.binding.symbols) {
    if (source.kind === 'source') lintSource(lint, source, answers.get(source) ?? new Map())
  }
}

function lintSource(lint: Linter, source: PolicySymbol, answers: ReadonlyMap<string, Answer>): void {
  // A source beside others' standards is a book on the shelf: only those who decide by it must answer all of it.
  const own = source.unit.kind === 'policy' || [...answers.values()].some((answer) => answer.inStandard)
  for (const decl of childrenOf(source.decl, 'article')) {
    const article = mainValue(decl, 'article')
    if (!article) continue
    const answer = answers.get(articleKey(article.text))
    const noRule = clause(decl, 'no_rule')
    const args = { article: article.text, source: shownName(source) }
    if (answer && noRule) note(lint, 'R402', noRule.span, args, { labels: [{ span: answer.span, word: 'rule' }] })
    if (answer || noRule || !own || answersWhole(answers, article.text)) continue
    const text = inEnglish(lint, decl.keywordSpan) ? ' no_rule 「…」' : ' 无规则「…」'
    const last = (clause(decl, 'summary') ?? article).span
    const end = { ...last, start: last.end }
    const fixes = isDsl(decl) ? [{ word: 'no_rule', edits: [{ span: end, text }] }] : []
    note(lint, 'R401', article.span, args, { fixes })
  }
}

/** A rule about 四（1） answers 四 too: the paragraphs are what the article consists of. */
function answersWhole(answers: ReadonlyMap<string, Answer>, article: string): boolean {
  const key = articleKey(article)
  return [...answers.keys()].some((other) => other.startsWith(`${key}(`) || other.startsWith(`${key}.`))
}

const isDsl = (decl: Decl) => !decl.span.file.endsWith('.policy.yaml')

function gather(lint: Linter, unit: Unit, decl: Decl, inStandard: boolean, into: Map<PolicySymbol, Map<string, Answer>>): void {
  const inside = inStandard || DECIDING.includes(decl.kind)
  for (const cite of clause(decl, 'cite') ?? []) {
    const source = sourceOf(lint, unit, cite)
    const article = source && declaredArticle(source.decl, cite.article)
    if (!source || article === undefined) continue
    const known = into.get(source) ?? new Map<string, Answer>()
    into.set(source, known)
    const key = articleKey(article)
    const earlier = known.get(key)
    if (!earlier || (inside && !earlier.inStandard)) known.set(key, { span: cite.span, inStandard: inside })
  }
  for (const child of decl.children ?? []) gather(lint, unit, child, inside, into)
}

function sourceOf(lint: Linter, unit: Unit, cite: Cite): PolicySymbol | undefined {
  const { binding } = lint.checked
  if (cite.source) return binding.symbolOf(cite.source)
  const sources = binding.sourcesOf(unit)
  return sources.length === 1 ? sources[0] : undefined
}
