import type { Expr, Literal, ValueType } from '../../dsl/lower/program.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { isPoint } from '../../dsl/value/interval.ts'
import { multiply, type Rational, rational, toDecimalText } from '../../dsl/value/rational.ts'
import { truthName } from '../../dsl/value/truth.ts'
import { fieldPath, NIL, type Scalar } from '../facts/element.ts'
import type { Operand } from '../types.ts'
import { type FieldRead, pathOfRead } from './field.ts'
import { numberOf } from './numeric.ts'
import type { Env, Listed, Run } from './scope.ts'
import { parameterOf, truthOf } from './truth.ts'
import { plainOf } from './values.ts'
import { walk } from './walk.ts'

const MOST = 200
const HUNDRED = rational(100n)

/** The figures put into an item's conditions, in the order they are read, each once; at most 200. */
export function operandsOf(run: Run, exprs: readonly Expr[], env: Env, item: string): readonly Operand[] {
  const found = new Map<string, Operand>()
  const put = (operand: Operand) => {
    if (found.size < MOST && !found.has(operand.name)) found.set(operand.name, operand)
  }
  const reader = {
    openOnly: false,
    field: (read: FieldRead) => put(fieldOperand(run, read)),
    list: (list: Listed) => put(listOperand(list)),
    parameter: (expr: Expr & { kind: 'parameter' }, at: Env) => put(parameterOperand(run, expr, at)),
    external: (expr: Expr & { kind: 'external' }) => {
      const { id, zh, en } = run.model.externals.get(expr.external)!
      put({ name: id, label: { zh, en }, value: 'unknown' })
    },
    definition: (expr: Expr & { kind: 'definition' }, at: Env) => put(definitionOperand(run, expr, at)),
    blocked: () => {},
  }
  for (const expr of exprs) walk(run, expr, env, item, reader)
  return [...found.values()]
}

function fieldOperand(run: Run, read: FieldRead): Operand {
  const { field } = read.field
  const { source, cause } = read.fact ?? {}
  return {
    name: pathOfRead(run, read),
    label: { zh: field.zh, en: field.en },
    value: scalarText(field.type, read.fact?.value),
    ...unitOf(field.type),
    ...(source === undefined ? {} : { source }),
    ...(cause === undefined ? {} : { cause }),
  }
}

function listOperand(list: Listed): Operand {
  const { field } = list.field
  const count = String(list.elements.length)
  const value = list.state === 'unknown' ? 'unknown' : list.state === 'partial' ? `${count}+` : count
  return { name: fieldPath(list.owner, list.field), label: { zh: field.zh, en: field.en }, value }
}

function parameterOperand(run: Run, expr: Expr & { kind: 'parameter' }, env: Env): Operand {
  const { id, zh, en, cites } = run.model.parameters.get(expr.parameter)!
  const value = literalText(expr.type, parameterOf(run, expr, env))
  const cite = cites[0]
  const source = cite === undefined ? {} : { source: `${cite.source} ${cite.article}`.trim() }
  return { name: id, label: { zh, en }, value, ...unitOf(expr.type), ...source }
}

function definitionOperand(run: Run, expr: Expr & { kind: 'definition' }, env: Env): Operand {
  const { id, zh, en } = run.model.definitions.get(expr.definition)!
  return { name: id, label: { zh, en }, value: exprText(run, expr.type, expr, env), ...unitOf(expr.type) }
}

function unitOf(type: ValueType): { unit?: string } {
  return type.kind === 'number' && type.unit !== '' ? { unit: type.unit } : {}
}

function literalText(type: ValueType, literal: Literal | undefined): string {
  if (literal === undefined) return 'unknown'
  switch (literal.kind) {
    case 'number': {
      const [n, d] = literal.value.split('/')
      return numberText(type, rational(BigInt(n!), BigInt(d ?? '1')))
    }
    case 'nothing':
      return '无'
    default:
      return String(literal.value)
  }
}

/** The value of an expression in canonical text; unknown unless it is known exactly. */
function exprText(run: Run, type: ValueType, expr: Expr, env: Env): string {
  switch (type.kind) {
    case 'boolean':
      return truthName(truthOf(run, expr, env))
    case 'number':
    case 'year': {
      const { interval, nil } = numberOf(run, expr, env)
      if (nil === 1) return '无'
      return nil === 0 && isPoint(interval) ? numberText(type, interval.lo!) : 'unknown'
    }
    default: {
      const value = plainOf(run, expr, env)
      return scalarText(type, value ?? undefined)
    }
  }
}

/** A known value in canonical text: 3700.00, 2019-05-01, true, 无. */
export function scalarText(type: ValueType, value: Scalar | undefined): string {
  if (value === undefined) return 'unknown'
  if (value === NIL) return '无'
  if (typeof value === 'object') return numberText(type, value)
  return type.kind === 'date' ? formatDay(Number(value)) : String(value)
}

/** Decimals as the type has them, ratios as per cent, quotients to six decimals. */
function numberText(type: ValueType, value: Rational): string {
  if (type.kind !== 'number') return toDecimalText(value)
  if (type.ratio === true) return `${toDecimalText(multiply(value, HUNDRED))}%`
  const text = toDecimalText(value, Math.max(6, type.decimals ?? 0))
  if (type.decimals === undefined || type.decimals === 0 || text.startsWith('≈')) return text
  const [whole, fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(type.decimals, '0')}`
}
