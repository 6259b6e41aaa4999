import { editor, type Uri } from 'monaco-editor/editor'

/** Tells when Monaco wants to show another file (go to definition), since standalone Monaco knows one text only. */
export function onOpenElsewhere(open: (uri: Uri, range: { readonly start: number; readonly end: number }) => void): void {
  editor.registerEditorOpener({
    openCodeEditor: (_source, resource, target) => {
      const model = editor.getModel(resource)
      if (!model) return false
      const position =
        target === undefined
          ? undefined
          : 'lineNumber' in target
            ? target
            : { lineNumber: target.startLineNumber, column: target.startColumn }
      const start = position ? model.getOffsetAt(position) : 0
      const end =
        target && 'endLineNumber' in target
          ? model.getOffsetAt({ lineNumber: target.endLineNumber, column: target.endColumn })
          : start
      open(resource, { start, end })
      return true
    },
  })
}
