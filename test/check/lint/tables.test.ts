import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draw, drawn } from '../../properties/arbitrary/index.ts'
import { around, found, GRID } from './grid.ts'

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 200) }
type Test = (value: unknown) => boolean
interface Cell {
  readonly text: string
  readonly fits: Test
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
}
const KINDS = [
  ['红', 'red'],
  ['绿', 'green'],
  ['蓝', 'blue'],
] as const

/** A cell and, apart from the language, which values it fits. */
function cell(draw: Draw, column: 'number' | 'times' | 'sort' | 'first'): Cell {
  if (draw.chance(25)) return { text: '任意', fits: () => true }
  switch (column) {
    case 'number': {
      const [word, figure] = [draw.pick(Object.keys(COMPARE)), draw.int(0, 4)]
      if (draw.chance(60)) return { text: `${word} ${figure}`, fits: (value) => COMPARE[word]!(Number(value), figure) }
      const high = draw.int(figure, 4)
      return { text: `介于 ${figure} 至 ${high}`, fits: (value) => Number(value) >= figure && Number(value) <= high }
    }
    case 'times': {
      const values = [0, 1, 2, '无'].filter(() => draw.chance(50))
      if (values.length === 0) return { text: '无', fits: (value) => value === '无' }
      return { text: values.join(' 或 '), fits: (value) => values.includes(value as never) }
    }
    case 'sort': {
      const kinds = KINDS.filter(() => draw.chance(50))
      const chosen = kinds.length > 0 ? kinds : [KINDS[0]]
      return { text: chosen.map(([zh]) => zh).join(' 或 '), fits: (value) => chosen.some(([, id]) => id === value) }
    }
    case 'first': {
      const wanted = draw.chance(50)
      return { text: wanted ? '真' : '假', fits: (value) => value === wanted }
    }
    default:
      return column satisfies never
  }
}

const NAMES = { number: '数', times: '次', sort: '类', first: '甲' } as const

function table(draw: Draw) {
  const columns = (['number', 'times', 'sort', 'first'] as const).filter(() => draw.chance(60))
  const used = columns.length > 0 ? columns : (['number'] as const)
  const rows = Array.from({ length: draw.int(1, 4) }, () => used.map((column) => cell(draw, column)))
  return { used, rows, hit: draw.pick(['唯一', '首中']) }
}

describe('what is said of a table', () => {
  it('is so for every household there can be, and nothing is left unsaid', () => {
    const seen = { R421: 0, R422: 0, R423: 0 }
    const right = fc.property(drawn(table), ({ used, rows, hit }) => {
      const lines = rows.map((row, i) => `行 ${row.map(({ text }) => text).join('，')}：${i} 元；`).join('\n')
      const text = `表 补助/grant 适用于 户：金额 元 依据「一」命中 ${hit} { 输入 ${used.map((column) => NAMES[column]).join('，')}；\n${lines} }`
      const source = around(text, '补助 > 0 元')
      const claims = found(source).filter(({ code }) => code.startsWith('R42'))
      const fits = (i: number, household: (typeof GRID)[number]) =>
        rows[i]!.every(({ fits: test }, k) => test(household[used[k]!]))
      const gap = GRID.some((household) => rows.every((_, i) => !fits(i, household)))
      const idle = rows.flatMap((_, i) => {
        const earlier = hit === '首中' ? rows.slice(0, i).map((_row, j) => j) : []
        return GRID.some((household) => fits(i, household) && !earlier.some((j) => fits(j, household))) ? [] : [i]
      })
      const overlap = hit === '唯一' && GRID.some((household) => rows.filter((_, i) => fits(i, household)).length > 1)
      const count = (code: string) => claims.filter((claim) => claim.code === code).length
      for (const code of ['R421', 'R422', 'R423'] as const) seen[code] += count(code)
      expect([text, count('R421'), count('R422'), count('R423'), count('R424')]).toEqual([
        text,
        gap ? 1 : 0,
        overlap ? 1 : 0,
        idle.length,
        0,
      ])
      // The combination that is named is one that is wrong: put as a condition it holds for exactly such households.
      const named = claims.find(({ code }) => code === 'R421')
      if (named)
        expect([
          text,
          namedIsUncovered(String(named.args['where']), used, (household) => rows.every((_, i) => !fits(i, household))),
        ]).toEqual([text, true])
    })
    fc.assert(right, RUNS)
    expect(Object.values(seen).every((times) => times > 5)).toBe(true)
  })
})

/** Whether each box named is uncovered throughout and holds some household. */
function namedIsUncovered(
  where: string,
  used: readonly (keyof typeof NAMES)[],
  uncovered: (household: (typeof GRID)[number]) => boolean,
): boolean {
  return where
    .split('；')
    .filter((box) => box !== '等')
    .every((box) => {
      const inside = GRID.filter((household) => holds(box, used, household))
      return inside.length > 0 && inside.every(uncovered)
    })
}

function holds(box: string, used: readonly (keyof typeof NAMES)[], household: (typeof GRID)[number]): boolean {
  if (box === '任何情形') return true
  return box.split(' 且 ').every((part) => {
    const column = used.find((candidate) => part.includes(NAMES[candidate]))!
    return part.split(' 或 ').some((one) => holdsOne(one, NAMES[column], household[column]))
  })
}

function holdsOne(text: string, name: string, value: unknown): boolean {
  if (text === name) return value === true
  if (text === `非 ${name}`) return value === false
  if (text === `${name} 是 无`) return value === '无'
  if (text === `有 ${name}`) return value !== '无'
  const member = new RegExp(`^${name} (?:= |属于（)([红绿蓝、]+)）?$`).exec(text)
  if (member) return member[1]!.split('、').some((zh) => KINDS.find(([kind]) => kind === zh)![1] === value)
  if (value === '无') return false
  const point = new RegExp(`^${name} = (\\d+)$`).exec(text)
  if (point) return value === Number(point[1])
  const range = new RegExp(`^(?:(\\d+) ([<≤]) )?${name}(?: ([<≤>≥]) (\\d+))?$`).exec(text)
  if (!range) throw new Error(`not read: ${text}`)
  const [, low, lowSign, sign, figure] = range
  const above = low === undefined || COMPARE[lowSign!]!(Number(low), Number(value))
  return above && (figure === undefined || COMPARE[sign!]!(Number(value), Number(figure)))
}
