import type { FactProblem } from '../types.ts'

export type ProblemArgs = Readonly<Record<string, string | number | readonly string[]>>

/** Gathers what is wrong with one record. `brief` stops at the first problem and words none. */
export interface Sink {
  readonly brief: boolean
  readonly problems: FactProblem[]
  /** enough has been found: readers should stop */
  full: boolean
  /** elements still allowed, so that shared objects cannot multiply without end */
  budget: number
}

const MOST_PROBLEMS = 100
const MOST_ELEMENTS = 1_000_000

export function newSink(brief: boolean): Sink {
  return { brief, problems: [], full: false, budget: MOST_ELEMENTS }
}

const NO_ARGS: ProblemArgs = Object.freeze({})

/** Notes a problem; path and arguments are made only when somebody will read them. */
export function report(sink: Sink, code: string, path: () => string, args: () => ProblemArgs = () => NO_ARGS): undefined {
  if (sink.full) return undefined
  sink.problems.push(sink.brief ? { code, path: '', args: NO_ARGS } : { code, path: path(), args: args() })
  sink.full = sink.brief || sink.problems.length >= MOST_PROBLEMS
  return undefined
}

const MOST_SHOWN = 40

/** A value as a clerk would recognise it: texts in quotes, long ones cut, lists and objects as […] and {…}. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value)
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value)
    case 'bigint':
      return value.toString().length > MOST_SHOWN ? '…n' : `${value}n`
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? (value.length === 0 ? '[]' : '[…]') : '{…}'
    default:
      return typeof value
  }
}

/** Whether the value is an object with keys of its own, not a list, date, map or the like. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
}

/** Unknown: null, undefined, or an empty text. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
