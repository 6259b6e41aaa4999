import type { ActOf } from '../../../dsl/lower/program-procedure.ts'
import type { LineAt } from '../layout.ts'
import { isAmong, type PaperRead } from '../log.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'

/** Papers supplied so far, by number. */
export type Supplies = ReadonlyMap<number, readonly PaperRead[]>

/** 产出: the papers are among the act's. */
export function judgeProduces(verdict: Verdict, scene: Scene, line: LineAt): void {
  const { papers } = scene.act
  if (line.papers.every((paper) => papers.includes(paper))) return
  breach(verdict, scene, line, 'output', ids(scene, papers), ids(scene, line.papers))
}

/** Whether no subject can lack a paper of the line: the act brings it, or it was supplied and need not name anyone. */
export function isSupplied(scene: Scene, line: LineAt, supplies: Supplies): boolean {
  const naming = isNaming(line)
  for (const paper of line.papers) {
    if (!scene.act.papers.includes(paper) && (naming || !supplies.has(paper))) return false
  }
  return true
}

/** 凭: the papers are the act's, an earlier act's that covers the subject, or supplied; with 列名 supplied ones name the subject. */
export function judgeUses(
  verdict: Verdict,
  scene: Scene,
  line: LineAt,
  subject: number,
  supplies: Supplies,
  ofActs: (paper: number) => boolean,
): void {
  const missing: number[] = []
  const unnamed: number[] = []
  for (const paper of line.papers) {
    if (scene.act.papers.includes(paper) || ofActs(paper)) continue
    const supplied = supplies.get(paper)
    if (supplied === undefined) missing.push(paper)
    else if (isNaming(line) && !supplied.some(({ names }) => names !== undefined && isAmong(names, subject))) unnamed.push(paper)
  }
  if (missing.length > 0) breach(verdict, scene, line, 'paper', [], ids(scene, missing))
  if (unnamed.length > 0) breach(verdict, scene, line, 'naming', [], ids(scene, unnamed))
}

function isNaming(line: LineAt): boolean {
  return (line.act as ActOf<'uses'>).naming
}

function ids(scene: Scene, papers: readonly number[]): readonly string[] {
  return papers.map((paper) => scene.layout.papers.ids[paper]!)
}
