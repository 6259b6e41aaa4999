import type { Standard } from '../../dsl/lower/program.ts'
import type { Element } from '../facts/element.ts'
import { readSubject } from '../facts/read.ts'
import type { Model } from '../run/model.ts'
import type { Run } from '../run/scope.ts'
import { type Clock, holds } from '../run/times.ts'
import type { Outcome } from '../types.ts'
import { type Intake, ingest, LOOK, READ, REFUSED, type Taken } from './ingest.ts'
import { enumIndices, type Region, regionOf } from './region.ts'
import { type Shop, type TruthAt, use } from './site.ts'
import { compileStandard } from './standard.ts'
import { compileNegation } from './truths.ts'

/** A standard compiled for one set of times. Answers undefined where the exact evaluator must be asked. */
export interface Quick {
  /** an array of as many numbers as there are items, to copy */
  readonly blank: number[]
  readonly verdict: (facts: unknown) => Outcome | 'rejected' | undefined
  /** writes the items' truths in preorder */
  readonly items: (facts: unknown, values: number[]) => Outcome | 'rejected' | undefined
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
  const anchored = [root, ...lists].map((anchor) => ({ anchor, checks: regions.filter((region) => anchorOf(region) === anchor).flatMap((region) => relationsOf(shop, region)) }))
  const relations = anchored.filter(({ checks }) => checks.length > 0)
  const compiled = compileStandard(shop, standard, root)
  const intake: Intake = { asOfText: run.asOfText }

  const read = (facts: unknown): Taken => {
    if (typeof facts !== 'object' || facts === null) return LOOK
    raw = facts
    element = undefined
    record.number = (record.number + 1) & 0x3fffffff
    for (let i = 0; i < lists.length; i++) lists[i]!.rows = 0
    const taken = ingest(intake, root, 0, facts)
    if (taken !== READ) return taken
    for (let i = 0; i < relations.length; i++) {
      const { anchor, checks } = relations[i]!
      const rows = anchor.kind === 'root' ? 1 : anchor.rows
      for (let row = 0; row < rows; row++) {
        for (let j = 0; j < checks.length; j++) if (checks[j]!(row) === 1) return REFUSED
      }
    }
    return READ
  }
  return {
    blank: Array.from({ length: compiled.size }, () => 0),
    // Only a value with code of its own (a proxy, a getter) can throw while it is read; the exact reader says so properly.
    verdict: (facts) => {
      try {
        const state = read(facts)
        return state === READ ? compiled.outcome(0) : state === REFUSED ? 'rejected' : undefined
      } catch {
        return undefined
      } finally {
        raw = undefined
      }
    },
    items: (facts, values) => {
      try {
        const state = read(facts)
        return state === READ ? compiled.spell(0, values) : state === REFUSED ? 'rejected' : undefined
      } catch {
        return undefined
      } finally {
        raw = undefined
      }
    },
  }
}

function below(region: Region): readonly Region[] {
  return [region, ...region.readers.flatMap((reader) => (reader.child === undefined ? [] : below(reader.child)))]
}

/** The region whose rows a region shares: itself, or what its entity fields hang on. */
function anchorOf(region: Region): Region {
  return region.kind === 'member' ? anchorOf(region.parent!) : region
}

/** Whether the element of a row was given: relations speak of no other. */
function isThere(region: Region, row: number): boolean {
  if (region.kind !== 'member') return true
  const { parent, link } = region
  return parent!.lists[(row * parent!.width + link!.index) * 3 + 2] === 0 && isThere(parent!, row)
}

/** For every relation in force on a region: whether a row breaks it. */
function relationsOf(shop: Shop, region: Region): readonly TruthAt[] {
  const inForce = region.plan.relations.filter((relation) => holds(relation, shop.run.asOfText))
  if (inForce.length > 0) use(region)
  const broken = inForce.map((relation) => compileNegation(shop, relation.condition, [{ region, row: 0 }]))
  return region.kind === 'member' ? broken.map((check) => (row: number) => (isThere(region, row) ? check(row) : 0)) : broken
}
