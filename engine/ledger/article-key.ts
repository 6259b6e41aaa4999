import { parseChineseNumeral } from '../../dsl/value/chinese-numeral.ts'

/** Where an article stands: the numbers from the outermost heading inwards, whatever marks are written around them. 四（1）, 四.1 and 第四条（一） are all 4·1. */
export type ArticlePath = readonly string[]

/** What stands before the first numbered heading. */
export const PREAMBLE = 'preamble'
const PREAMBLE_NAMES: ReadonlySet<string> = new Set(['引言', '序言', '前言', '导语', '开头', '序', 'preamble', 'introduction'])
const NUMERAL = '〇零一二三四五六七八九十百两'
const SUFFIX = '条|章|节|编|款|项|段|点|步骤?|阶段|部分'
const PUNCTUATION = '[ 之()\\[\\]{}<>.、,·:;-]'
const TOKEN = new RegExp(
  `^(?:${PUNCTUATION}|(?<annex>附件)|第(?:(?<ordinal>[${NUMERAL}]+|\\d+))(?:${SUFFIX})|(?:(?<numeral>[${NUMERAL}]+))(?:${SUFFIX})?(?=$|\\d|[第之附]|${PUNCTUATION})|(?<digits>\\d+)(?![年月日户人天])(?:${SUFFIX})?)`,
  'u',
)

/** What a ledger's article name means: where it stands, and the words that single out a part of what stands there (第六条民主评议). */
export interface ArticleKey {
  readonly path: ArticlePath
  readonly tail: string
}

/** Reads an article's name; undefined when it does not begin with a number (附则, 标题 …). Width, brackets, dots, 第 and 条 do not matter. */
export function articleKey(article: string): ArticleKey | undefined {
  let rest = flat(article)
  if (PREAMBLE_NAMES.has(rest)) return { path: [PREAMBLE], tail: '' }
  // Articles are counted through the chapters they stand in.
  rest = rest.replace(new RegExp(`^(?:第(?:[${NUMERAL}]+|\\d+)[编章节])+(?=第(?:[${NUMERAL}]+|\\d+)条)`, 'u'), '')
  const path: string[] = []
  let annex = false
  for (let found = TOKEN.exec(rest); found && rest !== ''; found = TOKEN.exec(rest)) {
    rest = rest.slice(found[0].length)
    const { annex: isAnnex, ordinal, numeral, digits } = found.groups ?? {}
    if (isAnnex !== undefined) annex = true
    for (const number of numbersIn(ordinal ?? numeral ?? digits ?? '')) {
      path.push(annex ? `annex${number}` : String(number))
      annex = false
    }
  }
  if (annex) path.push('annex1')
  return path.length === 0 ? undefined : { path, tail: rest.trim() }
}

/** A whole number as headings write it: Chinese numerals, digits of any width, ①; undefined when it is none. */
export function headingNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC')
  if (/^\d{1,3}$/.test(plain)) return Number(plain)
  return parseChineseNumeral(plain.replace(/〇/g, '零'))
}

/** 十二 is one number; 五一, which is none, is read figure by figure. */
function numbersIn(text: string): readonly number[] {
  if (text === '') return []
  const whole = headingNumber(text)
  if (whole !== undefined) return [whole]
  return [...text].flatMap((figure) => headingNumber(figure) ?? [])
}

/** A blank after a number and before words sets them apart; all others mean nothing. */
const PARTING = new RegExp(`(?<=[${NUMERAL}\\d])\\s+(?=[^\\s\\d${NUMERAL}第之附条章节编款项段点步阶部()\\[\\].、,])`, 'gu')

/** One width, one kind of bracket, no white space but where it parts words from a number. */
function flat(article: string): string {
  return article
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\ufeff]+/g, '')
    .replace(PARTING, '\u0001')
    .replace(/\s+/g, '')
    .replaceAll('\u0001', ' ')
    .replace(/[〔【〈《「［]/g, '(')
    .replace(/[〕】〉》」］]/g, ')')
    .replace(/[．。•・‧]/g, '.')
    .replace(/[—–－―]/g, '-')
}

/** The path as one text, for maps. */
export function pathText(path: ArticlePath): string {
  return path.join('·')
}
