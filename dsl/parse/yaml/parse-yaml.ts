import { isSeq, type Node } from 'yaml'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Document } from '../../syntax/declaration.ts'
import { attachComments } from './comments.ts'
import { readDecls } from './declaration.ts'
import { isEmpty, type Reading, spanOf } from './node.ts'
import { readYamlSource } from './source.ts'

/**
 * Reads a policy in its YAML spelling: a sequence of declarations or the mapping of one. The tree is the DSL's; what the restricted profile does not
 * allow and what the node table does not know is reported with its place (P5xx), what stands in a leaf by the DSL's own parser.
 */
export function parseYaml(
  text: string,
  file: string,
): { readonly document: Document; readonly diagnostics: readonly Diagnostic[] } {
  const source = readYamlSource(text, file)
  const reading: Reading = { file, text, diagnostics: [] }
  const whole = { file, start: 0, end: 0 }
  const root = (source.document?.contents ?? null) as Node | null
  const nodes = isSeq(root) ? (root.items as (Node | null)[]) : isEmpty(root) ? [] : [root]
  const drafts = readDecls(reading, nodes, undefined, spanOf(reading, root, whole))
  const attached = attachComments(reading, drafts, source.comments)
  // Where the YAML itself is broken, what the node table misses is mostly a consequence.
  const diagnostics = source.diagnostics.length > 0 ? source.diagnostics : reading.diagnostics
  return { document: { file, spelling: 'yaml', ...attached }, diagnostics }
}
