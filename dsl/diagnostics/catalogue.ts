import { CALL_CODES } from './codes/call.ts'
import { CASE_CODES } from './codes/case.ts'
import { DATES_CODES } from './codes/dates.ts'
import { FACTS_CODES } from './codes/facts.ts'
import { LEXICAL_CODES } from './codes/lexical.ts'
import { LIBRARY_CODES } from './codes/library.ts'
import { NAMES_CODES } from './codes/names.ts'
import { REGISTER_CODES } from './codes/register.ts'
import { RULES_CODES } from './codes/rules.ts'
import { SUITES_CODES } from './codes/suites.ts'
import { SYNTAX_CODES } from './codes/syntax.ts'
import { TIMETABLE_CODES } from './codes/timetable.ts'
import { TYPES_CODES } from './codes/types.ts'
import { YAML_CODES } from './codes/yaml.ts'
import type { CodeEntry } from './diagnostic.ts'

/** Every diagnostic code, by phase. A code once published keeps its meaning. */
export const CATALOGUE = {
  ...LEXICAL_CODES,
  ...SYNTAX_CODES,
  ...YAML_CODES,
  ...NAMES_CODES,
  ...TYPES_CODES,
  ...RULES_CODES,
  ...DATES_CODES,
  ...TIMETABLE_CODES,
  ...FACTS_CODES,
  ...CASE_CODES,
  ...REGISTER_CODES,
  ...SUITES_CODES,
  ...CALL_CODES,
  ...LIBRARY_CODES,
}

export type DiagnosticCode = keyof typeof CATALOGUE

/** The catalogue's row for a code; undefined for a code that does not exist. */
export function codeEntry(code: string): CodeEntry | undefined {
  return (CATALOGUE as Record<string, CodeEntry>)[code]
}
