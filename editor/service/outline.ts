import type { UnitKind } from '../../dsl/link/unit.ts'
import { mainValue as attributeOf, nameText } from '../../dsl/syntax/access.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'
import { type DeclKind, declSpec } from '../../dsl/syntax/table.ts'
import type { Place } from './problem.ts'
import type { Workspace } from './workspace.ts'

/** A declaration in a file's outline, with those inside it. */
export interface OutlineEntry {
  readonly name: string
  readonly kind: DeclKind
  /** the keyword, as the declared name's language writes it */
  readonly keyword: { readonly zh: string; readonly en: string }
  readonly span: Place
  readonly nameSpan: Place
  readonly children: readonly OutlineEntry[]
}

/** What a file is about: its first declaration. */
export interface FileHead {
  readonly file: string
  readonly kind: UnitKind
  readonly zh: string
  readonly en: string
}

/** The declarations of a file that have a name, nested as written. */
export function outlineOf(workspace: Workspace, file: string): readonly OutlineEntry[] {
  const document = workspace.compilation.documents.find((one) => one.file === file)
  return (document?.declarations ?? []).flatMap(entries)
}

/** What each file declares first, in the order of the files. */
export function headsOf(workspace: Workspace): readonly FileHead[] {
  return workspace.compilation.documents.flatMap((document) => {
    const first = document.declarations.find((decl) => decl.name !== undefined)
    if (!first?.name) return []
    // The grammar lets nothing else stand at the top of a file.
    const kind = first.kind as UnitKind
    return [{ file: document.file, kind, zh: nameText(first), en: first.name.id?.replaceAll('_', ' ') ?? nameText(first) }]
  })
}

function entries(decl: Decl): readonly OutlineEntry[] {
  const children = (decl.children ?? []).flatMap(entries)
  const label = labelOf(decl)
  // Attributes without a name add nothing to an outline; a 按 … 取 … block is shown for what stands in it.
  if (label === undefined) return children
  const { zh, en } = declSpec(decl.kind)
  return [
    { name: label.text, kind: decl.kind, keyword: { zh, en }, span: place(decl.span), nameSpan: place(label.span), children },
  ]
}

function labelOf(decl: Decl): { readonly text: string; readonly span: Place } | undefined {
  if (decl.name) return { text: nameText(decl), span: decl.name.span }
  if (decl.kind === 'article') {
    const article = attributeOf(decl, 'article')
    return article && { text: article.text, span: article.span }
  }
  switch (decl.kind) {
    case 'by_reading':
    case 'by_reading_steps':
    case 'by_reading_acts':
    case 'arm':
    case 'arm_steps':
    case 'arm_acts': {
      const ref = attributeOf(decl, decl.kind)
      return ref && { text: ref.text, span: ref.span }
    }
    default:
      return undefined
  }
}

function place({ file, start, end }: Place): Place {
  return { file, start, end }
}
