import type { ActOf } from '../../../dsl/lower/program-procedure.ts'
import { FALSE, UNKNOWN } from '../../../dsl/value/truth.ts'
import type { LineAt } from '../layout.ts'
import type { Ballot } from '../log.ts'
import type { Profile } from '../profile.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'
import { named } from './people.ts'
import { numberText, reaches } from './share.ts'

/** 表决, what is the same for everyone voted on: the bodies came, and enough of them. */
export function judgeMeeting(verdict: Verdict, scene: Scene, line: LineAt, { vector }: Profile): void {
  const { act } = scene
  if (line.quorum >= 0) {
    const quorum = vector.numbers[line.quorum]!
    const { present, eligible } = act
    const reached = present === undefined || eligible === undefined ? FALSE : reaches(present, eligible, quorum, false)
    if (reached === UNKNOWN) verdict.doubts.push({ kind: 'number', at: line.quorum })
    if (reached === FALSE) breach(verdict, scene, line, 'quorum', [count(present), count(eligible)], [numberText(quorum)])
  }
  if (line.roles.every((body) => act.by.includes(body) || act.attended.includes(body))) return
  breach(verdict, scene, line, 'body', named(scene, [...act.by, ...act.attended]), named(scene, line.roles))
}

/** 表决 on one subject: the counts are there, and the vote did not fall short. */
export function judgeBallot(verdict: Verdict, scene: Scene, line: LineAt, subject: number, { vector }: Profile): void {
  const { base, threshold } = line.act as ActOf<'vote'>
  const ballot = scene.act.ballots?.get(subject)
  const whole = base === undefined ? 0 : wholeOf(base, scene, ballot)
  if (ballot === undefined || whole === undefined) {
    breach(verdict, scene, line, 'ballot', [count(ballot?.yes), count(whole)], base === undefined ? [] : [base])
    return
  }
  if (threshold === undefined) return
  if (base === undefined) {
    verdict.doubts.push({ kind: 'unsaid' })
    return
  }
  const reached = reaches(ballot.yes, whole, vector.numbers[line.number]!, threshold.strict)
  if (reached === FALSE) verdict.failed = true
  if (reached === UNKNOWN) verdict.doubts.push({ kind: 'number', at: line.number })
}

function wholeOf(base: 'present' | 'eligible' | 'cast', { act }: Scene, ballot: Ballot | undefined): number | undefined {
  switch (base) {
    case 'present':
      return act.present
    case 'eligible':
      return act.eligible
    case 'cast':
      return ballot && ballot.yes + ballot.no
    default: {
      const unreachable: never = base
      return unreachable
    }
  }
}

function count(number: number | undefined): string {
  return number === undefined ? '?' : String(number)
}
