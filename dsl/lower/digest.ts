import { sha256 } from '../value/sha256.ts'

/**
 * JSON without what adds no meaning: places in files, the numbers of nodes, empty lists, types of what is declared elsewhere. Keys stand in the order
 * in which lowering writes them, which is one and the same for equal meanings.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'number':
    case 'boolean':
      return String(value)
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? listJson(value) : recordJson(value)
    default:
      return 'null'
  }
}

function listJson(list: readonly unknown[]): string {
  let text = ''
  for (const item of list) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`
  return `[${text}]`
}

/** What a declaration of its own gives a type. */
const MENTIONS: ReadonlySet<unknown> = new Set(['field', 'parameter', 'external', 'definition'])

function recordJson(record: object): string {
  const mention = 'kind' in record && MENTIONS.has(record.kind)
  let text = ''
  for (const key in record) {
    const inner = (record as Readonly<Record<string, unknown>>)[key]
    if (isMute(key, inner) || (key === 'type' && mention)) continue
    text += text === '' ? `"${key}":${canonicalJson(inner)}` : `,"${key}":${canonicalJson(inner)}`
  }
  return `{${text}}`
}

function isMute(key: string, value: unknown): boolean {
  // 指纹 says which print of the text was read, and changes no decision.
  if (value === undefined || key === 'span' || key === 'digest') return true
  return key === 'id' ? typeof value === 'number' : Array.isArray(value) && value.length === 0
}

const ESCAPED = /["\\\u0000-\u001F\uD800-\uDFFF]/

function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** The digest of a meaning: SHA-256 of its canonical JSON. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value))
}
