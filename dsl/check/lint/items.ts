import { childrenOf, clause, mainValue, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { formulaOf, fresh, type Space } from './formula.ts'
import { symbolKey } from './key.ts'
import { type Linter, note } from './linter.ts'
import { atLeast, conjunction, disjunction, type Formula, negation, touch } from './logic.ts'
import { comparePairs, type Requirement } from './requirement.ts'
import { certain, excludes, implies, impossible } from './solve.ts'

/** R409 two requirements with one condition, R410 one settled by another, R411 two that exclude each other. */
export function lintItems(lint: Linter, standard: Decl): void {
  const space = fresh(lint.space)
  const all = requirements(lint, space, standard, new Map())
  // What holds always or never by itself has been said of its own condition.
  const open = all.filter(({ passes }) => !certain(space, passes) && !impossible(space, passes))
  comparePairs(open, (first, second) => compareTwo(lint, space, first, second))
  for (const group of groupsBelow(standard)) lintAlternatives(lint, group)
}

/** Gives the one of the two that is settled by the other, with which nothing more needs to be compared. */
function compareTwo(lint: Linter, space: Space, first: Requirement, second: Requirement): Requirement | undefined {
  if (!compatible(first.under, second.under) || !touch(first.passes, second.passes)) return undefined
  const report = (code: 'R409' | 'R410' | 'R411', at: Requirement, other: Requirement) => {
    const args = { name: nameText(at.decl), other: nameText(other.decl) }
    note(lint, code, at.decl.name?.span ?? at.decl.span, args, {
      labels: [{ span: other.decl.name?.span ?? other.decl.span, word: 'first' }],
    })
    return at
  }
  const forwards = implies(space, first.passes, second.passes)
  const backwards = implies(space, second.passes, first.passes)
  if (forwards && backwards && first.strict === second.strict && first.barred === second.barred)
    return report('R409', second, first)
  if (forwards && first.strict && holdsWherever(first, second)) return report('R410', second, first)
  if (backwards && second.strict && holdsWherever(second, first)) return report('R410', first, second)
  if (first.strict && second.strict && excludes(space, first.passes, second.passes)) return report('R411', second, first)
  return undefined
}

/** Whether some choice of readings has both. */
function compatible(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  for (const [reading, choice] of a) if ((b.get(reading) ?? choice) !== choice) return false
  return true
}

/** Whether the first is there under every choice under which the second is. */
function holdsWherever(first: Requirement, second: Requirement): boolean {
  for (const [reading, choice] of first.under) if (second.under.get(reading) !== choice) return false
  return true
}

function requirements(lint: Linter, space: Space, holder: Decl, under: ReadonlyMap<string, string>): readonly Requirement[] {
  return (holder.children ?? []).flatMap((item) => {
    if (item.kind === 'by_reading') {
      const reading = symbolOf(lint, mainValue(item, 'by_reading'))
      return childrenOf(item, 'arm').flatMap((arm) => {
        const choice = symbolOf(lint, mainValue(arm, 'arm'))
        return reading && choice ? requirements(lint, space, arm, new Map([...under, [reading, choice]])) : []
      })
    }
    if (item.kind !== 'must' && item.kind !== 'bar') return []
    return single(lint, space, item, item.kind === 'bar', clause(item, 'in_principle') !== true, under)
  })
}

function symbolOf(lint: Linter, ref: Parameters<typeof lint.checked.binding.symbolOf>[0] | undefined): string | undefined {
  const symbol = ref && lint.checked.binding.symbolOf(ref)
  return symbol && symbolKey(symbol)
}

function single(
  lint: Linter,
  space: Space,
  item: Decl,
  barred: boolean,
  strict: boolean,
  under: ReadonlyMap<string, string>,
): readonly Requirement[] {
  const mode = clause(item, 'combine')?.mode ?? 'all'
  const bare = !clause(item, 'when') && !clause(item, 'deemed') && !clause(item, 'except')
  // Each part of such a group must hold, or must not, as if it stood alone.
  if (!item.body && bare && mode === (barred ? 'any' : 'all'))
    return childrenOf(item, 'part').flatMap((part) => single(lint, space, part, barred, strict, under))
  const value = itemFormula(space, item, barred)
  return value ? [{ decl: item, passes: barred ? negation(value) : value, strict, under, barred }] : []
}

/** The truth of an item as docs/semantics.md §3 gives it; undefined when something in it has no meaning. */
function itemFormula(space: Space, item: Decl, barred: boolean): Formula | undefined {
  const exprs = (list: readonly Expr[]) => all(list.map((expr) => formulaOf(space, expr, 1)))
  const own = item.body ? formulaOf(space, item.body as Expr, 1) : groupFormula(space, item, barred)
  const deemed = exprs(clause(item, 'deemed') ?? [])
  const except = exprs(clause(item, 'except') ?? [])
  if (!own || !deemed || !except) return undefined
  const value = conjunction([disjunction([own, ...deemed]), ...except.map(negation)])
  const when = clause(item, 'when')
  if (!when) return value
  const applies = formulaOf(space, when, 1)
  return applies && (barred ? conjunction([applies, value]) : disjunction([negation(applies), value]))
}

function groupFormula(space: Space, item: Decl, barred: boolean): Formula | undefined {
  const parts = all(childrenOf(item, 'part').map((part) => itemFormula(space, part, barred)))
  const combine = clause(item, 'combine')
  if (!parts || parts.length === 0) return undefined
  if (combine?.mode === 'any') return disjunction(parts)
  if (combine?.mode !== 'at_least') return conjunction(parts)
  return atLeast(combine.n, parts)
}

function all(formulas: readonly (Formula | undefined)[]): readonly Formula[] | undefined {
  return formulas.every((formula) => formula !== undefined) ? formulas : undefined
}

/** Groups whose parts are alternatives: a part said twice counts twice there. */
function groupsBelow(decl: Decl): readonly { readonly decl: Decl; readonly barred: boolean }[] {
  const walk = (holder: Decl, barred: boolean): readonly { readonly decl: Decl; readonly barred: boolean }[] =>
    (holder.children ?? []).flatMap((child) => {
      const inside = child.kind === 'bar' || (barred && child.kind === 'part')
      const mode = clause(child, 'combine')?.mode ?? 'all'
      const own =
        childrenOf(child, 'part').length > 0 && mode !== (inside ? 'any' : 'all') ? [{ decl: child, barred: inside }] : []
      return [...own, ...walk(child, inside)]
    })
  return walk(decl, false)
}

function lintAlternatives(lint: Linter, group: { readonly decl: Decl; readonly barred: boolean }): void {
  const space = fresh(lint.space)
  const parts = childrenOf(group.decl, 'part').flatMap((decl) => {
    const formula = itemFormula(space, decl, group.barred)
    return formula && !certain(space, formula) && !impossible(space, formula) ? [{ decl, formula }] : []
  })
  for (const [i, part] of parts.entries()) {
    if (space.effort.left <= 0) return
    const twin = parts
      .slice(0, i)
      .find((other) => implies(space, other.formula, part.formula) && implies(space, part.formula, other.formula))
    if (!twin) continue
    const args = { name: nameText(part.decl), other: nameText(twin.decl) }
    const labels = [{ span: twin.decl.name?.span ?? twin.decl.span, word: 'first' }]
    note(lint, 'R409', part.decl.name?.span ?? part.decl.span, args, { labels })
  }
}
