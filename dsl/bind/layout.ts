import type { Unit } from '../link/unit.ts'
import { mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import { type Arm, apart, type Held, lineage, merged, omissions, type Sight, sameName } from './adoption.ts'
import { type PolicySymbol, typedNames } from './symbol.ts'

/** A 计日, 时段 or 期限 where it stands. */
export interface HeldLine {
  readonly decl: Decl
  readonly unit: Unit
  readonly arms: readonly Arm[]
}

/** A phase with the lines written directly in it. */
export interface HeldPhase extends Held {
  readonly lines: readonly HeldLine[]
}

/** What a procedure consists of, in the order of the text. */
export interface Layout {
  readonly counting: readonly HeldLine[]
  readonly phases: readonly HeldPhase[]
  readonly steps: readonly Held[]
}

/** The choice an arm of a standard, procedure or step stands for. */
export function armOf(fork: Decl, arm: Decl): Arm {
  return { fork, reading: mainValue(fork, 'by_reading_steps'), choice: mainValue(arm, 'arm_steps') }
}

/** A procedure's own parts, without what it adopts. */
export function ownLayout(sight: Sight, procedure: PolicySymbol): Layout {
  const counting: HeldLine[] = []
  const phases: HeldPhase[] = []
  const steps: Held[] = []
  const { unit } = procedure

  function walk(holder: Decl, arms: readonly Arm[], phase: PolicySymbol | undefined, lines: HeldLine[]): void {
    for (const child of holder.children ?? []) {
      const symbol = sight.declared.ofDecl.get(child)
      switch (child.kind) {
        case 'counting':
          counting.push({ decl: child, unit, arms })
          break
        case 'window':
        case 'due':
          lines.push({ decl: child, unit, arms })
          break
        case 'by_reading_steps':
          for (const arm of child.children ?? []) walk(arm, [...arms, armOf(child, arm)], phase, lines)
          break
        case 'phase': {
          const inside: HeldLine[] = []
          if (symbol) phases.push({ symbol, arms, lines: inside })
          walk(child, arms, symbol, inside)
          break
        }
        case 'step':
          if (symbol) steps.push({ symbol, arms, ...(phase ? { phase } : {}) })
          break
        default:
          break
      }
    }
  }

  walk(procedure.decl, [], undefined, [])
  return { counting, phases, steps }
}

/** A procedure's parts with all it adopts. Own 计日 come first, so that they count where both say something. */
export function layoutOf(sight: Sight, procedure: PolicySymbol): Layout {
  let layout: Layout = { counting: [], phases: [], steps: [] }
  for (const level of lineage(sight, procedure).toReversed()) {
    const own = ownLayout(sight, level)
    const omitted = omissions(level.decl)
    layout = {
      counting: [...own.counting, ...layout.counting],
      phases: mergedPhases(layout.phases, own.phases),
      steps: merged(layout.steps, own.steps, omitted),
    }
  }
  return layout
}

/** An own phase takes the place of the adopted one; its lines replace those of their kind. */
function mergedPhases(base: readonly HeldPhase[], own: readonly HeldPhase[]): readonly HeldPhase[] {
  return merged(base, own, []).map((phase) => {
    const adopted = base.find((other) => other !== phase && sameName(other.symbol, phase.symbol))
    if (!adopted || base.includes(phase)) return phase
    const kept = adopted.lines.filter((line) => !phase.lines.some((mine) => mine.decl.kind === line.decl.kind))
    return { ...phase, lines: [...kept, ...phase.lines] }
  })
}

/** The steps of that name which may be in force together with `from`; several where a reading has one in each arm. */
export function stepsNamed(layout: Layout, text: string, from?: Held): readonly Held[] {
  return layout.steps.filter((held) => typedNames(held.symbol).includes(text) && (!from || !apart(held, from)))
}

/** The items of a standard with those it adopts; parts of groups stay with their groups. */
export function itemsOf(sight: Sight, standard: PolicySymbol): readonly Held[] {
  return lineage(sight, standard)
    .toReversed()
    .reduce<readonly Held[]>((base, level) => merged(base, ownItems(sight, level.decl, []), omissions(level.decl)), [])
}

function ownItems(sight: Sight, holder: Decl, arms: readonly Arm[]): readonly Held[] {
  return (holder.children ?? []).flatMap((child): readonly Held[] => {
    if (child.kind === 'by_reading') {
      return (child.children ?? []).flatMap((arm) =>
        ownItems(sight, arm, [...arms, { fork: child, reading: mainValue(child, 'by_reading'), choice: mainValue(arm, 'arm') }]),
      )
    }
    const symbol = sight.declared.ofDecl.get(child)
    return symbol ? [{ symbol, arms }] : []
  })
}
