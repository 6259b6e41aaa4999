import type { Item, Program } from '../../dsl/lower/program.ts'
import type { DecideOptions, Effect, Facts, Missing, Outcome, Times } from '../../engine/types.ts'
import type { Element } from './element.ts'
import { truthOf } from './evaluate.ts'
import { readFacts } from './facts.ts'
import { missingOf, TooManyUnknowns } from './missing.ts'
import { actOf, effectOf, itemsOf, itemTruth, outcomeOf } from './outcome.ts'
import { type Problem, Refusal } from './problem.ts'
import { checkRelations } from './relations.ts'
import type { Truth } from './truth.ts'
import { exists, standardOf, type World } from './world.ts'

export interface JudgedItem {
  readonly id: string
  readonly parent?: string
  readonly value: Truth
  readonly effect: Effect
  readonly applied?: Truth
  readonly exception: boolean
}

export type Judgement =
  | {
      readonly kind: 'decided'
      readonly outcome: Outcome
      readonly items: readonly JudgedItem[]
      /** undefined when more is unknown than the oracle looks through */
      readonly missing: Missing | undefined
    }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }

function judgedItems(world: World, root: Item, element: Element): JudgedItem[] {
  const act = actOf(root, element)
  const walk = (item: Item, parent: string | undefined): JudgedItem[] => {
    const value = itemTruth(world, item, root.kind, [element])
    const isPart = parent !== undefined
    const needed = root.kind === 'must' ? value !== 'true' : value !== 'false'
    const judged: JudgedItem = {
      id: item.id,
      ...(parent === undefined ? {} : { parent }),
      value,
      effect: effectOf(root.kind, value, act, isPart),
      ...(item.when === undefined ? {} : { applied: truthOf(world, item.when, [element]) }),
      exception: act === 'departed' && !isPart && needed,
    }
    const parts = (item.group?.parts ?? []).filter((p) => exists(world, p))
    return [judged, ...parts.flatMap((p) => walk(p, item.id))]
  }
  return walk(root, undefined)
}

function missingOrNone(world: World, standard: string, element: Element): Missing | undefined {
  try {
    return missingOf(world, standardOf(world, standard), element)
  } catch (error) {
    if (error instanceof TooManyUnknowns) return undefined
    throw error
  }
}

/** Decides one subject as docs/semantics.md says, slowly and plainly. */
export function judge(program: Program, standardId: string, facts: Facts, times: Times, options: DecideOptions = {}): Judgement {
  const chosen = program.readings.map((r) => [r.id, options.readings?.[r.id] ?? r.chosen])
  const world: World = { program, times, choices: Object.fromEntries(chosen) as Record<string, string> }
  const standard = standardOf(world, standardId)
  const { from, to } = program.policy.inForce
  if ((from !== undefined && times.asOf < from) || (to !== undefined && to < times.asOf)) {
    return { kind: 'rejected', problems: [{ code: 'not-in-force', path: '' }] }
  }
  try {
    const subject = readFacts(program, standard.entity, facts, times)
    checkRelations(world, subject)
    const items = itemsOf(world, standard).flatMap((item) => judgedItems(world, item, subject))
    return {
      kind: 'decided',
      outcome: outcomeOf(world, standard, subject),
      items,
      missing: missingOrNone(world, standardId, subject),
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'rejected', problems: [error.problem] }
    throw error
  }
}
