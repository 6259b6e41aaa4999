import { type Context, noteHtml, policyHtml } from './context.ts'
import { type Html, html, join, withDays } from './html.ts'
import { shown } from './names.ts'
import { facts } from './table.ts'

/** What the instrument is: its names, place, level, version and days, and that it is historic. */
export function headHtml(context: Context): Html {
  const { program, names, words } = context
  const { policy } = program
  const { from, to } = policy.inForce
  const replaced = policy.supersedes.map(
    (one) => html`${policyHtml(one.policy, context)}${one.from === undefined ? '' : names.words.aside(words.since(one.from))}`,
  )
  const status = to === undefined ? (from === undefined ? words.undated : undefined) : words.historic(from, to)
  return html`<header id="head">
<h1>${titleOf(program, names.lang)}</h1>
<p class="ids">${policy.zh}${policy.zh === policy.id ? '' : html` <code>${policy.id}</code>`}</p>
${status === undefined ? '' : html`<p class="status">${withDays(status)}</p>`}
${facts([
  [words.level, policy.level === undefined ? undefined : words.levels[policy.level]],
  [words.jurisdiction, policy.jurisdiction],
  [words.document, policy.document],
  [words.version, policy.version],
  [words.inForce, withDays(words.period(from, to))],
  [words.parent, policy.parent === undefined ? undefined : policyHtml(policy.parent, context)],
  [words.supersedes, join(replaced, words.semicolon)],
])}
${noteHtml(policy.note)}
</header>`
}

/** What an instrument is called; its title is Chinese and stands in both languages. */
export function titleOf({ policy }: Context['program'], lang: 'zh' | 'en'): string {
  return lang === 'zh' ? (policy.title ?? policy.zh) : shown(policy, 'en')
}
