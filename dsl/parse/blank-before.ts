import type { Comment } from '../syntax/declaration.ts'

const BREAK = /[\n\r\u2028\u2029]/
const WHITE = /\s/

/**
 * Whether the line above the one that `offset` stands on is empty or white, with nothing but white space (in YAML, a dash too) before `offset` on its own:
 * the air an author put between two declarations.
 */
export function blankBefore(text: string, offset: number, dash = false): boolean {
  let breaks = 0
  for (let i = offset - 1; i >= 0; i--) {
    const c = text[i]!
    if (BREAK.test(c)) {
      if (++breaks === 2) return true
      if (c === '\n' && text[i - 1] === '\r') i--
    } else if (!WHITE.test(c) && !(dash && breaks === 0 && c === '-')) return false
  }
  return false
}

/** The comments above a declaration that stands at `start`, each with the empty line behind it. */
export function withBlanks(leading: readonly Comment[], text: string, start: number): readonly Comment[] {
  return leading.map((comment, i) => {
    const next = leading[i + 1]?.span.start ?? start
    return comment.span.end <= next && next <= start && blankBefore(text, next, true) ? { ...comment, blankAfter: true } : comment
  })
}
