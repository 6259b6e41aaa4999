import type { Forbidden, Register, Transition } from '../../dsl/lower/program-register.ts'
import type { Diagram, DiagramNode, Port, Text } from './diagram.ts'
import { type Names, shown } from './names.ts'
import type { DocWords } from './words.ts'

const ENTRY = '\u0000entry'
const LANE = 'states'

/** What a state of a register is called: the name of its value. */
export function stateName(register: Register, id: string, names: Names): string {
  const value = names.enumOf(register.enum)?.values.find((one) => one.id === id)
  return value === undefined ? id : shown(value, names.lang)
}

/** A register as a diagram: a box per state, its transitions as ports; a box for entry where there is one. */
export function registerFlow(register: Register, names: Names, words: DocWords): Diagram {
  const ranks = ranksOf(register)
  const entries = register.transitions.filter(({ from }) => from.length === 0)
  const port = (transition: Transition): Port => ({
    id: transition.id,
    role: 'way',
    text: `${shown(transition, names.lang)}${transition.when === undefined ? '' : ` ${words.conditional}`} → ${stateName(register, transition.to, names)}`,
    to: transition.to,
  })
  const never = (forbidden: Forbidden): Port => ({
    id: `not ${forbidden.id}`,
    role: 'back',
    text: `${words.forbiddenShort} → ${forbidden.to === undefined ? words.anyState : stateName(register, forbidden.to, names)}`,
  })
  const states = register.states.map(
    (state): DiagramNode => ({
      id: state.id,
      lane: LANE,
      rank: ranks.get(state.id)!,
      guards: [],
      texts: [
        { text: stateName(register, state.id, names), role: 'name' },
        ...(state.label === undefined ? [] : [{ text: words.labelled(state.label), role: 'meta' } satisfies Text]),
      ],
      ports: [
        ...register.transitions.filter(({ from }) => from.includes(state.id)).map(port),
        ...register.forbidden.filter(({ from }) => from.includes(state.id)).map(never),
      ],
    }),
  )
  const entry: DiagramNode = {
    id: ENTRY,
    lane: LANE,
    rank: -1,
    guards: [],
    texts: [{ text: words.entry, role: 'name' }],
    ports: entries.map(port),
  }
  return {
    lanes: [{ id: LANE, label: '' }],
    nodes: entries.length === 0 ? states : [entry, ...states],
    edges: [],
    bands: [],
  }
}

/** States in rows of at most three, those nearer to entry higher; without entries the first state of the text begins. */
function ranksOf(register: Register): ReadonlyMap<string, number> {
  const steps = new Map<string, number>()
  const starts = register.transitions.filter(({ from }) => from.length === 0).map(({ to }) => to)
  let at = starts.length > 0 ? [...new Set(starts)] : register.states.slice(0, 1).map(({ id }) => id)
  for (let depth = 0; at.length > 0; depth++) {
    for (const id of at) if (!steps.has(id)) steps.set(id, depth)
    at = [...new Set(register.transitions.filter(({ from }) => from.some((id) => at.includes(id))).map(({ to }) => to))].filter(
      (id) => !steps.has(id),
    )
  }
  const farthest = Math.max(-1, ...steps.values())
  const ranks = new Map<string, number>()
  const filled = new Map<number, number>()
  for (const { id } of register.states) {
    const depth = (steps.get(id) ?? farthest + 1) * register.states.length
    const before = filled.get(depth) ?? 0
    filled.set(depth, before + 1)
    ranks.set(id, depth + Math.floor(before / PER_ROW))
  }
  return ranks
}

const PER_ROW = 3
