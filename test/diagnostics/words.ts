import { codeEntry } from '../../dsl/diagnostics/catalogue.ts'
import { describe as inWords } from '../../dsl/diagnostics/describe.ts'
import type { Diagnostic, Lang } from '../../dsl/diagnostics/diagnostic.ts'
import { KEYWORDS } from '../../dsl/lex/keywords.ts'
import { CLAUSES, type ClauseName, clauseSpec, DECLS, type DeclKind, declSpec } from '../../dsl/syntax/table.ts'

const HAN = /[\u3400-\u9fff]/
/** Names and texts that a message repeats from the source stand in marks of quotation. */
const QUOTED = /“[^”]*”|「[^」]*」|`[^`]*`|'[^']*'|"[^"]*"|\{[^}]*\}/g
/** Words of formats, keys and values one types, English in either language. */
const COMMON = new Set(
  'yaml json ndjson utf gbk gb18030 dsl tiaoli yyyy mm dd as of true false ascii_id items partial item reason by on result role value source pass fail expect outcome met times as_of year must is do income_line'.split(
    ' ',
  ),
)
/** Chinese keys and values one types, whatever the language of the message. */
const TYPED = new Set('是 否 无 项 不全 符合 不符合 来源 中文名 收入达标'.split(' '))

const YAML_KEYS = new Set([
  ...(Object.keys(CLAUSES) as ClauseName[]).map((name) => clauseSpec(name).yaml),
  ...(Object.keys(DECLS) as DeclKind[]).map((kind) => declSpec(kind).yaml),
])

/** What a message is known to say badly: words of a package passed on as they are, a gap. */
const KNOWN: Readonly<Record<string, string>> = {
  P512: 'the code of the YAML package, for whoever knows YAML',
  S701: 'the sentence of the YAML package',
  S702: 'the sentence of the schema package',
  F626: 'a period without end leaves its second date empty',
}

/** All that is said about a finding in one language, part by part. */
export function partsOf(diagnostic: Diagnostic, lang: Lang): readonly string[] {
  const { title, why, help, labels, fixes } = inWords(diagnostic, lang)
  return [title, why, help, ...labels, ...fixes]
}

/** What is wrong with the words of a finding; `source` is what its author wrote, whose names it may repeat. */
export function wordProblems(diagnostic: Diagnostic, source: string): readonly string[] {
  const found: string[] = []
  for (const lang of ['zh', 'en'] as const) {
    const parts = partsOf(diagnostic, lang)
    for (const part of parts) {
      const said = JSON.stringify(codeEntry(diagnostic.code)?.[lang])
      const complain = (what: string) => found.push(`${diagnostic.code} ${lang}: ${what}: ${part}`)
      if (part.trim() === '') complain('says nothing')
      if (/\{[a-zA-Z]+\}/.test(part)) complain('a placeholder is left')
      if (/undefined|\[object|\bNaN\b|\bnull\b/.test(part)) complain('shows the inside of the program')
      const gap = /“”|「」|``|：[。；]|: ?[.;]|：$|:$|[（(] ?至|(?:至|to) ?[)）]/.exec(part)
      if (gap && !said.includes(gap[0]) && !(diagnostic.code in KNOWN)) complain('something is left out')
      if (lang === 'en' && HAN.test(withoutNames(part, source))) complain('Chinese outside quotation')
      const strange = lang === 'zh' && !(diagnostic.code in KNOWN) ? strangeWords(part, source) : []
      if (strange.length > 0) complain(`words a reader does not know (${strange.join(' ')})`)
    }
    if (lang === 'zh')
      for (const part of parts.slice(0, 3)) if (!HAN.test(part)) found.push(`${diagnostic.code} zh: not Chinese: ${part}`)
  }
  return found
}

/** The text without what is quoted, and without names that stand in the source. */
function withoutNames(part: string, source: string): string {
  return part
    .replace(QUOTED, ' ')
    .replace(/[\u3400-\u9fff]+/g, (name) => (source.includes(name) || TYPED.has(name) || KEYWORDS.has(name) ? ' ' : name))
}

function strangeWords(part: string, source: string): readonly string[] {
  const words = part.replace(/\{[^}]*\}/g, ' ').match(/[A-Za-z_]{2,}/g) ?? []
  return words.filter(
    (word) => !COMMON.has(word.toLowerCase()) && !source.includes(word) && !KEYWORDS.has(word) && !YAML_KEYS.has(word),
  )
}
