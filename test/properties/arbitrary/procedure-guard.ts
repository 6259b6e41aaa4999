import type { Expr, ExprOf, Place } from '../../../dsl/lower/program.ts'
import type { Draw } from './draw.ts'
import { BOOLEAN, NOWHERE, NUMBER } from './vocabulary.ts'

export interface Nodes {
  readonly draw: Draw
  next: number
}

function node<K extends Expr['kind']>(nodes: Nodes, rest: Omit<ExprOf<K>, 'id' | 'span'>): Expr {
  return { id: nodes.next++, span: NOWHERE, ...rest } as unknown as Expr
}

const HERE: Place = { kind: 'element', depth: 0 }
const THERE: Place = { kind: 'member', of: HERE, entity: 'household', field: 'village' }

function flag(nodes: Nodes, place: Place, entity: string, field: string): Expr {
  return node<'field'>(nodes, { kind: 'field', place, entity, field, type: BOOLEAN })
}

export const figure = (nodes: Nodes, value: string): Expr =>
  node<'literal'>(nodes, { kind: 'literal', literal: { kind: 'number', value, unit: '' } })

export function amount(nodes: Nodes, entity: string): Expr {
  const field = entity === 'village' ? 'm' : 'n'
  return node<'field'>(nodes, { kind: 'field', place: HERE, entity, field, type: NUMBER })
}

/** A condition on the element: true, false or unknown as the facts and the day have it. */
export function guard(nodes: Nodes, entity: string): Expr {
  const { draw } = nodes
  switch (draw.int(1, 12)) {
    case 1:
      return node<'not'>(nodes, { kind: 'not', operand: guard(nodes, entity) })
    case 2:
    case 3:
      return node<'compare'>(nodes, {
        kind: 'compare',
        op: 'ge',
        word: 'ge',
        left: amount(nodes, entity),
        right: figure(nodes, String(draw.int(1, 6))),
      })
    case 4: {
      const value = draw.pick(['2019-10-05', '2019-11-10', '2020-01-01', '2020-11-01'])
      const right = node<'literal'>(nodes, { kind: 'literal', literal: { kind: 'date', value } })
      const left = node<'time'>(nodes, { kind: 'time', time: 'as_of' })
      return node<'compare'>(nodes, { kind: 'compare', op: draw.pick(['ge', 'lt']), word: '', left, right })
    }
    case 5:
      return draw.chance(25)
        ? node<'external'>(nodes, { kind: 'external', external: 'annex', type: BOOLEAN })
        : guard(nodes, entity)
    case 6:
      return {
        id: nodes.next++,
        span: NOWHERE,
        kind: draw.pick(['and', 'or']),
        items: [guard(nodes, entity), guard(nodes, entity)],
      }
    default:
      if (entity === 'village') return flag(nodes, HERE, 'village', 'p')
      return draw.chance(30) ? flag(nodes, THERE, 'village', 'p') : flag(nodes, HERE, 'household', draw.pick(['a', 'b']))
  }
}
