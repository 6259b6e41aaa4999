import type { Compilation } from '../../dsl/index.ts'
import { compileAt, shippedPolicies } from '../cli/workspace.ts'

/**
 * `tiaoli/node`: compiles the policy files at paths (files or folders). Units they use are looked for beside them, one folder up and among the shipped policies.
 * Throws an Error with `diagnostics` when a path cannot be read.
 */
export function compilePaths(...paths: readonly string[]): Compilation {
  return compileAt({ lang: 'en', color: false, out: () => {}, err: () => {}, texts: new Map() }, paths)
}

export { shippedPolicies }
