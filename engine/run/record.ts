import type { Expr, Program, Standard } from '../../dsl/lower/program.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { sha256 } from '../../dsl/value/sha256.ts'
import { FALSE, TRUE, type Truth, truthName, UNKNOWN } from '../../dsl/value/truth.ts'
import { canonicalFacts } from '../facts/canonical.ts'
import type { Element } from '../facts/element.ts'
import type { DecisionRecord, Effect, ItemRecord, Times } from '../types.ts'
import { missingOf } from './missing.ts'
import { operandsOf } from './operands.ts'
import { departureFor, type Judged, outcomeOf, recheckOf } from './outcome.ts'
import type { Run } from './scope.ts'

/** The engine's own version, part of every record. */
export const ENGINE_VERSION = '0.1.0'

/** The whole record of a decision on facts that have been checked. */
export function recordOf(run: Run, standard: Standard, subject: Element, times: Times): DecisionRecord {
  const { program, readings } = run.model
  const judgement = outcomeOf(run, standard, subject)
  return {
    schema: 'tiaoli/decision/1',
    engine: ENGINE_VERSION,
    edition: program.edition,
    policy: program.policy.id,
    digests: {
      program: program.digest,
      facts: sha256(JSON.stringify(canonicalFacts(subject))),
      parameters: parametersDigest(program),
      units: Object.fromEntries(program.units.map((unit) => [unit.id, unit.digest])),
    },
    standard: standard.id,
    subject: { entity: standard.entity, ...(subject.id === undefined ? {} : { id: subject.id }) },
    times,
    readings: Object.fromEntries([...readings].sort(([a], [b]) => (a < b ? -1 : 1))),
    outcome: judgement.outcome,
    items: preorder(judgement.items).map((judged) => itemRecord(run, judged, subject)),
    missing: missingOf(run, standard, subject, judgement),
  }
}

/** Items, each before its parts. */
export function preorder(items: readonly Judged[]): readonly Judged[] {
  return items.flatMap((judged) => [judged, ...preorder(judged.parts)])
}

const PARAMETER_DIGESTS = new WeakMap<Program, string>()

/** Digest of the parameters' meaning: positions in files left out. */
function parametersDigest(program: Program): string {
  const kept = PARAMETER_DIGESTS.get(program)
  if (kept !== undefined) return kept
  const digest = sha256(
    JSON.stringify(program.parameters, (key, value: unknown) => (key === 'span' || key === 'note' ? undefined : value)),
  )
  PARAMETER_DIGESTS.set(program, digest)
  return digest
}

function itemRecord(run: Run, judged: Judged, subject: Element): ItemRecord {
  const { item, parent, value, when } = judged
  const departure = departureFor(run, item, subject)
  const needed = departure !== undefined && !plainlyPasses(judged)
  const exprs: readonly (Expr | undefined)[] = [item.when, item.condition, ...item.deemed, ...item.except]
  return {
    id: item.id,
    label: { zh: item.zh, en: item.en },
    cite: item.cites,
    kind: item.kind,
    ...(parent === undefined ? {} : { parent: parent.id }),
    value: truthName(value),
    effect: departure !== undefined && departable(judged) ? 'pass' : effectOf(run, judged, subject),
    ...(when === undefined ? {} : { applied: truthName(when) }),
    ...(needed && departable(judged)
      ? { exception: { reason: departure.reason, by: departure.by, on: formatDay(departure.on) } }
      : {}),
    operands: operandsOf(
      run,
      exprs.filter((expr) => expr !== undefined),
      [subject],
      item.id,
    ),
  }
}

/** Departures are from items: a part keeps the effect its own truth gives it. */
function departable({ item }: Judged): boolean {
  return item.kind === 'must' || item.kind === 'bar'
}

function plainlyPasses({ root, value }: Judged): boolean {
  return value === (root.kind === 'bar' ? FALSE : TRUE)
}

function effectOf(run: Run, { root, value }: Judged, subject: Element): Effect {
  switch (root.kind) {
    case 'must':
    case 'part':
      return byTruth(value, 'pass', 'fail')
    case 'bar':
      return byTruth(value, 'fail', 'pass')
    case 'suspend': {
      const recheck = recheckOf(run, root, subject)
      if (recheck === true) return 'pass'
      return byTruth(value, recheck === false ? 'fail' : 'hold', 'pass')
    }
    case 'weigh':
      return 'none'
    default: {
      const unreachable: never = root.kind
      return unreachable
    }
  }
}

function byTruth(value: Truth, whenTrue: Effect, whenFalse: Effect): Effect {
  return value === UNKNOWN ? 'open' : value === TRUE ? whenTrue : whenFalse
}
