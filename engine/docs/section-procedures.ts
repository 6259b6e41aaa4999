import type { Act, Counting, Procedure, Step } from '../../dsl/lower/program-procedure.ts'
import { actText, rolesText, type Telling } from './act-text.ts'
import { type Context, citesHtml, linkHtml, noteHtml, say, type Timetable } from './context.ts'
import { diagramSvg } from './diagram-svg.ts'
import { flowOf, guardTexts, tellingOf } from './flow.ts'
import { anchor, type Html, html, join, withDays } from './html.ts'
import { layout } from './layout.ts'
import { shown } from './names.ts'
import { facts, table } from './table.ts'

/** Every procedure: its diagram, and the same as a table. */
export function proceduresHtml(context: Context): Html {
  const { procedures } = context.program
  const legend = html`<ul class="legend">${[...context.words.legend, context.words.scrollHint].map((line) => html`<li>${line}</li>`)}</ul>`
  return html`${procedures.some(({ steps }) => steps.length > 0) ? legend : ''}${procedures.map((procedure) => procedureHtml(procedure, context))}`
}

function procedureHtml(procedure: Procedure, context: Context): Html {
  const { names, words } = context
  const name = shown(procedure, names.lang)
  const timetable = context.timetables.find((one) => one.procedure === procedure.id)
  const chart =
    procedure.steps.length === 0
      ? html``
      : diagramSvg(layout(flowOf(procedure, names, words)), anchor('flow', procedure.id), words.diagram(name))
  return html`<h3 id="${context.places.of(procedure)}">${name} <small>${words.appliesTo} ${names.entity(procedure.entity)}</small></h3>
<p>${citesHtml(procedure.cites, context)}</p>
${facts([
  [words.appliesWhere, procedure.guard === undefined ? undefined : say(procedure.guard, [procedure.entity], context)],
  [words.listwise, procedure.roster === undefined ? undefined : words.entityRoster(names.entity(procedure.roster.entity))],
  [
    words.underStandard,
    procedure.standard === undefined
      ? undefined
      : linkHtml('standard', procedure.standard, names.standard(procedure.standard), context),
  ],
  [
    words.counting.title,
    procedure.counting.length === 0 ? undefined : join(procedure.counting.map((line) => countingHtml(line, procedure, context))),
  ],
])}${noteHtml(procedure.note)}
${chart}
${stepsTable(procedure, timetable, context)}
${timetable === undefined ? '' : html`<p class="remark">${words.datesFor(timetable.year)}</p>`}
`
}

function countingHtml(line: Counting, procedure: Procedure, context: Context): Html {
  const { words, names } = context
  const { counting } = words
  const said = [
    line.days && counting.days[line.days],
    line.firstDay && counting.firstDay[line.firstDay],
    line.deadlineDay && counting.deadlineDay[line.deadlineDay],
    line.rollover && counting.rollover[line.rollover],
    line.calendar && counting.calendar(names.calendar(line.calendar)),
  ].filter((one) => one !== undefined)
  const guards = guardTexts(line, names, words, [procedure.entity])
  return html`<div>${[...guards, said.join(words.comma)].join(words.colon)} <small>${citesHtml(line.cites, context)}</small></div>`
}

function stepsTable(procedure: Procedure, timetable: Timetable | undefined, context: Context): Html {
  const { words } = context
  const rows = procedure.steps.map((step) => ({
    id: context.places.of(step),
    cells: [
      stepCell(step, procedure, context),
      afterCell(step, procedure, context),
      whoCell(step, procedure, context),
      demandsCell(step, procedure, context),
      datesCell(timetable, step, context),
      citesHtml(step.cites, context),
    ],
  }))
  return table([words.step, words.after, words.who, words.demands, words.dates, words.clause], rows)
}

function stepCell(step: Step, procedure: Procedure, context: Context): Html {
  const { words, names } = context
  const telling = tellingOf(procedure, step, names, words)
  const phase = procedure.phases.find(({ id }) => id === step.phase)
  const phaseGuards = phase === undefined ? [] : guardTexts(phase, names, words, [procedure.entity])
  const phaseTimes = phase === undefined ? '' : phase.acts.map((act) => actText(act, telling)).join(words.semicolon)
  const guards = [...phaseGuards, ...guardTexts(step, names, words, telling.scope)]
  const copied = step.sameAs === undefined ? '' : html`<p class="remark">${words.sameAs(telling.step(step.sameAs))}</p>`
  return html`<b>${telling.step(step.id)}</b> <small>${step.scope === 'list' ? words.listwise : words.each}</small>${phase === undefined ? '' : html`<p class="remark">${words.phase}${words.colon}${shown(phase, names.lang)}${phaseTimes === '' ? '' : names.words.aside(phaseTimes)}</p>`}${guards.map((guard) => html`<p class="guard">${guard}</p>`)}${copied}${noteHtml(step.note)}`
}

function afterCell(step: Step, procedure: Procedure, { words, names }: Context): string {
  const telling = tellingOf(procedure, step, names, words)
  return step.after.length === 0 ? words.beginning : words.list(step.after.map(telling.step))
}

type Doing = Extract<Act, { kind: 'actor' | 'attend' }>

function whoCell(step: Step, procedure: Procedure, context: Context): Html {
  const { words, names } = context
  const telling = tellingOf(procedure, step, names, words)
  const actors = step.acts.filter((act): act is Doing => act.kind === 'actor' && act.roles.length > 0)
  if (actors.length === 0) return html`${words.noActor}`
  return join(
    actors.map((act) =>
      lineHtml(act, rolesText(act.roles, act.combine, telling) + personsText(act, telling), step, telling, context),
    ),
  )
}

function personsText(act: Doing, { words }: Telling): string {
  return act.persons === undefined ? '' : words.comma + words.acts.persons(act.persons)
}

function demandsCell(step: Step, procedure: Procedure, context: Context): Html {
  const { words, names, places } = context
  const telling = tellingOf(procedure, step, names, words)
  const own = step.acts.filter((act) => act.kind !== 'actor' || act.roles.length === 0)
  const lines = own.map((act) => {
    const to = 'then' in act && act.then.kind === 'goto' ? act.then.step : undefined
    const target = procedure.steps.find(({ id }) => id === to)
    const text = html`${actText(act, telling)}`
    return lineHtml(act, target === undefined ? text : html`<a href="#${places.of(target)}">${text}</a>`, step, telling, context)
  })
  return lines.length === 0 ? html`${words.none}` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

/** A line with its guard, its note, and those of its clauses that the step has not named already. */
function lineHtml(act: Act, text: Html | string, step: Step, telling: Telling, context: Context): Html {
  const guards = guardTexts(act, telling.names, telling.words, telling.scope)
  const note = act.note === undefined ? '' : html`<span class="note">${act.note}</span>`
  const own = act.cites.filter((cite) => !step.cites.some((one) => one.source === cite.source && one.article === cite.article))
  const cites = own.length === 0 ? '' : html` <small>${citesHtml(own, context)}</small>`
  return html`<div class="line">${guards.map((guard) => html`<span class="guard">${guard}</span> `)}${text}${cites}${note}</div>`
}

function datesCell(timetable: Timetable | undefined, step: Step, { words }: Context): Html {
  const slot = timetable?.steps.find((one) => one.step === step.id)
  if (slot === undefined) return html``
  const latest = slot.latest === undefined ? '' : html`<br>${withDays(words.latest(slot.latest))}`
  return html`${withDays(words.earliest(slot.from, slot.to))}${latest}`
}
