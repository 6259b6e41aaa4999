import { existsSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, launch } from './chromium.ts'
import { chineseFonts, woffToTrueType } from './fonts.ts'
import { unpackOnce } from './unpack.ts'

test('a browser named by TIAOLI_CHROMIUM wins, and a wrong name is told at once', () => {
  expect(findBrowser({ TIAOLI_CHROMIUM: process.execPath })).toEqual({ executable: process.execPath })
  expect(() => findBrowser({ TIAOLI_CHROMIUM: '/no/such/browser' })).toThrow(
    'TIAOLI_CHROMIUM names /no/such/browser, which does not exist.',
  )
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'without it the packed browser is unpacked outside the project',
  () => {
    const found = findBrowser({})
    expect(relative(tmpdir(), found.executable)).not.toContain('..')
    expect(statSync(found.executable).mode & 0o111).not.toBe(0)
    // The libraries a bare system lacks.
    for (const name of ['libnss3.so', 'libnspr4.so', 'libnssutil3.so', 'libsoftokn3.so', 'libexpat.so.1']) {
      expect(existsSync(join(found.libraries ?? '', name))).toBe(true)
    }
    const before = statSync(found.executable).mtimeMs
    expect(statSync(findBrowser({}).executable).mtimeMs).toBe(before)
  },
)

test('a folder appears only when it is complete', () => {
  const name = 'tiaoli-unpack-test-' + process.pid
  expect(() =>
    unpackOnce(name, () => {
      throw new Error('disk full')
    }),
  ).toThrow('disk full')
  const folder = unpackOnce(name, () => {})
  try {
    expect(unpackOnce(name, () => expect.fail('filled twice'))).toBe(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('fonts: TrueType made from WOFF, anything else refused', () => {
  const slice = join(dirname(chineseFonts()), 'fonts', 'noto-sans-sc-chinese-simplified-400-normal.ttf')
  expect(statSync(slice).size).toBeGreaterThan(2_000_000)
  expect(() => woffToTrueType(Buffer.from('wOF2 and the rest'))).toThrow('not a WOFF 1.0 file')
})

test('the browser draws Chinese and leaves the environment of this process alone', async () => {
  const before = { ...process.env }
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.setContent('<p id="a">贫</p><p id="b">困</p><style>p { font: 40px sans-serif; width: 60px }</style>')
    const [first, second] = [await page.locator('#a').screenshot(), await page.locator('#b').screenshot()]
    // Missing characters would both be the same box, or nothing.
    expect(first.equals(second)).toBe(false)
  } finally {
    await browser.close()
  }
  expect(process.env).toEqual(before)
})
