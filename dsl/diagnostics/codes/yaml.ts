import type { CodeTable } from '../diagnostic.ts'

export const YAML_CODES = {} as const satisfies CodeTable
