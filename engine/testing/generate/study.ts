import type { Field, Standard } from '../../../dsl/lower/program.ts'
import type { Model } from '../../run/model.ts'
import type { Run } from '../../run/scope.ts'
import { type Clock, clockOf } from '../../run/times.ts'
import type { Times } from '../../types.ts'
import type { Pivot } from './behind.ts'
import { demandOf, demandOfRelation } from './demand.ts'
import { blankAt, type Edge, envAt, factAt, findEdge, holdsAt, probed, sideOf, yearIn, yearOf } from './edge.ts'
import { type Grid, gridOf } from './grid.ts'
import { type Spot, spotBelow, subjectSpot } from './spot.ts'
import { FIELDS, KINDS, type Kind, type Known } from './vocabulary.ts'
import type { Atom, Demand, Lean } from './wish.ts'

/** A field to invent at a spot. */
export interface FieldStudy {
  readonly field: Field
  readonly known: Known | undefined
  readonly grid: Grid | undefined
  readonly years: readonly number[]
  /** what the standard wishes it to be */
  readonly leans: readonly Lean[]
  /** what it would wish under other readings */
  readonly hints: readonly Lean[]
  /** the comparisons it alone decides */
  readonly edges: readonly FixedEdge[]
  /** where its elements stand */
  readonly below: Spot | undefined
}

/** A comparison that turns at the same value for everybody. */
export interface FixedEdge {
  readonly atom: Atom
  readonly pivot: Pivot
  readonly year: number | undefined
  readonly edge: Edge
}

export interface SpotStudy {
  readonly spot: Spot
  readonly kind: Kind | undefined
  readonly fields: readonly FieldStudy[]
}

/** Everything about a program and a standard that is the same for all subjects. */
export interface Study {
  readonly model: Model
  readonly standard: Standard
  readonly times: Times
  readonly run: Run
  readonly clock: Clock
  readonly root: SpotStudy
  readonly spots: ReadonlyMap<string, SpotStudy>
  readonly demand: Demand
  readonly fixed: readonly FixedEdge[]
  /** comparisons that turn where other facts say */
  readonly computed: readonly Atom[]
  readonly relations: ReadonlyMap<string, Demand>
  /** per head and year: the line incomes lie around */
  readonly line: number
}

const DEFAULT_LINE = 4000
const DEEPEST = 5

/** Studies a standard: which facts it reads, which values help, where its comparisons turn. `all` also invents facts nobody reads. */
export function studyOf(model: Model, standard: Standard, times: Times, all: boolean): Study {
  const clock = clockOf(times)
  const run: Run = { model, asOf: clock.asOf, asOfText: times.asOf, year: times.year }
  const demand = demandOf(model, standard)
  const { fixed, computed } = edgesOf(run, demand)
  const spots = new Map<string, SpotStudy>()
  const root = spotStudy({ model, run, demand, fixed, all, spots }, subjectSpot(standard.entity))
  const relations = new Map(model.program.relations.map((relation) => [relation.id, demandOfRelation(model, relation)]))
  return { model, standard, times, run, clock, root, spots, demand, fixed, computed, relations, line: lineOf(fixed) }
}

/** The kind of an entity by its names. */
export function kindOfEntity(model: Model, entity: string): Kind | undefined {
  const plan = model.schema.entities.get(entity)
  return KINDS[entity] ?? (plan && KINDS[plan.entity.zh])
}

interface Making {
  readonly model: Model
  readonly run: Run
  readonly demand: Demand
  readonly fixed: readonly FixedEdge[]
  readonly all: boolean
  readonly spots: Map<string, SpotStudy>
}

function spotStudy(making: Making, spot: Spot): SpotStudy {
  const { model, run, demand } = making
  const plan = model.schema.entities.get(spot.entity)!
  const kind = kindOfEntity(model, spot.entity)
  const used = demand.used.get(spot.key)
  const fields: FieldStudy[] = []
  const study: SpotStudy = { spot, kind, fields }
  making.spots.set(spot.key, study)
  for (const { field } of plan.fields) {
    const known = kind === undefined ? undefined : FIELDS[kind][field.id]
    const leads = field.type.kind === 'list' || field.type.kind === 'entity'
    if (!used?.has(field.id) && !(leads ? leadsOn(making, spot, field, known) : making.all || (known?.always && spot.depth <= 1)))
      continue
    if (leads && spot.depth >= DEEPEST) continue
    const below = spotBelow(model, spot, field.id)
    if (below) spotStudy(making, below)
    const asked = (used?.get(field.id)?.years ?? []).flatMap((expr) => yearIn(expr, run.year) ?? [])
    const own = (entry: { readonly spot: Spot; readonly field: Field }) =>
      entry.spot.key === spot.key && entry.field.id === field.id
    fields.push({
      field,
      known,
      grid: gridOf(field, run.asOf),
      years: [...new Set([...asked, run.year])].filter((year) => year >= 1 && year <= 9999).sort((a, b) => a - b),
      leans: demand.leans.filter(own),
      hints: demand.hints.filter(own),
      edges: making.fixed.filter((entry) => own(entry.pivot)),
      below,
    })
  }
  return study
}

/** Whether a field nobody reads is followed: from the subject, and not back to what it hangs from. */
function leadsOn({ model, all }: Making, spot: Spot, field: Field, known: Known | undefined): boolean {
  const target = 'entity' in field.type ? field.type.entity : undefined
  for (let at: Spot | undefined = spot; at !== undefined; at = at.parent) if (at.entity === target) return false
  return (
    target !== undefined &&
    model.schema.entities.has(target) &&
    (all ? spot.depth < 2 : known?.always === true && spot.depth === 0)
  )
}

/** Tries each comparison on an element of which nothing else is known. */
function edgesOf(run: Run, demand: Demand): { readonly fixed: readonly FixedEdge[]; readonly computed: readonly Atom[] } {
  const fixed: FixedEdge[] = []
  const computed: Atom[] = []
  for (const atom of demand.atoms) {
    if (!atom.live) continue
    const found = fixedEdge(run, atom)
    if (found === undefined) computed.push(atom)
    else if (!fixed.some((entry) => sameEdge(entry, found))) fixed.push(found)
  }
  return { fixed, computed }
}

function sameEdge(a: FixedEdge, b: FixedEdge): boolean {
  return (
    a.pivot.spot.key === b.pivot.spot.key &&
    a.pivot.field.id === b.pivot.field.id &&
    a.year === b.year &&
    a.edge.from === b.edge.from &&
    a.atom.op === b.atom.op &&
    a.atom.wanted === b.atom.wanted
  )
}

function fixedEdge(run: Run, atom: Atom): FixedEdge | undefined {
  const [pivot] = atom.pivots
  if (pivot === undefined || atom.env.length === 0) return undefined
  const others = atom.pivots.some((other) => other.field.id !== pivot.field.id || other.spot.key !== pivot.spot.key)
  const grid = gridOf(pivot.field, run.asOf)
  if (others || grid === undefined) return undefined
  const innermost = atom.env[atom.env.length - 1]!
  const element = blankAt(run, pivot.spot.depth > innermost.depth ? pivot.spot : innermost)
  const holder = pivot.spot.depth > innermost.depth ? element : ancestorAt(element, innermost.depth - pivot.spot.depth)
  const inner = pivot.spot.depth > innermost.depth ? ancestorAt(element, pivot.spot.depth - innermost.depth) : element
  const env = inner && envAt(atom, inner)
  const plan = holder?.plan.byId.get(pivot.field.id)
  if (!env || !holder || !plan) return undefined
  const year = yearOf(run, pivot)
  const edge = findEdge(grid, (steps) => probed(holder, plan, year, factAt(grid, steps), () => sideOf(run, atom, env)))
  return edge && { atom, pivot, year, edge }
}

function ancestorAt(element: ReturnType<typeof blankAt>, up: number): ReturnType<typeof blankAt> | undefined {
  return up <= 0 ? element : element.parent && ancestorAt(element.parent.element, up - 1)
}

function lineOf(fixed: readonly FixedEdge[]): number {
  const found = fixed.find(({ pivot }) => {
    const trait = FIELDS.household[pivot.field.id]?.trait
    return trait === 'income' || trait === 'disposable'
  })
  return found && found.edge.from > 0 ? found.edge.from / found.edge.grid.scale : DEFAULT_LINE
}

/** Whether a value keeps every comparison the field alone decides as the standard wishes. */
export function allHold(study: FieldStudy, year: number | undefined, steps: number): FixedEdge | undefined {
  return study.edges.find(
    ({ atom, edge, year: at }) =>
      atom.wanted !== undefined && at === year && holdsAt(atom.op, sideAt(edge, steps)) !== atom.wanted,
  )
}

/** The side a value lies on. */
export function sideAt({ from, after, rising }: Edge, steps: number): -1 | 0 | 1 {
  if (steps >= from && steps < after) return 0
  return steps >= after === rising ? 1 : -1
}
