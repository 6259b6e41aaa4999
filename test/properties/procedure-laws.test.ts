import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '../../engine/index.ts'
import type { CaseEvent, CaseInput } from '../../engine/procedure/types.ts'
import { addDays, parts } from '../oracle/calendar.ts'
import { sameEvent } from '../oracle/procedure/case.ts'
import type { ProcedureCase } from './arbitrary/case.ts'
import { withoutSubject } from './arbitrary/case-change.ts'
import { type Draw, drawFrom, drawn, shuffle } from './arbitrary/draw.ts'
import { caseFrom, ofStatus } from './procedure-agreement.ts'

const cases = drawn((draw): { one: ProcedureCase; draw: Draw; seed: number } => {
  const seed = draw.int(0, 2 ** 31 - 1)
  return { one: caseFrom(seed), draw: drawFrom(seed + 1), seed }
})

/** What the engine says of a case, events named by `at`; undefined where it refuses. */
function said({ program, readings }: ProcedureCase, input: CaseInput, on: string, at?: (event: number) => number) {
  const answer = checkCase(program, input, on, { readings })
  return 'status' in answer ? (ofStatus(answer.status, at) as Told) : undefined
}
interface Told {
  readonly state: string
  readonly subjects: readonly { readonly id: string; readonly notes: readonly string[] }[]
  readonly next: readonly string[]
}

const isDay = (day: string): boolean => parts(day) !== undefined

describe('laws of cases', () => {
  test('an event after the day asked about changes nothing', () => {
    let told = 0
    fc.assert(
      fc.property(cases, ({ one, draw, seed }) => {
        const { input, program } = one
        for (const on of one.days) {
          const before = said(one, input, on)
          if (before === undefined) continue
          const [later, subjects] = [addDays(on, draw.int(1, 30)), [draw.pick(input.subjects).id]]
          if (input.opened !== undefined && later < input.opened) continue
          if (input.subjects.some((subject) => subject.joined !== undefined && later < subject.joined)) continue
          const step = draw.pick(program.procedures[0]!.steps).id
          const more: CaseEvent = draw.pick([
            { kind: 'drop', on: later, subjects },
            { kind: 'return', on: later, subjects, to: step },
            { kind: 'act', on: later, step, failed: subjects },
            { kind: 'objection', on: later, objection: 'late', subjects, against: step },
            { kind: 'paper', on: later, paper: 'list', names: subjects },
          ])
          const after = said(one, { ...input, events: [...input.events, more] }, on)
          expect(after, `seed ${seed}, ${on}`).toEqual(before)
          told++
        }
      }),
      { numRuns: 400 },
    )
    expect(told).toBeGreaterThan(500)
  })

  test('nothing changes when days are told in another order', () => {
    fc.assert(
      fc.property(cases, ({ one, draw, seed }) => {
        const { input } = one
        const days = [...new Set(input.events.map((event) => event.on))]
        const order = shuffle(draw, days).flatMap((day) => input.events.flatMap((event, i) => (event.on === day ? [i] : [])))
        const turned = { ...input, events: order.map((i) => input.events[i]!) }
        for (const on of one.days) {
          expect(
            said(one, turned, on, (event) => order[event]!),
            `seed ${seed}, ${on}`,
          ).toEqual(said(one, input, on))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('an event told twice changes nothing but its finding', () => {
    let notes = 0
    fc.assert(
      fc.property(cases, ({ one, draw, seed }) => {
        const { input } = one
        if (input.events.length === 0) return
        const again = structuredClone(draw.pick(input.events))
        const twice = { ...input, events: [...input.events, again] }
        const note = `duplicate @${input.events.length}`
        for (const on of one.days) {
          const after = said(one, twice, on)
          if (after === undefined) continue
          const subjects = after.subjects.map((subject) => {
            if (subject.notes.includes(note)) notes++
            return { ...subject, notes: subject.notes.filter((text) => text !== note) }
          })
          expect({ ...after, subjects }, `seed ${seed}, ${on}`).toEqual(said(one, input, on))
        }
      }),
      { numRuns: 400 },
    )
    expect(notes).toBeGreaterThan(300)
  })

  test('subjects are judged each for itself', () => {
    let told = 0
    fc.assert(
      fc.property(cases, ({ one, draw, seed }) => {
        const { input, program } = one
        // What a sample must hold depends on who else is on the list.
        if (program.procedures[0]!.steps.some((step) => step.acts.some((line) => line.kind === 'sample'))) return
        if (input.subjects.length < 2 || !input.events.every((event) => isDay(event.on))) return
        const gone = draw.pick(input.subjects).id
        const { rest, places } = withoutSubject(input, gone)
        const placed = rest.events.map((event, at) => ({ ...event, at }))
        const events = input.events.map((event, at) => ({ ...event, at }))
        const pairs = (all: typeof placed): number => all.filter((a, i) => all.slice(0, i).some((b) => sameEvent(a, b))).length
        // Two events that differed by the subject alone are one event now.
        if (pairs(placed) > pairs(events)) return
        for (const on of one.days) {
          const [all, fewer] = [said(one, input, on), said(one, rest, on, (event) => places[event]!)]
          if (all === undefined || fewer === undefined) continue
          const others = all.subjects.filter((subject) => subject.id !== gone)
          expect(fewer.subjects, `seed ${seed}, ${on} without ${gone}`).toEqual(others)
          told++
        }
      }),
      { numRuns: 600 },
    )
    expect(told).toBeGreaterThan(300)
  })
})
