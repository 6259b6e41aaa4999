import type { Effects } from '../../dsl/lower/program-procedure.ts'
import { type Context, citesHtml, noteHtml, remark, say } from './context.ts'
import { type Html, html, join } from './html.ts'
import { shown } from './names.ts'
import { table } from './table.ts'
import { chosenText, dayText } from './times.ts'

/** What follows an exit: who shall or may do what, from when to when. */
export function effectsHtml(context: Context): Html {
  return html`<p class="remark">${context.words.neverDecides}</p>${join(context.program.effects.map((one) => blockHtml(one, context)))}`
}

function blockHtml(effects: Effects, context: Context): Html {
  const { names, words } = context
  const scope = effects.entity === undefined ? [] : [effects.entity]
  const day = (value: Effects['lines'][number]['from']) =>
    value === undefined ? undefined : chosenText(value, (one) => dayText(one, words), names, words, 'all')
  const rows = effects.lines.map((line) => {
    const [from, to] = [day(line.from), day(line.to)]
    return {
      id: context.places.of(line),
      cells: [
        html`<b>${shown(line, names.lang)}</b>`,
        html`<span class="kind">${words.forces[line.force]}</span> ${line.text}${line.when === undefined ? '' : remark(words.onlyWhere, say(line.when, scope, context), words)}${noteHtml(line.note)}`,
        words.list(line.roles.map(names.role)),
        from === undefined && to === undefined ? '' : `${from ?? '…'} – ${to ?? '…'}`,
        citesHtml(line.cites, context),
      ],
    }
  })
  const after = effects.procedure === undefined ? '' : html`<p>${words.via(names.procedure(effects.procedure))}</p>`
  return html`<h3 id="${context.places.of(effects)}">${shown(effects, names.lang)}${effects.entity === undefined ? '' : html` <small>${words.appliesTo} ${names.entity(effects.entity)}</small>`}</h3>
<p>${citesHtml(effects.cites, context)}</p>${after}${effects.when === undefined ? '' : remark(words.appliesWhere, say(effects.when, scope, context), words)}${noteHtml(effects.note)}
${table([words.name, words.effect, words.roles, words.period2, words.clause], rows)}
`
}
