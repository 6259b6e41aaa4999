import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { type Parsed, parseDsl } from '../parse/parse-dsl.ts'
import { parseYaml } from '../parse/yaml/parse-yaml.ts'
import type { SourceFile } from '../source/source-file.ts'
import { childrenOf, mainValue, nameText } from '../syntax/access.ts'
import type { Decl, Document, Name } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'
import { importCycles } from './import-cycles.ts'
import type { Linked, Unit, UnitKind, Use } from './unit.ts'

/** Finds the file that declares a unit; undefined when there is none. */
export type Load = (unitName: string) => SourceFile | undefined

/**
 * Reads the files and everything they 采用: first among the files given, then through `load`. Unknown units (N213), two units of one name (N203; versions
 * of one policy are two) and import cycles (N214) are reported; what was found stays usable.
 */
export function link(files: readonly SourceFile[], load?: Load): Linked {
  const documents: Document[] = []
  const texts = new Map<string, string>()
  const units: Unit[] = []
  const diagnostics: Diagnostic[] = []

  function read(source: SourceFile, loaded: boolean): void {
    if (texts.has(source.file)) return
    texts.set(source.file, source.text)
    const parsed = loaded ? parseLoaded(source) : parse(source)
    documents.push(parsed.document)
    diagnostics.push(...parsed.diagnostics)
    for (const decl of parsed.document.declarations) {
      if (!isUnitKind(decl.kind) || decl.name === undefined) continue
      const twin = units.find((unit) => sharesName(unit.decl.name, decl.name) && !isOtherVersion(unit.decl, decl))
      const where = decl.name.span
      if (twin?.decl.name) {
        diagnostics.push(
          finding('N203', where, { name: nameText(decl) }, { labels: [{ span: twin.decl.name.span, word: 'first' }] }),
        )
        continue
      }
      units.push({ kind: decl.kind, id: decl.name.id ?? decl.name.zh ?? '', decl, document: parsed.document, loaded })
    }
  }

  for (const file of files) read(file, false)

  const uses = new Map<Unit, Use[]>()
  // `units` grows while it is walked: what is loaded may 采用 further units.
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    const found: Use[] = []
    for (const decl of childrenOf(unit.decl, 'use')) {
      const ref = mainValue(decl, 'use')
      if (!ref) continue
      const used = unitNamed(units, ref.text) ?? loadUnit(ref.text)
      if (used) found.push({ decl, ref, unit: used })
      else diagnostics.push(unknownUnit(ref, units, unit))
    }
    uses.set(unit, found)
  }

  function loadUnit(name: string): Unit | undefined {
    const source = load?.(name)
    if (source) read(source, true)
    return unitNamed(units, name)
  }

  diagnostics.push(...importCycles(units, uses))
  return { documents, texts, units, uses, diagnostics }
}

function parse({ file, text }: SourceFile): Parsed {
  return file.endsWith('.policy.yaml') ? parseYaml(text, file) : parseDsl(text, file)
}

/** What is loaded stays the same while an author types; trees are never changed, so one may serve many compilations. */
const LOADED = new Map<string, { readonly text: string; readonly parsed: Parsed }>()
const MOST_LOADED = 32

function parseLoaded(source: SourceFile): Parsed {
  const known = LOADED.get(source.file)
  LOADED.delete(source.file)
  const parsed = known?.text === source.text ? known.parsed : parse(source)
  LOADED.set(source.file, { text: source.text, parsed })
  const oldest = LOADED.keys().next()
  if (LOADED.size > MOST_LOADED && !oldest.done) LOADED.delete(oldest.value)
  return parsed
}

function isUnitKind(kind: Decl['kind']): kind is UnitKind {
  return kind === 'policy' || kind === 'vocabulary' || kind === 'source'
}

function sharesName(a: Name | undefined, b: Name | undefined): boolean {
  if (!a || !b) return false
  return (a.zh !== undefined && a.zh === b.zh) || (a.id !== undefined && a.id === b.id)
}

/** Two policies of the very same names that say different 版本 are one instrument at two times. */
function isOtherVersion(a: Decl, b: Decl): boolean {
  if (a.kind !== 'policy' || b.kind !== 'policy' || a.name?.zh !== b.name?.zh || a.name?.id !== b.name?.id) return false
  const [one, other] = [versionOf(a), versionOf(b)]
  return one !== undefined && other !== undefined && one !== other
}

function versionOf(policy: Decl): string | undefined {
  return childrenOf(policy, 'version').map((decl) => mainValue(decl, 'version')?.text)[0]
}

/** The unit of that Chinese name or id. */
export function unitNamed(units: readonly Unit[], name: string): Unit | undefined {
  return units.find((unit) => unit.decl.name?.zh === name || unit.decl.name?.id === name)
}

function unknownUnit(ref: Ref, units: readonly Unit[], user: Unit): Diagnostic {
  const names = units
    .filter((unit) => unit !== user)
    .flatMap((unit) => [unit.decl.name?.zh, unit.decl.name?.id].filter((name) => name !== undefined))
  const near = nearest(ref.text, names)
  const fixes = near.map((name) => ({ word: 'replace', args: { to: name }, edits: [{ span: ref.span, text: name }] }))
  return finding('N213', ref.span, { name: ref.text, near }, { fixes })
}
