import type { Expr, Field, ValueType } from '../../../dsl/lower/program.ts'
import { definitionExpr, parameterExpr } from './number.ts'
import { conditional, fieldsIn, literal, type Making, node, oneOf, type Scope, type Seen } from './scope.ts'
import { truthExpr } from './truth.ts'
import { DATE, ENUMS } from './vocabulary.ts'

export const DAYS = ['2000-02-29', '2018-12-31', '2019-05-01', '2019-06-30', '2020-03-01', '1959-06-30'] as const
export const YEARS = [2017, 2018, 2019, 2020] as const
export const TEXTS = ['已搬', '未搬'] as const

/** A field as an expression; a yearly one is read for a year now and then. */
export function fieldExpr(making: Making, scope: Scope, found: { seen: Seen; field: Field }): Expr {
  const { field, seen } = found
  const year = field.yearly && making.draw.chance(50) ? { year: yearExpr(making, scope, 1) } : {}
  return node<'field'>(making, {
    kind: 'field',
    place: seen.place,
    entity: seen.entity.id,
    field: field.id,
    type: field.type,
    ...year,
  })
}

function someField(making: Making, scope: Scope, wanted: (field: Field) => boolean): Expr | undefined {
  const fields = fieldsIn(making, scope, wanted)
  return fields.length === 0 ? undefined : fieldExpr(making, scope, making.draw.pick(fields))
}

/** A year: 年度, 年度 − 1, a year of a date, a fact. */
export function yearExpr(making: Making, scope: Scope, depth: number): Expr {
  const { draw } = making
  const now = (): Expr => node<'time'>(making, { kind: 'time', time: 'year' })
  const one = (): Expr => literal(making, { kind: 'number', value: '1', unit: '' })
  return oneOf<Expr>(
    making,
    [
      [3, now],
      [3, () => node<'arithmetic'>(making, { kind: 'arithmetic', op: '-', left: now(), right: one() })],
      [2, () => literal(making, { kind: 'year', value: draw.pick(YEARS) })],
      // A yearly field is not asked for its year here: that could go on without end.
      [depth > 0 ? 3 : 0, () => someField(making, scope, (f) => f.type.kind === 'year' && !f.yearly)],
      [depth > 0 ? 2 : 0, () => node<'datePart'>(making, { kind: 'datePart', part: 'year', of: dateExpr(making, scope, 0) })],
    ],
    now,
  )
}

export function dateExpr(making: Making, scope: Scope, depth: number): Expr {
  const { draw } = making
  const day = (): Expr => literal(making, { kind: 'date', value: draw.pick(DAYS) })
  return oneOf<Expr>(
    making,
    [
      [6, () => someField(making, scope, (f) => f.type.kind === 'date')],
      [3, () => node<'time'>(making, { kind: 'time', time: 'as_of' })],
      [1, day],
      [1, () => parameterExpr(making, scope, (t) => t.kind === 'date')],
      [1, () => definitionExpr(making, scope, (t) => t.kind === 'date')],
      [
        depth > 0 ? 3 : 0,
        () =>
          node<'dateAdd'>(making, {
            kind: 'dateAdd',
            date: dateExpr(making, scope, depth - 1),
            amount: draw.pick([-12, -1, 1, 7, 12, 720]),
            unit: draw.pick(['day', 'month']),
          }),
      ],
      [
        depth > 0 ? 1 : 0,
        () => conditional(making, truthExpr(making, scope, 0), dateExpr(making, scope, 0), dateExpr(making, scope, 0), DATE),
      ],
    ],
    day,
  )
}

/** A value of an enumeration. */
export function categoryExpr(making: Making, scope: Scope, enumeration: string, depth: number): Expr {
  const { draw } = making
  const type: ValueType = { kind: 'enum', enum: enumeration }
  const values = ENUMS.find((e) => e.id === enumeration)!.values
  const fixed = (): Expr => literal(making, { kind: 'enum', enum: enumeration, value: draw.pick(values).id })
  const isIt = (t: ValueType): boolean => t.kind === 'enum' && t.enum === enumeration
  return oneOf<Expr>(
    making,
    [
      [6, () => someField(making, scope, (f) => isIt(f.type))],
      [1, fixed],
      [1, () => definitionExpr(making, scope, isIt)],
      [
        depth > 0 ? 1 : 0,
        () => {
          return conditional(making, truthExpr(making, scope, 0), fixed(), categoryExpr(making, scope, enumeration, 0), type)
        },
      ],
      [
        depth > 0 ? 1 : 0,
        () => {
          const rows = [0, 1].map(() => ({ tests: [truthExpr(making, scope, 0)], value: fixed(), cites: [] }))
          return node<'table'>(making, {
            kind: 'table',
            hit: 'first',
            rows,
            ...(draw.chance(60) ? { otherwise: fixed() } : {}),
            type,
          })
        },
      ],
    ],
    fixed,
  )
}
