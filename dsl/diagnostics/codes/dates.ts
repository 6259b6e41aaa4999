import type { CodeTable } from '../diagnostic.ts'

export const DATES_CODES = {} as const satisfies CodeTable
