import type { Binding } from '../../bind/bind.ts'
import type { PolicySymbol, Resolution } from '../../bind/symbol.ts'
import { COMPARE_WORDS } from '../../syntax/compare-words.ts'
import type { Expr, Ref } from '../../syntax/expression.ts'

/** Where a symbol is declared: the same for every reference to it. */
export function symbolKey(symbol: PolicySymbol): string {
  return `${symbol.decl.span.file}:${symbol.name.span.start}`
}

/**
 * A text that is the same for two expressions that say the same of the same elements, whatever their spelling; undefined when something in it has no
 * meaning. `level` counts the elements around the expression, so that keys inside and outside a quantifier agree.
 */
export function keyOf(binding: Binding, expr: Expr, level: number): string | undefined {
  const down = (inner: Expr) => keyOf(binding, inner, level)
  const ref = (inner: Ref) => resolutionKey(binding.resolutionOf(inner), level)
  const all = (kind: string, parts: readonly (string | undefined)[]) =>
    parts.some((part) => part === undefined) ? undefined : `(${kind} ${parts.join(' ')})`
  switch (expr.kind) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'year':
      return `${expr.value}`
    case 'text':
      return JSON.stringify(expr.value)
    case 'duration':
      return `${expr.amount}${expr.unit}`
    case 'position':
      return `${expr.year}y${expr.month}m${expr.day}`
    case 'nothing':
      return 'nothing'
    case 'error':
      return undefined
    case 'name':
      return ref(expr.ref)
    case 'path':
      return all('of', [down(expr.of), ref(expr.member)])
    case 'period':
      return all('in', [down(expr.of), down(expr.year)])
    case 'call':
      return all('call', [ref(expr.callee), ...expr.args.map(down)])
    case 'not':
    case 'negate':
    case 'has':
      return all(expr.kind, [down(expr.operand)])
    case 'status':
      return all(expr.status, [down(expr.operand)])
    case 'meets':
      return all('meets', [ref(expr.standard)])
    case 'and':
    case 'or':
      return all(expr.kind, expr.items.map(down).sort())
    case 'compare': {
      const { op } = COMPARE_WORDS[expr.word]
      const sides = [down(expr.left), down(expr.right)]
      if (op === 'gt' || op === 'ge') return all(op === 'gt' ? 'lt' : 'le', sides.reverse())
      return all(op, op === 'eq' || op === 'ne' ? sides.sort() : sides)
    }
    case 'between':
      return all(`between ${expr.open}`, [expr.value, expr.low, expr.high].map(down))
    case 'in':
      return all(expr.negated ? 'out' : 'among', [down(expr.value), ...expr.items.map(down).sort()])
    case 'arithmetic': {
      const sides = [down(expr.left), down(expr.right)]
      return all(expr.op, expr.op === '+' || expr.op === '*' ? sides.sort() : sides)
    }
    case 'round':
      return all(expr.mode, [down(expr.value), down(expr.to)])
    case 'extreme':
      return all(expr.which, expr.items.map(down).sort())
    case 'if':
      return all('if', [expr.condition, expr.then, ...(expr.otherwise ? [expr.otherwise] : [])].map(down))
    case 'reading':
      return all('by', [ref(expr.reading), ...expr.arms.flatMap((arm) => [ref(arm.choice), down(arm.value)])])
    case 'quantifier':
    case 'count':
    case 'sum':
    case 'share': {
      const inside = (inner: Expr | undefined) => (inner ? keyOf(binding, inner, level + 1) : '-')
      const list = expr.kind === 'share' && expr.domain === undefined ? '-' : expr.domain ? down(expr.domain) : '-'
      if (expr.kind === 'quantifier') return all(expr.quantifier, [list, inside(expr.filter), inside(expr.body)])
      if (expr.kind === 'count') return all('count', [list, inside(expr.filter)])
      if (expr.kind === 'sum') return all('sum', [list, inside(expr.filter), inside(expr.value)])
      if (expr.whole) return all(`ratio ${expr.empty}`, [down(expr.part), down(expr.whole)])
      return all(`share ${expr.empty}`, [list, inside(expr.filter), inside(expr.part)])
    }
    default:
      return expr satisfies never
  }
}

const PLACES: readonly string[] = ['@0', '@1', '@2', '@3']
const PLACED = new WeakMap<PolicySymbol, Map<string, string>>()

/** Asked for again and again: the one text kept need not be put together and hashed anew. */
function placedKey(symbol: PolicySymbol, place: string): string {
  const known = PLACED.get(symbol) ?? new Map<string, string>()
  const text = known.get(place)
  if (text !== undefined) return text
  const made = `(of ${place} ${symbolKey(symbol)})`
  PLACED.set(symbol, known.set(place, made))
  return made
}

function resolutionKey(resolution: Resolution | undefined, level: number): string | undefined {
  if (!resolution) return undefined
  if (resolution.kind === 'builtin') return `#${resolution.builtin.id}`
  const depth = 'depth' in resolution ? resolution.depth : undefined
  const place = depth === undefined ? '' : (PLACES[level - 1 - depth] ?? `@${level - 1 - depth}`)
  if (resolution.kind === 'element') return place
  // `户 的 收入` and `收入` are one fact: both are spelled as the path from their element.
  return place === '' ? symbolKey(resolution.symbol) : placedKey(resolution.symbol, place)
}
