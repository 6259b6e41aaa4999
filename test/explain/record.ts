import type { Item, Program } from '../../dsl/lower/program.ts'
import type { DecideOptions, Decision, Facts, ItemRecord, Times } from '../../engine/types.ts'
import { judge } from '../oracle/index.ts'

function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flat(item.group?.parts ?? [])])
}

function departureOf(facts: Facts, item: Item): { reason: string; by: string; on: string } {
  const list = (facts['departures'] ?? facts['偏离'] ?? []) as Record<string, string>[]
  const found = list.find((one) => [item.id, item.zh].includes(one['item'] ?? one['条目'] ?? ''))
  return {
    reason: found?.['reason'] ?? found?.['理由'] ?? '',
    by: found?.['by'] ?? found?.['经办人'] ?? '',
    on: found?.['on'] ?? found?.['日期'] ?? '',
  }
}

/** A decision made by the reference interpreter, which shares no code with the explanation. */
export function decisionOf(
  program: Program,
  standardId: string,
  facts: Facts,
  times: Times,
  options: DecideOptions = {},
): Decision {
  const judged = judge(program, standardId, facts, times, options)
  if (judged.kind === 'rejected')
    return { kind: 'rejected', problems: judged.problems.map(({ code, path }) => ({ code, path, args: {} })) }
  const standard = program.standards.find((one) => one.id === standardId)!
  const items = flat(standard.items)
  const id = facts['id']
  return {
    kind: 'decided',
    record: {
      schema: 'tiaoli/decision/1',
      engine: 'test',
      edition: program.edition,
      policy: program.policy.id,
      digests: { program: program.digest, facts: '', parameters: '', units: {} },
      standard: standardId,
      subject: { entity: standard.entity, ...(typeof id === 'string' ? { id } : {}) },
      times,
      readings: Object.fromEntries(program.readings.map((one) => [one.id, options.readings?.[one.id] ?? one.chosen])),
      outcome: judged.outcome,
      items: judged.items.map((one): ItemRecord => {
        const item = items.find((candidate) => candidate.id === one.id)!
        return {
          id: one.id,
          label: { zh: item.zh, en: item.en },
          cite: item.cites,
          kind: item.kind,
          value: one.value,
          effect: one.effect,
          operands: [],
          ...(one.parent === undefined ? {} : { parent: one.parent }),
          ...(one.applied === undefined ? {} : { applied: one.applied }),
          ...(one.exception ? { exception: departureOf(facts, item) } : {}),
        }
      }),
      missing: judged.missing ?? { met: [], unmet: [], blocked: [], truncated: false },
    },
  }
}
