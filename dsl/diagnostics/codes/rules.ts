import type { CodeTable } from '../diagnostic.ts'

export const RULES_CODES = {} as const satisfies CodeTable
