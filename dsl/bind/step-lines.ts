import type { Unit } from '../link/unit.ts'
import { clause } from '../syntax/access.ts'
import type { Cite, Clauses, Decl } from '../syntax/declaration.ts'
import type { Expr } from '../syntax/expression.ts'
import type { ClauseName } from '../syntax/table.ts'
import { type Arm, baseOf, type Held, lineage, type Sight, sameName } from './adoption.ts'
import { armOf, type Layout, layoutOf, ownLayout, stepsNamed } from './layout.ts'
import { type PolicySymbol, typedNames } from './symbol.ts'

/** A procedure with all it adopts. */
export interface View {
  readonly sight: Sight
  readonly procedure: PolicySymbol
  readonly layout: Layout
}

/** Opens a procedure with all it adopts. */
export function viewOf(sight: Sight, procedure: PolicySymbol): View {
  return { sight, procedure, layout: layoutOf(sight, procedure) }
}

/** One line of a step. `cites` are those written for it, in the eyes of `citing`; `from` is the step it was written in. */
export interface StepLine {
  readonly decl: Decl
  readonly arms: readonly Arm[]
  readonly from: PolicySymbol
  readonly cites: readonly Cite[]
  readonly citing: Unit
}

/** The steps a text means in a step of this procedure, the adopted names of replaced steps included. */
export function stepsMeant(view: View, text: string, from?: Held): readonly Held[] {
  const direct = stepsNamed(view.layout, text, from)
  if (direct.length > 0) return direct
  const named = lineage(view.sight, view.procedure)
    .flatMap((level) => ownLayout(view.sight, level).steps)
    .find((held) => typedNames(held.symbol).includes(text))
  return named ? view.layout.steps.filter((held) => sameName(held.symbol, named.symbol)) : []
}

/** The step a step is 同: by its own name it means the adopted step it replaces. */
export function modelOf(view: View, held: Held): { readonly view: View; readonly held: Held } | undefined {
  const ref = clause(held.symbol.decl, 'same_as')
  if (!ref) return undefined
  if (!typedNames(held.symbol).includes(ref.text)) {
    const [model] = stepsMeant(view, ref.text, held)
    return model && { view, held: model }
  }
  const base = held.symbol.parent && baseOf(view.sight, held.symbol.parent)
  const below = base && viewOf(view.sight, base)
  const [model] = below ? stepsNamed(below.layout, ref.text) : []
  return below && model && { view: below, held: model }
}

/** The step and those it is 同, nearest first; a circle (reported elsewhere) is cut. */
export function models(view: View, held: Held): readonly Held[] {
  const line: Held[] = []
  let next: { readonly view: View; readonly held: Held } | undefined = { view, held }
  while (next && !line.some((known) => known.symbol === next?.held.symbol)) {
    line.push(next.held)
    next = modelOf(next.view, next.held)
  }
  return line
}

/**
 * The step and the adopted ones it amends, nearest first: 同 by a step's own name changes the adopted step, whose place in the order and whose condition
 * hold on where the own one says nothing of them. A step that is 同 another of this procedure takes only its lines.
 */
export function amended(view: View, held: Held): readonly Held[] {
  const [first, ...others] = models(view, held)
  const end = others.findIndex((other) => !sameName(other.symbol, held.symbol))
  return first ? [first, ...(end < 0 ? others : others.slice(0, end))] : []
}

/** 整单 or 逐户, by the step itself or by those it is 同; undefined where none says. */
export function stepScope(view: View, held: Held): 'list' | 'each' | undefined {
  for (const { symbol } of models(view, held)) {
    if (clause(symbol.decl, 'listwise') === true) return 'list'
    if (clause(symbol.decl, 'each') === true) return 'each'
  }
  return undefined
}

/** A step's lines with those it copies. */
export function linesOf(view: View, held: Held): readonly StepLine[] {
  return models(view, held)
    .toReversed()
    .reduce<readonly StepLine[]>((copied, { symbol }) => changed(copied, ownLines(symbol, symbol.decl, [])), [])
}

function ownLines(step: PolicySymbol, holder: Decl, arms: readonly Arm[]): readonly StepLine[] {
  return (holder.children ?? []).flatMap((child): readonly StepLine[] => {
    if (child.kind === 'by_reading_acts')
      return (child.children ?? []).flatMap((arm) => ownLines(step, arm, [...arms, armOf(child, arm)]))
    if (child.kind === 'omit') return []
    return [{ decl: child, arms, from: step, cites: clause(child, 'cite') ?? [], citing: step.unit }]
  })
}

/** Own lines take the place of copied ones of their kind; one against one, what the own line leaves unsaid stays. */
function changed(copied: readonly StepLine[], own: readonly StepLine[]): readonly StepLine[] {
  const placed = new Set<string>()
  const result: StepLine[] = []
  for (const line of copied) {
    const { kind } = line.decl
    const mine = own.filter((candidate) => candidate.decl.kind === kind)
    if (mine.length === 0) result.push(line)
    else if (!placed.has(kind)) {
      const [only] = mine
      const single = mine.length === 1 && copied.filter((other) => other.decl.kind === kind).length === 1
      result.push(...(only && single && only.arms.length + line.arms.length === 0 ? [merge(line, only)] : mine))
    }
    placed.add(kind)
  }
  return [...result, ...own.filter((line) => !placed.has(line.decl.kind))]
}

/** Clauses of which only one can be said: the own one drives the copied one out. */
const INSTEAD: readonly (readonly ClauseName[])[] = [
  ['at_least', 'exactly', 'over'],
  ['goto', 'drop'],
]

/** Whether a 期限 is written as a length of time. */
export function isLength(expr: Expr): boolean {
  return expr.kind === 'reading' ? expr.arms.every((arm) => isLength(arm.value)) : expr.kind === 'duration'
}

function merge(copied: StepLine, own: StepLine): StepLine {
  const clauses: Record<string, unknown> = { ...copied.decl.clauses }
  for (const group of INSTEAD) {
    if (group.some((name) => own.decl.clauses[name] !== undefined)) for (const name of group) delete clauses[name]
  }
  // A day counts from no step.
  if (own.decl.kind === 'due' && !isLength(own.decl.value as Expr)) delete clauses['since']
  const children = own.decl.children ?? copied.decl.children
  const decl: Decl = {
    ...own.decl,
    ...(own.decl.value === undefined && copied.decl.value !== undefined ? { value: copied.decl.value } : {}),
    ...(children ? { children } : {}),
    clauses: { ...clauses, ...own.decl.clauses } as Clauses,
  }
  return own.cites.length > 0
    ? { decl, arms: own.arms, from: own.from, cites: own.cites, citing: own.citing }
    : { decl, arms: own.arms, from: own.from, cites: copied.cites, citing: copied.citing }
}
