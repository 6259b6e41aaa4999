import type { TruthAt } from './site.ts'

/** A truth that is the same for all facts. */
export function constant(truth: number): TruthAt {
  return () => truth
}

/** ¬. */
export function negated(inner: TruthAt): TruthAt {
  return (r) => {
    const truth = inner(r)
    return truth === 2 ? 2 : 1 - truth
  }
}

/** ∧, unrolled where it is short. */
export function conjunction(parts: readonly TruthAt[]): TruthAt {
  const [a, b, c] = parts
  if (a === undefined) return constant(1)
  if (b === undefined) return a
  if (c === undefined) {
    return (r) => {
      const x = a(r)
      if (x === 0) return 0
      const y = b(r)
      return y === 0 ? 0 : x === 1 ? y : 2
    }
  }
  if (parts.length === 3) {
    return (r) => {
      const x = a(r)
      if (x === 0) return 0
      const y = b(r)
      if (y === 0) return 0
      const z = c(r)
      return z === 0 ? 0 : x === 1 && y === 1 ? z : 2
    }
  }
  return (r) => {
    let truth = 1
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!(r)
      if (part === 0) return 0
      if (part === 2) truth = 2
    }
    return truth
  }
}

/** ∨. */
export function disjunction(parts: readonly TruthAt[]): TruthAt {
  const [a, b, c] = parts
  if (a === undefined) return constant(0)
  if (b === undefined) return a
  if (c === undefined) {
    return (r) => {
      const x = a(r)
      if (x === 1) return 1
      const y = b(r)
      return y === 1 ? 1 : x === 0 ? y : 2
    }
  }
  return (r) => {
    let truth = 0
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!(r)
      if (part === 1) return 1
      if (part === 2) truth = 2
    }
    return truth
  }
}
