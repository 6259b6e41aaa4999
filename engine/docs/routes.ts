import type { Diagram } from './diagram.ts'
import type { Stretch } from './tracks.ts'

/** Where a box stands, counted in rows and columns. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/**
 * How a line runs, in terms of the channels between boxes: gap r lies below row r, gutter c right of column c.
 * straight: down to the row below; bus: down, along a gap, down; detour: down, along a gap, down a gutter, along the gap above, down;
 * loop: out to the right, along the gutter, in from the right; round: the same, by way of a gap to another column's gutter.
 */
export type Route = { readonly from: string; readonly to: string; readonly key: string } & (
  | { readonly kind: 'straight' }
  | { readonly kind: 'bus'; readonly gap: number }
  | { readonly kind: 'detour'; readonly leave: number; readonly gutter: number; readonly arrive: number }
  | { readonly kind: 'loop'; readonly port: string; readonly tone: 'back' | 'way'; readonly gutter: number }
  | {
      readonly kind: 'round'
      readonly port: string
      readonly tone: 'back' | 'way'
      readonly out: number
      readonly gap: number
      readonly in: number
    }
)

/** How the lines of a diagram run. Ordinary edges go down, ports leave to the right. No line crosses a box. */
export function routesOf(diagram: Diagram, cells: ReadonlyMap<string, Cell>): readonly Route[] {
  const taken = new Set([...cells.values()].map(({ row, column }) => `${row} ${column}`))
  const joins = new Map<string, number>()
  for (const edge of diagram.edges) joins.set(edge.to, (joins.get(edge.to) ?? 0) + 1)
  const edges = diagram.edges.flatMap((edge): Route[] => {
    const [a, b] = [cells.get(edge.from), cells.get(edge.to)]
    if (!a || !b || a.row >= b.row) return []
    const key = (joins.get(edge.to) ?? 0) > 1 ? `to ${edge.to}` : `from ${edge.from}`
    const clear = a.column === b.column && rowsBetween(a.row, b.row).every((row) => !taken.has(`${row} ${a.column}`))
    if (clear) return [{ ...edge, key, kind: 'straight' }]
    if (b.row === a.row + 1) return [{ ...edge, key, kind: 'bus', gap: a.row }]
    return [{ ...edge, key, kind: 'detour', leave: a.row, gutter: b.column, arrive: b.row - 1 }]
  })
  const ports = diagram.nodes.flatMap((node) =>
    node.ports.flatMap((port): Route[] => {
      const [a, b] = [cells.get(node.id), port.to === undefined ? undefined : cells.get(port.to)]
      if (!a || !b || port.to === undefined) return []
      const base = { from: node.id, to: port.to, key: `${node.id} ${port.id}`, port: port.id, tone: port.role }
      if (a.column === b.column) return [{ ...base, kind: 'loop', gutter: a.column }]
      const gap = b.row > a.row ? b.row - 1 : b.row
      return [{ ...base, kind: 'round', out: a.column, gap, in: b.column }]
    }),
  )
  return [...edges, ...ports]
}

function rowsBetween(a: number, b: number): readonly number[] {
  return Array.from({ length: b - a - 1 }, (_, i) => a + 1 + i)
}

// Along a gutter a row r is 2r and the gap below it 2r + 1; along a gap a column c is 2c and its gutter 2c + 1.
const span = (channel: number, key: string, a: number, b: number): Stretch => ({
  channel,
  key,
  low: Math.min(a, b),
  high: Math.max(a, b),
})

/** The stretches of gutters and of gaps that routes need. */
export function stretchesOf(
  routes: readonly Route[],
  cells: ReadonlyMap<string, Cell>,
): { readonly gutters: readonly Stretch[]; readonly gaps: readonly Stretch[] } {
  const gutters: Stretch[] = []
  const gaps: Stretch[] = []
  for (const route of routes) {
    const [a, b] = [cells.get(route.from)!, cells.get(route.to)!]
    switch (route.kind) {
      case 'straight':
        break
      case 'bus':
        gaps.push(span(route.gap, route.key, 2 * a.column, 2 * b.column))
        break
      case 'detour':
        gaps.push(span(route.leave, route.key, 2 * a.column, 2 * route.gutter + 1))
        gutters.push(span(route.gutter, route.key, 2 * route.leave + 1, 2 * route.arrive + 1))
        gaps.push(span(route.arrive, route.key, 2 * b.column, 2 * route.gutter + 1))
        break
      case 'loop':
        gutters.push(span(route.gutter, route.key, 2 * a.row, 2 * b.row))
        break
      case 'round':
        gutters.push(span(route.out, `${route.key} out`, 2 * a.row, 2 * route.gap + 1))
        gaps.push(span(route.gap, route.key, 2 * route.out + 1, 2 * route.in + 1))
        gutters.push(span(route.in, `${route.key} in`, 2 * route.gap + 1, 2 * b.row))
        break
      default: {
        const unreachable: never = route
        throw new RangeError(String(unreachable))
      }
    }
  }
  return { gutters, gaps }
}
