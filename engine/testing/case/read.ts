import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../../dsl/diagnostics/finding.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import type { Span } from '../../../dsl/source/span.ts'
import { parseDay } from '../../../dsl/value/date.ts'
import type { CaseInput, Lawfulness } from '../../procedure/types.ts'
import { names, nearestOrAll, readingChoices, shapeFindings, suiteDocument } from '../suite-document.ts'
import { changeCase } from './change.ts'
import type { CaseExpectation, DutyExpectation, ListCase, ProcedureSuite, StepExpectation, SubjectExpectation } from './suite.ts'
import { PROCEDURE_SUITE_SCHEMA } from './suite-schema.ts'

type Json = Readonly<Record<string, unknown>>
interface RawCase {
  readonly name: string
  readonly like?: string
  readonly case?: Json
  readonly change?: Json
  readonly on?: string
  readonly income_period?: { readonly from: string; readonly to: string }
  readonly readings?: Record<string, string>
  readonly expect?: Json
}
interface RawSuite {
  readonly policy: string
  readonly procedure: string
  readonly on?: string
  readonly income_period?: { readonly from: string; readonly to: string }
  readonly readings?: Record<string, string>
  readonly cases: readonly RawCase[]
}

const valid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<RawSuite>(PROCEDURE_SUITE_SCHEMA)

/** Whether a suite file's text is about a procedure. */
export function isProcedureSuite(text: string): boolean {
  return /^(?:procedure|"procedure"|'procedure')\s*:/m.test(text)
}

/**
 * Reads a suite of a procedure against the program it is about: shape, names, `like` chains and changes are checked, cases worked out. No suite when anything is
 * wrong. The cases themselves are read when they run: a case may expect to be refused.
 */
export function readProcedureSuite(
  text: string,
  file: string,
  programOf: (policy: string) => Program | undefined,
  policies: readonly string[],
): { readonly suite?: ProcedureSuite; readonly program?: Program; readonly diagnostics: readonly Diagnostic[] } {
  const document = suiteDocument(text, file)
  if ('diagnostics' in document) return document
  const { raw, spanAt, lineAt } = document
  if (!valid(raw)) return { diagnostics: shapeFindings(valid.errors ?? [], spanAt) }
  const program = programOf(raw.policy)
  if (!program)
    return { diagnostics: [finding('S707', spanAt(['policy']), { name: raw.policy, near: nearestOrAll(raw.policy, policies) })] }
  const procedure = program.procedures.find((one) => one.id === raw.procedure || one.zh === raw.procedure)
  if (!procedure) {
    const near = nearestOrAll(raw.procedure, names(program.procedures))
    return { diagnostics: [finding('S714', spanAt(['procedure']), { name: raw.procedure, near })] }
  }
  const found: Diagnostic[] = []
  const byName = new Map<string, RawCase>()
  raw.cases.forEach((one, i) => {
    if (byName.has(one.name)) found.push(finding('S706', spanAt(['cases', i, 'name']), { name: one.name }))
    else byName.set(one.name, one)
  })
  const cases = raw.cases.flatMap((one, i): ListCase[] => {
    const at = (...path: (string | number)[]) => spanAt(['cases', i, ...path])
    const reading: Reading = { program, procedure, byName, at, found }
    if (!one.expect) found.push(finding('S703', at('name'), { name: one.name }))
    const whole = wholeCase(reading, one, [])
    const on = whole?.on ?? raw.on
    if (whole && !on) found.push(finding('S715', at('name'), { name: one.name }))
    const incomePeriod = whole?.incomePeriod ?? raw.income_period
    for (const [key, day] of [
      ['on', on],
      ['income_period', incomePeriod?.from],
      ['income_period', incomePeriod?.to],
    ] as const)
      if (day !== undefined && parseDay(day) === undefined)
        found.push(finding('S702', at(key), { path: `${one.name}.${key}`, detail: `${day}: YYYY-MM-DD` }))
    const readings = readingChoices(program, { ...raw.readings, ...one.readings }, at('readings'), found)
    const expect = expectation(reading, one.expect ?? {})
    if (!whole || !on) return []
    // Whatever is wrong with the case is for its reader to say.
    const input = { procedure: procedure.id, ...whole.input } as unknown as CaseInput
    return [{ name: one.name, line: lineAt(at('name')), input, on, ...(incomePeriod && { incomePeriod }), readings, expect }]
  })
  if (found.length > 0) return { diagnostics: found }
  return { suite: { file, policy: program.policy.id, procedure: procedure.id, cases }, program, diagnostics: [] }
}

interface Reading {
  readonly program: Program
  readonly procedure: Procedure
  readonly byName: ReadonlyMap<string, RawCase>
  readonly at: (...path: (string | number)[]) => Span
  readonly found: Diagnostic[]
}

interface Whole {
  readonly input: Json
  readonly on: string | undefined
  readonly incomePeriod: RawCase['income_period']
}

/** The case with what it takes over from the one it is like: the whole list, the day, the income period. */
function wholeCase(reading: Reading, one: RawCase, path: readonly string[]): Whole | undefined {
  const { program, procedure, byName, at, found } = reading
  let base: Whole = { input: {}, on: undefined, incomePeriod: undefined }
  if (one.like !== undefined) {
    const like = byName.get(one.like)
    if (!like) {
      found.push(finding('S704', at('like'), { name: one.name, like: one.like, near: nearestOrAll(one.like, byName.keys()) }))
      return undefined
    }
    if (path.includes(one.like) || one.like === one.name) {
      found.push(finding('S705', at('like'), { path: [...path, one.name, one.like].join(' → ') }))
      return undefined
    }
    const inherited = wholeCase(reading, like, [...path, one.name])
    if (!inherited) return undefined
    base = inherited
  }
  const changed = changeCase(program, procedure, { ...base.input, ...one.case }, one.change ?? {})
  if ('case' in changed)
    return { input: changed.case, on: one.on ?? base.on, incomePeriod: one.income_period ?? base.incomePeriod }
  const stuck = changed.stuck
  found.push(finding('S708', at('change', stuck.split('.')[0]!), { name: one.name, path: stuck }))
  return undefined
}

function expectation(reading: Reading, raw: Json): CaseExpectation {
  const { subjects, steps, next, lawful, ...others } = raw as {
    subjects?: Record<string, string | Json>
    steps?: Json
    next?: readonly (string | DutyExpectation)[]
    lawful?: Record<string, boolean | string>
  }
  return {
    ...(others as CaseExpectation),
    ...(subjects && {
      subjects: Object.fromEntries(
        Object.entries(subjects).map(([id, wanted]) => [id, subjectExpectation(reading, wanted, ['subjects', id])]),
      ),
    }),
    ...(steps && { steps: stepExpectations(reading, steps, ['steps']) }),
    ...(next && {
      next: next.map((duty, i) => {
        const wanted = typeof duty === 'string' ? { step: duty } : duty
        return { ...wanted, step: stepId(reading, wanted.step, ['next', i]) }
      }),
    }),
    ...(lawful && {
      lawful: Object.fromEntries(Object.entries(lawful).map(([id, wanted]) => [id, String(wanted) as Lawfulness['lawful']])),
    }),
  }
}

function subjectExpectation(reading: Reading, wanted: string | Json, path: readonly string[]): SubjectExpectation {
  if (typeof wanted === 'string') return { state: wanted } as SubjectExpectation
  const { steps, ...others } = wanted
  return {
    ...(others as SubjectExpectation),
    ...(steps === undefined ? {} : { steps: stepExpectations(reading, steps as Json, [...path, 'steps']) }),
  }
}

function stepExpectations(reading: Reading, steps: Json, path: readonly string[]): Record<string, StepExpectation> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, wanted]) => {
      const id = stepId(reading, name, [...path, name])
      if (typeof wanted === 'string') return [id, { state: wanted } as StepExpectation]
      const { waits_for: waitsFor, ...others } = wanted as Json
      const waits = waitsFor as readonly string[] | undefined
      return [
        id,
        { ...others, ...(waits && { waitsFor: waits.map((one) => stepId(reading, one, [...path, name])) }) } as StepExpectation,
      ]
    }),
  )
}

/** The step of that id or Chinese name; S716 where there is none. */
function stepId({ procedure, at, found }: Reading, name: string, path: readonly (string | number)[]): string {
  const step = procedure.steps.find(({ id, zh }) => id === name || zh === name)
  if (step) return step.id
  found.push(finding('S716', at('expect', ...path), { name, near: nearestOrAll(name, names(procedure.steps)) }))
  return name
}
