import type { Program } from '../../../dsl/lower/program.ts'
import type { ActKind } from '../../../dsl/lower/program-procedure.ts'
import { caseSpeaker } from '../../procedure/text.ts'
import type { Lang } from '../../types.ts'
import type { Aim, ProcedureCoverage, StepCoverage } from './coverage.ts'
import type { ListResult } from './suite.ts'

interface CoverageWords {
  readonly head: (policy: string, procedure: string, complete: boolean) => string
  readonly aim: Readonly<Record<Aim['aim'], string>>
  readonly never: (aims: readonly string[]) => string
  readonly counted: (aim: string, cases: number) => string
  readonly under: (readings: readonly string[]) => string
  readonly kind: Readonly<Record<ActKind, string>>
  readonly between: string
}

const WORDS: Readonly<Record<Lang, CoverageWords>> = {
  zh: {
    head: (policy, procedure, complete) => `覆盖 ${policy} / ${procedure}: ${complete ? '完整' : '不完整'}`,
    aim: { done: '完成', broken: '违反', kept: '守住', taken: '走到', needed: '需要', 'not-needed': '不需要' },
    never: (aims) => `还没有用例让它${aims.join('、')}`,
    counted: (aim, cases) => `${aim} ${cases}`,
    under: (readings) => `（${readings.join('、')}）`,
    kind: {
      window: '时段',
      due: '期限',
      actor: '主体',
      attend: '参加',
      uses: '凭',
      produces: '产出',
      posting: '公示',
      announcement: '公告',
      vote: '表决',
      consent: '同意',
      signatures: '签字',
      consult: '征询',
      notify: '送达',
      archive: '归档',
      filing: '备案',
      sample: '抽查',
      registers: '登记',
      on_objection: '有异议',
      on_refusal: '不同意',
      on_fail: '不通过',
    },
    between: '；',
  },
  en: {
    head: (policy, procedure, complete) => `coverage ${policy} / ${procedure}: ${complete ? 'complete' : 'incomplete'}`,
    aim: { done: 'done', broken: 'broken', kept: 'kept', taken: 'taken', needed: 'needed', 'not-needed': 'not needed' },
    never: (aims) => `in no case ${aims.join(', ')}`,
    counted: (aim, cases) => `${aim} ${cases}`,
    under: (readings) => ` (${readings.join(', ')})`,
    kind: {
      window: 'window',
      due: 'due',
      actor: 'actor',
      attend: 'attend',
      uses: 'uses',
      produces: 'produces',
      posting: 'posting',
      announcement: 'announcement',
      vote: 'vote',
      consent: 'consent',
      signatures: 'signatures',
      consult: 'consult',
      notify: 'notify',
      archive: 'archive',
      filing: 'filing',
      sample: 'sample',
      registers: 'registers',
      on_objection: 'on objection',
      on_refusal: 'on refusal',
      on_fail: 'on failure',
    },
    between: '; ',
  },
}

/** Coverage of a procedure: a line per step and per line of it, with what no case has shown. */
export function procedureCoverageText(found: ProcedureCoverage, lang: Lang): string {
  const words = WORDS[lang]
  const line = (one: StepCoverage) => {
    const name = one.kind === undefined ? one.label[lang] : `  ${words.kind[one.kind]} ${one.line}`
    const under = one.under.length === 0 ? '' : words.under(one.under.map(({ reading, choice }) => `${reading}=${choice}`))
    const shown = one.aims.filter(({ cases }) => cases > 0).map(({ aim, cases }) => words.counted(words.aim[aim], cases))
    const open = one.aims.filter(({ cases }) => cases === 0).map(({ aim }) => words.aim[aim])
    const said = [...(shown.length > 0 ? [shown.join(' · ')] : []), ...(open.length > 0 ? [words.never(open)] : [])]
    return `  ${one.complete ? '✓' : '✗'} ${name}${under} — ${said.join(words.between)}`
  }
  return [words.head(found.policy, found.procedure, found.complete), ...found.steps.map(line)].join('\n')
}

/** Why a case came out as it did: the findings in words, each with whom it concerns. */
export function listReasons(program: Program, { standing }: ListResult, lang: Lang): readonly string[] {
  const procedure = program.procedures.find(({ id }) => id === standing?.procedure)
  if (!standing || !procedure) return []
  const speaker = caseSpeaker(program, procedure, lang)
  const said = new Map<string, string[]>()
  for (const subject of standing.subjects) {
    for (const finding of [...subject.steps.flatMap(({ findings }) => findings), ...subject.notes]) {
      const { title, said: how, step = '', cites } = speaker.finding(finding)
      const text = [step === '' ? '' : speaker.words.name(step), title, how, cites].filter((part) => part !== '').join(' ')
      const whom = said.get(text)
      if (whom) whom.push(subject.id)
      else said.set(text, [subject.id])
    }
  }
  return [...said].map(([text, ids]) => `${text}${speaker.words.aside(speaker.words.list(ids))}`)
}
