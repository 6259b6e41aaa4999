import type { Arm } from '../bind/adoption.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import type { Under } from './program-procedure.ts'

/** The reading choices something stands under, outermost first. */
export function underOf(lower: Lowerer, arms: readonly Arm[]): readonly Under[] {
  return arms.map(({ reading, choice }) => ({
    reading: reading ? idOf(lower, lower.binding.symbolOf(reading)) : '',
    choice: choice ? idOf(lower, lower.binding.symbolOf(choice)) : '',
  }))
}
