import type { Program, Term } from '../../dsl/lower/program.ts'
import type { Lang } from '../types.ts'
import type { Amount, RankingStatus, TargetStatus } from './types.ts'
import { citesText, unitText } from './words.ts'

const WORDS = {
  zh: {
    target: '目标「{name}」：{goal}，已计 {counted}，{state}',
    until: '期限 {day}（{passed}）',
    passed: '已过',
    notPassed: '未到',
    subjects: '{sure} 个计入，{maybe} 个可能计入，{no} 个不计{rejected}',
    rejected: '（可能计入的有 {n} 个因事实有误被拒收）',
    range: '{low} 至 {high}',
    atLeast: '至少 {low}',
    atMost: '至多 {high}',
    unknown: '未知',
    ranking: '排序「{name}」：只排达标的 {n} 个',
    byRoles: '文件没有写明次序，由 {roles} 评定；同列：{names}',
    heard: '由 {roles}',
    high: '高者先',
    low: '低者先',
    place: '第 {place} 位：{names}（{value}）',
    separator: '、',
    comma: '，',
    none: '没有目标，也没有排序',
  },
  en: {
    target: 'target `{name}`: {goal}, counted {counted}, {state}',
    until: 'due {day} ({passed})',
    passed: 'passed',
    notPassed: 'to come',
    subjects: '{sure} count, {maybe} may count, {no} do not{rejected}',
    rejected: ' (of those that may, {n} were refused for their facts)',
    range: '{low} to {high}',
    atLeast: 'at least {low}',
    atMost: 'at most {high}',
    unknown: 'not known',
    ranking: 'ranking `{name}`: the {n} that are met, and only those',
    byRoles: 'the instrument gives no order; {roles} decide; side by side: {names}',
    heard: 'by {roles}',
    high: 'highest first',
    low: 'lowest first',
    place: 'place {place}: {names} ({value})',
    separator: ', ',
    comma: ', ',
    none: 'no targets and no rankings',
  },
} as const satisfies Record<Lang, Record<string, string>>

const STATES: Record<Lang, Record<TargetStatus['state'], string>> = {
  zh: { reached: '已达到', missed: '未达到', open: '还不能确定' },
  en: { reached: 'reached', missed: 'missed', open: 'open' },
}

function say(lang: Lang, word: keyof (typeof WORDS)['zh'], values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[lang][word].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

/** Targets and rankings over a list in words; `nameOf` names a subject by its position in it. */
export function listText(
  program: Program,
  targets: readonly TargetStatus[],
  rankings: readonly RankingStatus[],
  lang: Lang,
  nameOf: (at: number) => string,
): string {
  if (targets.length === 0 && rankings.length === 0) return say(lang, 'none')
  return [
    ...targets.flatMap((one) => targetLines(program, one, lang)),
    ...rankings.flatMap((one) => rankingLines(program, one, lang, nameOf)),
  ].join('\n')
}

function targetLines(program: Program, one: TargetStatus, lang: Lang): readonly string[] {
  const { sure, maybe, no, rejected } = one.subjects
  const head = say(lang, 'target', {
    name: named(program.targets, one.target, lang),
    goal: amountText(one.goal, lang),
    counted: amountText(one.counted, lang),
    state: STATES[lang][one.state],
  })
  const until =
    one.until === undefined ? '' : say(lang, 'until', { day: one.until, passed: say(lang, one.passed ? 'passed' : 'notPassed') })
  const refused = rejected === 0 ? '' : say(lang, 'rejected', { n: rejected })
  const parts = [head, until, citesText(lang, one.cites)].filter((part) => part !== '')
  return [parts.join(say(lang, 'comma')), `  ${say(lang, 'subjects', { sure, maybe, no, rejected: refused })}`]
}

function amountText({ low, high, unit }: Amount, lang: Lang): string {
  const unitly = (text: string) => (unit === undefined ? text : `${text} ${unitText(unit, lang)}`)
  if (low !== null && high !== null) return unitly(low === high ? low : say(lang, 'range', { low, high }))
  if (low !== null) return unitly(say(lang, 'atLeast', { low }))
  return high === null ? say(lang, 'unknown') : unitly(say(lang, 'atMost', { high }))
}

function rankingLines(program: Program, one: RankingStatus, lang: Lang, nameOf: (at: number) => string): readonly string[] {
  const roles = one.roles.map((role) => named(program.roles, role, lang)).join(say(lang, 'separator'))
  const names = (at: readonly number[]) => at.map(nameOf).join(say(lang, 'separator'))
  const n = one.places.reduce((sum, { at }) => sum + at.length, 0)
  const order = say(lang, one.order === 'high_first' ? 'high' : 'low')
  const head = [
    say(lang, 'ranking', { name: named(program.rankings, one.ranking, lang), n }),
    ...(one.by === 'expression' ? [order, ...(roles === '' ? [] : [say(lang, 'heard', { roles })])] : []),
    citesText(lang, one.cites),
  ].filter((part) => part !== '')
  const lines = one.places.map(({ place, at, value }) =>
    one.by === 'roles'
      ? say(lang, 'byRoles', { roles, names: names(at) })
      : say(lang, 'place', { place, names: names(at), value: value ?? say(lang, 'unknown') }),
  )
  return [head.join(say(lang, 'comma')), ...lines.map((line) => `  ${line}`)]
}

function named(terms: readonly Term[], id: string, lang: Lang): string {
  return terms.find((term) => term.id === id)?.[lang] ?? id
}
