import type { Cite, Item, Term } from '../../dsl/lower/program.ts'
import { TRUE } from '../../dsl/value/index.ts'
import type { ItemRecord } from '../types.ts'
import { conditionOf, labelOf, labelOfId } from './condition.ts'
import type { CiteNode, ItemNode, Remedy } from './explanation.ts'
import { allOf, anyOf, type Way, wayTo } from './remedy.ts'
import type { ItemTrace } from './standard.ts'
import type { Trace } from './trace-node.ts'
import type { Element, World } from './world.ts'

/** Clauses with the titles of their sources. */
export function citesOf(world: World, cites: readonly Cite[]): CiteNode[] {
  return cites.map((cite) => {
    const source = world.program.sources.find((one) => one.id === cite.source)
    if (source === undefined) return { article: cite.article }
    return { source: labelOf(source), ...(source.title === undefined ? {} : { title: source.title }), article: cite.article }
  })
}

function roles(world: World, ids: readonly string[]): Pick<Term, 'zh' | 'en'>[] {
  return ids.map((id) => labelOfId(world.roles, id))
}

/** What makes an item's own condition, with what is deemed and excepted, come out `want`. */
function heldWay(world: World, elements: readonly Element[], one: ItemTrace, want: boolean): Way {
  const scope = { world, elements }
  const way = (trace: Trace, wanted: boolean): Way => wayTo(scope, trace, wanted)
  const parts = one.parts.map((part) => valueWay(world, elements, part, want))
  const { group } = one.item
  const needed = group === undefined || group.mode === 'all' ? one.parts.length : group.mode === 'any' ? 1 : (group.n ?? 1)
  // Making "at least n of m" false takes m − n + 1 parts that are false.
  const own =
    group !== undefined
      ? anyOf(parts, want ? needed : one.parts.length - needed + 1)
      : one.own === undefined
        ? want
          ? 'done'
          : 'never'
        : way(one.own, want)
  const deemed = one.deemed.map((trace) => way(trace, want))
  const except = one.except.map((trace) => way(trace, !want))
  if (want) return allOf([anyOf([own, ...deemed]), ...except])
  return anyOf([allOf([own, ...deemed]), ...except])
}

/** The same for its value; the condition 当 is offered only where nothing else would do. */
function valueWay(world: World, elements: readonly Element[], one: ItemTrace, want: boolean): Way {
  if ((one.value === TRUE) === want && one.value !== 2) return 'done'
  const held = heldWay(world, elements, one, want)
  if (one.when === undefined || (held !== 'never' && held !== 'done')) return held
  const conditional = wayTo({ world, elements }, one.when, !want)
  return held === 'done' ? wayTo({ world, elements }, one.when, want) : conditional
}

function remedyOf(world: World, elements: readonly Element[], one: ItemTrace): Remedy | undefined {
  const { item } = one
  if (one.effect !== 'fail' && one.effect !== 'hold') return undefined
  const label = labelOf(item)
  const depart: Way[] = item.inPrinciple ? [{ kind: 'depart', item: label }] : []
  let way: Way
  if (item.kind === 'must' || item.kind === 'part') way = anyOf([valueWay(world, elements, one, true), ...depart])
  else {
    const how = valueWay(world, elements, one, false)
    const end: Way =
      typeof how === 'object'
        ? { kind: 'end', situation: label, how }
        : how === 'never'
          ? 'never'
          : { kind: 'end', situation: label }
    const recheck: Way[] = item.kind === 'suspend' ? [{ kind: 'recheck', item: label, roles: roles(world, item.reviewers) }] : []
    way = anyOf([...recheck, end, ...depart])
  }
  return typeof way === 'object' ? way : undefined
}

/** An item of the record with its reasons. */
export function itemNode(world: World, element: Element, one: ItemTrace, records: ReadonlyMap<string, ItemRecord>): ItemNode {
  const item: Item = one.item
  const elements = [element]
  const record = records.get(item.id)
  const remedy = remedyOf(world, elements, one)
  const value = record?.value ?? (one.value === TRUE ? 'true' : one.value === 2 ? 'unknown' : 'false')
  const applied = record?.applied
  const exception = record?.exception
  const condition = (trace: Trace) => conditionOf(world, trace, elements)
  return {
    id: item.id,
    label: labelOf(item),
    kind: item.kind,
    inPrinciple: item.inPrinciple,
    cites: citesOf(world, item.cites),
    value,
    effect: record?.effect ?? one.effect,
    ...(applied === undefined ? {} : { applied }),
    ...(exception === undefined ? {} : { exception }),
    ...(one.recheck === undefined ? {} : { recheck: { ...one.recheck, role: labelOfId(world.roles, one.recheck.role) } }),
    reviewers: roles(world, item.reviewers),
    ...(item.group === undefined
      ? {}
      : { group: { mode: item.group.mode, count: item.group.n ?? (item.group.mode === 'any' ? 1 : one.parts.length) } }),
    ...(one.when === undefined ? {} : { when: condition(one.when) }),
    ...(one.own === undefined ? {} : { condition: condition(one.own) }),
    deemed: one.deemed.map(condition),
    except: one.except.map(condition),
    parts: one.parts.map((part) => itemNode(world, element, part, records)),
    ...(remedy === undefined ? {} : { remedy }),
  }
}
