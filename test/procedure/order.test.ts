import { describe, expect, it } from 'vitest'
import * as b from '../engine/build.ts'
import { chain, posting, programWith, span, step } from './build.ts'
import { act, caseOf, line, statusOn, stepOf, subject } from './call.ts'

const THREE = programWith({ steps: chain(step('a'), step('c'), step('d')) })
const on = '2019-12-01'

describe('the order of steps', () => {
  it('is kept by later days and by the file on one day', () => {
    const inOrder = [act('a', '2019-10-01'), act('c', '2019-10-01'), act('d', '2019-10-02')]
    expect(line(statusOn(THREE, caseOf(inOrder), on))).toBe('a:done c:done d:done')
    expect(statusOn(THREE, caseOf(inOrder), on).state).toBe('conformant')
    const turned = [act('c', '2019-10-01'), act('a', '2019-10-01'), act('d', '2019-10-02')]
    expect(line(statusOn(THREE, caseOf(turned), on))).toBe('a:done c:breached(order) d:breached(order)')
    expect(statusOn(THREE, caseOf(turned), on).state).toBe('breached')
  })

  it('goes by days, not by the order of the file', () => {
    const mixed = [act('d', '2019-10-03'), act('a', '2019-10-01'), act('c', '2019-10-02')]
    expect(line(statusOn(THREE, caseOf(mixed), on))).toBe('a:done c:done d:done')
  })

  it('is cured by repeating', () => {
    const events = [act('c', '2019-10-01'), act('a', '2019-10-02'), act('c', '2019-10-03')]
    expect(line(statusOn(THREE, caseOf(events), on))).toBe('a:done c:done d:due')
    const { findings } = stepOf(statusOn(THREE, caseOf(events.slice(0, 2)), on), 'c')
    expect(findings).toMatchObject([{ code: 'order', breach: true, curable: true, event: 0, found: [], required: ['a'] }])
  })

  it('wants a later day after what has an end', () => {
    const program = programWith({ steps: chain(step('a', [posting(span(3))]), step('c')) })
    const posted = act('a', '2019-10-01', { until: '2019-10-03' })
    expect(line(statusOn(program, caseOf([posted, act('c', '2019-10-03')]), on))).toBe('a:done c:breached(order)')
    expect(line(statusOn(program, caseOf([posted, act('c', '2019-10-04')]), on))).toBe('a:done c:done')
  })

  it('lets steps run side by side and joins them', () => {
    const program = programWith({
      steps: [step('a'), step('c', [], { after: ['a'] }), step('d', [], { after: ['a'] }), step('e', [], { after: ['c', 'd'] })],
    })
    const half = [act('a', '2019-10-01'), act('d', '2019-10-02')]
    expect(line(statusOn(program, caseOf(half), on))).toBe('a:done c:due d:done e:not-yet')
    expect(stepOf(statusOn(program, caseOf(half), on), 'e').waitsFor).toEqual(['c'])
    expect(line(statusOn(program, caseOf([...half, act('e', '2019-10-03')]), on))).toBe('a:done c:due d:done e:breached(order)')
    expect(line(statusOn(program, caseOf([...half, act('c', '2019-10-03'), act('e', '2019-10-03')]), on))).toBe(
      'a:done c:done d:done e:done',
    )
  })

  it('passes over steps that are not needed', () => {
    const program = programWith({ steps: chain(step('a'), step('c', [], { when: b.get('poor') }), step('d')) })
    const events = [act('a', '2019-10-01'), act('d', '2019-10-02')]
    const withPoor = (poor: unknown) => caseOf(events, { subjects: [{ id: 'h', facts: { poor } }] })
    expect(line(statusOn(program, withPoor(false), on))).toBe('a:done c:not-needed d:done')
    expect(line(statusOn(program, withPoor(true), on))).toBe('a:done c:due d:breached(order)')
    expect(line(statusOn(program, withPoor(null), on))).toBe('a:done c:unclear d:unclear')
    expect(stepOf(statusOn(program, withPoor(null), on), 'd').needs).toEqual(['poor'])
    const without = caseOf([act('d', '2019-10-02')], { subjects: [{ id: 'h', facts: {} }] })
    expect(line(statusOn(program, without, on))).toBe('a:due c:unclear d:breached(order)')
  })

  it('sees nothing after the day asked about', () => {
    const events = [act('a', '2019-10-01'), act('c', '2019-10-02')]
    expect(line(statusOn(THREE, caseOf(events), '2019-10-01'))).toBe('a:done c:due d:not-yet')
    expect(line(statusOn(THREE, caseOf(events), '2019-09-30'))).toBe('a:due c:not-yet d:not-yet')
    expect(subject(statusOn(THREE, caseOf(events), '2019-09-30')).state).toBe('in-progress')
  })

  it('reports an event that is there twice and takes it once', () => {
    const events = [act('a', '2019-10-01'), act('a', '2019-10-01'), act('c', '2019-10-02'), act('字c', '2019-10-02')]
    const status = statusOn(THREE, caseOf(events), on)
    expect(line(status)).toBe('a:done(duplicate) c:done(duplicate) d:due')
    expect(stepOf(status, 'a').findings).toMatchObject([{ code: 'duplicate', breach: false, event: 1 }])
  })
})
