import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentation } from '../../engine/docs/index.ts'
import { type Browser, launch, type Page } from '../browser/chromium.ts'
import { sampleProgram } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-pages-'))
let browser: Browser

beforeAll(async () => {
  const one = { program: sampleProgram(), suites: [], procedureSuites: [], timetables: [] }
  for (const { path, text } of documentation([one], ['zh', 'en'])) writeFileSync(join(folder, path), text)
  browser = await launch()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page; whatever the browser complains about or asks for is a fault. */
async function opened(
  file: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (request.url() !== `file://${join(folder, file)}`) faults.push(request.url())
  })
  await page.goto(`file://${join(folder, file)}`)
  return { page, faults }
}

const FILES = ['sample_county.html', 'sample_county.en.html']

describe('pages in a browser', () => {
  it.each([1200, 360].flatMap((width) => [...FILES, 'index.html'].map((file) => [file, width] as const)))(
    '%s at %d px asks for nothing and needs no scrolling sideways but within its charts',
    async (file, width) => {
      const { page, faults } = await opened(file, width, width === 360 ? 'dark' : 'light')
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((one) => one.closest('.chart') === null && one.getBoundingClientRect().right > window.innerWidth + 1)
          .map((one) => one.outerHTML.slice(0, 80)),
      )
      expect(faults).toEqual([])
      expect(wide).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.close()
    },
  )

  it.each(FILES)('%s: every line of a diagram is drawn inside its box', async (file) => {
    const { page } = await opened(file, 1200)
    const out = await page.evaluate(() =>
      [...document.querySelectorAll<SVGGElement>('.source .node')].flatMap((node) => {
        const boxes = [...node.querySelectorAll('rect')].map((rect) => rect.getBBox())
        const right = Math.max(...boxes.map((box) => box.x + box.width))
        const bottom = Math.max(...boxes.map((box) => box.y + box.height))
        return [...node.querySelectorAll('text')].flatMap((text) => {
          const box = text.getBBox()
          return box.width === 0 || box.x + box.width > right - 4 || box.y + box.height > bottom + 2 ? [text.textContent] : []
        })
      }),
    )
    expect(out).toEqual([])
    expect(await page.locator('.source .node').count()).toBeGreaterThan(12)
    await page.close()
  })

  it.each(FILES)('%s prints: light, no slice taller than a page, charts no wider than the paper', async (file) => {
    const { page } = await opened(file, 794, 'dark')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    const slices = await page.locator('.slice').evaluateAll((all) =>
      all.map((one) => {
        const { right, height } = one.getBoundingClientRect()
        return { right, height }
      }),
    )
    expect(Math.max(...slices.map(({ right }) => right))).toBeLessThanOrEqual(794)
    expect(Math.max(...slices.map(({ height }) => height))).toBeLessThan(600)
    const paper = await page.pdf({ preferCSSPageSize: true })
    const boxes = new Set(
      [...paper.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) =>
        Number(w) > Number(h) ? 'landscape' : 'portrait',
      ),
    )
    expect([...boxes].sort()).toEqual(['landscape', 'portrait'])
    await page.close()
  })
})
