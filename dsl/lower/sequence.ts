import type { Held } from '../bind/adoption.ts'
import { amended, stepsMeant, type View } from '../bind/step-lines.ts'
import { clause } from '../syntax/access.ts'
import type { Ref } from '../syntax/expression.ts'

type Steps = readonly Held[]

/**
 * The steps before each step: those it 承接; those before the ones it runs 同时 with; else the step before it in the text with all that run 同时 with
 * that one. `choices` says how many choices a reading has. Behind a 按 that is what each of its arms ends with, and where a choice has no step of its own, what stands before the 按.
 */
export function predecessors(view: View, choices: (reading: Ref) => number): ReadonlyMap<Held, Steps> {
  const after = new Map<Held, Steps>()
  const group = new Map<Held, Steps>()

  function place(held: Held, before: Steps): Steps {
    const placing = amended(view, held).find(({ symbol: { decl } }) => clause(decl, 'after') ?? clause(decl, 'alongside'))
    const { decl } = (placing ?? held).symbol
    const meant = (name: 'after' | 'alongside') => (clause(decl, name) ?? []).flatMap((ref) => stepsMeant(view, ref.text, held))
    const explicit = meant('after')
    const beside = meant('alongside')
    if (explicit.length > 0) after.set(held, unique(explicit))
    else if (beside.length > 0) after.set(held, unique(beside.flatMap((other) => after.get(other) ?? [])))
    else after.set(held, before)
    const together = unique([...beside.flatMap((other) => group.get(other) ?? [other]), held])
    for (const member of together) group.set(member, together)
    return together
  }

  function run(steps: Steps, depth: number, entry: Steps): Steps {
    let before = entry
    for (let i = 0; i < steps.length; ) {
      const held = steps[i]!
      const arm = held.arms[depth]
      if (!arm) {
        before = place(held, before)
        i++
        continue
      }
      let end = i
      while (end < steps.length && steps[end]!.arms[depth]?.fork === arm.fork) end++
      before = fork(steps.slice(i, end), depth, before)
      i = end
    }
    return before
  }

  function fork(steps: Steps, depth: number, entry: Steps): Steps {
    const taken = [...new Set(steps.map((held) => held.arms[depth]?.choice))]
    const ends = taken.flatMap((choice) =>
      run(
        steps.filter((held) => held.arms[depth]?.choice === choice),
        depth + 1,
        entry,
      ),
    )
    const reading = steps[0]?.arms[depth]?.reading
    const complete = reading !== undefined && taken.length >= choices(reading)
    return unique(complete ? ends : [...entry, ...ends])
  }

  run(view.layout.steps, 0, [])
  return after
}

function unique(steps: Steps): Steps {
  return [...new Set(steps)]
}
