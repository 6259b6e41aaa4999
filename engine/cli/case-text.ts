import type { Program } from '../../dsl/lower/program.ts'
import type { Procedure } from '../../dsl/lower/program-procedure.ts'
import { type CaseSpeaker, caseSpeaker } from '../procedure/text.ts'
import type { CaseFinding, CaseStatus, Lawfulness, StepStatus, SubjectStatus } from '../procedure/types.ts'
import type { Lang } from '../types.ts'
import { pathText } from './path-text.ts'
import { problemText } from './problem-text.ts'
import { tableLines } from './table.ts'
import { say } from './words.ts'

/** What is said about one case. */
export interface CaseAnswer {
  readonly name: string
  readonly invented?: true
  readonly program: Program
  readonly procedure: Procedure
  readonly status: CaseStatus
  readonly lawful?: readonly Lawfulness[]
  /** the standard's own reasons, by subject; only where asked for */
  readonly reasons?: ReadonlyMap<string, string>
}

interface Saying {
  readonly lang: Lang
  readonly width: number
  readonly speaker: CaseSpeaker
  readonly status: CaseStatus
  /** a fact's path for a reader */
  readonly fact: (path: string) => string
}

/** A case in words: state, steps over the list, findings, subjects, what may be done next. Lines at most `width` columns where names allow it. */
export function caseText(answer: CaseAnswer, lang: Lang, width: number): string {
  const { program, procedure, status } = answer
  const speaker = caseSpeaker(program, procedure, lang)
  const saying: Saying = { lang, width, speaker, status, fact: (path) => factText(program, procedure, path, lang) }
  const entity = program.entities.find(({ id }) => id === procedure.entity)?.[lang] ?? procedure.entity
  const head = say(lang, 'caseHead', {
    policy: program.policy[lang],
    procedure: procedure[lang],
    year: status.year,
    on: status.on,
  })
  const count = say(lang, 'caseCount', { n: status.subjects.length, entity })
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', `  ${title}`, ...lines])
  return [
    `■ ${answer.name}${answer.invented ? speaker.words.aside(say(lang, 'inventedData')) : ''}`,
    `  ${head}`,
    `  ${say(lang, 'caseState', { state: speaker.words.caseState[status.state] })}${speaker.words.aside(count)}`,
    ...section(say(lang, 'caseSteps'), stepLines(saying)),
    ...section(say(lang, 'caseFindings'), findingLines(saying)),
    ...section(say(lang, 'caseSubjects', { entity }), subjectLines(saying, answer)),
    ...section(
      say(lang, 'caseNext'),
      status.next.map((duty) => `  → ${speaker.duty(duty)}${whoseText(saying, duty.subjects)}`),
    ),
    ...section(
      say(lang, 'caseOwn'),
      [...(answer.reasons ?? [])].flatMap(([id, text]) => [
        `  ${id}`,
        ...text.split('\n').map((line) => (line.trim() === '' ? '' : `    ${line}`)),
      ]),
    ),
  ].join('\n')
}

/** Paths of the list's own record begin with `list.`; ids of parameters and the like have their names. */
function factText(program: Program, { entity, roster }: Procedure, path: string, lang: Lang): string {
  if (path.startsWith('list.') && roster) {
    const field = program.entities.find(({ id }) => id === entity)?.fields.find(({ id }) => id === roster.field)
    return `${field?.[lang] ?? 'list'}.${pathText(program, roster.entity, path.slice('list.'.length), lang)}`
  }
  const other = [...program.parameters, ...program.externals, ...program.calendars].find(({ id }) => id === path)
  return other?.[lang] ?? pathText(program, entity, path, lang)
}

/** `（H1、H2）`; nothing where it is everybody. */
function whoseText({ speaker, status, lang }: Saying, ids: readonly string[]): string {
  if (ids.length === status.subjects.length) return ''
  return speaker.words.aside(namesText(speaker, ids, lang))
}

function namesText({ words }: CaseSpeaker, ids: readonly string[], lang: Lang): string {
  const shown = words.list(ids.slice(0, MOST_NAMED))
  return ids.length <= MOST_NAMED ? shown : say(lang, 'caseMore', { shown, n: ids.length })
}
const MOST_NAMED = 8

/** Groups by a key, in the order they first occur. */
function grouped<T>(list: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const id = key(one)
    const group = groups.get(id)
    if (group) group.push(one)
    else groups.set(id, [one])
  }
  return [...groups.values()]
}

/** A row per step as most of the list stand, and one more for those that stand otherwise. */
function stepLines(saying: Saying): readonly string[] {
  const { lang, speaker, status, width } = saying
  const head = [say(lang, 'stepName'), say(lang, 'stepState'), say(lang, 'stepDay'), say(lang, 'stepDone'), say(lang, 'stepLast')]
  const ids = [...new Set(status.subjects.flatMap(({ steps }) => steps.map(({ step }) => step)))]
  const rows = ids.flatMap((id) => {
    const all = status.subjects.flatMap((subject) => {
      const step = subject.steps.find((one) => one.step === id)
      return step ? [{ subject, step }] : []
    })
    // Who is off the list needs no step any more; that goes without saying.
    const concerned = all.filter(({ subject, step }) => subject.state !== 'dropped' || step.state !== 'not-needed')
    const found = concerned.length > 0 ? concerned : all
    const [most, ...others] = [...grouped(found, ({ step }) => JSON.stringify(cells(speaker, step)))].sort(
      (a, b) => b.length - a.length,
    )
    return [
      [speaker.step(id), ...cells(speaker, most![0]!.step)],
      ...others.map((group) => [
        `  ↳ ${namesText(
          speaker,
          group.map(({ subject }) => subject.id),
          lang,
        )}`,
        ...cells(speaker, group[0]!.step),
      ]),
    ]
  })
  return tableLines(head, rows, width - 4).map((line) => `    ${line}`)
}

function cells({ state }: CaseSpeaker, step: StepStatus): readonly string[] {
  const { on, completed, to } = step
  return [state(step), on ?? '·', completed ?? '·', to ?? '·']
}

/** Findings, once each, with whom they concern. */
function findingLines(saying: Saying): readonly string[] {
  const { speaker, status, lang } = saying
  const all = status.subjects.flatMap((subject) => allFindings(subject).map((finding) => ({ id: subject.id, finding })))
  const lines = grouped(all, ({ finding }) => JSON.stringify(finding)).flatMap((group) => {
    const { finding } = group[0]!
    const { title, said, step, cites, remedy, event } = speaker.finding(finding)
    const whom = whoseText(
      saying,
      group.map(({ id }) => id),
    )
    const where = step === undefined ? '' : `${speaker.words.name(step)}${lang === 'zh' ? '' : ' '}`
    return [
      `  ${finding.breach ? '✗' : '·'} ${where}${title}${whom}${cites === '' ? '' : `${lang === 'zh' ? '，' : ' '}${cites}`}`,
      ...(said === '' ? [] : [`      ${said}`]),
      `      ${event}${lang === 'zh' ? '；' : '; '}${remedy}`,
    ]
  })
  return [...lines, ...unclearLines(saying)]
}

function allFindings(subject: SubjectStatus): readonly CaseFinding[] {
  return [...subject.steps.flatMap(({ findings }) => findings), ...subject.notes]
}

/** What must be known before an unclear step can be judged. */
function unclearLines(saying: Saying): readonly string[] {
  const { status, speaker, lang, fact } = saying
  const open = status.subjects.flatMap(({ id, steps }) =>
    steps.filter(({ state }) => state === 'unclear').map((step) => ({ id, step })),
  )
  return grouped(open, ({ step }) => `${step.step} ${step.needs?.join(' ')}`).map((group) => {
    const { step, needs = [] } = group[0]!.step
    const whom = whoseText(
      saying,
      group.map(({ id }) => id),
    )
    return `  ? ${say(lang, 'stepNeeds', { step: speaker.words.name(speaker.step(step)), needs: speaker.words.list(needs.map(fact)) })}${whom}`
  })
}

/** Those who stand alike together: state, returns, and whether an exit is lawful with both reasons. */
function subjectLines(saying: Saying, { lawful }: CaseAnswer): readonly string[] {
  const { status, speaker, lang } = saying
  const found = status.subjects.map((subject, i) => {
    const returned = subject.returns === 0 ? '' : speaker.words.aside(say(lang, 'returned', { n: subject.returns }))
    const own = lawful?.[i]
    const state = own ? speaker.lawful(own) : speaker.words.subjectState[subject.state]
    const refused = (own?.problems ?? []).map((problem) => `\n      ${problemText(lang, problem).replaceAll('\n', '\n      ')}`)
    return { id: subject.id, text: `${state}${returned}${refused.join('')}` }
  })
  return grouped(found, ({ text }) => text).map((group) => {
    const ids = group.map(({ id }) => id)
    const names =
      ids.length === status.subjects.length && ids.length > 1
        ? say(lang, 'everyone', { n: ids.length })
        : namesText(speaker, ids, lang)
    return `    ${names}${lang === 'zh' ? '：' : ': '}${group[0]!.text}`
  })
}
