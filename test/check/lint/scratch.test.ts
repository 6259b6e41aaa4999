import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { compile } from '../../../dsl/index.ts'
import { describe as words } from '../../../dsl/diagnostics/describe.ts'
it('shipped', () => {
  const read = (dir: string) => readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((p) => join(dir, p)).filter((p) => p.endsWith('.policy')).map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const sets = [read('policies'), ...readdirSync('examples').filter((d) => !d.includes('.')).map((d) => read(join('examples', d)))]
  for (const files of sets) {
    const t = performance.now()
    const c = compile(files)
    console.log(files[0]!.file, Math.round(performance.now() - t), 'ms')
    for (const d of c.diagnostics) { const w = words(d, 'zh'); console.log(d.severity, d.code, d.span.file, files.find(f => f.file === d.span.file)!.text.slice(d.span.start, d.span.end), '|', w.title, w.labels, w.fixes) }
  }
})
