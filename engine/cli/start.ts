import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveEditor } from '../../editor/server/serve.ts'
import { run } from './main.ts'
import { say } from './words.ts'

/** What `npm start` does: decides the sample subjects of the shipped Henan instruments, then serves the editor until interrupted. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const args = process.argv.slice(2)
const streams = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  isTTY: process.stdout.isTTY === true,
}

for (const instrument of ['henan-county', 'henan-measure']) {
  const folder = relative(process.cwd(), join(root, 'policies', instrument)) || '.'
  const code = await run(
    ['eval', folder, '--facts', join(folder, 'samples.yaml'), '--explain', ...args.filter((arg) => arg !== '--no-serve')],
    streams,
  )
  if (code === 2) process.exit(2)
}

if (!args.includes('--no-serve') && existsSync(join(root, 'dist', 'editor', 'index.html'))) {
  const { url } = await serveEditor({ dir: join(root, 'dist', 'editor'), port: 4173 })
  const lang = args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh'
  process.stdout.write(`\n${say(lang, 'editorAt', { url: lang === 'en' ? `${url}?lang=en` : url })}\n`)
}
