import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { parseDsl } from '../../dsl/parse/index.ts'
import { COMPARE_WORDS } from '../../dsl/syntax/compare-words.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'
import { CLAUSES, DECLS } from '../../dsl/syntax/table.ts'

const page = readFileSync('docs/language.md', 'utf8')
const blocks = [...page.matchAll(/```(policy|yaml policy)( part| item)?\n([\s\S]*?)```/g)].map((m) => ({
  yaml: m[1] !== 'policy',
  kind: m[2]?.trim() ?? 'file',
  text: m[3]!,
}))
const vocabulary = blocks[0]!.text

const PREAMBLE =
  '施行 自 2016-05-01；采用 例词汇；来源 手册/manual_source { 条「一」 } 解释 本页解释/page_reading 依据「一」 { 含本数/inclusive（默认）；不含本数/exclusive }'

function fileOf(block: (typeof blocks)[number]): string {
  if (block.kind === 'part') return `政策 例/example { ${PREAMBLE} ${block.text} }`
  if (block.kind === 'item')
    return `政策 例/example { ${PREAMBLE} 标准 例标准/example_standard 适用于 户 依据「一」 { ${block.text} } }`
  return block.text
}

function errors(block: (typeof blocks)[number]): string[] {
  const file = block.yaml ? 'example.policy.yaml' : 'example.policy'
  const text = fileOf(block)
  const files =
    block === blocks[0]
      ? [{ file, text }]
      : [
          { file: 'terms.policy', text: vocabulary },
          { file, text },
        ]
  const national = {
    file: 'national.policy',
    text: '政策 国家意见/national { 施行 自 2016-01-01；采用 例词汇；来源 意见/opinion { 条「一」 } 标准 甲/a 适用于 户 依据「一」 { 须 乙/b 依据「一」：饮水安全；} }',
  }
  const { diagnostics } = compile([...files, national])
  return diagnostics
    .filter((d) => d.severity === 'error')
    .map((d) => `${d.code} ${JSON.stringify(d.args)} at ${d.span.file}: ${text.slice(d.span.start, d.span.end)}`)
}

describe('the language reference', () => {
  it('has examples', () => expect(blocks.length).toBeGreaterThan(10))

  it.each(
    blocks.map((block, i) => [`${i} ${block.kind}: ${block.text.trim().slice(0, 30).replaceAll('\n', ' ')}`, block] as const),
  )('compiles %s', (_name, block) => {
    expect(errors(block)).toEqual([])
  })

  it('shows every kind of declaration and every clause', () => {
    // 概要 may be left out before its text, and the printer does; 取 stands in prose
    const all = blocks
      .filter((b) => !b.yaml)
      .map((b) => b.text)
      .join('\n')
    const undeclared = Object.entries(DECLS)
      .filter(([, spec]) => !all.includes(spec.zh))
      .map(([kind]) => kind)
    const unshown = Object.entries(CLAUSES)
      .filter(([, spec]) => spec.zh !== '' && !all.includes(spec.zh))
      .map(([name]) => name)
    expect([undeclared, unshown]).toEqual([[], ['summary']])
    // 休, 方, 应 and the like are parts of other words: what the trees hold is what is shown.
    const kinds = new Set<string>()
    const clauses = new Set<string>()
    const visit = (decls: readonly Decl[]): void => {
      for (const decl of decls) {
        kinds.add(decl.kind)
        for (const name of Object.keys(decl.clauses)) clauses.add(name)
        visit(decl.children ?? [])
      }
    }
    for (const block of blocks) if (!block.yaml) visit(parseDsl(fileOf(block), 'f').document.declarations)
    const without = (all: object, seen: ReadonlySet<string>) => Object.keys(all).filter((name) => !seen.has(name))
    expect([without(DECLS, kinds), without(CLAUSES, clauses)]).toEqual([['choose'], []])
  })

  it('lists every keyword in both languages', () => {
    const missing = [...Object.values(DECLS), ...Object.values(CLAUSES), ...Object.values(COMPARE_WORDS)]
      .filter((w) => w.zh !== '' && !page.includes(`${w.zh} \`${w.en}\``))
      .map((w) => w.zh)
    expect(missing).toEqual([])
  })
})
