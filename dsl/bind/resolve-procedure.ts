import { bodyOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'
import type { DeclKind } from '../syntax/table.ts'
import type { Held } from './adoption.ts'
import type { Binder, Context } from './binder.ts'
import { resolveKind } from './report.ts'
import { resolveBase, resolveOmissions } from './resolve-adoption.ts'
import { resolveClauses } from './resolve-clauses.ts'
import { resolveChoices, resolveExpr } from './resolve-expr.ts'
import { resolveField } from './resolve-field.ts'
import { resolveStepClauses, resolveStepRef } from './resolve-step.ts'
import { shapeOfType } from './shape.ts'
import { stepScope, type View, viewOf } from './step-lines.ts'
import { rosterOf } from './subject.ts'
import type { PolicySymbol, SymbolKind } from './symbol.ts'

/** Kinds whose value names declared things. */
const NAMES: Partial<Record<DeclKind, SymbolKind & ('role' | 'paper')>> = {
  actor: 'role',
  attend: 'role',
  consent: 'role',
  consult: 'role',
  notify: 'role',
  archive: 'role',
  filing: 'role',
  party: 'role',
  uses: 'paper',
  produces: 'paper',
}

interface Walk {
  readonly binder: Binder
  readonly view: View
  readonly subject: Context
  /** around the lines of 整单 steps; undefined where the 名单 could not be made out */
  readonly record: Context | undefined
}

/** Resolves a procedure: its list, its standard, what it adopts, its phases, steps and their lines. `subject`: the element it is 适用于. */
export function resolveProcedure(binder: Binder, procedure: PolicySymbol, context: Context, subject: Context): void {
  const { decl } = procedure
  const roster = clause(decl, 'roster')
  const [entity] = subject.elements
  if (roster && entity) resolveField(binder, roster, entity, context)
  resolveBase(binder, procedure, context)
  condition(binder, decl, subject)
  resolveOmissions(binder, procedure)
  const record = recordContext(binder, procedure, subject)
  walkSteps({ binder, view: viewOf(binder, procedure), subject, record }, decl)
}

/** The list's own record, where the procedure has a roster; else the subject. */
function recordContext(binder: Binder, procedure: PolicySymbol, subject: Context): Context | undefined {
  if (!clause(procedure.decl, 'roster') && !clause(procedure.decl, 'adopts')) return subject
  const field = rosterOf(binder, procedure)
  if (!field) return clause(procedure.decl, 'roster') ? undefined : subject
  const type = field.kind === 'field' ? bodyOf(field.decl, 'field') : undefined
  const shape = shapeOfType(binder, type, { unit: field.unit, elements: [] })
  return shape.kind === 'entity' ? { unit: subject.unit, elements: [shape.entity] } : undefined
}

function condition(binder: Binder, decl: Decl, context: Context | undefined): void {
  const when = clause(decl, 'when')
  if (when && context) resolveExpr(binder, when, context)
}

function walkSteps(walk: Walk, holder: Decl, phase?: PolicySymbol): void {
  const { binder, view, subject } = walk
  for (const child of holder.children ?? []) {
    const symbol = binder.declared.ofDecl.get(child)
    switch (child.kind) {
      case 'omit':
        resolveClauses(binder, child, subject)
        break
      case 'by_reading_steps':
        arms(binder, child, subject, (arm) => walkSteps(walk, arm, phase))
        break
      case 'phase':
        resolveClauses(binder, child, subject)
        condition(binder, child, subject)
        walkSteps(walk, child, symbol)
        break
      case 'step': {
        const held = view.layout.steps.find((candidate) => candidate.symbol === symbol)
        if (held) resolveStep(walk, held)
        break
      }
      case 'counting':
      case 'window':
      case 'due':
        resolveLine(walk, child, subject, phase && view.layout.steps.find((held) => held.phase === phase))
        break
      default:
        break
    }
  }
}

function resolveStep(walk: Walk, held: Held): void {
  const { binder, view, subject } = walk
  const { decl } = held.symbol
  const around = stepScope(view, held) === 'list' ? walk.record : subject
  resolveClauses(binder, decl, subject)
  resolveStepClauses(binder, view, held)
  binder.regions.push({ span: decl.span, context: around ?? subject })
  condition(binder, decl, around)
  resolveLines(walk, decl, around, held)
}

function resolveLines(walk: Walk, holder: Decl, around: Context | undefined, held: Held): void {
  for (const line of holder.children ?? []) {
    if (line.kind === 'by_reading_acts') arms(walk.binder, line, walk.subject, (arm) => resolveLines(walk, arm, around, held))
    else resolveLine(walk, line, around, held)
  }
}

/** `before`: the step the line belongs to, or the first of its phase; what it counts from comes before that. */
function resolveLine(walk: Walk, line: Decl, around: Context | undefined, before: Held | undefined): void {
  const { binder, view, subject } = walk
  resolveClauses(binder, line, subject)
  const wanted = NAMES[line.kind]
  if (wanted) for (const ref of (line.value ?? []) as readonly Ref[]) resolveKind(binder, ref, subject, [wanted], wanted)
  const goto = clause(line, 'goto')
  if (goto) resolveStepRef(binder, view, goto, before)
  const since = clause(line, 'since')
  if (since) resolveStepRef(binder, view, since, before, 'earlier')
  condition(binder, line, around)
  for (const expr of expressions(line)) resolveExpr(binder, expr, around ?? subject)
  for (const child of line.children ?? []) {
    if (child.kind === 'stratum') resolveStratum(binder, child, subject)
    else resolveLine(walk, child, around, before)
  }
}

function resolveStratum(binder: Binder, decl: Decl, subject: Context): void {
  resolveClauses(binder, decl, subject)
  binder.regions.push({ span: decl.span, context: subject })
  if (decl.body) resolveExpr(binder, decl.body as Expr, subject)
}

/** The days, lengths and shares of a line. */
function expressions(line: Decl): readonly Expr[] {
  const window = line.kind === 'window' ? mainValue(line, 'window') : undefined
  const due = line.kind === 'due' ? mainValue(line, 'due') : undefined
  const named = [
    clause(line, 'at_least'),
    clause(line, 'exactly'),
    clause(line, 'over'),
    clause(line, 'quorum'),
    clause(line, 'within'),
  ]
  return [window?.low, window?.high, due, ...named].filter((expr) => expr !== undefined)
}

/** 按 R { 取 … }: steps and lines may stand under one choice only. */
function arms(binder: Binder, decl: Decl, context: Context, inside: (arm: Decl) => void): void {
  const ref = decl.value as Ref | undefined
  const reading = ref && resolveKind(binder, ref, context, ['reading'], 'reading')
  const choices = (decl.children ?? []).flatMap((arm) => (arm.value as Ref | undefined) ?? [])
  if (ref && reading) resolveChoices(binder, reading, ref, choices, false)
  for (const arm of decl.children ?? []) inside(arm)
}
