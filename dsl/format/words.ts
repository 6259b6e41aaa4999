import { type KeywordRole, keywordsOf } from '../lex/keywords.ts'
import type { FormName } from '../syntax/declaration.ts'
import { type ClauseName, clauseSpec } from '../syntax/table.ts'

/** Whether a word can never be a name. */
export function isReserved(text: string): boolean {
  return keywordsOf(text).some((meaning) => meaning.role === 'reserved')
}

const TAKEN: ReadonlySet<KeywordRole> = new Set(['reserved', 'expression', 'compare', 'lead'])
/** Clauses of these forms begin with a figure, a quotation or a word of their own, which never follows a reference: a field may be called 地区. */
const TELLING: ReadonlySet<FormName> = new Set(['text', 'code', 'number', 'moment', 'range', 'word'])

/** Words that mean something only beside a figure or where a type stands: year, days, 次年, 日期. */
const ELSEWHERE = /^(?:year_position|position_.*|month_.*|duration_.*|places|type_.*)$/

/**
 * Whether a reference spelt so needs 「」, since the word means something else where a reference may stand or may follow one. Choices (年度, 省) and kinds
 * of declarations stand in places of their own.
 */
export function isTaken(text: string): boolean {
  return keywordsOf(text).some(({ role, id }) => {
    if (role === 'clause') return !TELLING.has(clauseSpec(id as ClauseName).form)
    return TAKEN.has(role) && !ELSEWHERE.test(id)
  })
}

/** Whether a word behind a value is read as an operator: 不少于, at. */
export function isOperator(text: string): boolean {
  return keywordsOf(text).some(({ role, id }) => role === 'compare' || role === 'lead' || (role === 'expression' && id === 'to'))
}

/** Whether a word is the name of a built-in type. */
export function isTypeWord(text: string): boolean {
  return keywordsOf(text).some(({ role, id }) => role === 'expression' && id.startsWith('type_'))
}
