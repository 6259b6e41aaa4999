import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call } from '../cli/call.ts'

const page = readFileSync('examples/README.md', 'utf8')
const folders = readdirSync('examples').filter((name) => !name.includes('.'))
const cases = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.case.yaml'))
  .map((path) => join('examples', path).replaceAll('\\', '/'))
const commands = (text: string) => [...text.matchAll(/^(?:#| ) +npx tiaoli (.+)$/gm)].map((m) => m[1]!.trim())

describe('the examples', () => {
  it('are listed, every one and in order', () => {
    expect([...page.matchAll(/^\| `([\w-]+)`/gm)].map((m) => m[1])).toEqual(folders.sort())
  })

  it.each(commands(page))('tiaoli %s answers', async (line) => {
    expect((await call(...line.split(' '))).code).toBe(0)
  })

  it.each(cases)('%s is invented, says so, and is answered', async (file) => {
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^(?:模拟数据|invented): true$/m)
    const own = commands(text).filter((line) => line.startsWith('case ') && line.includes(file))
    const lines = own.length > 0 ? own : [`case ${file.slice(0, file.lastIndexOf('/'))} --case ${file}`]
    for (const line of lines) expect([line, (await call(...line.split(' '))).code]).toEqual([line, 0])
  })

  it('have a case of every shipped instrument', () => {
    const lines = cases.flatMap((file) => commands(readFileSync(file, 'utf8')))
    const instruments = readdirSync('policies').filter((name) => !name.includes('.') && name !== 'vocabulary')
    expect(instruments.filter((name) => !lines.some((line) => line.startsWith(`case policies/${name} `)))).toEqual([])
  })
})
