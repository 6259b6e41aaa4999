export { type CheckedFormat, checkedFormat } from './checked-format.ts'
export { commentSequence } from './comments.ts'
export { type FormatOptions, format } from './format.ts'
export type { NameOf } from './style.ts'
