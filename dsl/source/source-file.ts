/** One file of a policy workspace. The name says the spelling: `*.policy.yaml` is YAML, anything else the language itself. */
export interface SourceFile {
  readonly file: string
  readonly text: string
}
