import { dayText, lastOfDeadline } from '../days.ts'
import type { LineAt } from '../layout.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'

/** 征询: no seen reply of the roles asked came after the last day for it. */
export function judgeConsult(verdict: Verdict, scene: Scene, line: LineAt): void {
  const { act, layout, on } = scene
  if (line.length === undefined) return
  const last = lastOfDeadline(layout.days, act.on, line.length)
  if (last === undefined) {
    verdict.doubts.push({ kind: 'calendar' })
    return
  }
  const late = act.replies.filter((reply) => reply.on <= on && reply.on > last && line.roles.includes(reply.role))
  if (late.length === 0) return
  const found = late.flatMap((reply) => [layout.roles.ids[reply.role]!, dayText(reply.on)])
  breach(verdict, scene, line, 'reply', found, [dayText(last)])
}
