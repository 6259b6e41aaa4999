import type { Field } from '../../dsl/lower/program.ts'
import type { Blocked, Missing } from '../types.ts'
import { causeOf, elementName, labelOf, labelOfId } from './condition.ts'
import { absentElement, elementAt, fieldOf, listOf } from './element.ts'
import type { BlockNode, Collect, ElementName, Need } from './explanation.ts'
import { factOf } from './fact.ts'
import type { Element, World } from './world.ts'

const SEGMENT = /^(.*?)(?:\[([0-9]+|\*)\])?(?:@(-?[0-9]+))?$/

function chainOf(world: World, element: Element): ElementName[] {
  return element.parent === undefined ? [] : [...chainOf(world, element.parent), elementName(world, element)]
}

function need(world: World, path: string, element: Element, field: Field, rest: boolean, year: number | undefined): Need {
  const base = { path, of: chainOf(world, element), label: labelOf(field) }
  if (field.type.kind === 'list') return { ...base, list: rest ? 'rest' : 'list' }
  const cause = causeOf(world, factOf(world, element, field, year))
  return {
    ...base,
    ...(year === undefined ? {} : { year }),
    ...(field.judgement === undefined ? {} : { roles: field.judgement.roles.map((id) => labelOfId(world.roles, id)) }),
    ...(field.channel === undefined ? {} : { channel: labelOfId(world.channels, field.channel) }),
    ...(cause === undefined ? {} : { cause }),
  }
}

/** A fact path of a record (`members[2].dropout`, `village.has_team`, `net_income_pc@2018`, `members[*]`) with the names and the supplier of its fact. */
export function needOf(world: World, path: string): Need {
  let element = world.subject
  const segments = path.split('.')
  for (const [index, segment] of segments.entries()) {
    const [, id = '', at, year] = SEGMENT.exec(segment) ?? []
    const field = fieldOf(element, id)
    const last = index === segments.length - 1
    if (last && (at === undefined || at === '*'))
      return need(world, path, element, field, at === '*', year === undefined ? undefined : Number(year))
    if (field.type.kind === 'list') {
      const list = listOf(world, element, field)
      element = list.elements[Number(at)] ?? absentElement(world, element, field)
    } else
      element = elementAt(world, [element], {
        kind: 'member',
        of: { kind: 'element', depth: 0 },
        entity: element.entity.id,
        field: id,
      })
  }
  return { path, of: chainOf(world, element.parent ?? element), label: elementName(world, element).label }
}

function blockOf(
  world: World,
  blocked: Blocked,
  items: ReadonlyMap<string, { readonly zh: string; readonly en: string }>,
): BlockNode {
  const base = { kind: blocked.kind, id: blocked.id }
  switch (blocked.kind) {
    case 'parameter': {
      const time = world.parameters.get(blocked.id)?.timed === 'as_of' ? world.times.asOf : String(world.times.year)
      return { ...base, label: labelOfId(world.parameters, blocked.id), time }
    }
    case 'external':
      return { ...base, label: labelOfId(world.externals, blocked.id) }
    case 'empty-share':
    case 'division-by-zero':
    case 'table-gap':
      return { ...base, label: items.get(blocked.id) ?? { zh: blocked.id, en: blocked.id } }
    default: {
      const unreachable: never = blocked.kind
      throw new RangeError(String(unreachable))
    }
  }
}

/** What a record says is still needed, in names. */
export function collectOf(
  world: World,
  missing: Missing,
  items: ReadonlyMap<string, { readonly zh: string; readonly en: string }>,
): Collect {
  const named = (sets: Missing['met']) =>
    sets.filter((set) => set.length > 0).map((set) => set.map((path) => needOf(world, path)))
  return {
    toMeet: named(missing.met),
    toFail: named(missing.unmet),
    blocked: missing.blocked.map((blocked) => blockOf(world, blocked, items)),
    truncated: missing.truncated,
  }
}
