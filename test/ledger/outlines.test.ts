import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toChineseNumeral } from '../../dsl/value/chinese-numeral.ts'
import { pathText } from '../../engine/ledger/article-key.ts'
import { splitText, type TextArticle } from '../../engine/ledger/split.ts'

/** A heading with its own sentence and what stands below it. */
interface Outline {
  readonly words: string
  readonly below: readonly Outline[]
}

const WORDS = fc
  .array(fc.constantFrom(...'船灯网帆桨潮港渔'), { minLength: 3, maxLength: 40 })
  .map((letters) => `${letters.join('')}，甚好。`)
const outlineOf = (depth: number): fc.Arbitrary<Outline> =>
  fc.record({
    words: WORDS,
    below: depth === 0 ? fc.constant([]) : fc.array(outlineOf(depth - 1), { maxLength: 4 }),
  })
const OUTLINES = fc.array(outlineOf(3), { minLength: 1, maxLength: 5 })

type Mark = (n: number) => string
/** Ways to write the four levels: kinds that are used one below another. */
const STYLES: readonly (readonly Mark[])[] = [
  [(n) => `${toChineseNumeral(n)}、`, (n) => `（${toChineseNumeral(n)}）`, (n) => `${n}.`, (n) => `（${n}）`],
  [(n) => `第${toChineseNumeral(n)}条 `, (n) => `(${toChineseNumeral(n)})`, (n) => `${n}、`, (n) => '①②③④'[n - 1]!],
  [(n) => `第 ${n} 条　`, (n) => `第${toChineseNumeral(n)}步：`, (n) => `${n}．`, (n) => `${n}）`],
]

interface Press {
  readonly style: number
  readonly lineEnd: string
  readonly indent: string
  readonly wide: boolean
}
const PRESS = fc.record({
  style: fc.nat(STYLES.length - 1),
  lineEnd: fc.constantFrom('\n', '\r\n', '\n\n', '\n　　\n'),
  indent: fc.constantFrom('', '　　', '  ', '\t'),
  wide: fc.boolean(),
})

function printed(outlines: readonly Outline[], press: Press, level = 0): string {
  return outlines
    .map(({ words, below }, i) => {
      const own = press.wide ? words : words.replace('，', ', ')
      return `${press.indent}${STYLES[press.style]![level]!(i + 1)}${own}${press.lineEnd}${printed(below, press, level + 1)}`
    })
    .join('')
}

const paths = (articles: readonly TextArticle[]): readonly string[] =>
  articles.flatMap((one) => [pathText(one.path), ...paths(one.children)])
const expected = (outlines: readonly Outline[], above = ''): readonly string[] =>
  outlines.flatMap(({ below }, i) => [`${above}${i + 1}`, ...expected(below, `${above}${i + 1}·`)])
/** Digests of what has nothing below it: marks inside an article belong to its words. */
const prints = (articles: readonly TextArticle[]): readonly string[] =>
  articles.flatMap((one) => (one.children.length === 0 ? [one.digest] : prints(one.children)))

describe('any outline in any print', () => {
  it('is read as it was written, and its articles have the same digests in every print', () => {
    fc.assert(
      fc.property(OUTLINES, PRESS, PRESS, (outlines, one, other) => {
        const [a] = splitText(printed(outlines, one))
        const [b] = splitText(printed(outlines, other))
        expect(paths(a!.articles)).toEqual(expected(outlines))
        expect(paths(b!.articles)).toEqual(expected(outlines))
        expect(prints(a!.articles)).toEqual(prints(b!.articles))
      }),
      { numRuns: 300 },
    )
  })

  it('never fails, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...['第', '条', '一', '二、', '（三）', '1.', '2）', '①', '——', '\n', '。', ' ', '船', '附件1', '【篇二】', '章', '步'],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 80 }), (text) => {
        const parts = splitText(text.join(''))
        expect(parts.length).toBeGreaterThan(0)
        for (const one of parts) for (const article of one.articles) expect(article.digest).toMatch(/^[0-9a-f]{64}$/)
      }),
      { numRuns: 500 },
    )
  })
})
