import type { PolicySymbol } from '../bind/symbol.ts'
import { bodyOf, childrenOf, clause, mainValue } from '../syntax/access.ts'
import { COMPARE_WORDS, type CompareWordId } from '../syntax/compare-words.ts'
import type { Cell, Decl } from '../syntax/declaration.ts'
import type { Expr as Tree } from '../syntax/expression.ts'
import { lowerCites } from './cites.ts'
import { type Bare, lowerExpr, node } from './expression.ts'
import { figureOf } from './literal.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Definition, Expr, ScoreLine } from './program.ts'
import { valueType } from './value-type.ts'

/** A definition, score or table: one expression about one element, or about none. */
export function lowerDefinition(lower: Lowerer, symbol: PolicySymbol): Definition | undefined {
  const value = valueOfDefinition(lower, symbol)
  if (!value) return undefined
  const subject = lower.binding.subjectOf(symbol)
  return {
    ...termOf(lower, symbol),
    ...(subject ? { entity: idOf(lower, subject) } : {}),
    type: valueType(lower, lower.checked.typeOfSymbol(symbol)),
    value,
    cites: lowerCites(lower, symbol.decl, symbol.unit),
    form: symbol.kind === 'score' ? 'score' : symbol.kind === 'table' ? 'table' : 'definition',
  }
}

function valueOfDefinition(lower: Lowerer, symbol: PolicySymbol): Expr | undefined {
  if (symbol.kind === 'score') return lowerScore(lower, symbol)
  if (symbol.kind === 'table') return lowerTable(lower, symbol)
  const body = bodyOf(symbol.decl, 'definition')
  return body && lowerExpr(lower, body)
}

function bounds(lower: Lowerer, decl: Decl): { readonly cap?: string; readonly floor?: string } {
  const cap = figureOf(lower, clause(decl, 'cap'))
  const floor = figureOf(lower, clause(decl, 'floor'))
  return { ...(cap === undefined ? {} : { cap }), ...(floor === undefined ? {} : { floor }) }
}

function lowerScore(lower: Lowerer, symbol: PolicySymbol): Expr {
  return {
    id: lower.nextNode(),
    span: symbol.decl.span,
    kind: 'score',
    lines: symbol.members.flatMap((line) => lowerLine(lower, line) ?? []),
    ...bounds(lower, symbol.decl),
  }
}

function lowerLine(lower: Lowerer, symbol: PolicySymbol): ScoreLine | undefined {
  const body = bodyOf(symbol.decl, 'points')
  const when = clause(symbol.decl, 'when')
  if (!body) return undefined
  return {
    ...termOf(lower, symbol),
    cites: lowerCites(lower, symbol.decl, symbol.unit),
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    value: lowerExpr(lower, body),
    ...bounds(lower, symbol.decl),
  }
}

function lowerTable(lower: Lowerer, symbol: PolicySymbol): Expr {
  const { decl, unit } = symbol
  const id = lower.nextNode()
  const inputs = childrenOf(decl, 'inputs').flatMap((child) => mainValue(child, 'inputs') ?? [])
  const rows = childrenOf(decl, 'row').flatMap((row) => {
    const body = bodyOf(row, 'row')
    const tests = (mainValue(row, 'row') ?? []).flatMap((cell, i) => cellTest(lower, cell, inputs[i]) ?? [])
    return body ? [{ tests, value: lowerExpr(lower, body), cites: lowerCites(lower, row, unit) }] : []
  })
  const rest = childrenOf(decl, 'otherwise')[0]
  const otherwise = rest && bodyOf(rest, 'otherwise')
  return {
    id,
    span: decl.span,
    kind: 'table',
    hit: clause(decl, 'hit')?.id === 'first' ? 'first' : 'unique',
    rows,
    ...(otherwise ? { otherwise: lowerExpr(lower, otherwise) } : {}),
    type: valueType(lower, lower.checked.typeOfSymbol(symbol)),
  }
}

/** A cell as a condition on its input; 任意 asks nothing. */
function cellTest(lower: Lowerer, cell: Cell, input: Tree | undefined): Expr | undefined {
  if (!input || cell.kind === 'any') return undefined
  const at: Tree = { ...input, span: cell.span }
  return node(lower, at, () => cellCondition(lower, cell, input))
}

function cellCondition(lower: Lowerer, cell: Exclude<Cell, { kind: 'any' }>, input: Tree): Bare {
  const value = lowerExpr(lower, input)
  switch (cell.kind) {
    case 'compare':
      return {
        kind: 'compare',
        op: COMPARE_WORDS[cell.word as CompareWordId].op,
        word: cell.word,
        left: value,
        right: lowerExpr(lower, cell.value),
      }
    case 'between': {
      const lowOpen = cell.open === 'low' || cell.open === 'both'
      const highOpen = cell.open === 'high' || cell.open === 'both'
      return { kind: 'between', value, low: lowerExpr(lower, cell.low), high: lowerExpr(lower, cell.high), lowOpen, highOpen }
    }
    case 'oneOf': {
      const items = cell.values.map((item) => lowerExpr(lower, item))
      const [only] = items
      return items.length === 1 && only
        ? { kind: 'compare', op: 'eq', word: 'eq', left: value, right: only }
        : { kind: 'in', value, items }
    }
    default:
      return cell satisfies never
  }
}
