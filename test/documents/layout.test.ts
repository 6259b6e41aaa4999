import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Procedure } from '../../dsl/lower/program-procedure.ts'
import type { Diagram } from '../../engine/docs/diagram.ts'
import { flowOf } from '../../engine/docs/flow.ts'
import { BOX, type Layout, PAD, type Point, type Rect } from '../../engine/docs/geometry.ts'
import { layout } from '../../engine/docs/layout.ts'
import { namesOf } from '../../engine/docs/names.ts'
import { registerFlow } from '../../engine/docs/register-flow.ts'
import { lineWidth } from '../../engine/docs/text-block.ts'
import { textWidth, wrapText } from '../../engine/docs/text-width.ts'
import { docWords } from '../../engine/docs/words.ts'
import { sampleProgram, states } from './sample.ts'
import { act, back, by, exitProcedure, procedure, step } from './sample-procedure.ts'

const LANGS = ['zh', 'en'] as const
const drawn = (one: Procedure, lang: 'zh' | 'en' = 'zh') => flowOf(one, namesOf(sampleProgram(), lang), docWords(lang))

const overlap = (a: Rect, b: Rect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const cellOf = ({ box, guard }: Layout['nodes'][number]): Rect =>
  guard ? { ...box, y: guard.y, height: guard.height + box.height } : box
const stretches = (points: readonly Point[]) => points.slice(1).map((to, i) => [points[i]!, to] as const)

/** Whether an upright or level line runs through the inside of a box. */
const runsThrough = ([[ax, ay], [bx, by]]: readonly [Point, Point], { x, y, width, height }: Rect) =>
  Math.max(ax, bx) > x + 0.01 &&
  Math.min(ax, bx) < x + width - 0.01 &&
  Math.max(ay, by) > y + 0.01 &&
  Math.min(ay, by) < y + height - 0.01

const onEdge = ([px, py]: Point, { x, y, width, height }: Rect) => {
  const within = px >= x && px <= x + width && py >= y && py <= y + height
  return within && [px - x, x + width - px, py - y, y + height - py].some((gap) => Math.abs(gap) < 0.01)
}

/** Everything that must hold of every layout; returns what does not. */
function faults(diagram: Diagram, made: Layout): string[] {
  const found: string[] = []
  const cells = made.nodes.map((node) => ({ id: node.id, rect: cellOf(node) }))
  const byId = new Map(cells.map(({ id, rect }) => [id, rect]))
  if (made.nodes.map(({ id }) => id).join() !== diagram.nodes.map(({ id }) => id).join()) found.push('not each box once')
  cells.forEach((a, i) => {
    for (const b of cells.slice(i + 1)) if (overlap(a.rect, b.rect)) found.push(`${a.id} overlaps ${b.id}`)
    for (const band of made.bands) if (overlap(a.rect, band.rect)) found.push(`${a.id} overlaps band ${band.id}`)
    for (const cut of made.cuts) if (cut > a.rect.y && cut < a.rect.y + a.rect.height) found.push(`${a.id} is cut`)
    const { x, y, width, height } = a.rect
    if (x < 0 || y < 0 || x + width > made.width || y + height > made.height) found.push(`${a.id} is off the sheet`)
  })
  made.bands.forEach((a, i) => {
    for (const b of made.bands.slice(i + 1)) if (overlap(a.rect, b.rect)) found.push(`band ${a.id} overlaps ${b.id}`)
  })
  for (const arrow of made.arrows) {
    const name = `${arrow.from} → ${arrow.to}`
    if (!onEdge(arrow.points[0]!, byId.get(arrow.from)!)) found.push(`${name} does not begin at its box`)
    if (!onEdge(arrow.points.at(-1)!, byId.get(arrow.to)!)) found.push(`${name} does not end at its box`)
    for (const one of stretches(arrow.points)) {
      if (one[0][0] !== one[1][0] && one[0][1] !== one[1][1]) found.push(`${name} runs askew`)
      for (const { id, rect } of cells) if (runsThrough(one, rect)) found.push(`${name} runs through ${id}`)
      for (const band of made.bands) if (runsThrough(one, band.rect)) found.push(`${name} runs through band ${band.id}`)
      for (const [x, y] of one) if (x < 0 || y < 0 || x > made.width || y > made.height) found.push(`${name} leaves the sheet`)
    }
  }
  for (const node of made.nodes) {
    const rect = cellOf(node)
    node.texts.forEach((line, i) => {
      if (lineWidth(line) > BOX - 2 * PAD) found.push(`${node.id}: ${line.text} is too wide`)
      if (line.y < rect.y + 8 || line.y > rect.y + rect.height - 3) found.push(`${node.id}: ${line.text} stands out`)
      const before = node.texts[i - 1]
      if (before && line.y - before.y < 13) found.push(`${node.id}: ${line.text} on top of ${before.text}`)
    })
  }
  for (const part of [...made.bands, ...made.lanes])
    for (const line of part.texts)
      if (lineWidth(line) > part.rect.width || line.y > part.rect.y + part.rect.height)
        found.push(`${part.id}: ${line.text} stands out`)
  return found
}

/** Lines of different arrows that run along each other; those that lead to one join or come from one fork may. */
function alongside(made: Layout): string[] {
  const back = made.arrows.filter(({ kind }) => kind !== 'forward')
  return back.flatMap((a, i) =>
    made.arrows
      .filter((b) => b.kind === 'forward' || back.indexOf(b) > i)
      .flatMap((b) =>
        stretches(a.points).flatMap(([p, q]) =>
          stretches(b.points).flatMap(([r, s]) => {
            const axis =
              p[0] === q[0] && r[0] === s[0] && p[0] === r[0]
                ? 1
                : p[1] === q[1] && r[1] === s[1] && p[1] === r[1]
                  ? 0
                  : undefined
            if (axis === undefined) return []
            const low = Math.max(Math.min(p[axis], q[axis]), Math.min(r[axis], s[axis]))
            const high = Math.min(Math.max(p[axis], q[axis]), Math.max(r[axis], s[axis]))
            return high - low > 0.01 ? [`${a.from} → ${a.to} along ${b.from} → ${b.to}`] : []
          }),
        ),
      ),
  )
}

describe('the diagram of a procedure', () => {
  it.each(LANGS)('has a place for everything in %s', (lang) => {
    const diagram = drawn(exitProcedure(), lang)
    const made = layout(diagram)
    expect(faults(diagram, made)).toEqual([])
    expect(alongside(made)).toEqual([])
  })

  it('draws every step once and every arrow of the text', () => {
    const one = exitProcedure()
    const made = layout(drawn(one))
    expect(made.nodes.map(({ id }) => id)).toEqual(one.steps.map(({ id }) => id))
    const forward = made.arrows.filter(({ kind }) => kind === 'forward').map(({ from, to }) => `${from} ${to}`)
    expect(forward.sort()).toEqual(one.steps.flatMap(({ id, after }) => after.map((before) => `${before} ${id}`)).sort())
    const returns = made.arrows.filter(({ kind }) => kind === 'back').map(({ from, to }) => `${from} ${to}`)
    expect(returns.sort()).toEqual(['approve review', 'posting verify', 'review vote', 'verify vote'])
  })

  it('stands parallel steps side by side and joins them with a bar', () => {
    const made = layout(drawn(exitProcedure()))
    const at = (id: string) => cellOf(made.nodes.find((node) => node.id === id)!)
    expect(at('verify').y).toBe(at('verify_without').y)
    expect(at('posting').y).toBe(at('report').y)
    expect(at('vote').y).toBeLessThan(at('verify').y)
    expect(made.joins.map(({ id }) => id)).toEqual(['posting', 'report', 'review', 'desk', 'approve', 'label'])
  })

  it('orders lanes by level, then roles without one, then what nobody is named for', () => {
    const made = layout(drawn(exitProcedure()))
    expect(made.lanes.map(({ id }) => id)).toEqual([
      'level village',
      'level township',
      'level county',
      'role third_party',
      'nobody',
    ])
    made.lanes.slice(1).forEach((lane, i) => {
      expect(lane.rect.x).toBeCloseTo(made.lanes[i]!.rect.x + made.lanes[i]!.rect.width)
    })
    for (const node of made.nodes) {
      const lane = made.lanes.find(({ id }) => id === node.lane)!.rect
      expect([node.box.x >= lane.x, node.box.x + node.box.width <= lane.x + lane.width]).toEqual([true, true])
    }
    const upward = procedure('p', '程', [
      step('c', '丙', [], [by('province_group')]),
      step('a', '甲', ['c'], [by('household_head')]),
      step('b', '乙', ['a'], [by('city_group')]),
    ])
    expect(layout(drawn(upward)).lanes.map(({ id }) => id)).toEqual(['level household', 'level city', 'level province'])
  })

  it('draws a step that returns to itself, one that nothing follows, one alone', () => {
    const self = drawn(procedure('p', '程', [step('a', '甲', [], [by('township'), back('on_fail', 'a')])]))
    expect(faults(self, layout(self))).toEqual([])
    expect(layout(self).arrows).toHaveLength(1)
    const none = drawn(procedure('p', '程', []))
    expect(layout(none).nodes).toEqual([])
  })

  it('passes over arrows that lead nowhere', () => {
    const made = layout(drawn(procedure('p', '程', [step('a', '甲', ['gone'], [back('on_fail', 'nowhere')])])))
    expect(made.arrows).toEqual([])
  })
})

const ROLES = ['village_committees', 'township', 'county_group', 'third_party', 'household_head']
const NAMES = [
  '核实',
  '贫困户退出村级第一次公示并同时上报乡镇人民政府',
  'averyverylongenglishwordwithoutanyspaceinit',
  '(9) A—「引」 mixed 文字',
  'x',
]
const procedures = fc
  .array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      role: fc.option(fc.constantFrom(...ROLES), { nil: undefined }),
      after: fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
      returns: fc.array(fc.nat(20), { maxLength: 3 }),
      guarded: fc.boolean(),
      phase: fc.constantFrom(undefined, 'one', 'two'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((made) =>
    procedure(
      'random',
      '随机',
      made.map(({ name, role, after, returns, guarded, phase }, i) =>
        step(
          `s${i}`,
          name,
          i === 0 ? [] : [...new Set(after.map((n) => `s${n % i}`))],
          [
            ...(role === undefined ? [] : [by(role)]),
            ...returns.map((n) => back('on_fail', `s${n % made.length}`)),
            ...(guarded ? [act({ kind: 'notify', roles: ['township'] })] : []),
          ],
          {
            ...(guarded ? { under: [{ reading: 'first_day', choice: 'out' }] } : {}),
            ...(phase === undefined ? {} : { phase }),
          },
        ),
      ),
      {
        phases: ['one', 'two'].map((id) => ({
          id,
          zh: '一个名字相当长的阶段',
          en: id,
          span: { file: '', start: 0, end: 0 },
          cites: [],
          under: [],
          acts: [],
        })),
      },
    ),
  )

describe('diagrams of any procedure', () => {
  it('overlap nowhere, cut nothing, and every arrow leads from box to box', () => {
    fc.assert(
      fc.property(procedures, (one) => {
        const diagram = drawn(one)
        const made = layout(diagram)
        expect(faults(diagram, made)).toEqual([])
        expect(alongside(made)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('come out the same each time', () => {
    fc.assert(
      fc.property(procedures, (one) => {
        expect(JSON.stringify(layout(drawn(one)))).toBe(JSON.stringify(layout(drawn(structuredClone(one)))))
      }),
      { numRuns: 30 },
    )
  })
})

describe('the diagram of a register', () => {
  it.each(LANGS)('has a box for every state and an arrow for every transition in %s', (lang) => {
    const register = states()
    const diagram = registerFlow(register, namesOf(sampleProgram(), lang), docWords(lang))
    const made = layout(diagram)
    expect(faults(diagram, made)).toEqual([])
    expect(alongside(made)).toEqual([])
    expect(made.nodes).toHaveLength(register.states.length + 1)
    expect(made.arrows).toHaveLength(register.transitions.reduce((sum, { from }) => sum + Math.max(1, from.length), 0))
  })
})

describe('lines of text', () => {
  it('are no wider than asked, lose no character and do not begin with a closing mark', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('贫', '困', '，', '。', '」', '「', 'abc', ' ', '12', '（', '）', '%'), { maxLength: 60 }),
        (parts) => {
          const text = parts.join('')
          const lines = wrapText(text, 120, 12)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120)
        },
      ),
    )
    expect(wrapText('公示于村公示栏，不少于十天', 90, 12)).toEqual(['公示于村公示', '栏，不少于十天'])
    expect(wrapText('posting at the village board', 90, 12)).toEqual(['posting at the', 'village board'])
  })
})
