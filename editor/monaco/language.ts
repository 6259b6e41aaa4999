import { languages } from 'monaco-editor/editor'

/** Monaco's id of our language. */
export const languageId = 'tiaoli'
/** Policies in YAML: the same service, no colours of their own yet. */
export const yamlLanguageId = 'tiaoli-yaml'

// A word for hover, rename and the range completion replaces: a Han run, an ASCII word or a figure. Latin and Han never join, as in the lexer.
const wordPattern =
  /[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFD}]+|[A-Za-z_\uFF21-\uFF3A\uFF41-\uFF5A][A-Za-z0-9_\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]*|[0-9\uFF10-\uFF19][0-9.,\uFF10-\uFF19]*/u

const pairs: [string, string][] = [
  ['{', '}'],
  ['｛', '｝'],
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['〔', '〕'],
]

const configuration: languages.LanguageConfiguration = {
  wordPattern,
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: pairs,
  autoClosingPairs: [
    ...pairs.map(([open, close]) => ({ open, close, notIn: ['comment', 'string'] })),
    { open: '「', close: '」', notIn: ['comment'] },
    { open: '“', close: '”', notIn: ['comment'] },
    { open: '"', close: '"', notIn: ['comment', 'string'] },
  ],
  surroundingPairs: [...pairs, ['「', '」'], ['“', '”'], ['"', '"']].map(([open, close]) => ({ open: open!, close: close! })),
  // Full-width punctuation too: a bracket typed before it still gets its partner.
  autoCloseBefore: ';:.,=}]) \n\t；：。，、＝｝〕）」”',
  indentationRules: { increaseIndentPattern: /[{｛]\s*(\/\/.*)?$/, decreaseIndentPattern: /^\s*[}｝]/ },
  onEnterRules: [{ beforeText: /[{｛]\s*$/, afterText: /^\s*[}｝]/, action: { indentAction: 2 as languages.IndentAction } }],
}

/** What can be seen without the worker: comments, quotations and figures. Semantic colours replace it within the first second. */
const firstColours: languages.IMonarchLanguage = {
  defaultToken: 'name',
  unicode: true,
  tokenizer: {
    root: [
      [/(?:\/\/|／／).*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      // The second part tells Monaco that brackets typed in here are text; the first gives the colour.
      [/「[^」]*」?|“[^”]*”?|"[^"]*"?/, 'clause.string'],
      [/[A-Za-z_][A-Za-z0-9_]*/, 'name'],
      [/[0-9０-９][0-9.,０-９]*/, 'number'],
      [/[{}()[\]｛｝（）〔〕：；，。、:;,.]/, 'punctuation'],
    ],
    comment: [
      [/\*\//, 'comment', '@pop'],
      [/./, 'comment'],
    ],
  },
}

let registered = false

/** Tells Monaco about the language: brackets, words, comments, first colours. Once a page. */
export function registerLanguage(): void {
  if (registered) return
  registered = true
  languages.register({ id: languageId, extensions: ['.policy'], aliases: ['条理', 'Tiaoli'] })
  languages.register({ id: yamlLanguageId, extensions: ['.policy.yaml'] })
  languages.setLanguageConfiguration(languageId, configuration)
  languages.setMonarchTokensProvider(languageId, firstColours)
}

/** The language id of a policy file by its name. */
export function languageOf(file: string): string {
  return /\.ya?ml$/.test(file) ? yamlLanguageId : languageId
}
