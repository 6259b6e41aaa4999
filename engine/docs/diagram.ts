/** What a diagram shows, before it has a place: boxes in lanes and ranks, and what leads from one to the other. */
export interface Diagram {
  /** in the order they stand, left to right; a diagram of one lane without a label has no lane heads */
  readonly lanes: readonly { readonly id: string; readonly label: string }[]
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  /** boxes that belong together, named at the left */
  readonly bands: readonly { readonly id: string; readonly texts: readonly Text[]; readonly nodes: readonly string[] }[]
}

export interface DiagramNode {
  readonly id: string
  readonly lane: string
  /** row from the top; an edge leads to a greater rank */
  readonly rank: number
  /** conditions of entering, in a dashed box on top */
  readonly guards: readonly string[]
  readonly texts: readonly Text[]
  /** ways out of the ordinary; each a line at the foot of the box, those that lead somewhere with an arrow */
  readonly ports: readonly Port[]
}

/** `back`: a return, an objection, a refusal; `way`: one of several ways on */
export interface Port {
  readonly id: string
  readonly role: 'back' | 'way'
  readonly text: string
  readonly to?: string
}

export interface Text {
  readonly text: string
  readonly role: TextRole
}
export type TextRole = 'name' | 'meta' | 'fact' | 'guard' | 'back' | 'way' | 'lane' | 'band'

/** Font size, line height and weight of each kind of text; the style sheet draws them at exactly these sizes. */
export const TYPE: Readonly<Record<TextRole, { readonly size: number; readonly line: number; readonly bold: boolean }>> = {
  name: { size: 14, line: 19, bold: true },
  meta: { size: 11.5, line: 16, bold: false },
  fact: { size: 12, line: 17, bold: false },
  guard: { size: 11.5, line: 16, bold: false },
  back: { size: 11.5, line: 17, bold: false },
  way: { size: 11.5, line: 17, bold: false },
  lane: { size: 13, line: 18, bold: true },
  band: { size: 13, line: 18, bold: true },
}
