import { describe, expect, it } from 'vitest'
import { parseDsl } from '../../dsl/parse/parse-dsl.ts'
import { parseLeaf } from '../../dsl/parse/parse-leaf.ts'
import { bodyOf, childrenOf, clause } from '../../dsl/syntax/access.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'

function only(text: string): { decl: Decl; codes: readonly string[] } {
  const { document, diagnostics } = parseDsl(text, 'f')
  return { decl: document.declarations[0]!, codes: diagnostics.map((found) => found.code) }
}

describe('where a form ends', () => {
  it.each([
    ['任意', ['any']],
    ['甲，任意', ['oneOf', 'any']],
    ['任意，不足 3', ['any', 'compare']],
    ['任意 或 甲', ['oneOf']],
  ])('the cells %s end with the text', (text, kinds) => {
    const { value, diagnostics } = parseLeaf('cells', text, 'f', 0)
    expect(diagnostics).toEqual([])
    expect(value?.map((cell) => cell.kind)).toEqual(kinds)
  })

  it('a reading in 当 ends at its ｝ before the colon', () => {
    const { decl, codes } = only('政策 a { 计分 s 适用于 户 { 得分 甲 当 按 R { 甲：真；乙：假 }：10 分；得分 乙：1 分 } }')
    expect(codes).toEqual([])
    const points = childrenOf(childrenOf(decl, 'score')[0]!, 'points')
    expect(points).toHaveLength(2)
    expect(clause(points[0]!, 'when')).toMatchObject({ kind: 'reading', arms: [{}, {}] })
    expect(bodyOf(points[0]!, 'points')).toMatchObject({ kind: 'number', value: '10', unit: '分' })
  })

  it.each([
    ['behind options a clause without ， is the next declaration', '说明「丙」；', undefined, 1],
    ['behind options a clause with ， is theirs', '，说明「丙」；', '丙', 0],
  ])('%s', (_, behind, own, others) => {
    const { decl, codes } = only(`政策 a { 解释 r { 甲；乙 }${behind} }`)
    expect(codes).toEqual([])
    expect(clause(childrenOf(decl, 'reading')[0]!, 'note')?.text).toBe(own)
    expect(childrenOf(decl, 'note')).toHaveLength(others)
  })
})

describe('项 behind a figure', () => {
  it.each(['共 2 项 全部', '共 2 项', '至少 1 项', '共2项全部'])('is the unit of the number in %s', (clauses) => {
    const { decl, codes } = only(`政策 a { 标准 s { 须 甲 ${clauses} { 项 丙/c：真；项 乙/b：假 } 须 丁：真 } }`)
    expect(codes).toEqual([])
    const [group, after] = childrenOf(childrenOf(decl, 'standard')[0]!, 'must')
    expect(childrenOf(group!, 'part')).toHaveLength(2)
    expect(after?.name?.zh).toBe('丁')
  })

  it.each(['至少 1 项 丙/c', '至少 1 项 丙', '至少 1 项「丙 一」', '至少 1 项 项 丙/c', '共 2 项 全部 项 丙/c'])(
    'is the first part’s keyword in %s, its ｛ being lost',
    (clauses) => {
      const { decl, codes } = only(`政策 a { 标准 s { 须 甲 ${clauses}：真；项 乙/b：假 } 须 丁：真 } }`)
      expect(codes).toEqual(['P105'])
      const [group, after] = childrenOf(childrenOf(decl, 'standard')[0]!, 'must')
      expect(childrenOf(group!, 'part')).toHaveLength(2)
      expect(after?.name?.zh).toBe('丁')
    },
  )
})
