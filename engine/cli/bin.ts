import { writeSync } from 'node:fs'
import { run } from './main.ts'

/** A closed pipe ends the program quietly; a full one is waited for. */
function write(fd: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') continue
      process.exit(code === 'EPIPE' ? 0 : 2)
    }
  }
}

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  ...(process.stdout.isTTY && { columns: process.stdout.columns }),
  isTTY: process.stderr.isTTY === true && process.stdout.isTTY === true,
})
