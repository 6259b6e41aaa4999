import type { Span } from '../source/span.ts'
import type { Expr, Ref } from './expression.ts'
import type { ClauseName, DeclKind } from './table.ts'

/** 中文名/ascii_id, or one of them. `quoted` when the Chinese part was (or must be) written 「…」. Both parts are kept in every spelling. */
export interface Name {
  readonly zh?: string
  readonly id?: string
  readonly span: Span
}

/** A text in 「…」 or “…”, without its quotes. */
export interface Quoted {
  readonly text: string
  readonly span: Span
}

/** 依据「四（1）」, 依据 河南办法「四（1）」: an article of a 来源; without `source` the policy's only one. */
export interface Cite {
  readonly source?: Ref
  readonly article: string
  readonly span: Span
}

/** A value's type as written. `unit` is the zh spelling parseUnit reads. */
export interface TypeExpr {
  readonly kind: 'money' | 'ratio' | 'integer' | 'number' | 'boolean' | 'date' | 'year' | 'text' | 'list' | 'named'
  readonly unit?: string
  /** 数 2 位. */
  readonly decimals?: number
  /** 列表 成员; or the enumeration or entity of a named type. */
  readonly ref?: Ref
  readonly span: Span
}

/** An enumeration value or a reading's alternative. */
export interface Option {
  readonly name: Name
  readonly isDefault?: true
}

/** 全部 | 任一 | 至少 N of a group. */
export type Combine = { readonly mode: 'all' | 'any' } | { readonly mode: 'at_least'; readonly n: number }

/** A decision table's cell: any value, one comparison, a range, or alternatives. */
export type Cell =
  | { readonly kind: 'any'; readonly span: Span }
  | { readonly kind: 'compare'; readonly word: string; readonly value: Expr; readonly span: Span }
  | {
      readonly kind: 'between'
      readonly low: Expr
      readonly high: Expr
      readonly open: 'none' | 'low' | 'high' | 'both'
      readonly span: Span
    }
  | { readonly kind: 'oneOf'; readonly values: readonly Expr[]; readonly span: Span }

/** What a clause, a value or a body may hold, by the form its table entry names. */
export interface Forms {
  readonly flag: true
  readonly text: Quoted
  /** digits kept as text: 410000, 1.10 */
  readonly code: Quoted
  readonly number: { readonly value: number; readonly span: Span }
  /** one word of the list the table entry gives; held by its id */
  readonly word: { readonly id: string; readonly span: Span }
  readonly ref: Ref
  readonly refs: readonly Ref[]
  readonly cites: readonly Cite[]
  /** a date, or a year position */
  readonly moment: { readonly kind: 'date' | 'year'; readonly value: string; readonly span: Span }
  readonly expr: Expr
  readonly exprs: readonly Expr[]
  readonly cells: readonly Cell[]
  readonly type: TypeExpr
  /** `single`: one day was written for both ends (时段 10月12日) */
  readonly range: { readonly low?: Expr; readonly high?: Expr; readonly single?: true; readonly span: Span }
  readonly combine: Combine & { readonly span: Span }
  readonly options: readonly Option[]
}
export type FormName = keyof Forms

export interface Comment {
  /** without its marks */
  readonly text: string
  readonly block: boolean
  /** leading comments: an empty line stands between it and what it leads; says nothing, and is kept by printers */
  readonly blankAfter?: true
  readonly span: Span
}

/** Clause values by name. */
export type Clauses = { readonly [C in ClauseName]?: Forms[FormName] }

/**
 * Any declaration, standard item or attribute: keyword, name, value, clauses, body, block. Which of them a kind has, in which words and under which
 * YAML key, stands in ONE table (table.ts); parser, printers, YAML reader and completion read it there. Use `clause`, `value`, `body` to read with types.
 */
export interface Decl {
  readonly kind: DeclKind
  readonly name?: Name
  /** the value right after the keyword (地区 410000), or the whole content of an attribute */
  readonly value?: Forms[FormName]
  readonly clauses: Clauses
  /** what follows ： */
  readonly body?: Forms[FormName]
  /** absent when the kind has no block or none was written */
  readonly children?: readonly Decl[]
  readonly comments: {
    readonly leading: readonly Comment[]
    readonly trailing: readonly Comment[]
    readonly inner: readonly Comment[]
  }
  /** an empty line stands before it or its first comment, and something of the same block before that; says nothing, and is kept by printers */
  readonly blankBefore?: true
  readonly keywordSpan: Span
  readonly span: Span
}

/** One file: its top-level declarations (政策, 词汇, 来源) in order. */
export interface Document {
  readonly file: string
  readonly spelling: 'dsl' | 'yaml'
  readonly declarations: readonly Decl[]
  /** comments after the last declaration */
  readonly comments: readonly Comment[]
}
