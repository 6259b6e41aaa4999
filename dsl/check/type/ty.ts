import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import { TYPE_WORDS } from '../../diagnostics/codes/types.ts'
import { formatUnit, NO_UNIT, parseUnit, sameUnit, type Unit } from '../../value/unit.ts'

/** The type of an expression while it is being checked. `nullable`: 无 may come out. */
export type Ty = { readonly nullable?: true } & (
  | { readonly kind: 'unknown' }
  | { readonly kind: 'boolean' }
  | NumberTy
  | { readonly kind: 'date' }
  | { readonly kind: 'year' }
  | { readonly kind: 'text' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'enum'; readonly enum: PolicySymbol }
  | { readonly kind: 'entity'; readonly entity: PolicySymbol }
  | { readonly kind: 'list'; readonly of: PolicySymbol; readonly atMost?: number }
)

export interface NumberTy {
  readonly kind: 'number'
  readonly nullable?: true
  readonly unit: Unit
  /** how the author wrote the kind; computed numbers are plain */
  readonly said: 'money' | 'integer' | 'ratio' | 'plain'
  readonly decimals?: number
  /** a bare figure or a count: takes the unit of the other side */
  readonly free?: true
  /** a quotient or product without unit: may stand against ratios and plain numbers alike */
  readonly quotient?: true
}

export const UNKNOWN: Ty = { kind: 'unknown' }
export const BOOLEAN: Ty = { kind: 'boolean' }
export const DATE: Ty = { kind: 'date' }
export const YEAR: Ty = { kind: 'year' }
/** A bare figure. */
export const FREE: NumberTy = { kind: 'number', unit: NO_UNIT, said: 'plain', free: true }
/** A count of things, ages: whole, takes the other side's unit. */
export const COUNT: NumberTy = { kind: 'number', unit: NO_UNIT, said: 'integer', decimals: 0, free: true }
export const RATIO: NumberTy = { kind: 'number', unit: NO_UNIT, said: 'ratio' }
export const DAYS: NumberTy = { kind: 'number', unit: { day: 1 }, said: 'integer', decimals: 0 }

/** The unit a tree's zh spelling names; unknown spellings have been reported by the parser and count as none. */
export function unitOf(text: string | undefined): Unit {
  return text === undefined ? NO_UNIT : (parseUnit(text) ?? NO_UNIT)
}

/** The same type with 无 possible or not. */
export function withNullable(ty: Ty, nullable: boolean): Ty {
  if ((ty.nullable === true) === nullable) return ty
  const { nullable: _, ...rest } = ty
  return (nullable ? { ...rest, nullable: true } : rest) as Ty
}

/** How a type is said to an author, in both languages: 金额 元/人·年. */
export function tyWords(ty: Ty): { readonly zh: string; readonly en: string } {
  switch (ty.kind) {
    case 'number': {
      const words =
        ty.said === 'plain' && ty.unit['yuan'] === 1 ? TYPE_WORDS.money : TYPE_WORDS[ty.said === 'plain' ? 'number' : ty.said]
      return { zh: `${words.zh} ${formatUnit(ty.unit, 'zh')}`.trim(), en: `${words.en} ${formatUnit(ty.unit, 'en')}`.trim() }
    }
    case 'enum':
      return named('enum', ty.enum)
    case 'entity':
      return named('entity', ty.entity)
    case 'list':
      return named('list', ty.of)
    default:
      return TYPE_WORDS[ty.kind]
  }
}

function named(kind: 'enum' | 'entity' | 'list', symbol: PolicySymbol): { readonly zh: string; readonly en: string } {
  const words = TYPE_WORDS[kind]
  return { zh: `${words.zh} ${shownName(symbol)}`, en: `${words.en} ${symbol.name.id ?? shownName(symbol)}` }
}

/** Arguments `name` and `nameEn` for a message that names a type. */
export function tyArgs<K extends string>(name: K, ty: Ty): Readonly<Record<string, string>> {
  const words = tyWords(ty)
  return { [name]: words.zh, [`${name}En`]: words.en }
}

/** Whether values of one type may stand for those of the other, units included; free numbers adapt. */
export function sameTy(a: Ty, b: Ty): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.free === true || b.free === true || sameUnit(a.unit, b.unit)
  if (a.kind === 'enum' && b.kind === 'enum') return a.enum === b.enum
  if (a.kind === 'entity' && b.kind === 'entity') return a.entity === b.entity
  return a.kind === b.kind
}
