/** Misuse of the library, by code: C9xx of the catalogue. */
const SHORT = {
  C901: 'not a program of this engine: {found}',
  C902: 'no standard {name} in this policy; there are: {known}',
  C903: 'times need {rule}; found {found}',
  C904: 'no reading {name} in this policy; there are: {known}',
  C905: 'reading {name} has no choice {choice}; there are: {known}',
  C906: 'no procedure {name} in this policy; there are: {known}',
} as const

export type CallCode = keyof typeof SHORT

/** Thrown when the library is called wrongly. Facts, however odd, never throw it: they are rejected. */
export class TiaoliError extends Error {
  readonly code: CallCode
  readonly args: Readonly<Record<string, string>>

  constructor(code: CallCode, args: Readonly<Record<string, string>>) {
    super(`${code}: ${SHORT[code].replace(/\{([a-z]+)\}/g, (_, name: string) => args[name] ?? '')}`)
    this.name = 'TiaoliError'
    this.code = code
    this.args = args
  }
}
