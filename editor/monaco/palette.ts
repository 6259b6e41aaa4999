/** The kinds of token our language colours; the same names serve plain and semantic tokens. */
export const tokenKinds = ['keyword', 'name', 'number', 'unit', 'clause', 'comment', 'operator', 'punctuation'] as const
export type TokenKind = (typeof tokenKinds)[number]

export interface Palette {
  readonly background: string
  readonly text: string
  readonly quiet: string
  readonly lineNumber: string
  readonly currentLine: string
  readonly selection: string
  readonly border: string
  readonly raised: string
  readonly accent: string
  readonly error: string
  readonly warning: string
  readonly information: string
  readonly tokens: Readonly<Record<TokenKind, string>>
}

// INVARIANT: every token and line number has a contrast of at least 4.5 on the background and on the current line (tested).
export const lightPalette: Palette = {
  background: '#ffffff',
  text: '#1f2328',
  quiet: '#59636e',
  lineNumber: '#5f6772',
  currentLine: '#f4f6f8',
  selection: '#cfe3f7',
  border: '#d5dae0',
  raised: '#f8f9fa',
  accent: '#0b5cad',
  error: '#b42318',
  warning: '#8a5a00',
  information: '#0b5cad',
  tokens: {
    keyword: '#0b5394',
    name: '#1f2328',
    number: '#8a3b12',
    unit: '#7a4b00',
    clause: '#6a3d8f',
    comment: '#5c6670',
    operator: '#3d4650',
    punctuation: '#59636e',
  },
}

export const darkPalette: Palette = {
  background: '#1b1f24',
  text: '#e3e7ec',
  quiet: '#a5aeb8',
  lineNumber: '#8b949e',
  currentLine: '#22272e',
  selection: '#2f4d6e',
  border: '#3a424c',
  raised: '#232930',
  accent: '#7db7f0',
  error: '#ff8f80',
  warning: '#e0b15a',
  information: '#7db7f0',
  tokens: {
    keyword: '#7db7f0',
    name: '#e3e7ec',
    number: '#f0a878',
    unit: '#dcb678',
    clause: '#c9a3ea',
    comment: '#98a2ad',
    operator: '#c3cad2',
    punctuation: '#a5aeb8',
  },
}
