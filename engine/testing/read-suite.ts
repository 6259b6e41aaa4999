import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../dsl/diagnostics/finding.ts'
import type { Program } from '../../dsl/lower/program.ts'
import type { Span } from '../../dsl/source/span.ts'
import type { Times, TruthName } from '../types.ts'
import { changeFacts } from './change.ts'
import type { Case, Expectation, ItemExpectation, Suite } from './suite.ts'
import { names, nearestOrAll, readingChoices, shapeFindings, suiteDocument } from './suite-document.ts'
import { STANDARD_SUITE_SCHEMA } from './suite-schema.ts'

type Json = Record<string, unknown>
interface RawTimes {
  readonly as_of: string
  readonly year: number
  readonly income_period?: { readonly from: string; readonly to: string }
}
interface RawCase {
  readonly name: string
  readonly like?: string
  readonly facts?: Json
  readonly change?: Json
  readonly times?: RawTimes
  readonly readings?: Record<string, string>
  readonly sweep?: 'missing'
  readonly expect?: Json
}
interface RawSuite {
  readonly policy: string
  readonly standard: string
  readonly times?: RawTimes
  readonly readings?: Record<string, string>
  readonly cases: readonly RawCase[]
}

const valid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<RawSuite>(STANDARD_SUITE_SCHEMA)

/**
 * Reads a suite file against the program it is about: shape, names and `like` chains are checked, facts worked out. `programOf` finds a compiled policy by its
 * id or Chinese name. No suite when anything is wrong.
 */
export function readSuite(
  text: string,
  file: string,
  programOf: (policy: string) => Program | undefined,
  policies: readonly string[],
): { readonly suite?: Suite; readonly program?: Program; readonly diagnostics: readonly Diagnostic[] } {
  const document = suiteDocument(text, file)
  if ('diagnostics' in document) return document
  const { raw, spanAt, lineAt } = document
  if (!valid(raw)) return { diagnostics: shapeFindings(valid.errors ?? [], spanAt) }

  const found: Diagnostic[] = []
  const program = programOf(raw.policy)
  if (!program) {
    found.push(finding('S707', spanAt(['policy']), { name: raw.policy, near: nearestOrAll(raw.policy, policies) }))
    return { diagnostics: found }
  }
  const standard = program.standards.find((s) => s.id === raw.standard || s.zh === raw.standard)
  if (!standard) {
    found.push(
      finding('S710', spanAt(['standard']), { name: raw.standard, near: nearestOrAll(raw.standard, names(program.standards)) }),
    )
    return { diagnostics: found }
  }
  const byName = new Map<string, RawCase>()
  raw.cases.forEach((c, i) => {
    if (byName.has(c.name)) found.push(finding('S706', spanAt(['cases', i, 'name']), { name: c.name }))
    else byName.set(c.name, c)
  })
  const known = new Set(
    standard.items.flatMap(function all(item): string[] {
      return [item.id, item.zh, ...(item.group?.parts.flatMap(all) ?? [])]
    }),
  )
  const cases = raw.cases.flatMap((c, i): Case[] => {
    const at = (...path: (string | number)[]) => spanAt(['cases', i, ...path])
    const times = c.times ?? raw.times
    if (!c.expect) found.push(finding('S703', at('name'), { name: c.name }))
    if (!times) found.push(finding('S709', at('name'), { name: c.name }))
    const expect = expectation(c.expect ?? {})
    for (const item of Object.keys(expect.items ?? {})) {
      if (!known.has(item))
        found.push(finding('S711', at('expect', 'items', item), { name: item, near: nearestOrAll(item, known) }))
    }
    const readings = readingChoices(program, { ...raw.readings, ...c.readings }, at('readings'), found)
    const facts = factsOf(c, [], byName, program, standard.entity, at, found)
    if (!facts || !times) return []
    const line = lineAt(at('name'))
    return [{ name: c.name, line, facts, times: timesOf(times), readings, expect, ...(c.sweep ? { sweep: c.sweep } : {}) }]
  })
  if (found.length > 0) return { diagnostics: found }
  return { suite: { file, policy: program.policy.id, standard: standard.id, cases }, program, diagnostics: [] }
}

function factsOf(
  c: RawCase,
  path: readonly string[],
  byName: ReadonlyMap<string, RawCase>,
  program: Program,
  entity: string,
  at: (...path: (string | number)[]) => Span,
  found: Diagnostic[],
): Json | undefined {
  let base: Json = c.facts ?? {}
  if (c.like !== undefined) {
    const like = byName.get(c.like)
    if (!like) {
      found.push(finding('S704', at('like'), { name: c.name, like: c.like, near: nearestOrAll(c.like, byName.keys()) }))
      return undefined
    }
    if (path.includes(c.like) || c.like === c.name) {
      found.push(finding('S705', at('like'), { path: [...path, c.name, c.like].join(' → ') }))
      return undefined
    }
    const inherited = factsOf(like, [...path, c.name], byName, program, entity, at, found)
    if (!inherited) return undefined
    base = { ...inherited, ...c.facts }
  }
  const changed = changeFacts(program, entity, base, c.change ?? {})
  if ('facts' in changed) return changed.facts
  found.push(finding('S708', at('change', changed.stuck), { name: c.name, path: changed.stuck }))
  return undefined
}

function expectation(raw: Json): Expectation {
  const items = raw['items'] as Record<string, unknown> | undefined
  if (!items) return raw as Expectation
  return {
    ...(raw as Expectation),
    items: Object.fromEntries(Object.entries(items).map(([id, wanted]) => [id, itemExpectation(wanted)])),
  }
}

function itemExpectation(wanted: unknown): ItemExpectation {
  if (typeof wanted !== 'object' || wanted === null) return { value: String(wanted) as TruthName }
  const { value, ...others } = wanted as Json
  return { ...(others as ItemExpectation), ...(value === undefined ? {} : { value: String(value) as TruthName }) }
}

function timesOf(raw: RawTimes): Times {
  return { asOf: raw.as_of, year: raw.year, ...(raw.income_period ? { incomePeriod: raw.income_period } : {}) }
}
