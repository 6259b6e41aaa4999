import { describe, expect, it } from 'vitest'
import { fill } from '../../dsl/diagnostics/describe.ts'
import { finding } from '../../dsl/diagnostics/finding.ts'
import { renderSarif } from '../../dsl/diagnostics/render-sarif.ts'
import { renderText } from '../../dsl/diagnostics/render-text.ts'
import { nearest } from '../../dsl/diagnostics/suggest.ts'
import { lineMap, lineText, positionAt } from '../../dsl/source/line-map.ts'

const at = (text: string, part: string) => ({
  file: 'a.policy',
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
})
const frame = (text: string, part: string) =>
  renderText([finding('C805', at(text, part), { path: 'a.policy' })], { lang: 'zh', color: false, textOf: () => text }).split(
    '\n',
  )

describe('the frame', () => {
  it('puts the marker under Han characters, two cells each', () => {
    const [head, source, marker] = frame('政策 甲 {\n  收入 超过 三千；\n}', '超过')
    expect(head).toMatch(/^a\.policy:2:6 错误 C805 /)
    expect(source).toBe('  2 │   收入 超过 三千；')
    expect(marker).toBe('    │        ^^^^')
  })

  it('shows the part of a long line around the mistake', () => {
    const text = `${'长'.repeat(500)}错${'长'.repeat(500)}`
    const [, source, marker] = frame(text, '错')
    expect(source!.length).toBeLessThan(130)
    expect(source).toMatch(/│ …长+错长+…$/)
    expect(marker!.trimEnd().endsWith('^^')).toBe(true)
    expect([...source!.slice(0, source!.indexOf('错'))].length).toBe(57)
  })

  it('stands at the end of a text and on an empty one', () => {
    expect(frame('政策', '')[2]).toContain('^')
    expect(
      renderText([finding('C805', { file: 'a', start: 0, end: 0 }, { path: 'a' })], {
        lang: 'en',
        color: false,
        textOf: () => '',
      }),
    ).toContain('a:1:1 error C805')
    expect(
      renderText([finding('C805', { file: 'a', start: 0, end: 0 }, { path: 'a' })], {
        lang: 'en',
        color: false,
        textOf: () => undefined,
      }),
    ).toContain('a error C805')
  })
})

describe('positions', () => {
  it('knows every line end', () => {
    const text = 'a\r\nb\nc\rd\u2028e\u2029f'
    const map = lineMap(text)
    expect(map.starts.length).toBe(6)
    expect([...'abcdef'].map((c) => positionAt(map, text.indexOf(c)).line)).toEqual([1, 2, 3, 4, 5, 6])
    expect(lineText(text, map, 1)).toBe('a')
    expect(positionAt(map, -5)).toEqual({ line: 1, column: 1 })
    expect(positionAt(map, 999).line).toBe(6)
  })
})

describe('words', () => {
  it('fills placeholders, joins lists as the language does, leaves what has no value', () => {
    expect(fill('{a}、{b}', { a: ['甲', '乙'] }, 'zh')).toBe('甲、乙、{b}')
    expect(fill('{a}', { a: ['x', 'y'] }, 'en')).toBe('x, y')
  })

  it('finds near names and no far ones', () => {
    expect(nearest('收人', ['收入', '支出'])).toEqual(['收入'])
    expect(nearest('incmoe', ['income', 'outcome'])[0]).toBe('income')
    expect(nearest('年人均收入', ['年人均纯收入', '危房'])).toEqual(['年人均纯收入'])
    expect(nearest('甲', ['乙'])).toEqual([])
    expect(nearest('x', [])).toEqual([])
  })
})

describe('SARIF', () => {
  it('has rules, regions and fixes', () => {
    const text = '政策 甲 {\n}'
    const fix = { word: 'x', edits: [{ span: at(text, '甲'), text: '乙' }] }
    const sarif = renderSarif([finding('C805', at(text, '甲'), { path: 'p' }, { fixes: [fix] })], 'zh', () => text, '0.1.0') as {
      runs: { results: { locations: unknown[]; fixes: { artifactChanges: { replacements: unknown[] }[] }[] }[] }[]
    }
    const [result] = sarif.runs[0]!.results
    expect(result!.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'a.policy' }, region: { startLine: 1, startColumn: 4, endColumn: 5 } },
    })
    expect(result!.fixes[0]!.artifactChanges[0]!.replacements[0]).toMatchObject({ insertedContent: { text: '乙' } })
  })
})
