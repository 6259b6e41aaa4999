import type { editor, IDisposable } from 'monaco-editor/editor'

/** Holds back work while a word is being composed by an input method. */
export interface CompositionGate extends IDisposable {
  readonly composing: () => boolean
  /** Runs `action` now, or once when the composition ends; of several waiting calls only the last runs. */
  readonly whenIdle: (action: () => void) => void
}

/**
 * Watches an editor for composition (pinyin and the like), so that checks, saving and pop-ups do not act on half a word.
 */
export function watchComposition(
  target: Pick<editor.ICodeEditor, 'onDidCompositionStart' | 'onDidCompositionEnd' | 'onDidBlurEditorText'>,
): CompositionGate {
  let composing = false
  let waiting: (() => void) | undefined
  const release = (): void => {
    composing = false
    const action = waiting
    waiting = undefined
    action?.()
  }
  const subscriptions = [
    target.onDidCompositionStart(() => {
      composing = true
    }),
    target.onDidCompositionEnd(release),
    // Some input methods never end a composition that is left by a click elsewhere.
    target.onDidBlurEditorText(release),
  ]
  return {
    composing: () => composing,
    whenIdle: (action) => {
      if (composing) waiting = action
      else action()
    },
    dispose: () => {
      waiting = undefined
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

/** True for key presses that belong to an input method; the page's own key handlers must ignore them. */
export function isComposingKey(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}
