import type { Expr, Field, ValueType } from '../../../dsl/lower/program.ts'
import { categoryExpr, dateExpr, fieldExpr } from './category.ts'
import { listIn } from './listing.ts'
import { conditional, fieldsIn, fresh, literal, type Making, node, oneOf, type Scope, seen } from './scope.ts'
import { truthExpr } from './truth.ts'
import { NUMBER, term } from './vocabulary.ts'

/** A number near what facts hold, as fraction text. */
export function figure(making: Making, ratio: boolean): string {
  const { draw } = making
  if (ratio) return draw.pick(['0', '1', '1/50', '1/2', '1/3', '1/4', '3/5'])
  return draw.chance(75) ? String(draw.int(0, 5)) : draw.pick(['1/2', '5/2', '-1', '7/4', '10'])
}

export const numberLiteral = (making: Making, value: string): Expr => literal(making, { kind: 'number', value, unit: '' })

export const isNumberField = (field: Field): boolean => field.type.kind === 'number'

/** An expression of type number. */
export function numberExpr(making: Making, scope: Scope, depth: number): Expr {
  const { draw } = making
  const sub = (): Expr => numberExpr(making, scope, depth - 1)
  const deep = depth > 0 ? 1 : 0
  return oneOf<Expr>(
    making,
    [
      [
        30,
        () => {
          const fields = fieldsIn(making, scope, isNumberField)
          return fields.length === 0 ? undefined : fieldExpr(making, scope, draw.pick(fields))
        },
      ],
      [8, () => numberLiteral(making, figure(making, false))],
      [5, () => parameterExpr(making, scope, (type) => type.kind === 'number')],
      [1, () => externalExpr(making, (type) => type.kind === 'number')],
      [6 * deep, () => definitionExpr(making, scope, (type) => type.kind === 'number')],
      [2 * deep, () => node<'negate'>(making, { kind: 'negate', operand: sub() })],
      [
        8 * deep,
        () => node<'arithmetic'>(making, { kind: 'arithmetic', op: draw.pick(['+', '-', '*', '/']), left: sub(), right: sub() }),
      ],
      [
        3 * deep,
        () =>
          node<'round'>(making, {
            kind: 'round',
            mode: draw.pick(['half_up', 'up', 'down', 'half_even']),
            value: sub(),
            to: draw.pick(['1', '1/10', '1/2', '2']),
          }),
      ],
      [
        3 * deep,
        () => node<'extreme'>(making, { kind: 'extreme', which: draw.pick(['larger', 'smaller']), items: [sub(), sub()] }),
      ],
      [3 * deep, () => conditional(making, truthExpr(making, scope, depth - 1), sub(), sub(), NUMBER)],
      [3 * deep, () => readingExpr(making, NUMBER, sub)],
      [3 * deep, () => tableExpr(making, scope, NUMBER, depth, sub)],
      [14 * deep, () => countExpr(making, scope)],
      [9 * deep, () => sumExpr(making, scope, depth)],
      [2 * deep, () => shareExpr(making, scope)],
      [2 * deep, () => ratioExpr(making, scope, depth)],
      [
        2 * deep,
        () =>
          node<'datePart'>(making, {
            kind: 'datePart',
            part: draw.pick(['month', 'day']),
            of: dateExpr(making, scope, depth - 1),
          }),
      ],
      [
        4 * deep,
        () => {
          const dates = { from: dateExpr(making, scope, 0), to: dateExpr(making, scope, depth - 1) }
          if (draw.chance(65)) return node<'fullYears'>(making, { kind: 'fullYears', ...dates })
          return node<'daysBetween'>(making, { kind: 'daysBetween', ...dates })
        },
      ],
      [deep, () => scoreExpr(making, scope, depth)],
    ],
    () => numberLiteral(making, figure(making, false)),
  )
}

/** A parameter of a wanted type, with its category if it has one. */
export function parameterExpr(making: Making, scope: Scope, wanted: (type: ValueType) => boolean): Expr | undefined {
  const fitting = making.parameters.filter((p) => wanted(p.type))
  if (fitting.length === 0) return undefined
  const parameter = making.draw.pick(fitting)
  const category = parameter.keyed === undefined ? {} : { category: categoryExpr(making, scope, parameter.keyed, 0) }
  return node<'parameter'>(making, { kind: 'parameter', parameter: parameter.id, type: parameter.type, ...category })
}

export function externalExpr(making: Making, wanted: (type: ValueType) => boolean): Expr | undefined {
  const fitting = making.externals.filter((e) => wanted(e.type))
  if (fitting.length === 0) return undefined
  const external = making.draw.pick(fitting)
  return node<'external'>(making, { kind: 'external', external: external.id, type: external.type })
}

/** A definition about an element in view, or about none. */
export function definitionExpr(making: Making, scope: Scope, wanted: (type: ValueType) => boolean): Expr | undefined {
  const fitting = making.definitions.flatMap((definition) => {
    if (!wanted(definition.type)) return []
    if (definition.entity === undefined) return [{ definition, at: {} }]
    return seen(making, scope)
      .filter((one) => one.entity.id === definition.entity)
      .map((one) => ({ definition, at: { place: one.place } }))
  })
  if (fitting.length === 0) return undefined
  const { definition, at } = making.draw.pick(fitting)
  return node<'definition'>(making, { kind: 'definition', definition: definition.id, type: definition.type, ...at })
}

export function readingExpr(making: Making, type: ValueType, sub: () => Expr): Expr | undefined {
  if (making.readings.length === 0) return undefined
  const reading = making.draw.pick(making.readings)
  const arms = reading.choices.map((choice) => ({ choice: choice.id, value: sub() }))
  return node<'reading'>(making, { kind: 'reading', reading: reading.id, arms, type })
}

/** Rows of a unique table are bands of one number, so that no two can hold. */
export function tableExpr(making: Making, scope: Scope, type: ValueType, depth: number, sub: () => Expr): Expr {
  const { draw } = making
  const otherwise = draw.chance(60) ? { otherwise: sub() } : {}
  if (draw.chance(50)) {
    const subject = numberExpr(making, scope, 0)
    const band = (low: number, high: number): Expr =>
      node<'between'>(making, {
        kind: 'between',
        value: fresh(making, subject),
        low: numberLiteral(making, String(low)),
        high: numberLiteral(making, String(high)),
        lowOpen: false,
        highOpen: true,
      })
    const extra = draw.chance(30) ? [truthExpr(making, scope, 0)] : []
    const rows = [
      { tests: [band(0, 2), ...extra], value: sub(), cites: [] },
      { tests: [band(2, 5)], value: sub(), cites: [] },
    ]
    return node<'table'>(making, { kind: 'table', hit: 'unique', rows, ...otherwise, type })
  }
  const rows = [0, 1].map(() => ({ tests: [truthExpr(making, scope, Math.min(depth - 1, 1))], value: sub(), cites: [] }))
  return node<'table'>(making, { kind: 'table', hit: 'first', rows, ...otherwise, type })
}

function inside(scope: Scope, entity: string): Scope {
  return { ...scope, stack: [entity, ...scope.stack] }
}

function maybeFilter(making: Making, scope: Scope, percent: number): { filter?: Expr } {
  return making.draw.chance(percent) ? { filter: truthExpr(making, scope, making.draw.pick([0, 0, 0, 1])) } : {}
}

function countExpr(making: Making, scope: Scope): Expr | undefined {
  const list = listIn(making, scope)
  if (list === undefined) return undefined
  return node<'count'>(making, { kind: 'count', list, ...maybeFilter(making, inside(scope, list.of), 75) })
}

function sumExpr(making: Making, scope: Scope, depth: number): Expr | undefined {
  const list = listIn(making, scope)
  if (list === undefined) return undefined
  const within = inside(scope, list.of)
  const value = numberExpr(making, within, Math.min(depth - 1, 1))
  return node<'sum'>(making, { kind: 'sum', list, ...maybeFilter(making, within, 50), value, type: NUMBER })
}

/** 占比, with what empty means. */
export function shareExpr(making: Making, scope: Scope): Expr | undefined {
  const list = listIn(making, scope)
  if (list === undefined) return undefined
  const within = inside(scope, list.of)
  const body = truthExpr(making, within, 0)
  const empty = making.draw.pick(['met', 'unmet', 'undetermined'] as const)
  return node<'share'>(making, { kind: 'share', list, ...maybeFilter(making, within, 60), body, empty })
}

export function ratioExpr(making: Making, scope: Scope, depth: number): Expr {
  const empty = making.draw.pick(['met', 'unmet', 'undetermined'] as const)
  const part = numberExpr(making, scope, Math.min(depth - 1, 0))
  return node<'ratio'>(making, { kind: 'ratio', part, whole: numberExpr(making, scope, Math.min(depth - 1, 0)), empty })
}

/** 计分. */
export function scoreExpr(making: Making, scope: Scope, depth: number): Expr {
  const { draw } = making
  const limits = (): { cap?: string; floor?: string } => ({
    ...(draw.chance(40) ? { cap: draw.pick(['3', '5']) } : {}),
    ...(draw.chance(30) ? { floor: draw.pick(['0', '1']) } : {}),
  })
  const lines = [0, 1].slice(0, draw.int(1, 2)).map((i) => ({
    ...term(`line_${making.next}_${i}`, `分项${making.next}之${i}`),
    cites: [],
    value: numberExpr(making, scope, 0),
    ...(draw.chance(60) ? { when: truthExpr(making, scope, Math.min(depth - 1, 0)) } : {}),
    ...limits(),
  }))
  return node<'score'>(making, { kind: 'score', lines, ...limits() })
}
