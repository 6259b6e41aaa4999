import type { Lang } from '../diagnostics/diagnostic.ts'
import type { DurationExpr, PositionExpr } from '../syntax/expression.ts'
import type { ExpressionWordId } from '../syntax/expression-words.ts'
import { type Doc, verbatim } from './layout.ts'
import type { Style } from './style.ts'

/** A text in an expression: “…” in Chinese, "…" in English, the other pair where the text itself holds the marks. */
export function textLiteral(text: string, lang: Lang): Doc {
  const ascii = lang === 'en' ? !/["＂]/.test(text) : /[“”]/.test(text)
  return verbatim(ascii ? `"${text}"` : `“${text}”`)
}

/** A text of a clause, a title or an article: 「…」 in both languages, for it is quoted from the document. */
export function quotedText(text: string): Doc {
  if (!text.includes('」')) return verbatim(`「${text}」`)
  return verbatim(/[“”]/.test(text) ? `"${text}"` : `“${text}”`)
}

/** 2019年, in English `year 2019`. */
export function yearText(year: number | string, style: Style): string {
  const digits = String(year).replace(/年$/, '').padStart(4, '0')
  return style.lang === 'zh' ? `${digits}${style.word('year_position')}` : `${style.word('year_position')} ${digits}`
}

/** 3 天, 3 days; 半个月, half_month. */
export function durationText(expr: DurationExpr, style: Style): string {
  if (expr.unit === 'half_month') return style.word('duration_half_month')
  return `${expr.amount} ${style.word(`duration_${expr.unit}`)}`
}

const YEARS = { '-1': 'position_last', '0': 'position_this', '1': 'position_next' } as const

/** 10月12日, 次年1月10日, 当年12月底; Oct 12, next_year Jan 10, this_year Dec end. */
export function positionText(expr: PositionExpr, style: Style): string {
  const month = style.word(`month_${expr.month}` as ExpressionWordId)
  const year = expr.stated ? style.word(YEARS[expr.year]) : ''
  if (style.lang === 'zh') return `${year}${month}${expr.day === 'end' ? style.word('position_end') : `${expr.day}日`}`
  return `${year === '' ? '' : `${year} `}${month} ${expr.day === 'end' ? style.word('position_end') : expr.day}`
}
