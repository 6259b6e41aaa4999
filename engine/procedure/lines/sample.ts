import { FALSE, TRUE, UNKNOWN } from '../../../dsl/value/truth.ts'
import type { LineAt } from '../layout.ts'
import { isAmong } from '../log.ts'
import type { Profile } from '../profile.ts'
import { breach, type Doubt, type Scene, type Verdict } from '../verdict.ts'
import { numberText, reaches } from './share.ts'

/** 抽查: enough of those covered are in the sample, and everyone of a stratum is. */
export function judgeSample(verdict: Verdict, scene: Scene, line: LineAt, { vector }: Profile): void {
  const { act, covered } = scene
  if (line.number >= 0) {
    const share = vector.numbers[line.number]!
    const sampled = covered.filter((subject) => isAmong(act.sampled, subject)).length
    const reached = reaches(sampled, covered.length, share, false)
    if (reached === FALSE) breach(verdict, scene, line, 'sample', [String(sampled), String(covered.length)], [numberText(share)])
    if (reached === UNKNOWN) verdict.doubts.push({ kind: 'number', at: line.number })
  }
  const left = line.strata.length === 0 ? [] : covered.filter((subject) => !isAmong(act.sampled, subject))
  const missed = new Set<string>()
  const open: Doubt[] = []
  for (const guard of line.strata) {
    for (const subject of left) {
      const truth = scene.truthFor(guard, subject)
      if (truth === TRUE) missed.add(scene.idOf(subject))
      if (truth === UNKNOWN) open.push({ kind: 'guard', at: guard, subject })
    }
  }
  if (missed.size > 0) {
    const strata = 'strata' in line.act ? line.act.strata.map(({ id }) => id) : []
    breach(verdict, scene, line, 'stratum', [...missed], strata)
  }
  verdict.doubts.push(...open)
}
