import { COMPARE_WORDS, type CompareWordId } from '../syntax/compare-words.ts'
import type { Cell, Cite, FormName, Forms, Option, TypeExpr } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'
import { exprDoc, LEVEL } from './expression.ts'
import { type Doc, GAP, group, indent, join, LINE, SOFT, spaced } from './layout.ts'
import { quotedText, yearText } from './literal.ts'
import { declaredName, refDoc } from './name.ts'
import { unitText } from './number.ts'
import type { Style } from './style.ts'

/** The words of a `word` form: id → [zh, en]. */
export type WordTable = Readonly<Record<string, readonly [string, string]>>

/** What a clause, a value or a body holds, in the one grammar both spellings share. A flag has no words of its own. */
export function formDoc<F extends FormName>(form: F, content: Forms[FormName], style: Style, words: WordTable = {}): Doc {
  // INVARIANT: the node table's form of a place is the form of what the tree holds there.
  const read = <G extends FormName>(_form: G) => content as Forms[G]
  switch (form) {
    case 'flag':
      return ''
    case 'text':
      return quotedText(read('text').text)
    case 'code':
      return codeDoc(read('code').text)
    case 'number':
      return String(read('number').value)
    case 'word': {
      const { id } = read('word')
      return words[id]?.[style.lang === 'zh' ? 0 : 1] ?? id
    }
    case 'ref':
      return refDoc(read('ref'), style)
    case 'refs':
      return refsDoc(read('refs'), style)
    case 'cites':
      return citesDoc(read('cites'), style)
    case 'moment': {
      const moment = read('moment')
      return moment.kind === 'year' ? yearText(moment.value, style) : moment.value
    }
    case 'expr':
      return exprDoc(read('expr'), style)
    case 'exprs':
      return group(
        indent(
          join(
            [style.comma, LINE],
            read('exprs').map((expr) => exprDoc(expr, style)),
          ),
        ),
      )
    case 'cells':
      return group(
        indent(
          join(
            [style.comma, LINE],
            read('cells').map((cell) => cellDoc(cell, style)),
          ),
        ),
      )
    case 'type':
      return typeDoc(read('type'), style)
    case 'range': {
      const { low, high, single } = read('range')
      if (single) return boundDoc(low, style)
      return spaced(boundDoc(low, style), style.word('to'), boundDoc(high, style))
    }
    case 'combine':
      return combineText(read('combine'), style)
    case 'options':
      return join(
        [style.semicolon, LINE],
        read('options').map((option) => optionDoc(option, style)),
      )
    default:
      return form satisfies never
  }
}

/** References and articles are joined by 、 in both languages: a comma may begin the next clause. */
const AND: Doc = ['、', SOFT]

function refsDoc(refs: readonly Ref[], style: Style): Doc {
  return group(
    indent(
      join(
        AND,
        refs.map((ref) => refDoc(ref, style)),
      ),
    ),
  )
}

/** Digits and points stand bare; whatever else a code may be is quoted. */
function codeDoc(text: string): Doc {
  return /^[0-9]+(?:\.[0-9]+)*$/.test(text) ? text : quotedText(text)
}

const BARE_BOUNDS: ReadonlySet<Expr['kind']> = new Set(['date', 'position', 'negate', 'reading'])

/** An end of 范围 or 时段: only figures, days and 按 stand there without brackets. */
function boundDoc(expr: Expr | undefined, style: Style): Doc {
  if (expr === undefined) return ''
  const bare = expr.kind === 'number' ? expr.form !== 'fraction' : BARE_BOUNDS.has(expr.kind)
  return exprDoc(expr, style, bare ? (expr.kind === 'reading' ? LEVEL.any : LEVEL.add) : LEVEL.bracketed)
}

function citesDoc(cites: readonly Cite[], style: Style): Doc {
  const docs = cites.map((cite) => citeDoc(cite, style))
  return group(indent(join(AND, docs)))
}

/** 河南办法「四（1）」, or 「四（1）」 of the policy's only source. */
export function citeDoc(cite: Cite, style: Style): Doc {
  return spaced(cite.source === undefined ? '' : refDoc(cite.source, style), quotedText(cite.article))
}

/** 甲（默认）. */
export function optionDoc(option: Option, style: Style): Doc {
  const name = declaredName(option.name)
  return option.isDefault ? [name, style.lang === 'zh' ? '' : GAP, style.open, style.word('default'), style.close] : name
}

/** 任意, 不足 3700, 介于 3700 至 5000, 因病 或 因残. */
export function cellDoc(cell: Cell, style: Style): Doc {
  switch (cell.kind) {
    case 'any':
      return style.word('cell_any')
    case 'compare':
      return compareCell(cell.word as CompareWordId, exprDoc(cell.value, style, LEVEL.add), style)
    case 'between': {
      const open = cell.open === 'none' ? '' : style.word(`${cell.open}_open`)
      const [low, high] = [exprDoc(cell.low, style, LEVEL.add), exprDoc(cell.high, style, LEVEL.add)]
      return spaced(style.word('between'), low, style.word('to'), high, open)
    }
    case 'oneOf':
      return join(
        [GAP, style.word('or'), GAP],
        cell.values.map((value) => exprDoc(value, style, LEVEL.add)),
      )
    default:
      return cell satisfies never
  }
}

function compareCell(word: CompareWordId, value: Doc, style: Style): Doc {
  const spec = COMPARE_WORDS[word]
  return spec.place === 'postfix' ? spaced(value, spec[style.lang]) : spaced(spec[style.lang], value)
}

/** 金额 元/人·年, 数 2 位 元, 列表 成员, 户. */
export function typeDoc(type: TypeExpr, style: Style): Doc {
  if (type.kind === 'named') return type.ref ? refDoc(type.ref, style, 'type') : ''
  const places = type.decimals === undefined ? '' : `${type.decimals} ${style.word('places')}`
  const unit = type.unit === undefined ? '' : unitText(type.unit, style.lang)
  return spaced(style.word(`type_${type.kind}`), places, unit, type.ref ? refDoc(type.ref, style, 'type') : '')
}

/** 全部, 任一, 至少 2. */
export function combineText(combine: Forms['combine'], style: Style): string {
  const word = style.word(`combine_${combine.mode}`)
  return combine.mode === 'at_least' ? `${word} ${combine.n}` : word
}
