import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completionAt } from '../../editor/service/completion.ts'
import { problemsOf } from '../../editor/service/diagnostics.ts'
import { formatted } from '../../editor/service/format.ts'
import { hoverAt } from '../../editor/service/hover.ts'
import { outlineOf } from '../../editor/service/outline.ts'
import { colouredTokens } from '../../editor/service/tokens.ts'
import { POLICY, POLICY_FILE, workspaceWith } from './fixture.ts'

const PIECES = [
  '须',
  '{',
  '}',
  '（',
  '）',
  '「',
  '」',
  '；',
  '：',
  '、',
  '按',
  '没有',
  '的',
  '〔',
  '“',
  '/*',
  '//',
  ' ',
  '3700',
  '元',
  '\u3000',
  '￥',
  '\n',
  'must',
  '📄',
  '\u0000',
]

/** The sample policy with some stretches replaced by pieces of the language or of nothing. */
const damaged = fc
  .array(fc.record({ at: fc.nat(POLICY.length), cut: fc.nat(12), put: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((cuts) => cuts.reduce((text, { at, cut, put }) => text.slice(0, at) + put.join('') + text.slice(at + cut), POLICY))

test('whatever is in the text, every feature answers', () => {
  fc.assert(
    fc.property(damaged, fc.nat(), (text, seed) => {
      const workspace = workspaceWith(text)
      const offset = seed % (text.length + 1)
      const inside = ({ start, end }: { readonly start: number; readonly end: number }) =>
        0 <= start && start <= end && end <= text.length
      expect(problemsOf(workspace, 'zh').every((problem) => problem.file !== POLICY_FILE || inside(problem))).toBe(true)
      expect(inside(completionAt(workspace, POLICY_FILE, offset))).toBe(true)
      const tokens = colouredTokens(workspace, POLICY_FILE)
      expect(tokens.every((token, i) => inside(token) && (i === 0 || tokens[i - 1]!.end <= token.start))).toBe(true)
      hoverAt(workspace, POLICY_FILE, offset, 'zh')
      expect(outlineOf(workspace, POLICY_FILE).every(({ span }) => inside(span))).toBe(true)
      expect(['same', 'text', 'refused']).toContain(formatted(workspace, POLICY_FILE).kind)
    }),
    { numRuns: 120 },
  )
})
