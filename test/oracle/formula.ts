import type { Expr, Item, Standard } from '../../dsl/lower/program.ts'
import type { Element } from './element.ts'
import { armOf, definitionStack, truthOf } from './evaluate.ts'
import { actOf, asksFor, itemsOf } from './outcome.ts'
import { all, any, not, type Truth } from './truth.ts'
import { byId, elementAt, exists, listAt, type Stack, standardOf, type World } from './world.ts'

/** A truth taken apart as far as "what is still needed" composes; each node with its value. */
export type Formula =
  | { readonly kind: 'all' | 'any'; readonly items: readonly Formula[]; readonly truth: Truth }
  | { readonly kind: 'not'; readonly operand: Formula; readonly truth: Truth }
  /** W⁺ is that of `well`, W⁻ that of `badly`: equal truths, but one condition cannot come out both ways */
  | { readonly kind: 'if'; readonly well: Formula; readonly badly: Formula; readonly truth: Truth }
  /** `where` is the id blocked causes are reported under */
  | { readonly kind: 'atom'; readonly expr: Expr; readonly stack: Stack; readonly where: string; readonly truth: Truth }
  | { readonly kind: 'path'; readonly path: string; readonly truth: 'unknown' }

export const allOf = (items: readonly Formula[]): Formula => ({ kind: 'all', items, truth: all(items.map((f) => f.truth)) })
export const anyOf = (items: readonly Formula[]): Formula => ({ kind: 'any', items, truth: any(items.map((f) => f.truth)) })
export const notOf = (operand: Formula): Formula => ({ kind: 'not', operand, truth: not(operand.truth) })
const pathAtom = (path: string): Formula => ({ kind: 'path', path, truth: 'unknown' })

/** Every way to choose n of the items. */
function choices<T>(items: readonly T[], n: number): T[][] {
  if (n <= 0) return [[]]
  const [first, ...rest] = items
  if (first === undefined) return []
  return [...choices(rest, n - 1).map((c) => [first, ...c]), ...choices(rest, n)]
}

/** 至少 N: the disjunction of all N-fold conjunctions. */
const atLeastOf = (n: number, items: readonly Formula[]): Formula => anyOf(choices(items, n).map(allOf))

/** The formula of a condition. */
export function formulaOf(world: World, expr: Expr, stack: Stack, where: string): Formula {
  const sub = (e: Expr): Formula => formulaOf(world, e, stack, where)
  switch (expr.kind) {
    case 'not':
      return notOf(sub(expr.operand))
    case 'and':
      return allOf(expr.items.map(sub))
    case 'or':
      return anyOf(expr.items.map(sub))
    case 'definition':
      return formulaOf(world, byId(world.program.definitions, expr.definition).value, definitionStack(world, expr, stack), where)
    case 'reading':
      return sub(armOf(world, expr))
    case 'if': {
      const [c, a, b] = [sub(expr.condition), sub(expr.then), sub(expr.otherwise)]
      // Its value is the agreement of the branches, which may be known while the condition is not.
      const truth = truthOf(world, expr, stack)
      return {
        kind: 'if',
        well: anyOf([allOf([c, a]), allOf([notOf(c), b])]),
        badly: allOf([anyOf([notOf(c), a]), anyOf([c, b])]),
        truth,
      }
    }
    case 'quantifier': {
      const list = listAt(world, expr.list, stack)
      if (list.state === 'unknown') return pathAtom(list.path)
      const more = list.state === 'partial' ? [pathAtom(`${list.path}[*]`)] : []
      const on = (e: Expr | undefined, element: Element): Formula =>
        e === undefined ? allOf([]) : formulaOf(world, e, [element, ...stack], where)
      if (expr.quantifier === 'every') {
        return allOf([...list.elements.map((e) => anyOf([notOf(on(expr.filter, e)), on(expr.body, e)])), ...more])
      }
      const some = anyOf([...list.elements.map((e) => allOf([on(expr.filter, e), on(expr.body, e)])), ...more])
      return expr.quantifier === 'some' ? some : notOf(some)
    }
    case 'meets': {
      const parts = standardFormulas(world, standardOf(world, expr.standard), elementAt(world, expr.place, stack))
      return allOf([parts.guard, notOf(parts.fail), notOf(parts.hold)])
    }
    default:
      return { kind: 'atom', expr, stack, where, truth: truthOf(world, expr, stack) }
  }
}

/** The formula of an item's value. */
function itemFormula(world: World, item: Item, root: Item['kind'], stack: Stack): Formula {
  const sub = (e: Expr): Formula => formulaOf(world, e, stack, item.id)
  const own = (): Formula => {
    if (item.group === undefined) return sub(item.condition!)
    const parts = item.group.parts.filter((p) => exists(world, p)).map((p) => itemFormula(world, p, root, stack))
    if (item.group.mode === 'all') return allOf(parts)
    return item.group.mode === 'any' ? anyOf(parts) : atLeastOf(item.group.n ?? 1, parts)
  }
  const left = allOf([anyOf([own(), ...item.deemed.map(sub)]), ...item.except.map((e) => notOf(sub(e)))])
  if (item.when === undefined) return left
  return asksFor(root) ? anyOf([notOf(sub(item.when)), left]) : allOf([sub(item.when), left])
}

/** guard, fail and hold of a standard for an element. */
export function standardFormulas(
  world: World,
  standard: Standard,
  element: Element,
): { guard: Formula; fail: Formula; hold: Formula } {
  const stack = [element]
  const fails: Formula[] = []
  const holds: Formula[] = []
  for (const item of itemsOf(world, standard)) {
    const act = actOf(item, element)
    const value = (): Formula => itemFormula(world, item, item.kind, stack)
    if (item.kind === 'must' && act !== 'departed') fails.push(notOf(value()))
    if (item.kind === 'bar' && act !== 'departed') fails.push(value())
    if (item.kind === 'suspend' && act === 'fail') fails.push(value())
    if (item.kind === 'suspend' && act === 'none') holds.push(value())
  }
  const guard = standard.guard === undefined ? allOf([]) : formulaOf(world, standard.guard, stack, standard.id)
  return { guard, fail: anyOf(fails), hold: anyOf(holds) }
}
