import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../dsl/index.ts'
import { lineMap, positionAt } from '../../../dsl/source/line-map.ts'
import { nameText } from '../../../dsl/syntax/access.ts'
import type { Decl } from '../../../dsl/syntax/declaration.ts'
import { VOCABULARY } from '../../diagnostics/preamble.ts'

const FOLDER = 'test/corpus/not-ok'
const FILES = readdirSync(FOLDER).filter((name) => /\.policy(?:\.yaml)?$/.test(name))

/** The declarations as read, one a line and indented: `!` marks a condition that could not be read. */
function outline(decls: readonly Decl[], depth = 0): readonly string[] {
  return decls.flatMap((decl) => {
    const body = decl.body as { readonly kind?: string } | undefined
    const broken = body?.kind === 'error' ? ' !' : ''
    return [
      `${'  '.repeat(depth)}${`${decl.kind} ${nameText(decl)}`.trim()}${broken}`,
      ...outline(decl.children ?? [], depth + 1),
    ]
  })
}

/** What a file gives: each finding with its place and the text it points at, then the declarations that were read. */
function outcome(name: string): string {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
  const { diagnostics, documents } = compile([
    { file: name, text },
    { file: 'terms.policy', text: VOCABULARY },
  ])
  const map = lineMap(text)
  const found = diagnostics.map(({ code, span }) => {
    if (span.file !== name) return `${code} in ${span.file}`
    const { line, column } = positionAt(map, span.start)
    return `${code} ${line}:${column} ${JSON.stringify(text.slice(span.start, span.end))}`
  })
  const document = documents.find(({ file }) => file === name)!
  return `${found.join('\n')}\n\n${outline(document.declarations).join('\n')}\n`
}

describe('broken files', () => {
  it('are there', () => expect(FILES.length).toBeGreaterThanOrEqual(20))

  it.each(FILES)('%s gives what was reviewed', (name) => {
    expect(outcome(name)).toBe(readFileSync(`${FOLDER}/${name}.expect`, 'utf8'))
  })
})
