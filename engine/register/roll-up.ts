import type { Program } from '../../dsl/lower/program.ts'
import { quicken } from '../compile/quick.ts'
import type { EntityPlan, FieldPlan } from '../facts/plan.ts'
import { isRecord } from '../facts/sink.ts'
import { type Model, modelOf, standardOf } from '../run/model.ts'
import { type Prepared, prepareWith } from '../run/prepare.ts'
import { clockOf } from '../run/times.ts'
import type { Facts, Outcome, Times } from '../types.ts'
import { historyOf } from './history.ts'
import { notContradicted } from './next.ts'
import { join } from './sink.ts'
import type { HistoryProblem, RolledUp, RollUpOptions, Standing } from './types.ts'

/**
 * Decides a subject from below (docs/register.md §3): the households in a village's list, the villages in a county's, then the village or county itself. A state that a
 * history gives is put into the element's own field; a refused record leaves its list 不全. What the level computes from its list (incidence, say) is the policy's own
 * definitions: 符合 for decisions, the state's field for states. Throws TiaoliError as `decide` does.
 */
export function rollUp(program: Program, entity: string, facts: Facts, times: Times, options: RollUpOptions): RolledUp {
  const model = modelOf(program, options)
  clockOf(times)
  const prepared = new Map(
    Object.entries(options.standards).map(([of, name]) => [of, prepareWith(quicken, program, name, options)] as const),
  )
  standardOf(model, options.standards[entity] ?? entity)
  return rolled({ model, program, times, options, prepared }, entity, facts, [])
}

interface Rolling {
  readonly model: Model
  readonly program: Program
  readonly times: Times
  readonly options: RollUpOptions
  readonly prepared: ReadonlyMap<string, Prepared>
}

const DEEPEST = 8

function rolled(rolling: Rolling, entity: string, raw: unknown, above: readonly unknown[]): RolledUp {
  const { model, times, options, prepared } = rolling
  const standard = prepared.get(entity)!
  const plan = model.schema.entities.get(entity)!
  const problems: HistoryProblem[] = []
  const below = gathered(rolling, plan, raw, above)
  const id = idOf(raw)
  const state = stateOf(rolling, plan, id, problems)
  const facts = state === undefined ? below.facts : withState(rolling, plan, below.facts, state, problems)
  return {
    entity,
    ...(id === undefined ? {} : { id }),
    standard: options.standards[entity]!,
    decision: problems.length > 0 ? { kind: 'rejected', problems } : standard.decide(facts, times),
    facts,
    ...(state === undefined ? {} : { state }),
    counts: countsOf(below.parts),
    parts: below.parts,
  }
}

/** The facts with every list below decided and completed. Facts that cannot be read so far are left to the checker, which says what is wrong. */
function gathered(
  rolling: Rolling,
  plan: EntityPlan,
  raw: unknown,
  above: readonly unknown[],
): { readonly facts: Facts; readonly parts: readonly RolledUp[] } {
  const asGiven = { facts: raw as Facts, parts: [] }
  if (!isRecord(raw) || above.includes(raw) || above.length >= DEEPEST) return asGiven
  try {
    const parts: RolledUp[] = []
    const lists: Record<string, unknown> = {}
    for (const [field, child] of listsBelow(rolling, plan)) {
      const key = [field.field.id, field.field.zh].find((name) => Object.hasOwn(raw, name))
      const list = key === undefined ? undefined : listIn(raw[key])
      if (key === undefined || list === undefined) continue
      const under = list.items.map((item) => rolled(rolling, child, item, [...above, raw]))
      parts.push(...under)
      const kept = under.filter(({ decision }) => decision.kind === 'decided').map((part) => part.facts)
      lists[key] = { items: kept, partial: list.partial || kept.length < under.length, ...list.more }
    }
    return { facts: { ...raw, ...lists }, parts }
  } catch {
    // Only a value with code of its own (a proxy, a getter) can throw while it is read.
    return asGiven
  }
}

/** Lists whose elements have a standard of their own to be decided by. */
function listsBelow({ options }: Rolling, plan: EntityPlan): readonly (readonly [FieldPlan, string])[] {
  return plan.fields.flatMap((field) => {
    const { type } = field.field
    return type.kind === 'list' && Object.hasOwn(options.standards, type.entity) ? [[field, type.entity] as const] : []
  })
}

/** The elements of a list in either form; undefined for what is no list, which the checker of facts will say. */
function listIn(
  raw: unknown,
): { readonly items: readonly unknown[]; readonly partial: boolean; readonly more: Facts } | undefined {
  if (Array.isArray(raw)) return { items: raw, partial: false, more: {} }
  if (!isRecord(raw)) return undefined
  const items = raw['items'] ?? raw['项']
  if (!Array.isArray(items)) return undefined
  const source = raw['source'] ?? raw['来源']
  return { items, partial: (raw['partial'] ?? raw['不全']) === true, more: source === undefined ? {} : { source } }
}

function idOf(raw: unknown): string | undefined {
  try {
    return isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'] : undefined
  } catch {
    return undefined
  }
}

/** Where the element's history puts it on 评定日. */
function stateOf(rolling: Rolling, plan: EntityPlan, id: string | undefined, problems: HistoryProblem[]): Standing | undefined {
  const histories = rolling.options.histories?.[plan.entity.id]
  const input = id !== undefined && histories !== undefined && Object.hasOwn(histories, id) ? histories[id] : undefined
  if (input === undefined) return undefined
  const register = rolling.program.registers.find((one) => one.entity === plan.entity.id)
  const { asOf, year } = rolling.times
  const answer = historyOf(rolling.program, input.register ?? register?.id, input, { ...rolling.options, on: asOf, year })
  if (answer.kind === 'judged') return answer.now
  problems.push(...answer.problems.map((problem) => ({ ...problem, path: join('history', problem.path) })))
  return undefined
}

/** The facts with the state in its field; K522 where they say another. An open state is left to the facts. */
function withState({ program }: Rolling, plan: EntityPlan, facts: Facts, standing: Standing, problems: HistoryProblem[]): Facts {
  const register = program.registers.find((one) => one.entity === plan.entity.id)
  const field = register && plan.byId.get(register.field)
  if (field === undefined || !isRecord(facts)) return facts
  const { id, zh, channel } = field.field
  const key = [id, zh].find((name) => Object.hasOwn(facts, name))
  const given = key === undefined ? undefined : plainValue(facts[key])
  const said = typeof given === 'string' ? (field.values.get(given) ?? given) : undefined
  notContradicted(register!, said, standing.possible, problems, '')
  const { state } = standing
  if (state === undefined || said !== undefined) return facts
  return { ...facts, [key ?? id]: channel === undefined ? state : { value: state, source: channel } }
}

function plainValue(raw: unknown): unknown {
  return isRecord(raw) ? (raw['value'] ?? raw['值']) : raw === '' ? undefined : raw
}

function countsOf(parts: readonly RolledUp[]): RolledUp['counts'] {
  const counts: Record<Outcome | 'rejected', number> = {
    met: 0,
    unmet: 0,
    suspended: 0,
    undetermined: 0,
    'not-applicable': 0,
    rejected: 0,
  }
  for (const { decision } of parts) counts[decision.kind === 'rejected' ? 'rejected' : decision.record.outcome]++
  return counts
}
