import type { Cite, Program, Term } from '../../dsl/lower/program.ts'
import type { Register } from '../../dsl/lower/program-register.ts'
import { formatUnit, parseUnit } from '../../dsl/value/unit.ts'
import type { SubjectState } from '../procedure/types.ts'
import type { Lang, Operand, TruthName } from '../types.ts'
import { CASE_STATES } from './keys.ts'
import type { HistoryCode, HistoryFinding, HistoryStatus, JudgedChange, NextChange, Standing } from './types.ts'

const WORDS = {
  zh: {
    head: '登记册「{register}」，到 {on} 为止',
    nowhere: '不在登记册上',
    open: '不能确定，{states}',
    or: ' 或 ',
    label: '标签「{label}」',
    year: '{year} 年度',
    notTaken: '没有生效，状态不变',
    unclear: '还不能确定是否生效',
    none: '—',
    required: '要求 {required}',
    found: '记录的是 {found}',
    needs: '还需要：{needs}',
    cites: '依据{list}',
    now: '现在：{standing}',
    size: '家庭人口：{size} 人',
    person: '{on} {change}{person}',
    next: '可以办什么：',
    noNext: '没有可以办的转移',
    to: '{transition} → {state}',
    via: '经 {procedure}',
    comma: '，',
    separator: '、',
    colon: '：',
  },
  en: {
    head: 'register `{register}`, up to {on}',
    nowhere: 'not on the register',
    open: 'cannot be told, {states}',
    or: ' or ',
    label: 'label “{label}”',
    year: 'year {year}',
    notTaken: 'not taken, the state stays',
    unclear: 'whether it was taken cannot be told yet',
    none: '—',
    required: 'required: {required}',
    found: 'found: {found}',
    needs: 'still needed: {needs}',
    cites: 'per {list}',
    now: 'now: {standing}',
    size: 'people: {size}',
    person: '{on} {change}{person}',
    next: 'what may be done next:',
    noNext: 'no transition leaves this state',
    to: '{transition} → {state}',
    via: 'by {procedure}',
    comma: ', ',
    separator: ', ',
    colon: ': ',
  },
} as const satisfies Record<Lang, Record<string, string>>

const FINDINGS: Record<Lang, Record<HistoryCode, string>> = {
  zh: {
    from: '不能从这个状态转移',
    state: '事实里写的是另一种状态',
    forbidden: '禁止：{rule}',
    guard: '条件不成立',
    procedure: '程序没有合规走完',
    label: '标签不对',
    unclear: '不能确定',
  },
  en: {
    from: 'it does not leave this state',
    state: 'the facts name another state',
    forbidden: 'forbidden: {rule}',
    guard: 'its condition does not hold',
    procedure: 'the procedure was not gone through',
    label: 'not its label',
    unclear: 'cannot be told',
  },
}

const ABOUT: Record<Lang, Record<NonNullable<HistoryFinding['about']>, string>> = {
  zh: { from: '当时是什么状态', forbidden: '是否禁止（{rule}）', guard: '条件是否成立', procedure: '没有给出案件' },
  en: {
    from: 'which state it was in',
    forbidden: 'whether it is forbidden ({rule})',
    guard: 'whether its condition holds',
    procedure: 'no case is given',
  },
}

const POSSIBLE: Record<Lang, Record<TruthName, string>> = {
  zh: { true: '可以', false: '不可以', unknown: '未知' },
  en: { true: 'may be done', false: 'may not be done', unknown: 'not known' },
}

const STATES_EN: Record<SubjectState, string> = {
  conformant: 'conformant',
  'in-progress': 'in progress',
  breached: 'breached',
  dropped: 'dropped',
  'not-applicable': 'not applicable',
}

const FLAGS: Record<Lang, Readonly<Record<string, string>>> = {
  zh: { true: '是', false: '否' },
  en: { true: 'yes', false: 'no', 无: 'none' },
}

type Word = keyof (typeof WORDS)['zh']

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

/** What saying a history needs to know. */
interface Speech {
  readonly program: Program
  readonly register: Register
  readonly lang: Lang
  /** a fact's path for the reader */
  readonly path: (path: string) => string
}

function say({ lang }: Speech, word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return filled(WORDS[lang][word], values)
}

function named({ lang }: Speech, terms: readonly Term[], id: string): string {
  return terms.find((term) => term.id === id)?.[lang] ?? id
}

function stateName(speech: Speech, id: string): string {
  return named(speech, speech.program.enums.find((one) => one.id === speech.register.enum)?.values ?? [], id)
}

/** `依据「四」`; empty without clauses. */
export function citesText(lang: Lang, cites: readonly Cite[]): string {
  const articles = [...new Set(cites.map(({ article }) => `「${article}」`))]
  return articles.length === 0 ? '' : filled(WORDS[lang].cites, { list: articles.join(WORDS[lang].separator) })
}

/** A judged history in words: each day's state, why a change was not taken, where the subject stands, what may be done next. `path` words a fact's path. */
export function historyText(
  program: Program,
  status: HistoryStatus,
  lang: Lang,
  path: (path: string) => string = (one) => one,
): string {
  const register = program.registers.find((one) => one.id === status.register)!
  const speech: Speech = { program, register, lang, path }
  const kinds = program.enums.flatMap((one) => one.values)
  const lines = [say(speech, 'head', { register: register[lang], on: status.on })]
  for (const day of status.days) {
    if (day.changes.length === 0) lines.push(`  ${day.on}  ${standingText(speech, day)}`)
    for (const change of day.changes) lines.push(...changeLines(speech, day.on, change))
  }
  for (const { on, change, person, label } of status.people) {
    const who = [person, label && say(speech, 'label', { label })].filter((one) => one !== undefined && one !== '')
    const tail = who.length === 0 ? '' : `${say(speech, 'colon')}${who.join(say(speech, 'comma'))}`
    lines.push(`  ${say(speech, 'person', { on, change: named(speech, kinds, change), person: tail })}`)
  }
  lines.push(say(speech, 'now', { standing: standingText(speech, status.now) }))
  if (status.size !== undefined) lines.push(say(speech, 'size', { size: status.size }))
  lines.push(say(speech, status.next.length === 0 ? 'noNext' : 'next'))
  for (const one of status.next) lines.push(...nextLines(speech, one))
  return lines.join('\n')
}

/** A state with its label and year, or the states it may be. */
function standingText(speech: Speech, { state, possible, label, year }: Standing): string {
  if (state === undefined) {
    const states = possible.map((one) => (one === null ? say(speech, 'nowhere') : stateName(speech, one)))
    return possible.length === 1 ? states.join('') : say(speech, 'open', { states: states.join(say(speech, 'or')) })
  }
  const parts = [stateName(speech, state), label && say(speech, 'label', { label }), year && say(speech, 'year', { year })]
  return parts.filter((part) => part !== undefined && part !== '' && part !== 0).join(say(speech, 'comma'))
}

function changeLines(speech: Speech, on: string, change: JudgedChange): readonly string[] {
  const { register } = speech
  const to = say(speech, 'to', {
    transition: named(speech, register.transitions, change.transition),
    state: stateName(speech, change.to),
  })
  if (change.taken) {
    const label = register.transitions.find((one) => one.id === change.transition)?.label
    const more = [label && say(speech, 'label', { label }), say(speech, 'year', { year: change.year })]
    return [`  ${on}  ✓ ${[to, ...more.filter((part) => part !== undefined && part !== '')].join(say(speech, 'comma'))}`]
  }
  const open = change.findings.every(({ code }) => code === 'unclear')
  const head = `  ${on}  ${open ? '?' : '✗'} ${to}${say(speech, 'colon')}${say(speech, open ? 'unclear' : 'notTaken')}`
  return [head, ...change.findings.map((finding) => `      ${findingText(speech, finding)}`)]
}

/** A finding in one line: what, the figures, what was found and required, the clause. */
function findingText(speech: Speech, finding: HistoryFinding): string {
  const { lang, register } = speech
  const { code, about, cites, operands = [], needs = [] } = finding
  const rule = named(speech, [...register.forbidden, ...register.transitions], finding.rule)
  const what = filled(code === 'unclear' ? ABOUT[lang][about ?? 'guard'] : FINDINGS[lang][code], { rule })
  const head = code === 'unclear' ? `${FINDINGS[lang].unclear}${say(speech, 'colon')}${what}` : what
  const figures = operands.filter(({ value }) => value !== 'unknown').map((operand) => figureText(speech, operand))
  const parts = [
    head,
    ...figures,
    ...compared(speech, finding),
    ...(needs.length === 0 ? [] : [say(speech, 'needs', { needs: needs.map(speech.path).join(say(speech, 'separator')) })]),
    citesText(lang, cites),
  ]
  return parts.filter((part) => part !== '').join(say(speech, 'comma'))
}

/** A figure with its name: 收入 3700.00 元. */
function figureText({ program, lang }: Speech, { name, label, value, unit }: Operand): string {
  const shown = FLAGS[lang][value] ?? program.enums.flatMap((one) => one.values).find((one) => one.id === value)?.[lang] ?? value
  return [label[lang] === '' ? name : label[lang], shown, ...(unit === undefined ? [] : [unitText(unit, lang)])].join(' ')
}

/** A unit in the reader's language. */
export function unitText(unit: string, lang: Lang): string {
  const parsed = parseUnit(unit)
  return parsed === undefined ? unit : formatUnit(parsed, lang)
}

function compared(speech: Speech, { code, about, found, required }: HistoryFinding): readonly string[] {
  const list = (values: readonly string[]) => (values.length === 0 ? say(speech, 'none') : values.join(say(speech, 'separator')))
  const both = (name: (value: string) => string) => [
    say(speech, 'found', { found: list(found.map(name)) }),
    say(speech, 'required', { required: list(required.map(name)) }),
  ]
  if (code === 'from' || about === 'from' || code === 'state') return both((value) => stateName(speech, value))
  if (code === 'label') return both((value) => `「${value}」`)
  if (code === 'procedure') return both((value) => caseWord(speech, value))
  return []
}

/** A procedure's name, or how a subject stands in a case. */
function caseWord(speech: Speech, value: string): string {
  const zh = Object.entries(CASE_STATES).find(([, state]) => state === value)?.[0]
  if (zh !== undefined) return speech.lang === 'zh' ? zh : STATES_EN[value as SubjectState]
  return named(speech, speech.program.procedures, value)
}

function nextLines(speech: Speech, one: NextChange): readonly string[] {
  const { lang, register, program } = speech
  const to = say(speech, 'to', {
    transition: named(speech, register.transitions, one.transition),
    state: stateName(speech, one.to),
  })
  const stops = one.forbidden
    .filter(({ truth }) => truth === 'true')
    .map(({ rule, cites }) =>
      `${filled(FINDINGS[lang].forbidden, { rule: named(speech, register.forbidden, rule) })} ${citesText(lang, cites)}`.trim(),
    )
  const parts = [
    `${to}${say(speech, 'colon')}${POSSIBLE[lang][one.possible]}`,
    ...(one.guard === 'false' ? [FINDINGS[lang].guard] : []),
    ...stops,
    ...(one.needs.length === 0
      ? []
      : [say(speech, 'needs', { needs: one.needs.map(speech.path).join(say(speech, 'separator')) })]),
    ...(one.via === undefined ? [] : [say(speech, 'via', { procedure: named(speech, program.procedures, one.via) })]),
    citesText(lang, one.cites),
  ]
  return [`  ${parts.filter((part) => part !== '').join(say(speech, 'comma'))}`]
}
