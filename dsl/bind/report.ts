import { KIND_WORDS } from '../diagnostics/codes/names.ts'
import type { Edit, Fix, Label } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import type { Ref } from '../syntax/expression.ts'
import { type Binder, type Context, scopeOf } from './binder.ts'
import { BUILTINS } from './builtins.ts'
import { isDoubtful } from './doubt.ts'
import { VALUE_KINDS } from './lookup.ts'
import { reportRun } from './run-together.ts'
import { find, visibleSymbols } from './scope.ts'
import { type PolicySymbol, type SymbolKind, shownName, typedNames } from './symbol.ts'

const PLAIN_NAME = /^(?:[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+|[A-Za-z_][A-Za-z0-9_]*)$/u

/** How a name is typed: quoted when it is no single run. */
export function spelled(name: string): string {
  return PLAIN_NAME.test(name) ? name : `「${name}」`
}

/** One fix per name: write it instead. */
export function replacements(ref: Ref, names: readonly string[]): readonly Fix[] {
  return names.map(
    (name): Fix => ({ word: 'replace', args: { to: name }, edits: [{ span: ref.span, text: spelled(name) } satisfies Edit] }),
  )
}

/** A label at a symbol's declared name. */
export function declaredLabel(symbol: PolicySymbol, word: string, args: Label['args'] = {}): Label {
  return { span: symbol.name.span, word, args }
}

/** Names that mean something in an expression here; those of `expected` first. */
export function namesInSight(binder: Binder, context: Context, expected?: PolicySymbol): readonly string[] {
  const scope = scopeOf(binder, context.unit)
  const values = visibleSymbols(scope, ['enum']).flatMap((symbol) => symbol.members)
  const symbols = [
    ...(expected?.members ?? []),
    ...context.elements.flatMap((element) => [...element.members, element]),
    ...visibleSymbols(scope, VALUE_KINDS),
    ...values,
    ...BUILTINS.filter((entry) => entry.role === 'time'),
  ]
  return [...new Set(symbols.flatMap(typedNames))]
}

/** N220 when the run parts in exactly one way, N219 for an unknown value of an expected enumeration, N208 for a name of another kind, else N201. */
export function reportUnknown(binder: Binder, ref: Ref, context: Context, expected?: PolicySymbol): void {
  const names = namesInSight(binder, context, expected)
  if (reportRun(binder, ref, context, expected) || isDoubtful(binder, context.unit, ref.text)) return
  if (expected) {
    const near = nearest(ref.text, expected.members.flatMap(typedNames))
    const labels = [declaredLabel(expected, 'declared')]
    const args = { name: ref.text, enum: shownName(expected), near }
    binder.diagnostics.push(finding('N219', ref.span, args, { labels, fixes: replacements(ref, near) }))
    return
  }
  const any = find(scopeOf(binder, context.unit), ref.text, [
    'entity',
    'enum',
    'role',
    'channel',
    'relation',
    'reading',
    'standard',
    'source',
    'paper',
    'place',
    'calendar',
    'procedure',
    'register',
  ])
  if (any.kind === 'one') {
    reportWrongKind(binder, ref, any.symbol, 'operand')
    return
  }
  const values = new Set(
    visibleSymbols(scopeOf(binder, context.unit), ['enum']).flatMap((symbol) => symbol.members.flatMap(typedNames)),
  )
  // A value is meant only beside a field of its enumeration, and half a long run is no misspelling of it.
  const near = nearest(
    ref.text,
    names.filter((name) => !values.has(name) && name.length * 2 >= ref.text.length),
  )
  const elsewhere = visibleSymbols(scopeOf(binder, context.unit), ['entity'])
    .flatMap((entity) => entity.members)
    .filter((field) => typedNames(field).includes(ref.text))
  const labels = elsewhere
    .slice(0, 2)
    .map((field) => declaredLabel(field, 'field', { name: ref.text, entity: field.parent ? shownName(field.parent) : '' }))
  binder.diagnostics.push(finding('N201', ref.span, { name: ref.text, near }, { labels, fixes: replacements(ref, near) }))
}

/** N208. */
export function reportWrongKind(binder: Binder, ref: Ref, symbol: PolicySymbol, wanted: keyof typeof KIND_WORDS): void {
  const is = KIND_WORDS[symbol.kind]
  const want = KIND_WORDS[wanted]
  const args = { name: ref.text, found: is.zh, foundEn: withArticle(is.en), wanted: want.zh, wantedEn: withArticle(want.en) }
  binder.diagnostics.push(finding('N208', ref.span, args, { labels: [declaredLabel(symbol, 'declared', args)] }))
}

function withArticle(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`
}

/** N207. */
export function reportAmbiguous(binder: Binder, ref: Ref, symbols: readonly PolicySymbol[]): void {
  const place = (symbol: PolicySymbol) => (symbol.parent ? shownName(symbol.parent) : symbol.unit.id)
  const labels = symbols.map((symbol) => declaredLabel(symbol, 'candidate', { place: place(symbol) }))
  binder.diagnostics.push(finding('N207', ref.span, { name: ref.text, places: symbols.map(place) }, { labels }))
}

/** N218. */
export function reportNoElement(binder: Binder, ref: Ref, symbol: PolicySymbol, entity: PolicySymbol, context: Context): void {
  const args = {
    name: ref.text,
    entity: shownName(entity),
    here: context.elements.length ? context.elements.map(shownName) : ['—'],
  }
  binder.diagnostics.push(finding('N218', ref.span, args, { labels: [declaredLabel(symbol, 'declared')] }))
}

/** The symbol of one of these kinds a reference means; reports N223 (never suggesting `itself`), N208 or N207 and gives undefined when there is none. */
export function resolveKind(
  binder: Binder,
  ref: Ref,
  context: Context,
  kinds: readonly SymbolKind[],
  wanted: keyof typeof KIND_WORDS,
  itself?: PolicySymbol,
): PolicySymbol | undefined {
  const scope = scopeOf(binder, context.unit)
  const found = find(scope, ref.text, kinds)
  if (found.kind === 'one') {
    binder.resolutions.set(ref, { kind: 'symbol', symbol: found.symbol })
    return found.symbol
  }
  if (found.kind === 'many') {
    reportAmbiguous(binder, ref, found.symbols)
    return undefined
  }
  const other = find(scope, ref.text, Object.keys(KIND_WORDS) as SymbolKind[])
  if (other.kind === 'one') {
    reportWrongKind(binder, ref, other.symbol, wanted)
    return undefined
  }
  if (isDoubtful(binder, context.unit, ref.text)) return undefined
  const others = visibleSymbols(scope, kinds).filter((symbol) => symbol !== itself)
  const near = nearest(ref.text, others.flatMap(typedNames))
  const words = KIND_WORDS[wanted]
  binder.diagnostics.push(
    finding('N223', ref.span, { name: ref.text, wanted: words.zh, wantedEn: words.en, near }, { fixes: replacements(ref, near) }),
  )
  return undefined
}
