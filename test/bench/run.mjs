import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { prepare } from '../../dist/engine.js'
import { compile } from '../../dist/index.js'
import { compilePaths } from '../../dist/node.js'
import { baseline, ITEM_COUNT } from './baseline.mjs'
import { caseRows } from './case.mjs'
import { households } from './households.mjs'

/**
 * A table of ratios from one run, each the median of interleaved rounds; a figure worse than 0.8 × its bar fails the command. Needs `npm run build:library` and
 * `node --expose-gc`. Absolute times say something about this machine only.
 */
const ROUNDS = 9
const N = 200_000
const TIMES = { asOf: '2019-12-01', year: 2019 }
const TOLERANCE = 0.8
const rows = []

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const time = (work) => {
  globalThis.gc?.()
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start)
}
/** `bar` is a least (ratio) or a most (all else); `figure` is compared with it. */
const row = (what, figure, bar, unit, least = false) =>
  rows.push({ what, figure, bar, unit, ok: least ? figure >= bar * TOLERANCE : figure <= bar / TOLERANCE })

// ---- decisions against the hand-written function

const { programs, diagnostics } = compilePaths('policies')
const program = programs.get('henan_county')
if (!program) throw new Error(`policies do not compile: ${diagnostics.map((d) => d.code).join(', ')}`)
const prepared = prepare(program, 'household_exit')
const subjects = households(N)

const TOP = [
  'income_source',
  'income_line',
  'food',
  'clothing',
  'education',
  'medical',
  'housing',
  'rigid',
  'unsecured',
  'no_effect',
  'new_this_year',
  'returned_this_year',
]
const places = TOP.map((id) => prepared.itemIds.indexOf(id))
const values = new Uint8Array(ITEM_COUNT)
let differing = 0
for (const h of subjects) {
  const byHand = baseline(h, TIMES.asOf, TIMES.year, values)
  const { outcome, values: found } = prepared.items(h, TIMES)
  const same =
    outcome === byHand &&
    prepared.verdict(h, TIMES) === byHand &&
    (byHand === 'rejected' || places.every((at, i) => found[at] === values[i]))
  if (!same && differing++ < 3)
    console.log('differs:', byHand, outcome, JSON.stringify(h), [...values].join(''), places.map((at) => found[at]).join(''))
}
if (differing > 0) throw new Error(`engine and baseline differ on ${differing} of ${N} households`)

let sink = 0
const contestants = {
  hand: () => {
    for (const h of subjects) if (baseline(h, TIMES.asOf, TIMES.year) === 'met') sink++
  },
  verdict: () => {
    for (const h of subjects) if (prepared.verdict(h, TIMES) === 'met') sink++
  },
  handItems: () => {
    for (const h of subjects) if (baseline(h, TIMES.asOf, TIMES.year, values) === 'met') sink += values[1]
  },
  items: () => {
    for (const h of subjects) {
      const decided = prepared.items(h, TIMES)
      if (decided.outcome === 'met') sink += decided.values[1]
    }
  },
}
const spent = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
for (let round = -2; round < ROUNDS; round++) {
  for (const [name, work] of Object.entries(contestants)) {
    const ns = time(work) / N
    if (round >= 0) spent[name].push(ns)
  }
}
const pairwise = (a, b) => median(spent[a].map((ns, i) => ns / spent[b][i]))
row('verdict, speed against the hand-written function', pairwise('hand', 'verdict'), 0.4, '×', true)
row('every item’s value, speed against the hand-written function', pairwise('handItems', 'items'), 0.3, '×', true)

// ---- a million decisions

globalThis.gc?.()
const before = process.memoryUsage().heapUsed
for (let round = 0; round < 5; round++) contestants.verdict()
globalThis.gc?.()
row('heap grown by a million decisions', (process.memoryUsage().heapUsed - before) / 1048576, 2, 'MB')

// ---- cases

const aboutCases = caseRows({ program, rounds: ROUNDS, time, median, row })

// ---- the language

const read = (file) => ({ file, text: readFileSync(file, 'utf8') })
const vocabularies = readdirSync('policies/vocabulary').map((name) => read(`policies/vocabulary/${name}`))
const vocabulary = new Map(
  vocabularies.flatMap((file) => [...file.text.matchAll(/^词汇 ([^/\s]+)/gm)].map(([, name]) => [name, file])),
)
const shipped = ['henan-measure', 'henan-county'].flatMap((folder) =>
  readdirSync(`policies/${folder}`)
    .filter((name) => name.endsWith('.policy'))
    .map((name) => read(`policies/${folder}/${name}`)),
)
/** Twenty standards of twenty-two items over three fields: every item implies the one before, which is the worst case for the lints. */
const rule = (n, i) =>
  `须 「第${n}之${i}项」/item_${n}_${i} 依据「一」：年人均纯收入 超过 ${3000 + 22 * n + i} 且（不愁吃 或 不愁穿）；`
const standards = Array.from({ length: 20 }, (_, n) => {
  const items = Array.from({ length: 22 }, (_, i) => `    ${rule(n, i)}\n`).join('')
  return `  标准 「标准${n}」/standard_${n} 适用于 户 依据「一」 {\n${items}  }\n`
})
const head = '  施行 自 2019-01-01；\n  采用 贫困退出词汇；\n  来源 办法/measure {\n    条「一」；\n  }\n'
const dense = [{ file: 'dense.policy', text: `政策 长政策/long {\n${head}${standards.join('')}}\n` }]

const load = (name) => vocabulary.get(name)
const lineCount = (files) => files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
function checking(files) {
  const found = compile(files, { load })
  const broken = found.diagnostics.find((d) => d.severity === 'error')
  if (broken || found.programs.size === 0) throw new Error(`does not compile: ${broken?.code} ${JSON.stringify(broken?.args)}`)
  for (let i = 0; i < 150; i++) compile(files, { load, programs: false })
  const spent = Array.from({ length: 41 }, () => {
    // no forced collection here: it would throw away the code that warming up has made
    const start = process.hrtime.bigint()
    compile(files, { load, programs: false })
    return Number(process.hrtime.bigint() - start) / 1e6
  })
  return median(spent)
}
const lines = lineCount(shipped)
row(
  `parse and check 500 lines (${lines} lines of shipped policies, scaled), lints included, warm`,
  (checking(shipped) * 500) / lines,
  10,
  'ms',
)
const denseMs = checking(dense)

// ---- the command line

const run = (...args) => time(() => spawnSync(process.execPath, args, { stdio: 'ignore' })) / 1e6
const checks = []
const empties = []
for (let i = 0; i < 11; i++) {
  checks.push(run('dist/cli.js', 'check', 'examples/01-a-line'))
  empties.push(run('-e', '0'))
}
row('tiaoli check of a small file, against node -e 0', median(checks.map((ms, i) => ms / empties[i])), 4, '×')

const whole = Array.from({ length: 5 }, () => run('dist/cli.js', 'check', 'policies'))
row('tiaoli check of all shipped policies, cold', median(whole) / 1000, 1.5, 's')

// ---- a policy for every county, in a process of its own

const counties = spawnSync(process.execPath, ['--max-old-space-size=500', join(import.meta.dirname, 'counties.mjs')], {
  encoding: 'utf8',
})
if (counties.status !== 0) throw new Error(counties.stderr)
const { count, first, second, peak } = JSON.parse(counties.stdout)
row(`${count} county policies, every program kept: memory of the process`, peak, 600, 'MB')
row(`${count} county policies: the second half against the first`, second / first, 1.25, '×')

// ---- size

function reach(file, seen = new Set()) {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, to] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) reach(join(dirname(file), to), seen)
  return seen
}
const bytes = [...reach('dist/engine.js')].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)
row('tiaoli/engine, gzip', bytes / 1000, 40, 'kB')

// ---- the table

console.log(
  `\n${N.toLocaleString('en')} households, ${ROUNDS} interleaved rounds, Node ${process.version}; engine = baseline on every one (${sink > 0})`,
)
console.log(
  `by hand ${median(spent.hand).toFixed(0)} ns, verdict ${median(spent.verdict).toFixed(0)} ns, by hand with items ${median(spent.handItems).toFixed(0)} ns, items ${median(spent.items).toFixed(0)} ns a household\n`,
)
console.log(`parse and check ${lineCount(dense)} dense lines, each item implying the one before: ${denseMs.toFixed(1)} ms\n`)
console.log(`cases of plan B: ${aboutCases}\n`)
console.log('| what | figure | bar | |\n|---|--:|--:|---|')
for (const { what, figure, bar, unit, ok } of rows)
  console.log(`| ${what} | ${figure.toFixed(2)} ${unit} | ${bar} ${unit} | ${ok ? 'ok' : 'FAILS'} |`)
process.exitCode = rows.every((r) => r.ok) ? 0 : 1
