import { describe, expect, it } from 'vitest'
import { referencesBelow } from '../../dsl/bind/references.ts'
import { shownName } from '../../dsl/bind/symbol.ts'
import { applied, compileWith, household, must, VOCABULARY } from './fixture.ts'

const source = must('每个 成员 当 患大病 满足（大病获救助 且 户 的 年人均纯收入 > 国家扶贫标准 且 首次识别日 的 年 = 年度）')
const { binding } = compileWith(source)
const at = (text: string, within = source) => within.text.indexOf(text) + 1

describe('binding', () => {
  it('knows the symbol at a reference and at a declaration', () => {
    const line = binding.symbolAt('p', at('国家扶贫标准'))
    expect(line).toMatchObject({ kind: 'parameter', name: { zh: '国家扶贫标准', id: 'national_line' } })
    expect(binding.symbolAt('v', at('国家扶贫标准/national_line', VOCABULARY))).toBe(line)
    expect(binding.symbolAt('p', at('患大病'))).toMatchObject({ kind: 'field', parent: { name: { id: 'member' } } })
  })

  it('lists every reference to a symbol', () => {
    const member = binding.symbolAt('p', at('成员'))
    if (!member) throw new Error('no symbol')
    expect(binding.references(member).map((ref) => ref.span.file)).toEqual(['p'])
    const entity = binding.symbols.find((symbol) => symbol.kind === 'entity' && symbol.name.id === 'household')
    if (!entity) throw new Error('no entity')
    const places = binding.references(entity).map((ref) => ref.span.file)
    expect(places).toContain('v')
    expect(places).toContain('p')
  })

  it('names builtins in both languages', () => {
    const refAt = (text: string) => binding.refAt('p', at(text))
    const year = refAt('年度）')
    expect(year && binding.nameOf(year)).toMatchObject({ zh: '年度', id: 'year' })
    expect(year && binding.symbolOf(year)).toBeUndefined()
    const part = refAt('年 = 年度')
    expect(part && binding.resolutionOf(part)).toMatchObject({ kind: 'builtin', builtin: { id: 'date_year' } })
  })

  it('says how far out a name is found', () => {
    const resolution = (text: string) => {
      const ref = binding.refAt('p', at(text))
      return ref && binding.resolutionOf(ref)
    }
    expect(resolution('患大病')).toMatchObject({ kind: 'field', depth: 0 })
    expect(resolution('户 的 年人均')).toMatchObject({ kind: 'element', depth: 1 })
    expect(resolution('首次识别日')).toMatchObject({ kind: 'field', depth: 1 })
  })

  it('offers the names in sight, the innermost element’s first', () => {
    const inside = binding.scopeAt('p', at('大病获救助'))
    expect(inside.indexOf('辍学')).toBeLessThan(inside.indexOf('年人均纯收入'))
    expect(inside).toContain('national_line')
    const outside = binding.scopeAt('p', at('每个'))
    expect(outside).toContain('年人均纯收入')
    expect(outside).not.toContain('辍学')
  })

  it('resolves each reference of a sound file', () => {
    const policyUnit = binding.linked.units.find((unit) => unit.document.file === 'p')
    if (!policyUnit) throw new Error('no unit')
    const found = referencesBelow(policyUnit.decl, { get: (ref) => binding.resolutionOf(ref) })
    expect(found.map(({ ref }) => ref.text)).toEqual(
      expect.arrayContaining([
        '词汇表',
        '户',
        '成员',
        '患大病',
        '大病获救助',
        '年人均纯收入',
        '国家扶贫标准',
        '首次识别日',
        '年',
        '年度',
      ]),
    )
  })
})

describe('suggestions', () => {
  it.each(['没有成员满足辍学', '所在村的有驻村工作队', '增收稳定且所在村的有驻村工作队', '每个成员满足患大病'])(
    '%s is parted by its fix',
    (run) => {
      const source = household(`须 甲/a 依据「一」：${run}；`)
      const { diagnostics } = compileWith(source)
      expect(diagnostics.map((found) => found.code)).toEqual(['N220'])
      const fix = diagnostics[0]?.fixes?.[0]
      expect(fix && compileWith(...applied([source], fix)).diagnostics).toEqual([])
    },
  )

  it('half a run is not offered for the whole', () => {
    const { diagnostics } = compileWith(must('年人均纯收入大于国家扶贫标淮'))
    expect(diagnostics).toMatchObject([{ code: 'N201' }])
    expect(diagnostics[0]?.fixes).toBeUndefined()
  })

  it('points at the declaration of a unit that does not fit', () => {
    const { diagnostics, binding: bound } = compileWith(must('家庭年纯收入 超过 国家扶贫标准'))
    const labels = diagnostics[0]?.labels ?? []
    expect(labels.map((label) => label.args?.type)).toEqual(['金额 元/年', '金额 元/人·年'])
    const named = labels.map((label) => bound.symbolAt(label.span.file, label.span.start))
    expect(named.map((symbol) => symbol && shownName(symbol))).toEqual(['家庭年纯收入', '国家扶贫标准'])
  })
})
