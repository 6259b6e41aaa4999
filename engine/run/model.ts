import type { Definition, External, Parameter, Program, Standard } from '../../dsl/lower/program.ts'
import { TiaoliError } from '../error.ts'
import { type Schema, schemaOf } from '../facts/plan.ts'
import type { DecideOptions } from '../types.ts'

/** A program with its names in reach and its readings settled. */
export interface Model {
  readonly program: Program
  readonly schema: Schema
  readonly definitions: ReadonlyMap<string, Definition>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly externals: ReadonlyMap<string, External>
  readonly standards: ReadonlyMap<string, Standard>
  /** reading id → choice id in force */
  readonly readings: ReadonlyMap<string, string>
}

/** What every program holds, be it empty. */
const LISTS = [
  'entities',
  'enums',
  'roles',
  'channels',
  'relations',
  'parameters',
  'readings',
  'externals',
  'definitions',
  'standards',
  'units',
] as const

/** Makes a program ready. Throws TiaoliError for what is no program and for a reading or choice it does not have. */
export function modelOf(program: Program, options: DecideOptions): Model {
  if (typeof program !== 'object' || program === null || program.schema !== 'tiaoli/program/1') {
    const found = typeof program === 'object' && program !== null ? String(program.schema) : typeof program
    throw new TiaoliError('C901', { found })
  }
  const absent = LISTS.find((name) => !Array.isArray(program[name]))
  if (absent !== undefined) throw new TiaoliError('C901', { found: `${program.schema}, ${absent}: ${typeof program[absent]}` })
  return {
    program,
    schema: schemaOf(program),
    definitions: index(program.definitions),
    parameters: index(program.parameters),
    externals: index(program.externals),
    standards: index(program.standards),
    readings: readingsOf(program, options),
  }
}

/** The standard of that id or Chinese name. Throws TiaoliError when there is none. */
export function standardOf(model: Model, name: string): Standard {
  const found = model.standards.get(name) ?? model.program.standards.find((standard) => standard.zh === name)
  if (found !== undefined) return found
  throw new TiaoliError('C902', { name: String(name), known: [...model.standards.keys()].join(', ') })
}

function index<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

function readingsOf(program: Program, options: DecideOptions): ReadonlyMap<string, string> {
  const chosen = new Map(program.readings.map((reading) => [reading.id, reading.chosen]))
  for (const [name, choice] of Object.entries(options?.readings ?? {})) {
    const reading = program.readings.find((entry) => entry.id === name) ?? program.readings.find((entry) => entry.zh === name)
    if (reading === undefined) throw new TiaoliError('C904', { name, known: [...chosen.keys()].join(', ') })
    const taken = reading.choices.find((entry) => entry.id === choice) ?? reading.choices.find((entry) => entry.zh === choice)
    if (taken === undefined) {
      const known = reading.choices.map((entry) => entry.id).join(', ')
      throw new TiaoliError('C905', { name, choice: String(choice), known })
    }
    chosen.set(reading.id, taken.id)
  }
  return chosen
}
