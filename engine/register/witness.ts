import type { Expr } from '../../dsl/lower/program.ts'
import type { Register } from '../../dsl/lower/program-register.ts'
import { parseDay } from '../../dsl/value/date.ts'
import { TRUE, type Truth } from '../../dsl/value/truth.ts'
import type { Element } from '../facts/element.ts'
import { fieldPath } from '../facts/element.ts'
import { readSubject } from '../facts/read.ts'
import { pathOfRead } from '../run/field.ts'
import type { Model } from '../run/model.ts'
import { checkRelations } from '../run/relations.ts'
import type { Listed, Run } from '../run/scope.ts'
import { truthOf } from '../run/truth.ts'
import { walk } from '../run/walk.ts'
import { join } from './sink.ts'
import type { HistoryProblem } from './types.ts'

/** The subject on the day of a change, its state as the register has it. */
export interface Witness {
  readonly element: Element
  /** the state its facts give */
  readonly given: string | undefined
}

/** The run of a day and a year. Whether the policy is in force then does not matter to a register, which outlives its policies. */
export function runOn(model: Model, on: string, year: number): Run {
  return { model, asOf: parseDay(on)!, asOfText: on, year }
}

/**
 * Reads facts as of a run's day. Where the subject is surely in one state, its field holds that state; else what the facts say. What is wrong with the facts has
 * its path below `path`.
 */
export function witnessOf(
  run: Run,
  register: Register,
  facts: unknown,
  possible: readonly (string | null)[],
  path: string,
): Witness | { readonly problems: readonly HistoryProblem[] } {
  const { schema } = run.model
  const plan = schema.entities.get(register.entity)!
  const { root, sink } = readSubject(facts ?? {}, plan, { schema, asOf: run.asOf, year: run.year }, false)
  const field = plan.byId.get(register.field)!
  const fact = root.facts[field.index]
  const given = fact?.kind === 'scalar' && typeof fact.given === 'string' ? fact.given : undefined
  const [only] = possible
  if (possible.length === 1 && typeof only === 'string') root.facts[field.index] = { kind: 'scalar', value: only, given: only }
  if (sink.problems.length === 0) checkRelations(run, root, sink)
  if (sink.problems.length === 0) return { element: root, given }
  return { problems: sink.problems.map((problem) => ({ ...problem, path: join(path, problem.path).replace(/\.$/, '') })) }
}

interface Asking {
  readonly run: Run
  readonly witness: Witness
}

/** The truth of a condition; none holds. */
export function holdsOn({ run, witness }: Asking, when: Expr | undefined): Truth {
  return when === undefined ? TRUE : truthOf(run, when, [witness.element])
}

/** What a condition that is unknown still reads: facts by path, and figures and texts nobody has supplied by id; sorted. */
export function needsFor({ run, witness }: Asking, when: Expr | undefined): readonly string[] {
  if (when === undefined) return []
  const found = new Set<string>()
  const list = (one: Listed) => {
    if (one.state !== 'complete') found.add(`${fieldPath(one.owner, one.field)}${one.state === 'partial' ? '[*]' : ''}`)
  }
  walk(run, when, [witness.element], '', {
    openOnly: true,
    field: (read) => found.add(pathOfRead(run, read)),
    list,
    parameter: () => {},
    external: () => {},
    definition: () => {},
    blocked: ({ id }) => {
      if (id !== '') found.add(id)
    },
  })
  return [...found].sort()
}
