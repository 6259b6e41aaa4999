import type { Register } from '../../dsl/lower/program-register.ts'
import { type Context, citesHtml, linkHtml, noteHtml, say } from './context.ts'
import { diagramSvg } from './diagram-svg.ts'
import { anchor, type Html, html, join } from './html.ts'
import { layout } from './layout.ts'
import { shown } from './names.ts'
import { registerFlow, stateName } from './register-flow.ts'
import { facts, table } from './table.ts'

/** Every register: a diagram of its states, and its transitions, what is forbidden and what changes who belongs, as tables. */
export function registersHtml(context: Context): Html {
  return join(context.program.registers.map((register) => registerHtml(register, context)))
}

function registerHtml(register: Register, context: Context): Html {
  const { names, words } = context
  const name = shown(register, names.lang)
  const scope = [register.entity]
  const states = (ids: readonly string[], none: string) =>
    ids.length === 0 ? none : words.either(ids.map((id) => stateName(register, id, names)))
  const field = names.entityOf(register.entity)?.fields.find((one) => one.id === register.field)
  const transitions = register.transitions.map((one) => ({
    id: context.places.of(one),
    cells: [
      html`<b>${shown(one, names.lang)}</b>`,
      states(one.from, words.entry),
      stateName(register, one.to, names),
      join(
        [
          one.when === undefined ? undefined : say(one.when, scope, context),
          one.via === undefined ? undefined : linkHtml('procedure', one.via, words.via(names.procedure(one.via)), context),
          one.label === undefined ? undefined : words.labelled(one.label),
          one.note,
        ].filter((part) => part !== undefined),
        html`<br>`,
      ),
      citesHtml(one.cites, context),
    ],
  }))
  const forbidden = register.forbidden.map((one) => ({
    id: context.places.of(one),
    cells: [
      html`<b>${shown(one, names.lang)}</b>`,
      states(one.from, words.anyState),
      one.to === undefined ? words.anyState : stateName(register, one.to, names),
      html`${one.when === undefined ? '' : say(one.when, scope, context)}${noteHtml(one.note)}`,
      citesHtml(one.cites, context),
    ],
  }))
  const heads = [words.transition, words.from, words.to, words.condition, words.clause]
  return html`<h3 id="${context.places.of(register)}">${name} <small>${words.appliesTo} ${names.entity(register.entity)}</small></h3>
<p>${citesHtml(register.cites, context)}</p>
${facts([[words.keptIn, field === undefined ? register.field : shown(field, names.lang)]])}${noteHtml(register.note)}
${diagramSvg(layout(registerFlow(register, names, words)), anchor('states', register.id), words.states(name))}
${table(heads, transitions)}
${forbidden.length === 0 ? '' : html`<h4>${words.forbidden}</h4>${table(heads, forbidden)}`}
${changesHtml(register, context)}
`
}

function changesHtml(register: Register, context: Context): Html {
  const { names, words, program } = context
  if (register.changes.length === 0) return html``
  // The contract names the values, not their enumeration: the one that has them all.
  const nameOf = (ids: readonly string[]) => {
    const values = program.enums.find((one) => ids.every((id) => one.values.some((value) => value.id === id)))?.values ?? []
    return words.list(
      ids.map((id) => {
        const value = values.find((one) => one.id === id)
        return value === undefined ? id : shown(value, names.lang)
      }),
    )
  }
  return html`<h4>${words.changes}</h4>
${table(
  [words.kind, words.name, words.state, words.clause],
  register.changes.map((one) => ({
    cells: [
      one.direction === 1 ? words.joins : words.leaves,
      nameOf(one.values),
      [...(one.label === undefined ? [] : [words.labelled(one.label)]), ...(one.removes ? [words.removes] : [])].join(
        words.comma,
      ),
      citesHtml(one.cites, context),
    ],
  })),
)}`
}
