import { completionAt } from '../service/completion.ts'
import { definitionAt, referencesAt } from '../service/definition.ts'
import { problemsOf } from '../service/diagnostics.ts'
import { formatted } from '../service/format.ts'
import { hoverAt } from '../service/hover.ts'
import { type FileHead, headsOf, outlineOf } from '../service/outline.ts'
import type { Problem } from '../service/problem.ts'
import type { Lang } from '../service/symbols.ts'
import { colouredTokens } from '../service/tokens.ts'
import { openWorkspace, type Workspace } from '../service/workspace.ts'
import type { TrialCase, TrialOutcome } from '../trial/case.ts'
import { runTrial } from '../trial/run.ts'
import { readSamples, type Sample } from '../trial/samples.ts'

export interface TextFile {
  readonly file: string
  readonly text: string
}

/** What a check of all files found. */
export interface Checked {
  readonly problems: readonly Problem[]
  readonly heads: readonly FileHead[]
  readonly cases: readonly ShownCase[]
}

/** A case with what it was under the shipped texts. `stale`: the rules have errors, and this is the last good decision. */
export interface ShownCase extends TrialCase {
  readonly stale: boolean
  readonly original?: TrialOutcome
}

interface At {
  readonly file: string
  readonly offset: number
}

/** The questions the page may ask of the language worker. Every text the page holds was sent by `open` or `change` before. */
export interface LanguageMethods {
  /** `files` as shipped; `edited` replaces some of them */
  readonly open: (params: {
    files: readonly TextFile[]
    edited: readonly TextFile[]
    samples: readonly TextFile[]
    lang: Lang
  }) => Checked
  readonly change: (params: TextFile) => void
  readonly check: (params: undefined) => Checked
  readonly complete: (params: At) => ReturnType<typeof completionAt>
  readonly hover: (params: At) => ReturnType<typeof hoverAt>
  readonly define: (params: At) => ReturnType<typeof definitionAt>
  readonly references: (params: At) => ReturnType<typeof referencesAt>
  readonly outline: (params: { file: string }) => ReturnType<typeof outlineOf>
  readonly colours: (params: { file: string }) => ReturnType<typeof colouredTokens>
  readonly format: (params: { file: string }) => ReturnType<typeof formatted>
}

/** The language worker without its wire. Compiles lazily: a burst of changes costs one compilation, when somebody asks. */
export function languageMethods(): LanguageMethods {
  let texts = new Map<string, string>()
  let samples: readonly Sample[] = []
  let lang: Lang = 'zh'
  let compiled: Workspace | undefined
  let lastGood: ReadonlyMap<string, TrialCase> = new Map()
  let originals: ReadonlyMap<string, TrialOutcome> = new Map()

  const workspace = (): Workspace => {
    compiled ??= openWorkspace(texts)
    return compiled
  }
  const put = ({ file, text }: TextFile): void => {
    if (texts.get(file) === text) return
    texts = new Map(texts).set(file, text)
    compiled = undefined
  }
  const decideAll = (): readonly TrialCase[] => runTrial(workspace().compilation.programs, samples, lang)

  const check = (): Checked => {
    const found = workspace()
    const fresh = new Map(decideAll().map((one) => [one.id, one]))
    const cases = samples.flatMap(({ id }): ShownCase[] => {
      const now = fresh.get(id)
      const shown = now ?? lastGood.get(id)
      const original = originals.get(id)
      return shown ? [{ ...shown, stale: now === undefined, ...(original === undefined ? {} : { original }) }] : []
    })
    lastGood = new Map([...lastGood, ...fresh])
    return { problems: problemsOf(found, lang), heads: headsOf(found), cases }
  }

  return {
    open: (params) => {
      texts = new Map(params.files.map(({ file, text }) => [file, text]))
      samples = params.samples.flatMap(({ file, text }) => readSamples(text, file))
      lang = params.lang
      compiled = undefined
      lastGood = new Map(decideAll().map((one) => [one.id, one]))
      originals = new Map([...lastGood].map(([id, one]) => [id, one.outcome]))
      for (const file of params.edited) put(file)
      return check()
    },
    change: put,
    check,
    complete: ({ file, offset }) => completionAt(workspace(), file, offset),
    hover: ({ file, offset }) => hoverAt(workspace(), file, offset, lang),
    define: ({ file, offset }) => definitionAt(workspace(), file, offset),
    references: ({ file, offset }) => referencesAt(workspace(), file, offset),
    outline: ({ file }) => outlineOf(workspace(), file),
    colours: ({ file }) => colouredTokens(workspace(), file),
    format: ({ file }) => formatted(workspace(), file),
  }
}
