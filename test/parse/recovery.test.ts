import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scan } from '../../dsl/lex/lexer.ts'
import { parseDsl } from '../../dsl/parse/index.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'
import { CORPUS, spans, strip } from './strip.ts'

interface Placed {
  readonly key: string
  readonly one: Decl
  readonly above: readonly Decl[]
}

function all(declarations: readonly Decl[], above: readonly Decl[] = []): readonly Placed[] {
  return declarations.flatMap((one) => [
    { key: `${one.kind} ${one.name?.zh ?? one.name?.id ?? JSON.stringify(strip(one.value) ?? strip(one.clauses))}`, one, above },
    ...all(one.children ?? [], [...above, one]),
  ])
}

function sound(text: string): ReturnType<typeof parseDsl> {
  const parsed = parseDsl(text, 'f')
  const within = ({ start, end }: { start: number; end: number }) => {
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new Error(`span ${start}–${end} outside of ${text.length}: ${text}`)
  }
  spans(parsed.document, within)
  spans(parsed.diagnostics, within)
  return parsed
}

describe('recovery', () => {
  it.each(CORPUS)('keeps every whole declaration of %s when one token is lost, with one message', (name, text) => {
    const whole = all(parseDsl(text, 'f').document.declarations)
    const { tokens } = scan(text, 'f')
    let several = 0
    const lost: string[] = []
    for (const token of tokens) {
      const start = token.startOffset
      const end = start + token.image.length
      const { document, diagnostics } = sound(`${text.slice(0, start)} ${text.slice(end)}`)
      const kept = new Set(all(document.declarations).map(({ key }) => key))
      const holding = whole.filter(({ one }) => one.span.start <= start && one.span.end >= end)
      const innermost = holding.at(-1)?.one
      const others = whole.filter((placed) => !holding.includes(placed) && !(innermost && placed.above.includes(innermost)))
      lost.push(...others.filter(({ key }) => !kept.has(key)).map(({ key }) => `${token.image}@${start}: ${key}`))
      if (diagnostics.filter(({ severity }) => severity === 'error').length > 1) several++
    }
    console.info(`${name}: ${tokens.length} single deletions, ${several} with more than one message`)
    expect(lost).toEqual([])
    expect(several / tokens.length).toBeLessThanOrEqual(0.01)
  })

  it.each(CORPUS)('survives every prefix of %s', (_name, text) => {
    const whole = all(parseDsl(text, 'f').document.declarations)
    // every prefix that ends a token or cuts one in two
    const { tokens } = scan(text, 'f')
    const ends = tokens.flatMap(({ startOffset, image }) => [
      ...(image.length > 1 ? [startOffset + (image.length >> 1)] : []),
      startOffset + image.length,
    ])
    for (const end of ends) {
      const { document } = sound(text.slice(0, end))
      const kept = new Set(all(document.declarations).map(({ key }) => key))
      const due = whole.filter(({ one }) => one.span.end <= end)
      expect(due.filter(({ key }) => !kept.has(key)).map(({ key }) => key)).toEqual([])
    }
  })

  it.each(CORPUS)('survives doubled and swapped tokens of %s', (_name, text) => {
    const { tokens } = scan(text, 'f')
    for (const [i, token] of tokens.entries()) {
      if (i % 3 > 0) continue
      const end = token.startOffset + token.image.length
      sound(`${text.slice(0, end)} ${token.image} ${text.slice(end)}`)
      const next = tokens[i + 1]
      if (next)
        sound(
          `${text.slice(0, token.startOffset)} ${next.image} ${token.image} ${text.slice(next.startOffset + next.image.length)}`,
        )
    }
  })

  it('survives any text, and any mixture of its own words', () => {
    const own = [...new Set(CORPUS.flatMap(([, text]) => scan(text, 'f').tokens.map(({ image }) => image)))]
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void sound(text)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...own, '\n', '「', '/*', '{', '}'), { maxLength: 60 }),
        (words) => void sound(words.join(' ')),
      ),
      { numRuns: 800 },
    )
  })
})

describe('hostile texts', () => {
  const must = (text: string) => `政策 甲 { 标准 乙 适用于 户 { 须 丙 依据「一」：${text}； 须 丁 依据「一」：真； } }`
  const CASES: readonly (readonly [string, string, string])[] = [
    ['10,000 brackets', must('（'.repeat(10_000)), 'L111'],
    ['10,000 blocks', '政策 甲 {'.repeat(10_000), 'L111'],
    ['not not not', must('非 '.repeat(50_000)), 'L111'],
    ['− − −', must('− '.repeat(50_000)), 'L111'],
    ['else if', must('若 甲 则 乙 否则 '.repeat(10_000)), 'L111'],
    ['every every', must('每个 甲 满足 '.repeat(10_000)), 'L111'],
    ['a long path', must(`甲${' 的 乙'.repeat(20_000)}`), 'L111'],
    ['a long sum', must(`甲${' + 乙'.repeat(20_000)}`), 'L111'],
    ['too large', 'x'.repeat(4_000_001), 'L110'],
    ['only unknown characters', '@'.repeat(1_400_000), 'L101'],
    ['one figure', must('9'.repeat(1_000_000)), 'L106'],
    ['one name', '甲'.repeat(1_400_000), 'P107'],
    ['closing braces', '}'.repeat(300_000), 'P117'],
    ['unclosed comments', '/* '.repeat(300_000), 'L105'],
    ['keywords', '政策 '.repeat(50_000), 'P101'],
  ]
  it.each(CASES)('answers %s at once', (_title, text, code) => {
    const before = performance.now()
    const { diagnostics } = parseDsl(text, 'f')
    const took = performance.now() - before
    expect(diagnostics.some((diagnostic) => diagnostic.code === code || diagnostic.code[0] === 'P')).toBe(true)
    if (code[0] === 'L') expect(diagnostics[0]!.code).toBe(code)
    expect(took).toBeLessThan(5000)
  })

  it('reads what is deep but allowed, and chains of any length', () => {
    for (const text of [
      `${'（'.repeat(250)}甲${'）'.repeat(250)}`,
      `${'非 '.repeat(250)}甲`,
      `${'若 甲 则 乙 否则 '.repeat(250)}丙`,
      `甲${' 且 乙'.repeat(50_000)}`,
    ]) {
      expect(parseDsl(must(text), 'f').diagnostics).toEqual([])
    }
  })

  it('measures a text of 500 lines', () => {
    const one = CORPUS.find(([name]) => name === 'exit.policy')![1]
    let text = ''
    while (text.split('\n').length < 500) text += one
    const runs: number[] = []
    for (let i = 0; i < 60; i++) {
      const before = performance.now()
      expect(parseDsl(text, 'f').diagnostics).toEqual([])
      runs.push(performance.now() - before)
    }
    const median = runs.slice(20).sort((a, b) => a - b)[20]!
    console.info(`${text.split('\n').length} lines, ${text.length} units: ${median.toFixed(1)} ms warm`)
  })
})
