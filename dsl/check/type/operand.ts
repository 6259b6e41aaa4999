import { isField, type PolicySymbol, shownName } from '../../bind/symbol.ts'
import { bodyOf, clause } from '../../syntax/access.ts'
import type { CallExpr, Expr, NameExpr, PathExpr, PeriodExpr } from '../../syntax/expression.ts'
import { adaptToYear } from './adapt.ts'
import { declaredTy } from './declared-type.ts'
import { infer } from './infer.ts'
import { declaredLabels, mainRef, mainSymbol } from './operand-label.ts'
import { presenceKey } from './presence.ts'
import { COUNT, DATE, DAYS, type Ty, tyArgs, UNKNOWN, withNullable, YEAR } from './ty.ts'
import { type At, atTop, report, type Typer } from './typer.ts'

/** A bare name. Lists and elements are no values (T318, T327); a keyed parameter wants its category (T314). */
export function inferName(typer: Typer, expr: NameExpr, at: At): Ty {
  const resolution = typer.binding.resolutionOf(expr.ref)
  if (!resolution) return UNKNOWN
  if (resolution.kind === 'builtin') return resolution.builtin.id === 'as_of' ? DATE : YEAR
  if (resolution.kind === 'element') {
    report(typer, 'T327', expr.span, { name: expr.ref.text })
    return UNKNOWN
  }
  const { symbol } = resolution
  if (symbol.kind === 'parameter') {
    const key = clause(symbol.decl, 'keyed')
    if (key) {
      report(typer, 'T314', expr.span, { name: expr.ref.text, key: key.text }, { labels: declaredLabels(typer, expr) })
      return UNKNOWN
    }
  }
  return asValue(typer, expr, narrowed(typer, expr, tyOfSymbol(typer, symbol), at))
}

/** The type of a declared thing; a definition's is inferred on first use. */
export function tyOfSymbol(typer: Typer, symbol: PolicySymbol): Ty {
  return declaredTy(typer.binding, symbol) ?? (symbol.kind === 'definition' ? tyOfDefinition(typer, symbol) : UNKNOWN)
}

/** Infers a definition's body in its own place; unknown while it is being inferred (a cycle, reported by bind). */
export function tyOfDefinition(typer: Typer, symbol: PolicySymbol): Ty {
  const known = typer.definitions.get(symbol)
  if (known) return known
  const body = bodyOf(symbol.decl, 'definition')
  if (!body || typer.open.has(symbol)) return UNKNOWN
  typer.open.add(symbol)
  const ty = infer(typer, body, atTop(clause(symbol.decl, 'for') ? 1 : 0))
  typer.open.delete(symbol)
  typer.definitions.set(symbol, ty)
  return ty
}

function narrowed(typer: Typer, expr: Expr, ty: Ty, at: At): Ty {
  if (!ty.nullable) return ty
  const key = presenceKey(typer, expr, at.level)
  return key !== undefined && at.present.has(key) ? withNullable(ty, false) : ty
}

function asValue(typer: Typer, expr: Expr, ty: Ty): Ty {
  const name = mainRef(expr)?.text ?? ''
  if (ty.kind === 'list') {
    report(typer, 'T318', expr.span, { name }, { labels: declaredLabels(typer, expr) })
    return UNKNOWN
  }
  if (ty.kind === 'entity') {
    report(typer, 'T327', expr.span, { name })
    return UNKNOWN
  }
  return ty
}

/** What stands before 的, or a quantifier's list: elements and lists are allowed there. */
export function inferPlace(typer: Typer, expr: Expr, at: At): Ty {
  const ty = placeTy(typer, expr, at)
  typer.types.set(expr, ty)
  return ty
}

function placeTy(typer: Typer, expr: Expr, at: At): Ty {
  if (expr.kind === 'name') {
    const resolution = typer.binding.resolutionOf(expr.ref)
    if (resolution?.kind === 'element') return { kind: 'entity', entity: resolution.symbol }
    if (resolution?.kind === 'field') {
      const ty = tyOfSymbol(typer, resolution.symbol)
      return ty.kind === 'entity' || ty.kind === 'list' ? ty : infer(typer, expr, at)
    }
  }
  if (expr.kind === 'path') {
    const of = inferPlace(typer, expr.of, at)
    const symbol = typer.binding.symbolOf(expr.member)
    const ty = symbol && isField(symbol) ? tyOfSymbol(typer, symbol) : UNKNOWN
    if (of.kind === 'entity' && (ty.kind === 'entity' || ty.kind === 'list')) return ty
    return memberTy(typer, expr, of, at)
  }
  return infer(typer, expr, at)
}

/** `of` 的 `member`. */
export function inferPath(typer: Typer, expr: PathExpr, at: At): Ty {
  return memberTy(typer, expr, inferPlace(typer, expr.of, at), at)
}

function memberTy(typer: Typer, expr: PathExpr, of: Ty, at: At): Ty {
  const resolution = typer.binding.resolutionOf(expr.member)
  if (of.kind === 'entity' && resolution && resolution.kind !== 'builtin' && resolution.kind !== 'element') {
    return asValue(typer, expr, narrowed(typer, expr, tyOfSymbol(typer, resolution.symbol), at))
  }
  if (of.kind === 'date' && resolution?.kind === 'builtin') {
    return withNullable(resolution.builtin.id === 'date_year' ? YEAR : COUNT, of.nullable === true)
  }
  if (of.kind === 'unknown' || of.kind === 'entity') return UNKNOWN
  if (of.kind === 'list') {
    const name = mainRef(expr.of)?.text ?? ''
    report(typer, 'T318', expr.of.span, { name }, { labels: declaredLabels(typer, expr.of) })
  } else
    report(typer, 'T311', expr.span, { name: expr.member.text, ...tyArgs('of', of) }, { labels: declaredLabels(typer, expr.of) })
  return UNKNOWN
}

/** X〔year〕: X must be 逐年 (T312) and the bracket a year. */
export function inferPeriod(typer: Typer, expr: PeriodExpr, at: At): Ty {
  const ty = infer(typer, expr.of, at)
  const year = infer(typer, expr.year, at)
  if (year.kind !== 'year' && year.kind !== 'unknown' && !adaptToYear(typer, expr.year)) {
    report(
      typer,
      'T326',
      expr.year.span,
      { ...tyArgs('wanted', YEAR), ...tyArgs('found', year) },
      { labels: declaredLabels(typer, expr.year) },
    )
  }
  if (ty.kind === 'unknown') return ty
  const symbol = mainSymbol(typer, expr.of)
  if (symbol && isField(symbol) && clause(symbol.decl, 'yearly') === true)
    return narrowed(typer, expr, declaredTy(typer.binding, symbol) ?? ty, at)
  const name = symbol ? shownName(symbol) : (mainRef(expr.of)?.text ?? '')
  report(typer, 'T312', expr.span, { name }, { labels: declaredLabels(typer, expr.of) })
  return UNKNOWN
}

/** A keyed parameter, 周岁（birth[，on]） or 天数（from，to）. */
export function inferCall(typer: Typer, expr: CallExpr, at: At): Ty {
  const resolution = typer.binding.resolutionOf(expr.callee)
  if (resolution?.kind === 'symbol' && resolution.symbol.kind === 'parameter')
    return inferKeyed(typer, expr, resolution.symbol, at)
  const args = expr.args.map((arg) => infer(typer, arg, at))
  if (resolution?.kind !== 'builtin') return UNKNOWN
  const { id } = resolution.builtin
  const fits = id === 'age' ? args.length === 1 || args.length === 2 : args.length === 2
  if (!fits) {
    report(typer, 'T313', expr.span, { name: expr.callee.text, wanted: id === 'age' ? '1–2' : '2', given: args.length })
    return UNKNOWN
  }
  for (const [i, arg] of args.entries()) if (arg.kind !== 'date') wrongArgument(typer, expr.args[i]!, DATE, arg)
  return withNullable(
    id === 'age' ? COUNT : DAYS,
    args.some((arg) => arg.nullable === true),
  )
}

function wrongArgument(typer: Typer, arg: Expr, wanted: Ty, found: Ty): void {
  if (found.kind === 'unknown') return
  report(
    typer,
    'T326',
    arg.span,
    { ...tyArgs('wanted', wanted), ...tyArgs('found', found) },
    { labels: declaredLabels(typer, arg) },
  )
}

function inferKeyed(typer: Typer, expr: CallExpr, symbol: PolicySymbol, at: At): Ty {
  const args = expr.args.map((arg) => infer(typer, arg, at))
  const keyed = clause(symbol.decl, 'keyed')
  if (!keyed) {
    report(typer, 'T315', expr.span, { name: expr.callee.text }, { labels: declaredLabels(typer, expr) })
    return UNKNOWN
  }
  if (args.length !== 1) {
    report(typer, 'T313', expr.span, { name: expr.callee.text, wanted: '1', given: args.length })
    return UNKNOWN
  }
  const key = typer.binding.symbolOf(keyed)
  const arg = args[0]!
  if (key && !(arg.kind === 'enum' && arg.enum === key)) wrongArgument(typer, expr.args[0]!, { kind: 'enum', enum: key }, arg)
  return tyOfSymbol(typer, symbol)
}
