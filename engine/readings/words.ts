import type { Lang, Outcome, TruthName } from '../types.ts'
import type { Answer, ChangedSubject, ReadingsImpact, Switch } from './impact.ts'

const OUTCOMES: Record<Lang, Record<Answer, string>> = {
  zh: {
    met: '达标',
    unmet: '不达标',
    suspended: '暂缓',
    undetermined: '待定',
    'not-applicable': '不适用',
    rejected: '拒收',
  } satisfies Record<Outcome | 'rejected', string>,
  en: {
    met: 'met',
    unmet: 'unmet',
    suspended: 'suspended',
    undetermined: 'undetermined',
    'not-applicable': 'not applicable',
    rejected: 'rejected',
  },
}
const TRUTHS: Record<Lang, Record<TruthName | 'absent', string>> = {
  zh: { true: '真', false: '假', unknown: '未知', absent: '不在标准内' },
  en: { true: 'true', false: 'false', unknown: 'unknown', absent: 'not part of the standard' },
}

const WORDS = {
  zh: {
    head: '标准「{standard}」可能取决于 {n} 项解释；{subjects} 个对象',
    none: '标准「{standard}」不取决于任何解释；{subjects} 个对象',
    chosen: '（取用）',
    cites: '依据 {list}',
    alone: '逐一改换：',
    set: '{reading} 取 {choice}',
    changes: '{n} 个对象的结论改变',
    nothing: '没有结论改变',
    turned: '，另有 {n} 个对象只是条目改变',
    subject: '{name}：{from} → {to}',
    item: '{item} {from} → {to}',
    together: '合起来才改变的：',
    tried: '组合：试了 {tried} 种，共有 {possible} 种{rest}',
    rest: '；其余没有试，可用 --combinations 多试',
    separator: '、',
    comma: '，',
    colon: '：',
  },
  en: {
    head: 'standard `{standard}` may depend on {n} readings; {subjects} subjects',
    none: 'standard `{standard}` depends on no reading; {subjects} subjects',
    chosen: ' (chosen)',
    cites: 'per {list}',
    alone: 'switched one by one:',
    set: '{reading} = {choice}',
    changes: '{n} subjects decided otherwise',
    nothing: 'no decision changes',
    turned: ', {n} more only in their items',
    subject: '{name}: {from} → {to}',
    item: '{item} {from} → {to}',
    together: 'only together:',
    tried: 'combinations: tried {tried} of {possible}{rest}',
    rest: '; the others were not tried, --combinations tries more',
    separator: ', ',
    comma: ', ',
    colon: ': ',
  },
} as const satisfies Record<Lang, Record<string, string>>

function say(lang: Lang, word: keyof (typeof WORDS)['zh'], values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[lang][word].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

/** Names for the words: the standard, the subjects by their place, items by id. */
export interface ImpactNames {
  readonly standard: string
  readonly subject: (place: number) => string
  readonly item: (id: string) => string
}

/** What switching readings changes, in words. */
export function impactText(impact: ReadingsImpact, lang: Lang, names: ImpactNames): string {
  const { readings, answers, single, together, combinations } = impact
  const count = { standard: names.standard, n: readings.length, subjects: answers.length }
  if (readings.length === 0) return say(lang, 'none', count)
  const { tried, possible } = combinations
  return [
    say(lang, 'head', count),
    ...readings.map((reading) => {
      const choices = reading.choices.map((choice) => choice[lang] + (choice.id === reading.chosen ? say(lang, 'chosen') : ''))
      const articles = [...new Set(reading.cites.map((cite) => cite.article))].map((article) => `「${article}」`)
      const cites = articles.length === 0 ? '' : `  ${say(lang, 'cites', { list: articles.join(say(lang, 'separator')) })}`
      return `  ${reading[lang]}${say(lang, 'colon')}${choices.join(' | ')}${cites}`
    }),
    '',
    say(lang, 'alone'),
    ...single.flatMap((one) => switchLines(impact, one, lang, names)),
    ...(together.length === 0 ? [] : ['', say(lang, 'together')]),
    ...together.flatMap((one) => switchLines(impact, one, lang, names)),
    '',
    say(lang, 'tried', { tried, possible, rest: tried < possible ? say(lang, 'rest') : '' }),
  ].join('\n')
}

function switchLines(impact: ReadingsImpact, one: Switch, lang: Lang, names: ImpactNames): readonly string[] {
  const set = Object.entries(one.readings).map(([id, chosen]) => {
    const reading = impact.readings.find((known) => known.id === id)
    const choice = reading?.choices.find((known) => known.id === chosen)
    return say(lang, 'set', { reading: reading?.[lang] ?? id, choice: choice?.[lang] ?? chosen })
  })
  const n = one.changed.length
  const told = n === 0 ? say(lang, 'nothing') : say(lang, 'changes', { n })
  const turned = one.turnedOnly === 0 ? '' : say(lang, 'turned', { n: one.turnedOnly })
  const head = `  ${set.join(say(lang, 'comma'))}${say(lang, 'colon')}${told}${turned}`
  return [head, ...one.changed.map((subject) => `    ${subjectText(subject, lang, names)}`)]
}

function subjectText({ subject, from, to, items }: ChangedSubject, lang: Lang, names: ImpactNames): string {
  const head = say(lang, 'subject', { name: names.subject(subject), from: OUTCOMES[lang][from], to: OUTCOMES[lang][to] })
  const turned = items.map((one) =>
    say(lang, 'item', { item: names.item(one.id), from: TRUTHS[lang][one.from], to: TRUTHS[lang][one.to] }),
  )
  return turned.length === 0 ? head : `${head}  [${turned.join(say(lang, 'separator'))}]`
}
