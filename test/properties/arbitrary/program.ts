import type fc from 'fast-check'
import type {
  Definition,
  Entity,
  Expr,
  Item,
  Literal,
  Parameter,
  Program,
  Reading,
  Relation,
  Standard,
  ValueType,
} from '../../../dsl/lower/program.ts'
import { categoryExpr, DAYS, dateExpr } from './category.ts'
import { type Draw, drawn } from './draw.ts'
import { figure, numberExpr, scoreExpr, tableExpr } from './number.ts'
import { junction, type Making, type Scope } from './scope.ts'
import { truthExpr } from './truth.ts'
import { BOOLEAN, CHANNELS, DATE, ENUMS, NOWHERE, NUMBER, ROLES, term, vocabulary } from './vocabulary.ts'

/** The times every random program is decided at. */
export const TIMES = { asOf: '2019-06-30', year: 2019 } as const

function readings(draw: Draw): Reading[] {
  const choices = [term('incl', '含本数'), term('excl', '不含本数')]
  return [{ ...term('bound', '边界'), cites: [], choices, chosen: draw.pick(choices).id }].slice(
    0,
    draw.int(0, 1) || draw.int(0, 1),
  )
}

function parameters(draw: Draw): Parameter[] {
  const making = { draw } as Making
  const value = (type: ValueType): Literal =>
    type.kind === 'boolean'
      ? { kind: 'boolean', value: draw.chance(50) }
      : type.kind === 'date'
        ? { kind: 'date', value: draw.pick(DAYS) }
        : { kind: 'number', value: figure(making, false), unit: '' }
  const made = [0, 1, 2].slice(0, draw.int(0, 3)).map((i): Parameter => {
    const type = draw.pick([NUMBER, NUMBER, NUMBER, BOOLEAN, DATE])
    const timed = draw.pick(['year', 'as_of'] as const)
    const keyed = draw.chance(35) ? 'kind' : undefined
    const categories = keyed === undefined ? [{}] : [{ category: 'plain' }, { category: 'hill' }].slice(0, draw.int(1, 2))
    const missing = draw.chance(15)
    const [split, far] = timed === 'year' ? ['2019', '2020'] : ['2019-01-01', '2019-07-01']
    const periods = missing
      ? [{ from: far }]
      : draw.chance(50)
        ? [{}]
        : [{ from: split, to: split.replace('-01-01', '-06-30') }, { from: far }]
    const areas = draw.chance(40) ? [{}, { area: draw.pick(['410000', '410100', '410122', '420000']) }] : [{}]
    const entries = categories.flatMap((c) =>
      periods.flatMap((p) => areas.map((a) => ({ ...c, ...p, ...a, value: value(type), span: NOWHERE }))),
    )
    return { ...term(`p${i}`, `参数${i}`), type, timed, ...(keyed === undefined ? {} : { keyed }), cites: [], entries }
  })
  return made
}

function definitions(making: Making): void {
  const { draw } = making
  for (let i = 0; i < draw.int(0, 4); i++) {
    const entity = draw.pick(['household', 'household', 'member', 'village', undefined])
    const scope: Scope = { stack: entity === undefined ? [] : [entity], weigh: false }
    const head = { ...term(`d${i}`, `定义${i}`), ...(entity === undefined ? {} : { entity }), cites: [] }
    const made: [ValueType, () => Expr, Definition['form']][] = [
      [BOOLEAN, () => truthExpr(making, scope, 1), 'definition'],
      [NUMBER, () => numberExpr(making, scope, 1), 'definition'],
      [NUMBER, () => scoreExpr(making, scope, 1), 'score'],
      [NUMBER, () => tableExpr(making, scope, NUMBER, 1, () => numberExpr(making, scope, 0)), 'table'],
      [DATE, () => dateExpr(making, scope, 1), 'definition'],
      [{ kind: 'enum', enum: 'cause' }, () => categoryExpr(making, scope, 'cause', 1), 'definition'],
    ]
    const [type, value, form] = draw.pick(made)
    making.definitions.push({ ...head, type, value: value(), form })
  }
}

function item(making: Making, scope: Scope, id: string, kind: Item['kind'], root: Item['kind'], depth: number): Item {
  const { draw } = making
  const within: Scope = { ...scope, weigh: root === 'weigh' }
  const condition = (d: number): Expr => truthExpr(making, within, d)
  const grouped = depth > 0 && draw.chance(25)
  const under = making.readings.length > 0 && draw.chance(15) ? [{ reading: 'bound', choice: draw.pick(['incl', 'excl']) }] : []
  const parts = grouped
    ? Array.from({ length: draw.int(2, 3) }, (_, i) => item(making, scope, `${id}_${i}`, 'part', root, depth - 1))
    : []
  const mode = draw.pick(['all', 'any', 'at_least'] as const)
  const n = mode === 'at_least' ? { n: draw.int(1, parts.length || 1) } : {}
  return {
    ...term(id, `项${id}`),
    kind,
    inPrinciple: (kind === 'must' || kind === 'bar') && draw.chance(25),
    cites: [],
    ...(draw.chance(25) ? { when: condition(0) } : {}),
    ...(grouped ? { group: { mode, ...n, parts } } : { condition: condition(draw.pick([0, 0, 1, 1, 2])) }),
    deemed: draw.chance(12) ? [condition(0)] : [],
    except: draw.chance(12) ? [condition(0)] : [],
    reviewers: kind === 'suspend' && draw.chance(60) ? [draw.pick(ROLES).id] : [],
    under,
  }
}

function standard(making: Making, id: string, entity: string, index: number): Standard {
  const { draw } = making
  const scope: Scope = { stack: [entity], weigh: false }
  const guard = draw.chance(25) ? { guard: truthExpr(making, scope, 0) } : {}
  const count = draw.int(1, 4)
  const items = Array.from({ length: count }, (_, i) => {
    const kind = draw.pick(['must', 'must', 'must', 'bar', 'bar', 'suspend', 'weigh'] as const)
    return item(making, scope, `s${index}_i${i}`, kind, kind, 2)
  })
  return { ...term(id, `标准${index}`), entity, ...guard, cites: [], items }
}

function relations(making: Making): Relation[] {
  const { draw } = making
  if (!draw.chance(12)) return []
  const entity = draw.pick(['household', 'member', 'village'])
  const period = draw.pick([{}, { from: '2019-01-01' }, { to: '2019-01-01' }])
  const scope: Scope = { stack: [entity], weigh: false }
  const condition = junction(making, 'or', [truthExpr(making, scope, 0), truthExpr(making, scope, 1)])
  return [{ ...term('rel0', '约束甲'), entity, ...period, condition, cites: [] }]
}

/** A well-typed program over `entities`, all its parts of the draw's choosing. */
export function buildProgram(draw: Draw, entities: readonly Entity[] = vocabulary(draw)): Program {
  const externals = draw.chance(40)
    ? [
        { ...term('x_num', '外部数'), type: NUMBER, cites: [] },
        { ...term('x_flag', '外部判断'), type: BOOLEAN, cites: [] },
      ]
    : []
  const making: Making = {
    draw,
    entities,
    parameters: parameters(draw),
    readings: readings(draw),
    externals,
    definitions: [],
    standards: [],
    next: 1,
  }
  definitions(making)
  // Later standards may ask for the outcome of earlier ones, never the other way round.
  const subjects = draw.pick([
    ['household'],
    ['household', 'village'],
    ['household', 'village'],
    ['village', 'household'],
    ['member', 'household'],
  ])
  subjects.forEach((entity, index) => {
    making.standards.push(standard(making, `std_${entity}`, entity, index))
  })
  const made = relations(making)
  return {
    schema: 'tiaoli/program/1',
    edition: '2026.1',
    policy: { ...term('policy', '政策'), jurisdiction: '410122', supersedes: [], inForce: { from: '2016-01-01' }, cites: [] },
    entities,
    enums: ENUMS,
    roles: ROLES,
    channels: CHANNELS,
    relations: made,
    parameters: making.parameters,
    readings: making.readings,
    externals,
    definitions: making.definitions,
    standards: making.standards,
    papers: [],
    places: [],
    calendars: [],
    procedures: [],
    effects: [],
    registers: [],
    targets: [],
    rankings: [],
    sources: [],
    units: [],
    digest: '',
  }
}

/** Random well-typed programs. */
export const program = (): fc.Arbitrary<Program> => drawn((draw) => buildProgram(draw))
