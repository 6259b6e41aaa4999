import type { Program } from '../../../dsl/lower/program.ts'
import { modelOf, standardOf } from '../../run/model.ts'
import { holds } from '../../run/times.ts'
import type { DecideOptions, Facts, Times } from '../../types.ts'
import { valuesAt } from './edge.ts'
import { openGaps, partialLists } from './gap.ts'
import { inventElement, type Scene, sceneOf } from './invent.ts'
import { type Kept, putAt, recordActs, setAgainst } from './lever.ts'
import { accepted, mend } from './mend.ts'
import { numbered, subjectId, villageOf } from './place.ts'
import { chance, pick, type Random, randomOf, shuffled, whole } from './random.ts'
import type { Raw } from './spot.ts'
import { elementOf, steerAll } from './steer.ts'
import { type Study, studyOf } from './study.ts'
import { timesLike } from './times.ts'
import { WORDS } from './vocabulary.ts'

export interface GenerateOptions extends DecideOptions {
  /** id or Chinese name; the first standard of the policy unless given */
  readonly standard?: string
  /** how many subjects, 1 to MOST_SUBJECTS */
  readonly households: number
  readonly seed: number | string
  /** a day and year the policy has figures for, unless given */
  readonly times?: Times
  /** over how many villages households are spread; about one for forty unless given */
  readonly villages?: number
  /** share of facts that are unknown, 0 to 1; 0.02 unless given. 0 leaves none out */
  readonly holes?: number
  /** also facts no rule of the standard reads */
  readonly all?: boolean
}

export interface GeneratedSubject {
  readonly name: string
  readonly facts: Facts
}

/** Invented subjects of a standard. Every one of them is accepted by the engine; none is about anybody. */
export interface Generated<Subjects = readonly GeneratedSubject[]> {
  readonly policy: string
  readonly standard: string
  readonly seed: number | string
  readonly times: Times
  readonly subjects: Subjects
}

/** The program's relations leave no facts that could be accepted, not even none. */
export class Unsatisfiable extends Error {}

export const MOST_SUBJECTS = 1_000_000
const HOUSEHOLDS_PER_VILLAGE = 40
const HOLES = 0.02
const MOST_TRIES = 6

/** What is to become of a subject; twenty cards a deal. */
const DECK = [
  'sound',
  'sound',
  'sound',
  'sound',
  'sound',
  'sound',
  'sound',
  'edge',
  'edge',
  'edge',
  'edge',
  'edge',
  'short',
  'short',
  'short',
  'short',
  'gap',
  'gap',
  'hold',
  'off',
] as const
type Card = (typeof DECK)[number]

/**
 * Invents subjects like those a policy decides: sizes, ages, causes and incomes that go together, neighbours in one village, figures on and beside the
 * limits, facts that are missing, every relation kept. The same program, options and seed give the same subjects. Throws TiaoliError for an unknown
 * standard, reading or time, RangeError for a number of subjects, villages or holes out of range and a day the policy is not in force on, and Unsatisfiable for a program no facts can satisfy.
 */
export function generate(program: Program, options: GenerateOptions): Generated {
  const each = generateEach(program, options)
  return { ...each, subjects: [...each.subjects] }
}

/** As `generate`, one subject at a time; everything wrong with the call is thrown before the first. */
export function generateEach(program: Program, options: GenerateOptions): Generated<Iterable<GeneratedSubject>> {
  const { households, seed, villages, holes = HOLES } = options
  inRange('households', households, 1, MOST_SUBJECTS, true)
  if (villages !== undefined) inRange('villages', villages, 1, households, true)
  inRange('holes', holes, 0, 1, false)
  const model = modelOf(program, options)
  const standard = standardOf(model, options.standard ?? program.standards[0]?.id ?? '')
  const times = options.times ?? timesLike(program)
  const { inForce } = program.policy
  if (!holds(inForce, times.asOf)) throw new RangeError(`asOf: ${inForce.from ?? '…'}…${inForce.to ?? '…'}, not ${times.asOf}`)
  const study = studyOf(model, standard, times, options.all === true)
  const subjects = function* (): Generator<GeneratedSubject> {
    const shared = neighbours(study, seed, households, villages ?? Math.ceil(households / HOUSEHOLDS_PER_VILLAGE))
    for (let index = 0; index < households; index++) {
      const facts = subjectAt(study, seed, index, holes, shared?.(index))
      yield { name: nameOf(study, facts, index), facts }
    }
  }
  return { policy: program.policy.id, standard: standard.id, seed, times, subjects: { [Symbol.iterator]: subjects } }
}

function inRange(name: string, value: number, low: number, high: number, integer: boolean): void {
  if (value >= low && value <= high && (!integer || Number.isInteger(value))) return
  throw new RangeError(`${name}: ${low}…${high}, not ${value}`)
}

/** Which village a household lies in, where households have one: the same object for all neighbours. */
function neighbours(
  study: Study,
  seed: number | string,
  households: number,
  villages: number,
): ((index: number) => Raw) | undefined {
  const field = study.root.fields.find((entry) => entry.below !== undefined && entry.known?.trait === 'village')
  if (field?.below === undefined) return undefined
  const spot = study.spots.get(field.below.key)!
  let made: { readonly at: number; readonly village: Raw } | undefined
  const random = randomOf(seed, 'villages')
  // Larger and smaller villages: each takes its share of the households, in order.
  const weights = Array.from({ length: villages }, () => 0.5 + random())
  const sum = weights.reduce((a, b) => a + b, 0)
  const ends: number[] = []
  weights.reduce((reached, weight) => {
    ends.push(((reached + weight) / sum) * households)
    return reached + weight
  }, 0)
  let at = 0
  return (index) => {
    while (at < villages - 1 && index >= ends[at]!) at++
    if (made?.at === at) return made.village
    const own = randomOf(seed, 'village', at)
    const name = numbered(WORDS.village, at)
    const scene: Scene = {
      random: own,
      id: name,
      traits: { ...villageOf(own, name, 0), id: name },
      persons: [],
      village: undefined,
      good: true,
    }
    made = { at, village: inventElement(study, spot, scene) }
    return made.village
  }
}

function subjectAt(study: Study, seed: number | string, index: number, holes: number, village: Raw | undefined): Raw {
  const id = subjectId(index)
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const random = randomOf(seed, 'subject', index, attempt)
    const facts = attemptAt(study, seed, index, random, holes, sceneOf(study, random, id, village, true))
    if (facts !== undefined) return facts
  }
  // An unknown fact breaks nothing.
  const bare: Raw = study.model.schema.entities.get(study.standard.entity)!.keys.get('id') === 'id' ? { id } : {}
  if (accepted(study, bare)) return bare
  throw new Unsatisfiable(`no facts satisfy the relations of ${study.model.program.policy.id} on ${study.times.asOf}`)
}

function attemptAt(
  study: Study,
  seed: number | string,
  index: number,
  random: Random,
  holes: number,
  scene: Scene,
): Raw | undefined {
  const { card, edge } = cardAt(seed, index)
  const facts = inventElement(study, study.root, { ...scene, good: card !== 'short' })
  const kept: Kept = new Map()
  if (!mend(study, facts, kept, random)) return undefined
  const computed = study.computed.filter((atom) => atom.wanted !== undefined)
  if (card !== 'short' && computed.length > 0) {
    const tree = elementOf(study, study.standard.entity, facts)
    for (const atom of computed) steerAll(study, facts, tree, atom, { kind: 'hold', value: atom.wanted! }, random)
  }
  play(study, facts, card, edge, scene, kept)
  const touched = card !== 'sound' || computed.length > 0
  if (touched && !mend(study, facts, kept, random)) return undefined
  if (holes === 0 || card === 'sound' || card === 'edge') return facts
  openGaps(study, facts, holes * 2, card === 'gap', kept, random)
  if (card === 'gap') partialLists(study, facts, random)
  return accepted(study, facts) ? facts : undefined
}

/** Does to the facts what the card says. */
function play(study: Study, facts: Raw, card: Card, edge: number, scene: Scene, kept: Kept): void {
  const { random } = scene
  const rulesOf = (...kinds: readonly string[]) =>
    study.standard.items.filter((item) => kinds.includes(item.kind)).map((item) => item.id)
  const against = (rule: string, every: boolean) => {
    if (setAgainst(study, facts, rule, every, scene, kept)) recordActs(study, facts, rule, random)
  }
  switch (card) {
    case 'short': {
      const rules = rulesOf('must', 'bar')
      const times = chance(random, 0.7) ? 1 : whole(random, 2, 3)
      for (let i = 0; i < times && rules.length > 0; i++) against(pick(random, rules), chance(random, 0.5))
      return
    }
    case 'hold': {
      const rules = rulesOf('suspend')
      if (rules.length > 0) against(pick(random, rules), true)
      return
    }
    case 'off':
      if (study.standard.guard !== undefined) setAgainst(study, facts, '', false, scene, kept)
      return
    case 'edge':
      toEdge(study, facts, edge, random, kept)
      return
    case 'sound':
    case 'gap':
      return
    default: {
      const unreachable: never = card
      throw new RangeError(String(unreachable))
    }
  }
}

/** The cards are dealt by twenty; those at an edge take the edges in turn. */
function cardAt(seed: number | string, index: number): { readonly card: Card; readonly edge: number } {
  const block = Math.floor(index / DECK.length)
  const deal = shuffled(randomOf(seed, 'deal', block), DECK)
  const card = deal[index % DECK.length]!
  const before = deal.slice(0, index % DECK.length).filter((other) => other === 'edge').length
  return { card, edge: block * DECK.filter((other) => other === 'edge').length + before }
}

/** Puts a figure on the n-th of all the values at edges, or just beside: fixed limits first, then those that hang on other facts. */
function toEdge(study: Study, facts: Raw, nth: number, random: Random, kept: Kept): void {
  const cases: (() => boolean)[] = [
    ...study.fixed.flatMap((entry) => valuesAt(entry.edge).map((steps) => () => putAt(study, facts, entry, steps, random, kept))),
    ...study.computed.flatMap((atom) =>
      [0, 1, 2].map(
        (n) => () =>
          steerAll(study, facts, elementOf(study, study.standard.entity, facts), atom, { kind: 'edge', nth: n }, random),
      ),
    ),
  ]
  for (let i = 0; i < cases.length; i++) if (cases[(nth + i) % cases.length]!()) return
}

function nameOf(study: Study, facts: Raw, index: number): string {
  const field = study.root.fields.find((entry) => entry.known?.trait === 'head' || entry.known?.trait === 'name')
  const name = field && facts[field.field.id]
  return typeof name === 'string' ? `${subjectId(index)} ${name}` : subjectId(index)
}
