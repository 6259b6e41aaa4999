import { test } from 'vitest'
import { decide } from '../../engine/index.ts'
import { buildBadFacts, buildFacts, buildProgram, drawFrom, TIMES } from '../properties/arbitrary/index.ts'
import { reduce } from '../properties/arbitrary/reduce.ts'
import { judge } from './index.ts'

const E = (c) => {
  try {
    const d = decide(c.p, c.s, c.f, TIMES, {})
    if (d.kind === 'rejected') return { kind: 'rejected', why: d.problems }
    const r = d.record
    return {
      kind: 'decided',
      outcome: r.outcome,
      items: r.items.map((i) => ({
        id: i.id,
        parent: i.parent,
        value: i.value,
        effect: i.effect,
        applied: i.applied,
        exception: i.exception !== undefined,
      })),
      missing: r.missing,
    }
  } catch (e) {
    return { kind: 'threw', why: String(e.stack).slice(0, 600) }
  }
}
const O = (c) => {
  const d = judge(c.p, c.s, c.f, TIMES, {})
  if (d.kind === 'rejected') return { kind: 'rejected', why: d.problems }
  return {
    kind: 'decided',
    outcome: d.outcome,
    items: d.items.map((i) => ({
      id: i.id,
      parent: i.parent,
      value: i.value,
      effect: i.effect,
      applied: i.applied,
      exception: i.exception,
    })),
    missing: d.missing,
  }
}
const cls = (c) => {
  const e = E(c),
    o = O(c)
  if (e.kind !== o.kind) return 'kind ' + e.kind + '/' + o.kind
  if (e.kind !== 'decided') return ''
  if (e.outcome !== o.outcome) return 'outcome'
  if (JSON.stringify(e.items) !== JSON.stringify(o.items)) return 'items'
  if (o.missing && JSON.stringify(e.missing) !== JSON.stringify(o.missing)) {
    for (const k of ['met', 'unmet', 'blocked', 'truncated'])
      if (JSON.stringify(e.missing[k]) !== JSON.stringify(o.missing[k])) return 'missing ' + k
  }
  return ''
}
const known = (c) => false
test('diff', () => {
  const counts = {}
  const shown = {}
  const from = Number(process.env.FROM ?? 0),
    n = Number(process.env.N ?? 3000),
    MAX = Number(process.env.MAX ?? 2)
  for (let seed = from; seed < from + n; seed++) {
    const d = drawFrom(seed)
    const p = buildProgram(d)
    const s = d.pick(p.standards).id
    const f = process.env.BAD ? buildBadFacts(d, p, s).facts : buildFacts(d, p, s)
    const c = { p, s, f }
    const k = cls(c)
    counts[k] = (counts[k] ?? 0) + 1
    if (k && (shown[k] ?? 0) < MAX) {
      shown[k] = (shown[k] ?? 0) + 1
      const r = reduce({ program: c.p, facts: c.f }, (x) => cls({ p: x.program, s, f: x.facts }) === k, 20000)
      const m = { p: r.program, s, f: r.facts }
      const st = m.p.standards.filter((x) => true)
      console.log(
        k,
        seed,
        JSON.stringify(
          {
            standards: st,
            definitions: m.p.definitions,
            relations: m.p.relations,
            parameters: m.p.parameters,
            entities: m.p.entities,
          },
          (kk, v) =>
            [
              'span',
              'en',
              'zh',
              'note',
              'cites',
              'deemed',
              'except',
              'reviewers',
              'under',
              'yearly',
              'nullable',
              'inPrinciple',
            ].includes(kk) &&
            (kk === 'span' || kk === 'en' || kk === 'zh' || v === false || (Array.isArray(v) && v.length === 0))
              ? undefined
              : v,
        ),
        '\nFACTS',
        JSON.stringify(m.f),
        '\nE',
        JSON.stringify(E(m)),
        '\nO',
        JSON.stringify(O(m)),
      )
    }
  }
  console.log(counts)
}, 500000)
