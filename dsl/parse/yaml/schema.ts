import type { FormName } from '../../syntax/declaration.ts'
import { clauseSpec, DECLS, type DeclKind, declSpec } from '../../syntax/table.ts'
import { BLOCK_KEY, BODY_KEY, kindsIn } from './keys.ts'

/** A JSON Schema, or a part of one. */
export type JsonSchema = {
  readonly [key: string]: JsonSchema | readonly JsonSchema[] | string | readonly (string | boolean)[] | number | boolean
}

type WordTable = Readonly<Record<string, readonly [string, string]>>

const TEXT: JsonSchema = { type: 'string', minLength: 1 }
const TEXTS: JsonSchema = { type: 'array', items: TEXT, minItems: 1 }
const ONE_OR_MORE: JsonSchema = { anyOf: [TEXT, TEXTS] }

/**
 * The JSON Schema (draft 2020-12) of the YAML spelling, made from the node table. YAML readers with a richer schema than `failsafe` see true and 6 as what
 * they look like, so flags and counts may be either.
 */
export function yamlSchema(): JsonSchema {
  const kinds = Object.keys(DECLS) as DeclKind[]
  const anyOf = kindsIn(undefined).map(reference)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Tiaoli policy, YAML spelling',
    anyOf: [...anyOf, { type: 'array', items: { anyOf } }],
    $defs: Object.fromEntries(kinds.map((kind) => [kind, declSchema(kind)])),
  }
}

function reference(kind: DeclKind): JsonSchema {
  return { $ref: `#/$defs/${kind}` }
}

function declSchema(kind: DeclKind): JsonSchema {
  const spec = declSpec(kind)
  const parts: Record<string, JsonSchema> = {}
  const required: string[] = []
  for (const name of spec.clauses) {
    const clause = clauseSpec(name)
    parts[clause.yaml] = { ...formSchema(clause.form, clause.words), description: `${clause.zh} / ${clause.en}` }
  }
  if (spec.body) parts[BODY_KEY] = formSchema(spec.body)
  if (spec.body && !spec.bodyOptional) required.push(BODY_KEY)
  if (spec.block) parts[BLOCK_KEY] = { type: 'array', items: { anyOf: kindsIn(kind).map(reference) } }
  if (spec.block && !spec.blockOptional) required.push(BLOCK_KEY)
  const described = { type: 'object', description: `${spec.zh} / ${spec.en}`, additionalProperties: false }
  const head = spec.name ? TEXT : spec.value ? formSchema(spec.value, spec.valueWords) : undefined
  if (head !== undefined) return { ...described, properties: { [spec.yaml]: head, ...parts }, required: [spec.yaml, ...required] }
  // Without name or value the key holds the mapping of the parts.
  const nested = { type: 'object', additionalProperties: false, properties: parts, required }
  return { ...described, properties: { [spec.yaml]: nested }, required: [spec.yaml] }
}

function formSchema(form: FormName, words?: WordTable): JsonSchema {
  switch (form) {
    case 'flag':
      return { enum: ['true', true] }
    case 'number':
      return { type: ['string', 'integer'], pattern: '^[0-9]+$' }
    case 'word':
      return { enum: Object.values(words ?? {}).flat() }
    case 'refs':
    case 'cites':
    case 'exprs':
    case 'cells':
    case 'options':
      return ONE_OR_MORE
    case 'text':
    case 'code':
      return { type: 'string' }
    case 'ref':
    case 'moment':
    case 'expr':
    case 'type':
    case 'range':
    case 'combine':
      return TEXT
    default:
      return form satisfies never
  }
}
