import { clause } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { condition } from './infer.ts'
import { guarded } from './procedure.ts'
import type { At, Typer } from './typer.ts'

/** Checks the items of a standard or group, through 按 and 取. */
export function checkItems(typer: Typer, decl: Decl, at: At): void {
  for (const item of decl.children ?? []) {
    if (item.kind === 'omit') continue
    if (item.kind === 'by_reading' || item.kind === 'arm') checkItems(typer, item, at)
    else checkItem(typer, item, at)
  }
}

/** Checks one item with its parts: its condition, what is 视为 it, what is 除外. */
export function checkItem(typer: Typer, item: Decl, at: At): void {
  const inside = guarded(typer, item, at)
  const body = item.body as Expr | undefined
  if (body) condition(typer, body, { ...inside, weigh: item.kind === 'weigh' })
  for (const expr of [...(clause(item, 'deemed') ?? []), ...(clause(item, 'except') ?? [])]) condition(typer, expr, inside)
  checkItems(typer, item, inside)
}
