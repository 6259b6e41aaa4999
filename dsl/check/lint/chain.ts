import type { Fix } from '../../diagnostics/diagnostic.ts'
import { COMPARE_WORDS } from '../../syntax/compare-words.ts'
import type { ChainExpr, Expr } from '../../syntax/expression.ts'
import { formulaOf, fresh, type Space } from './formula.ts'
import { type Linter, note, written } from './linter.ts'
import { conjunction, disjunction, type Formula, touch } from './logic.ts'
import { certain, excludes, implies, impossible } from './solve.ts'

/** R405 an 且 that can never hold, R406 an 或 that always does, R407 an item said twice, R408 an item settled by another. */
export function lintChain(lint: Linter, chain: ChainExpr, level: number): boolean {
  const space = fresh(lint.space)
  const formulas = chain.items.map((item) => formulaOf(space, item, level))
  if (!formulas.every((formula) => formula !== undefined)) return false
  const [first, second] = formulas
  if (formulas.length === 2 && first && second && !touch(first, second)) return false
  return chainSettled(lint, chain, space, formulas) || lintItems(lint, chain, space, formulas)
}

function chainSettled(lint: Linter, chain: ChainExpr, space: Space, formulas: readonly Formula[]): boolean {
  const settled = (parts: readonly Formula[]) =>
    chain.kind === 'and' ? impossible(space, conjunction(parts)) : certain(space, disjunction(parts))
  const two = (a: Formula, b: Formula) => excludes(space, a, b, chain.kind === 'and', chain.kind === 'and')
  const code = chain.kind === 'and' ? 'R405' : 'R406'
  for (const [i, later] of formulas.entries()) {
    for (let j = 0; j < i; j++) {
      const earlier = formulas[j]!
      if (space.effort.left <= 0) return false
      if (!touch(earlier, later) || !two(earlier, later)) continue
      const [first, second] = [chain.items[j]!, chain.items[i]!]
      const labels = [{ span: first.span, word: 'first' }]
      const text =
        chain.items.length === 2 ? written(lint, chain.span) : `${written(lint, first.span)}、${written(lint, second.span)}`
      note(lint, code, second.span, { text }, { labels })
      return true
    }
  }
  if (formulas.length === 2 || !settled(formulas)) return false
  note(lint, code, chain.span, { text: written(lint, chain.span) })
  return true
}

function lintItems(lint: Linter, chain: ChainExpr, space: Space, formulas: readonly Formula[]): boolean {
  const idle = new Set<number>()
  const settles = (by: number, what: number) =>
    chain.kind === 'and' ? implies(space, formulas[by]!, formulas[what]!) : implies(space, formulas[what]!, formulas[by]!)
  for (const [i, item] of chain.items.entries()) {
    for (const [j, other] of chain.items.entries()) {
      if (space.effort.left <= 0) return idle.size > 0
      if (i === j || idle.has(i) || idle.has(j) || !touch(formulas[i]!, formulas[j]!) || !settles(j, i)) continue
      const same = settles(i, j)
      if (same && i < j) continue
      // What asks whether there is a value at all is wanted by the type checker, whatever follows from the rest.
      if (!same && asksPresence(item)) continue
      idle.add(i)
      const text = written(lint, item.span)
      const labels = [{ span: other.span, word: same ? 'first' : 'stronger' }]
      note(lint, same ? 'R407' : 'R408', item.span, { text }, { labels, fixes: removal(lint, chain, i) })
    }
  }
  return idle.size > 0
}

function asksPresence(expr: Expr): boolean {
  switch (expr.kind) {
    case 'has':
      return true
    case 'not':
      return asksPresence(expr.operand)
    case 'compare': {
      const { op } = COMPARE_WORDS[expr.word]
      return (op === 'eq' || op === 'ne') && (expr.left.kind === 'nothing' || expr.right.kind === 'nothing')
    }
    default:
      return false
  }
}

const WORDS = { and: /且|and/g, or: /或|or/g } as const

/** Takes one item of a chain away, with the word before or after it and the brackets around it. No fix where a comment stands between. */
function removal(lint: Linter, chain: ChainExpr, index: number): readonly Fix[] {
  const item = chain.items[index]!
  const { file } = item.span
  const text = lint.checked.binding.linked.texts.get(file) ?? ''
  const before = chain.items[index - 1]
  const after = chain.items[index + 1]
  const gap = before ? text.slice(before.span.end, item.span.start) : after ? text.slice(item.span.end, after.span.start) : ''
  const words = [...gap.matchAll(WORDS[chain.kind])]
  const [word] = words
  if (words.length !== 1 || !word || /\/[/*]/.test(gap)) return []
  const wordStart = (before ? before.span.end : item.span.end) + word.index
  const wordEnd = wordStart + word[0].length
  const edit = before
    ? { start: wordStart, end: skip(text, item.span.end, 1, opened(text.slice(wordEnd, item.span.end))) }
    : { start: skip(text, item.span.start, -1, -opened(text.slice(item.span.start, wordStart))), end: wordEnd }
  const trimmed = before ? { ...edit, start: edit.start - trailing(text.slice(before.span.end, edit.start)) } : edit
  const spaces = before ? 0 : (/^\s*/.exec(text.slice(trimmed.end))?.[0].length ?? 0)
  const span = { file, start: trimmed.start, end: trimmed.end + spaces }
  return [{ word: 'remove', args: { text: written(lint, item.span) }, edits: [{ span, text: '' }] }]
}

/** Brackets opened and not closed; negative when more are closed. */
const opened = (text: string) =>
  [...text].reduce((open, c) => (/[（(]/.test(c) ? open + 1 : /[）)]/.test(c) ? open - 1 : open), 0)

const trailing = (text: string) => text.length - text.trimEnd().length

/** The offset after so many brackets of the right kind, going right or left over blanks. */
function skip(text: string, from: number, step: 1 | -1, brackets: number): number {
  let at = from
  for (let left = brackets; left > 0; left--) {
    while (/\s/.test((step > 0 ? text[at] : text[at - 1]) ?? '')) at += step
    at += step
  }
  return at
}
