import { parseDocument } from 'yaml'
import type { Facts, Times } from '../types.ts'
import { failure } from './failure.ts'

/** One subject of a facts file, with the times it carries, if any. */
export interface Subject {
  readonly name?: string
  readonly standard?: string
  readonly times?: Times
  readonly facts: Facts
}

type Json = Record<string, unknown>

/** What `tiaoli generate` writes into everything it invents. */
const INVENTED = '模拟数据'

/**
 * Subjects of a facts file: one object, a list of objects, an object a line (NDJSON), or a sample file {times?, standard?, subjects: [{name, standard?, times?, facts}]};
 * JSON or YAML, told apart by the file's ending and else by trying JSON first.
 */
export function readFacts(text: string, path: string): readonly Subject[] {
  const subjects = valuesOf(text, path).flatMap((value) => subjectsOf(value, path))
  if (subjects.length === 0) throw failure('C811', { path })
  return subjects
}

/** The values of a JSON, NDJSON (one a line) or YAML file, told apart by its ending and else by trying JSON first. An empty one and one that cannot be read are failures. */
export function valuesOf(text: string, path: string): readonly unknown[] {
  if (text.trim() === '') throw failure('C811', { path })
  if (/\.ya?ml$/.test(path)) return [yaml(text, path)]
  return /\.(nd|l)json$|\.jsonl$/.test(path) ? ndjson(text, path) : jsonOrElse(text, path)
}

function subjectsOf(value: unknown, path: string): Subject[] {
  if (Array.isArray(value)) return value.flatMap((one) => subjectsOf(one, path))
  if (value === null || typeof value !== 'object') throw failure('C811', { path })
  const object = value as Json
  if (!Array.isArray(object['subjects'])) return [{ facts: unmarked(object) }]
  const times = timesOf(object['times'])
  return object['subjects'].map((one: Json) => {
    const own = timesOf(one['times']) ?? times
    const standard = (one['standard'] ?? object['standard']) as string | undefined
    return {
      facts: (one['facts'] ?? {}) as Facts,
      ...(typeof one['name'] === 'string' ? { name: one['name'] } : {}),
      ...(standard === undefined ? {} : { standard }),
      ...(own ? { times: own } : {}),
    }
  })
}

/** The facts of a line that says it is invented. */
function unmarked(object: Json): Facts {
  if (object[INVENTED] !== true) return object
  const { [INVENTED]: _mark, ...facts } = object
  return facts
}

function timesOf(raw: unknown): Times | undefined {
  if (raw === null || typeof raw !== 'object') return undefined
  const {
    as_of: asOf,
    year,
    income_period: incomePeriod,
  } = raw as { as_of: string; year: number; income_period?: { from: string; to: string } }
  return { asOf, year, ...(incomePeriod ? { incomePeriod } : {}) }
}

function jsonOrElse(text: string, path: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length > 1 && lines.every((line) => line.trimStart().startsWith('{'))) return ndjson(text, path)
    if (/^\s*[[{"]/.test(text)) throw jsonFailure(text, path, error as SyntaxError)
    return [yaml(text, path)]
  }
}

function ndjson(text: string, path: string): unknown[] {
  let offset = 0
  return text.split('\n').flatMap((line) => {
    const start = offset
    offset += line.length + 1
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch (error) {
      throw failure(
        'C804',
        { path, format: 'NDJSON', detail: (error as Error).message },
        { file: path, start, end: start + line.length },
      )
    }
  })
}

function jsonFailure(text: string, path: string, error: SyntaxError): Error {
  const at = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length)
  return failure(
    'C804',
    { path, format: 'JSON', detail: error.message.split('\n')[0]! },
    { file: path, start: Math.min(at, text.length), end: Math.min(at + 1, text.length) },
  )
}

function yaml(text: string, path: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true })
  const fault = document.errors[0]
  if (fault)
    throw failure(
      'C804',
      { path, format: 'YAML', detail: fault.message.split('\n')[0]! },
      { file: path, start: fault.pos[0], end: fault.pos[1] },
    )
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    throw failure('C804', { path, format: 'YAML', detail: (error as Error).message }, { file: path, start: 0, end: 1 })
  }
}
