import type { Span } from '../source/span.ts'
import type { CompareWordId } from './compare-words.ts'

/**
 * Expressions as written. Brackets are not kept: the printer puts them back where precedence or the ban on mixed 且/或 wants them.
 * Names stand as they were typed (中文名 or ascii_id); bind/ says what they mean.
 */
export type Expr =
  | NumberExpr
  | BooleanExpr
  | DateExpr
  | YearExpr
  | DurationExpr
  | PositionExpr
  | PositionExpr
  | TextExpr
  | NothingExpr
  | NameExpr
  | PathExpr
  | PeriodExpr
  | CallExpr
  | NotExpr
  | NegateExpr
  | StatusExpr
  | HasExpr
  | MeetsExpr
  | ChainExpr
  | CompareExpr
  | BetweenExpr
  | InExpr
  | ArithmeticExpr
  | RoundExpr
  | ExtremeExpr
  | IfExpr
  | ReadingExpr
  | QuantifierExpr
  | CountExpr
  | SumExpr
  | ShareExpr
  | ErrorExpr

export type ExprKind = Expr['kind']

/** A name as typed; `quoted` when written 「…」. */
export interface Ref {
  readonly text: string
  readonly quoted?: true
  readonly span: Span
}

/** How a number was written, so that it is printed so again. `scale` holds a scale word's id ('wan', 'yi', 'bai', 'qian'). */
export type NumberForm = 'plain' | 'percent' | 'permille' | 'fraction' | 'wan' | 'yi' | 'bai' | 'qian' | 'baiwan' | 'qianwan'

/** `value` is the exact value as fraction text ("1/50"), the form already multiplied in; `unit` as parseUnit reads it, in zh spelling. */
export interface NumberExpr {
  readonly kind: 'number'
  readonly value: string
  readonly form: NumberForm
  readonly unit?: string
  readonly span: Span
}
export interface BooleanExpr {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly span: Span
}
/** `value` is YYYY-MM-DD and exists in the calendar. */
export interface DateExpr {
  readonly kind: 'date'
  readonly value: string
  readonly span: Span
}
/** 2019年, a position. */
export interface YearExpr {
  readonly kind: 'year'
  readonly value: number
  readonly span: Span
}
export type DurationUnit = 'day' | 'workday' | 'week' | 'half_month' | 'month' | 'year'
/** 3 天, 2 周, 6 个月, 1 周年. */
export interface DurationExpr {
  readonly kind: 'duration'
  readonly amount: number
  readonly unit: DurationUnit
  readonly span: Span
}
/** 10月12日, 次年1月底: a day in the case's year, the one before or the one after; `stated` when the year word was written (当年, 上年, 次年). */
export interface PositionExpr {
  readonly kind: 'position'
  readonly year: -1 | 0 | 1
  readonly stated: boolean
  readonly month: number
  readonly day: number | 'end'
  readonly span: Span
}
/**
 * 10月12日, 次年1月10日, 当年12月底: a day's place in a case's year (−1 上年, 0 当年, 1 次年). `stated`: the year was said; `end`: the month's last day.
 * 2月29日 may stand, whatever the year.
 */
export interface PositionExpr {
  readonly kind: 'position'
  readonly year: -1 | 0 | 1
  readonly stated: boolean
  readonly month: number
  readonly day: number | 'end'
  readonly span: Span
}
/** “…”. */
export interface TextExpr {
  readonly kind: 'text'
  readonly value: string
  readonly span: Span
}
/** 无: known not to exist. */
export interface NothingExpr {
  readonly kind: 'nothing'
  readonly span: Span
}
export interface NameExpr {
  readonly kind: 'name'
  readonly ref: Ref
  readonly span: Span
}
/** `of` 的 `member`. 年 月 日 after a date are members too. */
export interface PathExpr {
  readonly kind: 'path'
  readonly of: Expr
  readonly member: Ref
  readonly span: Span
}
/** X〔年度−1〕. */
export interface PeriodExpr {
  readonly kind: 'period'
  readonly of: Expr
  readonly year: Expr
  readonly span: Span
}
/** 扶贫标准（国家）, 周岁（出生日期）. */
export interface CallExpr {
  readonly kind: 'call'
  readonly callee: Ref
  readonly args: readonly Expr[]
  readonly span: Span
}
export interface NotExpr {
  readonly kind: 'not'
  readonly operand: Expr
  readonly span: Span
}
export interface NegateExpr {
  readonly kind: 'negate'
  readonly operand: Expr
  readonly span: Span
}
/** 已知 X, 未知 X; only in 统筹 and lint. */
export interface StatusExpr {
  readonly kind: 'status'
  readonly status: 'known' | 'unknown'
  readonly operand: Expr
  readonly span: Span
}
/** 有 X: X is not 无. */
export interface HasExpr {
  readonly kind: 'has'
  readonly operand: Expr
  readonly span: Span
}
/** 符合 贫困户退出: the innermost element of that standard's subject kind meets it. */
export interface MeetsExpr {
  readonly kind: 'meets'
  readonly standard: Ref
  readonly span: Span
}
/** a 且 b 且 c, or a 或 b 或 c; never fewer than two items. */
export interface ChainExpr {
  readonly kind: 'and' | 'or'
  readonly items: readonly Expr[]
  readonly span: Span
}
/** `word` keeps which operator word was written; `lead` the verb before a postfix word (在 98% 以上). */
export interface CompareExpr {
  readonly kind: 'compare'
  readonly word: CompareWordId
  readonly lead?: 'at' | 'reach' | 'fall_to'
  readonly left: Expr
  readonly right: Expr
  readonly wordSpan: Span
  readonly span: Span
}
/** X 介于 a 至 b, both included unless `open` says otherwise. */
export interface BetweenExpr {
  readonly kind: 'between'
  readonly value: Expr
  readonly low: Expr
  readonly high: Expr
  readonly open: 'none' | 'low' | 'high' | 'both'
  readonly span: Span
}
/** X 属于（甲、乙）. */
export interface InExpr {
  readonly kind: 'in'
  readonly value: Expr
  readonly items: readonly Expr[]
  readonly negated: boolean
  readonly span: Span
}
export interface ArithmeticExpr {
  readonly kind: 'arithmetic'
  readonly op: '+' | '-' | '*' | '/'
  readonly left: Expr
  readonly right: Expr
  readonly span: Span
}
/** 四舍五入（X，到 0.01 元）. */
export interface RoundExpr {
  readonly kind: 'round'
  readonly mode: 'half_up' | 'up' | 'down' | 'half_even'
  readonly value: Expr
  readonly to: Expr
  readonly span: Span
}
/** 较大（a，b）, 较小（a，b）. */
export interface ExtremeExpr {
  readonly kind: 'extreme'
  readonly which: 'larger' | 'smaller'
  readonly items: readonly Expr[]
  readonly span: Span
}
/** 若 c 则 a 否则 b; without 否则 only in 约束, where it means ¬c ∨ a. */
export interface IfExpr {
  readonly kind: 'if'
  readonly condition: Expr
  readonly then: Expr
  readonly otherwise?: Expr
  readonly span: Span
}
/** 按 R { 甲：式；乙：式 }. */
export interface ReadingExpr {
  readonly kind: 'reading'
  readonly reading: Ref
  readonly arms: readonly { readonly choice: Ref; readonly value: Expr }[]
  readonly span: Span
}
/** 每个 | 存在 | 没有 domain 当 filter 满足 body. */
export interface QuantifierExpr {
  readonly kind: 'quantifier'
  readonly quantifier: 'every' | 'some' | 'none'
  readonly domain: Expr
  readonly filter?: Expr
  readonly body?: Expr
  readonly span: Span
}
/** 计数（成员 当 filter）. */
export interface CountExpr {
  readonly kind: 'count'
  readonly domain: Expr
  readonly filter?: Expr
  readonly span: Span
}
/** 合计（成员 当 filter：value）. */
export interface SumExpr {
  readonly kind: 'sum'
  readonly domain: Expr
  readonly filter?: Expr
  readonly value: Expr
  readonly span: Span
}
/** What a share says where its denominator is empty; undefined is a diagnostic. */
export type EmptyShare = 'met' | 'unmet' | 'undetermined'
/**
 * 占比（成员 当 filter 满足 body；分母为零 视为 待定): `domain` is a list, `part` the test;
 * or 占比（部分 / 总体；分母为零 视为 待定): `domain` absent, `part` and `whole` numbers.
 */
export interface ShareExpr {
  readonly kind: 'share'
  readonly domain?: Expr
  readonly filter?: Expr
  readonly part: Expr
  readonly whole?: Expr
  readonly empty?: EmptyShare
  readonly span: Span
}
/** What could not be read; types as unknown and stays silent. */
export interface ErrorExpr {
  readonly kind: 'error'
  readonly span: Span
}
