import type { Standard } from '../../dsl/lower/program.ts'
import type { Blocked, FactSet, Missing } from '../../engine/types.ts'
import type { Element } from './element.ts'
import { allOf, type Formula, notOf, standardFormulas } from './formula.ts'
import { addReads, type Reads } from './reads.ts'
import type { World } from './world.ts'

/** Sets of paths, sorted within; W⁺ and W⁻. */
interface Ways {
  readonly plus: readonly FactSet[]
  readonly minus: readonly FactSet[]
}

/** Thrown when more is unknown than the oracle looks through. */
export class TooManyUnknowns extends Error {}

/** More than this and the record is left to the engine alone: 8 unknown facts have at most 70 minimal sets. */
const MOST_SETS = 400

const includes = (big: FactSet, small: FactSet): boolean => small.every((path) => big.includes(path))

/** Without doubles and without sets that hold another one. */
function minimal(sets: readonly FactSet[]): FactSet[] {
  const unique = [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()]
  return unique.filter((set) => !unique.some((other) => other !== set && includes(set, other)))
}

function joined(a: readonly FactSet[], b: readonly FactSet[]): FactSet[] {
  if (a.length * b.length > MOST_SETS * 20) throw new TooManyUnknowns()
  const pairs = minimal(a.flatMap((x) => b.map((y) => [...new Set([...x, ...y])].sort())))
  if (pairs.length > MOST_SETS) throw new TooManyUnknowns()
  return pairs
}

const NOW: readonly FactSet[] = [[]]

function ways(world: World, formula: Formula, blocked: Blocked[]): Ways {
  if (formula.truth === 'true') return { plus: NOW, minus: [] }
  if (formula.truth === 'false') return { plus: [], minus: NOW }
  switch (formula.kind) {
    case 'all': {
      const items = formula.items.map((f) => ways(world, f, blocked))
      return { plus: items.map((w) => w.plus).reduce(joined, NOW), minus: minimal(items.flatMap((w) => w.minus)) }
    }
    case 'any': {
      const items = formula.items.map((f) => ways(world, f, blocked))
      return { plus: minimal(items.flatMap((w) => w.plus)), minus: items.map((w) => w.minus).reduce(joined, NOW) }
    }
    case 'not': {
      const { plus, minus } = ways(world, formula.operand, blocked)
      return { plus: minus, minus: plus }
    }
    case 'if':
      return { plus: ways(world, formula.well, blocked).plus, minus: ways(world, formula.badly, blocked).minus }
    case 'path':
      return { plus: [[formula.path]], minus: [[formula.path]] }
    case 'atom': {
      const reads: Reads = { paths: new Set(), blocked: [] }
      addReads(world, formula.expr, formula.stack, formula.where, reads)
      blocked.push(...reads.blocked)
      // What is unknown for no fact's sake (无 in arithmetic) no fact can mend either.
      const stuck = reads.blocked.length > 0 || reads.paths.size === 0
      const sets = stuck ? [] : [[...reads.paths].sort()]
      return { plus: sets, minus: sets }
    }
    default: {
      const never: never = formula
      throw new Error(`unknown formula ${JSON.stringify(never)}`)
    }
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const MOST = 16

function listed(sets: readonly FactSet[]): FactSet[] {
  return [...sets].sort((a, b) => a.length - b.length || compareText(a.join(), b.join()))
}

/** Everything that would settle the outcome; throws TooManyUnknowns. */
export function missingOf(world: World, standard: Standard, element: Element): Missing {
  const { guard, fail, hold } = standardFormulas(world, standard, element)
  const blocked: Blocked[] = []
  const met = listed(ways(world, allOf([guard, notOf(fail), notOf(hold)]), blocked).plus)
  const unmet = listed(ways(world, allOf([guard, fail]), blocked).plus)
  const causes = new Map(blocked.map((b) => [`${b.kind} ${b.id}`, b]))
  return {
    met: met.slice(0, MOST),
    unmet: unmet.slice(0, MOST),
    blocked: [...causes.keys()].sort(compareText).map((key) => causes.get(key)!),
    truncated: met.length > MOST || unmet.length > MOST,
  }
}
