import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import type { Expr } from '../lower/program.ts'
import type { ActOf, Step } from '../lower/program-procedure.ts'
import { compare, parseRational } from '../value/rational.ts'
import { exclusive } from './exclusive.ts'
import { beforeIn, fits, type Network, type Node } from './network.ts'
import { linesInForce, type Setting } from './terms.ts'

/** What no case could ever do right: steps out of reach, done by nobody, turning in circles; votes, papers and joins that lack something. */
export function flowFindings(setting: Setting, network: Network): readonly Diagnostic[] {
  return [...network.values()].flatMap((node) => [
    ...unreachable(node),
    ...nobody(setting, node),
    ...votes(setting, node),
    ...papers(setting, network, node),
    ...joins(setting, network, node),
    ...circles(setting, node),
  ])
}

const names = (step: Step) => ({ step: step.zh, stepEn: step.en })

/** W711: its guards, or its phase's, never hold together. */
function unreachable({ step, guards, phase }: Node): readonly Diagnostic[] {
  const never = guards.some((a, i) => guards.slice(i).some((b) => exclusive(a, b)) || isFalse(a))
  return never ? [finding('W711', step.span, { ...names(step), phase: phase?.zh ?? '', phaseEn: phase?.en ?? '' })] : []
}

const isFalse = (e: Expr) => e.kind === 'literal' && e.literal.kind === 'boolean' && !e.literal.value

/** W712: no role does it. */
function nobody(setting: Setting, { step }: Node): readonly Diagnostic[] {
  const named = linesInForce(setting, step.acts).some((act) => act.kind === 'actor' && !exclusive(act.when, step.when))
  return named ? [] : [finding('W712', step.span, names(step))]
}

/** W714, W715: a vote must say out of whom it counts, and how many must be there. */
function votes(setting: Setting, { step }: Node): readonly Diagnostic[] {
  return linesInForce(setting, step.acts)
    .filter((act): act is ActOf<'vote'> => act.kind === 'vote')
    .flatMap((vote) => [
      ...(vote.threshold && !vote.base ? [finding('W714', step.span, names(step))] : []),
      ...(vote.quorum ? [] : [finding('W715', step.span, names(step))]),
    ])
}

/** W716: a paper used before anything could have made it. */
function papers(setting: Setting, network: Network, { step, guards }: Node): readonly Diagnostic[] {
  const { program } = setting
  const made = new Set(program.papers.filter((paper) => paper.given).map((paper) => paper.id))
  const own = linesInForce(setting, step.acts)
  for (const act of own) if (act.kind === 'produces') for (const paper of act.papers) made.add(paper)
  for (const id of ancestors(setting, network, step.id)) {
    const node = network.get(id)!
    if (!fits(node, guards)) continue
    for (const act of linesInForce(setting, node.step.acts)) {
      if (act.kind === 'produces' || act.kind === 'uses') for (const paper of act.papers) made.add(paper)
    }
  }
  const term = (id: string) => program.papers.find((paper) => paper.id === id)
  return own
    .flatMap((act) => (act.kind === 'uses' ? act.papers : []))
    .filter((paper) => !made.has(paper))
    .map((paper) =>
      finding('W716', step.span, { ...names(step), paper: term(paper)?.zh ?? paper, paperEn: term(paper)?.en ?? paper }),
    )
}

function ancestors(setting: Setting, network: Network, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (at: string) => {
    for (const before of beforeIn(setting, network, at)) {
      if (found.has(before)) continue
      found.add(before)
      look(before)
    }
  }
  look(id)
  return found
}

/** W717: it waits for a step that is never needed where it is. */
function joins(setting: Setting, network: Network, { step, guards }: Node): readonly Diagnostic[] {
  if (step.after.length < 2) return []
  return beforeIn(setting, network, step.id)
    .filter((before) => !fits(network.get(before)!, guards))
    .map((before) => {
      const other = network.get(before)!.step
      return finding('W717', step.span, { ...names(step), other: other.zh, otherEn: other.en })
    })
}

/** W713: a vote nobody can win sends everyone back. */
function circles(setting: Setting, { step }: Node): readonly Diagnostic[] {
  const acts = linesInForce(setting, step.acts)
  const back = acts.some((act) => (act.kind === 'on_fail' || act.kind === 'on_refusal') && act.then.kind === 'goto')
  const hopeless = acts.some((act) => act.kind === 'vote' && act.threshold && outOfReach(act.threshold))
  return back && hopeless ? [finding('W713', step.span, names(step))] : []
}

function outOfReach({ strict, value }: { readonly strict: boolean; readonly value: Expr }): boolean {
  if (value.kind !== 'literal' || value.literal.kind !== 'number') return false
  const against = compare(parseRational(value.literal.value)!, parseRational('1')!)
  return strict ? against >= 0 : against > 0
}
