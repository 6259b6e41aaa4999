import { headingNumber } from './article-key.ts'

/** How a heading is written. `part`: 【篇一】, another text in the same file; `dash`: —— at the start of a line, counted. */
export type HeadingStyle =
  | 'part'
  | 'annex'
  | 'chapter'
  | 'article'
  | 'numeral'
  | 'step'
  | 'numeral-bracket'
  | 'digit'
  | 'digit-bracket'
  | 'circle'
  | 'dash'

/** Something that looks like a heading's mark. `hold`: how sure its place makes it; 3 at the start of a line, 2 after the end of a sentence, 1 amid a line, 0 its own marks lost as well. */
export interface Mark {
  readonly style: HeadingStyle
  /** undefined: the number was lost, or dashes, which have none */
  readonly number: number | undefined
  readonly start: number
  readonly end: number
  readonly hold: 0 | 1 | 2 | 3
}

const N = '[〇零一二三四五六七八九十百]{1,4}'
const D = '[0-9０-９]{1,3}'
const OPEN = '[（(〔【［\\[]'
const CLOSE = '[）)〕】］\\]]'

const SHAPES: readonly (readonly [HeadingStyle, string])[] = [
  ['part', `[【\\[]\\s*(?:第?\\s*篇\\s*(?<part>${N}|${D})|第?(?<part2>${N}|${D})\\s*篇)\\s*[】\\]]`],
  ['annex', `附\\s*件\\s*(?<annex>${N}|${D})(?=[ \\t\\u3000]*(?:[:：\\r\\n]|$))`],
  ['chapter', `第\\s*(?<chapter>${N}|${D})\\s*[编章节](?![的、，,])`],
  ['article', `第\\s*(?<article>${N}|${D})\\s*条(?![的、，,第])`],
  ['step', `第\\s*(?<step>${N}|${D})\\s*(?:步骤?|阶段)(?![的、，,])`],
  ['numeral-bracket', `${OPEN}\\s*(?<nb>${N})\\s*${CLOSE}[、.．]?`],
  ['digit-bracket', `${OPEN}\\s*(?<db>${D})\\s*${CLOSE}[、.．]?|(?<db2>${D})\\s*[）)]`],
  ['circle', '(?<circle>[①-⑳])'],
  ['numeral', `(?<numeral>${N})\\s*[、．.](?!\\s*[〇零一二三四五六七八九十百][、，,])`],
  ['digit', `(?<digit>${D})\\s*(?:[、．]|[.](?![0-9０-９]))`],
  ['dash', '(?<dash>(?:——|--|──|―|—)\\s*)(?=[\\u3400-\\u9fff])'],
  ['digit', '(?<lost>[.．、])(?=[\\u3400-\\u9fff])'],
  ['digit-bracket', `(?<bare>${D})(?=\\s{0,2}[\\u3400-\\u9fff“"‘])(?![年月日号户人个天元名条款项周次届岁万亿％%以至])`],
  [
    'numeral-bracket',
    `(?<bareNumeral>[一二三四五六七八九十]{1,2})(?=\\s{0,2}[\\u3400-\\u9fff])(?![是要来个项定般些种步年月日号户人名农方边样经条款周次届旦致切起律直])`,
  ],
]
const ANY = new RegExp(SHAPES.map(([, shape]) => `(?:${shape})`).join('|'), 'gu')
/** Which style a named group stands for, and whether its own marks were lost. */
const GROUPS: readonly (readonly [string, HeadingStyle, boolean])[] = [
  ['part', 'part', false],
  ['part2', 'part', false],
  ['annex', 'annex', false],
  ['chapter', 'chapter', false],
  ['article', 'article', false],
  ['step', 'step', false],
  ['nb', 'numeral-bracket', false],
  ['db', 'digit-bracket', false],
  ['db2', 'digit-bracket', false],
  ['circle', 'circle', false],
  ['numeral', 'numeral', false],
  ['digit', 'digit', false],
  ['dash', 'dash', false],
  ['lost', 'digit', false],
  ['bare', 'digit-bracket', true],
  ['bareNumeral', 'numeral-bracket', true],
]

/** 附件1、表2: numbers of something else. */
const COUNTS_OTHERS = /[件表图页号]/
const WRAPPED = 25

const SENTENCE_END = /[。；;：:！!？?】]/
const BEFORE_NUMBER = /[第〇零一二三四五六七八九十百千万0-9０-９.．xX×年月/〔（([-]/
const SPACE = /[ \t\u3000\u00a0\u200b\ufeff]/

/** Everything in the text that may be the mark of a heading, in order. Linear in the text. */
export function marksIn(text: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const found of text.matchAll(ANY)) {
    const groups = found.groups ?? {}
    const group = GROUPS.find(([name]) => groups[name] !== undefined)
    if (!group) continue
    const [name, style, bare] = group
    const start = found.index
    const hold = bare ? bareHold(text, start) : holdOf(text, start)
    if (hold === undefined || (name === 'db2' && hold < 2)) continue
    const numbered = name !== 'dash' && name !== 'lost'
    // Dashes and lone dots are headings only at the start of a line, chapters and annexes nowhere else either.
    if (hold < 3 && (!numbered || style === 'annex' || style === 'chapter')) continue
    const number = numbered ? headingNumber(groups[name]!.replace(/\s/g, '')) : undefined
    if (numbered && number === undefined) continue
    marks.push({ style, number, start, end: start + found[0].length, hold })
  }
  return marks
}

function holdOf(text: string, start: number): 1 | 2 | 3 | undefined {
  const at = lastBefore(text, start)
  const before = text[at] ?? '\n'
  if (before === '\n') return isWrapped(text, at) ? 1 : 3
  if (SENTENCE_END.test(before)) return 2
  return BEFORE_NUMBER.test(text[start - 1]!) || COUNTS_OTHERS.test(before) ? undefined : 1
}

/** Whether the line ending at `at` is a long one without an end: then the next goes on with its sentence. */
function isWrapped(text: string, at: number): boolean {
  let end = at
  while (end > 0 && /\s/.test(text[end]!)) end--
  if (end <= 0 || /[。；;：:！!？?】.”"）)]/.test(text[end]!)) return false
  return end - text.lastIndexOf('\n', end) > WRAPPED
}

/** A number without any mark counts after a blank or the end of a sentence only. */
function bareHold(text: string, start: number): 0 | undefined {
  const before = text[lastBefore(text, start)] ?? '\n'
  return before === '\n' || SENTENCE_END.test(before) || SPACE.test(text[start - 1]!) ? 0 : undefined
}

/** Where the character before stands, blanks within the line passed over; -1 at the start of the text. */
function lastBefore(text: string, start: number): number {
  let at = start - 1
  while (at >= 0 && SPACE.test(text[at]!)) at--
  return at
}
