import type { Expr } from '../../dsl/lower/program.ts'
import type { Scope } from './condition.ts'
import { type Context, citesHtml, say } from './context.ts'
import { literalText } from './figure.ts'
import { type Html, html } from './html.ts'
import { shown } from './names.ts'
import { table } from './table.ts'

/** A condition or figure as written: alternatives of a reading one below the other, tables and scores as tables, everything else as a sentence. */
export function conditionHtml(expr: Expr, scope: Scope, context: Context): Html {
  const { names, words } = context
  switch (expr.kind) {
    case 'reading': {
      const chosen = names.program.readings.find(({ id }) => id === expr.reading)?.chosen
      const arms = expr.arms.map(
        (arm) =>
          html`<li${arm.choice === chosen ? html` class="chosen"` : ''}><i>${names.choice(expr.reading, arm.choice)}</i>${arm.choice === chosen ? html` <small class="tag">${words.chosenMark}</small>` : ''}${words.colon}${conditionHtml(arm.value, scope, context)}</li>`,
      )
      return html`<div class="arms">${words.byReading(names.reading(expr.reading))}<ul>${arms}</ul></div>`
    }
    case 'table': {
      const rows = expr.rows.map((row) => ({
        cells: [
          row.tests.map((test) => say(test, scope, context)).join(names.words.and),
          conditionHtml(row.value, scope, context),
          citesHtml(row.cites, context),
        ],
      }))
      const last = expr.otherwise
      const otherwise = last === undefined ? [] : [{ cells: [words.otherwise, conditionHtml(last, scope, context), ''] }]
      const hit = expr.hit === 'first' ? words.firstHit : words.uniqueHit
      return html`<p class="remark">${hit}</p>${table([words.condition, words.value, words.clause], [...rows, ...otherwise])}`
    }
    case 'score': {
      const limits = (line: { readonly cap?: string; readonly floor?: string }) =>
        [line.floor === undefined ? undefined : words.floor(line.floor), line.cap === undefined ? undefined : words.cap(line.cap)]
          .filter((one) => one !== undefined)
          .join(words.comma)
      const rows = expr.lines.map((line) => ({
        cells: [
          shown(line, names.lang),
          conditionHtml(line.value, scope, context),
          line.when === undefined ? '' : say(line.when, scope, context),
          limits(line),
          citesHtml(line.cites, context),
        ],
      }))
      const whole = limits(expr)
      return html`${table([words.name, words.points, words.onlyWhere, '', words.clause], rows)}${whole === '' ? '' : html`<p class="remark">${whole}</p>`}`
    }
    case 'literal':
      if (expr.literal.kind === 'number')
        return html`${literalText(expr.literal, { kind: 'number', unit: expr.literal.unit }, names)}`
      return html`${say(expr, scope, context)}`
    default:
      return html`${say(expr, scope, context)}`
  }
}
