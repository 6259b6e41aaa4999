import { isHan } from '../../dsl/lex/characters.ts'
import { keywordsOf } from '../../dsl/lex/keywords.ts'
import { splitRun } from '../../dsl/lex/split-run.ts'
import type { Workspace } from './workspace.ts'

/** The whole words a run begins with, and how long they are together; what follows is still being typed. */
export interface GluedHead {
  readonly words: readonly string[]
  readonly length: number
}

const LONGEST = 40

/**
 * People type Chinese without spaces: 年人均纯收入超过国 is two words and the beginning of a third. Undefined when the run is one word, or the
 * beginning of one.
 */
export function gluedHead(workspace: Workspace, run: string): GluedHead | undefined {
  if (run.length < 2 || run.length > LONGEST || !isHan(run)) return undefined
  const names = new Set(workspace.compilation.binding.symbols.flatMap(({ name }) => (name.zh === undefined ? [] : [name.zh])))
  const begins = (piece: string): boolean => [...names].some((name) => name.startsWith(piece))
  if (begins(run) || keywordsOf(run).length > 0) return undefined
  for (let cut = run.length; cut > 0; cut--) {
    const tail = run.slice(cut)
    if (tail !== '' && !begins(tail)) continue
    const [words] = splitRun(run.slice(0, cut), names)
    // A name at the very end may still grow into another one, so that it is what is being typed.
    if (words && (tail !== '' || !names.has(words[words.length - 1]!))) return { words, length: cut }
  }
  return undefined
}
