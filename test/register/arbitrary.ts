import type { Expr, Program } from '../../dsl/lower/program.ts'
import type { Register, Target } from '../../dsl/lower/program-register.ts'
import type { DecideOptions, Facts } from '../../engine/types.ts'
import * as b from '../engine/build.ts'
import type { PlainHistory } from '../oracle/register.ts'
import type { Draw } from '../properties/arbitrary/draw.ts'
import { buildBadFacts, buildFacts, buildProgram } from '../properties/arbitrary/index.ts'
import { numberExpr } from '../properties/arbitrary/number.ts'
import { type Making, node } from '../properties/arbitrary/scope.ts'
import { truthExpr } from '../properties/arbitrary/truth.ts'

const STATES = ['poor', 'exited', 'returned', 'closed'] as const
const KINDS = ['birth', 'marriage', 'moving_out', 'death'] as const
const PEOPLE = ['甲', '乙', '丙', undefined]
const PROCEDURES = ['in_steps', 'out_steps']
const CITE = [{ source: 'law', article: '一' }]

/** A register of households with states, ways, prohibitions and changes of the draw's choosing, over a random program. */
export interface RandomRegister {
  /** the program facts are drawn for: without the state's field */
  readonly base: Program
  readonly program: Program
}

export function buildRegister(draw: Draw): RandomRegister {
  const base = buildProgram(draw)
  const making: Making = {
    draw,
    entities: base.entities,
    parameters: base.parameters,
    readings: base.readings,
    externals: base.externals,
    definitions: [...base.definitions],
    standards: [...base.standards],
    next: 1_000_000,
  }
  const guard = (percent: number): { when?: Expr } => (draw.chance(percent) ? { when: guardOf(making) } : {})
  const states = (most: number) => STATES.filter(() => draw.chance(45)).slice(0, most)
  const register: Register = {
    ...b.term('book', '登记册'),
    entity: 'household',
    field: 'book_state',
    enum: 'book_states',
    cites: CITE,
    states: STATES.map((id) => ({ id, cites: [], ...(draw.chance(30) ? { label: `状态${id}` } : {}) })),
    transitions: Array.from({ length: draw.int(1, 5) }, (_, i) => ({
      ...b.term(`way${i}`, `转移${i}`),
      from: draw.chance(20) ? [] : states(3),
      to: draw.pick(STATES),
      ...(draw.chance(30) ? { via: draw.pick(PROCEDURES) } : {}),
      ...(draw.chance(25) ? { label: draw.pick(['脱贫', '销号']) } : {}),
      ...guard(55),
      cites: CITE,
    })),
    forbidden: Array.from({ length: draw.int(0, 2) }, (_, i) => ({
      ...b.term(`stop${i}`, `禁止${i}`),
      from: draw.chance(30) ? [] : states(2),
      ...(draw.chance(70) ? { to: draw.pick(STATES) } : {}),
      ...guard(85),
      cites: CITE,
    })),
    changes: [
      { direction: 1, values: ['birth', 'marriage'], removes: false, cites: [] },
      { direction: -1, values: ['moving_out'], removes: false, cites: [] },
      { direction: -1, values: ['death'], removes: true, cites: [] },
    ],
  }
  const target: Target = {
    ...b.term('goal', '目标'),
    entity: 'household',
    ...guard(50),
    ...(draw.chance(50) ? { tally: numberExpr(making, { stack: ['household'], weigh: false }, 1) } : {}),
    goal: b.num(draw.int(0, 6), ''),
    cites: CITE,
  }
  const program: Program = {
    ...base,
    definitions: making.definitions,
    standards: making.standards,
    entities: base.entities.map((one) =>
      one.id === 'household' ? { ...one, fields: [...one.fields, b.field('book_state', b.enumType('book_states'))] } : one,
    ),
    enums: [
      ...base.enums,
      { ...b.term('book_states', '状态'), values: [...STATES, 'outside'].map((id) => b.term(id, `态${id}`)) },
      { ...b.term('kinds', '变动'), values: KINDS.map((id) => b.term(id, `变${id}`)) },
    ],
    procedures: PROCEDURES.map((id) => ({ ...b.term(id), entity: 'household', cites: [], counting: [], phases: [], steps: [] })),
    registers: [register],
    targets: [target],
  }
  return { base, program }
}

/** A condition of facts, or one of the state itself. */
function guardOf(making: Making): Expr {
  const { draw } = making
  if (draw.chance(75)) return truthExpr(making, { stack: ['household'], weigh: false }, 1)
  const left = b.get('book_state', b.enumType('book_states'))
  return node<'compare'>(making, {
    kind: 'compare',
    op: draw.pick(['eq', 'ne']),
    word: 'eq',
    left,
    right: b.choice('book_states', draw.pick(STATES)),
  })
}

const DAYS = ['2017-12-31', '2018-01-01', '2018-06-30', '2019-01-01', '2019-06-30', '2019-06-30', '2020-02-29'] as const

/** Facts of a household, sometimes with a state in either spelling, rarely bad. */
export function someHousehold(draw: Draw, { base }: RandomRegister): Facts {
  if (draw.chance(2)) return buildBadFacts(draw, base, 'std_household').facts as Facts
  const facts = buildFacts(draw, base, 'std_household')
  if (draw.chance(75)) return facts
  const state = draw.pick([...STATES, 'outside'])
  return { ...facts, [draw.pick(['book_state', '字book_state'])]: draw.chance(50) ? state : `态${state}` }
}

/** A history of at most six changes, sometimes not to be read at all. */
export function buildHistory(draw: Draw, random: RandomRegister): PlainHistory {
  const [register] = random.program.registers
  const people = Array.from({ length: draw.int(0, 4) }, () => {
    const person = draw.pick(PEOPLE)
    return { on: draw.pick(DAYS), change: draw.pick(KINDS), ...(person === undefined ? {} : { person }) }
  })
  const members = PEOPLE.filter((one) => one !== undefined && draw.chance(50)) as string[]
  const counted = draw.chance(50) ? { members } : draw.chance(70) ? { size: draw.int(0, 4) } : {}
  const start = draw.chance(80)
    ? {
        on: draw.chance(95) ? '2017-12-31' : '2018-01-01',
        year: 2017,
        ...(draw.chance(75) ? { state: draw.pick(STATES) } : {}),
        ...counted,
      }
    : undefined
  return {
    ...(start && { start }),
    changes: Array.from({ length: draw.int(0, 6) }, () => ({
      on: draw.pick(DAYS),
      transition: draw.pick(register!.transitions).id,
      year: draw.pick([2017, 2018, 2019, 2020]),
      ...(draw.chance(60) ? { label: draw.pick(['脱贫', '脱贫', '销号']) } : {}),
      facts: someHousehold(draw, random),
      ...(draw.chance(70)
        ? {
            case: {
              procedure: draw.pick(PROCEDURES),
              state: draw.pick(['conformant', 'conformant', 'conformant', 'breached', 'in-progress']),
            },
          }
        : {}),
    })),
    people: draw.chance(60) ? [] : people,
    facts: someHousehold(draw, random),
  }
}

/** Choices for some of the program's readings. */
export function someOptions(draw: Draw, { program }: RandomRegister): DecideOptions {
  return draw.chance(30) ? { readings: Object.fromEntries(program.readings.map((r) => [r.id, draw.pick(r.choices).id])) } : {}
}
