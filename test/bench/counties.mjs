import { readdirSync, readFileSync } from 'node:fs'

const { compile } = await import(`${process.env.DIST ?? '../../dist'}/index.js`)

/**
 * As many county policies as China has counties, made from the shipped instruments: each with a name and day counts of its own, the vocabulary shared. Compiled one after the other in a
 * process of its own, every program kept; prints the seconds of the first and the second half, and the memory of the process.
 */
const COUNT = Number(process.argv[2] ?? 2900)
const FOLDERS = [
  'vocabulary',
  'henan-measure',
  'henan-county',
  'shanxi-county',
  'zhang-county',
  'tieling-county',
  'street-plan',
  'heilongjiang-measure',
]
const shared = new Map()
const models = []
for (const folder of FOLDERS) {
  for (const name of readdirSync(`policies/${folder}`).filter((entry) => entry.endsWith('.policy'))) {
    const file = { file: `policies/${folder}/${name}`, text: readFileSync(`policies/${folder}/${name}`, 'utf8') }
    if (/^政策 /m.test(file.text)) models.push(file)
    else
      for (const [, zh, id] of file.text.matchAll(/^(?:词汇|来源) ([^/\s「]+)\/([a-z0-9_]+)/gm))
        shared.set(zh, file).set(id, file)
  }
}

/** The n-th county's policy. */
function county(n) {
  const { text } = models[n % models.length]
  return {
    file: `county-${n}.policy`,
    text: text
      .replace(/^政策 ([^/\s]+)\/([a-z0-9_]+)/m, (_, zh, id) => `政策 「${zh}之${n}」/${id}_${n}`)
      .replace(/不少于 (\d+) 天/g, (_, days) => `不少于 ${Number(days) + (n % 3)} 天`),
  }
}

const kept = []
function compileAll(from, to) {
  const start = process.hrtime.bigint()
  for (let n = from; n < to; n++) {
    const { program, diagnostics } = compile([county(n)], { load: (name) => shared.get(name) })
    const broken = diagnostics.find((d) => d.severity === 'error')
    if (!program) throw new Error(`county ${n}: ${broken?.code} ${broken?.span.file} ${JSON.stringify(broken?.args)}`)
    kept.push(program)
  }
  return Number(process.hrtime.bigint() - start) / 1e9
}

compileAll(COUNT, COUNT + 50)
kept.length = 0
const half = Math.floor(COUNT / 2)
const [first, second] = [compileAll(0, half), compileAll(half, 2 * half)]
console.log(JSON.stringify({ count: kept.length, first, second, peak: process.resourceUsage().maxRSS / 1024 }))
