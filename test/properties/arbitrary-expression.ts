import fc from 'fast-check'
import { NOWHERE } from '../../dsl/source/span.ts'
import { COMPARE_LEADS, COMPARE_WORDS, type CompareWordId } from '../../dsl/syntax/compare-words.ts'
import type { Expr, NumberExpr, PositionExpr, Ref } from '../../dsl/syntax/expression.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { SCALE_WORDS } from '../../dsl/value/number-words.ts'
import { multiply, rational, toFractionText } from '../../dsl/value/rational.ts'
import { formatUnit } from '../../dsl/value/unit.ts'

const span = NOWHERE
const ORDINARY = [
  '年人均纯收入',
  '国家扶贫标准',
  '成员',
  '贫困发生率',
  '辍学',
  '水质',
  '户',
  'income',
  'net_income_pc',
  'x1',
  '_a',
  '年度',
  '版本',
  '省',
] as const
/** Words that mean something else somewhere: printing must tell them apart. */
const CONTEXTUAL = [
  '地区',
  '当',
  '计数',
  '有',
  '依据',
  'count',
  'when',
  'is',
  '真',
  '半数',
  '三分之二',
  '任意',
  'anything',
  '且',
  'or',
  '金额',
  '以上',
  '视为',
  '附件1',
  'year',
  '年',
  'days',
  '日期',
  'places',
  '天',
  '公示',
  '登记',
  '逐户',
  '移出',
  '不同意',
  '同',
  '到',
  '计',
  '人数',
  '名单',
  '天数',
  '次年',
  '半个月',
  'posting',
  'each',
  'at',
  'over',
  'not_less_than',
  'next_year',
  'May',
  'Dec',
  'end',
  'half_month',
  'a b',
  '2020',
] as const

/** References, most of them ordinary names, some in need of quotes. */
export const anyRef: fc.Arbitrary<Ref> = fc
  .oneof({ weight: 6, arbitrary: fc.constantFrom(...ORDINARY) }, { weight: 1, arbitrary: fc.constantFrom(...CONTEXTUAL) })
  .map((text) => ({ text, span }))

/** A text without line breaks and with at most one kind of quotation marks. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.stringMatching(/^[a-zA-Z0-9四（1）第条款 ,.:#'\\/;；：—%{}[\]*&!|>@`~-]{0,12}$/),
    fc.constantFrom('', '「', '”', '"', '」'),
  )
  .map(([text, mark]) => text + mark + text)

const UNITS = [
  {},
  { yuan: 1 },
  { yuan: 1, person: -1, year: -1 },
  { person: 1 },
  { sqm: 1 },
  { point: 1 },
  { km: 1 },
  { yuan: 1, mu: -1 },
].map((unit) => formatUnit(unit, 'zh'))
/** A unit in the tree's spelling. */
export const anyUnit: fc.Arbitrary<string> = fc.constantFrom(...UNITS.filter((unit) => unit !== ''))

const scaledNumber = fc
  .tuple(
    fc.constantFrom('plain' as const, ...SCALE_WORDS.map((word) => word.id)),
    fc.bigInt(0n, 10n ** 8n),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([form, digits, places]) => {
    const figure = rational(digits, 10n ** BigInt(places))
    const scale = SCALE_WORDS.find((word) => word.id === form)
    return { form, value: toFractionText(scale ? multiply(figure, scale.factor) : figure) }
  })
const fractionNumber = fc
  .oneof(fc.tuple(fc.bigInt(1n, 12n), fc.bigInt(2n, 12n)), fc.tuple(fc.bigInt(1n, 999n), fc.constantFrom(100n, 1000n, 10_000n)))
  .map(([n, d]) => ({ form: 'fraction' as const, value: toFractionText(rational(n, d)) }))
  .filter(({ value }) => value.includes('/'))

/** Numbers in every form they can be written in. */
export const anyNumber: fc.Arbitrary<NumberExpr> = fc.oneof(
  fc
    .tuple(scaledNumber, fc.option(anyUnit, { nil: undefined }))
    .map(([number, unit]) => ({ kind: 'number' as const, ...number, ...(unit !== undefined && { unit }), span })),
  fractionNumber.map((number) => ({ kind: 'number' as const, ...number, span })),
)

/** 10月12日, 次年1月10日, 当年12月底; days that some year has. */
export const anyPosition: fc.Arbitrary<PositionExpr> = fc
  .tuple(
    fc.constantFrom(undefined, -1 as const, 0 as const, 1 as const),
    fc.integer({ min: 1, max: 12 }),
    fc.oneof(fc.integer({ min: 1, max: 29 }), fc.constant('end' as const)),
  )
  .map(([year, month, day]) => ({ kind: 'position', year: year ?? 0, stated: year !== undefined, month, day, span }))

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  anyNumber,
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value, span })),
  fc.integer({ min: -20_000, max: 40_000 }).map((day) => ({ kind: 'date' as const, value: formatDay(day), span })),
  fc.integer({ min: 1900, max: 2100 }).map((value) => ({ kind: 'year' as const, value, span })),
  fc
    .tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('day' as const, 'workday' as const, 'week' as const, 'month' as const, 'year' as const),
    )
    .map(([amount, unit]) => ({ kind: 'duration' as const, amount, unit, span })),
  fc.constant({ kind: 'duration' as const, amount: 1, unit: 'half_month' as const, span }),
  anyPosition,
  anyText.filter((text) => !/["”]/.test(text)).map((value) => ({ kind: 'text' as const, value, span })),
  fc.constant({ kind: 'nothing' as const, span }),
  ...Array.from({ length: 6 }, () => anyRef.map((ref) => ({ kind: 'name' as const, ref, span }))),
  anyRef.map((standard) => ({ kind: 'meets' as const, standard, span })),
)

const INFIX = (Object.keys(COMPARE_WORDS) as CompareWordId[]).filter((id) => COMPARE_WORDS[id].place === 'infix')
const POSTFIX = (Object.keys(COMPARE_WORDS) as CompareWordId[]).filter((id) => COMPARE_WORDS[id].place === 'postfix')
const LEADS = Object.keys(COMPARE_LEADS) as (keyof typeof COMPARE_LEADS)[]

function composed(inner: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> {
  const some = (min: number) => fc.array(inner, { minLength: min, maxLength: 3 })
  const filter = fc.option(inner, { nil: undefined, freq: 2 }).map((expr) => (expr ? { filter: expr } : {}))
  const empty = fc.constantFrom('met' as const, 'unmet' as const, 'undetermined' as const)
  const open = fc.constantFrom('none' as const, 'low' as const, 'high' as const, 'both' as const)
  const arm = fc.record({ choice: anyRef, value: inner })
  const plain = <K extends Expr['kind'], S extends object>(kind: K, parts: fc.Arbitrary<S>) =>
    parts.map((part) => ({ kind, ...part, span }))
  return fc.oneof(
    plain('path', fc.record({ of: inner, member: anyRef })),
    plain('period', fc.record({ of: inner, year: inner })),
    plain('call', fc.record({ callee: anyRef, args: some(1) })),
    plain('not', fc.record({ operand: inner })),
    plain('negate', fc.record({ operand: inner })),
    plain('status', fc.record({ status: fc.constantFrom('known' as const, 'unknown' as const), operand: inner })),
    plain('has', fc.record({ operand: inner })),
    plain('and', fc.record({ items: some(2) })),
    plain('or', fc.record({ items: some(2) })),
    plain('compare', fc.record({ word: fc.constantFrom(...INFIX), left: inner, right: inner, wordSpan: fc.constant(span) })),
    plain(
      'compare',
      fc.record({
        word: fc.constantFrom(...POSTFIX),
        lead: fc.constantFrom(...LEADS),
        left: inner,
        right: inner,
        wordSpan: fc.constant(span),
      }),
    ),
    plain('between', fc.record({ value: inner, low: inner, high: inner, open })),
    plain('in', fc.record({ value: inner, items: some(1), negated: fc.boolean() })),
    plain(
      'arithmetic',
      fc.record({ op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), left: inner, right: inner }),
    ),
    plain(
      'round',
      fc.record({
        mode: fc.constantFrom('half_up' as const, 'up' as const, 'down' as const, 'half_even' as const),
        value: inner,
        to: inner,
      }),
    ),
    plain('extreme', fc.record({ which: fc.constantFrom('larger' as const, 'smaller' as const), items: some(2) })),
    plain('if', fc.record({ condition: inner, then: inner, otherwise: inner })),
    plain('reading', fc.record({ reading: anyRef, arms: fc.array(arm, { minLength: 1, maxLength: 3 }) })),
    fc
      .tuple(fc.constantFrom('every' as const, 'some' as const, 'none' as const), inner, filter, inner, fc.boolean())
      .map(([quantifier, domain, condition, body, bare]) => {
        const rest = bare && quantifier !== 'every' && !('filter' in condition) ? {} : { body }
        return { kind: 'quantifier' as const, quantifier, domain, ...condition, ...rest, span }
      }),
    fc.tuple(inner, filter).map(([domain, condition]) => ({ kind: 'count' as const, domain, ...condition, span })),
    fc
      .tuple(inner, filter, inner)
      .map(([domain, condition, value]) => ({ kind: 'sum' as const, domain, ...condition, value, span })),
    fc
      .tuple(inner, filter, inner, empty)
      .map(([domain, condition, part, as]) => ({ kind: 'share' as const, domain, ...condition, part, empty: as, span })),
    fc.tuple(inner, inner, empty).map(([part, whole, as]) => ({ kind: 'share' as const, part, whole, empty: as, span })),
  )
}

const once = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: composed(leaf) })

/** Well-formed expressions of every kind, three levels high. */
export const anyExpr: fc.Arbitrary<Expr> = fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 3, arbitrary: composed(once) })
