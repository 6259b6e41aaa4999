import { type Html, html, join } from './html.ts'

export interface Row {
  readonly id?: string
  readonly className?: string
  readonly cells: readonly (Html | string)[]
}

/** A table whose cells carry their heads, so that a narrow screen may show each row as a card. Columns with nothing in them are left out. */
export function table(heads: readonly string[], rows: readonly Row[]): Html {
  const kept = heads.map((_, i) => i).filter((i) => i === 0 || rows.some(({ cells }) => !isEmpty(cells[i])))
  const line = ({ id, className, cells }: Row) =>
    html`<tr${id === undefined ? '' : html` id="${id}"`}${className === undefined ? '' : html` class="${className}"`}>${kept.map(
      (i) => (isEmpty(cells[i]) ? html`<td class="empty"></td>` : html`<td data-head="${heads[i]}">${cells[i]}</td>`),
    )}</tr>`
  return html`<table>
<thead><tr>${kept.map((i) => html`<th scope="col">${heads[i]}</th>`)}</tr></thead>
<tbody>
${join(rows.map(line), '\n')}
</tbody>
</table>`
}

function isEmpty(cell: Html | string | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' ? cell : cell.markup) === ''
}

/** Names and values one below the other; those without a value are left out. */
export function facts(pairs: readonly (readonly [string, Html | string | undefined])[]): Html {
  const told = pairs.filter(([, value]) => !isEmpty(value))
  return html`<dl class="facts">${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}
