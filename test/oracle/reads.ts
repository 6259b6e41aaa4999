import type { Expr, Item, ListRef } from '../../dsl/lower/program.ts'
import type { Blocked } from '../../engine/types.ts'
import { pathOf } from './element.ts'
import { armOf, definitionStack, endOf, evaluate, openRows, truthOf, yearRead } from './evaluate.ts'
import { isPoint } from './interval.ts'
import { filterOf, ratioOf, shareOf } from './lists.ts'
import { actOf, itemsOf, itemTruth } from './outcome.ts'
import { entryOf } from './parameter.ts'
import { ZERO } from './rational.ts'
import { asRange, asText, isKnown, maybeNothing } from './value.ts'
import { byId, elementAt, exists, listAt, type Stack, standardOf, type World } from './world.ts'

/** The unknown facts an atom still reads, and what no fact can mend. */
export interface Reads {
  readonly paths: Set<string>
  readonly blocked: Blocked[]
}

/** Adds what an expression reads, leaving out what is known. `where` is the item that blocked nodes are reported under. */
export function addReads(world: World, expr: Expr, stack: Stack, where: string, into: Reads): void {
  if (isKnown(evaluate(world, expr, stack))) return
  const read = (e: Expr | undefined): void => {
    if (e !== undefined) addReads(world, e, stack, where, into)
  }
  const block = (kind: Blocked['kind'], id: string): void => {
    into.blocked.push({ kind, id })
  }
  switch (expr.kind) {
    case 'literal':
    case 'time':
    case 'status':
      return
    case 'field': {
      const year = yearRead(world, expr, stack)
      const path = pathOf(elementAt(world, expr.place, stack), expr.field)
      if (year === undefined) read(expr.year)
      else into.paths.add(year === world.times.year ? path : `${path}@${year}`)
      return
    }
    case 'parameter': {
      const category = expr.category === undefined ? undefined : evaluate(world, expr.category, stack)
      if (category?.kind === 'unknown') read(expr.category)
      else if (
        category?.kind === 'nothing' ||
        entryOf(world, byId(world.program.parameters, expr.parameter), category && asText(category)) === undefined
      ) {
        block('parameter', expr.parameter)
      }
      return
    }
    case 'external':
      block('external', expr.external)
      return
    case 'definition':
      addReads(world, byId(world.program.definitions, expr.definition).value, definitionStack(world, expr, stack), where, into)
      return
    case 'meets':
      addStandardReads(world, expr.standard, elementAt(world, expr.place, stack), into)
      return
    case 'not':
    case 'has':
    case 'negate':
      read(expr.operand)
      return
    case 'and':
    case 'or':
    case 'extreme':
      expr.items.forEach(read)
      return
    case 'compare':
      read(expr.left)
      read(expr.right)
      return
    case 'between':
      read(expr.value)
      read(expr.low)
      read(expr.high)
      return
    case 'in':
      read(expr.value)
      expr.items.forEach(read)
      return
    case 'arithmetic': {
      const divisor = evaluate(world, expr.right, stack)
      const interval = maybeNothing(divisor) ? undefined : asRange(divisor)
      if (expr.op === '/' && interval !== undefined && isPoint(interval) && interval.lo!.n === ZERO.n)
        block('division-by-zero', where)
      read(expr.left)
      read(expr.right)
      return
    }
    case 'round':
      read(expr.value)
      return
    case 'if': {
      const condition = truthOf(world, expr.condition, stack)
      read(expr.condition)
      if (condition !== 'false') read(expr.then)
      if (condition !== 'true') read(expr.otherwise)
      return
    }
    case 'reading':
      read(armOf(world, expr))
      return
    case 'table': {
      const open = openRows(world, expr, stack)
      for (const row of open.rows) {
        row.tests.forEach(read)
        read(row.value)
      }
      for (const end of endOf(expr, open)) {
        if (end !== null) read(end)
        else if (open.rows.length === 0) block('table-gap', where)
      }
      return
    }
    case 'quantifier':
      addListReads(world, expr.list, expr.filter, expr.body, stack, where, into)
      return
    case 'count':
      addListReads(world, expr.list, expr.filter, undefined, stack, where, into)
      return
    case 'sum':
      addListReads(world, expr.list, expr.filter, expr.value, stack, where, into)
      return
    case 'share':
      if (shareOf(world, expr, stack).empty === 'yes') block('empty-share', where)
      addListReads(world, expr.list, expr.filter, expr.body, stack, where, into)
      return
    case 'ratio':
      if (ratioOf(world, expr, stack).empty === 'yes') block('empty-share', where)
      read(expr.part)
      read(expr.whole)
      return
    case 'datePart':
      read(expr.of)
      return
    case 'dateAdd':
      read(expr.date)
      return
    case 'daysBetween':
    case 'fullYears':
      read(expr.from)
      read(expr.to)
      return
    case 'score':
      for (const line of expr.lines) {
        const when = line.when === undefined ? 'true' : truthOf(world, line.when, stack)
        read(line.when)
        if (when !== 'false') read(line.value)
      }
      return
    default: {
      const never: never = expr
      throw new Error(`unknown expression ${JSON.stringify(never)}`)
    }
  }
}

/** F always while unknown, the body where F is not false. */
function addListReads(
  world: World,
  ref: ListRef,
  filter: Expr | undefined,
  body: Expr | undefined,
  stack: Stack,
  where: string,
  into: Reads,
): void {
  const list = listAt(world, ref, stack)
  if (list.state === 'unknown') into.paths.add(list.path)
  if (list.state === 'partial') into.paths.add(`${list.path}[*]`)
  for (const element of list.elements) {
    if (filter !== undefined) addReads(world, filter, [element, ...stack], where, into)
    if (body !== undefined && filterOf(world, filter, element, stack) !== 'false') {
      addReads(world, body, [element, ...stack], where, into)
    }
  }
}

/** What a subordinate's outcome reads, where an atom reads it. */
function addStandardReads(world: World, id: string, element: ReturnType<typeof elementAt>, into: Reads): void {
  const standard = standardOf(world, id)
  const stack = [element]
  if (standard.guard !== undefined) addReads(world, standard.guard, stack, standard.id, into)
  for (const item of itemsOf(world, standard)) {
    const act = actOf(item, element)
    if (item.kind === 'weigh' || act === 'departed' || act === 'pass') continue
    addItemReads(world, item, item.kind, stack, into)
  }
}

/** As of (e ∨ 视为) ∧ ¬除外 joined with `when`, whose known subtrees are left out. */
function addItemReads(world: World, item: Item, root: Item['kind'], stack: Stack, into: Reads): void {
  if (itemTruth(world, item, root, stack) !== 'unknown') return
  const read = (e: Expr | undefined): void => {
    if (e !== undefined) addReads(world, e, stack, item.id, into)
  }
  const { when: _, ...unconditional } = item
  const deemed: Item = { ...unconditional, except: [] }
  const own: Item = { ...deemed, deemed: [] }
  const isOpen = (part: Item): boolean => itemTruth(world, part, root, stack) === 'unknown'
  read(item.when)
  if (!isOpen(unconditional)) return
  item.except.forEach(read)
  if (!isOpen(deemed)) return
  item.deemed.forEach(read)
  if (!isOpen(own)) return
  read(item.condition)
  for (const part of item.group?.parts ?? []) if (exists(world, part)) addItemReads(world, part, root, stack, into)
}
