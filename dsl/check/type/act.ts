import { clause, mainValue } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { expectTime, type WantedTime } from './day.ts'
import { expectTy } from './expect.ts'
import { condition } from './infer.ts'
import { guarded } from './procedure.ts'
import { RATIO } from './ty.ts'
import { type At, report, type Typer } from './typer.ts'

/** Checks one line of a step or phase: its condition, its days and lengths, its shares. */
export function checkLine(typer: Typer, decl: Decl, around: At): void {
  const at = guarded(typer, decl, around)
  const time = (expr: Expr | undefined, wanted: WantedTime) => (expr ? expectTime(typer, expr, wanted, at) : undefined)
  const share = (expr: Expr | undefined) => {
    if (expr) expectTy(typer, expr, RATIO, at)
  }
  switch (decl.kind) {
    case 'window': {
      const range = mainValue(decl, 'window')
      time(range?.low, 'day')
      // One day alone is both ends.
      if (range?.high !== range?.low) time(range?.high, 'day')
      return
    }
    case 'due': {
      const value = mainValue(decl, 'due')
      const since = clause(decl, 'since')
      const kind = time(value, 'day_or_span')
      if (kind === 'duration' && value && !since) report(typer, 'T334', value.span)
      if (kind === 'day' && since) report(typer, 'T335', since.span)
      return
    }
    case 'posting':
    case 'announcement':
      time(clause(decl, 'at_least'), 'duration')
      time(clause(decl, 'exactly'), 'duration')
      return
    case 'consult':
      time(clause(decl, 'within'), 'duration')
      return
    case 'vote':
      share(clause(decl, 'over'))
      share(clause(decl, 'at_least'))
      share(clause(decl, 'quorum'))
      return
    case 'sample':
      share(clause(decl, 'at_least'))
      for (const stratum of decl.children ?? []) if (stratum.body) condition(typer, stratum.body as Expr, around)
      return
    default:
      return
  }
}
