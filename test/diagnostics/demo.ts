import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '../cli/call.ts'
import { CASE_POLICY, FACTS_POLICY, VOCABULARY } from './preamble.ts'

const HOUSEHOLD = '{"id": "一号", "年人均纯收入": 4200, "住房面积": 80}\n'
const SUITE = `policy: 示例
standard: 户退出
times: {as_of: "2019-12-01", year: 2019}
cases:
  - {name: 一户, facts: {年人均纯收入: 3700}, expect: {outcome: unmet}}
`

/** A folder with the files that the pages' command lines name, under `demo/`. */
export interface Demo {
  /** one call of the command line, its `demo/…` pointing here */
  readonly run: (line: string, ...more: readonly string[]) => Promise<{ code: number; out: string; err: string }>
  readonly remove: () => void
}

/** Makes the folder. */
export async function makeDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-demo-'))
  const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text)
  const policy = `${VOCABULARY}\n${FACTS_POLICY}`
  mkdirSync(join(folder, 'empty-folder'))
  mkdirSync(join(folder, 'elsewhere'))
  write('example.policy', policy)
  write('terms.policy', VOCABULARY.replaceAll('示例词汇/terms', '单独词汇/terms_alone'))
  write('elsewhere/bad.policy', policy.replace('年人均纯收入 超过 3700', '年人均纯收入 超过'))
  write('elsewhere/gbk.policy', new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf, 0x20, 0xd0, 0xa1, 0x7b, 0x7d]))
  write('household.json', HOUSEHOLD)
  write('broken.json', HOUSEHOLD.replace(', "住', ' "住'))
  write('empty.json', '')
  write('huge.json', '')
  truncateSync(join(folder, 'huge.json'), 257 * 1024 * 1024)
  mkdirSync(join(folder, 'suite'))
  write('suite/example.policy', policy)
  write('suite/example.test.yaml', SUITE)
  write('bare.policy', policy.replace('来源 示例办法/measure「示例办法」{ 条「一」 }', ''))
  mkdirSync(join(folder, 'ledger'))
  write('ledger/example.policy', policy)
  write('ledger/plan.txt', '一、船身要结实。\n二、船灯要亮。\n')
  write('ledger/scan.pdf', '%PDF-1.7\n')
  write('case.policy', CASE_POLICY)
  mkdirSync(join(folder, 'two'))
  write('two/example.policy', policy)
  write('two/second.policy', FACTS_POLICY.replace('示例/example', '示例二/example_two'))
  const run: Demo['run'] = (line, ...more) => {
    const [, ...argv] = line.trim().split(/\s+/)
    return call(...argv.map((word) => (word === 'demo' ? folder : word.replace(/^demo\//, `${folder}/`))), ...more)
  }
  const decided = await run('tiaoli eval demo/example.policy --facts demo/household.json --as-of 2019-12-01 --format json')
  write('record.json', decided.out)
  write(
    'changed-record.json',
    readFileSync(join(folder, 'record.json'), 'utf8').replace('"outcome": "undetermined"', '"outcome": "met"'),
  )
  return { run, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
