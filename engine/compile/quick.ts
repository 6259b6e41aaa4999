import type { Standard } from '../../dsl/lower/program.ts'
import type { Element } from '../facts/element.ts'
import { readSubject } from '../facts/read.ts'
import type { Model } from '../run/model.ts'
import type { Run } from '../run/scope.ts'
import { type Clock, holds } from '../run/times.ts'
import type { Outcome } from '../types.ts'
import { ingest } from './ingest.ts'
import { type Intake, LOOK, READ, REFUSED, type Taken } from './intake.ts'
import { compileNegation } from './junction.ts'
import { enumIndices, type Region, regionOf } from './region.ts'
import { type Shop, type TruthAt, use } from './site.ts'
import { compileStandard } from './standard.ts'
import { scan, type Tests, testsOf } from './tests.ts'

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
  const relations = checksOf(shop, root)
  const compiled = compileStandard(shop, standard, root)
  const intake: Intake = { asOf: run.asOf, lastOn: '', lastSeen: false, touched: [], touches: 0, elements: 0 }

  const read = (facts: unknown): Taken => {
    if (typeof facts !== 'object' || facts === null) return LOOK
    raw = facts
    element = undefined
    record.number = (record.number + 1) & 0x3fffffff
    for (let i = 0; i < intake.touches; i++) intake.touched[i]!.rows = 0
    intake.touches = 0
    intake.elements = 0
    const taken = ingest(intake, root, 0, facts)
    if (taken !== READ) return taken
    if (breaks(relations)) return REFUSED
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

/** The relations in force on a region's rows and on all below it. */
interface Checks {
  readonly region: Region
  readonly anchor: Region
  /** tests of a row that break a relation where all of them hold */
  readonly simple: readonly Tests[]
  /** whether a row breaks a relation that is not so simple */
  readonly others: readonly TruthAt[]
  readonly below: readonly Checks[]
}

function checksOf(shop: Shop, region: Region): Checks {
  const inForce = region.plan.relations.filter((relation) => holds(relation, shop.run.asOfText))
  const simple: Tests[] = []
  const others: TruthAt[] = []
  for (const { condition } of inForce) {
    const frames = [{ region, row: 0 }]
    // A member may not be there in every row, which plain tests would not notice.
    const tests = region.kind === 'member' ? undefined : testsOf(shop, [[condition, true]], frames)
    if (tests === undefined) others.push(compileNegation(shop, condition, frames))
    else simple.push(tests)
  }
  const children = region.readers.flatMap((reader) => (reader.child === undefined ? [] : [checksOf(shop, reader.child)]))
  const below = children.filter((checks) => checks.simple.length + checks.others.length + checks.below.length > 0)
  if (inForce.length + below.length > 0) use(region)
  return { region, anchor: anchorOf(region), simple, others, below }
}

/** Whether an element of this record breaks a relation. */
function breaks({ region, anchor, simple, others, below }: Checks): boolean {
  const rows = anchor.kind === 'root' ? 1 : anchor.rows
  if (rows === 0 || (rows === 1 && region.kind === 'member' && !isThere(region, 0))) return false
  for (let i = 0; i < simple.length; i++) if (scan(simple[i]!, 0, rows) === 1) return true
  for (let i = 0; i < others.length; i++) {
    const broken = others[i]!
    for (let row = 0; row < rows; row++) if (isThere(region, row) && broken(row) === 1) return true
  }
  for (let i = 0; i < below.length; i++) if (breaks(below[i]!)) return true
  return false
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
