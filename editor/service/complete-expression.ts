import { BUILTINS } from '../../dsl/bind/builtins.ts'
import type { PolicySymbol } from '../../dsl/bind/symbol.ts'
import { sameTy, type Ty } from '../../dsl/check/type/ty.ts'
import { keywordsOf } from '../../dsl/lex/keywords.ts'
import { COMPARE_WORDS } from '../../dsl/syntax/compare-words.ts'
import { EXPRESSION_WORDS, type ExpressionWordId } from '../../dsl/syntax/expression-words.ts'
import { statementItems, symbolItem } from './complete-words.ts'
import type { CompletionContext, CompletionItem } from './completion.ts'
import { elementsAround, namedElement } from './elements.ts'
import type { Lexeme } from './lexemes.ts'
import { nameIn, typeOf, visibleFrom } from './symbols.ts'

/** Words after which a name is complete: an operator, another operand or a clause follows. */
const COMPLETE: ReadonlySet<string> = new Set(['true', 'false', 'nothing', 'or_more', 'or_less', 'within', 'cell_any'])
const PREFIX: readonly ExpressionWordId[] = ['not', 'if', 'has', 'meets', 'every', 'some', 'none', 'true', 'false', 'by']
const FUNCTIONS: readonly ExpressionWordId[] = [
  'count',
  'sum',
  'share',
  'larger',
  'smaller',
  'round_half_up',
  'round_up',
  'round_down',
  'round_half_even',
]
const JOINING: readonly ExpressionWordId[] = ['and', 'or', 'satisfies', 'when', 'then', 'else', 'between', 'in', 'not_in']

/** What may stand next in an expression: an operand where one is missing, else an operator or a clause that may follow. */
export function expressionItems(context: CompletionContext): readonly CompletionItem[] {
  const { args } = context.slot
  const last = args[args.length - 1]
  if (last === undefined) return operands(context, undefined)
  if (means(last, 'of') || last.kind === 'Dot') return members(context, args.slice(0, -1))
  if (means(last, 'meets')) return visible(context, ['standard'])
  if (means(last, 'by')) return visible(context, ['reading'])
  if (means(last, 'every') || means(last, 'some') || means(last, 'none') || opensList(args)) return lists(context)
  if (isComplete(context, last)) return [...operators(context, args), ...statementItems(context)]
  return operands(context, comparedWith(context, args))
}

function means(token: Lexeme | undefined, id: ExpressionWordId): boolean {
  return (
    token !== undefined &&
    token.kind !== 'Quoted' &&
    (EXPRESSION_WORDS[id].zh === token.image || EXPRESSION_WORDS[id].en === token.image)
  )
}

/** 计数（, 合计（ and 占比（ begin with a list. */
function opensList(args: readonly Lexeme[]): boolean {
  const [word, bracket] = args.slice(-2)
  return bracket?.kind === 'LeftParen' && (['count', 'sum', 'share'] as const).some((id) => means(word, id))
}

function isComplete({ workspace, unit }: CompletionContext, token: Lexeme): boolean {
  switch (token.kind) {
    case 'Literal':
    case 'Quoted':
    case 'Text':
    case 'RightParen':
    case 'RightBracket':
    case 'RightBrace':
      return true
    case 'Name': {
      const meanings = keywordsOf(token.image)
      if (meanings.length === 0 || meanings.some((meaning) => COMPLETE.has(meaning.id))) return true
      // A field may be called like a keyword: 地区.
      return visibleFrom(workspace, unit, ['entity']).some((entity) =>
        entity.members.some(
          (field) => field.name.zh === token.image && meanings.every(({ role }) => role === 'declaration' || role === 'choice'),
        ),
      )
    }
    default:
      return false
  }
}

/** The operand a comparison is being made with: 年人均纯收入 in `年人均纯收入 超过 |`. */
function comparedWith(context: CompletionContext, args: readonly Lexeme[]): PolicySymbol | undefined {
  const at = args.findLastIndex(
    (token) =>
      token.kind === 'Compare' ||
      keywordsOf(token.image).some(({ role }) => role === 'compare') ||
      means(token, 'in') ||
      means(token, 'not_in'),
  )
  const between = args.slice(at + 1)
  // After a further connective the comparison is over.
  if (at < 1 || between.some((token) => ['And', 'Or', 'Then', 'Else', 'Satisfies'].includes(token.kind))) return undefined
  return named(context, args[at - 1]!)
}

function named(context: CompletionContext, { image }: Lexeme): PolicySymbol | undefined {
  const candidates = [...elementsAround(context).flatMap((element) => element.members), ...valuesInSight(context)]
  return candidates.find((symbol) => symbol.name.zh === image || symbol.name.id === image)
}

/** What has a value and is no field: parameters and the like, and definitions about an element there is here. */
function valuesInSight(context: CompletionContext): readonly PolicySymbol[] {
  const elements = elementsAround(context)
  return visibleFrom(context.workspace, context.unit, ['parameter', 'definition', 'score', 'table', 'external']).filter(
    (symbol) => {
      const subject = context.workspace.compilation.binding.subjectOf(symbol)
      return subject === undefined || elements.includes(subject)
    },
  )
}

function operands(context: CompletionContext, against: PolicySymbol | undefined): readonly CompletionItem[] {
  const { workspace, unit, lang } = context
  const wanted = against && typeOf(workspace, against)
  const rank = (symbol: PolicySymbol): number => fits(wanted, typeOf(workspace, symbol))
  const elements = elementsAround(context)
  const symbols = [...elements.flatMap((element) => element.members), ...valuesInSight(context)]
  const enums = wanted?.kind === 'enum' ? [wanted.enum] : visibleFrom(workspace, unit, ['enum'])
  const values = enums
    .flatMap((symbol) => symbol.members)
    .map((symbol) => symbolItem(symbol, context, wanted ? (wanted.kind === 'enum' ? 0 : 4) : 4))
  const builtins = (role: 'time' | 'function') =>
    BUILTINS.filter((builtin) => builtin.role === role).map((builtin) => nameIn(builtin, lang))
  return [
    ...symbols.filter((symbol) => symbol !== against).map((symbol) => symbolItem(symbol, context, rank(symbol))),
    ...elements.map((element) => symbolItem(element, context, 3)),
    ...builtins('time').map((name): CompletionItem => ({ label: name, kind: 'name', insert: name, rank: 2 })),
    ...PREFIX.map((id) => word(id, lang, against ? 3 : 1)),
    ...[...FUNCTIONS.map((id) => EXPRESSION_WORDS[id][lang]), ...builtins('function')].map((name) => callItem(name, lang)),
    ...values,
  ]
}

/** 0: the same kind of thing; 1: perhaps; 2: something else. Where nothing is compared yet, what is true or false comes first. */
function fits(wanted: Ty | undefined, type: Ty | undefined): number {
  if (type === undefined || type.kind === 'unknown') return 1
  if (wanted === undefined) return type.kind === 'boolean' ? 0 : 1
  return sameTy(type, wanted) ? 0 : 2
}

function operators({ lang }: CompletionContext, args: readonly Lexeme[]): readonly CompletionItem[] {
  const compared = args.some((token, i) => i > 0 && (means(token, 'in') || means(token, 'not_in') || token.kind === 'Compare'))
  const words = Object.values(COMPARE_WORDS).map(
    (entry): CompletionItem => ({
      label: entry[lang],
      kind: 'operator',
      insert: `${entry[lang]} `,
      detail: entry.op === 'eq' ? '=' : SIGNS[entry.op],
      rank: compared ? 2 : 1,
    }),
  )
  const of: CompletionItem = {
    label: EXPRESSION_WORDS.of[lang],
    kind: 'operator',
    insert: `${EXPRESSION_WORDS.of[lang]} `,
    rank: 1,
  }
  return [...JOINING.map((id) => word(id, lang, 0)), of, ...words]
}

const SIGNS = { gt: '>', ge: '≥', lt: '<', le: '≤', eq: '=', ne: '≠' } as const

function members(context: CompletionContext, path: readonly Lexeme[]): readonly CompletionItem[] {
  const entity = namedElement(context, path)
  if (entity) {
    const about = visibleFrom(context.workspace, context.unit, ['definition', 'score', 'table']).filter(
      (symbol) => context.workspace.compilation.binding.subjectOf(symbol) === entity,
    )
    return [...entity.members, ...about].map((symbol) => symbolItem(symbol, context))
  }
  const last = path[path.length - 1]
  const symbol = last && named(context, last)
  if (symbol && typeOf(context.workspace, symbol)?.kind !== 'date') return []
  const parts = BUILTINS.filter((builtin) => builtin.role === 'date_member').map((builtin) => nameIn(builtin, context.lang))
  return parts.map((name) => ({ label: name, kind: 'name', insert: name, rank: 0 }))
}

function lists(context: CompletionContext): readonly CompletionItem[] {
  const fields = elementsAround(context).flatMap((element) => element.members)
  return fields.filter((field) => typeOf(context.workspace, field)?.kind === 'list').map((field) => symbolItem(field, context))
}

function visible(context: CompletionContext, kinds: Parameters<typeof visibleFrom>[2]): readonly CompletionItem[] {
  return visibleFrom(context.workspace, context.unit, kinds).map((symbol) => symbolItem(symbol, context))
}

function word(id: ExpressionWordId, lang: 'zh' | 'en', rank: number): CompletionItem {
  const spelling = EXPRESSION_WORDS[id][lang]
  return { label: spelling, kind: 'keyword', insert: `${spelling} `, rank }
}

function callItem(name: string, lang: 'zh' | 'en'): CompletionItem {
  return { label: name, kind: 'function', insert: lang === 'zh' ? `${name}（$0）` : `${name}($0)`, snippet: true, rank: 3 }
}
