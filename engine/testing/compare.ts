import type { Decision, DecisionRecord } from '../types.ts'
import type { Difference, Expectation } from './suite.ts'

/** What a decision has otherwise than the case expects, in the order of the expectation. */
export function differences(expected: Expectation, decision: Decision): Difference[] {
  if (decision.kind === 'rejected') {
    const codes = [...new Set(decision.problems.map((p) => p.code))].sort()
    const wanted = [...(expected.rejected ?? [])].sort()
    const at = decision.problems.map((p) => `${p.code} ${p.path}`).join(', ')
    if (codes.join() === wanted.join()) return []
    return [
      {
        what: 'rejected',
        name: 'rejected',
        expected: expected.rejected ? wanted.join(', ') : (expected.outcome ?? 'decided'),
        actual: at,
      },
    ]
  }
  const { record } = decision
  if (expected.rejected)
    return [{ what: 'rejected', name: 'rejected', expected: expected.rejected.join(', '), actual: record.outcome }]
  const found: Difference[] = []
  if (expected.outcome !== undefined && expected.outcome !== record.outcome) {
    found.push({ what: 'outcome', name: 'outcome', expected: expected.outcome, actual: record.outcome })
  }
  return [...found, ...itemDifferences(expected, record), ...missingDifferences(expected, record)]
}

function itemDifferences(expected: Expectation, record: DecisionRecord): Difference[] {
  return Object.entries(expected.items ?? {}).flatMap(([name, wanted]): Difference[] => {
    const item = record.items.find((i) => i.id === name || i.label.zh === name)
    if (!item) return [{ what: 'item', name, expected: 'exists', actual: 'absent' }]
    const parts = [
      ['value', wanted.value, item.value],
      ['effect', wanted.effect, item.effect],
      ['applied', wanted.applied, item.applied ?? 'absent'],
      ['exception', wanted.exception, item.exception !== undefined],
    ] as const
    return parts
      .filter(([, want, got]) => want !== undefined && want !== got)
      .map(([part, want, got]) => ({
        what: 'item',
        name: part === 'value' ? item.id : `${item.id}.${part}`,
        expected: String(want),
        actual: String(got),
      }))
  })
}

function missingDifferences(expected: Expectation, record: DecisionRecord): Difference[] {
  const wanted = expected.missing
  if (!wanted) return []
  const sets = (list: readonly (readonly string[])[]) =>
    list
      .map((set) => `{${[...set].sort().join(' ')}}`)
      .sort()
      .join(' ')
  const blocked = record.missing.blocked.map((b) => b.id).sort()
  const parts = [
    ['missing.met', wanted.met && sets(wanted.met), sets(record.missing.met)],
    ['missing.unmet', wanted.unmet && sets(wanted.unmet), sets(record.missing.unmet)],
    ['missing.blocked', wanted.blocked && [...wanted.blocked].sort().join(' '), blocked.join(' ')],
  ] as const
  return parts
    .filter(([, want, got]) => want !== undefined && want !== got)
    .map(([name, want, got]) => ({ what: 'missing', name, expected: want!, actual: got }))
}
