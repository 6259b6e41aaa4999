import type { Node } from 'yaml'
import type { Span } from '../../source/span.ts'
import type { Cell, Cite, FormName, Forms, Option } from '../../syntax/declaration.ts'
import { EXPRESSION_WORDS } from '../../syntax/expression-words.ts'
import { readLeaf, readName } from './leaf.ts'
import { itemsOf, type Reading, report, type ScalarText, textOf } from './node.ts'

type WordTable = Readonly<Record<string, readonly [string, string]>>

/** What a key holds, in the form its table entry names; undefined, with a finding, where it cannot be read. */
export function readForm(
  reading: Reading,
  form: FormName,
  node: Node | null,
  key: string,
  keySpan: Span,
  words?: WordTable,
): Forms[FormName] | undefined {
  switch (form) {
    case 'refs':
    case 'exprs':
      return readList(
        reading,
        node,
        key,
        keySpan,
        (scalar) => readLeaf(reading, form, scalar) as readonly unknown[] | undefined,
      ) as Forms[FormName] | undefined
    case 'cells':
      return readList(reading, node, key, keySpan, (scalar) => readCells(reading, scalar))
    case 'options':
      return readList(reading, node, key, keySpan, (scalar) => readOptions(reading, scalar, key))
    case 'cites':
      return readList(reading, node, key, keySpan, (scalar) => readCites(reading, scalar))
    default: {
      const scalar = textOf(reading, node, key, keySpan)
      return scalar && readScalar(reading, form, scalar, key, words)
    }
  }
}

function readList<T>(
  reading: Reading,
  node: Node | null,
  key: string,
  keySpan: Span,
  read: (scalar: ScalarText) => readonly T[] | undefined,
): readonly T[] | undefined {
  const items = itemsOf(node)
  if (items.length === 0) report(reading, 'P528', keySpan, { key })
  const found = items.flatMap((item) => {
    const scalar = textOf(reading, item, key, keySpan)
    return (scalar && read(scalar)) ?? []
  })
  return found.length > 0 ? found : undefined
}

type OneForm = Exclude<FormName, 'refs' | 'exprs' | 'cells' | 'options' | 'cites'>

function readScalar(
  reading: Reading,
  form: OneForm,
  scalar: ScalarText,
  key: string,
  words: WordTable = {},
): Forms[FormName] | undefined {
  const { text, span } = scalar
  switch (form) {
    case 'flag': {
      if (text === 'true') return true
      report(reading, 'P529', span, { key }, { fixes: [{ word: 'yes', edits: [{ span, text: 'true' }] }] })
      return undefined
    }
    case 'text':
    case 'code':
      if (/[\r\n\u2028\u2029]/.test(text)) report(reading, 'P534', span, { key })
      return { text, span }
    case 'number':
      if (/^[0-9]{1,15}$/.test(text)) return { value: Number(text), span }
      report(reading, 'P530', span, { key })
      return undefined
    case 'word': {
      const id = Object.keys(words).find((word) => words[word]!.includes(text))
      if (id !== undefined) return { id, span }
      const allowed = Object.values(words).map((pair) => pair.join('/'))
      report(reading, 'P531', span, { key, value: text, allowed })
      return undefined
    }
    case 'ref':
    case 'moment':
    case 'expr':
    case 'type':
    case 'range':
    case 'combine':
      return readLeaf(reading, form, scalar)
    default:
      return form satisfies never
  }
}

/** An article alone is the whole text; with its source, or where it holds quotation marks, it stands in 「」 as in the DSL. */
function readCites(reading: Reading, scalar: ScalarText): readonly Cite[] | undefined {
  if (/[「」“”"]/.test(scalar.text)) return readLeaf(reading, 'cites', scalar)
  return [{ article: scalar.text, span: scalar.span }]
}

/** The cells of one text; 任意 alone needs no reading. */
function readCells(reading: Reading, scalar: ScalarText): readonly Cell[] | undefined {
  const { cell_any: any } = EXPRESSION_WORDS
  if (scalar.text === any.zh || scalar.text === any.en) return [{ kind: 'any', span: scalar.span }]
  return readLeaf(reading, 'cells', scalar)
}

const { zh, en } = EXPRESSION_WORDS.default
const MARKED = new RegExp(`^(.*?)\\s*[（(]\\s*(?:${zh}|${en})\\s*[）)]\\s*$`, 'su')

/** One option with its mark, 甲（默认）, or the DSL's block of all. */
function readOptions(reading: Reading, scalar: ScalarText, key: string): readonly Option[] | undefined {
  if (/^\s*[{｛]/.test(scalar.text)) return readLeaf(reading, 'options', scalar)
  const marked = MARKED.exec(scalar.text)
  const name = readName(reading, { ...scalar, text: marked?.[1] ?? scalar.text }, key)
  return name && [marked ? { name, isDefault: true } : { name }]
}
