import type { CodeTable } from '../diagnostic.ts'

export const TYPES_CODES = {} as const satisfies CodeTable
