import type { Diagram, Text } from './diagram.ts'
import { BAND, PAD } from './geometry.ts'
import type { Cell } from './routes.ts'
import { textHeight } from './text-block.ts'

export interface LaneColumns {
  readonly id: string
  readonly label: string
  readonly first: number
  readonly count: number
}

/** Lanes as columns: as many as the lane has boxes side by side, at least one. */
export function laneColumns(diagram: Diagram): readonly LaneColumns[] {
  let next = 0
  return diagram.lanes.map(({ id, label }) => {
    const perRank = new Map<number, number>()
    for (const node of diagram.nodes) if (node.lane === id) perRank.set(node.rank, (perRank.get(node.rank) ?? 0) + 1)
    const first = next
    const count = Math.max(1, ...perRank.values())
    next += count
    return { id, label, first, count }
  })
}

/** Rows are ranks without holes; boxes of one lane and rank stand side by side in the order given. */
export function cellsOf(diagram: Diagram, lanes: readonly LaneColumns[]): ReadonlyMap<string, Cell> {
  const ranks = [...new Set(diagram.nodes.map((node) => node.rank))].sort((a, b) => a - b)
  const used = new Map<string, number>()
  return new Map(
    diagram.nodes.map((node) => {
      const key = `${node.rank} ${node.lane}`
      const beside = used.get(key) ?? 0
      used.set(key, beside + 1)
      const first = lanes.find((lane) => lane.id === node.lane)?.first ?? 0
      return [node.id, { row: ranks.indexOf(node.rank), column: first + beside }]
    }),
  )
}

export interface BandRows {
  readonly id: string
  readonly texts: readonly Text[]
  readonly first: number
  readonly last: number
  readonly column: number
  /** what its words need */
  readonly height: number
}

/** Bands with the rows they span; those that share rows stand beside each other. */
export function bandRows(diagram: Diagram, cells: ReadonlyMap<string, Cell>): readonly BandRows[] {
  const placed: BandRows[] = []
  for (const band of diagram.bands) {
    const rows = band.nodes.flatMap((id) => cells.get(id)?.row ?? [])
    if (rows.length === 0) continue
    const [first, last] = [Math.min(...rows), Math.max(...rows)]
    let column = 0
    while (placed.some((one) => one.column === column && one.first <= last && first <= one.last)) column++
    placed.push({ id: band.id, texts: band.texts, first, last, column, height: textHeight(band.texts, BAND - 2 * PAD) + 2 * PAD })
  }
  return placed
}
