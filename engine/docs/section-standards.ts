import type { Item, Standard } from '../../dsl/lower/program.ts'
import type { Scope } from './condition.ts'
import { conditionHtml } from './condition-html.ts'
import { type Context, citesHtml, noteHtml, remark, say } from './context.ts'
import { type Html, html, join } from './html.ts'
import { shown } from './names.ts'
import { type Row, table } from './table.ts'

/** Every standard: whom it is for, and each item with its kind, clause and condition in words. */
export function standardsHtml(context: Context): Html {
  return join(context.program.standards.map((standard) => standardHtml(standard, context)))
}

function standardHtml(standard: Standard, context: Context): Html {
  const { words, names } = context
  const scope: Scope = [standard.entity]
  const rows = standard.items.flatMap((item) => itemRows(item, undefined, scope, context))
  const guard = standard.guard === undefined ? '' : remark(words.appliesWhere, say(standard.guard, scope, context), words)
  return html`<h3 id="${context.places.of(standard)}">${shown(standard, names.lang)} <small>${words.appliesTo} ${names.entity(standard.entity)}</small></h3>
<p>${citesHtml(standard.cites, context)}</p>
${guard}${noteHtml(standard.note)}
${table([words.item, words.kind, words.condition, words.clause], rows)}
`
}

function itemRows(item: Item, within: Item | undefined, scope: Scope, context: Context, depth = 0): readonly Row[] {
  const { words, names } = context
  const own = item.under.filter(
    ({ reading, choice }) => !within?.under.some((one) => one.reading === reading && one.choice === choice),
  )
  const under = own.map(({ reading, choice }) => words.underReading(names.reading(reading), names.choice(reading, choice)))
  const group = item.group
  const body = [
    ...under.map((text) => html`<p class="remark">${text}</p>`),
    item.when === undefined ? html`` : remark(words.onlyWhere, say(item.when, scope, context), words),
    item.condition === undefined ? html`` : conditionHtml(item.condition, scope, context),
    group === undefined
      ? html``
      : html`${group.mode === 'at_least' ? words.groups.atLeast(group.n ?? group.parts.length) : words.groups[group.mode]}`,
    ...item.deemed.map((expr) => remark(words.deemed, conditionHtml(expr, scope, context), words)),
    ...item.except.map((expr) => remark(words.except, conditionHtml(expr, scope, context), words)),
    item.reviewers.length === 0
      ? html``
      : html`<p class="remark">${words.reviewedBy(words.either(item.reviewers.map(names.role)))}</p>`,
    noteHtml(item.note),
  ]
  const mark = (item.inPrinciple ? `${words.inPrinciple} ` : '') + words.itemKinds[item.kind]
  return [
    {
      id: context.places.of(item),
      className: depth === 0 ? `item ${item.kind}` : `part depth${Math.min(depth, 3)}`,
      cells: [
        html`<b>${shown(item, names.lang)}</b>`,
        html`<span class="kind">${mark}</span>`,
        join(body),
        citesHtml(item.cites, context),
      ],
    },
    ...(group?.parts.flatMap((part) => itemRows(part, item, scope, context, depth + 1)) ?? []),
  ]
}
