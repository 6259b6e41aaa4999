import { TYPE_WORDS } from '../../diagnostics/codes/types.ts'
import type { Expr } from '../../syntax/expression.ts'
import { infer } from './infer.ts'
import { declaredLabels } from './operand-label.ts'
import { DATE, tyWords } from './ty.ts'
import { type At, report, type Typer } from './typer.ts'

/** What a 时段, 期限, 不少于 and the like want. */
export type WantedTime = 'day' | 'duration' | 'day_or_span'

/**
 * Checks a day or length where one is wanted: a date, a position, a span, or one of them for each choice of a reading (T326 for anything else, T336 for
 * no time at all). Gives which it is; undefined when something was wrong.
 */
export function expectTime(typer: Typer, expr: Expr, wanted: WantedTime, at: At): 'day' | 'duration' | undefined {
  switch (expr.kind) {
    case 'date':
    case 'position':
      typer.types.set(expr, DATE)
      return fits(typer, expr, 'day', wanted)
    case 'duration':
      typer.types.set(expr, { kind: 'duration' })
      if (expr.amount < 1) {
        report(typer, 'T336', expr.span)
        return undefined
      }
      return fits(typer, expr, 'duration', wanted)
    case 'reading': {
      let common: 'day' | 'duration' | undefined
      for (const arm of expr.arms) {
        const kind = expectTime(typer, arm.value, common ?? wanted, at)
        if (!kind) return undefined
        common = kind
      }
      typer.types.set(expr, common === 'duration' ? { kind: 'duration' } : DATE)
      return common
    }
    default: {
      const ty = infer(typer, expr, at)
      if (ty.kind === 'unknown') return undefined
      reportWanted(typer, expr, wanted, tyWords(ty))
      return undefined
    }
  }
}

function fits(typer: Typer, expr: Expr, found: 'day' | 'duration', wanted: WantedTime): 'day' | 'duration' | undefined {
  if (wanted === 'day_or_span' || wanted === found) return found
  const is = found === 'duration' ? TYPE_WORDS.duration : expr.kind === 'position' ? TYPE_WORDS.position : TYPE_WORDS.date
  reportWanted(typer, expr, wanted, is)
  return undefined
}

function reportWanted(typer: Typer, expr: Expr, wanted: WantedTime, found: { readonly zh: string; readonly en: string }): void {
  const words = TYPE_WORDS[wanted]
  const args = { wanted: words.zh, wantedEn: words.en, found: found.zh, foundEn: found.en }
  report(typer, 'T326', expr.span, args, { labels: declaredLabels(typer, expr) })
}
