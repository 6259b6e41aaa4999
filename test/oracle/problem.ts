/** Why a record of facts is refused: the oracle's own short codes. */
export type ProblemCode =
  | 'unknown-key'
  | 'both-spellings'
  | 'wrong-type'
  | 'too-precise'
  | 'out-of-range'
  | 'no-such-date'
  | 'too-many'
  | 'incomplete-act'
  | 'relation'
  | 'not-in-force'

export interface Problem {
  readonly code: ProblemCode
  readonly path: string
}

/** Thrown while reading facts, caught by judge. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, path: string) {
    super(`${code} at ${path}`)
    this.problem = { code, path }
  }
}
