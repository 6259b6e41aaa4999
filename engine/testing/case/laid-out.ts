import type { Program } from '../../../dsl/lower/program.ts'
import type { Desk } from '../../procedure/desk.ts'
import { dayAsked } from '../../procedure/desk.ts'
import type { Standing } from '../../procedure/fold/standing.ts'
import { type Sequence, walk } from '../../procedure/fold/walk.ts'
import type { CaseRead } from '../../procedure/log.ts'
import { deskNamed } from '../../procedure/open.ts'
import { readCaseFile } from '../../procedure/read/case.ts'
import { sequenceOf } from '../../procedure/sequence.ts'
import { profilesOf } from '../../procedure/status/facts.ts'
import type { ListCase } from './suite.ts'

/** A case read and laid out, to be walked as far as one likes. */
export interface LaidOut {
  readonly desk: Desk
  readonly read: CaseRead
  readonly sequence: Sequence
  /** how the subjects stand after the first events in the order of days */
  readonly after: (events: number) => readonly Standing[]
}

/** Lays a case out; undefined where it is refused. */
export function laidOut(program: Program, { input, on, readings }: ListCase): LaidOut | undefined {
  const desk = deskNamed(program, input, { readings })
  if ('problems' in desk) return undefined
  const found = readCaseFile(desk.layout, input)
  if ('problems' in found) return undefined
  const { read } = found
  const sequence = sequenceOf(read.events)
  const { profiles } = profilesOf(desk.day(on, read.year), read)
  const day = dayAsked(on)
  const after = (events: number) =>
    walk(desk.layout, read, { events: sequence.events.slice(0, events), again: sequence.again }, profiles, day)
  return { desk, read, sequence, after }
}
