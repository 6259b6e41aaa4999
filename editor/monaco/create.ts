import './features.ts'
import { editor } from 'monaco-editor/editor'
import { installMonacoEnvironment } from './environment.ts'
import type { PageLanguage } from './locale.ts'
import { editorOptions } from './options.ts'
import { installThemes } from './theme.ts'

/** What to put into a new editor. */
export interface EditorSetup {
  readonly text: string
  /** Monaco's language id of the text, 'tiaoli' or 'yaml'; 'plaintext' when nothing is registered. */
  readonly language: string
  readonly pageLanguage: PageLanguage
}

let prepared = false

/** Mounts a Monaco editor in `host`, with our options and theme. The caller disposes of it and of its model. */
export function createEditor(host: HTMLElement, { text, language, pageLanguage }: EditorSetup): editor.IStandaloneCodeEditor {
  prepare()
  const model = editor.createModel(text, language)
  return editor.create(host, { ...editorOptions(pageLanguage), model })
}

// The worker address and the themes belong to the page, not to one editor.
function prepare(): void {
  if (prepared) return
  prepared = true
  installMonacoEnvironment()
  installThemes()
}
