import { test } from 'vitest'
import { decide } from '../../engine/index.ts'
import { judge } from './index.ts'
import {
  AT,
  and,
  BOOLEAN,
  bool,
  calc,
  cmp,
  decided,
  entity,
  field,
  item,
  must,
  NUMBER,
  node,
  not,
  num,
  or,
  PEOPLE,
  programOf,
  read,
  standard,
  term,
} from './tiny.ts'

const show = (name, program, facts, id = 'exit') => {
  let e
  try {
    const d = decide(program, id, facts, AT, {})
    e =
      d.kind === 'rejected'
        ? { rejected: d.problems }
        : {
            o: d.record.outcome,
            items: d.record.items.map((i) => [i.id, i.value, i.effect, i.applied, !!i.exception]),
            m: d.record.missing,
          }
  } catch (x) {
    e = { threw: String(x) }
  }
  let o
  try {
    const d = judge(program, id, facts, AT)
    o =
      d.kind === 'rejected'
        ? { rejected: d.problems }
        : { o: d.outcome, items: d.items.map((i) => [i.id, i.value, i.effect, i.applied, i.exception]), m: d.missing }
  } catch (x) {
    o = { threw: String(x) }
  }
  console.log(name, JSON.stringify(e) === JSON.stringify(o) ? 'SAME' : '', '\nE', JSON.stringify(e), '\nO', JSON.stringify(o))
}
test('probe', () => {
  const base = programOf([standard([must(read('a'))])])
  show('not in force', { ...base, policy: { ...base.policy, inForce: { from: '2020-01-01' } } }, { a: true })
  show('departure unknown item', base, { departures: [{ item: 'zzz', reason: 'x', by: 'y', on: '2019-01-01' }] })
  show('departure incomplete later', base, { departures: [{ item: 'must', reason: '', by: 'y', on: '2019-12-01' }] })
  show(
    'departure on part',
    programOf([standard([item('must', 'must', { mode: 'all', parts: [item('p1', 'part', read('a'), { inPrinciple: true })] })])]),
    { a: false, departures: [{ item: 'p1', reason: 'x', by: 'y', on: '2019-01-01' }] },
  )
  show(
    'departed group parts',
    programOf([standard([item('must', 'must', { mode: 'all', parts: [item('p1', 'part', read('a'))] }, { inPrinciple: true })])]),
    { a: false, departures: [{ item: 'must', reason: 'x', by: 'y', on: '2019-01-01' }] },
  )
  show(
    'suspend group rechecked',
    programOf([
      standard([item('hold', 'suspend', { mode: 'all', parts: [item('p1', 'part', read('a'), { when: read('b') })] })]),
    ]),
    { a: true, b: false, rechecks: [{ item: 'hold', result: 'pass', role: 'office', on: '2019-01-01' }] },
  )
  show(
    'suspend group rechecked true',
    programOf([standard([item('hold', 'suspend', { mode: 'all', parts: [item('p1', 'part', read('a'))] })])]),
    { a: true, rechecks: [{ item: 'hold', result: 'pass', role: 'office', on: '2019-01-01' }] },
  )
  show('suspend older after cancel', programOf([standard([item('hold', 'suspend', read('a'))])]), {
    a: true,
    rechecks: [
      { item: 'hold', result: 'pass', role: 'office', on: '2019-01-01' },
      { item: 'hold', result: 'pass', role: 'office', on: '2019-02-01' },
      { item: 'hold', result: 'fail', role: 'town', on: '2019-02-01' },
    ],
  })
  show('acts on person', base, { people: [{ departures: [] }] })
  const nb = {
    ...base,
    entities: [
      { ...base.entities[0], fields: base.entities[0].fields.map((f) => (f.id === 'a' ? { ...f, nullable: true } : f)) },
      base.entities[1],
    ],
  }
  show('nullable bool 无', nb, { a: '无' })
  show('nullable bool unknown has', { ...nb, standards: [standard([must(node({ kind: 'has', operand: read('a') }))])] }, {})
  show('nullable bool has', { ...nb, standards: [standard([must(node({ kind: 'has', operand: read('a') }))])] }, { a: true })
  show(
    'nullable bool = nothing',
    { ...nb, standards: [standard([must(cmp('eq', read('a'), node({ kind: 'literal', literal: { kind: 'nothing' } })))])] },
    {},
  )
  show('nullable bool eq true', { ...nb, standards: [standard([must(cmp('ne', read('a'), bool(true)))])] }, { a: '无' })
  show('list null element', base, { people: [null] })
  show('items null', base, { people: { items: null, partial: true } })
  show('value only', base, { a: { value: true } })
  show('value extra', base, { a: { value: true, source: 'x', by: 'z' } })
  show('source only', base, { a: { source: 'x' } })
  show('source number', base, { a: { value: true, source: 5 } })
  show(
    'year text',
    programOf(
      [
        standard([
          must(cmp('eq', read('yr', 0, { kind: 'year' }), node({ kind: 'literal', literal: { kind: 'year', value: 2019 } }))),
        ]),
      ],
      { entities: [entity('home', [field('yr', { kind: 'year' })])] },
    ),
    { yr: '2019' },
  )
  show('judgement null value', base, { stable: { value: null, role: 'office', on: '2019-01-01' } })
  show('judgement no role', base, { stable: { value: true, on: '2019-01-01' } })
  show('judgement unknown role', base, { stable: { value: true, role: 'zzz', on: '2019-01-01' } })
  show('judgement zh keys', base, { stable: { 值: true, role: 'office', on: '2019-01-01' } })
  show('judgement empty text', base, { stable: '' })
  show('ws text', base, { x: ' 5 ' })
  show('plus', base, { x: '+5' })
  show('exp', base, { x: '1e0' })
  show('json 1e-7', base, { x: 1e-7 })
  show('inf', base, { x: Infinity })
  show('id number', base, { id: 5 })
  show('yearly bad year', base, { income: { '19': 4 } })
  show('yearly both', base, { income: { '2019': 4, value: 3 } })
  show('0*无', programOf([standard([must(cmp('eq', calc('*', num(0), read('y', 0, NUMBER)), num(0)))])]), { y: '无' })
  show('两无', programOf([standard([must(cmp('ne', read('z', 0, NUMBER), read('y', 0, NUMBER)))])]), {})
  show('cond if', programOf([standard([must(read('a'), { when: bool(true) })])]), {})
  show('undefined facts', base, undefined)
  show('array facts', base, [])
  show('nothing true extra', base, { y: { nothing: true, value: 3 } })
  show('nothing false', base, { y: { nothing: false } })
  show('wrapped nothing', base, { y: { value: { nothing: true }, source: 'x' } })
  show('partial at most', programOf([standard([must(cmp('ge', node({ kind: 'count', list: PEOPLE }), num(4)))])]), {
    people: { items: [{}, {}, {}, {}], partial: true },
  })
  show(
    'partial at most quant',
    programOf([standard([must(node({ kind: 'quantifier', quantifier: 'every', list: PEOPLE, body: bool(true) }))])]),
    { people: { items: [{}, {}, {}, {}], partial: true } },
  )
  const inner = standard([item('in', 'must', read('a')), item('stop', 'suspend', read('b'))], { id: 'inner', guard: read('c') })
  const place = { kind: 'member', of: { kind: 'element', depth: 0 }, entity: 'home', field: 'place' }
  show('meets guard unknown fail true', programOf([inner, standard([must(node({ kind: 'meets', standard: 'inner', place }))])]), {
    place: { a: false },
  })
  show('acts in place', programOf([inner, standard([must(node({ kind: 'meets', standard: 'inner', place }))])]), {
    place: { c: true, a: true, b: true, rechecks: [{ item: 'stop', result: 'pass', role: 'office', on: '2019-01-01' }] },
  })
  show('toString key', base, { toString: 1 })
  show('BigInt', base, { x: 5n })
  show('long list unknown at', base, { people: [{}, {}, {}, {}, {}] })
})
