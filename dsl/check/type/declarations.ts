import { shownName } from '../../bind/symbol.ts'
import { bodyOf, childrenOf, clause, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { CLAUSES } from '../../syntax/table.ts'
import { checkAdopted } from './adopted.ts'
import { tooFine } from './agree.ts'
import { declaredTy } from './declared-type.ts'
import { expectLiteral, expectTy } from './expect.ts'
import { condition } from './infer.ts'
import { checkItems } from './items.ts'
import { tyOfDefinition } from './operand.ts'
import { presentIf } from './presence.ts'
import { checkBase, checkProcedure, guarded } from './procedure.ts'
import { checkEffects, checkRanking, checkRegister, checkTarget } from './register.ts'
import { checkTable } from './table.ts'
import { type Ty, tyArgs } from './ty.ts'
import { type At, atTop, report, type Typer, textOf, withPresent } from './typer.ts'

/** Checks the expressions of one declaration of a unit, and of what it holds. */
export function checkDeclaration(typer: Typer, decl: Decl): void {
  const symbol = typer.binding.declared.ofDecl.get(decl)
  const at = atTop(symbol && typer.binding.subjectOf(symbol) ? 1 : clause(decl, 'for') ? 1 : 0)
  switch (decl.kind) {
    case 'entity':
      for (const field of childrenOf(decl, 'field')) {
        checkNullable(typer, field)
        checkField(typer, field)
      }
      return
    case 'parameter':
      checkParameter(typer, decl)
      return
    case 'definition':
      if (symbol) tyOfDefinition(typer, symbol)
      return
    case 'relation': {
      const body = bodyOf(decl, 'relation')
      if (body) condition(typer, body, { ...at, relation: true })
      return
    }
    case 'score':
      checkScore(typer, decl, at)
      return
    case 'table':
      checkTable(typer, decl, at)
      return
    case 'standard': {
      const inside = guarded(typer, decl, at)
      if (symbol) {
        checkBase(typer, symbol)
        checkAdopted(typer, symbol, at)
      }
      checkItems(typer, decl, inside)
      return
    }
    case 'procedure':
      if (symbol) {
        checkProcedure(typer, symbol, at)
        checkAdopted(typer, symbol, at)
      }
      return
    case 'effects':
      checkEffects(typer, decl, at)
      return
    case 'register':
      checkRegister(typer, decl, at)
      return
    case 'target':
      checkTarget(typer, decl, at)
      return
    case 'ranking':
      checkRanking(typer, decl, at)
      return
    default:
      return
  }
}

const NULLABLE = new RegExp(`[，,]?\\s*(${CLAUSES.nullable.zh}|${CLAUSES.nullable.en})(?![\\s]*:)`, 'g')

/** T352: 真假 is never 无. */
function checkNullable(typer: Typer, decl: Decl): void {
  const type = bodyOf(decl, 'field')
  if (type?.kind !== 'boolean' || clause(decl, 'nullable') !== true || !decl.name) return
  // A flag has no place in the tree; more than one such word means that one stands in a note.
  const after = { ...decl.span, start: type.span.end }
  const [found, ...others] = [...textOf(typer, after).matchAll(NULLABLE)]
  const start = after.start + (found?.index ?? 0)
  const edits = found && others.length === 0 ? [{ span: { ...after, start, end: start + found[0].length }, text: '' }] : []
  const fixes = edits.length > 0 ? [{ word: 'remove', edits }] : []
  report(typer, 'T352', type.span, { name: nameText(decl) }, { fixes })
}

function checkField(typer: Typer, decl: Decl): void {
  const symbol = typer.binding.declared.ofDecl.get(decl)
  const ty = symbol && declaredTy(typer.binding, symbol)
  const range = clause(decl, 'range')
  if (!symbol || !ty || !range || ty.kind === 'unknown') return
  if (ty.kind !== 'number' && ty.kind !== 'year') {
    report(typer, 'T331', range.span, tyArgs('found', ty))
    return
  }
  for (const end of [range.low, range.high]) if (end) checkFigure(typer, end, ty, shownName(symbol))
}

/** A written value of the declared type, no finer than it. */
function checkFigure(typer: Typer, expr: Expr, ty: Ty, name: string): void {
  expectLiteral(typer, expr, ty, atTop(0))
  if (ty.kind === 'number' && ty.decimals !== undefined && expr.kind === 'number') tooFine(typer, expr, ty.decimals, name)
}

function checkParameter(typer: Typer, decl: Decl): void {
  const symbol = typer.binding.declared.ofDecl.get(decl)
  if (!symbol) return
  const ty: Ty = declaredTy(typer.binding, symbol) ?? { kind: 'unknown' }
  const keyed = clause(decl, 'keyed')
  const name = shownName(symbol)
  for (const entry of childrenOf(decl, 'entry')) {
    const body = bodyOf(entry, 'entry')
    if (body) checkFigure(typer, body, ty, name)
    const moments = clause(decl, 'timed')?.id === 'as_of' ? [] : [clause(entry, 'from'), clause(entry, 'to')]
    for (const moment of moments) if (moment?.kind === 'date') report(typer, 'T351', moment.span, { name })
    const category = clause(entry, 'category')
    if (category && !keyed) report(typer, 'T315', category.span, { name })
    if (!category && keyed) report(typer, 'T314', entry.keywordSpan, { name, key: keyed.text })
  }
}

function checkScore(typer: Typer, decl: Decl, at: At): void {
  const symbol = typer.binding.declared.ofDecl.get(decl)
  const points = symbol && declaredTy(typer.binding, symbol)
  if (!points) return
  for (const holder of [decl, ...childrenOf(decl, 'points')]) {
    for (const bound of [clause(holder, 'cap'), clause(holder, 'floor')]) if (bound) expectLiteral(typer, bound, points, at)
  }
  for (const line of childrenOf(decl, 'points')) {
    const when = clause(line, 'when')
    if (when) condition(typer, when, at)
    const body = bodyOf(line, 'points')
    if (body) expectTy(typer, body, points, when ? withPresent(at, presentIf(typer, when, true, at.level)) : at)
  }
}
