import type { Definition, Parameter, ParameterEntry } from '../../dsl/lower/program.ts'
import { conditionHtml } from './condition-html.ts'
import { type Context, citesHtml, noteHtml } from './context.ts'
import { literalText } from './figure.ts'
import { type Html, html, join } from './html.ts'
import { shown } from './names.ts'
import { table } from './table.ts'

/** Parameters: for each its values with their days, places and where they come from. */
export function parametersHtml(context: Context): Html {
  const { names, words, program } = context
  const one = (
    parameter: Parameter,
  ) => html`<h3 id="${context.places.of(parameter)}">${shown(parameter, names.lang)} <small>${words.timed[parameter.timed]}</small></h3>
<p>${citesHtml(parameter.cites, context)}</p>${noteHtml(parameter.note)}
${
  parameter.entries.length === 0
    ? html`<p class="status">${words.noValues}</p>`
    : table(
        [words.period2, words.value, words.category, words.area, words.origin],
        parameter.entries.map((entry) => ({
          cells: [
            periodOf(entry, context),
            literalText(entry.value, parameter.type, names),
            entry.category === undefined ? '' : categoryOf(parameter, entry.category, context),
            entry.area ?? '',
            entry.origin ?? '',
          ],
        })),
      )
}
`
  return join(program.parameters.map(one))
}

function periodOf({ from, to }: ParameterEntry, { words }: Context): string {
  if (from !== undefined && from === to) return from
  return from === undefined && to === undefined ? words.none : `${from ?? '…'} – ${to ?? '…'}`
}

function categoryOf(parameter: Parameter, id: string, { names }: Context): string {
  const value = parameter.keyed === undefined ? undefined : names.enumOf(parameter.keyed)?.values.find((one) => one.id === id)
  return value === undefined ? id : shown(value, names.lang)
}

/** Readings: each ambiguity with its alternatives and the one chosen. */
export function readingsHtml(context: Context): Html {
  const { names, words, program } = context
  return table(
    [words.name, words.alternatives, words.note, words.clause],
    program.readings.map((reading) => ({
      id: context.places.of(reading),
      cells: [
        html`<b>${shown(reading, names.lang)}</b>`,
        html`<ul>${reading.choices.map((choice) =>
          choice.id === reading.chosen
            ? html`<li class="chosen">${shown(choice, names.lang)} <small class="tag">${words.chosenMark}</small></li>`
            : html`<li>${shown(choice, names.lang)}</li>`,
        )}</ul>`,
        reading.note ?? '',
        citesHtml(reading.cites, context),
      ],
    })),
  )
}

/** Definitions, tables and scores among them. */
export function definitionsHtml(context: Context): Html {
  const { names, words, program } = context
  const scope = (definition: Definition) => (definition.entity === undefined ? [] : [definition.entity])
  return table(
    [words.name, words.meaning, words.clause],
    program.definitions.map((definition) => ({
      id: context.places.of(definition),
      cells: [
        html`<b>${shown(definition, names.lang)}</b>${definition.entity === undefined ? '' : html` <small>${words.about} ${names.entity(definition.entity)}</small>`}`,
        html`${conditionHtml(definition.value, scope(definition), context)}${noteHtml(definition.note)}`,
        citesHtml(definition.cites, context),
      ],
    })),
  )
}

/** Texts that were not supplied, and the papers of the procedures. */
export function externalsHtml(context: Context): Html {
  const { names, words, program } = context
  const externals = program.externals.map((external) => ({
    id: context.places.of(external),
    cells: [
      html`<b>${shown(external, names.lang)}</b>`,
      words.external,
      external.title ?? '',
      words.notSupplied,
      external.note ?? '',
      citesHtml(external.cites, context),
    ],
  }))
  const papers = program.papers.map((paper) => ({
    id: context.places.of(paper),
    cells: [
      html`<b>${shown(paper, names.lang)}</b>`,
      words.paper,
      paper.title ?? '',
      [...(paper.given ? [words.given] : []), ...(paper.notSupplied ? [words.absent] : [])].join(words.comma),
      paper.note ?? '',
      citesHtml(paper.cites, context),
    ],
  }))
  return table([words.name, words.kind, words.summary, words.state, words.note, words.clause], [...externals, ...papers])
}
