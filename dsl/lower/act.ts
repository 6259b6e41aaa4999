import { isLength, type StepLine } from '../bind/step-lines.ts'
import { clause, mainValue } from '../syntax/access.ts'
import type { Combine as CombineNode, Decl } from '../syntax/declaration.ts'
import type { Ref, Expr as Tree } from '../syntax/expression.ts'
import type { ClauseName } from '../syntax/table.ts'
import { lowerCiteNodes, lowerCites } from './cites.ts'
import { lowerDay, lowerDuration } from './day.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Cite } from './program.ts'
import type { Act, ActOf, Combine, Line, Under } from './program-procedure.ts'
import { underOf } from './under.ts'

/** The steps, in the procedure being made, that a reference means: several where a reading has one of that name in each arm. */
export type StepsOf = (ref: Ref) => readonly { readonly id: string; readonly under: readonly Under[] }[]

/** An act less what every line has. */
type Demand = Act extends infer A ? (A extends Act ? Omit<A, keyof Line> : never) : never

/**
 * The lines of a step or phase; a line without 依据 has `cites`, those of what it stands in. Numbered by kind. A line that speaks of a step which each
 * choice of a reading has in its own way becomes one line for each.
 */
export function lowerActs(lower: Lowerer, lines: readonly StepLine[], cites: readonly Cite[], stepsOf: StepsOf): readonly Act[] {
  const counts = new Map<string, number>()
  return lines.flatMap((line) => {
    const ref = clause(line.decl, 'goto') ?? clause(line.decl, 'since')
    const targets = ref ? stepsOf(ref) : [{ id: '', under: [] }]
    return targets.flatMap((target): readonly Act[] => {
      const demand = demandOf(lower, line, target.id)
      if (!demand) return []
      const { kind } = line.decl
      const position = (counts.get(kind) ?? 0) + 1
      counts.set(kind, position)
      const common = lineOf(lower, line, `${kind}.${position}`, cites)
      return [{ ...common, under: [...common.under, ...(targets.length > 1 ? target.under : [])], ...demand }]
    })
  })
}

function lineOf(lower: Lowerer, line: StepLine, id: string, around: readonly Cite[]): Line {
  const when = clause(line.decl, 'when')
  const note = clause(line.decl, 'note')?.text
  return {
    id,
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    under: underOf(lower, line.arms),
    cites: line.cites.length > 0 ? lowerCiteNodes(lower, line.cites, line.citing) : around,
    ...(note === undefined ? {} : { note }),
  }
}

/** The window and due lines of a phase. */
export function lowerTimes(
  lower: Lowerer,
  lines: readonly StepLine[],
  cites: readonly Cite[],
  stepsOf: StepsOf,
): readonly (ActOf<'window'> | ActOf<'due'>)[] {
  return lowerActs(lower, lines, cites, stepsOf).flatMap((act) => (act.kind === 'window' || act.kind === 'due' ? [act] : []))
}

/** `step`: the step the line goes to or counts from, if it speaks of one. */
function demandOf(lower: Lowerer, line: StepLine, step: string): Demand | undefined {
  const { decl } = line
  const ids = (refs: readonly Ref[] | undefined) => (refs ?? []).map((ref) => idOf(lower, lower.binding.symbolOf(ref)))
  const named = () => ids(decl.value as readonly Ref[] | undefined)
  switch (decl.kind) {
    case 'window': {
      const range = mainValue(decl, 'window')
      if (!range?.low || !range.high) return undefined
      return { kind: 'window', window: { from: lowerDay(lower, range.low), to: lowerDay(lower, range.high) } }
    }
    case 'due':
      return dueOf(lower, decl, step)
    case 'actor':
    case 'attend': {
      const persons = clause(decl, 'persons')?.value
      return { kind: decl.kind, roles: named(), combine: combineOf(decl), ...(persons === undefined ? {} : { persons }) }
    }
    case 'uses':
      return { kind: 'uses', papers: named(), naming: clause(decl, 'naming') === true }
    case 'produces':
      return { kind: 'produces', papers: named() }
    case 'posting':
    case 'announcement': {
      const exactly = clause(decl, 'exactly')
      const length = exactly ?? clause(decl, 'at_least')
      return {
        kind: decl.kind,
        places: ids(clause(decl, 'at')),
        ...(length ? { length: lowerDuration(lower, length) } : {}),
        ...(exactly ? { exactly: true as const } : {}),
      }
    }
    case 'vote':
      return voteOf(lower, decl, ids(clause(decl, 'by')))
    case 'signatures': {
      const stated = clause(decl, 'stated')?.value
      const parties = (decl.children ?? []).map((party) => ({
        roles: ids(mainValue(party, 'party')),
        combine: combineOf(party),
        proxy: clause(party, 'proxy') === true,
      }))
      return { kind: 'signatures', ...(stated === undefined ? {} : { stated }), parties }
    }
    case 'consult': {
      const within = clause(decl, 'within')
      return { kind: 'consult', roles: named(), ...(within ? { within: lowerDuration(lower, within) } : {}) }
    }
    case 'consent':
    case 'notify':
    case 'archive':
    case 'filing':
      return { kind: decl.kind, roles: named() }
    case 'sample':
      return { kind: 'sample', ...exprOf(lower, 'share', decl, 'at_least'), strata: strataOf(lower, line) }
    case 'registers': {
      const label = clause(decl, 'label')?.text
      const act = mainValue(decl, 'registers')?.id as ActOf<'registers'>['act']
      return { kind: 'registers', act, ...(label === undefined ? {} : { label }), places: ids(clause(decl, 'at')) }
    }
    case 'on_objection':
    case 'on_refusal':
    case 'on_fail': {
      const goto = clause(decl, 'goto')
      const drop = clause(decl, 'drop') === true
      const then = goto ? { kind: 'goto' as const, step } : { kind: drop ? ('drop' as const) : ('unsaid' as const) }
      return { kind: decl.kind, roles: ids(clause(decl, 'by')), then }
    }
    default:
      // INVARIANT: arms are flattened before, and what else the table admits in a step is a part of one of these lines or reported.
      return undefined
  }
}

/** All of them, unless the text says otherwise. */
function combineOf(decl: Decl): Combine {
  const combine: CombineNode = clause(decl, 'combine') ?? { mode: 'all' }
  return combine.mode === 'at_least' ? { mode: 'at_least', n: combine.n } : { mode: combine.mode }
}

function exprOf<K extends string>(
  lower: Lowerer,
  key: K,
  decl: Decl,
  name: ClauseName,
): { readonly [Q in K]?: ReturnType<typeof lowerExpr> } {
  const expr = decl.clauses[name] as Tree | undefined
  return expr ? ({ [key]: lowerExpr(lower, expr) } as { readonly [Q in K]: ReturnType<typeof lowerExpr> }) : {}
}

function dueOf(lower: Lowerer, decl: Decl, step: string): Demand | undefined {
  const value = mainValue(decl, 'due')
  if (!value) return undefined
  const since = clause(decl, 'since')
  if (since && isLength(value)) {
    return { kind: 'due', deadline: { kind: 'after', length: lowerDuration(lower, value), step } }
  }
  return { kind: 'due', deadline: { kind: 'on', day: lowerDay(lower, value) } }
}

function voteOf(lower: Lowerer, decl: Decl, bodies: readonly string[]): Demand {
  const base = clause(decl, 'base')?.id as ActOf<'vote'>['base']
  const over = clause(decl, 'over')
  const threshold = over ?? clause(decl, 'at_least')
  return {
    kind: 'vote',
    bodies,
    ...(base === undefined ? {} : { base }),
    ...(threshold ? { threshold: { strict: over !== undefined, value: lowerExpr(lower, threshold) } } : {}),
    ...exprOf(lower, 'quorum', decl, 'quorum'),
  }
}

function strataOf(lower: Lowerer, line: StepLine): ActOf<'sample'>['strata'] {
  return (line.decl.children ?? []).flatMap((decl) => {
    const symbol = lower.binding.declared.ofDecl.get(decl)
    const body = decl.body as Tree | undefined
    if (!symbol || !body) return []
    return [{ ...termOf(lower, symbol), condition: lowerExpr(lower, body), cites: lowerCites(lower, decl, symbol.unit) }]
  })
}
