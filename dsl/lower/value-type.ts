import type { Ty } from '../check/type/ty.ts'
import { formatUnit } from '../value/unit.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import type { ValueType } from './program.ts'

/** The program's spelling of a checked type; one object per type. */
export function valueType(lower: Lowerer, ty: Ty): ValueType {
  const known = lower.valueTypes.get(ty)
  if (known) return known
  const made = spelled(lower, ty)
  lower.valueTypes.set(ty, made)
  return made
}

function spelled(lower: Lowerer, ty: Ty): ValueType {
  switch (ty.kind) {
    case 'number':
      return {
        kind: 'number',
        unit: formatUnit(ty.unit, 'zh'),
        ...(ty.decimals === undefined ? {} : { decimals: ty.decimals }),
        ...(ty.said === 'ratio' ? { ratio: true as const } : {}),
      }
    case 'enum':
      return { kind: 'enum', enum: idOf(lower, ty.enum) }
    case 'entity':
      return { kind: 'entity', entity: idOf(lower, ty.entity) }
    case 'list':
      return { kind: 'list', entity: idOf(lower, ty.of), ...(ty.atMost === undefined ? {} : { atMost: ty.atMost }) }
    case 'boolean':
    case 'date':
    case 'year':
    case 'text':
      return { kind: ty.kind }
    case 'duration':
    case 'nothing':
    case 'unknown':
      // INVARIANT: a program is made from units without errors, and 无 alone is no value of any declared kind.
      return { kind: 'text' }
    default:
      return ty satisfies never
  }
}
