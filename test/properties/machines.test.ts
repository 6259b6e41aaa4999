import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtLibrary, cli, root } from '../built.ts'

interface Spoken {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** What every run starts from: nothing of the machine but where programs are. */
const BARE: NodeJS.ProcessEnv = { PATH: process.env['PATH'] }

/** Runs a program with an environment of its own and texts or nothing on standard input. */
function speak(command: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Spoken> {
  return new Promise((done, fail) => {
    const child = spawn(command[0]!, command.slice(1), { cwd: root, env: { ...BARE, ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes))
    child.on('error', fail)
    child.on('close', (code) =>
      done({ code, out: Buffer.concat(out).toString('latin1'), err: Buffer.concat(err).toString('utf8') }),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

const tiaoli = (args: readonly string[], env?: NodeJS.ProcessEnv, input?: string): Promise<Spoken> =>
  speak([process.execPath, cli, ...args], env, input)

/** Every Node of 20.19 or later among the programs in reach, by version. */
function nodesAtHand(): ReadonlyMap<string, string> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => existsSync(folder))
  const named = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^node(js)?-?[0-9]*$/.test(name))
      .map((name) => realpathSync(join(folder, name))),
  )
  const found = new Map<string, string>()
  for (const path of new Set([realpathSync(process.execPath), ...named])) {
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
    const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
    if (major > 20 || (major === 20 && minor >= 19)) found.set(version, path)
  }
  return found
}

const county = 'policies/henan-county'
const samples = ['eval', county, '--facts', `${county}/samples.yaml`]
const CALLS: readonly (readonly string[])[] = [
  [...samples, '--format', 'json'],
  [...samples, '--explain'],
  [...samples, '--explain', '--lang', 'en'],
  ['check', 'policies', 'examples', '--format', 'json'],
  ['fmt', '--stdout', county],
  ['schema', county],
  ['types', county],
  ['eval', county],
]
const MACHINES: readonly NodeJS.ProcessEnv[] = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
]

let folder = ''
let bad = ''

beforeAll(async () => {
  await builtLibrary()
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-machines-'))
  bad = join(folder, 'bad.policy')
  writeFileSync(bad, '政策 坏/bad { 标准 退出/exit 适用于 户 { 须 甲/a：没有的名称； } }\n')
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the same bytes on every machine', () => {
  test.for(CALLS.map((args) => args.join(' ')))('%s', async (line) => {
    const args = line.split(' ')
    const spoken = await Promise.all(MACHINES.map((env) => tiaoli(args, env)))
    expect(spoken[0]!.out.length + spoken[0]!.err.length).toBeGreaterThan(40)
    for (const other of spoken.slice(1)) expect(other).toEqual(spoken[0])
  })

  test('and from every Node at hand', async ({ annotate }) => {
    const nodes = nodesAtHand()
    await annotate(`ran on Node ${[...nodes.keys()].join(', ')}`)
    expect([...nodes.keys()]).toContain(process.version)
    for (const args of CALLS) {
      const spoken = await Promise.all([...nodes.values()].map((node) => speak([node, cli, ...args])))
      for (const other of spoken.slice(1)) expect(other).toEqual(spoken[0])
    }
  })

  test('and a hundred days later: no clock is read', async () => {
    const ahead = join(folder, 'ahead.mjs')
    const later = 'constructor(...given) { if (given.length === 0) super(Date.now()); else super(...given) }'
    writeFileSync(
      ahead,
      `const now = Date.now\nDate.now = () => now() + 8.64e9\nglobalThis.Date = class extends Date { ${later} }\n`,
    )
    for (const args of [CALLS[0]!, CALLS[3]!]) {
      const now = await tiaoli(args)
      expect(await speak([process.execPath, '--import', ahead, cli, ...args])).toEqual(now)
    }
  })
})

describe('the program as a process', () => {
  const shell = (script: string, env?: NodeJS.ProcessEnv): Promise<Spoken> =>
    speak(['bash', '--norc', '-c', script.replaceAll('tiaoli', `"${process.execPath}" "${cli}"`)], env)

  test.for([
    `tiaoli ${CALLS[0]!.join(' ')}`,
    `tiaoli ${CALLS[1]!.join(' ')}`,
    `tiaoli schema ${county}`,
    `tiaoli fmt --stdout ${county}`,
  ])('a reader that leaves early ends it quietly: %s', async (line) => {
    const { code, out, err } = await shell(`${line} | head -c 10; exit \${PIPESTATUS[0]}`)
    expect(err).toBe('')
    expect(out).toHaveLength(10)
    expect(code).toBe(0)
  })

  test('a standard error nobody reads ends it quietly too', async () => {
    const { out, err } = await shell('tiaoli check nowhere 2>&1 >/dev/null | true; tiaoli --version 2>&-')
    expect({ out, err }).toEqual({ out: `${version()}\n`, err: '' })
  })

  test('a slow reader gets every byte', async () => {
    const direct = await tiaoli(CALLS[0]!)
    const slow = await shell(`tiaoli ${CALLS[0]!.join(' ')} | (sleep 1; cat)`)
    expect(direct.out.length).toBeGreaterThan(100_000)
    expect(slow.out).toBe(direct.out)
  })

  test('0: answered, findings or not asked for', async () => {
    expect(await tiaoli(samples)).toMatchObject({ code: 0, err: '' })
    expect(await tiaoli(['check', 'examples/01-a-line'])).toMatchObject({ code: 0, err: '' })
    expect(await tiaoli(['--help'])).toMatchObject({ code: 0, err: '' })
  })

  test('1: findings that were asked for', async () => {
    const stopped = await tiaoli([...samples, '--fail-on', 'unmet'])
    expect(stopped).toMatchObject({ code: 1, err: '' })
    expect(stopped.out).toBe((await tiaoli(samples)).out)
    expect((await tiaoli(['check', bad])).code).toBe(1)
  })

  test.for([
    ['frobnicate'],
    ['eval', county],
    ['check', 'no/such/place'],
    ['eval', county, '--facts', 'no-such-file.json'],
    ['eval', county, '--facts', '-', '--as-of', 'yesterday'],
    ['check', '--format', 'xml'],
    ['--no-such-option'],
  ])('2: a wrong call, told on standard error alone: %s', async (args) => {
    const { code, out, err } = await tiaoli(args, {}, '{}')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/C8\d\d/)
    expect(err).not.toMatch(/\n\s+at |node:|\.ts:\d|\.js:\d/)
  })

  test('--version', async () => {
    expect(await tiaoli(['--version'])).toEqual({ code: 0, out: `${version()}\n`, err: '' })
  })

  test('facts on standard input are those of a file', async () => {
    const file = join(folder, 'facts.json')
    const facts = JSON.stringify([
      { id: 'x', 家庭人口: 2 },
      { id: 'y', 家庭人口: '三' },
    ])
    writeFileSync(file, facts)
    const at = ['--as-of', '2019-12-01', '--standard', 'household_exit', '--format', 'json']
    const piped = await tiaoli(['eval', county, '--facts', '-', ...at], {}, facts)
    expect(piped).toEqual(await tiaoli(['eval', county, '--facts', file, ...at]))
    expect(piped.code).toBe(0)
    expect(piped.out.match(/"kind": "(decided|rejected)"/g)).toEqual(['"kind": "decided"', '"kind": "rejected"'])
  })
})

describe('colour', () => {
  const ESC = '\u001b['

  test('never into a pipe, always on demand', async () => {
    for (const env of [{}, { FORCE_COLOR: '1' }, { NO_COLOR: '1' }, { TERM: 'xterm-256color' }]) {
      const { out, err } = await tiaoli(['check', bad], env)
      expect(out + err).not.toContain(ESC)
    }
    const asked = await tiaoli(['check', bad, '--color', 'always'], { NO_COLOR: '1' })
    expect(asked.out + asked.err).toContain(ESC)
  })

  test('on a terminal, unless NO_COLOR is set', async () => {
    const onTerminal = (env: NodeJS.ProcessEnv): Promise<Spoken> =>
      speak(['script', '-qec', `"${process.execPath}" "${cli}" check "${bad}"`, '/dev/null'], { TERM: 'xterm', ...env })
    expect((await onTerminal({})).out).toContain(ESC)
    expect((await onTerminal({ NO_COLOR: '1' })).out).not.toContain(ESC)
    expect((await onTerminal({ NO_COLOR: '1' })).out).toContain('bad.policy')
  })
})

function version(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}
