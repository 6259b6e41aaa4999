import type { Lang } from '../types.ts'
import type { Answer } from './citations.ts'
import type { TextComparison } from './compare-text.ts'
import type { Ledger, LedgerLine } from './ledger.ts'

const WORDS = {
  zh: {
    head: '台账「{name}」：{articles} 条；有规则 {answered}，写明无规则 {noRule}，没人回答 {open}',
    elsewhere: '（这份来源不由本政策逐条回答：另有 {n} 条）',
    noRule: '无规则：{why}',
    open: '✗ 没有规则回答，也没有写明为什么',
    byParts: '由下面各款、各步回答',
    compared: '与原文对照：文本有 {headings} 个编号，台账有 {articles} 条',
    part: '（文件里第 {part} 篇，共 {parts} 篇）',
    unanswered: '原文里有、台账里没有：{n}',
    missing: '台账里有、原文里没有找到：{n}',
    changed: '与台账的指纹不同：{n}',
    illegible: '台账里写的不是指纹：{n}',
    unmarked: '台账里还没有指纹：{n}',
    same: '指纹相同：{n}',
    within: '按所在的整条计算指纹：{list}',
    twice: '原文印了不止一遍，取最长的一遍：{list}',
    characters: '{label}（{n} 字）',
    separator: '、',
    colon: '：',
    between: '；',
  },
  en: {
    head: 'ledger `{name}`: {articles} articles; {answered} answered by rules, {noRule} said to have none, {open} unanswered',
    elsewhere: ' (a source this policy need not answer in full: {n} more)',
    noRule: 'no rule: {why}',
    open: '✗ no rule answers it, and nothing says why',
    byParts: 'answered by its parts below',
    compared: 'held against the text: {headings} numbered headings there, {articles} articles here',
    part: ' (text {part} of the {parts} in the file)',
    unanswered: 'in the text, not in the ledger: {n}',
    missing: 'in the ledger, not found in the text: {n}',
    changed: 'other digest than the ledger has: {n}',
    illegible: 'what the ledger has is no digest: {n}',
    unmarked: 'no digest in the ledger yet: {n}',
    same: 'same digest: {n}',
    within: 'digest of the whole article they are part of: {list}',
    twice: 'printed more than once, the longest print counts: {list}',
    characters: '{label} ({n} characters)',
    separator: ', ',
    colon: ': ',
    between: '; ',
  },
} as const satisfies Record<Lang, Record<string, string>>

const KINDS: Record<Lang, Readonly<Record<string, string>>> = {
  zh: {
    policy: '施行',
    parameter: '参数',
    reading: '解释',
    external: '外部',
    definition: '定义',
    relation: '约束',
    standard: '标准',
    item: '条目',
    part: '项',
    row: '表行',
    paper: '文书',
    procedure: '程序',
    phase: '阶段',
    step: '步骤',
    points: '得分',
    effects: '效果',
    register: '登记',
    target: '目标',
    ranking: '排序',
    other: '规则',
  },
  en: {
    policy: 'in force',
    parameter: 'parameters',
    reading: 'readings',
    external: 'externals',
    definition: 'definitions',
    relation: 'relations',
    standard: 'standards',
    item: 'items',
    part: 'parts',
    row: 'table rows',
    paper: 'papers',
    procedure: 'procedures',
    phase: 'phases',
    step: 'steps',
    points: 'points',
    effects: 'effects',
    register: 'registers',
    target: 'targets',
    ranking: 'rankings',
    other: 'rules',
  },
}

type Word = keyof (typeof WORDS)['zh']

function say(lang: Lang, word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[lang][word].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

/** A ledger in words: a line of totals, then a line an article. */
export function ledgerText(ledger: Ledger, lang: Lang): string {
  const { articles, answered, 'no-rule': noRule, open, elsewhere } = ledger.totals
  const name = ledger.title ?? ledger[lang]
  const head =
    say(lang, 'head', { name, articles, answered, noRule, open }) +
    (elsewhere === 0 ? '' : say(lang, 'elsewhere', { n: elsewhere }))
  const shown = ledger.lines.filter((line) => line.state !== 'elsewhere')
  return [head, ...shown.map((line) => `  ${line.article}  ${lineText(line, lang)}`)].join('\n')
}

function lineText(line: LedgerLine, lang: Lang): string {
  switch (line.state) {
    case 'answered':
      return line.answers.length === 0 ? say(lang, 'byParts') : answersText(line.answers, lang)
    case 'no-rule':
      return say(lang, 'noRule', { why: line.noRule ?? '' })
    case 'open':
      return say(lang, 'open')
    case 'elsewhere':
      return ''
    default: {
      const unreachable: never = line.state
      return unreachable
    }
  }
}

function answersText(answers: readonly Answer[], lang: Lang): string {
  const byKind = new Map<string, string[]>()
  for (const answer of answers) {
    const kind = KINDS[lang][answer.kind] ?? KINDS[lang]['other']!
    const names = byKind.get(kind) ?? []
    byKind.set(kind, names)
    if (answer[lang] !== '' && !names.includes(answer[lang])) names.push(answer[lang])
  }
  return [...byKind].map(([kind, names]) => `${kind} ${names.join(say(lang, 'separator'))}`.trimEnd()).join(say(lang, 'between'))
}

/** What comparing with the text has found, in words: numbers of articles and counts of characters only. */
export function comparisonText(comparison: TextComparison, lang: Lang): string {
  const { articles, unanswered, headings, part, parts } = comparison
  const list = (items: readonly string[]) => items.join(say(lang, 'separator'))
  const block = (word: Word, items: readonly string[]) =>
    items.length === 0 ? [] : [`  ${say(lang, word, { n: items.length })}${say(lang, 'colon')}${list(items)}`]
  const sized = (label: string, n: number) => say(lang, 'characters', { label, n })
  const named = (state: string) =>
    articles
      .filter((one) => one.state === state)
      .map((one) => (one.found ? sized(one.article, one.found.characters) : one.article))
  const within = articles.filter((one) => one.found?.by === 'within').map((one) => `${one.article} → ${one.found!.as}`)
  const twice = [...new Set(articles.flatMap((one) => (one.found && one.found.printed > 1 ? [one.found.as] : [])))]
  const which = parts > 1 ? say(lang, 'part', { part, parts }) : ''
  return [
    say(lang, 'compared', { headings, articles: articles.length }) + which,
    ...block(
      'unanswered',
      unanswered.map((one) => sized(one.label, one.characters)),
    ),
    ...block('missing', named('missing')),
    ...block('changed', named('changed')),
    ...block('illegible', named('illegible')),
    ...block('unmarked', named('unmarked')),
    `  ${say(lang, 'same', { n: named('same').length })}`,
    ...(within.length === 0 ? [] : [`  ${say(lang, 'within', { list: list(within) })}`]),
    ...(twice.length === 0 ? [] : [`  ${say(lang, 'twice', { list: list(twice) })}`]),
  ].join('\n')
}
