import EditorWorker from 'monaco-editor/editor/editor.worker?worker'

/**
 * Tells Monaco where its worker is (links, word completion, text diff). Must run before the first editor is made:
 * without it the production build throws page errors, since Monaco would guess a script address.
 */
export function installMonacoEnvironment(): void {
  globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }
}
