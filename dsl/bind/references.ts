import type { Span } from '../source/span.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'
import type { Resolution } from './symbol.ts'

interface Tree {
  readonly span?: Span
}

/** All references resolved below a declaration or expression, in order of the text. */
export function referencesBelow(
  root: Decl | Expr,
  resolutions: { get(ref: Ref): Resolution | undefined },
): readonly { readonly ref: Ref; readonly resolution: Resolution }[] {
  const found: { ref: Ref; resolution: Resolution }[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit)
      return
    }
    if (node === null || typeof node !== 'object') return
    const resolution = resolutions.get(node as Ref)
    if (resolution) found.push({ ref: node as Ref, resolution })
    Object.values(node as Tree).forEach(visit)
  }
  visit(root)
  return found
}
