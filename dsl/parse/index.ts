export { type Parsed, parseDsl } from './parse-dsl.ts'
export { type LeafForm, parseLeaf } from './parse-leaf.ts'
