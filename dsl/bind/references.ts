import type { Decl } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'
import type { Resolution } from './symbol.ts'

/** Where nothing is referred to. */
const BARE: ReadonlySet<string> = new Set(['span', 'wordSpan', 'keywordSpan', 'comments', 'name'])

/** All references resolved below a declaration or expression, in order of the text. */
export function referencesBelow(
  root: Decl | Expr | Ref,
  resolutions: { get(ref: Ref): Resolution | undefined },
): readonly { readonly ref: Ref; readonly resolution: Resolution }[] {
  const found: { ref: Ref; resolution: Resolution }[] = []
  const visit = (node: object): void => {
    if (Array.isArray(node)) {
      for (const item of node) if (typeof item === 'object' && item !== null) visit(item)
      return
    }
    if ('text' in node) {
      const resolution = resolutions.get(node as Ref)
      if (resolution) found.push({ ref: node as Ref, resolution })
      return
    }
    for (const key in node) {
      const inner = (node as Readonly<Record<string, unknown>>)[key]
      if (typeof inner === 'object' && inner !== null && !BARE.has(key)) visit(inner)
    }
  }
  visit(root)
  return found
}
