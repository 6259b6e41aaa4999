import type { Lang } from '../diagnostics/diagnostic.ts'
import type { DurationExpr } from '../syntax/expression.ts'
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

/** 3 天, 3 days. */
export function durationText(expr: DurationExpr, style: Style): string {
  return `${expr.amount} ${style.word(`duration_${expr.unit}`)}`
}
