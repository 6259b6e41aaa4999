import type { Name } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'
import { EXPRESSION_WORDS } from '../syntax/expression-words.ts'
import { parseFractionWord } from '../value/number-words.ts'
import type { Doc } from './layout.ts'
import type { Style } from './style.ts'
import { isReserved, isTaken, isTypeWord } from './words.ts'

const HAN = /^[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+$/u
const HALF_MONTH: readonly string[] = [EXPRESSION_WORDS.duration_half_month.zh, EXPRESSION_WORDS.duration_half_month.en]
const ID = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Whether a text can stand as a name without 「」: one run of Han characters or one ASCII word that is read as nothing else. */
function isPlain(text: string, shape: RegExp): boolean {
  return shape.test(text) && parseFractionWord(text) === undefined && !HALF_MONTH.includes(text)
}

/** 中文名/ascii_id, where a declaration is made: after its keyword only reserved words need 「」. A Chinese name of ASCII letters is told from an id by its 「」. */
export function declaredName(name: Name): string {
  const part = (text: string | undefined, shape: RegExp) =>
    text === undefined || (isPlain(text, shape) && !isReserved(text)) ? text : `「${text}」`
  return [part(name.zh, HAN), part(name.id, ID)].filter((text) => text !== undefined).join('/')
}

/** A reference: in Chinese by its Chinese name, in English by its id; a Chinese-only name stands in 「」 in English. */
export function refDoc(ref: Ref, style: Style, place: 'value' | 'type' = 'value'): Doc {
  const text = refText(ref, style)
  const plain =
    isPlain(text, style.lang === 'zh' && HAN.test(text) ? HAN : ID) && !isTaken(text) && !(place === 'type' && isTypeWord(text))
  return plain ? text : `「${text}」`
}

function refText(ref: Ref, style: Style): string {
  const name = style.nameOf(ref)
  return (style.lang === 'zh' ? (name?.zh ?? name?.id) : (name?.id ?? name?.zh)) ?? ref.text
}
