import type { Expr } from '../../dsl/lower/program.ts'
import type { Procedure, Step } from '../../dsl/lower/program-procedure.ts'
import type { Model } from '../run/model.ts'

/** What the guards and numbers of a step are about: the list's own record for 整单 steps of a procedure with a roster, else the subject. */
export function aboutOf(procedure: Procedure, step: Step): 'subject' | 'list' {
  return procedure.roster !== undefined && step.scope === 'list' ? 'list' : 'subject'
}

/** Whether an expression reads a fact, be it through a definition or a standard. */
export function readsFacts(model: Model, expr: Expr): boolean {
  const seen = new Set<unknown>()
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return false
    seen.add(value)
    if (Array.isArray(value)) return value.some(visit)
    const node = value as Readonly<Record<string, unknown>>
    if (node['kind'] === 'definition') return visit(model.definitions.get(node['definition'] as string)?.value)
    if ('place' in node || 'list' in node) return true
    return Object.values(node).some(visit)
  }
  return visit(expr)
}
