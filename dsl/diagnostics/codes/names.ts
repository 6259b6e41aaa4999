import type { CodeTable } from '../diagnostic.ts'

export const NAMES_CODES = {} as const satisfies CodeTable
