import { arrowOf, type Channels } from './arrows.ts'
import { boxSize, placeNode } from './boxes.ts'
import type { Diagram } from './diagram.ts'
import { BAND, BOX, GAP, GUTTER, LANE_HEAD, type Layout, MARGIN, PAD, TRACK } from './geometry.ts'
import { bandRows, cellsOf, laneColumns } from './grid.ts'
import { type Route, routesOf, stretchesOf } from './routes.ts'
import { textBlock } from './text-block.ts'
import { assignTracks } from './tracks.ts'

/** Gives every part of a diagram its place. The same diagram has the same layout, to the pixel. */
export function layout(diagram: Diagram): Layout {
  const lanes = laneColumns(diagram)
  const cells = cellsOf(diagram, lanes)
  const routes = routesOf(diagram, cells)
  const needed = stretchesOf(routes, cells)
  const [gutterTracks, gapTracks] = [assignTracks(needed.gutters), assignTracks(needed.gaps)]
  const bands = bandRows(diagram, cells)

  const bandColumns = 1 + Math.max(-1, ...bands.map(({ column }) => column))
  const columnX: number[] = []
  let x = MARGIN + bandColumns * (BAND + MARGIN) + PAD
  for (let c = 0; c < lanes.reduce((sum, lane) => sum + lane.count, 0); c++) {
    columnX.push(x)
    x += BOX + GUTTER + gutterTracks.count(c) * TRACK
  }
  columnX.push(x)
  const width = x - PAD + MARGIN

  const sizes = new Map(diagram.nodes.map((node) => [node.id, boxSize(node, arrivals(routes, node.id).length)]))
  const rows = 1 + Math.max(-1, ...[...cells.values()].map(({ row }) => row))
  const rowY: number[] = []
  const rowEnd: number[] = []
  let y = MARGIN + PAD + (lanes.some(({ label }) => label !== '') ? LANE_HEAD : 0)
  for (let r = 0; r < rows; r++) {
    rowY.push(y)
    const heights = diagram.nodes
      .filter(({ id }) => cells.get(id)!.row === r)
      .map(({ id }) => sizes.get(id)!.guard + sizes.get(id)!.body)
    const ofBands = bands.filter(({ last }) => last === r).map(({ first, height }) => rowY[first]! + height - y)
    rowEnd.push(y + Math.max(0, ...heights, ...ofBands))
    y = rowEnd[r]! + GAP + gapTracks.count(r) * TRACK
  }
  const height = (rows === 0 ? y : y - GAP / 2) + MARGIN

  const nodes = diagram.nodes.map((node) => {
    const { row, column } = cells.get(node.id)!
    return placeNode(node, sizes.get(node.id)!, columnX[column]!, rowY[row]!)
  })
  const channels: Channels = {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    rowEnd,
    gutterX: columnX.map((left) => left + BOX),
    gapTracks,
    gutterTracks,
  }
  const arrows = routes.map((route) => arrowOf(route, channels, Math.max(0, arrivals(routes, route.to).indexOf(route))))
  return {
    width,
    height,
    lanes: lanes.map(({ id, label, first, count }) => {
      const left = columnX[first]! - PAD
      const rect = { x: left, y: MARGIN, width: columnX[first + count]! - PAD - left, height: height - 2 * MARGIN }
      return { id, rect, texts: textBlock([{ text: label, role: 'lane' }], left + PAD, MARGIN + PAD, rect.width - 2 * PAD).texts }
    }),
    bands: bands.map(({ id, texts, first, last, column }) => {
      const top = rowY[first]!
      const rect = { x: MARGIN + column * (BAND + MARGIN), y: top, width: BAND, height: rowEnd[last]! - top }
      return { id, rect, texts: textBlock(texts, rect.x + PAD, top + PAD, BAND - 2 * PAD).texts }
    }),
    nodes,
    arrows,
    joins: nodes.flatMap(({ id, box, guard }) => {
      if (arrows.filter((arrow) => arrow.kind === 'forward' && arrow.to === id).length < 2) return []
      const [middle, top] = [box.x + BOX / 2, (guard ?? box).y - 11]
      return [{ id, from: [middle - 24, top], to: [middle + 24, top] }]
    }),
    cuts: rowEnd.slice(0, -1).map((end, r) => Math.round((end + rowY[r + 1]!) / 2)),
  }
}

/** Lines that enter a box at its side, in the order of the text. */
function arrivals(routes: readonly Route[], id: string): readonly Route[] {
  return routes.filter((route) => route.to === id && (route.kind === 'loop' || route.kind === 'round'))
}
