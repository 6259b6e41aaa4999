import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { decide } from '../../engine/index.ts'
import { TIMES } from '../properties/arbitrary/index.ts'
test('x', () => {
  const c = JSON.parse(readFileSync('/tmp/zz1.json', 'utf8'), (k, v) => v)
  const h = c.facts['农户'].items[2]
  const r = decide(c.program, 'std_household', h, TIMES, c.options)
  console.log(JSON.stringify(r.kind === 'decided' ? r.record.items.map((i) => [i.id, i.parent, i.value, i.applied, i.operands.map((o) => o.name + '=' + o.value)]) : r), c.options)
})
