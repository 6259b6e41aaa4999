import type { Sequence } from './fold/walk.ts'
import type { EventRead } from './log.ts'

/** Events by day, those of one day as they stand in the file, and which of them repeat an earlier one in every part. */
export function sequenceOf(events: readonly EventRead[]): Sequence {
  const sorted = isSorted(events) ? events : [...events].sort((a, b) => a.on - b.on || a.index - b.index)
  const seen = new Map<number, EventRead | Set<string>>()
  let again: Set<EventRead> | undefined
  for (let i = 0; i < sorted.length; i++) {
    const event = sorted[i]!
    // Only events of one day can be equal.
    if (i > 0 && sorted[i - 1]!.on !== event.on) seen.clear()
    const last = i + 1 === sorted.length || sorted[i + 1]!.on !== event.on
    if (last && seen.size === 0) continue
    const key = hash(event)
    const alike = seen.get(key)
    if (alike === undefined) {
      seen.set(key, event)
      continue
    }
    const texts = 'kind' in alike ? new Set([text(alike)]) : alike
    const own = text(event)
    if (texts.has(own)) {
      again ??= new Set()
      again.add(event)
    }
    texts.add(own)
    seen.set(key, texts)
  }
  return { events: sorted, again: again ?? NONE }
}

const NONE: ReadonlySet<EventRead> = new Set()

function isSorted(events: readonly EventRead[]): boolean {
  for (let i = 1; i < events.length; i++) if (events[i - 1]!.on > events[i]!.on) return false
  return true
}

function hash(event: EventRead): number {
  switch (event.kind) {
    case 'act': {
      const seed = mixed(mixed(event.step + 8, event.until ?? 0), (event.persons ?? 0) + (event.present ?? 0))
      const people = mixedAll(mixedAll(seed, event.subjects ?? NOBODY), event.by)
      return mixedAll(mixedAll(people, event.papers), event.places)
    }
    case 'objection':
      return mixedText(mixedAll(KINDS.indexOf(event.kind), event.subjects), event.objection)
    case 'resolution':
      return mixedText(KINDS.indexOf(event.kind), event.objection)
    case 'paper':
      return mixed(KINDS.indexOf(event.kind), event.paper)
    case 'return':
    case 'drop':
    case 'relist':
      return mixedAll(KINDS.indexOf(event.kind), event.subjects)
    default: {
      const unreachable: never = event
      return unreachable
    }
  }
}

const NOBODY: readonly number[] = Object.freeze([])

function mixed(seed: number, value: number): number {
  return (Math.imul(seed, 31) + value) | 0
}

function mixedAll(seed: number, list: readonly number[]): number {
  let value = mixed(seed, list.length)
  for (let i = 0; i < list.length; i++) value = mixed(value, list[i]!)
  return value
}

function mixedText(seed: number, text: string): number {
  let value = seed
  for (let i = 0; i < text.length; i++) value = mixed(value, text.charCodeAt(i))
  return value
}

const KINDS = ['objection', 'resolution', 'return', 'drop', 'relist', 'paper']

function text(event: EventRead): string {
  return JSON.stringify(event, (key, value: unknown) => {
    if (key === 'index') return undefined
    return value instanceof Map ? [...value].sort(([a], [b]) => a - b) : value instanceof Set ? [...value] : value
  })
}
