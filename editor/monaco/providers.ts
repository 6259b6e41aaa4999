import { type CancellationToken, type editor, type IEvent, type IRange, languages, type Position } from 'monaco-editor/editor'
import type { Problem } from '../service/problem.ts'
import type { PageWords } from '../strings/index.ts'
import type { LanguageMethods } from '../worker/methods.ts'
import type { Ask } from '../worker/rpc.ts'
import { completionList } from './completion.ts'
import { hoverText } from './hover.ts'
import { languageId, yamlLanguageId } from './language.ts'
import { fileOf, modelOf, rangeOf, uriOf } from './models.ts'
import { symbolsOf } from './outline.ts'
import { tokenKinds } from './palette.ts'

/** What the providers need from the page. */
export interface ProviderSetup {
  readonly ask: Ask<LanguageMethods>
  readonly language: 'zh' | 'en'
  readonly words: PageWords
  /** the problems of the text as it stands; empty while it is being checked */
  readonly problems: () => readonly Problem[]
  /** tells when a check has come back: what is a name may have changed in another file */
  readonly onChecked: IEvent<void>
}

const SELECTOR = [languageId, yamlLanguageId]

/** Hangs the language service into Monaco. Whatever the worker cannot answer is simply not shown. */
export function registerProviders({ ask, language, words, problems, onChecked }: ProviderSetup): void {
  const at = (model: editor.ITextModel, position: Position) => ({ file: fileOf(model), offset: model.getOffsetAt(position) })

  languages.registerCompletionItemProvider(SELECTOR, {
    triggerCharacters: ['：', ':', '「', '.', '的', '、', '（'],
    provideCompletionItems: async (model, position, _context, token) => {
      const found = await quietly(ask('complete', at(model, position), 'complete'), token)
      return found && completionList(model, found)
    },
  })
  languages.registerHoverProvider(SELECTOR, {
    provideHover: async (model, position, token) => {
      const found = await quietly(ask('hover', at(model, position), 'hover'), token)
      return found && { range: rangeOf(model, found), contents: hoverText(found, words) }
    },
  })
  languages.registerDefinitionProvider(SELECTOR, {
    provideDefinition: async (model, position, token) => {
      const found = await quietly(ask('define', at(model, position)), token)
      const target = found && modelOf(found.file)
      return found && target ? { uri: uriOf(found.file), range: rangeOf(target, found) } : undefined
    },
  })
  languages.registerReferenceProvider(SELECTOR, {
    provideReferences: async (model, position, _context, token) => {
      const found = (await quietly(ask('references', at(model, position)), token)) ?? []
      return found.flatMap((place) => {
        const target = modelOf(place.file)
        return target ? [{ uri: uriOf(place.file), range: rangeOf(target, place) }] : []
      })
    },
  })
  languages.registerDocumentSymbolProvider(SELECTOR, {
    provideDocumentSymbols: async (model, token) => {
      const found = await quietly(ask('outline', { file: fileOf(model) }), token)
      return symbolsOf(model, found ?? [], language)
    },
  })
  languages.registerDocumentFormattingEditProvider(SELECTOR, {
    provideDocumentFormattingEdits: async (model, _options, token) => {
      const found = await quietly(ask('format', { file: fileOf(model) }), token)
      return found?.kind === 'text' ? [{ range: model.getFullModelRange(), text: found.text }] : []
    },
  })
  languages.registerDocumentSemanticTokensProvider(languageId, {
    onDidChange: onChecked,
    getLegend: () => ({ tokenTypes: [...tokenKinds], tokenModifiers: [] }),
    provideDocumentSemanticTokens: async (model, _last, token) => {
      const version = model.getVersionId()
      const found = await quietly(ask('colours', { file: fileOf(model) }, `colours ${model.uri}`), token)
      return found && model.getVersionId() === version ? { data: packed(model, found) } : undefined
    },
    releaseDocumentSemanticTokens: () => {},
  })
  languages.registerCodeActionProvider(SELECTOR, { provideCodeActions: (model, range) => quickFixes(model, range, problems()) })
}

/** The answer, or nothing when it came too late or could not be given. */
async function quietly<T>(answer: Promise<T>, token: CancellationToken): Promise<T | undefined> {
  try {
    const value = await answer
    return token.isCancellationRequested ? undefined : value
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Superseded') console.error(error)
    return undefined
  }
}

type Coloured = Awaited<ReturnType<LanguageMethods['colours']>>

/** Tokens as Monaco wants them: five numbers each, places relative to the token before. One over several lines is cut into lines. */
function packed(model: editor.ITextModel, tokens: Coloured): Uint32Array {
  const data: number[] = []
  let [line, column] = [1, 1]
  for (const { start, end, colour } of tokens) {
    const from = model.getPositionAt(start)
    const to = model.getPositionAt(end)
    for (let row = from.lineNumber; row <= to.lineNumber; row++) {
      const first = row === from.lineNumber ? from.column : 1
      const last = row === to.lineNumber ? to.column : model.getLineMaxColumn(row)
      if (last <= first) continue
      data.push(row - line, row === line ? first - column : first - 1, last - first, tokenKinds.indexOf(colour), 0)
      ;[line, column] = [row, first]
    }
  }
  return new Uint32Array(data)
}

function quickFixes(model: editor.ITextModel, range: IRange, problems: readonly Problem[]): languages.CodeActionList {
  const start = model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn })
  const end = model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn })
  const touched = problems.filter((problem) => problem.file === fileOf(model) && problem.start <= end && start <= problem.end)
  const actions = touched.flatMap((problem) =>
    problem.fixes.map(
      (fix, i): languages.CodeAction => ({
        title: fix.title,
        kind: 'quickfix',
        isPreferred: i === 0,
        edit: {
          edits: fix.edits.flatMap((edit) => {
            const target = modelOf(edit.file)
            return target
              ? [
                  {
                    resource: target.uri,
                    versionId: target.getVersionId(),
                    textEdit: { range: rangeOf(target, edit), text: edit.text },
                  },
                ]
              : []
          }),
        },
      }),
    ),
  )
  return { actions, dispose: () => {} }
}
