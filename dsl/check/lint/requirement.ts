import type { Decl } from '../../syntax/declaration.ts'
import { boxesOf } from './boxes.ts'
import { type Formula, operandsOf, touch } from './logic.ts'
import { byStart, type ValueSet } from './value-set.ts'

/** A requirement of a standard: a 须 or 不得, or a part of one that must hold by itself. */
export interface Requirement {
  readonly decl: Decl
  readonly passes: Formula
  /** 原则上: a departure may excuse it, so others cannot lean on it */
  readonly strict: boolean
  /** keys of readings and choices it stands under */
  readonly under: ReadonlyMap<string, string>
  readonly barred: boolean
}

/** Requirements of one standard beyond which not every pair is compared. */
const ALL_PAIRS = 512
/** Pairs that read something in common beyond which the rest of them is compared with the like only. */
const MOST_PAIRS = 15_000
/** How many of those most like it each is compared with then. */
const LIKE = 24

/** Compares requirements two by two, the earlier first, till one of the two needs no more comparing: `compare` gives that one. */
export function comparePairs(
  all: readonly Requirement[],
  compare: (first: Requirement, second: Requirement) => Requirement | undefined,
): void {
  if (all.length > ALL_PAIRS) {
    compareLike(all, compare)
    return
  }
  const live: Requirement[] = []
  let left = MOST_PAIRS
  for (const [place, item] of all.entries()) {
    if (left <= 0) {
      compareLike([...live, ...all.slice(place)], compare)
      return
    }
    let kept = 0
    let idle = false
    for (const other of live) {
      const open = !idle && touch(other.passes, item.passes)
      const done = open ? compare(other, item) : undefined
      if (open) left--
      if (done === item) idle = true
      if (done !== other) live[kept++] = other
    }
    live.length = kept
    if (!idle) live.push(item)
  }
}

function compareLike(
  all: readonly Requirement[],
  compare: (first: Requirement, second: Requirement) => Requirement | undefined,
): void {
  const sorted = all.map((item, place) => ({
    item,
    place,
    facts: [...operandsOf(item.passes)].sort().join(' '),
    start: startOf(item),
  }))
  sorted.sort((a, b) => (a.facts < b.facts ? -1 : a.facts > b.facts ? 1 : byStarts(a.start, b.start) || a.place - b.place))
  const live: typeof sorted = []
  for (const item of sorted) {
    let idle = false
    for (let i = live.length - 1, left = LIKE; i >= 0 && left > 0 && !idle; i--, left--) {
      const other = live[i]!
      const done = other.place < item.place ? compare(other.item, item.item) : compare(item.item, other.item)
      if (done === other.item) live.splice(i, 1)
      idle = done === item.item
    }
    if (!idle) live.push(item)
  }
}

/** The values of the first way to meet it. */
function startOf({ passes }: Requirement): readonly ValueSet[] {
  return boxesOf(passes)?.[0]?.map(({ set }) => set) ?? []
}

function byStarts(a: readonly ValueSet[], b: readonly ValueSet[]): number {
  for (const [i, set] of a.entries()) {
    const other = b[i]
    const order = other ? byStart(set, other) : 1
    if (order !== 0) return order
  }
  return a.length - b.length
}
