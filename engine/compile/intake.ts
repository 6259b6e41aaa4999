import type { Day } from '../../dsl/value/date.ts'
import type { Region } from './region.ts'

/** What reading a record into slots depends on. */
export interface Intake {
  /** list regions that hold rows of this record: the first `touches` of these */
  readonly touched: Region[]
  touches: number
  /** elements below the subject so far */
  elements: number
  readonly asOf: Day
  lastOn: string
  lastSeen: boolean
}

/** With more elements the exact reader must look, who allows a million. */
export const MOST_ELEMENTS = 900_000

/** What came of reading: the exact reader must look; it is in order; the exact reader would refuse it. */
export const LOOK = 3
export const READ = 4
export const REFUSED = 5
export type Taken = typeof LOOK | typeof READ | typeof REFUSED

/** As `isRecord` of the exact reader. */
export function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
