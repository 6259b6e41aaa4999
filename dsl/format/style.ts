import type { Lang } from '../diagnostics/diagnostic.ts'
import type { Name } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'
import { EXPRESSION_WORDS, type ExpressionWordId } from '../syntax/expression-words.ts'
import { type Doc, GAP } from './layout.ts'

/** Who a reference means, when the caller knows; without it references stay as they were typed. */
export type NameOf = (ref: Ref) => Name | undefined

/** One language's words and punctuation, as the printers want them. */
export interface Style {
  readonly lang: Lang
  readonly nameOf: NameOf
  readonly word: (id: ExpressionWordId) => string
  readonly open: string
  readonly close: string
  readonly comma: string
  /** between the items of 属于 */
  readonly list: string
  readonly semicolon: string
  /** with its blank */
  readonly colon: Doc
  readonly openYear: string
  readonly closeYear: string
  readonly minus: string
  readonly arithmetic: Readonly<Record<'+' | '-' | '*' | '/', string>>
}

const MARKS = {
  zh: {
    open: '（',
    close: '）',
    comma: '，',
    list: '、',
    semicolon: '；',
    colon: '：',
    openYear: '〔',
    closeYear: '〕',
    minus: '−',
    arithmetic: { '+': '+', '-': '−', '*': '×', '/': '÷' },
  },
  en: {
    open: '(',
    close: ')',
    comma: ',',
    list: ',',
    semicolon: ';',
    colon: [':', GAP],
    openYear: '[',
    closeYear: ']',
    minus: '-',
    arithmetic: { '+': '+', '-': '-', '*': '*', '/': '/' },
  },
} as const

/** The style of a language; `nameOf` says under which names references are declared. */
export function styleOf(lang: Lang, nameOf: NameOf = () => undefined): Style {
  return { lang, nameOf, word: (id) => EXPRESSION_WORDS[id][lang], ...MARKS[lang] }
}
