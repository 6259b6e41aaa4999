import { run } from '../../engine/cli/main.ts'

/** One call of the command line in this process: exit code and what it said. */
export async function call(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await run(argv, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    isTTY: false,
  })
  return { code, out, err }
}
