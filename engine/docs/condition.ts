import type { Expr, ListRef, Place } from '../../dsl/lower/program.ts'
import type { ConditionNode, Label } from '../explain/explanation.ts'
import { phrase } from '../explain/phrase.ts'
import { figureOfLiteral, figureOfNumber, isTruth, typeOf } from './figure.ts'
import { type Names, shown } from './names.ts'

/** The entities a place may be read from, innermost first. */
export type Scope = readonly string[]

/** An expression in the words explanations use, with no facts put in; every alternative of a reading is told. */
export function conditionText(expr: Expr, names: Names, scope: Scope): string {
  return phrase(nodeOf(expr, names, scope), names.words)
}

const said = (text: string): Label => ({ zh: text, en: text })
const labelOf = (term: { readonly zh: string; readonly en: string }): Label => ({ zh: term.zh, en: term.en })

function nodeOf(expr: Expr, names: Names, scope: Scope): ConditionNode {
  const node = (more: Partial<ConditionNode>, parts: readonly ConditionNode[] = []): ConditionNode => ({
    node: expr.id,
    kind: expr.kind,
    ...(isTruth(expr) ? { truth: 'unknown' as const } : {}),
    ...more,
    parts,
  })
  const inner = (one: Expr) => nodeOf(one, names, scope)
  const text = (words: string): ConditionNode => ({ ...node({ label: said(words), of: [] }), kind: 'definition' })
  switch (expr.kind) {
    case 'literal':
      return expr.literal.kind === 'boolean'
        ? node({ truth: expr.literal.value ? 'true' : 'false' })
        : node({ figure: figureOfLiteral(expr.literal, typeOf(expr), names) })
    case 'field': {
      const field = names.entityOf(expr.entity)?.fields.find((one) => one.id === expr.field)
      const label = field === undefined ? said(expr.field) : labelOf(field)
      const year = expr.year === undefined ? undefined : conditionText(expr.year, names, scope)
      return node({
        label: year === undefined ? label : said(`${names.words.name(label[names.lang])}〔${year}〕`),
        of: whose(expr.place, names, scope),
      })
    }
    case 'parameter': {
      const name = named(names.program.parameters, expr.parameter)
      const category = expr.category === undefined ? undefined : conditionText(expr.category, names, scope)
      return node({
        label: category === undefined ? name : said(names.words.name(name[names.lang]) + names.words.aside(category)),
        of: [],
      })
    }
    case 'external':
      return node({ label: named(names.program.externals, expr.external), of: [] })
    case 'definition':
      return node({
        label: named(names.program.definitions, expr.definition),
        of: expr.place === undefined ? [] : whose(expr.place, names, scope),
      })
    case 'meets':
      return node({ label: named(names.program.standards, expr.standard), of: whose(expr.place, names, scope) })
    case 'time':
      return node({ word: expr.time })
    case 'and':
    case 'or':
      return node({}, expr.items.map(inner))
    case 'compare':
      return node({ word: expr.word }, alike([expr.left, expr.right], names, scope))
    case 'between':
      return node(
        { word: `${expr.lowOpen ? 'open' : 'closed'}_${expr.highOpen ? 'open' : 'closed'}` },
        alike([expr.value, expr.low, expr.high], names, scope),
      )
    case 'in':
      return node({}, alike([expr.value, ...expr.items], names, scope))
    case 'not':
    case 'has':
    case 'negate':
      return node({}, [inner(expr.operand)])
    case 'status':
      return node({ word: expr.status }, [inner(expr.operand)])
    case 'arithmetic':
      return node({ word: expr.op }, [inner(expr.left), inner(expr.right)])
    case 'round':
      return node({ word: expr.mode, step: expr.to, figure: figureOfNumber('1', typeOf(expr.value)) }, [inner(expr.value)])
    case 'extreme':
      return node({ word: expr.which }, expr.items.map(inner))
    case 'if':
      return node({}, [inner(expr.condition), inner(expr.then), inner(expr.otherwise)])
    case 'reading': {
      const arms = expr.arms.map(
        (arm) => names.choice(expr.reading, arm.choice) + names.words.colon + conditionText(arm.value, names, scope),
      )
      return text(
        names.words
          .aside(names.words.quote(names.reading(expr.reading)) + names.words.colon + arms.join(names.words.semicolon))
          .trim(),
      )
    }
    case 'table':
      return node({})
    case 'quantifier':
      return node({ word: expr.quantifier, ...listParts(expr.list, expr.filter, expr.body, names, scope) })
    case 'count':
      return node(listParts(expr.list, expr.filter, undefined, names, scope))
    case 'sum':
      return node(listParts(expr.list, expr.filter, expr.value, names, scope))
    case 'share':
      return node(listParts(expr.list, expr.filter, expr.body, names, scope))
    case 'ratio':
      return node({}, [inner(expr.part), inner(expr.whole)])
    case 'datePart':
      return node({ word: expr.part }, [inner(expr.of)])
    case 'dateAdd':
      return node({ word: expr.unit, amount: expr.amount }, [inner(expr.date)])
    case 'daysBetween':
    case 'fullYears':
      return node({}, [inner(expr.from), inner(expr.to)])
    case 'score':
      return node(
        {},
        expr.lines.map((line) => text(shown(line, names.lang))),
      )
    default: {
      const unreachable: never = expr
      throw new RangeError(String(unreachable))
    }
  }
}

function named(terms: readonly { readonly id: string; readonly zh: string; readonly en: string }[], id: string): Label {
  const term = terms.find((one) => one.id === id)
  return term === undefined ? said(id) : labelOf(term)
}

/** Whose a place is, outermost first; empty for the innermost element's own. */
function whose(place: Place, names: Names, scope: Scope): Label[] {
  if (place.kind === 'element') {
    const entity = place.depth === 0 ? undefined : names.entityOf(scope[place.depth] ?? '')
    return entity === undefined ? [] : [labelOf(entity)]
  }
  const owner = place.of.kind === 'element' ? (scope[place.of.depth] ?? '') : place.of.entity
  const field = names.entityOf(owner)?.fields.find((one) => one.id === place.field)
  return [...whose(place.of, names, scope), field === undefined ? said(place.field) : labelOf(field)]
}

function listParts(
  list: ListRef,
  filter: Expr | undefined,
  body: Expr | undefined,
  names: Names,
  scope: Scope,
): Partial<ConditionNode> {
  const field = names.entityOf(list.entity)?.fields.find((one) => one.id === list.field)
  const of = names.entityOf(list.of)
  const within = [list.of, ...scope]
  return {
    of: whose(list.place, names, scope),
    list: {
      label: field === undefined ? said(list.field) : labelOf(field),
      of: of === undefined ? said(list.of) : labelOf(of),
      listed: 0,
      state: 'complete',
    },
    ...(filter === undefined ? {} : { filter: nodeOf(filter, names, within) }),
    ...(body === undefined ? {} : { body: nodeOf(body, names, within) }),
  }
}

/** Figures that are compared are read alike: 0.02 beside a share is 2%, a bare 5 beside 人 is 5 人. */
function alike(exprs: readonly Expr[], names: Names, scope: Scope): readonly ConditionNode[] {
  const typed = exprs.map(typeOf).find((type) => type.kind === 'number' && (type.ratio === true || type.unit !== ''))
  return exprs.map((expr) => {
    const bare = expr.kind === 'literal' && expr.literal.kind === 'number' && expr.literal.unit === ''
    const node = nodeOf(expr, names, scope)
    return bare && typed !== undefined ? { ...node, figure: figureOfNumber(expr.literal.value, typed) } : node
  })
}
