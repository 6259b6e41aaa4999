import type { Standard } from '../../dsl/lower/program.ts'
import type { Element } from '../facts/element.ts'
import { readSubject } from '../facts/read.ts'
import type { Model } from '../run/model.ts'
import type { Run } from '../run/scope.ts'
import { type Clock, holds } from '../run/times.ts'
import type { Outcome } from '../types.ts'
import { type Intake, ingest, LOOK, READ, REFUSED, type Taken } from './ingest.ts'
import { enumIndices, type Region, regionOf } from './region.ts'
import type { Shop, TruthAt } from './site.ts'
import { compileStandard } from './standard.ts'
import { compileNegation } from './truths.ts'

/** A standard compiled for one set of times. Answers undefined where the exact evaluator must be asked. */
export interface Quick {
  readonly size: number
  readonly verdict: (facts: unknown) => Outcome | 'rejected' | undefined
  /** writes the items' truths in preorder */
  readonly items: (facts: unknown, values: Uint8Array) => Outcome | 'rejected' | undefined
}

interface Checked {
  readonly region: Region
  /** whether the relation is false */
  readonly broken: TruthAt
}

/** Compiles a standard for times on which its policy is in force. */
export function quicken(model: Model, standard: Standard, clock: Clock): Quick {
  const run: Run = { model, asOf: clock.asOf, asOfText: clock.times.asOf, year: clock.times.year }
  const { schema } = model
  const plan = schema.entities.get(standard.entity)!
  const enums = enumIndices(schema)
  const root = regionOf({ schema, enums }, plan, 'root')
  let raw: unknown
  let element: Element | undefined
  const exact = (): Element => {
    element ??= readSubject(raw, plan, { schema, asOf: run.asOf, year: run.year }, true).root
    return element
  }
  const record = { number: 0 }
  const shop: Shop = { run, enums, exact, record, kept: new Map() }
  const regions = below(root)
  const lists = regions.filter((region) => region.kind === 'list')
  const relations = regions.flatMap((region) => relationsOf(shop, region))
  const compiled = compileStandard(shop, standard, root)
  const intake: Intake = { asOfText: run.asOfText, roles: schema.roles }

  const read = (facts: unknown): Taken => {
    if (typeof facts !== 'object' || facts === null) return LOOK
    raw = facts
    element = undefined
    record.number = (record.number + 1) & 0x3fffffff
    for (let i = 0; i < lists.length; i++) lists[i]!.rows = 0
    const taken = ingest(intake, root, 0, facts)
    if (taken !== READ) return taken
    for (let i = 0; i < relations.length; i++) {
      const { region, broken } = relations[i]!
      const rows = rowsIn(region)
      for (let row = 0; row < rows; row++) if (broken(row) === 1) return REFUSED
    }
    return READ
  }
  const guarded = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch {
      // Only a value with code of its own (a proxy, a getter) can throw here; the exact reader says so properly.
      return undefined
    } finally {
      raw = undefined
      element = undefined
    }
  }
  return {
    size: compiled.size,
    verdict: (facts) =>
      guarded(() => {
        const state = read(facts)
        return state === READ ? compiled.outcome(0) : state === REFUSED ? 'rejected' : undefined
      }),
    items: (facts, values) =>
      guarded(() => {
        const state = read(facts)
        return state === READ ? compiled.spell(0, values) : state === REFUSED ? 'rejected' : undefined
      }),
  }
}

function below(region: Region): readonly Region[] {
  return [region, ...region.readers.flatMap((reader) => (reader.child === undefined ? [] : below(reader.child)))]
}

function rowsIn(region: Region): number {
  let at = region
  while (at.kind === 'member') at = at.parent!
  return at.kind === 'root' ? 1 : at.rows
}

function relationsOf(shop: Shop, region: Region): readonly Checked[] {
  return region.plan.relations
    .filter((relation) => holds(relation, shop.run.asOfText))
    .map((relation) => ({ region, broken: compileNegation(shop, relation.condition, [{ region, row: 0 }]) }))
}

