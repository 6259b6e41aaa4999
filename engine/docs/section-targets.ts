import { conditionHtml } from './condition-html.ts'
import { type Context, citesHtml, noteHtml, say } from './context.ts'
import { type Html, html } from './html.ts'
import { shown } from './names.ts'
import { table } from './table.ts'
import { chosenText, dayText } from './times.ts'

/** Targets and rankings: about lists, never about whether one subject passes. */
export function targetsHtml(context: Context): Html {
  const { names, words, program } = context
  const targets = program.targets.map((target) => ({
    id: context.places.of(target),
    cells: [
      html`<b>${shown(target, names.lang)}</b> <small>${words.target}</small>${noteHtml(target.note)}`,
      names.entity(target.entity),
      html`≥ ${conditionHtml(target.goal, [target.entity], context)}`,
      html`${target.tally === undefined ? words.eachOne : say(target.tally, [target.entity], context)}${target.when === undefined ? '' : html`<br>${words.whereGuard(say(target.when, [target.entity], context))}`}`,
      target.until === undefined ? '' : chosenText(target.until, (day) => dayText(day, words), names, words, 'all'),
      citesHtml(target.cites, context),
    ],
  }))
  const rankings = program.rankings.map((ranking) => ({
    id: context.places.of(ranking),
    cells: [
      html`<b>${shown(ranking, names.lang)}</b> <small>${words.ranking}</small>${noteHtml(ranking.note)}`,
      names.entity(ranking.entity),
      words.orders[ranking.order],
      html`${ranking.by === undefined ? words.byJudgement : say(ranking.by, [ranking.entity], context)}${ranking.roles.length === 0 ? '' : html`<br>${words.list(ranking.roles.map(names.role))}`}`,
      '',
      citesHtml(ranking.cites, context),
    ],
  }))
  return table([words.name, words.about, words.goal, words.counted, words.by, words.clause], [...targets, ...rankings])
}
