import type { Answer } from '../ledger/citations.ts'
import type { Ledger, LedgerLine } from '../ledger/ledger.ts'
import { type Context, linkHtml } from './context.ts'
import { anchor, type Html, html, join } from './html.ts'
import { shown } from './names.ts'
import { table } from './table.ts'

/** The ledgers: each article with the rules that answer it, or the reason why none does. */
export function articlesHtml(context: Context): Html {
  return join(context.ledgers.filter(({ lines }) => lines.length > 0).map((ledger) => ledgerHtml(ledger, context)))
}

function ledgerHtml(ledger: Ledger, context: Context): Html {
  const { words, names } = context
  const { articles, answered, open, 'no-rule': noRule } = ledger.totals
  const rows = ledger.lines.map((line) => ({
    id: anchor('article', ledger.source, line.article),
    ...(line.state === 'open' ? { className: 'open' } : {}),
    cells: [line.article, line.summary ?? '', answerHtml(line, context)],
  }))
  return html`<h3>${ledger.title ?? shown(ledger, names.lang)}</h3>
<p>${ledger.own ? words.ledgerTotals(articles, answered, noRule, open) : words.elsewhere}</p>
${table([words.article, words.summary, words.answeredBy], rows)}
`
}

function answerHtml(line: LedgerLine, context: Context): Html {
  const { words } = context
  switch (line.state) {
    case 'answered':
      return line.answers.length === 0 ? html`${words.byParts}` : answersHtml(line.answers, context)
    case 'no-rule':
      return html`<span class="no-rule">${words.noRule}${words.colon}${line.noRule}</span>`
    case 'open':
      return html`<strong>${words.unanswered}</strong>`
    case 'elsewhere':
      return html`${words.none}`
    default: {
      const unreachable: never = line.state
      throw new RangeError(String(unreachable))
    }
  }
}

/** Answers kind by kind, each leading to its rule. */
function answersHtml(answers: readonly Answer[], context: Context): Html {
  const { words, names } = context
  const kinds = new Map<string, Html[]>()
  for (const answer of answers) {
    const kind = words.kindOf[answer.kind] ?? words.kindOf['other']!
    const known = kinds.get(kind) ?? []
    kinds.set(kind, known)
    if (answer.kind !== 'policy' && answer.zh !== '')
      known.push(linkHtml(answer.kind, answer.id, shown(answer, names.lang), context))
  }
  return join(
    [...kinds].map(
      ([kind, links]) => html`<span class="soft">${kind}</span>${links.length === 0 ? '' : ' '}${join(links, words.separator)}`,
    ),
    html`<br>`,
  )
}
