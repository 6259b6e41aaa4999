import type { LineAt, PartyAt } from '../layout.ts'
import { isAmong } from '../log.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'
import { enough, wanted } from './people.ts'

/** 签字: every party has signed for the subject, in person where proxies are not allowed. `subject` undefined: signatures for all. */
export function judgeSignatures(verdict: Verdict, scene: Scene, line: LineAt, subject: number | undefined): void {
  const signed = scene.act.signatures.filter(
    ({ subjects }) => subjects === undefined || (subject !== undefined && isAmong(subjects, subject)),
  )
  const everyone = signed.map((one) => one.role)
  const inPerson = signed.filter((one) => one.proxy === undefined).map((one) => one.role)
  const missing: PartyAt[] = []
  const byProxy: PartyAt[] = []
  for (const party of line.parties) {
    const { roles, combine } = party
    if (!enough(combine, roles, everyone)) missing.push(party)
    else if (!party.proxy && !enough(combine, roles, inPerson)) byProxy.push(party)
  }
  const parties = (some: readonly PartyAt[]) => some.flatMap((party) => wanted(scene, party.combine, party.roles))
  const who = signed.map((one) => scene.layout.roles.ids[one.role]!)
  if (missing.length > 0) breach(verdict, scene, line, 'signature', who, parties(missing))
  const proxies = signed.flatMap((one) => (one.proxy === undefined ? [] : [one.proxy]))
  if (byProxy.length > 0) breach(verdict, scene, line, 'proxy', proxies, parties(byProxy))
}
