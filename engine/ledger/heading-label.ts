import { toChineseNumeral } from '../../dsl/value/chinese-numeral.ts'
import type { HeadingStyle } from './headings.ts'

/** The heading's number as ledgers write it, after those above it. */
export function headingLabel(above: string, style: HeadingStyle, number: number): string {
  const numeral = toChineseNumeral(number)
  switch (style) {
    case 'part':
      return `${above}篇${numeral}`
    case 'annex':
      return `${above}附件${number}`
    case 'chapter':
      return `${above}第${numeral}章`
    case 'article':
      return `${above}第${numeral}条`
    case 'numeral':
      return above === '' ? numeral : `${above}之${numeral}`
    case 'step':
      return `${above}第${numeral}步`
    case 'numeral-bracket':
      return `${above}（${numeral}）`
    case 'digit':
      return above === '' || /[步）]$/.test(above) ? `${above}${number}` : `${above}.${number}`
    case 'digit-bracket':
    case 'circle':
      return `${above}（${number}）`
    case 'dash':
      return `${above}之${numeral}`
    default: {
      const unreachable: never = style
      return unreachable
    }
  }
}
