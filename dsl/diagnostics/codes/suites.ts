import type { CodeTable } from '../diagnostic.ts'

export const SUITES_CODES = {} as const satisfies CodeTable
