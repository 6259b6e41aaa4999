import type { Program } from '../../dsl/lower/program.ts'
import { type Model, modelOf } from '../run/model.ts'
import type { DecideOptions } from '../types.ts'

const KEPT = new WeakMap<Program, Map<string, Model>>()
const MOST = 16

/** The model of a program under some readings, kept for programs that can no longer change: a register has many histories. Throws TiaoliError as `modelOf`. */
export function keptModel(program: Program, { readings = {} }: DecideOptions): Model {
  if (typeof program !== 'object' || program === null || !Object.isFrozen(program)) return modelOf(program, { readings })
  const key = JSON.stringify(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1)))
  const models = KEPT.get(program) ?? new Map<string, Model>()
  KEPT.set(program, models)
  let model = models.get(key)
  if (model === undefined) {
    model = modelOf(program, { readings })
    if (models.size >= MOST) models.clear()
    models.set(key, model)
  }
  return model
}
