import { dayText, lastOfDeadline } from '../days.ts'
import type { LineAt } from '../layout.ts'
import { breach, type Instance, type Scene, type Verdict } from '../verdict.ts'

/** 时段, 期限 as written: begun before the first day, completed after the last. */
export function judgeDays(verdict: Verdict, scene: Scene): void {
  const { plan, act, completion } = scene
  for (const { line, day } of plan.starts) {
    if (day === undefined) verdict.doubts.push({ kind: 'calendar' })
    else if (act.on < day) breach(verdict, scene, line, 'early', [dayText(act.on)], [dayText(day)])
  }
  for (const { line, day } of plan.ends) {
    if (completion === undefined) continue
    if (day === undefined) verdict.doubts.push({ kind: 'calendar' })
    else if (completion > day) breach(verdict, scene, line, 'late', [dayText(completion)], [dayText(day)])
  }
}

/** 期限 … 起算 a step: completed later than that long after the step's counting act. Without such an act nothing is demanded. */
export function judgeDeadline(verdict: Verdict, scene: Scene, line: LineAt, anchor: Instance | undefined): void {
  const { completion } = scene
  if (anchor?.completion === undefined || completion === undefined || line.length === undefined) return
  const last = lastOfDeadline(scene.layout.days, anchor.completion, line.length)
  if (last === undefined) verdict.doubts.push({ kind: 'calendar' })
  else if (completion > last) breach(verdict, scene, line, 'late', [dayText(completion)], [dayText(last)])
}
