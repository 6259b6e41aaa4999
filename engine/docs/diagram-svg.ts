import { TYPE } from './diagram.ts'
import type { Arrow, Layout, PlacedText, Point, Rect } from './geometry.ts'
import { type Html, html, join } from './html.ts'

/**
 * A laid out diagram as SVG. It is drawn once, out of sight, and shown in slices between its rows, so that a page of paper may end between two slices
 * and none cuts through a box.
 */
export function diagramSvg(layout: Layout, id: string, label: string): Html {
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)]
  const edges = [0, ...layout.cuts, height]
  const slices = edges.slice(1).map((end, i) => {
    const start = edges[i]!
    const name = i === 0 ? html`role="img" aria-label="${label}"` : html`aria-hidden="true"`
    return html`<svg class="slice" viewBox="0 ${start} ${width} ${end - start}" width="${width}" height="${end - start}" ${name}><use href="#${id}"/></svg>`
  })
  const drawing = join(
    [
      ...layout.lanes.map(
        (lane, i) => html`<g class="lane${i % 2 === 0 ? '' : ' odd'}">${rect(lane.rect, 0)}${lane.texts.map(text)}</g>`,
      ),
      ...layout.bands.map((band) => html`<g class="band">${rect(band.rect, 8)}${band.texts.map(text)}</g>`),
      ...layout.arrows.map(arrow),
      ...layout.joins.map(({ from, to }) => html`<path class="join" d="${path([from, to])}"/>`),
      ...layout.nodes.map(
        (node) =>
          html`<g class="node">${node.guard ? html`<g class="guard">${rect(node.guard, 6)}</g>` : ''}${rect(node.box, 6)}${node.texts.map(text)}</g>`,
      ),
    ],
    '\n',
  )
  return html`<div class="chart${width > WIDE ? ' wide' : ''}" style="--chart:${width}px" tabindex="0" role="group" aria-label="${label}">
<svg class="source" width="0" height="0" aria-hidden="true"><defs><g id="${id}">
${drawing}
</g></defs></svg>${join(slices)}
</div>`
}

/** Wider than this a chart is printed on a page of its own orientation. */
const WIDE = 880

function rect({ x, y, width, height }: Rect, radius: number): Html {
  return html`<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"${radius === 0 ? '' : html` rx="${radius}"`}/>`
}

function text(line: PlacedText): Html {
  const { size } = TYPE[line.role]
  return html`<text class="${line.role}" x="${num(line.x)}" y="${num(line.y)}" font-size="${size}">${line.text}</text>`
}

function arrow({ kind, points }: Arrow): Html {
  return html`<g class="${kind}"><path d="${path(points)}"/><path class="head" d="${head(points)}"/></g>`
}

function path(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('')
}

/** A triangle at the end of the last stretch, along it. */
function head(points: readonly Point[]): string {
  const [x, y] = points.at(-1)!
  const [px, py] = points.at(-2)!
  const length = Math.hypot(x - px, y - py) || 1
  const [dx, dy] = [(x - px) / length, (y - py) / length]
  const back: Point = [x - 8 * dx, y - 8 * dy]
  return `${path([
    [x, y],
    [back[0] + 4 * dy, back[1] - 4 * dx],
    [back[0] - 4 * dy, back[1] + 4 * dx],
  ])}Z`
}

function num(value: number): string {
  return String(Math.round(value * 10) / 10)
}
