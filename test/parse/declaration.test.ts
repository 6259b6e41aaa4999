import { describe, expect, it } from 'vitest'
import { parseDsl } from '../../dsl/parse/index.ts'
import { childrenOf } from '../../dsl/syntax/access.ts'
import { CLAUSES, type ClauseName, DECLS, type DeclKind, declSpec } from '../../dsl/syntax/table.ts'
import { CORPUS, decl, spans, strip } from './strip.ts'

const inPolicy = (text: string) => (decl(`政策 甲 { ${text} }`) as { children: unknown[] }).children

describe('declarations', () => {
  it.each(CORPUS)('reads %s without a message', (_name, text) => {
    expect(parseDsl(text, 'f').diagnostics).toEqual([])
  })

  it('reads every kind and every clause of the table somewhere in the corpus', () => {
    const kinds = new Set<string>()
    const clauses = new Set<string>()
    const visit = (decls: readonly unknown[]): void => {
      for (const one of decls as { kind: string; clauses: object; children?: unknown[] }[]) {
        kinds.add(one.kind)
        for (const clause of Object.keys(one.clauses)) clauses.add(clause)
        visit(one.children ?? [])
      }
    }
    for (const [, text] of CORPUS) visit(parseDsl(text, 'f').document.declarations)
    expect((Object.keys(DECLS) as DeclKind[]).filter((kind) => !kinds.has(kind))).toEqual([])
    expect((Object.keys(CLAUSES) as ClauseName[]).filter((clause) => !clauses.has(clause))).toEqual([])
  })

  it('reads the same tree in Chinese, in English and in full width', () => {
    const zh =
      '标准 退出/exit 适用于 户 当 建档 依据「四」{ 原则上 须 甲/a 依据「一」共 2 项 至少 1 { 项 乙：丙 视为 丁 除外 戊，说明「注」；项 己：真 } }'
    const en =
      'standard 退出/exit for 户 when 建档 per "四" { in_principle must 甲/a per "一" stating 2 at_least 1 { part 乙: 丙 deemed 丁 except 戊, note "注"; part 己: true } }'
    const wide =
      '标准　退出／ｅｘｉｔ　适用于　户　当　建档　依据「四」｛原则上　须　甲／ａ　依据「一」共　２　项　至少　１｛项　乙：丙　视为　丁　除外　戊，说明「注」。项　己：真。｝。｝'
    expect(inPolicy(en)).toEqual(inPolicy(zh))
    expect(inPolicy(wide)).toEqual(inPolicy(zh))
  })

  it('reads names in all their forms', () => {
    const names = (inPolicy('角色 甲/a；角色 甲；角色 a；角色「附件1」/annex_1；角色 a/甲') as { name: unknown }[]).map(
      (one) => one.name,
    )
    expect(names).toEqual([
      { zh: '甲', id: 'a' },
      { zh: '甲' },
      { id: 'a' },
      { zh: '附件1', id: 'annex_1' },
      { zh: '甲', id: 'a' },
    ])
  })

  it('takes contextual keywords as names', () => {
    const fields = ['地区', '版本', '依据', '须', '按', '取', '项', 'must', 'per', 'value', '当', '由']
    const text = `实体 户 { ${fields.map((field) => `字段 ${field}：真假`).join('；')} }`
    const names = (inPolicy(text) as { children: { name: { zh?: string; id?: string } }[] }[])[0]!.children.map(
      ({ name }) => name.zh ?? name.id,
    )
    expect(names).toEqual(fields)
  })

  it('reads attributes, uses and choices', () => {
    expect(inPolicy('地区 010000；版本 1.10；层级 province；施行 自 2016-05-01 至 2020；采用 乙 { 取 丙 = 丁 }')).toEqual([
      { kind: 'jurisdiction', clauses: {}, value: { text: '010000' } },
      { kind: 'version', clauses: {}, value: { text: '1.10' } },
      { kind: 'level', clauses: {}, value: { id: 'province' } },
      { kind: 'in_force', clauses: { from: { kind: 'date', value: '2016-05-01' }, to: { kind: 'year', value: '2020' } } },
      {
        kind: 'use',
        clauses: {},
        value: { text: '乙' },
        children: [{ kind: 'choose', clauses: {}, value: { text: '丙' }, body: { text: '丁' } }],
      },
    ])
  })

  it('puts clauses of before and behind the body together, joins repeated ones and takes the ， between them', () => {
    const [must] = inPolicy('标准 乙 { 须 丙 依据「一」：甲，视为 子，视为 丑、寅 除外 卯 }') as {
      children: { clauses: object }[]
    }[]
    expect(must!.children[0]!.clauses).toMatchObject({
      deemed: [{ ref: { text: '子' } }, { ref: { text: '丑' } }, { ref: { text: '寅' } }],
      except: [{ ref: { text: '卯' } }],
    })
  })

  it('places every span within the text and children within their parents', () => {
    for (const [, text] of CORPUS) {
      const { document } = parseDsl(text, 'f')
      spans(document, ({ start, end }) => {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      })
      for (const one of document.declarations) {
        for (const child of one.children ?? []) {
          expect(child.span.start).toBeGreaterThanOrEqual(one.span.start)
          expect(child.span.end).toBeLessThanOrEqual(one.span.end)
          const words = [declSpec(child.kind).zh, declSpec(child.kind).en]
          expect(words).toContain(text.slice(child.keywordSpan.start, child.keywordSpan.end))
        }
      }
    }
  })

  it('keeps names as typed, to be compared by others', () => {
    const composed = '\uFA19' // a compatibility character whose NFC is another
    const { document } = parseDsl(`政策 ${composed} { }`, 'f')
    expect(document.declarations[0]!.name!.zh).toBe(composed)
    expect(childrenOf(document.declarations[0]!, 'title')).toEqual([])
    expect(strip(parseDsl('政策 𠮷野家/a { 标题「𰻞」 }', 'f').document.declarations[0])).toMatchObject({
      name: { zh: '𠮷野家' },
    })
  })
})

describe('comments', () => {
  const texts = (comments: readonly { text: string }[]) => comments.map(({ text }) => text)

  it('leads, trails, stands inside, or closes the file', () => {
    const { document } = parseDsl('// 一\n政策 甲 { // 二\n 版本 1； // 三\n /* 四 */ 地区 1；\n // 五\n} // 六\n// 七', 'f')
    const policy = document.declarations[0]!
    expect([policy.comments.leading, policy.comments.inner, policy.comments.trailing, document.comments].map(texts)).toEqual([
      ['一'],
      ['五'],
      ['六'],
      ['七'],
    ])
    expect(policy.children!.map(({ comments }) => [texts(comments.leading), texts(comments.trailing)])).toEqual([
      [['二'], ['三']],
      [['四'], []],
    ])
  })

  it('hoists those within a head or a body to the front of their declaration', () => {
    const { document } = parseDsl('政策 甲 { // 零\n 定义 乙 /* 一 */ 适用于 户：丙 且 // 二\n 丁 /* 三 */；// 四\n }', 'f')
    const define = document.declarations[0]!.children![0]!
    expect(texts(define.comments.leading)).toEqual(['零', '一', '二', '三'])
    expect(texts(define.comments.trailing)).toEqual(['四'])
  })

  it('loses none and keeps their order, wherever they stand', () => {
    const text = CORPUS.find(([name]) => name === 'exit.policy')![1].replace(/^\/\/.*\n/, '')
    let n = 0
    const noted = text.replace(/[；{}：，]/g, (mark, at: number) =>
      /[「」]/.test(text.slice(text.lastIndexOf('\n', at), at).replace(/「[^」]*」/g, '')) ? mark : `${mark}/*c${n++}*/`,
    )
    const { document } = parseDsl(noted, 'f')
    const seen: string[] = []
    const visit = (one: (typeof document.declarations)[number]): void => {
      seen.push(...texts(one.comments.leading))
      for (const child of one.children ?? []) visit(child)
      seen.push(...texts(one.comments.inner), ...texts(one.comments.trailing))
    }
    document.declarations.forEach(visit)
    seen.push(...texts(document.comments))
    expect(seen.filter((note) => note.startsWith('c'))).toEqual(Array.from({ length: n }, (_, i) => `c${i}`))
  })
})
