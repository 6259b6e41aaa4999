import type { Standing } from '../fold/standing.ts'
import type { Layout } from '../layout.ts'
import type { Duty, SubjectStatus } from '../types.ts'

/** What may or must be done now: due and overdue steps in the order of the text, those of several subjects together where nothing differs. */
export function dutiesOf(layout: Layout, subjects: readonly SubjectStatus[], standings: readonly Standing[]): readonly Duty[] {
  const found = new Map<string, Duty & { readonly subjects: string[] }>()
  const order = layout.stepNames.byName
  subjects.forEach((subject, i) => {
    if (subject.state === 'dropped' || subject.state === 'not-applicable') return
    for (const { step, state, from, to } of subject.steps) {
      if (state !== 'due' && state !== 'overdue') continue
      const plan = standings[i]!.profile.steps[order.get(step)!]!
      const roles = plan.actors
      const key = `${step} ${state} ${from} ${to} ${roles.join(' ')}`
      const same = found.get(key)
      if (same !== undefined) same.subjects.push(subject.id)
      else {
        const { cites } = plan.at.step
        found.set(key, { step, state, subjects: [subject.id], roles, ...(from && { from }), ...(to && { to }), cites })
      }
    }
  })
  return [...found.values()].sort((a, b) => order.get(a.step)! - order.get(b.step)!)
}
