import type { PolicySymbol, SymbolKind } from '../../dsl/bind/symbol.ts'
import { mainValue as attributeOf, childrenOf, clause } from '../../dsl/syntax/access.ts'
import { EXPRESSION_WORDS, type ExpressionWordId } from '../../dsl/syntax/expression-words.ts'
import { type ClauseName, clauseSpec, type DeclKind, declSpec } from '../../dsl/syntax/table.ts'
import type { CompletionContext, CompletionItem } from './completion.ts'
import { unquoted } from './lexemes.ts'
import { snippetOf } from './snippet.ts'
import { kindsIn } from './statement.ts'
import { nameIn, typeOf, typeText, visibleFrom } from './symbols.ts'

const TYPES: readonly ExpressionWordId[] = [
  'type_money',
  'type_ratio',
  'type_integer',
  'type_number',
  'type_boolean',
  'type_date',
  'type_year',
  'type_text',
  'type_list',
]
/** Units offered after a type, by the type's word. */
const UNITS: Readonly<Record<string, Readonly<Record<'zh' | 'en', readonly string[]>>>> = {
  type_money: { zh: ['元', '元/年', '元/人·年', '元/户'], en: ['yuan', 'yuan/year', 'yuan/person·year', 'yuan/household'] },
  type_integer: { zh: ['人', '户', '村', '县', '天', '次'], en: ['person', 'household', 'village', 'county', 'day', 'times'] },
  type_number: { zh: ['平方米', '公里', '亩', '公斤'], en: ['sqm', 'km', 'mu', 'kg'] },
}

/** Keywords that may begin a declaration here, or the clauses the one being written may still have. */
export function statementItems(context: CompletionContext): readonly CompletionItem[] {
  const { open, slot, lang } = context
  const statement = open[open.length - 1]!
  if (statement.block === 'arms') return slot.part === 'start' && slot.args.length === 0 ? choicesOf(context) : []
  if (statement.kind === undefined) {
    const kinds = kindsIn(statement.block)
    const flag: CompletionItem = {
      label: clauseSpec('in_principle')[lang],
      kind: 'keyword',
      insert: `${clauseSpec('in_principle')[lang]} `,
      rank: 1,
    }
    const allowsFlag = kinds.some((kind) => (declSpec(kind).clauses as readonly ClauseName[]).includes('in_principle'))
    return [...kinds.map((kind) => declarationItem(kind, context)), ...(allowsFlag && slot.args.length === 0 ? [flag] : [])]
  }
  const spec = declSpec(statement.kind)
  const written = new Set(statement.tokens.map((token) => token.image))
  const clauses = spec.clauses.filter((name) => {
    const { zh, en, place, repeat } = clauseSpec(name)
    return zh !== '' && place !== 'prefix' && (repeat || !(written.has(zh) || written.has(en)))
  })
  const groups = spec.clauses.includes('combine') ? (['combine_all', 'combine_any', 'combine_at_least'] as const) : []
  return [
    ...clauses.map((name) => clauseItem(name, lang)),
    ...groups.map(
      (id): CompletionItem => ({
        label: EXPRESSION_WORDS[id][lang],
        kind: 'keyword',
        insert: `${EXPRESSION_WORDS[id][lang]} `,
        rank: 1,
      }),
    ),
  ]
}

function declarationItem(kind: DeclKind, { lang }: CompletionContext): CompletionItem {
  const spec = declSpec(kind)
  return {
    label: spec[lang],
    kind: 'keyword',
    insert: snippetOf(kind, lang),
    snippet: true,
    detail: spec[lang === 'zh' ? 'en' : 'zh'],
    rank: 0,
  }
}

function clauseItem(name: ClauseName, lang: 'zh' | 'en'): CompletionItem {
  const spec = clauseSpec(name)
  const word = spec[lang]
  if (spec.form === 'cites' || spec.form === 'text')
    return { label: word, kind: 'clause', insert: `${word}「$0」`, snippet: true, rank: 0 }
  return { label: word, kind: 'clause', insert: spec.form === 'flag' ? word : `${word} `, rank: 0 }
}

/** The words a `word` place allows. */
export function wordItems({ slot, lang }: CompletionContext): readonly CompletionItem[] {
  return Object.values(slot.words ?? {}).map(([zh, en]) => ({
    label: lang === 'zh' ? zh : en,
    kind: 'keyword',
    insert: lang === 'zh' ? zh : en,
    rank: 0,
  }))
}

/** Type words, then units after a type that has one, entities after 列表, and the names of entities and enumerations. */
export function typeItems(context: CompletionContext): readonly CompletionItem[] {
  const { slot, lang } = context
  const [first] = slot.args
  const named = (kinds: readonly SymbolKind[], rank: number) => symbolItems(context, kinds).map((item) => ({ ...item, rank }))
  if (first === undefined) {
    const words = TYPES.map(
      (id): CompletionItem => ({
        label: EXPRESSION_WORDS[id][lang],
        kind: 'keyword',
        insert: EXPRESSION_WORDS[id][lang],
        rank: 0,
      }),
    )
    return [...words, ...named(['enum', 'entity'], 1)]
  }
  const id = TYPES.find((type) => EXPRESSION_WORDS[type].zh === first.image || EXPRESSION_WORDS[type].en === first.image)
  if (slot.args.length === 1 && id === 'type_list') return named(['entity'], 0)
  const units = slot.args.length === 1 && id ? (UNITS[id]?.[lang] ?? []) : []
  return [
    ...units.map((unit): CompletionItem => ({ label: unit, kind: 'unit', insert: unit, rank: 0 })),
    ...statementItems(context),
  ]
}

/** What the clauses and lines of procedures and registers refer to. */
const REFERENCES: Readonly<Partial<Record<ClauseName | DeclKind, readonly SymbolKind[]>>> = {
  for: ['entity'],
  by: ['role'],
  channel: ['channel'],
  keyed: ['enum'],
  category: ['value'],
  cite: ['source'],
  roster: ['field'],
  kept_in: ['field'],
  judged_by: ['standard'],
  via: ['procedure'],
  same_as: ['step'],
  after: ['step'],
  alongside: ['step'],
  goto: ['step'],
  since: ['step'],
  at: ['place'],
  by_calendar: ['calendar'],
  leaving: ['value'],
  entering: ['value'],
  use: ['vocabulary', 'policy', 'source'],
  parent: ['policy'],
  supersedes: ['policy'],
  actor: ['role'],
  attend: ['role'],
  consent: ['role'],
  party: ['role'],
  consult: ['role'],
  notify: ['role'],
  archive: ['role'],
  filing: ['role'],
  uses: ['paper'],
  produces: ['paper'],
  state: ['value'],
  gain: ['value'],
  loss: ['value'],
  by_reading: ['reading'],
  by_reading_steps: ['reading'],
  by_reading_acts: ['reading'],
  choose: ['choice'],
  arm: ['choice'],
  arm_steps: ['choice'],
  arm_acts: ['choice'],
}

/** Which kinds of thing a reference names, by the clause or declaration it stands in. */
function wanted({ slot, open }: CompletionContext): readonly SymbolKind[] {
  const kind = open[open.length - 1]!.kind
  const ofClause = slot.clause && REFERENCES[slot.clause]
  if (ofClause) return ofClause
  if (slot.clause === 'adopts') return kind === 'procedure' ? ['procedure'] : ['standard']
  if (kind === 'choose' && slot.part === 'value') return ['reading']
  return (kind && REFERENCES[kind]) ?? []
}

/** Names of the kind that may be referred to here. */
export function referenceItems(context: CompletionContext): readonly CompletionItem[] {
  const kinds = wanted(context)
  if (kinds[0] === 'choice') return choicesOf(context)
  if (kinds[0] === 'value') return valuesIn(context)
  return symbolItems(context, kinds)
}

function valuesIn(context: CompletionContext): readonly CompletionItem[] {
  const values = visibleFrom(context.workspace, context.unit, ['enum']).flatMap((symbol) => symbol.members)
  return values.map((symbol) => symbolItem(symbol, context))
}

/** The choices of the reading the innermost 按 or 取 is about. */
function choicesOf(context: CompletionContext): readonly CompletionItem[] {
  const { open, workspace, unit } = context
  const readings = visibleFrom(workspace, unit, ['reading'])
  for (const statement of [...open].reverse()) {
    const reading = statement.tokens
      .map((token) => readings.find((symbol) => token.image === symbol.name.zh || token.image === symbol.name.id))
      .findLast((symbol) => symbol !== undefined)
    if (!reading) continue
    const arms = open[open.length - 1]!.block === 'arms'
    return reading.members.map((choice) => {
      const item = symbolItem(choice, context)
      return arms ? { ...item, insert: item.insert + (context.lang === 'zh' ? '：' : ': ') } : item
    })
  }
  return []
}

function symbolItems(context: CompletionContext, kinds: readonly SymbolKind[]): readonly CompletionItem[] {
  const { workspace, unit } = context
  // Units stand above scopes: any file may be used.
  const all = kinds.some((kind) => kind === 'policy' || kind === 'vocabulary') ? undefined : unit
  return visibleFrom(workspace, all, kinds).map((symbol) => symbolItem(symbol, context))
}

/** A declared name as an item: its type or its owner beside it. */
export function symbolItem(symbol: PolicySymbol, { workspace, lang }: CompletionContext, rank = 0): CompletionItem {
  const name = nameIn(symbol, lang)
  const plain = /^[\p{Script=Han}\u3007]+$|^[A-Za-z_]\w*$/u.test(name)
  // Of a declaration with a subject its owner is that subject.
  const owner = symbol.parent ?? (symbol.kind === 'definition' ? workspace.compilation.binding.subjectOf(symbol) : undefined)
  const detail = [typeText(typeOf(workspace, symbol), lang), owner && nameIn(owner, lang)]
  const own = symbol.kind !== 'value' && symbol.kind !== 'choice'
  const note = own ? clause(symbol.decl, 'note')?.text : undefined
  return {
    label: name,
    kind: symbol.kind === 'value' || symbol.kind === 'choice' ? 'value' : 'name',
    insert: plain ? name : `「${name}」`,
    detail: detail.filter((part) => part !== undefined && part !== '').join(' · '),
    ...(note === undefined ? {} : { note }),
    rank,
  }
}

/** The articles of the source that is cited here; of all sources in sight when none is named. `quoted`: with the marks round them. */
export function articleItems(context: CompletionContext, quoted = false): readonly CompletionItem[] {
  const { slot, workspace, unit } = context
  if (slot.form !== 'cites') return []
  const named = slot.args.findLast((token) => token.kind !== 'ListComma')
  const text = named?.kind === 'Quoted' ? unquoted(named.image) : named?.image
  const sources = visibleFrom(workspace, unit, ['source'])
  const own = unit ? workspace.compilation.binding.sourcesOf(unit) : []
  const one = sources.filter((source) => source.name.zh === text || source.name.id === text)
  const cited = one.length > 0 ? one : own.length > 0 ? own : sources
  return cited.flatMap((source) =>
    childrenOf(source.decl, 'article').flatMap((article): CompletionItem[] => {
      const number = attributeOf(article, 'article')?.text
      if (number === undefined) return []
      const silent = clause(article, 'no_rule') !== undefined
      const about = clause(article, 'summary')?.text
      const prefix = one.length === 0 && own.length > 1 ? `${nameIn(source, context.lang)}` : ''
      return [
        {
          label: prefix + (quoted ? `「${number}」` : number),
          kind: 'clause',
          insert: quoted ? `${prefix}「${number}」` : number,
          ...(about === undefined ? {} : { detail: about }),
          rank: silent ? 2 : 1,
        },
      ]
    }),
  )
}
