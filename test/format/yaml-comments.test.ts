import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentSequence, format } from '../../dsl/format/index.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'
import { equalDocuments } from '../../dsl/syntax/equal.ts'
import { anyDocument } from '../properties/arbitrary-document.ts'
import { readClean } from './spellings.ts'

/** A document without its comments. */
function bare(decl: Decl): Decl {
  return {
    ...decl,
    ...(decl.children && { children: decl.children.map(bare) }),
    comments: { leading: [], trailing: [], inner: [] },
  }
}

describe('comments of a YAML file', () => {
  test('none is lost and their order stays, wherever they are written', () => {
    const places = fc.array(fc.record({ line: fc.nat(60), column: fc.nat(12), own: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyDocument, places, (made, marks) => {
        const document = { ...made, declarations: made.declarations.map(bare), comments: [] }
        const lines = format(document, { lang: 'zh', spelling: 'yaml' }).split('\n')
        const expected: string[] = []
        const out: string[] = []
        lines.forEach((line, i) => {
          const here = marks.filter((mark) => mark.line % lines.length === i)
          for (const mark of here.filter(({ own }) => own)) {
            expected.push(`c${expected.length}`)
            out.push(`${' '.repeat(mark.column)}# ${expected.at(-1)}`)
          }
          const beside = here.find(({ own }) => !own) !== undefined && line.trim() !== ''
          if (beside) expected.push(`c${expected.length}`)
          out.push(beside ? `${line} # ${expected.at(-1)}` : line)
        })
        const back = readClean(out.join('\n'), 'yaml')
        expect(commentSequence(back)).toEqual(expected)
        expect(equalDocuments(back, document)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('each finds its declaration', () => {
    const text = `# head
policy: 甲 # first line
do: # block
  # of title
  - title: 乙 # behind title
  - standard: 丙
    # between keys
    for: 户
    do:
      - must: 丁
        is: "丁" # behind must
      # end of standard
  # of version
  - version: "#1" # behind version
  # end of policy
# end of file
`
    const document = readClean(text, 'yaml')
    const [policy] = document.declarations
    const texts = (decl: Decl | undefined) => ({
      leading: decl!.comments.leading.map((comment) => comment.text),
      trailing: decl!.comments.trailing.map((comment) => comment.text),
      inner: decl!.comments.inner.map((comment) => comment.text),
    })
    expect(texts(policy)).toEqual({ leading: ['head'], trailing: [], inner: ['end of policy'] })
    const [title, standard, version] = policy!.children!
    expect(texts(title)).toEqual({ leading: ['first line', 'block', 'of title'], trailing: ['behind title'], inner: [] })
    expect(texts(standard)).toEqual({ leading: [], trailing: [], inner: ['end of standard'] })
    expect(texts(standard!.children![0])).toEqual({ leading: ['between keys'], trailing: ['behind must'], inner: [] })
    expect(texts(version)).toEqual({ leading: ['of version'], trailing: ['behind version'], inner: [] })
    expect(document.comments.map((comment) => comment.text)).toEqual(['end of file'])
  })

  test('a number sign in a text is no comment', () => {
    const document = readClean(
      'policy: 甲\ndo:\n  - title: "a # b"\n  - note: a#b\n  - document: >-\n      c\n      # d\n',
      'yaml',
    )
    expect(commentSequence(document)).toEqual([])
  })
})
