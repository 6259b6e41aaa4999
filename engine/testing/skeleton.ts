import type { Expr, Item, Program, Standard } from '../../dsl/lower/program.ts'

/** The boolean shape of a condition: atoms are whatever is not ∧ ∨ ¬, told apart by their meaning. */
export type Skeleton =
  | { readonly kind: 'atom'; readonly key: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly operand: Skeleton }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Skeleton[] }
  | { readonly kind: 'at_least'; readonly n: number; readonly items: readonly Skeleton[] }

/** When an item stops the exit, as a boolean shape. Readings are taken as chosen in the program unless overridden. */
export function failing(program: Program, item: Item, readings: Readonly<Record<string, string>> = {}): Skeleton {
  const value = itemSkeleton(program, item, item.kind === 'bar' || item.kind === 'suspend', readings)
  return item.kind === 'must' ? { kind: 'not', operand: value } : value
}

/** When a part speaks against the exit: false under 须, true under 不得. */
export function adverse(program: Program, part: Item, asBar: boolean, readings: Readonly<Record<string, string>> = {}): Skeleton {
  const value = itemSkeleton(program, part, asBar, readings)
  return asBar ? value : { kind: 'not', operand: value }
}

/** Items of the standard that exist under the readings. */
export function itemsInForce(program: Program, standard: Standard, readings: Readonly<Record<string, string>> = {}): Item[] {
  const chosen = (id: string) => readings[id] ?? program.readings.find((r) => r.id === id)?.chosen
  return standard.items.filter((item) => item.under.every((u) => chosen(u.reading) === u.choice))
}

function itemSkeleton(program: Program, item: Item, asBar: boolean, readings: Readonly<Record<string, string>>): Skeleton {
  const of = (e: Expr) => skeleton(program, e, readings, '')
  let value: Skeleton
  if (item.group) {
    const items = item.group.parts.map((part) => itemSkeleton(program, part, asBar, readings))
    value =
      item.group.mode === 'all'
        ? { kind: 'and', items }
        : item.group.mode === 'any'
          ? { kind: 'or', items }
          : { kind: 'at_least', n: item.group.n ?? items.length, items }
  } else value = item.condition ? of(item.condition) : { kind: 'constant', value: true }
  if (item.deemed.length > 0) value = { kind: 'or', items: [value, ...item.deemed.map(of)] }
  if (item.except.length > 0)
    value = { kind: 'and', items: [value, ...item.except.map((e): Skeleton => ({ kind: 'not', operand: of(e) }))] }
  if (!item.when) return value
  return asBar
    ? { kind: 'and', items: [of(item.when), value] }
    : { kind: 'or', items: [{ kind: 'not', operand: of(item.when) }, value] }
}

function skeleton(program: Program, e: Expr, readings: Readonly<Record<string, string>>, place: string): Skeleton {
  const of = (inner: Expr) => skeleton(program, inner, readings, place)
  switch (e.kind) {
    case 'and':
    case 'or':
      return { kind: e.kind, items: e.items.map(of) }
    case 'not':
      return { kind: 'not', operand: of(e.operand) }
    case 'literal':
      return e.literal.kind === 'boolean' ? { kind: 'constant', value: e.literal.value } : { kind: 'atom', key: keyOf(e, place) }
    case 'reading': {
      const choice = readings[e.reading] ?? program.readings.find((r) => r.id === e.reading)?.chosen
      const arm = e.arms.find((a) => a.choice === choice)
      return arm ? of(arm.value) : { kind: 'atom', key: keyOf(e, place) }
    }
    case 'definition': {
      const definition = program.definitions.find((d) => d.id === e.definition)
      if (definition?.type.kind !== 'boolean') return { kind: 'atom', key: keyOf(e, place) }
      const below = JSON.stringify(e.place ?? null)
      return skeleton(program, definition.value, readings, below === '{"kind":"element","depth":0}' ? place : `${place}${below}`)
    }
    case 'quantifier':
      // 没有 is ¬存在, 每个 … 满足 P is ¬存在 … ¬P: two items asking the same question share one atom
      if (e.quantifier === 'none')
        return { kind: 'not', operand: { kind: 'atom', key: keyOf({ ...e, quantifier: 'some' }, place) } }
      if (e.quantifier === 'every' && e.body) {
        const body: Expr = e.body.kind === 'not' ? e.body.operand : { kind: 'not', operand: e.body, id: e.id, span: e.span }
        return { kind: 'not', operand: { kind: 'atom', key: keyOf({ ...e, quantifier: 'some', body }, place) } }
      }
      return { kind: 'atom', key: keyOf(e, place) }
    default:
      return { kind: 'atom', key: keyOf(e, place) }
  }
}

/** An expression's meaning as text: node ids, spans and operator words left out. */
function keyOf(e: Expr, place: string): string {
  return place + JSON.stringify(e, (key, value) => (key === 'id' || key === 'span' || key === 'word' ? undefined : value))
}

/** The atoms of a shape. */
export function atoms(s: Skeleton, into: Set<string> = new Set()): Set<string> {
  if (s.kind === 'atom') into.add(s.key)
  else if (s.kind === 'not') atoms(s.operand, into)
  else if (s.kind !== 'constant') for (const item of s.items) atoms(item, into)
  return into
}

/** The shape's value when `trueAtoms` are true and all others false. */
export function holds(s: Skeleton, trueAtoms: ReadonlySet<string>): boolean {
  switch (s.kind) {
    case 'atom':
      return trueAtoms.has(s.key)
    case 'constant':
      return s.value
    case 'not':
      return !holds(s.operand, trueAtoms)
    case 'and':
      return s.items.every((item) => holds(item, trueAtoms))
    case 'or':
      return s.items.some((item) => holds(item, trueAtoms))
    case 'at_least':
      return s.items.filter((item) => holds(item, trueAtoms)).length >= s.n
  }
}

const MOST_ATOMS = 14

/** Whether `a` can never hold without `b`; undefined when there are too many atoms to try them all. */
export function forces(a: Skeleton, b: Skeleton): boolean | undefined {
  const all = [...atoms(a, atoms(b))]
  if (![...atoms(a)].some((key) => atoms(b).has(key))) return false
  if (all.length > MOST_ATOMS) return undefined
  for (let mask = 0; mask < 1 << all.length; mask++) {
    const world = new Set(all.filter((_, i) => mask & (1 << i)))
    if (holds(a, world) && !holds(b, world)) return false
  }
  return true
}
