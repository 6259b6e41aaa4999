import type { Expr, Place } from '../../dsl/lower/program.ts'
import type { Truth } from '../../dsl/value/truth.ts'
import { type Element, memberOf } from '../facts/element.ts'
import type { Run } from '../run/scope.ts'
import { truthOf } from '../run/truth.ts'
import type { Reader, Region } from './region.ts'

/** A truth for a row of the innermost region: 0 false, 1 true, 2 unknown. */
export type TruthAt = (row: number) => number

/** An element that expressions can name: its region, and which row quantifiers have come to. */
export interface Frame {
  readonly region: Region
  row: number
}

/** What compiling shares: the times and readings are settled, the facts are not. */
export interface Shop {
  readonly run: Run
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** the facts being decided, read by the exact reader when first asked for */
  readonly exact: () => Element
  /** counts the records, so that what was worked out for one is not taken for the next */
  readonly record: { number: number }
  /** definitions and standards compiled so far, by region */
  readonly kept: Map<Region, Map<string, unknown>>
}

/** Where a place's rows are: `row` maps the innermost row to the region's. */
export interface Site {
  readonly region: Region
  readonly inner: boolean
  readonly row: TruthAt
}

/** Finds the region of a place; undefined when it was not laid out. */
export function siteOf(place: Place, frames: readonly Frame[]): Site | undefined {
  if (place.kind === 'member') {
    const owner = siteOf(place.of, frames)
    const region = owner?.region.byField.get(place.field)?.child
    return owner && region && { ...owner, region }
  }
  const frame = frames[frames.length - 1 - place.depth]!
  if (place.depth === 0) return { region: frame.region, inner: true, row: (row) => row }
  return { region: frame.region, inner: false, row: () => frame.row }
}

/** The slot of a field, or undefined when its facts are left to the exact reader. */
export function slotOf(
  place: Place,
  field: string,
  frames: readonly Frame[],
): { readonly site: Site; readonly reader: Reader } | undefined {
  const site = siteOf(place, frames)
  const reader = site?.region.byField.get(field)
  if (site === undefined || reader === undefined) return undefined
  site.region.used.add(reader)
  use(site.region)
  return { site, reader }
}

/** Marks the slots that lead to a region as looked at. */
export function use(region: Region): void {
  // INVARIANT: all closures are made before the first record is read, so that whoever looks at a slot is known by then.
  const reader = region.link && region.parent?.byField.get(region.link.field.id)
  if (reader === undefined) return
  region.parent!.used.add(reader)
  use(region.parent!)
}

/** The exact evaluator for a truth the quick one has no closure for. */
export function exactTruth(shop: Shop, expr: Expr, frames: readonly Frame[]): TruthAt {
  const innermost = frames[frames.length - 1]
  return (row): Truth => {
    const env = frames.map((frame) => elementAt(shop, frame.region, frame === innermost ? row : frame.row))
    return truthOf(shop.run, expr, env)
  }
}

/** The exact reader's element that stands in a row. */
function elementAt(shop: Shop, region: Region, row: number): Element {
  const { parent, link } = region
  if (parent === undefined || link === undefined) return shop.exact()
  if (region.kind === 'member') return memberOf(elementAt(shop, parent, row), link, region.plan)
  const ownerRow = region.owners[row]!
  const owner = elementAt(shop, parent, ownerRow)
  const fact = owner.facts[link.index]
  const first = parent.lists[(ownerRow * parent.width + link.index) * 3]!
  if (fact?.kind !== 'list') throw new RangeError(`no list where one was read: ${link.field.id}`)
  return fact.elements[row - first]!
}

/** Something compiled once per region and name. */
export function keep<T>(shop: Shop, region: Region, name: string, make: () => T): T {
  let names = shop.kept.get(region)
  if (names === undefined) {
    names = new Map()
    shop.kept.set(region, names)
  }
  if (!names.has(name)) names.set(name, make())
  return names.get(name) as T
}
