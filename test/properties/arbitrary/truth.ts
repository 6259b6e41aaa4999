import type { CompareOp, Expr, Field } from '../../../dsl/lower/program.ts'
import { categoryExpr, DAYS, dateExpr, fieldExpr, TEXTS, YEARS, yearExpr } from './category.ts'
import { listIn } from './listing.ts'
import {
  definitionExpr,
  externalExpr,
  figure,
  isNumberField,
  numberExpr,
  numberLiteral,
  parameterExpr,
  ratioExpr,
  readingExpr,
  shareExpr,
  tableExpr,
} from './number.ts'
import { conditional, fieldsIn, junction, literal, type Making, node, oneOf, type Scope, seen } from './scope.ts'
import { BOOLEAN, ENUMS } from './vocabulary.ts'

const ORDERS: readonly CompareOp[] = ['gt', 'ge', 'lt', 'le', 'ge', 'le', 'eq', 'ne']
const EQUALITIES: readonly CompareOp[] = ['eq', 'ne']

function compare(making: Making, ops: readonly CompareOp[], left: Expr, right: Expr): Expr {
  const op = making.draw.pick(ops)
  return node<'compare'>(making, { kind: 'compare', op, word: op, left, right })
}

const fixedBoolean = (making: Making): Expr => literal(making, { kind: 'boolean', value: making.draw.chance(50) })
const isBoolean = (type: { readonly kind: string }): boolean => type.kind === 'boolean'

/** A field against a value near what facts hold: the atoms that decide most. */
function simpleTest(making: Making, scope: Scope): Expr | undefined {
  const { draw } = making
  const fields = fieldsIn(making, scope, (f) => f.type.kind !== 'list' && f.type.kind !== 'entity')
  if (fields.length === 0) return undefined
  const found = draw.pick(fields)
  const { field } = found
  const left = fieldExpr(making, scope, found)
  if (field.nullable && draw.chance(30)) return nothingTest(making, left)
  switch (field.type.kind) {
    case 'boolean':
      return left
    case 'number':
      return compare(making, ORDERS, left, numberLiteral(making, figure(making, field.type.ratio === true)))
    case 'year':
      return compare(
        making,
        ORDERS,
        left,
        draw.chance(50) ? yearExpr(making, scope, 0) : literal(making, { kind: 'year', value: draw.pick(YEARS) }),
      )
    case 'date':
      return compare(making, ORDERS, left, literal(making, { kind: 'date', value: draw.pick(DAYS) }))
    case 'text':
      return compare(making, EQUALITIES, left, literal(making, { kind: 'text', value: draw.pick(TEXTS) }))
    case 'enum':
      return compare(making, EQUALITIES, left, categoryExpr(making, scope, field.type.enum, 0))
    default:
      return undefined
  }
}

function nothingTest(making: Making, left: Expr): Expr {
  if (making.draw.chance(60)) return node<'has'>(making, { kind: 'has', operand: left })
  return compare(making, EQUALITIES, left, literal(making, { kind: 'nothing' }))
}

/** in: a few fixed values. */
function membership(making: Making, scope: Scope): Expr {
  const { draw } = making
  if (draw.chance(50)) {
    const items = ['1', '2', figure(making, false)].map((value) => numberLiteral(making, value))
    return node<'in'>(making, { kind: 'in', value: numberExpr(making, scope, 0), items })
  }
  const { id, values } = draw.pick(ENUMS)
  const items = values.slice(0, 2).map((v) => literal(making, { kind: 'enum', enum: id, value: v.id }))
  return node<'in'>(making, { kind: 'in', value: categoryExpr(making, scope, id, 1), items })
}

function between(making: Making, scope: Scope, depth: number): Expr {
  const { draw } = making
  const value = numberExpr(making, scope, Math.min(depth, 1))
  const low = draw.chance(80) ? numberLiteral(making, String(draw.int(0, 2))) : numberExpr(making, scope, 0)
  const high = numberLiteral(making, String(draw.int(2, 6)))
  return node<'between'>(making, { kind: 'between', value, low, high, lowOpen: draw.chance(30), highOpen: draw.chance(30) })
}

function quantifier(making: Making, scope: Scope, depth: number): Expr | undefined {
  const { draw } = making
  const list = listIn(making, scope)
  if (list === undefined) return undefined
  const within: Scope = { ...scope, stack: [list.of, ...scope.stack] }
  const kind = draw.pick(['every', 'some', 'none'] as const)
  const filter = draw.chance(50) ? { filter: truthExpr(making, within, 0) } : {}
  const body = kind === 'every' || draw.chance(80) ? { body: truthExpr(making, within, depth - 1) } : {}
  return node<'quantifier'>(making, { kind: 'quantifier', quantifier: kind, list, ...filter, ...body })
}

/** A subordinate's outcome; standards only see those declared before them. */
function meets(making: Making, scope: Scope): Expr | undefined {
  const fitting = making.standards.flatMap((standard) =>
    seen(making, scope)
      .filter((one) => one.entity.id === standard.entity)
      .map((one) => ({ standard, one })),
  )
  if (fitting.length === 0) return undefined
  const { standard, one } = making.draw.pick(fitting)
  return node<'meets'>(making, { kind: 'meets', standard: standard.id, place: one.place })
}

/** A condition. */
export function truthExpr(making: Making, scope: Scope, depth: number): Expr {
  const { draw } = making
  const sub = (): Expr => truthExpr(making, scope, depth - 1)
  const deep = depth > 0 ? 1 : 0
  const share = (): Expr | undefined => (draw.chance(75) ? shareExpr(making, scope) : ratioExpr(making, scope, depth))
  return oneOf<Expr>(
    making,
    [
      [20, () => simpleTest(making, scope)],
      [deep * 4, () => compare(making, ORDERS, numberExpr(making, scope, depth), numberLiteral(making, figure(making, false)))],
      [deep * 2, () => compare(making, ORDERS, numberExpr(making, scope, depth), numberExpr(making, scope, depth - 1))],
      [deep * 2, () => compare(making, ORDERS, dateExpr(making, scope, depth), dateExpr(making, scope, 0))],
      [
        deep * 4,
        () => {
          const left = share()
          return left && compare(making, ORDERS, left, numberLiteral(making, figure(making, true)))
        },
      ],
      [deep * 1, () => compare(making, EQUALITIES, sub(), sub())],
      [deep * 3, () => node<'not'>(making, { kind: 'not', operand: sub() })],
      [deep * 4, () => junction(making, 'and', [sub(), sub()])],
      [deep * 4, () => junction(making, 'or', [sub(), sub()])],
      [deep * 2, () => between(making, scope, depth)],
      [deep * 2, () => membership(making, scope)],
      [deep * 2, () => conditional(making, sub(), sub(), sub(), BOOLEAN)],
      [deep * 2, () => readingExpr(making, BOOLEAN, sub)],
      [deep * 1, () => tableExpr(making, scope, BOOLEAN, depth, sub)],
      [deep * 11, () => quantifier(making, scope, depth)],
      [deep * 12 + (scope.stack.length > 1 ? 3 : 0), () => meets(making, scope)],
      [deep * 4, () => definitionExpr(making, scope, isBoolean)],
      [1, () => parameterExpr(making, scope, isBoolean)],
      [draw.chance(30) ? 1 : 0, () => externalExpr(making, isBoolean)],
      [draw.chance(10) ? 1 : 0, () => fixedBoolean(making)],
      [
        scope.weigh ? 5 : 0,
        () => {
          const found = fieldsIn(making, scope, (f: Field) => isNumberField(f) || f.type.kind === 'date')
          const operand = found.length > 0 ? fieldExpr(making, scope, draw.pick(found)) : numberExpr(making, scope, depth)
          return node<'status'>(making, { kind: 'status', status: draw.pick(['known', 'unknown']), operand })
        },
      ],
    ],
    () => fixedBoolean(making),
  )
}
