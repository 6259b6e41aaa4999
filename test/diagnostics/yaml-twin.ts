import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { format } from '../../dsl/format/format.ts'
import { comparable } from '../../dsl/lex/characters.ts'
import { parseDsl } from '../../dsl/parse/parse-dsl.ts'
import { parseYaml } from '../../dsl/parse/yaml/parse-yaml.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { nameText } from '../../dsl/syntax/access.ts'
import type { Decl, Document } from '../../dsl/syntax/declaration.ts'

/** The same files with the first one, a DSL text, in YAML. */
export function yamlTwin(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map(({ file, text }) =>
    file.endsWith('.yaml')
      ? { file, text }
      : { file: `${file}.yaml`, text: format(parseDsl(text, file).document, { lang: 'zh', spelling: 'yaml' }) },
  )
}

/** Where a finding stands, told so that both spellings say the same: the declaration, and unless `roughly` its keyword, its name or the leaf's words. */
export function nodeOf({ code, span }: Diagnostic, files: readonly SourceFile[], roughly = false): string {
  const { file, text } = files.find((source) => source.file === span.file)!
  const { document } = file.endsWith('.yaml') ? parseYaml(text, file) : parseDsl(text, file)
  const path = pathTo(document, span.start, span.end)
  const decl = path.at(-1)
  const where = path.map((one) => `${one.kind} ${nameText(one)}`.trim()).join(' > ')
  const base = `${code} ${file.replace(/\.yaml$/, '')} ${where}`
  if (roughly || !decl || (span.start === decl.span.start && span.end === decl.span.end)) return base
  const { keywordSpan, name } = decl
  if (span.start === keywordSpan.start && span.end === keywordSpan.end) return `${base} keyword`
  if (name && span.start === name.span.start && span.end === name.span.end) return `${base} name`
  return `${base} ${bare(text.slice(span.start, span.end))}`
}

/** The words alone: marks of quotation, blanks and widths are the spelling's own, and so are the noise word of 3 项 and the mark of a default. */
function bare(text: string): string {
  return comparable(text)
    .replace(/[\s「」"'“”]/g, '')
    .replace(/^(\d+)项$/, '$1')
    .replace(/\(默认\)$/, '')
    .replaceAll('；', ';')
    .replaceAll('−', '-')
}

function pathTo(document: Document, start: number, end: number): readonly Decl[] {
  const path: Decl[] = []
  let level: readonly Decl[] = document.declarations
  for (;;) {
    const next = level.find((decl) => decl.span.start <= start && end <= decl.span.end)
    if (!next) return path
    path.push(next)
    level = next.children ?? []
  }
}
