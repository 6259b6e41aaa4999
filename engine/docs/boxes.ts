import type { DiagramNode, Text } from './diagram.ts'
import { TYPE } from './diagram.ts'
import { ARRIVAL, BOX, PAD, type PlacedNode } from './geometry.ts'
import { textBlock, textHeight } from './text-block.ts'

/** Heights of a box and of the dashed box on top of it. */
export interface BoxSize {
  readonly guard: number
  readonly body: number
}

const INNER = BOX - 2 * PAD
const FOOT = 6

/** How high a box must be for what it says and for `arrivals` arrows at its side. */
export function boxSize(node: DiagramNode, arrivals: number): BoxSize {
  const guard = node.guards.length === 0 ? 0 : textHeight(guardTexts(node), INNER) + PAD
  const head = Math.max(textHeight(node.texts, INNER), arrivals * ARRIVAL)
  const foot = node.ports.length === 0 ? 0 : FOOT + textHeight(portTexts(node), INNER)
  return { guard, body: PAD + head + foot + PAD - 2 }
}

/** A box with its texts, its top left corner at x, y. */
export function placeNode(node: DiagramNode, { guard, body }: BoxSize, x: number, y: number): PlacedNode {
  const box = { x, y: y + guard, width: BOX, height: body }
  const own = textBlock(node.texts, x + PAD, box.y + PAD - 1, INNER)
  const foot = textHeight(portTexts(node), INNER)
  let at = box.y + body - PAD + 1 - foot
  const ports: Record<string, number> = {}
  const texts = [...textBlock(guardTexts(node), x + PAD, y + PAD / 2, INNER).texts, ...own.texts]
  for (const port of node.ports) {
    const line = textBlock([port], x + PAD, at, INNER)
    ports[port.id] = at + TYPE[port.role].line / 2
    texts.push(...line.texts)
    at += line.height
  }
  return {
    id: node.id,
    lane: node.lane,
    box,
    ...(guard === 0 ? {} : { guard: { x, y, width: BOX, height: guard } }),
    texts,
    ports,
  }
}

function guardTexts(node: DiagramNode): readonly Text[] {
  return node.guards.map((text) => ({ text, role: 'guard' }))
}

function portTexts(node: DiagramNode): readonly Text[] {
  return node.ports.map(({ text, role }) => ({ text, role }))
}
