import { ARRIVAL, type Arrow, BOX, GAP, GUTTER, type PlacedNode, type Point, TRACK } from './geometry.ts'
import type { Route } from './routes.ts'
import type { Tracks } from './tracks.ts'

/** Where the channels between the boxes lie. */
export interface Channels {
  readonly nodes: ReadonlyMap<string, PlacedNode>
  /** lower edge of each row */
  readonly rowEnd: readonly number[]
  /** left edge of each gutter */
  readonly gutterX: readonly number[]
  readonly gapTracks: Tracks
  readonly gutterTracks: Tracks
}

/** The points a route runs through, from the edge of one box to the edge of the other. `arrival`: the how-many-eth it is to enter that box at its side. */
export function arrowOf(route: Route, at: Channels, arrival: number): Arrow {
  const [from, to] = [at.nodes.get(route.from)!, at.nodes.get(route.to)!]
  const down: Point = [from.box.x + BOX / 2, from.box.y + from.box.height]
  const top: Point = [to.box.x + BOX / 2, (to.guard ?? to.box).y]
  const gap = (r: number) => at.rowEnd[r]! + GAP / 2 - 6 + at.gapTracks.of(r, route.key) * TRACK
  const gutter = (c: number, key = route.key) => at.gutterX[c]! + GUTTER / 2 + at.gutterTracks.of(c, key) * TRACK
  const forward = (...between: Point[]): Arrow => ({
    from: route.from,
    to: route.to,
    kind: 'forward',
    points: [down, ...between, top],
  })
  const side = (port: string, ...between: ((out: number, into: number) => Point)[]): Arrow => {
    const out = from.ports[port]!
    const into = to.box.y + ARRIVAL / 2 + 4 + arrival * ARRIVAL
    const points = between.map((point) => point(out, into))
    return {
      from: route.from,
      to: route.to,
      kind: route.kind === 'loop' || route.kind === 'round' ? route.tone : 'forward',
      points: [[from.box.x + BOX, out], ...points, [to.box.x + BOX, into]],
    }
  }
  switch (route.kind) {
    case 'straight':
      return forward()
    case 'bus': {
      const y = gap(route.gap)
      return forward([down[0], y], [top[0], y])
    }
    case 'detour': {
      const [leave, arrive, x] = [gap(route.leave), gap(route.arrive), gutter(route.gutter)]
      return forward([down[0], leave], [x, leave], [x, arrive], [top[0], arrive])
    }
    case 'loop': {
      const x = gutter(route.gutter)
      return side(
        route.port,
        (out) => [x, out],
        (_, into) => [x, into],
      )
    }
    case 'round': {
      const [a, y, b] = [gutter(route.out, `${route.key} out`), gap(route.gap), gutter(route.in, `${route.key} in`)]
      return side(
        route.port,
        (out) => [a, out],
        () => [a, y],
        () => [b, y],
        (_, into) => [b, into],
      )
    }
    default: {
      const unreachable: never = route
      throw new RangeError(String(unreachable))
    }
  }
}
