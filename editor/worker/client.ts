import LanguageWorker from './language.worker.ts?worker'
import type { LanguageMethods } from './methods.ts'
import { type Ask, connect } from './rpc.ts'

export type Language = Ask<LanguageMethods>

/** Starts the language worker. Questions asked before it has loaded wait on the wire. */
export function startLanguage(): Language {
  return connect<LanguageMethods>(new LanguageWorker())
}
