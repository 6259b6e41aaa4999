import type { editor } from 'monaco-editor/editor'
import type { PageLanguage } from './locale.ts'
import { editorWords } from './words.ts'

/** Fonts that stand Chinese and Latin in step (one Han = two Latin letters) come first, then what each system has. */
const fontFamily = [
  "'Sarasa Mono SC'",
  "'Noto Sans Mono CJK SC'",
  "'Source Han Mono SC'",
  'Consolas',
  'Menlo',
  "'PingFang SC'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  'monospace',
].join(', ')

/** Options of every text editor on the page, chosen for Chinese input and for people who do not program. */
export function editorOptions(language: PageLanguage): editor.IEditorOptions & editor.IGlobalEditorOptions {
  return {
    ariaLabel: editorWords[language].editorLabel,
    // With EditContext, Microsoft Pinyin in compatibility mode shows no candidate window (vscode#285013).
    editContext: false,
    // Full-width punctuation is right in this language; only characters nobody can see are worth a mark.
    unicodeHighlight: {
      ambiguousCharacters: false,
      nonBasicASCII: false,
      invisibleCharacters: true,
      allowedCharacters: { '\u3000': true },
    },
    wordSegmenterLocales: ['zh-CN', 'en'],
    wordWrap: 'on',
    wrappingStrategy: 'advanced',
    wrappingIndent: 'indent',
    fontFamily,
    fontSize: 15,
    lineHeight: 26,
    fontLigatures: false,
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    padding: { top: 12, bottom: 12 },
    renderLineHighlight: 'line',
    renderWhitespace: 'none',
    guides: { indentation: true, bracketPairs: false },
    bracketPairColorization: { enabled: false },
    stickyScroll: { enabled: true, maxLineCount: 3 },
    folding: true,
    showFoldingControls: 'mouseover',
    glyphMargin: false,
    renderFinalNewline: 'on',
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 10,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollbar: { verticalScrollbarSize: 12, horizontalScrollbarSize: 12, useShadows: false, alwaysConsumeMouseWheel: false },
    smoothScrolling: false,
    cursorBlinking: 'blink',
    fixedOverflowWidgets: true,
    'semanticHighlighting.enabled': true,
    detectIndentation: false,
    tabSize: 2,
    insertSpaces: true,
    formatOnPaste: false,
    formatOnType: false,
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: false },
    suggestOnTriggerCharacters: true,
    // Enter ends a line for everybody; a suggestion is taken by Tab or by Enter only when it changes the text.
    acceptSuggestionOnEnter: 'smart',
    acceptSuggestionOnCommitCharacter: false,
    suggest: {
      showStatusBar: true,
      preview: false,
      insertMode: 'replace',
      snippetsPreventQuickSuggestions: false,
      // A list that opens by itself after ： takes nothing over: Enter still ends the line.
      selectionMode: 'whenQuickSuggestion',
    },
    snippetSuggestions: 'inline',
    tabCompletion: 'off',
    hover: { delay: 400, above: false },
    lightbulb: { enabled: 'on' as editor.ShowLightbulbIconMode },
    links: true,
    contextmenu: true,
    // In a shadow root the 0.57 menu does not see the theme's colours and is drawn without a background.
    useShadowDOM: false,
    occurrencesHighlight: 'singleFile',
    accessibilitySupport: 'auto',
    // Staff drop spreadsheets on the page; the text must not swallow them.
    dropIntoEditor: { enabled: false },
    pasteAs: { enabled: false },
    dragAndDrop: false,
  }
}
