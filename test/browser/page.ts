import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Exposed } from '../../editor/monaco/expose.ts'

declare global {
  interface Window {
    /** Only under ?test=1. */
    __tiaoli?: Exposed
  }
}

/** A page and everything that went wrong on it so far. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: readonly string[]
}

/** Opens `url` in a fresh context and waits until the text is on the screen; collects page errors, console errors (a breach of the
 * security policy is one) and failed or refused requests. */
export async function openEditor(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && new URL(request.url()).host !== new URL(url).host)
      faults.push(`foreign: ${request.url()}`)
  })
  await page.goto(url)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  return { page, faults }
}
