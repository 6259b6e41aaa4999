import { shownName } from '../../bind/symbol.ts'
import type { Label } from '../../diagnostics/diagnostic.ts'
import { clause } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { lintChain } from './chain.ts'
import { formulaOf, fresh } from './formula.ts'
import { type Linter, note, written } from './linter.ts'
import { conjunction, touch } from './logic.ts'
import { fieldOf } from './operand.ts'
import { partsOf } from './parts.ts'
import { type Site, sitesOf } from './site.ts'
import { certain, implies, impossible, satisfiable } from './solve.ts'

/** R404 and the chains of a declaration (R405–R408), innermost first; what stands around a finding is not looked at again. */
export function lintConditions(lint: Linter, decl: Decl): void {
  for (const site of sitesOf(decl)) {
    const whole = site.decides && lint.checked.typeOf(site.expr).kind === 'boolean'
    if (!look(lint, site.expr, site.level, whole) && whole) lintUnderGiven(lint, site)
  }
}

/** Looks at an expression and its parts; gives whether something was found. `whole`: a condition of its own, not one branch of several. */
function look(lint: Linter, expr: Expr, level: number, whole: boolean): boolean {
  if (expr.kind === 'boolean') {
    // 若 … 则 真 and 按 { 宽：真 } say something; 真 as the whole condition does not.
    if (whole) noteConstant(lint, expr, expr.value)
    return whole
  }
  let below = false
  for (const part of partsOf(expr)) {
    if (look(lint, part.expr, part.inside ? level + 1 : level, part.truth === true)) below = true
  }
  if (below) return true
  switch (expr.kind) {
    case 'and':
    case 'or':
      return lintChain(lint, expr, level)
    case 'compare':
    case 'between':
    case 'in':
    case 'if':
    case 'reading':
      return lintConstant(lint, expr, level)
    default:
      return false
  }
}

/** R404 for a condition that the 当 around it settles. */
function lintUnderGiven(lint: Linter, { expr, level, given }: Site): void {
  if (given.length === 0) return
  const space = fresh(lint.space)
  const formula = formulaOf(space, expr, level)
  const around = given.map((one) => formulaOf(space, one.expr, one.level))
  if (!formula || !around.every((one) => one !== undefined) || !around.some((one) => touch(one, formula))) return
  const all = conjunction(around)
  const truth = implies(space, all, formula) ? true : impossible(space, conjunction([all, formula])) ? false : undefined
  // Under a 当 that never holds everything is settled; that has been said, or is a matter of two 当 together.
  if (truth === undefined || satisfiable(space, all) !== true) return
  const labels = given.filter((_, i) => touch(around[i]!, formula)).map((one) => ({ span: one.expr.span, word: 'given' }))
  noteConstant(lint, expr, truth, labels)
}

function lintConstant(lint: Linter, expr: Expr, level: number): boolean {
  const { checked } = lint
  const isReading = expr.kind === 'reading' || expr.kind === 'if'
  if (isReading && checked.typeOf(expr).kind !== 'boolean') return false
  const space = fresh(lint.space)
  const formula = formulaOf(space, expr, level)
  if (!formula) return false
  const truth = certain(space, formula) ? true : impossible(space, formula) ? false : undefined
  if (truth === undefined) return false
  noteConstant(lint, expr, truth)
  return true
}

function noteConstant(lint: Linter, expr: Expr, truth: boolean, given: readonly Label[] = []): void {
  const outcome = truth ? { outcome: '成立', outcomeEn: 'holds' } : { outcome: '不成立', outcomeEn: 'fails' }
  note(
    lint,
    'R404',
    expr.span,
    { text: written(lint, expr.span), ...outcome },
    { labels: [...given, ...rangeLabels(lint, expr)] },
  )
}

/** Labels at the declared ranges of the fields a condition reads directly. */
export function rangeLabels(lint: Linter, expr: Expr): readonly Label[] {
  const labels = new Map<Decl, Label>()
  const gather = (inner: Expr): void => {
    const field = fieldOf(lint.checked, inner)
    const range = field && clause(field.decl, 'range')
    if (field && range) labels.set(field.decl, { span: range.span, word: 'range', args: { name: shownName(field) } })
    for (const part of partsOf(inner)) if (!part.truth) gather(part.expr)
  }
  gather(expr)
  return [...labels.values()]
}
