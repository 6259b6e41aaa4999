import type { Expr } from '../../../dsl/lower/program.ts'

/** Any JSON. */
type Json = unknown

/** Keys of a program that may be left out without making it ill typed. */
const OPTIONAL = [
  'guard',
  'when',
  'otherwise',
  'filter',
  'low',
  'high',
  'atMost',
  'judgement',
  'channel',
  'cap',
  'floor',
  'from',
  'to',
  'area',
]
/** Never looked into. */
const FIXED = ['span', 'type', 'place', 'literal', 'policy']

/** Smaller variants of facts: a key or an element left out. */
function* smallerFacts(value: Json): Iterable<Json> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield value.filter((_, at) => at !== i)
    for (let i = 0; i < value.length; i++) for (const one of smallerFacts(value[i])) yield value.with(i, one)
    return
  }
  for (const key of Object.keys(value)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
  for (const [key, part] of Object.entries(value)) for (const one of smallerFacts(part)) yield { ...value, [key]: one }
}

/** Smaller variants of a program: an element of a list or an optional part left out, an expression replaced by a part of it. */
function* smallerProgram(value: Json): Iterable<Json> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield value.filter((_, at) => at !== i)
    for (let i = 0; i < value.length; i++) for (const one of smallerProgram(value[i])) yield value.with(i, one)
    return
  }
  const entries = Object.entries(value)
  if (isExpr(value)) {
    const parts: Json[] = entries.flatMap(([, part]): Json[] => (Array.isArray(part) ? part : [part]))
    yield* parts.filter((part) => isExpr(part) && sortOf(part) === sortOf(value))
  }
  for (const key of OPTIONAL) if (key in value) yield Object.fromEntries(entries.filter(([other]) => other !== key))
  for (const [key, part] of entries)
    if (!FIXED.includes(key)) for (const one of smallerProgram(part)) yield { ...value, [key]: one }
}

const isExpr = (json: Json): json is Expr => typeof json === 'object' && json !== null && 'span' in json && 'kind' in json

/** What an expression yields: one may stand for another of the same sort. Items, which look alike, are of their own. */
function sortOf(expr: Expr): string {
  switch (expr.kind) {
    case 'literal':
      return named(expr.literal.kind)
    case 'time':
      return expr.time === 'year' ? 'number' : 'date'
    case 'field':
    case 'parameter':
    case 'external':
    case 'definition':
    case 'if':
    case 'reading':
    case 'table':
      return named(expr.type.kind)
    case 'dateAdd':
      return 'date'
    case 'negate':
    case 'arithmetic':
    case 'round':
    case 'extreme':
    case 'count':
    case 'sum':
    case 'share':
    case 'ratio':
    case 'datePart':
    case 'daysBetween':
    case 'fullYears':
    case 'score':
      return 'number'
    case 'meets':
    case 'not':
    case 'and':
    case 'or':
    case 'compare':
    case 'between':
    case 'in':
    case 'has':
    case 'status':
    case 'quantifier':
      return 'boolean'
    default: {
      const other: never = expr
      return String((other as { kind: string }).kind)
    }
  }
}

const named = (kind: string): string => (kind === 'year' ? 'number' : kind)

function* smaller<T extends { readonly program: unknown; readonly facts: unknown }>(one: T): Iterable<T> {
  for (const program of smallerProgram(one.program)) yield { ...one, program }
  for (const facts of smallerFacts(one.facts)) yield { ...one, facts }
}

/** The smallest program and facts found by leaving things out while `differs` holds; what it throws on is no use. */
export function reduce<T extends { readonly program: unknown; readonly facts: unknown }>(
  value: T,
  differs: (candidate: T) => boolean,
  steps = 20_000,
): T {
  let best = value
  let left = steps
  const keeps = (candidate: T): boolean => {
    try {
      return differs(candidate)
    } catch {
      return false
    }
  }
  for (let found = true; found; ) {
    found = false
    // After a success go on from the same place: what came before was no use, and is tried again in the next round.
    for (let at = 0; ; ) {
      const candidate = nth(smaller(best), at)
      if (candidate === undefined) break
      if (left-- <= 0) return best
      if (keeps(candidate)) {
        best = candidate
        found = true
      } else at++
    }
  }
  return best
}

function nth<T>(items: Iterable<T>, n: number): T | undefined {
  let at = 0
  for (const one of items) if (at++ === n) return one
  return undefined
}
