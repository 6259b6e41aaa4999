import type { Field, Program } from '../../../dsl/lower/program.ts'
import { DAYS, TEXTS, YEARS } from './category.ts'
import { type Draw, shuffle } from './draw.ts'
import { TIMES } from './program.ts'

/** Numbers that programs compare with (see figure), and their neighbours. */
function someNumber(draw: Draw, field: Field): number {
  const decimals = field.type.kind === 'number' ? (field.type.decimals ?? 2) : 0
  const step = 10 ** -decimals
  const base = draw.chance(80) ? draw.int(0, 5) : draw.pick([-1, 0.5, 2.5, 1.75, 10, 8])
  const near = base + draw.pick([0, 0, 0, step, -step])
  const low = field.low === undefined ? -5 : Number(field.low)
  const high = field.high === undefined ? 12 : Number(field.high)
  return Number(Math.min(high, Math.max(low, near)).toFixed(decimals))
}

const RATES: readonly (readonly [number, string])[] = [
  [0, '0%'],
  [1, '100%'],
  [0.02, '2%'],
  [0.0201, '2.01%'],
  [0.5, '50%'],
  [0.25, '25%'],
  [0.3333, '33.33%'],
  [0.3334, '33.34%'],
  [0.6, '60%'],
  [0.6, '0.6'],
]

/** A valid plain value of the field's type, 无 where that is allowed. */
export function plainValue(draw: Draw, program: Program, field: Field): unknown {
  if (field.nullable && draw.chance(30)) return draw.chance(70) ? '无' : { nothing: true }
  const { type } = field
  switch (type.kind) {
    case 'boolean': {
      const value = draw.chance(60)
      return draw.chance(85) ? value : value ? '是' : '否'
    }
    case 'number': {
      if (type.ratio === true) return draw.pick(draw.pick(RATES))
      const value = someNumber(draw, field)
      if (draw.chance(80)) return value
      return draw.chance(70) ? String(value) : value.toFixed(3)
    }
    case 'date':
      return draw.pick(DAYS)
    case 'year':
      return draw.pick(YEARS)
    case 'text':
      return draw.pick(TEXTS)
    case 'enum': {
      const value = draw.pick(program.enums.find((e) => e.id === type.enum)!.values)
      return draw.chance(70) ? value.id : value.zh
    }
    default:
      throw new Error(`${type.kind} is no plain value`)
  }
}

/** With its source where the field asks for one; a wrong one or none now and then unless `good`. */
export function sourcedValue(draw: Draw, program: Program, field: Field, good: boolean): unknown {
  const value = plainValue(draw, program, field)
  const wrapped = (source: string): unknown => (draw.chance(70) ? { value, source } : { 值: value, 来源: source })
  if (field.channel === undefined) return draw.chance(6) ? wrapped('自报') : value
  const right = program.channels.find((c) => c.id === field.channel)!
  if (good || draw.chance(80)) return wrapped(draw.chance(60) ? right.id : right.zh)
  return draw.chance(50) ? wrapped('自报') : value
}

const WHEN = ['2018-12-01', '2019-05-01', '2019-06-30', '2019-07-01'] as const

/** 认定: one, or several with wrong roles, ties and later dates among them. */
export function judgement(draw: Draw, program: Program, field: Field): unknown {
  const entry = (): unknown => {
    const role = draw.chance(80) ? draw.pick(field.judgement!.roles) : draw.pick(program.roles).id
    const name = draw.chance(70) ? role : program.roles.find((r) => r.id === role)!.zh
    const by = draw.chance(50) ? { by: '张三', basis: '入户' } : {}
    return { value: plainValue(draw, program, field), role: name, on: draw.pick(WHEN), ...by }
  }
  return draw.chance(50) ? entry() : Array.from({ length: draw.int(0, 3) }, entry)
}

/** Values of some years; or, where `plain`, one for the decision's year. */
export function yearlyValue(draw: Draw, one: () => unknown): unknown {
  if (draw.chance(30)) return one()
  if (draw.chance(5)) return {}
  const years = shuffle(draw, YEARS).slice(0, draw.int(1, 4))
  return Object.fromEntries(years.map((year) => [String(year), draw.chance(10) ? null : one()]))
}

const AT = TIMES.asOf

/** 偏离 and 复核 for some items of the entity's standards. */
export function acts(draw: Draw, program: Program, entity: string): Record<string, unknown> {
  const items = program.standards.filter((s) => s.entity === entity).flatMap((s) => s.items)
  const inPrinciple = items.filter((i) => i.inPrinciple && draw.chance(40))
  const suspended = items.filter((i) => i.kind === 'suspend' && draw.chance(50))
  const departures = inPrinciple.map((i) => ({
    item: draw.chance(70) ? i.id : i.zh,
    reason: '地处偏远',
    by: '李四',
    on: draw.pick(['2019-05-01', AT, '2019-07-01']),
  }))
  const rechecks = suspended.flatMap((i) =>
    Array.from({ length: draw.int(1, 2) }, () => ({
      item: i.id,
      result: draw.pick(['pass', 'fail', '符合', '不符合']),
      role: draw.chance(60) && i.reviewers[0] !== undefined ? i.reviewers[0] : draw.pick(program.roles).zh,
      on: draw.pick(WHEN),
    })),
  )
  return {
    ...(departures.length > 0 ? { [draw.chance(70) ? 'departures' : '偏离']: departures } : {}),
    ...(rechecks.length > 0 ? { [draw.chance(70) ? 'rechecks' : '复核']: rechecks } : {}),
  }
}
