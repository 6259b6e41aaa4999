import type { Expr } from '../../dsl/lower/program.ts'
import type { Act, Chosen, Duration, Procedure, Step } from '../../dsl/lower/program-procedure.ts'
import { BOOL, CITE, get, not, num, term } from '../engine/build.ts'

/** A line of a step as the contract has it, without guard, reading or clause. */
export type Said = Act extends infer A ? (A extends Act ? Omit<A, 'id' | 'under' | 'cites'> : never) : never

let lines = 0
export function act(said: Said, more: { when?: Expr; under?: Act['under']; note?: string } = {}): Act {
  return { id: `${said.kind}.${++lines}`, under: [], cites: [], ...said, ...more } as Act
}

export function step(id: string, zh: string, after: readonly string[], acts: readonly Act[], more: Partial<Step> = {}): Step {
  return { ...term(id, zh), scope: 'list', cites: [CITE], under: [], after, acts, ...more }
}

export const by = (...roles: string[]) => act({ kind: 'actor', roles, combine: { mode: 'all' } })
export const days = (amount: number): Duration => ({ kind: 'duration', amount, unit: 'day' })
export const posted = (length: Chosen<Duration>, ...places: string[]) => act({ kind: 'posting', places, length })
export const windowed = (m: number, d: number, n: number, e: number | 'end') =>
  act({
    kind: 'window',
    window: { from: { kind: 'position', year: 0, month: m, day: d }, to: { kind: 'position', year: 0, month: n, day: e } },
  })
export const back = (kind: 'on_objection' | 'on_refusal' | 'on_fail', to: string, ...roles: string[]) =>
  act({ kind, roles, then: { kind: 'goto', step: to } })

export function procedure(id: string, zh: string, steps: readonly Step[], more: Partial<Procedure> = {}): Procedure {
  return { ...term(id, zh), entity: 'household', cites: [CITE], counting: [], phases: [], steps, ...more }
}

const noTeam = () => not(get('has_team', BOOL, { kind: 'element', depth: 0 }, 'village'))

/** A county's exit with everything a diagram has to show: parallel steps, a join, guards, a reading, loops, a step nobody is named for. */
export function exitProcedure(): Procedure {
  return procedure(
    'household_exit_steps',
    '贫困户退出程序',
    [
      step(
        'vote',
        '村民代表会议民主评议',
        [],
        [
          by('village_committees'),
          act({ kind: 'attend', roles: ['villager_reps'], combine: { mode: 'all' }, persons: 20 }),
          windowed(10, 12, 10, 12),
          act({
            kind: 'vote',
            bodies: ['villager_reps'],
            base: 'present',
            threshold: { strict: true, value: num('1/2', '') },
            quorum: num('2/3', ''),
          }),
          act({ kind: 'uses', papers: ['plan'], naming: true }),
          act({ kind: 'produces', papers: ['first_list'] }),
        ],
        { phase: 'village_phase' },
      ),
      step(
        'verify',
        '入户核实认可',
        ['vote'],
        [
          by('village_committees', 'work_team', 'first_secretary'),
          windowed(10, 13, 10, 14),
          act({ kind: 'consent', roles: ['helper', 'household_head'] }),
          back('on_refusal', 'vote'),
          act({ kind: 'on_fail', roles: [], then: { kind: 'drop' } }),
        ],
        { scope: 'each', phase: 'village_phase' },
      ),
      step('verify_without', '村两委单独核实', ['vote'], [by('village_committees')], {
        scope: 'each',
        when: noTeam(),
        phase: 'village_phase',
      }),
      step(
        'posting',
        '村级公示',
        ['verify', 'verify_without'],
        [
          by('village_committees'),
          posted(
            {
              kind: 'reading',
              reading: 'first_day',
              arms: [
                { choice: 'in', value: days(10) },
                { choice: 'out', value: days(11) },
              ],
            },
            'village_board',
          ),
          windowed(10, 15, 10, 24),
          back('on_objection', 'verify', 'village_committees'),
        ],
        { phase: 'village_phase' },
      ),
      step(
        'report',
        '上报名单',
        ['verify', 'verify_without'],
        [by('village_committees'), act({ kind: 'notify', roles: ['township'] })],
        {
          phase: 'village_phase',
        },
      ),
      step(
        'review',
        '乡镇审核',
        ['posting', 'report'],
        [
          by('township'),
          act({
            kind: 'sample',
            share: num('1/10', ''),
            strata: [{ ...term('low_income', '低保户'), condition: get('low_income'), cites: [] }],
          }),
          act({
            kind: 'signatures',
            stated: 2,
            parties: [
              { roles: ['household_head'], combine: { mode: 'all' }, proxy: true },
              { roles: ['party_secretary', 'village_director'], combine: { mode: 'all' }, proxy: false },
            ],
          }),
          back('on_fail', 'vote'),
        ],
      ),
      step(
        'desk',
        '信息比对',
        ['posting', 'report'],
        [
          by('county_office'),
          act(
            { kind: 'consult', roles: ['county_departments'], within: { kind: 'duration', amount: 5, unit: 'workday' } },
            { when: get('doubtful') },
          ),
        ],
        { under: [{ reading: 'first_day', choice: 'in' }] },
      ),
      step(
        'approve',
        '县级审定并公告退出',
        ['review', 'desk'],
        [
          by('county_group'),
          act({
            kind: 'due',
            deadline: { kind: 'after', length: { kind: 'duration', amount: 1, unit: 'half_month' }, step: 'review' },
          }),
          act({ kind: 'announcement', places: ['village_board', 'township_board'] }),
          act({ kind: 'on_objection', roles: ['county_group'], then: { kind: 'unsaid' } }),
          back('on_fail', 'review'),
        ],
      ),
      step('audit', '第三方评估', ['approve'], [by('third_party')]),
      step(
        'label',
        '系统标注',
        ['approve', 'audit'],
        [
          act({ kind: 'registers', act: 'label', label: '脱贫', places: ['register_system'] }),
          act({ kind: 'due', deadline: { kind: 'on', day: { kind: 'position', year: 0, month: 12, day: 'end' } } }),
          act({ kind: 'archive', roles: ['village_committees', 'township'] }),
          act({ kind: 'filing', roles: ['province_group'] }),
        ],
      ),
    ],
    {
      standard: 'household_exit',
      roster: { field: 'village', entity: 'village' },
      counting: [{ id: 'counting.1', under: [], cites: [CITE], firstDay: 'counted', rollover: 'moved', days: 'calendar' }],
      phases: [
        {
          ...term('village_phase', '村评议阶段'),
          cites: [CITE],
          under: [],
          acts: [windowed(10, 12, 10, 24) as Extract<Act, { kind: 'window' }>],
        },
      ],
    },
  )
}
