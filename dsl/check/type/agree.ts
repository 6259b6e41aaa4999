import { shownName } from '../../bind/symbol.ts'
import type { Span } from '../../source/span.ts'
import type { CompareWord } from '../../syntax/compare-words.ts'
import type { Expr, NumberExpr } from '../../syntax/expression.ts'
import { compare, decimals, ONE, parseRational, toDecimalText } from '../../value/rational.ts'
import { divideUnits, sameUnit, type Unit } from '../../value/unit.ts'
import { adapt, adaptDuration, adaptToYear } from './adapt.ts'
import { reportNotPresent } from './nullable.ts'
import { declaredLabels, mainSymbol } from './operand-label.ts'
import { type NumberTy, type Ty, tyArgs } from './ty.ts'
import { type At, report, type Typer, textOf } from './typer.ts'

export interface Side {
  readonly expr: Expr
  readonly ty: Ty
}

/**
 * Brings two sides to one type, letting bare figures adapt; gives the common type, undefined when they do not go together (reported: T302 kinds,
 * T303 units, T304 total against per person, T305 ratio against plain number).
 */
export function agree(typer: Typer, left: Side, right: Side, span: Span): Ty | undefined {
  const [a, b] = [left.ty, right.ty]
  if (a.kind === 'unknown' || b.kind === 'unknown') return { kind: 'unknown' }
  if (a.kind === 'duration') {
    const ty = adaptDuration(typer, left.expr, b)
    if (ty) return agree(typer, { expr: left.expr, ty }, right, span)
  }
  if (b.kind === 'duration') {
    const ty = adaptDuration(typer, right.expr, a)
    if (ty) return agree(typer, left, { expr: right.expr, ty }, span)
  }
  if (a.kind === 'year' && b.kind === 'number' && adaptToYear(typer, right.expr)) return a
  if (b.kind === 'year' && a.kind === 'number' && adaptToYear(typer, left.expr)) return b
  if (a.kind === 'number' && b.kind === 'number') return agreeNumbers(typer, left.expr, a, right.expr, b, span)
  if (a.kind === 'enum' && b.kind === 'enum' && a.enum === b.enum) return a
  if (a.kind === b.kind && a.kind !== 'enum' && a.kind !== 'entity' && a.kind !== 'list' && a.kind !== 'duration') return a
  mismatch(typer, 'T302', left, right, span)
  return undefined
}

function mismatch(typer: Typer, code: 'T302' | 'T303' | 'T304', left: Side, right: Side, span: Span): void {
  report(
    typer,
    code,
    span,
    { ...tyArgs('left', left.ty), ...tyArgs('right', right.ty) },
    { labels: declaredLabels(typer, left.expr, right.expr) },
  )
}

function agreeNumbers(typer: Typer, left: Expr, a: NumberTy, right: Expr, b: NumberTy, span: Span): Ty | undefined {
  if (a.free && b.free) return a.said === 'ratio' ? a : b
  if (a.free || b.free) {
    const [bare, bareTy, other, otherTy] = a.free ? [left, a, right, b] : [right, b, left, a]
    if (otherTy.said === 'ratio' && !fitsRatio(bare, bareTy)) {
      ratioMismatch(typer, { expr: left, ty: a }, { expr: right, ty: b }, bare, span)
      return undefined
    }
    adapt(typer, bare, otherTy)
    if (bareTy.said === 'ratio' && otherTy.said !== 'ratio') return bareTy
    return typer.types.get(other) ?? otherTy
  }
  if (sameUnit(a.unit, b.unit)) {
    if ((a.said === 'ratio') === (b.said === 'ratio') || a.quotient || b.quotient) return a.quotient ? b : a
    ratioMismatch(typer, { expr: left, ty: a }, { expr: right, ty: b }, undefined, span)
    return undefined
  }
  const kinds = a.said === 'ratio' || b.said === 'ratio'
  const code = kinds ? 'T302' : isPerPerson(divideUnits(a.unit, b.unit)) ? 'T304' : 'T303'
  mismatch(typer, code, { expr: left, ty: a }, { expr: right, ty: b }, span)
  return undefined
}

/** 元/年 against 元/人·年: the quotient is 人 or 1/人. */
function isPerPerson(quotient: Unit): boolean {
  const entries = Object.entries(quotient)
  return entries.length === 1 && entries[0]?.[0] === 'person'
}

/** A figure without % stands for a ratio when it lies between 0 and 1. */
function fitsRatio(expr: Expr, ty: NumberTy): boolean {
  if (ty.said === 'integer') return false
  if (expr.kind !== 'number') return true
  const value = parseRational(expr.value)
  return value !== undefined && compare(value, ONE) <= 0
}

function ratioMismatch(typer: Typer, left: Side, right: Side, bare: Expr | undefined, span: Span): void {
  const value = bare?.kind === 'number' ? parseRational(bare.value) : undefined
  const to = value ? `${toDecimalText(value)}%` : ''
  const fixes =
    bare && value && compare(value, { n: 100n, d: 1n }) <= 0
      ? [{ word: 'percent', args: { to }, edits: [{ span: bare.span, text: to }] }]
      : []
  const args = { ...tyArgs('left', left.ty), ...tyArgs('right', right.ty) }
  report(typer, 'T305', span, args, { labels: declaredLabels(typer, left.expr, right.expr), fixes })
}

/** Checks one comparison of two sides: common type, order only where there is one (T319), presence (T306), decimals of a written figure (T316). */
export function checkComparison(typer: Typer, left: Side, right: Side, op: CompareWord['op'], span: Span, at: At): void {
  const common = agree(typer, left, right, span)
  if (!common || common.kind === 'unknown') return
  if (op !== 'eq' && op !== 'ne') {
    if (common.kind !== 'number' && common.kind !== 'date' && common.kind !== 'year') {
      report(typer, 'T319', span, tyArgs('found', common), { labels: declaredLabels(typer, left.expr, right.expr) })
      return
    }
    for (const side of [left, right]) if (side.ty.nullable) reportNotPresent(typer, side.expr, span, at)
  }
  checkDecimals(typer, left, right.expr)
  checkDecimals(typer, right, left.expr)
}

/** T316 for a figure finer than the declared decimals of the name it is compared with. */
export function checkDecimals(typer: Typer, declared: Side, figure: Expr): void {
  if (declared.ty.kind !== 'number' || declared.ty.decimals === undefined || figure.kind !== 'number') return
  const symbol = mainSymbol(typer, declared.expr)
  if (symbol) tooFine(typer, figure, declared.ty.decimals, shownName(symbol), declared.expr)
}

/** T316 when the figure has more decimals than allowed. */
export function tooFine(typer: Typer, figure: NumberExpr, allowed: number, name: string, declared?: Expr): void {
  const value = parseRational(figure.value)
  const has = value && decimals(value)
  if (!value || (has !== undefined && has <= allowed)) return
  const labels = declared ? declaredLabels(typer, declared) : []
  report(typer, 'T316', figure.span, { value: textOf(typer, figure.span), name, decimals: allowed }, { labels })
}
