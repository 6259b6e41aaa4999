import type { Program } from '../../../dsl/lower/program.ts'
import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import { CASE_KEYS, EVENT_KEYS, type Keys, SUBJECT_KEYS } from '../../procedure/read/keys.ts'
import { changeFacts, pathSteps } from '../change.ts'

type Json = Readonly<Record<string, unknown>>
type Changed<T> = T | { readonly stuck: string }

/**
 * A copy of a case with changes, by what each key names:
 * a step (`村级公示`, the second act of it `村级公示[1]`): null takes its acts away, a map replaces fields of each (`票数.H3`, `+材料`; null takes a field away);
 * `记录[3]` likewise one event by its place; a subject's id: null takes it away, a map changes it (`facts: {收入: 3000}`); `名单`: a map of facts of the list's record;
 * `年度`, `立案`: another value; `+记录`, `+对象`: more of them, at the end. Returns the first key that leads nowhere instead.
 */
export function changeCase(program: Program, procedure: Procedure, input: Json, changes: Json): Changed<{ readonly case: Json }> {
  let result = input
  for (const [key, value] of Object.entries(changes)) {
    const next = changeOne(program, procedure, result, key, value)
    if (next === undefined) return { stuck: key }
    if ('stuck' in next && typeof next['stuck'] === 'string') return { stuck: `${key}.${next['stuck']}` }
    result = next as Json
  }
  return { case: result }
}

function changeOne(program: Program, procedure: Procedure, input: Json, key: string, value: unknown): Changed<Json> | undefined {
  if (key.startsWith('+')) return appendedTo(input, key.slice(1), value)
  const [name, place, ...rest] = pathSteps(key) ?? []
  if (typeof name !== 'string' || rest.length > 0 || typeof place === 'string') return undefined
  const canonical = nameOf(CASE_KEYS, name)
  if (canonical === 'events') return place === undefined ? undefined : changeEvents(program, input, value, (_, i) => i === place)
  if (canonical === 'list') return changeList(program, procedure, input, value)
  if (canonical === 'year' || canonical === 'opened') return withKey(input, spelled(input, CASE_KEYS, canonical), value)
  const step = procedure.steps.find(({ id, zh }) => id === name || zh === name)
  if (step) {
    let n = -1
    return changeEvents(program, input, value, (event) => {
      if (!isActOf(event, [step.id, step.zh])) return false
      n++
      return place === undefined || n === place
    })
  }
  return place === undefined ? changeSubject(program, procedure, input, name, value) : undefined
}

function appendedTo(input: Json, name: string, value: unknown): Json | undefined {
  const canonical = nameOf(CASE_KEYS, name)
  if (canonical !== 'events' && canonical !== 'subjects') return undefined
  const key = spelled(input, CASE_KEYS, canonical)
  return { ...input, [key]: [...listOf(input[key]), ...(Array.isArray(value) ? value : [value])] }
}

/** Changes the events that are meant; nothing to change is a change that leads nowhere. */
function changeEvents(
  program: Program,
  input: Json,
  value: unknown,
  isMeant: (event: unknown, place: number) => boolean,
): Changed<Json> | undefined {
  const key = spelled(input, CASE_KEYS, 'events')
  let met = false
  const events: unknown[] = []
  for (const [i, event] of listOf(input[key]).entries()) {
    if (!isMeant(event, i)) {
      events.push(event)
      continue
    }
    met = true
    if (value === null) continue
    const changed = patched(program, event, value, EVENT_KEYS)
    if (changed === undefined || 'stuck' in changed) return changed
    events.push(changed.done)
  }
  return met ? { ...input, [key]: events } : undefined
}

function changeSubject(
  program: Program,
  procedure: Procedure,
  input: Json,
  id: string,
  value: unknown,
): Changed<Json> | undefined {
  const key = spelled(input, CASE_KEYS, 'subjects')
  const subjects = listOf(input[key])
  const at = subjects.findIndex((one) => idOf(one) === id)
  if (at < 0) return undefined
  if (value === null) return { ...input, [key]: subjects.toSpliced(at, 1) }
  if (!isObject(value)) return undefined
  const own = subjects[at]
  let subject: Json = isObject(own) ? own : { id }
  for (const [name, change] of Object.entries(value)) {
    const canonical = nameOf(SUBJECT_KEYS, name)
    if (canonical === undefined || canonical === 'id') return { stuck: name }
    const spelling = spelled(subject, SUBJECT_KEYS, canonical)
    if (canonical === 'joined' || change === null) {
      subject = withKey(subject, spelling, change)
      continue
    }
    if (!isObject(change)) return { stuck: name }
    const base = subject[spelling]
    const facts = changeFacts(program, procedure.entity, isObject(base) ? base : {}, change)
    if ('stuck' in facts) return { stuck: `${name}.${facts.stuck}` }
    subject = { ...subject, [spelling]: facts.facts }
  }
  return { ...input, [key]: subjects.with(at, subject) }
}

function changeList(program: Program, { roster }: Procedure, input: Json, value: unknown): Changed<Json> | undefined {
  const key = spelled(input, CASE_KEYS, 'list')
  if (value === null) return withKey(input, key, null)
  if (!roster || !isObject(value)) return undefined
  const base = input[key]
  const changed = changeFacts(program, roster.entity, isObject(base) ? base : {}, value)
  return 'stuck' in changed ? changed : { ...input, [key]: changed.facts }
}

/** A record with fields at paths replaced; the first step of a path in whichever spelling the record uses. */
function patched(program: Program, record: unknown, changes: unknown, keys: Keys): Changed<{ readonly done: Json }> | undefined {
  if (!isObject(record) || !isObject(changes)) return undefined
  let result: Json = record
  for (const [path, value] of Object.entries(changes)) {
    const [, plus = '', first = '', rest = ''] = /^(\+?)([^.[]+)(.*)$/s.exec(path) ?? []
    const canonical = nameOf(keys, first)
    if (canonical === undefined) return { stuck: path }
    const changed = changeFacts(program, '', result, { [`${plus}${spelled(result, keys, canonical)}${rest}`]: value })
    if ('stuck' in changed) return { stuck: path }
    result = changed.facts
  }
  return { done: result }
}

/** What a key means, in either spelling. */
function nameOf<K extends string>({ bySpelling }: Keys<K>, spelling: string): K | undefined {
  return bySpelling.get(spelling)?.name
}

/** The spelling of a key that the record uses, else the English one. */
function spelled(record: Json, keys: Keys, canonical: string): string {
  return Object.keys(record).find((key) => nameOf(keys, key) === canonical) ?? canonical
}

function withKey(record: Json, key: string, value: unknown): Json {
  const { [key]: _old, ...others } = record
  return value === null ? others : { ...others, [key]: value }
}

function isActOf(event: unknown, names: readonly string[]): boolean {
  if (!isObject(event)) return false
  const found = new Map(Object.entries(event).flatMap(([key, value]) => [[nameOf(EVENT_KEYS, key), value] as const]))
  if (found.has('objection') || found.has('resolves') || found.has('returns')) return false
  return names.some((name) => name === found.get('step'))
}

function idOf(subject: unknown): unknown {
  return isObject(subject) ? (subject['id'] ?? subject['编号']) : subject
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
