import type { CodeTable } from '../diagnostic.ts'

export const LEXICAL_CODES = {} as const satisfies CodeTable
