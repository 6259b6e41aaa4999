import { expect } from 'vitest'
import type { Program } from '../../dsl/lower/program.ts'
import type { Procedure, Step } from '../../dsl/lower/program-procedure.ts'
import { compile } from '../../dsl/pipeline.ts'
import { COUNTY, PROVINCE, TERMS } from './procedure-text.ts'

/** The programs of these texts, which are without errors. */
export function programs(...texts: readonly string[]): ReadonlyMap<string, Program> {
  const compiled = compile(texts.map((text, i) => ({ file: `${i}.policy`, text })))
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return compiled.programs
}
export const both = () => programs(TERMS, PROVINCE, COUNTY)
export const province = () => both().get('province')!
export const county = () => both().get('county')!
export const stepOf = ({ steps }: Procedure, id: string): Step => steps.find((step) => step.id === id)!
/** The lines of a step without what most tests do not look at. */
export const said = (step: Step) => step.acts.map(({ id, kind: _kind, under: _under, cites: _cites, ...rest }) => [id, rest])
export const order = ({ steps }: Procedure) => Object.fromEntries(steps.map((step) => [step.id, step.after]))
export const cites = (all: readonly { readonly source: string; readonly article: string }[]) =>
  all.map((one) => `${one.source} ${one.article}`)
