/** `tiaoli/engine`: for whoever is given a program: no parser, no YAML, no schema validator. */
export type { Program } from '../../dsl/lower/program.ts'
export { decide, type Prepared, prepare, TiaoliError } from '../index.ts'
export type * from '../procedure/types.ts'
export type * from '../types.ts'
