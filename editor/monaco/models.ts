import { editor, type IRange, Range, Uri } from 'monaco-editor/editor'
import type { Place, TextEdit } from '../service/problem.ts'
import { languageOf } from './language.ts'

/** One Monaco model per file, all shown in one editor by turns. */
export interface Models {
  readonly show: (file: string) => void
  /** Shows a file with the place selected and the caret in it. */
  readonly reveal: (place: Place) => void
  /** Edits in any files, one undo step in each; the file edited first stays or comes into view. */
  readonly edit: (edits: readonly TextEdit[]) => void
  readonly undo: () => void
}

/** The address of a file's model. Chinese file names are encoded by Uri. */
export function uriOf(file: string): Uri {
  return Uri.from({ scheme: 'tiaoli', path: `/${file}` })
}

/** The file a model holds. */
export function fileOf(model: Pick<editor.ITextModel, 'uri'>): string {
  return model.uri.path.slice(1)
}

/** Offsets of a text as a Monaco range. Models and the worker count alike: both hold the text as getValue gives it. */
export function rangeOf(model: editor.ITextModel, { start, end }: { readonly start: number; readonly end: number }): IRange {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}

/** The model of a file, when it is open. */
export function modelOf(file: string): editor.ITextModel | null {
  return editor.getModel(uriOf(file))
}

/** Makes the models and wires them to the editor, which so far shows none of them. */
export function openModels(
  target: editor.IStandaloneCodeEditor,
  files: readonly { readonly file: string; readonly text: string }[],
  onChange: (file: string, text: string) => void,
): Models {
  for (const { file, text } of files) {
    const model = editor.createModel(text, languageOf(file), uriOf(file))
    // The editor's own option does not reach models made apart from it.
    model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
    model.onDidChangeContent(() => onChange(file, model.getValue()))
  }
  const views = new Map<string, editor.ICodeEditorViewState | null>()
  let lastEdited: editor.ITextModel | undefined
  const show = (file: string): void => {
    const before = target.getModel()
    const model = modelOf(file)
    if (!model || model === before) return
    if (before?.uri.scheme === 'tiaoli') views.set(fileOf(before), target.saveViewState())
    target.setModel(model)
    const view = views.get(file)
    if (view) target.restoreViewState(view)
    if (before && before.uri.scheme !== 'tiaoli') before.dispose()
  }
  const reveal = (place: Place): void => {
    show(place.file)
    const model = modelOf(place.file)
    if (!model) return
    const range = rangeOf(model, place)
    target.setSelection(range)
    target.revealRangeInCenter(range)
    target.focus()
    // On a narrow screen the text may be far above what was clicked.
    target.getContainerDomNode().scrollIntoView({ block: 'nearest' })
  }
  return {
    show,
    reveal,
    edit: (edits) => {
      for (const file of new Set(edits.map((one) => one.file))) {
        const model = modelOf(file)
        if (!model) continue
        model.pushStackElement()
        const own = edits.filter((one) => one.file === file)
        model.pushEditOperations(
          null,
          own.map((one) => ({ range: rangeOf(model, one), text: one.text })),
          () => null,
        )
        model.pushStackElement()
        lastEdited = model
      }
    },
    undo: () => void lastEdited?.undo(),
  }
}
