import type { Text } from './diagram.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Point = readonly [x: number, y: number]

/** A line of text; `y` is its base line. */
export interface PlacedText extends Text {
  readonly x: number
  readonly y: number
}

export interface PlacedNode {
  readonly id: string
  readonly lane: string
  readonly box: Rect
  readonly guard?: Rect
  readonly texts: readonly PlacedText[]
  /** the height at which the arrow of each port leaves */
  readonly ports: Readonly<Record<string, number>>
}

export interface Arrow {
  readonly from: string
  readonly to: string
  readonly kind: 'forward' | 'back' | 'way'
  readonly points: readonly Point[]
}

interface Placed {
  readonly id: string
  readonly rect: Rect
  readonly texts: readonly PlacedText[]
}

/** Everything of a diagram with its place, in pixels from the top left. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly lanes: readonly Placed[]
  readonly bands: readonly Placed[]
  readonly nodes: readonly PlacedNode[]
  readonly arrows: readonly Arrow[]
  /** bars above boxes that several arrows lead to */
  readonly joins: readonly { readonly id: string; readonly from: Point; readonly to: Point }[]
  /** heights between rows, where a page may end */
  readonly cuts: readonly number[]
}

/** Distances in pixels. */
export const BOX = 184
export const PAD = 10
export const MARGIN = 8
export const BAND = 112
export const TRACK = 8
export const GUTTER = 22
export const GAP = 34
export const LANE_HEAD = 30
/** between arrows that enter one box at its side */
export const ARRIVAL = 8
