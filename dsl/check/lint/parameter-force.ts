import { referencesBelow } from '../../bind/references.ts'
import { type PolicySymbol, type SymbolKind, shownName } from '../../bind/symbol.ts'
import type { Label } from '../../diagnostics/diagnostic.ts'
import type { Unit } from '../../link/unit.ts'
import { clause } from '../../syntax/access.ts'
import { type Force, forceOf, onAxis } from './force.ts'
import { isSound, type Linter, note, within } from './linter.ts'
import { axisOf, type Entry, entriesFor, entriesOf } from './parameter-entry.ts'
import { categoriesAsked } from './parameter-use.ts'
import { periodText, periodTexts, shared, uncovered } from './period.ts'

const BETWEEN = ['D503', 'D504']
const UNITS: readonly SymbolKind[] = ['policy', 'vocabulary', 'source']

/** D501 parameters without a value, D502 those without one for part of a policy's time, D505 values that policy never reads. */
export function lintForce(lint: Linter): void {
  if (!lint.checked.binding.symbols.some(({ kind }) => kind === 'parameter')) return
  const users = new Map<PolicySymbol, { readonly unit: Unit; readonly force: Force }[]>()
  for (const unit of lint.checked.binding.linked.units) {
    const force = unit.kind === 'policy' ? forceOf(unit) : undefined
    if (!force) continue
    for (const parameter of parametersOf(lint, unit)) {
      const list = users.get(parameter) ?? []
      users.set(parameter, [...list, { unit, force }])
    }
  }
  for (const [parameter, policies] of users) if (isSound(lint, parameter.decl)) lintUse(lint, parameter, policies)
}

/** Parameters a policy's own rules read, through definitions and standards of others too. */
function parametersOf(lint: Linter, unit: Unit): ReadonlySet<PolicySymbol> {
  const { binding } = lint.checked
  const reached = new Set<PolicySymbol>()
  const open = [unit.decl]
  for (let decl = open.pop(); decl; decl = open.pop()) {
    for (const { resolution } of referencesBelow(decl, { get: (ref) => binding.resolutionOf(ref) })) {
      if (resolution.kind === 'builtin' || reached.has(resolution.symbol) || UNITS.includes(resolution.symbol.kind)) continue
      reached.add(resolution.symbol)
      // What the policy declares itself is below its own declaration.
      if (resolution.symbol.kind !== 'entity' && resolution.symbol.unit !== unit) open.push(resolution.symbol.decl)
    }
  }
  return new Set([...reached].filter((symbol) => symbol.kind === 'parameter'))
}

function lintUse(
  lint: Linter,
  parameter: PolicySymbol,
  policies: readonly { readonly unit: Unit; readonly force: Force }[],
): void {
  const axis = axisOf(parameter.decl)
  const entries = entriesOf(lint, parameter.decl)
  // What is wrong between the values has been said, and is why some years have none.
  if (!entries || lint.found.some(({ code, span }) => BETWEEN.includes(code) && within(span, parameter.decl.span))) return
  const categories = categoriesAsked(lint, parameter)
  const idle = idleEntries(parameter, entries, policies)
  for (const { entry, user } of idle) {
    const label = forceLabel(user.unit, user.force)
    note(lint, 'D505', entry.decl.keywordSpan, { name: shownName(parameter) }, { labels: [label] })
  }
  // A value of the wrong year is what the right year lacks: one word about it is enough.
  if (idle.length > 0) return
  const labels: Label[] = []
  const texts = { zh: new Set<string>(), en: new Set<string>() }
  for (const { unit, force } of policies) {
    const time = onAxis(force.days, axis)
    for (const category of categories) {
      const missing = uncovered(
        time,
        entriesFor(entries, unit, category).map((entry) => entry.period),
      )
      if (missing.length === 0) continue
      const of = category ? shownName(category) : undefined
      texts.zh.add(`${of === undefined ? '' : `${of}：`}${periodTexts(missing, axis, 'zh')}`)
      texts.en.add(`${of === undefined ? '' : `${category?.name.id ?? of}: `}${periodTexts(missing, axis, 'en')}`)
      if (!labels.some((label) => label.span === force.decl.span)) labels.push(forceLabel(unit, force))
    }
  }
  if (labels.length === 0) return
  const bare = entries.length === 0 && clause(parameter.decl, 'note') === undefined
  const args = { name: shownName(parameter), missing: [...texts.zh].join('；'), missingEn: [...texts.en].join('; ') }
  note(lint, bare ? 'D501' : 'D502', parameter.name.span, args, { labels })
}

/** Values outside the time in force of the policy that declares the parameter. Vocabularies may keep the history others need. */
function idleEntries(
  parameter: PolicySymbol,
  entries: readonly Entry[],
  policies: readonly { readonly unit: Unit; readonly force: Force }[],
): readonly { readonly entry: Entry; readonly user: { readonly unit: Unit; readonly force: Force } }[] {
  const user = policies.find(({ unit }) => unit === parameter.unit)
  if (!user || policies.length > 1) return []
  const time = onAxis(user.force.days, axisOf(parameter.decl))
  return entries.flatMap((entry) => (shared(entry.period, time) ? [] : [{ entry, user }]))
}

function forceLabel(unit: Unit, { decl, days }: Force): Label {
  const policy = unit.decl.name?.zh ?? unit.decl.name?.id ?? ''
  const args = { policy, force: periodText(days, 'day', 'zh'), forceEn: periodText(days, 'day', 'en') }
  return { span: decl.span, word: 'force', args }
}
