import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { renderText } from '../../dsl/diagnostics/render-text.ts'
import type { Lang } from '../types.ts'

/** Where a command speaks: standard output for answers, standard error for everything else. */
export interface Terminal {
  readonly lang: Lang
  readonly color: boolean
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** width of the terminal, where there is one */
  readonly columns?: number
  /** texts of the files read so far, for the frames of diagnostics */
  readonly texts: Map<string, string>
}

/** Writes diagnostics to standard error, as text or as JSON lines. */
export function report(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return
  terminal.err(
    renderText(diagnostics, { lang: terminal.lang, color: terminal.color, textOf: (file) => terminal.texts.get(file) }) + '\n',
  )
}

export const EXIT = { answered: 0, findings: 1, wrong: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
