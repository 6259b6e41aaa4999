import { describe } from '../../dsl/diagnostics/describe.ts'
import type { Program } from '../../dsl/lower/program.ts'
import type { Procedure } from '../../dsl/lower/program-procedure.ts'
import { dayFindings } from '../../dsl/timetable/days-that-bind.ts'
import type { Schedule } from '../../dsl/timetable/schedule.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { caseSpeaker } from '../procedure/text.ts'
import type { Lang } from '../types.ts'
import type { PlanStep } from './plan-steps.ts'
import { cut, padded, tableLines } from './table.ts'
import type { Terminal } from './terminal.ts'
import { say } from './words.ts'

/** A timetable to be said. */
export interface PlanAnswer {
  readonly program: Program
  readonly procedure: Procedure
  readonly timetable: Schedule
  readonly steps: readonly PlanStep[]
  readonly start?: string
}

/** A timetable in words: what cannot be kept first, with the arithmetic; a row per step; bars over the weeks. */
export function planText(answer: PlanAnswer, { lang, columns = 80 }: Terminal): string {
  const { program, procedure, timetable, start } = answer
  const head = say(lang, 'planHead', {
    policy: program.policy[lang],
    procedure: procedure[lang],
    year: timetable.setting.year,
    start: start === undefined ? say(lang, 'planFromWindows') : say(lang, 'planFrom', { start }),
  })
  const found = dayFindings(timetable)
  const findings = found.flatMap((one) => {
    const { title, why } = describe(one, lang)
    return [`${one.severity === 'info' ? '·' : '✗'} ${one.code} ${title}`, `    ${why}`]
  })
  const kept = answer.steps.every(({ slack = 0 }) => slack >= 0) && !found.some(({ severity }) => severity !== 'info')
  return [
    head,
    '',
    ...(kept ? [say(lang, 'planFits'), ''] : []),
    ...(findings.length > 0 ? [say(lang, 'planFindings'), ...findings, ''] : []),
    ...rows(answer, lang, columns),
    '',
    ...chart(answer.steps, lang, columns),
    '',
  ].join('\n')
}

function rows({ program, procedure, steps }: PlanAnswer, lang: Lang, width: number): readonly string[] {
  const speaker = caseSpeaker(program, procedure, lang)
  const head = (['stepName', 'planColumn', 'planLimit', 'planLatest', 'planSlack', 'planActors'] as const).map((key) =>
    say(lang, key),
  )
  const cells = steps.map((step): readonly string[] => {
    const limit = step.limits[0]
    const line =
      limit === undefined
        ? '·'
        : `${shortDay(limit.day, step)} ${
            limit.anchor === undefined
              ? say(lang, limit.kind === 'window' ? 'planWindow' : 'planDue')
              : say(lang, 'planAfter', { step: speaker.step(limit.anchor) })
          }`
    const days = step.from === step.to ? formatDay(step.from) : `${formatDay(step.from)} → ${formatDay(step.to).slice(5)}`
    return [
      step[lang],
      days,
      line,
      step.latest === undefined ? '·' : shortDay(step.latest, step),
      step.slack === undefined ? '·' : say(lang, 'planDays', { n: step.slack }),
    ]
  })
  // Actors go beside the step where there is room, else on a line of their own.
  const actors = steps.map(({ roles }) =>
    roles.length === 0 ? say(lang, 'planNoActor') : speaker.words.list(speaker.roles(roles)),
  )
  const wide = tableLines(
    head,
    cells.map((row, i) => [...row, actors[i]!]),
    WIDE,
  )
  if (width >= WIDE) return wide
  const [title, ...lines] = tableLines(head.slice(0, -1), cells, width)
  return [title!, ...lines.flatMap((line, i) => [line, `  ${cut(actors[i]!, width - 2)}`])]
}
const WIDE = 110

/** A day without its year where it is the step's own year. */
function shortDay(day: number, { from }: PlanStep): string {
  const text = formatDay(day)
  return text.slice(0, 4) === formatDay(from).slice(0, 4) ? text.slice(5) : text
}

const LABEL = 18

/** A bar per step; a cell is a week, or as many as the width asks for. */
function chart(steps: readonly PlanStep[], lang: Lang, width: number): readonly string[] {
  const ends = steps.map((step) => Math.max(step.to, lastDay(step) ?? step.to))
  const first = Math.min(...steps.map((step) => Math.min(step.from, lastDay(step) ?? step.from)))
  const room = Math.max(width - LABEL - 2, 10)
  const days = WEEK * Math.max(1, Math.ceil((Math.max(...ends) - first + 1) / WEEK / room))
  const at = (day: number) => Math.floor((day - first) / days)
  const cells = at(Math.max(...ends)) + 1
  const bars = steps.map((step) => {
    const { from, to } = step
    const last = lastDay(step)
    const bar = Array.from({ length: cells }, (_, i) => {
      if (i >= at(from) && i <= at(to)) return '■'
      if (last !== undefined && i === at(last)) return '┃'
      return last !== undefined && i > at(to) && i < at(last) ? '░' : ' '
    }).join('')
    return `${padded(cut(step[lang], LABEL), LABEL)}  ${bar}`.trimEnd()
  })
  const scale = `${padded('', LABEL)}  ${formatDay(first)}`
  return [say(lang, 'planChart', { n: days }), scale, ...bars]
}
const WEEK = 7

/** The last day that keeps its own days and leaves what follows theirs. */
function lastDay({ to, slack }: PlanStep): number | undefined {
  return slack === undefined ? undefined : to + slack
}
