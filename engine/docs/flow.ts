import type { Act, Procedure, Step } from '../../dsl/lower/program-procedure.ts'
import { actShort, rolesText, type Telling } from './act-text.ts'
import { conditionText, type Scope } from './condition.ts'
import type { Diagram, DiagramNode, Port, Text } from './diagram.ts'
import { LEVELS, levelOf } from './levels.ts'
import { type Names, shown } from './names.ts'
import { isChosen } from './times.ts'
import type { DocWords } from './words.ts'

/** What lines of a step are told with: its conditions read from the list's record or from the subject. */
export function tellingOf(procedure: Procedure, step: Step | undefined, names: Names, words: DocWords): Telling {
  const number = new Map(procedure.steps.map((one, i) => [one.id, `${i + 1} ${shown(one, names.lang)}`]))
  const subject: Scope = [procedure.entity]
  const scope = step?.scope === 'list' && procedure.roster ? [procedure.roster.entity] : subject
  return { names, words, step: (id) => number.get(id) ?? id, scope, subject }
}

/** A guard and the choices of readings something stands under, each in words. */
export function guardTexts(
  line: { readonly when?: Step['when']; readonly under: Step['under'] },
  names: Names,
  words: DocWords,
  scope: Scope,
): readonly string[] {
  return [
    ...line.under.map(({ reading, choice }) => words.underReading(names.reading(reading), names.choice(reading, choice))),
    ...(line.when === undefined ? [] : [words.whereGuard(conditionText(line.when, names, scope))]),
  ]
}

/** A procedure as a diagram: a lane per level of those who act, a box per step, ports for objections, refusals and failures. */
export function flowOf(procedure: Procedure, names: Names, words: DocWords): Diagram {
  const lanes = new Map<string, string>()
  const laneIds = new Map(procedure.steps.map((step) => [step.id, laneOf(step, names)]))
  for (const id of laneIds.values()) lanes.set(id, laneLabel(id, names, words))
  const ranks = ranksOf(procedure)
  const known = new Set(procedure.steps.map(({ id }) => id))
  return {
    lanes: inOrder([...lanes].map(([id, label]) => ({ id, label }))),
    nodes: procedure.steps.map((step) => nodeOf(step, procedure, laneIds.get(step.id)!, ranks.get(step.id)!, names, words)),
    edges: procedure.steps.flatMap((step) =>
      step.after.filter((before) => known.has(before)).map((before) => ({ from: before, to: step.id })),
    ),
    bands: procedure.phases.map((phase) => {
      const telling = tellingOf(procedure, undefined, names, words)
      const times = phase.acts.flatMap((act) => lineText(act, telling) ?? [])
      const guards = guardTexts(phase, names, words, [procedure.entity])
      return {
        id: phase.id,
        texts: [
          { text: shown(phase, names.lang), role: 'band' },
          ...[...times, ...guards].map((text): Text => ({ text, role: 'meta' })),
        ],
        nodes: procedure.steps.filter((step) => step.phase === phase.id).map(({ id }) => id),
      }
    }),
  }
}

function nodeOf(step: Step, procedure: Procedure, lane: string, rank: number, names: Names, words: DocWords): DiagramNode {
  const telling = tellingOf(procedure, step, names, words)
  const actors = step.acts.flatMap((act) =>
    act.kind === 'actor' && act.roles.length > 0 ? [mark(act, names, words) + rolesText(act.roles, act.combine, telling)] : [],
  )
  const facts = step.acts.flatMap((act) => lineText(act, telling) ?? [])
  const scope = step.scope === 'list' ? words.listwise : words.each
  return {
    id: step.id,
    lane,
    rank,
    guards: guardTexts(step, names, words, telling.scope),
    texts: [
      { text: telling.step(step.id), role: 'name' },
      { text: [scope, ...actors.slice(0, 1)].join(' · '), role: 'meta' },
      ...actors.slice(1).map((text): Text => ({ text, role: 'meta' })),
      ...facts.map((text): Text => ({ text, role: 'fact' })),
    ],
    ports: step.acts.flatMap((act): Port[] => {
      if (act.kind !== 'on_objection' && act.kind !== 'on_refusal' && act.kind !== 'on_fail') return []
      const name = mark(act, names, words) + words.acts.branches[act.kind]
      if (act.then.kind === 'goto')
        return [{ id: act.id, role: 'back', text: `${name} → ${telling.step(act.then.step)}`, to: act.then.step }]
      return [
        {
          id: act.id,
          role: 'back',
          text: `${name}${words.colon}${act.then.kind === 'drop' ? words.acts.drop : words.acts.unsaid}`,
        },
      ]
    }),
  }
}

function lineText(act: Act, telling: Telling): string | undefined {
  const text = actShort(act, telling)
  return text === undefined ? undefined : mark(act, telling.names, telling.words) + text
}

/** The sign of what is demanded in some cases only. */
function mark(act: Act, names: Names, words: DocWords): string {
  return act.when !== undefined || !isChosen(act.under, names) ? `${words.conditional} ` : ''
}

/** How many steps come before, on the longest way. */
function ranksOf(procedure: Procedure): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const step of procedure.steps) ranks.set(step.id, 1 + Math.max(-1, ...step.after.map((before) => ranks.get(before) ?? -1)))
  return ranks
}

const NOBODY = 'nobody'
const LEVEL = 'level '

/** The level of who acts first; a role that stands at no known level has a lane of its own. */
function laneOf(step: Step, names: Names): string {
  const actors = step.acts.filter((act) => act.kind === 'actor' && act.roles.length > 0)
  const actor =
    actors.find((act) => isChosen(act.under, names) && act.when === undefined) ??
    actors.find((act) => isChosen(act.under, names)) ??
    actors[0]
  const id = actor?.kind === 'actor' ? actor.roles[0] : undefined
  if (id === undefined) return NOBODY
  const role = names.program.roles.find((one) => one.id === id)
  const level = levelOf(role ?? { id, zh: id })
  return level === undefined ? `role ${id}` : LEVEL + level
}

function laneLabel(id: string, names: Names, words: DocWords): string {
  if (id === NOBODY) return words.noActor
  const level = LEVELS.find((one) => LEVEL + one === id)
  return level === undefined ? names.role(id.slice('role '.length)) : words.levels[level]
}

/** Levels from the household up, then roles by first appearance, then what nobody is said to do. */
function inOrder(lanes: readonly { readonly id: string; readonly label: string }[]): Diagram['lanes'] {
  const place = (id: string) => {
    const level = LEVELS.findIndex((one) => LEVEL + one === id)
    return level >= 0 ? level : id === NOBODY ? LEVELS.length + 1 : LEVELS.length
  }
  return [...lanes].sort((a, b) => place(a.id) - place(b.id))
}
