export { HAN_KEYWORDS, KEYWORDS, type Keyword, type KeywordRole, keywordsOf } from './keywords.ts'
export { MAX_NESTING, MAX_UNITS } from './lexer.ts'
export { splitRun } from './split-run.ts'
export { type Piece, type PieceKind, tokenize } from './tokenize.ts'
