import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/pipeline.ts'

const VOCABULARY = `词汇 词汇表/terms {
  采用 办法；
  实体 户/household { 字段 收入/income：金额 元/年，范围 0 至 100000；认定 稳定/stable 由 村两委；}
  角色 村两委/committee；
  定义 够/enough 适用于 户：收入 ≥ 100 元/年；
}`
const SOURCE = '来源 办法/measure「办法」 { 条「一」；条「二」 }'
const POLICY =
  '政策 甲/p { 施行 自 2019-01-01；采用 词汇表；采用 办法；标准 乙/s 适用于 户 依据「一」{ 须 丙/i 依据「二」：够 } }'

function compiled(vocabulary = VOCABULARY, source = SOURCE, policy = POLICY) {
  const files: Record<string, { file: string; text: string }> = {
    词汇表: { file: 'loaded-terms', text: vocabulary },
    办法: { file: 'loaded-measure', text: source },
  }
  const result = compile([{ file: 'p', text: policy }], { load: (name) => files[name] })
  const errors = result.diagnostics.filter((found) => found.severity === 'error')
  return { ...result, errors, digests: Object.fromEntries((result.program?.units ?? []).map(({ id, digest }) => [id, digest])) }
}

describe('what 采用 loads', () => {
  it('is read once while its text stays, and means the same each time', () => {
    const [first, second] = [compiled(), compiled()]
    expect(first.errors).toEqual([])
    expect(second.documents[0]).not.toBe(first.documents[0])
    expect(second.documents.slice(1)).toEqual(first.documents.slice(1))
    expect(second.documents[1]).toBe(first.documents[1])
    expect(second.program).toEqual(first.program)
    expect(second.diagnostics).toEqual(first.diagnostics)
  })

  it('is read again when its text changes, findings included', () => {
    compiled()
    const broken = compiled(VOCABULARY.replace('由 村两委', '由 村三委'))
    expect(broken.errors.map((found) => `${found.code} ${found.span.file}`)).toEqual(['N223 loaded-terms'])
    expect(broken.program).toBeUndefined()
    expect(compiled().errors).toEqual([])
  })

  it('changes the digests of the program and of the unit that changed, no other', () => {
    const before = compiled()
    const finer = compiled(VOCABULARY.replace('100 元/年', '101 元/年'))
    expect(finer.program?.digest).not.toBe(before.program?.digest)
    expect(finer.digests).toEqual({ ...before.digests, terms: expect.not.stringMatching(before.digests['terms']!) })
    const longer = compiled(VOCABULARY, SOURCE.replace('条「二」', '条「二」；条「三」'))
    expect(longer.digests['p']).toBe(before.digests['p'])
    expect(longer.digests['measure']).not.toBe(before.digests['measure'])
    const stricter = compiled(VOCABULARY, SOURCE, POLICY.replace('：够', '：够 且 稳定'))
    expect(stricter.digests).toEqual({ ...before.digests, p: expect.not.stringMatching(before.digests['p']!) })
  })

  it('keeps every digest when a comment is added', () => {
    const { program } = compiled()
    expect(compiled(`// 说明\n${VOCABULARY}`, `// 说明\n${SOURCE}`, `// 说明\n${POLICY}`).program?.units).toEqual(program?.units)
    expect(compiled(`// 说明\n${VOCABULARY}`).program?.digest).toBe(program?.digest)
  })
})
