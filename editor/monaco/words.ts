import type { PageLanguage } from './locale.ts'

/** What a screen reader hears on entering the text. */
export interface EditorWords {
  readonly editorLabel: string
}

export const editorWords: Readonly<Record<PageLanguage, EditorWords>> = {
  zh: { editorLabel: '规则文本。按 Ctrl+M 后，Tab 键移出编辑器；按 F8 查看下一个问题' },
  en: { editorLabel: 'Rule text. Press Ctrl+M, then Tab leaves the editor; press F8 for the next problem' },
}
