import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { clause } from '../syntax/access.ts'
import type { Ref } from '../syntax/expression.ts'
import { baseOf, type Held, lookupBase, omissions } from './adoption.ts'
import { type Binder, type Context, resolve } from './binder.ts'
import { isDoubtful } from './doubt.ts'
import { itemsOf, layoutOf } from './layout.ts'
import { declaredLabel, replacements, resolveKind } from './report.ts'
import { stepRefs } from './step-refs.ts'
import { type PolicySymbol, shownName, typedNames } from './symbol.ts'

/** Resolves what a standard or procedure adopts. */
export function resolveBase(binder: Binder, symbol: PolicySymbol, context: Context): void {
  const ref = clause(symbol.decl, 'adopts')
  if (!ref || (symbol.kind !== 'standard' && symbol.kind !== 'procedure')) return
  const found = lookupBase(binder, symbol)
  if (found.kind === 'one') resolve(binder, ref, { kind: 'symbol', symbol: found.symbol })
  else resolveKind(binder, ref, context, [symbol.kind], symbol.kind, symbol)
}

/** Resolves 删去: N227 where the adopted one has none of that name, N228 where an adopted step still speaks of what is left out. */
export function resolveOmissions(binder: Binder, symbol: PolicySymbol): void {
  const omitted = omissions(symbol.decl)
  const base = baseOf(binder, symbol)
  if (omitted.length === 0 || !base) return
  const adopted = symbol.kind === 'standard' ? itemsOf(binder, base) : layoutOf(binder, base).steps
  for (const ref of omitted) {
    const held = adopted.find((candidate) => typedNames(candidate.symbol).includes(ref.text))
    if (held) resolve(binder, ref, { kind: 'symbol', symbol: held.symbol })
    else reportNotAdopted(binder, symbol, base, ref, adopted)
  }
  if (symbol.kind === 'procedure') stillNeeded(binder, symbol, omitted, adopted)
}

function reportNotAdopted(binder: Binder, symbol: PolicySymbol, base: PolicySymbol, ref: Ref, adopted: readonly Held[]): void {
  if (isDoubtful(binder, symbol.unit, ref.text)) return
  const near = nearest(
    ref.text,
    adopted.flatMap((held) => typedNames(held.symbol)),
  )
  const more = { labels: [declaredLabel(base, 'base', { base: shownName(base) })], fixes: replacements(ref, near) }
  binder.diagnostics.push(finding('N227', ref.span, { name: ref.text, base: shownName(base), near }, more))
}

function stillNeeded(binder: Binder, symbol: PolicySymbol, omitted: readonly Ref[], adopted: readonly Held[]): void {
  const gone = (name: string) =>
    omitted.find((ref) =>
      adopted.some((held) => typedNames(held.symbol).includes(ref.text) && typedNames(held.symbol).includes(name)),
    )
  for (const { symbol: step } of layoutOf(binder, symbol).steps) {
    if (step.parent === symbol) continue
    for (const used of stepRefs(step.decl)) {
      const ref = gone(used.text)
      if (!ref) continue
      const labels = [{ span: used.span, word: 'used', args: { step: shownName(step) } }]
      binder.diagnostics.push(finding('N228', ref.span, { name: ref.text, step: shownName(step) }, { labels }))
    }
  }
}
