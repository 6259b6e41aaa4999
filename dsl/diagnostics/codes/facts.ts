import type { CodeTable } from '../diagnostic.ts'

export const FACTS_CODES = {} as const satisfies CodeTable
