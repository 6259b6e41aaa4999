import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtLibrary, root } from '../built.ts'

/** The package as somebody who installs it sees it: built, packed, unpacked, imported, typed. */
let home = ''

beforeAll(async () => {
  await builtLibrary()
  home = mkdtempSync(join(tmpdir(), 'tiaoli-package-'))
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  })
  const tarball = readdirSync(home).find((file) => file.endsWith('.tgz'))!
  execFileSync('tar', ['-xzf', tarball], { cwd: home })
  const modules = join(home, 'node_modules')
  cpSync(join(home, 'package'), join(modules, 'tiaoli'), { recursive: true })
  symlinkSync(join(root, 'node_modules', '@types'), join(modules, '@types'), 'junction')
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

function size(path: string): number {
  return statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, entry) => sum + size(join(path, entry)), 0)
    : statSync(path).size
}

describe('the package', () => {
  it('needs no other package and stays small', () => {
    const manifest = JSON.parse(readFileSync(join(home, 'node_modules/tiaoli/package.json'), 'utf8'))
    expect(manifest.dependencies ?? {}).toEqual({})
    expect(size(join(home, 'node_modules/tiaoli')) / 1048576).toBeLessThan(10)
    for (const file of ['LICENSE', 'THIRD-PARTY.md', 'README.md', 'policies/vocabulary/exit.policy', 'dist/cli.js']) {
      expect(existsSync(join(home, 'node_modules/tiaoli', file)), file).toBe(true)
    }
  })

  it('decides from an import alone', () => {
    const script = `
      import { compile, decide, explain, explanationText, prepare, TiaoliError } from 'tiaoli'
      import { decide as decideOnly } from 'tiaoli/engine'
      import { compilePaths, shippedPolicies } from 'tiaoli/node'
      import { readSuite } from 'tiaoli/testing'
      const { program } = compile('政策 甲/a { 施行 自 2019-01-01；来源 乙/b { 条「一」 } 实体 户/household { 字段 收入/income：金额 元/人·年 } 标准 丙/c 适用于 户 依据「一」 { 须 丁/d 依据「一」：收入 超过 3700；} }')
      const times = { asOf: '2019-12-01', year: 2019 }
      const decision = decide(program, 'c', { income: '3700.00' }, times)
      const misuse = (() => { try { decide(program, 'x', {}, times) } catch (error) { return error instanceof TiaoliError } })()
      const shipped = compilePaths(shippedPolicies()).programs
      console.log(JSON.stringify([decision.record.outcome, decideOnly(JSON.parse(JSON.stringify(program)), 'c', { income: 3701 }, times).record.outcome,
        prepare(program, 'c').verdict({}, times), misuse, [...shipped.keys()].sort(), typeof readSuite, explanationText(explain(program, { income: '3700.00' }, decision), 'zh', { detail: 'brief' }).includes('0.01')]))`
    writeFileSync(join(home, 'use.mjs'), script)
    const out = execFileSync(process.execPath, ['use.mjs'], { cwd: home, encoding: 'utf8' })
    expect(JSON.parse(out)).toEqual([
      'unmet',
      'met',
      'undetermined',
      true,
      ['heilongjiang_measure', 'henan_2016', 'henan_county', 'shanxi_county', 'street_plan', 'tieling_county', 'zhang_county'],
      'function',
      true,
    ])
  })

  it('has types that a strict project accepts', () => {
    writeFileSync(
      join(home, 'use.mts'),
      `
      import { compile, decide, type Decision } from 'tiaoli'
      import { readSuite, type Suite } from 'tiaoli/testing'
      const { program } = compile('x')
      if (program) {
        const decision: Decision = decide(program, 'c', { income: 1 }, { asOf: '2019-12-01', year: 2019 })
        const outcome = decision.kind === 'decided' ? decision.record.outcome : decision.problems[0]?.code
        // @ts-expect-error times are not optional
        decide(program, 'c', {})
        console.log(outcome)
      }
      const suite: Suite | undefined = readSuite('', 'a', () => undefined, []).suite
      console.log(suite)
    `,
    )
    const options = {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      target: 'es2022',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
    }
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['use.mts'] }))
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const run = (() => {
      try {
        return execFileSync(process.execPath, [compiler, '-p', 'tsconfig.json'], { cwd: home, encoding: 'utf8' })
      } catch (error) {
        return (error as { stdout: string }).stdout
      }
    })()
    expect(run).toBe('')
  })

  it('has the public declarations that were agreed', () => {
    const types = join(root, 'dist/types')
    const files = [
      ...['main', 'engine', 'explain', 'node', 'testing'].map((name) => `engine/entry/${name}.d.ts`),
      'engine/types.d.ts',
      'engine/index.d.ts',
      ...['types', 'open', 'prepare', 'lawful', 'status/case'].map((name) => `engine/procedure/${name}.d.ts`),
      'engine/run/prepare.d.ts',
      'engine/error.d.ts',
      'engine/explain/index.d.ts',
      'dsl/pipeline.d.ts',
      'engine/testing/suite.d.ts',
      'engine/testing/coverage.d.ts',
      'dsl/lower/program.d.ts',
    ]
    expect(files.map((file) => `// ${file}\n${readFileSync(join(types, file), 'utf8')}`).join('\n')).toMatchSnapshot()
  })
})
