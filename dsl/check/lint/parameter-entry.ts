import type { PolicySymbol } from '../../bind/symbol.ts'
import type { Unit } from '../../link/unit.ts'
import { childrenOf, clause, mainValue } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Linter } from './linter.ts'
import { isSound } from './linter.ts'
import { type Axis, firstDayOf, isEmptyPeriod, lastDayOf, type Period, period } from './period.ts'

/** One value of a parameter: when and where it counts. */
export interface Entry {
  readonly decl: Decl
  readonly period: Period
  /** the prefix of the region's places; '' is everywhere */
  readonly area: string
  readonly category?: PolicySymbol
}

/** Years where the key is 年度, days where it is 评定日. */
export function axisOf(parameter: Decl): Axis {
  return clause(parameter, 'timed')?.id === 'as_of' ? 'day' : 'year'
}

/** The values of a parameter; undefined when one of them is broken or has its dates the wrong way round, which has been said. */
export function entriesOf(lint: Linter, parameter: Decl): readonly Entry[] | undefined {
  const axis = axisOf(parameter)
  const decls = childrenOf(parameter, 'entry')
  const entries = decls.flatMap((decl): readonly Entry[] => {
    const [from, to] = [clause(decl, 'from'), clause(decl, 'to')]
    const when =
      axis === 'day' ? period(firstDayOf(from), lastDayOf(to)) : period(from && Number(from.value), to && Number(to.value))
    const ref = clause(decl, 'category')
    const category = ref && lint.checked.binding.symbolOf(ref)
    if (isEmptyPeriod(when) || !isSound(lint, decl) || (ref && !category)) return []
    // 410000 is 41, 410100 is 4101: the prefix all places of a region share.
    const area = clause(decl, 'area')?.text.replace(/(?:00)+$/, '') ?? ''
    return [{ decl, period: when, area, ...(category ? { category } : {}) }]
  })
  return entries.length === decls.length ? entries : undefined
}

/** Whether two values are for the same cases: of one category, one of them perhaps for all. */
export function sameCategory(a: Entry, b: Entry): boolean {
  return a.category === b.category
}

/** The values a policy reads for a category. */
export function entriesFor(entries: readonly Entry[], policy: Unit, category: PolicySymbol | undefined): readonly Entry[] {
  const jurisdiction = childrenOf(policy.decl, 'jurisdiction').map((decl) => mainValue(decl, 'jurisdiction')?.text)[0]
  return entries.filter(
    (entry) =>
      (entry.category === undefined || entry.category === category) &&
      (entry.area === '' || (jurisdiction?.startsWith(entry.area) ?? false)),
  )
}
