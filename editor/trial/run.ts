import { describe } from '../../dsl/diagnostics/describe.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { explain } from '../../engine/explain/index.ts'
import { decide, TiaoliError } from '../../engine/index.ts'
import type { Lang } from '../../engine/types.ts'
import type { TrialCase } from './case.ts'
import { linesOf } from './lines.ts'
import type { Sample } from './samples.ts'

/**
 * Decides every sample whose policy has a program. A samples file belongs to the policy that stands in its folder; samples of a policy
 * without a program (it has errors) are not in the answer.
 */
export function runTrial(programs: ReadonlyMap<string, Program>, samples: readonly Sample[], lang: Lang): readonly TrialCase[] {
  const byFolder = new Map([...programs.values()].map((program) => [folderOf(program.policy.span.file), program]))
  return samples.flatMap((sample) => {
    const program = byFolder.get(folderOf(sample.file))
    return program ? [tryCase(program, sample, lang)] : []
  })
}

/** The folder a file stands in: one instrument, one folder. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}

function tryCase(program: Program, sample: Sample, lang: Lang): TrialCase {
  const wanted = sample.standard
  const standard = program.standards.find((one) => wanted === undefined || one.id === wanted || one.zh === wanted)
  const base = {
    id: sample.id,
    name: sample.name,
    file: sample.file,
    policy: program.policy.id,
    standard: { zh: standard?.zh ?? wanted ?? '', en: (standard?.en ?? wanted ?? '').replaceAll('_', ' ') },
    asOf: sample.times.asOf,
  }
  try {
    const decision = decide(program, standard?.id ?? wanted ?? '', sample.facts, sample.times, {})
    const outcome = decision.kind === 'rejected' ? 'rejected' : decision.record.outcome
    return { ...base, outcome, tree: linesOf(program, standard?.id ?? '', explain(program, sample.facts, decision), lang) }
  } catch (error) {
    if (!(error instanceof TiaoliError)) throw error
    const words = describe({ code: error.code, severity: 'error', span: { file: '', start: 0, end: 0 }, args: error.args }, lang)
    return {
      ...base,
      outcome: 'failed',
      tree: { text: `${words.title} (${error.code})`, children: [{ text: words.help, children: [] }] },
    }
  }
}
