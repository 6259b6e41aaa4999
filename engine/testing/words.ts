import type { Lang, Outcome } from '../types.ts'
import type { StandardCoverage } from './coverage.ts'
import type { Difference } from './suite.ts'

const WHAT: Record<Lang, Record<Difference['what'], string>> = {
  zh: {
    outcome: '结论',
    item: '条目',
    missing: '还缺',
    rejected: '事实检查',
    sweep: '去掉一项事实',
    case: '案卷',
    subject: '对象',
    step: '步骤',
    findings: '发现',
    next: '接下来',
    lawful: '退出是否合法',
  },
  en: {
    outcome: 'outcome',
    item: 'item',
    missing: 'missing',
    rejected: 'fact check',
    sweep: 'with one fact removed',
    case: 'case',
    subject: 'subject',
    step: 'step',
    findings: 'findings',
    next: 'next',
    lawful: 'lawful',
  },
}
const OUTCOME: Record<Outcome, string> = {
  'not-applicable': '不适用',
  unmet: '不达标',
  suspended: '暂缓',
  met: '达标',
  undetermined: '待定',
}
/** What comes in a difference instead of a value. */
const STANDING: Readonly<Record<string, string>> = {
  exists: '有这一项',
  absent: '没有',
  judged: '可以判断',
  'a fact of the case': '用例里的一项事实',
}

export const REPORT_WORDS = {
  zh: {
    expected: '期望',
    actual: '实际',
    reason: '理由',
    coverage: '覆盖',
    seen: '真 {true} · 假 {false} · 未知 {unknown}',
    decisive: '独立决定结论：「{case}」',
    cluster: '与它必然牵动的条目（{items}）一起决定结论：「{case}」',
    never: '还没有用例让它独立决定结论',
    forced: '它不成立时 {items} 也必然不成立，不可能是唯一原因',
    weigh: '统筹，不决定结论',
    complete: '完整',
    incomplete: '不完整',
    noSuites: '没有找到测试文件（*.test.yaml）',
    watching: '等待文件改动……',
  },
  en: {
    expected: 'expected',
    actual: 'actual',
    reason: 'reason',
    coverage: 'coverage',
    seen: 'true {true} · false {false} · unknown {unknown}',
    decisive: 'alone decides `{case}`',
    cluster: 'with those it forces ({items}) decides `{case}`',
    never: 'no case in which it alone decides',
    forced: 'whenever it stops an exit, {items} does too: never the sole reason',
    weigh: 'weighed, decides nothing',
    complete: 'complete',
    incomplete: 'incomplete',
    noSuites: 'no test files found (*.test.yaml)',
    watching: 'waiting for changes…',
  },
} as const satisfies Record<Lang, Record<string, string>>

/** One difference in words: what it is about, what was expected, what came. */
export function differenceParts(
  d: Difference,
  lang: Lang,
): { readonly what: string; readonly expected: string; readonly actual: string } {
  const say = (value: string) => {
    if (lang === 'en') return value
    return value in OUTCOME ? `${OUTCOME[value as Outcome]}（${value}）` : (STANDING[value] ?? value)
  }
  const named = d.what !== 'outcome' && d.what !== 'rejected'
  return { what: `${WHAT[lang][d.what]}${named ? ` ${d.name}` : ''}`, expected: say(d.expected), actual: say(d.actual) }
}

/** The same on one line. */
export function differenceText(d: Difference, lang: Lang): string {
  const { what, expected, actual } = differenceParts(d, lang)
  return `${what}: ${REPORT_WORDS[lang].expected} ${expected}, ${REPORT_WORDS[lang].actual} ${actual}`
}

/** The outcome as shown to people. */
export function outcomeText(outcome: Outcome, lang: Lang): string {
  return lang === 'zh' ? OUTCOME[outcome] : outcome
}

/** Coverage of a standard, a line per item. */
export function coverageText(c: StandardCoverage, lang: Lang): string {
  const words = REPORT_WORDS[lang]
  const put = (template: string, values: Record<string, string | number>) =>
    template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]))
  const label = (id: string) => c.items.find((i) => i.id === id)?.label[lang] ?? id
  const list = (ids: readonly string[]) => ids.map(label).join(lang === 'zh' ? '、' : ', ')
  const lines = c.items.map((item) => {
    const forced = item.forces.length > 0 ? list(item.forces) : ''
    const decision =
      item.kind === 'weigh'
        ? words.weigh
        : item.decisiveIn === undefined
          ? words.never
          : put(forced === '' ? words.decisive : words.cluster, { case: item.decisiveIn, items: forced })
    const why = forced === '' ? '' : `; ${put(words.forced, { items: forced })}`
    return `  ${'  '.repeat(item.depth)}${item.complete ? '✓' : '✗'} ${item.label[lang]} — ${put(words.seen, item.seen)}; ${decision}${why}`
  })
  return [`${words.coverage} ${c.policy} / ${c.standard}: ${c.complete ? words.complete : words.incomplete}`, ...lines].join('\n')
}
