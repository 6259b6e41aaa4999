import { type Compilation, compile } from '../../dsl/index.ts'
import type { Unit } from '../../dsl/link/unit.ts'

/** Texts by file name, and what compiling them together gave. Never changed; a new text makes a new workspace. */
export interface Workspace {
  readonly texts: ReadonlyMap<string, string>
  readonly compilation: Compilation
}

/** Compiles all files together: every file sees the units of the others. */
export function openWorkspace(texts: ReadonlyMap<string, string>): Workspace {
  const files = [...texts].map(([file, text]) => ({ file, text }))
  return { texts, compilation: compile(files, { load: () => undefined }) }
}

/** The text of a file; empty for a file that is not open. */
export function textOf(workspace: Workspace, file: string): string {
  return workspace.texts.get(file) ?? ''
}

/** The unit written around an offset; between two units the earlier one, since its last line is still being typed. */
export function unitAt(workspace: Workspace, file: string, offset: number): Unit | undefined {
  const units = workspace.compilation.binding.linked.units.filter((unit) => unit.document.file === file)
  return units.findLast((unit) => unit.decl.span.start <= offset) ?? units[0]
}
