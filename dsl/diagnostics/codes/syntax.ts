import type { CodeTable } from '../diagnostic.ts'

export const SYNTAX_CODES = {} as const satisfies CodeTable
