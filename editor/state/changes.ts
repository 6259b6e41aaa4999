import type { ShownCase } from '../worker/methods.ts'

/** A case whose outcome is another than before. */
export interface Turn {
  readonly name: string
  readonly from: ShownCase['outcome']
  readonly to: ShownCase['outcome']
}

/** Which cases turned between two checks. A case that is now stale has not been decided, so it has not turned. */
export function turns(before: readonly ShownCase[], after: readonly ShownCase[]): readonly Turn[] {
  const old = new Map(before.map((one) => [one.id, one.outcome]))
  return after.flatMap(({ id, name, outcome, stale }) => {
    const from = old.get(id)
    return stale || from === undefined || from === outcome ? [] : [{ name, from, to: outcome }]
  })
}

/** True for a case whose outcome is another than under the shipped texts. */
export function isChanged({ outcome, original }: ShownCase): boolean {
  return original !== undefined && original !== outcome
}
