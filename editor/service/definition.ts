import type { PolicySymbol } from '../../dsl/bind/symbol.ts'
import type { Place } from './problem.ts'
import type { Workspace } from './workspace.ts'

/** Where the name at an offset is declared; undefined where no declared name stands. */
export function definitionAt(workspace: Workspace, file: string, offset: number): Place | undefined {
  const symbol = workspace.compilation.binding.symbolAt(file, offset)
  return symbol && symbol.name.span.file !== '' ? declared(symbol) : undefined
}

/** Every place that names the thing at an offset, its declaration first. */
export function referencesAt(workspace: Workspace, file: string, offset: number): readonly Place[] {
  const { binding } = workspace.compilation
  const symbol = binding.symbolAt(file, offset)
  if (!symbol) return []
  return [declared(symbol), ...binding.references(symbol).map((ref) => ({ ...ref.span }))]
}

function declared(symbol: PolicySymbol): Place {
  const { file, start, end } = symbol.name.span
  return { file, start, end }
}
