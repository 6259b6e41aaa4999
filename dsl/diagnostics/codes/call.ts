import type { CodeTable } from '../diagnostic.ts'

export const CALL_CODES = {} as const satisfies CodeTable
