import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import type { Expr } from '../../syntax/expression.ts'
import { formatDay } from '../../value/date.ts'
import { equals, fromInteger, multiply, type Rational, toDecimalText } from '../../value/rational.ts'
import type { Cell, Piece } from './domain.ts'
import { symbolKey } from './key.ts'
import { type Linter, written } from './linter.ts'
import type { Operand } from './logic.ts'

export type Lang = 'zh' | 'en'

/** Some of an operand's cells in words: 3700 ≤ 年人均纯收入 < 5000; undefined when they are all of them. */
export function cellsText(
  lint: Linter,
  operand: Operand,
  all: readonly Cell[],
  some: readonly Cell[],
  lang: Lang,
): string | undefined {
  if (some.length === all.length) return undefined
  const name = operandText(lint, operand.expr, lang)
  const or = lang === 'zh' ? ' 或 ' : ' or '
  switch (operand.universe.kind) {
    case 'number':
      return [...rangeTexts(lint, operand, all, some, name, lang), ...special(some, name, lang)].join(or)
    case 'values':
      return [...valueTexts(lint, operand, some, name, lang), ...special(some, name, lang)].join(or)
    case 'signs': {
      const other = operand.against ? operandText(lint, operand.against, lang) : ''
      const signs = some.flatMap((cell) => (cell.kind === 'sign' ? [cell.sign] : []))
      const sign = signText(signs, lint.checked.typeOf(operand.expr).kind)
      return [...(sign ? [`${name} ${sign} ${other}`] : []), ...special(some, `${name}${or}${other}`, lang)].join(or)
    }
    default:
      return operand.universe satisfies never
  }
}

function signText(signs: readonly (-1 | 0 | 1)[], kind: string): string | undefined {
  const ordered = kind === 'number' || kind === 'date' || kind === 'year'
  const key = [...signs].sort((a, b) => a - b).join(' ')
  const words: Readonly<Record<string, string>> = {
    '-1': '<',
    '0': '=',
    '1': ordered ? '>' : '≠',
    '-1 0': '≤',
    '0 1': '≥',
    '-1 1': '≠',
  }
  return words[key]
}

function special(some: readonly Cell[], name: string, lang: Lang): readonly string[] {
  return some.flatMap((cell) => {
    if (cell.kind === 'nothing' || cell.kind === 'bothNothing') return [lang === 'zh' ? `${name} 是 无` : `${name} is nothing`]
    return cell.kind === 'empty' ? [lang === 'zh' ? `${name} 的分母为零` : `${name} is over nobody`] : []
  })
}

/** Neighbouring pieces joined: one text per unbroken stretch. */
function rangeTexts(
  lint: Linter,
  operand: Operand,
  all: readonly Cell[],
  some: readonly Cell[],
  name: string,
  lang: Lang,
): readonly string[] {
  const pieces = all.filter((cell) => cell.kind === 'piece')
  const chosen = new Set<Cell>(some)
  const runs: Piece[][] = []
  pieces.forEach((piece, i) => {
    if (!chosen.has(piece)) return
    const before = pieces[i - 1]
    if (before && chosen.has(before)) runs.at(-1)?.push(piece)
    else runs.push([piece])
  })
  const figure = (value: Rational) => figureText(lint, operand.expr, value, lang)
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!]
    // A bound that is the end of all values goes without saying.
    const low = first === pieces[0] ? undefined : first.low
    const high = last === pieces.at(-1) ? undefined : last.high
    if (first.low && last.high && equals(first.low, last.high)) return `${name} = ${figure(first.low)}`
    if (low && high) return `${figure(low)} ${first.lowOpen ? '<' : '≤'} ${name} ${last.highOpen ? '<' : '≤'} ${figure(high)}`
    if (low) return `${name} ${first.lowOpen ? '>' : '≥'} ${figure(low)}`
    if (high) return `${name} ${last.highOpen ? '<' : '≤'} ${figure(high)}`
    // All numbers, but not 无.
    return lang === 'zh' ? `有 ${name}` : `has ${name}`
  })
}

function figureText(lint: Linter, expr: Expr, value: Rational, lang: Lang): string {
  const ty = lint.checked.typeOf(expr)
  if (ty.kind === 'year') return lang === 'zh' ? `${value.n}年` : `${value.n}`
  if (ty.kind === 'date') return formatDay(Number(value.n))
  if (ty.kind === 'number' && ty.said === 'ratio') return `${toDecimalText(multiply(value, fromInteger(100)))}%`
  return toDecimalText(value)
}

function valueTexts(lint: Linter, operand: Operand, some: readonly Cell[], name: string, lang: Lang): readonly string[] {
  const values = some.flatMap((cell) => (cell.kind === 'value' ? [cell.value] : []))
  const members = optionsOf(lint, operand)
  const texts = values.map((value) => {
    const member = members.find((option) => symbolKey(option) === value)
    return member ? nameIn(member, lang) : value
  })
  const other = some.some((cell) => cell.kind === 'other')
    ? [lang === 'zh' ? `${name} 是别的文本` : `${name} is any other text`]
    : []
  if (values.length === 1 && values[0] === 'true') return [name]
  if (values.length === 1 && values[0] === 'false') return [lang === 'zh' ? `非 ${name}` : `not ${name}`]
  if (texts.length === 0) return other
  const list = lang === 'zh' ? `属于（${texts.join('、')}）` : `in (${texts.join(', ')})`
  return [texts.length === 1 ? `${name} = ${texts[0]}` : `${name} ${list}`, ...other]
}

function optionsOf(lint: Linter, operand: Operand): readonly PolicySymbol[] {
  if (operand.expr.kind === 'reading') return lint.checked.binding.symbolOf(operand.expr.reading)?.members ?? []
  const ty = lint.checked.typeOf(operand.expr)
  return ty.kind === 'enum' ? ty.enum.members : []
}

const nameIn = (symbol: PolicySymbol, lang: Lang) => (lang === 'en' ? (symbol.name.id ?? shownName(symbol)) : shownName(symbol))

/** An operand as it is named in that language, else as written. */
export function operandText(lint: Linter, expr: Expr, lang: Lang): string {
  const ref = expr.kind === 'name' ? expr.ref : expr.kind === 'reading' ? expr.reading : undefined
  const name = ref && lint.checked.binding.nameOf(ref)
  return (name && (lang === 'en' ? (name.id ?? name.zh) : (name.zh ?? name.id))) ?? written(lint, expr.span)
}
