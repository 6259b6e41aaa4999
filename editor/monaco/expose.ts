import type { editor } from 'monaco-editor/editor'
import { hasCommand } from './features.ts'

/** What browser tests may hold on to. */
export interface Exposed {
  readonly editor: editor.IStandaloneCodeEditor
  readonly hasCommand: (id: string) => boolean
}

/** Puts the editor on `window.__tiaoli` under `?test=1`; an ordinary page gives it to nobody. */
export function exposeToTests(mounted: editor.IStandaloneCodeEditor, search: string): void {
  if (new URLSearchParams(search).get('test') !== '1') return
  const exposed: Exposed = { editor: mounted, hasCommand }
  Object.assign(window, { __tiaoli: exposed })
}
