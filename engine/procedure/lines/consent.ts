import type { LineAt } from '../layout.ts'
import { isAmong } from '../log.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'
import { named } from './people.ts'

/** Whether the answers are for all the act covers, so that they are judged once. */
export function isForAll(entries: readonly { readonly subjects: unknown }[]): boolean {
  return entries.every((entry) => entry.subjects === undefined)
}

/** 同意: every role has answered for the subject; a refusal fails the act. `subject` undefined: answers for all. */
export function judgeConsent(verdict: Verdict, scene: Scene, line: LineAt, subject: number | undefined): void {
  const { consents } = scene.act
  const answered: number[] = []
  for (let i = 0; i < consents.length; i++) {
    const { role, given, subjects } = consents[i]!
    if (subjects !== undefined && (subject === undefined || !isAmong(subjects, subject))) continue
    if (!line.roles.includes(role)) continue
    if (!answered.includes(role)) answered.push(role)
    if (given) continue
    verdict.failed = true
    verdict.refused = true
  }
  if (answered.length < line.roles.length)
    breach(verdict, scene, line, 'consent', named(scene, answered), named(scene, line.roles))
}
