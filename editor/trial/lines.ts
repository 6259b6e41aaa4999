import { describe } from '../../dsl/diagnostics/describe.ts'
import type { Item, Program } from '../../dsl/lower/program.ts'
import { type Explanation, type ExplanationNode, explanationNodes, type ItemNode } from '../../engine/explain/index.ts'
import type { FactProblem, Lang } from '../../engine/types.ts'
import type { RulePlace, TrialLine } from './case.ts'

/** An explanation as lines in one language; every item knows where its rule stands. */
export function linesOf(program: Program, standard: string, explanation: Explanation, lang: Lang): TrialLine {
  const tree = explanationNodes(explanation, lang)
  if (explanation.kind === 'rejected')
    return { text: tree.text, children: explanation.problems.map((problem) => problemLine(problem, lang)) }
  const places = itemPlaces(program, standard)
  // INVARIANT: explanationNodes gives marks to items and to nothing else, every item once, in the explanation's order (tested).
  const items = explanation.items.flatMap(withParts)
  let next = 0
  const line = (node: ExplanationNode): TrialLine => {
    const item = node.mark === '' ? undefined : items[next++]
    const place = item && places.get(item.id)
    return {
      text: node.text,
      ...(item ? { effect: effectOf(item) } : {}),
      ...(node.cite === undefined ? {} : { cite: node.cite }),
      ...(place ? { place } : {}),
      children: node.children.map(line),
    }
  }
  return line(tree)
}

// A part of a group that decides nothing by itself still holds or does not.
function effectOf(item: ItemNode): NonNullable<TrialLine['effect']> {
  if (item.kind !== 'part' || item.effect !== 'none') return item.effect
  return item.value === 'true' ? 'pass' : item.value === 'false' ? 'fail' : 'open'
}

function withParts(item: ItemNode): readonly ItemNode[] {
  return [item, ...item.parts.flatMap(withParts)]
}

function itemPlaces(program: Program, standard: string): ReadonlyMap<string, RulePlace> {
  const places = new Map<string, RulePlace>()
  const add = (item: Item): void => {
    const { file, start, end } = item.span
    places.set(item.id, { file, start, end })
    item.group?.parts.forEach(add)
  }
  program.standards.find((one) => one.id === standard)?.items.forEach(add)
  return places
}

function problemLine({ code, path, args }: FactProblem, lang: Lang): TrialLine {
  const words = describe({ code, severity: 'error', span: { file: '', start: 0, end: 0 }, args: { path, ...args } }, lang)
  return {
    text: `${path === '' ? '' : `${path}: `}${words.title} (${code})`,
    children: words.help === '' ? [] : [{ text: words.help, children: [] }],
  }
}
