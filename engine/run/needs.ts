import type { Expr, ExprOf, Item, Standard } from '../../dsl/lower/program.ts'
import { and, not, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { type Element, fieldPath } from '../facts/element.ts'
import type { Blocked } from '../types.ts'
import { armOf } from './branches.ts'
import { pathOfRead } from './field.ts'
import { failRole, falseUnlessApplied, holds, type Judged, type Judgement, outcomeOf } from './outcome.ts'
import { type Env, elementAt, type Listed, listAt, type Run } from './scope.ts'
import { ALWAYS, bitOf, both, either, type Ledger, type Masks, NEVER } from './sets.ts'
import { truthOf } from './truth.ts'
import { definitionEnv } from './values.ts'
import { type Reader, walk } from './walk.ts'

/** The minimal sets of facts that make a condition true, and those that make it false. */
export interface Needs {
  readonly yes: Masks
  readonly no: Masks
}

/** What finding the needs of one decision shares. */
export interface Search {
  readonly run: Run
  readonly ledger: Ledger
  readonly blocked: Map<string, Blocked>
}

const IS_TRUE: Needs = { yes: ALWAYS, no: NEVER }
const IS_FALSE: Needs = { yes: NEVER, no: ALWAYS }

/** A condition whose needs are looked for only while it is unknown. */
export interface Lazy {
  readonly truth: Truth
  readonly needs: () => Needs
}

const SURE: Lazy = { truth: TRUE, needs: () => IS_TRUE }

function settled({ truth, needs }: Lazy): Needs {
  return truth === UNKNOWN ? needs() : truth === TRUE ? IS_TRUE : IS_FALSE
}

function all(search: Search, parts: readonly Lazy[]): Lazy {
  const truth = parts.reduce<Truth>((known, part) => and(known, part.truth), TRUE)
  return { truth, needs: () => parts.map(settled).reduce((a, b) => bothOf(search, a, b), IS_TRUE) }
}

function any(search: Search, parts: readonly Lazy[]): Lazy {
  return negated(all(search, parts.map(negated)))
}

function negated({ truth, needs }: Lazy): Lazy {
  return { truth: not(truth), needs: () => flipped(needs()) }
}

function flipped({ yes, no }: Needs): Needs {
  return { yes: no, no: yes }
}

function bothOf({ ledger }: Search, a: Needs, b: Needs): Needs {
  return { yes: both(ledger, a.yes, b.yes), no: either(ledger, a.no, b.no) }
}

/** The needs of a condition. `item`: id of the item it stands in. */
export function needsOf(search: Search, expr: Expr, env: Env, item: string): Needs {
  return settled(lazyOf(search, expr, env, item))
}

function lazyOf(search: Search, expr: Expr, env: Env, item: string): Lazy {
  return { truth: truthOf(search.run, expr, env), needs: () => openNeeds(search, expr, env, item) }
}

function openNeeds(search: Search, expr: Expr, env: Env, item: string): Needs {
  const { run } = search
  const lazy = (inner: Expr) => lazyOf(search, inner, env, item)
  switch (expr.kind) {
    case 'not':
      return settled(negated(lazy(expr.operand)))
    case 'and':
      return settled(all(search, expr.items.map(lazy)))
    case 'or':
      return settled(any(search, expr.items.map(lazy)))
    case 'definition':
      return needsOf(search, run.model.definitions.get(expr.definition)!.value, definitionEnv(run, expr, env), item)
    case 'reading':
      return settled(lazy(armOf(run, expr)))
    case 'if': {
      const condition = lazy(expr.condition)
      const [a, b] = [lazy(expr.then), lazy(expr.otherwise)]
      const { yes } = any(search, [all(search, [condition, a]), all(search, [negated(condition), b])]).needs()
      const { no } = all(search, [any(search, [negated(condition), a]), any(search, [condition, b])]).needs()
      return { yes, no }
    }
    case 'quantifier':
      return needsOfQuantifier(search, expr, env, item)
    case 'meets': {
      const standard = run.model.standards.get(expr.standard)!
      const element = elementAt(run, expr.place, env)
      return settled(goals(search, standard, element, outcomeOf(run, standard, element)).met)
    }
    default:
      return atom(search, expr, env, item)
  }
}

function needsOfQuantifier(search: Search, expr: ExprOf<'quantifier'>, env: Env, item: string): Needs {
  const { run } = search
  const list = listAt(run, expr.list, env)
  if (list.state === 'unknown') return ofPath(search, listPath(list))
  const every = expr.quantifier === 'every'
  const found = list.elements.map((element) => {
    const lazy = (inner: Expr | undefined) => (inner === undefined ? SURE : lazyOf(search, inner, [...env, element], item))
    const body = lazy(expr.body)
    return all(search, [lazy(expr.filter), every ? negated(body) : body])
  })
  if (list.state === 'partial') found.push({ truth: UNKNOWN, needs: () => ofPath(search, listPath(list)) })
  const some = any(search, found)
  return settled(expr.quantifier === 'some' ? some : negated(some))
}

function ofPath({ ledger }: Search, path: string): Needs {
  const sets = [bitOf(ledger, path)]
  return { yes: sets, no: sets }
}

function listPath(list: Listed): string {
  const path = fieldPath(list.owner, list.field)
  return list.state === 'partial' ? `${path}[*]` : path
}

/** An unknown condition that is not taken apart: all unknown facts it still reads, together; nothing helps if anything it reads is blocked. */
function atom({ run, ledger, blocked }: Search, expr: Expr, env: Env, item: string): Needs {
  let mask = 0n
  let stuck = false
  const reader: Reader = {
    openOnly: true,
    field: (read) => {
      mask |= bitOf(ledger, pathOfRead(run, read))
    },
    list: (list) => {
      if (list.state !== 'complete') mask |= bitOf(ledger, listPath(list))
    },
    parameter: () => {},
    external: () => {},
    definition: () => {},
    blocked: (cause) => {
      stuck = true
      blocked.set(`${cause.kind} ${cause.id}`, cause)
    },
  }
  walk(run, expr, env, item, reader)
  return stuck || mask === 0n ? { yes: NEVER, no: NEVER } : { yes: [mask], no: [mask] }
}

/** What would make a standard met, and what unmet: guard ∧ ¬fail ∧ ¬hold, and guard ∧ fail. */
export interface Goals {
  readonly met: Lazy
  readonly unmet: Lazy
}

/** The goals of a standard as decided on an element. */
export function goals(search: Search, standard: Standard, element: Element, { items }: Judgement): Goals {
  const { run } = search
  const guard = standard.guard === undefined ? SURE : lazyOf(search, standard.guard, [element], standard.id)
  const fails: Lazy[] = []
  const waits: Lazy[] = []
  for (const judged of items) {
    const value = once(lazyItem(search, judged, [element]))
    const role = failRole(run, judged.item, element)
    if (role !== 'never') fails.push(role === 'negated' ? negated(value) : value)
    if (holds(run, judged.item, element)) waits.push(value)
  }
  const fail = once(any(search, fails))
  return { met: all(search, [guard, negated(fail), negated(any(search, waits))]), unmet: all(search, [guard, fail]) }
}

function once({ truth, needs }: Lazy): Lazy {
  let kept: Needs | undefined
  return {
    truth,
    needs: () => {
      kept ??= needs()
      return kept
    },
  }
}

function lazyItem(search: Search, { item, root, parts, own, value }: Judged, env: Env): Lazy {
  const lazy = (expr: Expr) => lazyOf(search, expr, env, item.id)
  const openOwn = (): Needs => {
    if (item.group !== undefined)
      return needsOfGroup(
        search,
        item.group,
        parts.map((part) => lazyItem(search, part, env)),
      )
    return item.condition === undefined ? IS_TRUE : needsOf(search, item.condition, env, item.id)
  }
  const open = (): Needs => {
    const deemed = any(search, [{ truth: own, needs: openOwn }, ...item.deemed.map(lazy)])
    const plain = all(search, [deemed, ...item.except.map((expr) => negated(lazy(expr)))])
    if (item.when === undefined) return settled(plain)
    const when = lazy(item.when)
    return settled(falseUnlessApplied(root) ? all(search, [when, plain]) : any(search, [negated(when), plain]))
  }
  return { truth: value, needs: open }
}

function needsOfGroup(search: Search, group: NonNullable<Item['group']>, parts: readonly Lazy[]): Needs {
  switch (group.mode) {
    case 'all':
      return settled(all(search, parts))
    case 'any':
      return settled(any(search, parts))
    case 'at_least':
      return atLeast(search, group.n ?? 1, parts.map(settled))
    default: {
      const unreachable: never = group.mode
      return unreachable
    }
  }
}

/** The disjunction of all n-fold conjunctions, built up part by part: with the next part one fewer is needed, or it is left out. */
function atLeast(search: Search, n: number, parts: readonly Needs[]): Needs {
  // INVARIANT: reached[k] are the needs of "at least k of the parts so far".
  let reached: Needs[] = [IS_TRUE, ...Array.from({ length: n }, () => IS_FALSE)]
  const or = (a: Needs, b: Needs) => flipped(bothOf(search, flipped(a), flipped(b)))
  for (const part of parts) {
    reached = reached.map((needs, k) => (k === 0 ? needs : or(needs, bothOf(search, reached[k - 1]!, part))))
  }
  return reached[n]!
}
