import { fromInteger, multiply, parseRational, type Rational, toDecimalText } from '../../dsl/value/index.ts'
import type { ConditionNode, Figure, Label } from './explanation.ts'
import type { CompareId, Words } from './words.ts'

const MAX_DECIMALS = 4
const PERCENT = fromInteger(100)

/** A name of a declared thing in the reader's language. */
export function labelText(label: Label, w: Words): string {
  return w.name(label[w.lang])
}

/** 'YYYY-MM-DD' in words; any other text as it stands. */
export function dateText(text: string, w: Words): string {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text)
  return parts === null ? text : w.date(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** A year or a date as periods write them. */
export function momentText(text: string, w: Words): string {
  return /^[0-9]{4}$/.test(text) ? w.year(text) : dateText(text, w)
}

function digits(number: Rational, figure: Figure): string {
  if (figure.kind === 'ratio') return `${toDecimalText(multiply(number, PERCENT), MAX_DECIMALS)}%`
  const text = toDecimalText(number, MAX_DECIMALS, { grouping: true })
  // Money is written to the cent as soon as it has cents.
  return figure.decimals === 2 && /\.[0-9]$/.test(text) ? `${text}0` : text
}

function numberText(fraction: string | undefined, figure: Figure, w: Words): string | undefined {
  const number = fraction === undefined ? undefined : parseRational(fraction)
  if (number === undefined) return undefined
  return figure.kind === 'year' ? w.year(toDecimalText(number)) : w.quantity(digits(number, figure), figure.unit?.[w.lang])
}

/** A figure with its unit: 3,661.50 元/人·年, 2%, 2019年, 未知. */
export function figureText(figure: Figure, w: Words): string {
  if (figure.state === 'nothing') return w.nothing
  if (figure.state === 'unknown') {
    const high = numberText(figure.high, figure, w)
    const { unit: _, ...bare } = figure
    return w.range(numberText(figure.low, high === undefined ? figure : bare, w), high)
  }
  switch (figure.kind) {
    case 'number':
    case 'ratio':
    case 'year':
      return numberText(figure.value, figure, w) ?? w.unknown
    case 'date':
      return dateText(figure.value ?? '', w)
    case 'truth':
      return w.truth[figure.value === 'true' ? 'true' : 'false']
    case 'enum':
      return figure.label === undefined ? (figure.value ?? '') : labelText(figure.label, w)
    case 'text':
      return w.quote(figure.value ?? '')
    default: {
      const unreachable: never = figure.kind
      throw new RangeError(String(unreachable))
    }
  }
}

/** A distance between two figures: 38.51 元/人·年, 4 个百分点. */
export function distanceText(figure: Figure, w: Words): string {
  const number = figure.value === undefined ? undefined : parseRational(figure.value)
  if (figure.kind === 'ratio' && number !== undefined) return w.points(toDecimalText(multiply(number, PERCENT), MAX_DECIMALS))
  return figureText(figure, w)
}

/** The relation of a comparison to its right side: 超过 3,700 元/人·年, or its opposite. */
export function relation(word: string, right: string, holds: boolean, w: Words): string {
  const phrase = w.compare[word as CompareId] ?? w.compare.eq
  return w.fill(phrase[holds ? 0 : 1], right)
}

/** Whose elements a list node runs over, with its filter: 患大病的成员. */
export function membersText(node: ConditionNode, w: Words): string {
  const of = w.whose(
    (node.of ?? []).map((label) => labelText(label, w)),
    node.list === undefined ? '' : labelText(node.list.of, w),
  )
  return w.members(of, node.filter === undefined ? undefined : phrase(node.filter, w))
}

/** What a named node is called: 所在村的贫困发生率, 2018年年人均纯收入. */
export function nameText(node: ConditionNode, w: Words): string {
  const own = labelText(node.label ?? { zh: '', en: '' }, w)
  const name = node.kind === 'field' && node.year !== undefined ? w.ofYear(own, String(node.year)) : own
  return w.whose(
    (node.of ?? []).map((label) => labelText(label, w)),
    name,
  )
}

const ARITHMETIC: Readonly<Record<string, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' }
const LOOSE: ReadonlySet<string> = new Set(['and', 'or', 'arithmetic', 'if'])

/** The sign of a computation; absent: it is none. */
function signOf(node: ConditionNode): string | undefined {
  if (node.kind === 'ratio') return '/'
  return node.kind === 'arithmetic' ? (node.word ?? '+') : undefined
}

/** Whether a part of a computation by `sign` would be read otherwise without brackets: a × (b + c), a − (b − c), a ÷ (b × c), a × (b ÷ c). */
export function regroups(part: ConditionNode, sign: string, place: number): boolean {
  const own = signOf(part)
  if (own === undefined) return false
  const tight = (one: string) => one === '*' || one === '/'
  if (tight(own) !== tight(sign)) return tight(sign)
  return place > 0 && (sign === '-' || sign === '/' || own === '/')
}

/** Whether a node is no more than its first part: a reading is its choice, 甲 = 是 is 甲. */
function isMerely(node: ConditionNode): boolean {
  const [left, right] = node.parts
  if (node.kind === 'compare') return left?.truth !== undefined && right?.kind === 'literal' && right.truth === 'true'
  return node.kind === 'reading'
}

/** What a node is in the end: its reading’s choice, what it compares with 是. */
export function meaning(node: ConditionNode): ConditionNode {
  const [first] = node.parts
  return first !== undefined && isMerely(node) ? meaning(first) : node
}

/** Whether a part is put in brackets; a negation has its own. */
function bracketed(part: ConditionNode, node: ConditionNode, place: number): boolean {
  if (node.kind === 'not' || isMerely(node)) return false
  const inner = meaning(part)
  const sign = signOf(node)
  if (sign !== undefined && signOf(inner) !== undefined) return regroups(inner, sign, place)
  return LOOSE.has(inner.kind) && inner.kind !== node.kind
}

/** The opposite of a condition, in one pair of brackets or quotation marks. */
function negated(node: ConditionNode, w: Words): string {
  return w.not(phrase(node, w), meaning(node).label !== undefined)
}

/** A condition or figure as written in the policy, in words, without its facts. */
export function phrase(node: ConditionNode, w: Words): string {
  const parts = node.parts.map((part, place) =>
    bracketed(part, node, place) ? w.aside(phrase(part, w)).trim() : phrase(part, w),
  )
  const [first = '', second = '', third = ''] = parts
  const body = node.body === undefined ? undefined : phrase(node.body, w)
  switch (node.kind) {
    case 'literal':
      return node.figure === undefined ? w.truth[node.truth ?? 'unknown'] : figureText(node.figure, w)
    case 'field':
    case 'parameter':
    case 'external':
    case 'definition':
      return nameText(node, w)
    case 'meets':
      return w.meets(
        (node.of ?? []).map((label) => labelText(label, w)).join(w.list(['', ''])),
        labelText(node.label ?? { zh: '', en: '' }, w),
      )
    case 'time':
      return w.time[node.word === 'year' ? 'year' : 'as_of']
    case 'not':
      return node.parts[0] === undefined ? '' : negated(node.parts[0], w)
    case 'and':
      return parts.join(w.and)
    case 'or':
      return parts.join(w.or)
    case 'compare': {
      const [left, right] = node.parts
      if (left?.truth !== undefined && right?.kind === 'literal') return right.truth === 'true' ? first : negated(left, w)
      const related = relation(node.word ?? 'eq', second, true, w)
      return w.lang === 'zh' ? `${first}${related}` : `${first} ${related}`
    }
    case 'between':
      return w.between(first, second, third, node.word ?? '')
    case 'in':
      return `${first}${w.lang === 'zh' ? '' : ' '}${w.among(parts.slice(1), true)}`
    case 'has':
      return w.has(first, true)
    case 'status':
      return w.known(first, node.word === 'known')
    case 'negate':
      return `−${first}`
    case 'arithmetic':
      return parts.join(ARITHMETIC[node.word ?? '+'])
    case 'round':
      return w.rounded(
        first,
        node.word ?? '',
        figureText({ ...node.figure, kind: 'number', state: 'known', value: node.step ?? '1' }, w),
      )
    case 'extreme':
      return w.extreme(parts, node.word ?? '')
    case 'if':
      return w.ifElse(first, second, third)
    case 'reading':
      return first
    case 'table':
      return w.byTable
    case 'quantifier':
      return w.quantified(node.word ?? '', membersText(node, w), body)
    case 'count':
      return w.countOf(membersText(node, w))
    case 'sum':
      return w.sumOf(membersText(node, w), body ?? '')
    case 'share':
      return w.shareOf(membersText(node, w), body ?? '')
    case 'ratio':
      return parts.join(ARITHMETIC['/'])
    case 'datePart':
      return w.datePart(first, node.word ?? '')
    case 'dateAdd':
      return w.dateAdd(first, node.amount ?? 0, node.word ?? '')
    case 'daysBetween':
      return w.daysFrom(first, second)
    case 'fullYears':
      return w.yearsFrom(first, second)
    case 'score':
      return w.total(parts)
    default: {
      const unreachable: never = node.kind
      throw new RangeError(String(unreachable))
    }
  }
}
