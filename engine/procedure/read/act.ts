import type { Sink } from '../../facts/sink.ts'
import { type ActRead, members } from '../log.ts'
import {
  type Around,
  readBallots,
  readConsents,
  readRegistered,
  readReplies,
  readSignatures,
  readSubjects,
  refuseBefore,
} from './entries.ts'
import { AT, type EventKey } from './keys.ts'
import { plainNames, readDate, readName, readNames, readWhole } from './reader.ts'

/** The values of an event by the number of their key. */
export type Flat = readonly unknown[]

const NONE: readonly never[] = Object.freeze([])

type At = (key: string) => string

/** Reads an act; undefined after refusing its step or day. */
export function readAct(around: Around, raw: Flat, index: number, on: number, at: At): ActRead | undefined {
  const { sink, layout, subjects } = around
  const { stepNames, roles, papers, places } = layout
  const step =
    stepNames.byName.get(raw[AT.step] as string) ?? readName(sink, raw[AT.step], stepNames.byName, 'K111', () => at('step'))
  const until = raw[AT.until] === undefined ? undefined : readDate(sink, raw[AT.until], () => at('until'))
  if (until !== undefined && until < on) refuseBefore(sink, until, on, () => at('until'))
  const present = raw[AT.present] === undefined ? undefined : readWhole(sink, raw[AT.present], () => at('present'))
  const act: ActRead = {
    kind: 'act',
    index,
    on,
    step: step ?? -1,
    until,
    subjects: raw[AT.subjects] === undefined ? undefined : readSubjects(sink, raw[AT.subjects], subjects, () => at('subjects')),
    by: names(sink, raw, 'by', roles.byName, 'K112', at),
    attended: names(sink, raw, 'attended', roles.byName, 'K112', at),
    persons: raw[AT.persons] === undefined ? undefined : readWhole(sink, raw[AT.persons], () => at('persons')),
    papers: names(sink, raw, 'papers', papers.byName, 'K113', at),
    places: names(sink, raw, 'places', places.byName, 'K114', at),
    failed: raw[AT.failed] === undefined ? NONE : members(names(sink, raw, 'failed', subjects, 'K115', at)),
    present,
    eligible: raw[AT.eligible] === undefined ? undefined : readWhole(sink, raw[AT.eligible], () => at('eligible')),
    ballots: raw[AT.ballots] === undefined ? undefined : readBallots(around, raw[AT.ballots], present, () => at('ballots')),
    consents: raw[AT.consents] === undefined ? NONE : readConsents(around, raw[AT.consents], () => at('consents')),
    signatures: raw[AT.signatures] === undefined ? NONE : readSignatures(around, raw[AT.signatures], () => at('signatures')),
    replies: raw[AT.replies] === undefined ? NONE : readReplies(around, raw[AT.replies], on, () => at('replies')),
    notified: names(sink, raw, 'notified', roles.byName, 'K112', at),
    archived: names(sink, raw, 'archived', roles.byName, 'K112', at),
    filed: names(sink, raw, 'filed', roles.byName, 'K112', at),
    sampled: raw[AT.sampled] === undefined ? NONE : members(names(sink, raw, 'sampled', subjects, 'K115', at)),
    registered: raw[AT.registered] === undefined ? undefined : readRegistered(around, raw[AT.registered], () => at('registered')),
  }
  return step === undefined ? undefined : act
}

function names(
  sink: Sink,
  raw: Flat,
  key: EventKey,
  byName: ReadonlyMap<string, number>,
  code: string,
  at: At,
): readonly number[] {
  return plainNames(sink, raw[AT[key]], byName) ?? readNames(sink, raw[AT[key]], byName, code, () => at(key))
}
