import type { Entity, Program, Term } from '../../../dsl/lower/program.ts'
import type { Calendar, Counting, Phase, Procedure, Step, Under } from '../../../dsl/lower/program-procedure.ts'
import type { Draw } from './draw.ts'
import { type Drafting, dueLine, READING, underSome, windowLine } from './procedure-draft.ts'
import { guard } from './procedure-guard.ts'
import { someLine } from './procedure-line.ts'
import { BOOLEAN, NUMBER, term } from './vocabulary.ts'

export const ACTORS: readonly Term[] = [
  term('county', '县扶贫办'),
  term('town', '乡镇'),
  term('village', '村两委'),
  term('home', '户主'),
]
export const PAPERS: readonly Term[] = [term('list', '名单'), term('form', '表'), term('plan', '计划'), term('notice', '批复')]
export const PLACES: readonly Term[] = [term('hall', '村部'), term('gate', '村口'), term('web', '网站')]

const plain = { nullable: false, yearly: false }
const ENTITIES: readonly Entity[] = [
  {
    ...term('household', '户'),
    fields: [
      { ...term('a', '甲'), type: BOOLEAN, ...plain },
      { ...term('b', '乙'), type: BOOLEAN, ...plain },
      { ...term('n', '数'), type: NUMBER, ...plain, low: '0', high: '10' },
      { ...term('village', '所在村'), type: { kind: 'entity', entity: 'village' }, ...plain },
    ],
  },
  {
    ...term('village', '村'),
    fields: [
      { ...term('p', '有队'), type: BOOLEAN, ...plain },
      { ...term('m', '户数'), type: NUMBER, ...plain, low: '0', high: '10' },
    ],
  },
]

function countings(drafting: Drafting): Counting[] {
  const { draw } = drafting
  const one = (under: readonly Under[]): Counting => ({
    id: `counting.${drafting.next++}`,
    under,
    cites: [],
    ...(draw.chance(30) ? { days: draw.pick(['calendar', 'working'] as const) } : {}),
    ...(draw.chance(50) ? { firstDay: draw.pick(['counted', 'not_counted'] as const) } : {}),
    ...(draw.chance(40) ? { deadlineDay: draw.pick(['counted', 'not_counted'] as const) } : {}),
    ...(draw.chance(40) ? { rollover: draw.pick(['moved', 'stays'] as const) } : {}),
    ...(drafting.calendar && draw.chance(85) ? { calendar: 'cal' } : {}),
  })
  if (!drafting.calendar && draw.chance(50)) return []
  return [one(underSome(draw, 20)), ...(draw.chance(40) ? [one([])] : [])]
}

function someCalendar(draw: Draw): Calendar {
  return {
    ...term('cal', '日历'),
    from: draw.pick(['2018-01-01', '2019-09-20']),
    to: draw.pick(['2021-12-31', '2021-12-31', '2019-11-20']),
    rest: [
      { from: '2019-10-01', to: '2019-10-07' },
      { from: '2020-01-01', to: '2020-01-01' },
      { from: '2020-10-01', to: '2020-10-08' },
    ],
    work: [
      { from: '2019-09-29', to: '2019-09-29' },
      { from: '2019-10-12', to: '2019-10-12' },
    ],
  }
}

/** The steps before the i-th: one after another, side by side, or joined. */
function comeBefore(draw: Draw, steps: readonly Step[]): readonly string[] {
  const last = steps.at(-1)
  if (last === undefined) return []
  const shape = draw.int(1, 10)
  if (shape <= 6) return [last.id]
  if (shape <= 8) return last.after
  const beside = steps.filter((one) => one.after.join() === last.after.join()).map((one) => one.id)
  return shape === 9 ? beside : [draw.pick(steps).id]
}

function someStep(drafting: Drafting, index: number, steps: readonly Step[], phase: Phase | undefined): Step {
  const { draw } = drafting
  const scope = draw.pick(['list', 'each'] as const)
  const entity = scope === 'list' && drafting.roster ? 'village' : 'household'
  const id = `s${index}`
  const earlier = steps.map((one) => one.id)
  const lines = Array.from({ length: draw.pick([0, 1, 1, 2, 2, 3, 5]) }, () =>
    someLine(drafting, { entity, at: index * 2, earlier, self: id }),
  )
  return {
    ...term(id, `步${'甲乙丙丁戊己庚辛'[index]}`),
    scope,
    cites: [],
    ...(phase === undefined ? {} : { phase: phase.id }),
    ...(draw.chance(22) ? { when: guard(drafting, entity) } : {}),
    under: underSome(draw, 6),
    after: comeBefore(draw, steps),
    acts: lines.flat(),
  }
}

function somePhase(drafting: Drafting, index: number, earlier: readonly string[]): Phase {
  const { draw } = drafting
  return {
    ...term(`ph${index}`, `段${'甲乙丙丁戊己庚辛'[index]}`),
    cites: [],
    ...(draw.chance(25) ? { when: guard(drafting, 'household') } : {}),
    under: underSome(draw, 8),
    acts: [
      ...(drafting.dated && draw.chance(50) ? [windowLine(drafting, index * 2, 'household')] : []),
      ...(drafting.dated && draw.chance(35) ? [dueLine(drafting, index * 2 + 2, earlier, 'household')] : []),
    ],
  }
}

function someProcedure(drafting: Drafting): Procedure {
  const { draw } = drafting
  const steps: Step[] = []
  const phases: Phase[] = []
  const count = draw.pick([1, 2, 2, 3, 3, 4, 4, 5, 6, 8])
  let phase: Phase | undefined
  for (let i = 0; i < count; i++) {
    if (draw.chance(25)) {
      phase = draw.chance(75)
        ? somePhase(
            drafting,
            i,
            steps.map((one) => one.id),
          )
        : undefined
      if (phase !== undefined) phases.push(phase)
    }
    steps.push(someStep(drafting, i, steps, phase))
  }
  return {
    ...term('exit', '退出程序'),
    entity: 'household',
    ...(drafting.roster ? { roster: { field: 'village', entity: 'village' } } : {}),
    ...(draw.chance(12) ? { guard: guard(drafting, 'household') } : {}),
    cites: [],
    counting: countings(drafting),
    phases,
    steps,
  }
}

/** A program with one well-formed procedure, all its parts of the draw's choosing. */
export function buildProcedure(draw: Draw): Program {
  const calendar = draw.chance(45)
  const drafting: Drafting = { draw, roster: draw.chance(60), calendar, dated: draw.chance(55), next: 1 }
  const procedure = someProcedure(drafting)
  return {
    schema: 'tiaoli/program/1',
    edition: '2026.1',
    policy: { ...term('policy', '政策'), supersedes: [], inForce: {}, cites: [] },
    entities: ENTITIES,
    enums: [],
    roles: ACTORS,
    channels: [],
    relations: [],
    parameters: [],
    readings: [READING],
    externals: [{ ...term('annex', '附件'), type: BOOLEAN, cites: [] }],
    definitions: [],
    standards: [],
    papers: PAPERS.map((one) => ({ ...one, given: one.id === 'plan', notSupplied: false, cites: [] })),
    places: PLACES,
    calendars: calendar ? [someCalendar(draw)] : [],
    procedures: [procedure],
    effects: [],
    registers: [],
    targets: [],
    rankings: [],
    sources: [],
    units: [],
    digest: JSON.stringify(procedure, (key, value: unknown) => (key === 'span' ? undefined : value)),
  }
}
