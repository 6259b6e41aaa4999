declare module 'monaco-editor/editor/browser/coreCommands'
declare module 'monaco-editor/editor/contrib/caretOperations/browser/caretOperations'
declare module 'monaco-editor/editor/contrib/dropOrPasteInto/browser/copyPasteContribution'
declare module 'monaco-editor/editor/contrib/gotoError/browser/markerSelectionStatus'
declare module 'monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands'
declare module 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens'
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController'
declare module 'monaco-editor/platform/commands/common/commands' {
  export const CommandsRegistry: { getCommand(id: string): object | undefined }
}
