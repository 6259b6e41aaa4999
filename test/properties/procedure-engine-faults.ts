import type { CaseStatus, StepStatus } from '../../engine/procedure/types.ts'
import type { Mutation } from './mutated-engine.ts'
import type { CaseEngine } from './procedure-agreement.ts'

/** A fault to plant in how the engine judges cases: a change of its sources, or of what it answers. */
export type CaseFault = { readonly name: string } & (
  | { readonly source: Mutation }
  | { readonly answer: (status: CaseStatus) => CaseStatus }
)

const inSource = (name: string, folder: string, before: string, after: string): CaseFault => ({
  name,
  source: { folder, before, after },
})

const FOLD = 'engine/procedure/fold'
const LINES = 'engine/procedure/lines'
const STATUS = 'engine/procedure/status'
const VALUE = 'dsl/value'

/** The step as it would be if a later act of it cured lateness. */
function cured(step: StepStatus): StepStatus {
  const latest = Math.max(...step.findings.filter((one) => one.breach).map((one) => one.event))
  const isOld = (code: string, event: number): boolean => (code === 'late' || code === 'reply') && event !== latest
  return { ...step, findings: step.findings.filter((one) => !isOld(one.code, one.event)) }
}

const DAYS: readonly CaseFault[] = [
  inSource('weeks end a day late', VALUE, 'addDays(start, amount * 7 - off)', 'addDays(start, amount * 7)'),
  inSource('a month is 30 days', VALUE, 'addDays(addMonths(start, amount), -off)', 'addDays(start, amount * 30 - off)'),
  inSource('a month’s end is not clamped', VALUE, 'day: Math.min(day, daysInMonth(newYear, newMonth))', 'day: Math.min(day, 28)'),
  inSource('working days are any days', VALUE, 'if (working) left -= 1', 'left -= 1'),
  inSource('nobody works instead of a day off', VALUE, 'if (calendar.work.some(', 'if (!calendar.work.some('),
  inSource('a last day never moves on', 'engine/procedure', 'last === undefined || !rules.moved', 'last !== undefined'),
  inSource('期限首日 does not follow 首日', 'engine/procedure', '?.deadlineDay ?? first', "?.deadlineDay ?? 'counted'"),
  inSource(
    'a step is overdue on its last day',
    STATUS,
    "last !== undefined && last < on) return 'overdue'",
    "last !== undefined && last <= on) return 'overdue'",
  ),
]

const EVENTS: readonly CaseFault[] = [
  inSource(
    'what comes after a posting may begin on its last day',
    FOLD,
    'act.completion > day : act.completion >= day',
    'act.completion > day : act.completion > day',
  ),
  inSource(
    'a return leaves what came after',
    FOLD,
    'for (const step of followers) {',
    'for (const step of followers.slice(0, 1)) {',
  ),
  inSource('papers of an act done again are forgotten', FOLD, 'for (const paper of before.act.papers) kept.add(paper)', ''),
  inSource('objections hold nothing up', FOLD, 'standing.open === undefined || standing.open[step] === 0', 'true'),
  inSource('anybody may settle an objection', FOLD, '!named.some((role) => event.by.includes(role))', 'false'),
  inSource('a refusal is a failure like any other', FOLD, 'refused ? plan.onRefusal : plan.onFail', 'plan.onFail'),
  inSource(
    'one dropped is still on the list',
    FOLD,
    'return !standing.off && standing.joined <= day',
    'return standing.joined <= day',
  ),
  inSource(
    'one joins a day late',
    FOLD,
    'return !standing.off && standing.joined <= day',
    'return !standing.off && standing.joined < day',
  ),
  inSource('a duplicate is taken', FOLD, 'sequence.again.size > 0 && sequence.again.has(event)', 'false'),
  inSource('replies are seen before they come', FOLD, 'if (reply.on <= on && reply.on > last)', 'if (reply.on > last)'),
  {
    name: 'lateness is cured by repeating',
    answer: (status) => ({
      ...status,
      subjects: status.subjects.map((one) => ({ ...one, steps: one.steps.map(cured) })),
    }),
  },
]

const OF_LINES: readonly CaseFault[] = [
  inSource(
    'a vote is counted out of those entitled',
    LINES,
    "case 'present':\n      return act.present",
    "case 'present':\n      return act.eligible",
  ),
  inSource(
    'a quorum must be passed',
    LINES,
    'reaches(present, eligible, quorum, false)',
    'reaches(present, eligible, quorum, true)',
  ),
  inSource('over is at least', LINES, 'strict ? left > right : left >= right', 'left >= right'),
  inSource(
    'a sample counts the dropped',
    FOLD,
    'return subjects.filter((subject) => isListed(all[subject]!, act.on))',
    'return subjects',
  ),
  inSource('strata are passed over', LINES, 'if (truth === TRUE) missed.add(scene.idOf(subject))', ''),
  inSource(
    'one place is enough',
    LINES,
    'line.places.every((place) => act.places.includes(place))',
    'line.places.some((place) => act.places.includes(place))',
  ),
  inSource('supplies need not name anyone', LINES, 'else if (isNaming(line) &&', 'else if (false &&'),
  inSource('a proxy signs for anyone', LINES, '!party.proxy &&', 'false &&'),
  inSource(
    'a guard that is unknown is false',
    STATUS,
    "if (plan.need === UNKNOWN) return 'unclear'",
    "if (plan.need === UNKNOWN) return 'not-needed'",
  ),
  inSource(
    'an act that failed is done',
    STATUS,
    "act.failed || isObjected(standing, step) ? 'due' : 'done'",
    "isObjected(standing, step) ? 'due' : 'done'",
  ),
]

export const CASE_FAULTS: readonly CaseFault[] = [...DAYS, ...EVENTS, ...OF_LINES]

/** The engine answering as the fault has it. */
export function answering(engine: CaseEngine, answer: (status: CaseStatus) => CaseStatus): CaseEngine {
  return {
    checkCase: (...args) => {
      const found = engine.checkCase(...args)
      return 'status' in found ? { status: answer(found.status) } : found
    },
  }
}
