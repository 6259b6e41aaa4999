import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { type Schedule, schedule } from '../../dsl/timetable/schedule.ts'
import { settingOf } from '../../dsl/timetable/terms.ts'
import { formatDay, parseDay } from '../../dsl/value/date.ts'

const VOCABULARY = `词汇 用语/terms {
  角色 村里/village；角色 乡里/township；
  枚举 名单类别/list_kind { 退出/exiting；纳入/entering }
  实体 户/household { 字段 通水/water：真假；字段 有队/team：真假；字段 类别/kind：名单类别；}
}`

/** A policy of one procedure with these lines; compiled, with what was found about it. */
export function procedureOf(
  lines: string,
  more = '',
  facts = '',
): { readonly program: Program; readonly found: readonly string[] } {
  const text = `政策 试/trial {
    施行 自 2019-01-01 至 2019-12-31；采用 用语；来源 办法/measure「办法」{ 条「一」}
    ${more}
    标准 退出/exit 适用于 户 依据「一」{ 须 水/has_water 依据「一」：通水；}
    程序 退出程序/steps 适用于 户 依据「一」{ ${lines} }
  }`
  const compiled = compile([
    { file: 'terms.policy', text: VOCABULARY.replace('字段 类别', `${facts}字段 类别`) },
    { file: 'trial.policy', text },
  ])
  const errors = compiled.diagnostics.filter((d) => d.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.code} ${JSON.stringify(d.args)}`).join('\n'))
  return {
    program: compiled.programs.get('trial')!,
    found: compiled.diagnostics.map((d) => `${d.code} ${d.args['stepEn'] ?? ''}`.trim()),
  }
}

/** What compiling says of one procedure, with all its words' arguments. */
export function findingsOf(lines: string, more = '') {
  const text = procedureOf(lines, more)
  return text.found.filter((code) => code.startsWith('W'))
}

export function timetableOf(
  program: Program,
  year = 2019,
  readings: Readonly<Record<string, string>> = {},
  start?: string,
): Schedule {
  return schedule(settingOf(program, program.procedures[0]!, year, readings), start === undefined ? undefined : parseDay(start)!)
}

/** `step from→to` for every step. */
export function daysOf(timetable: Schedule): readonly string[] {
  return [...timetable.slots.values()].map((slot) => `${slot.step} ${formatDay(slot.from)}→${formatDay(slot.to)}`)
}
