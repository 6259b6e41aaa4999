import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** Where pictures of the page are left to be looked at. */
export const screenshots = join(tmpdir(), 'tiaoli-screenshots')
const policies = resolve(import.meta.dirname, '../../policies')
export const wide = { viewport: { width: 1400, height: 900 } }
export const narrow = { viewport: { width: 420, height: 900 } }
/** The national line's value with what follows it. */
export const LINE = '3700 元/人·年，'
/** Where the national line has its value. */
export const LINE_FILE = fileWith(LINE)
export const RULES_FILE = 'henan-measure/henan-measure.policy'

function fileWith(piece: string): string {
  const files = readdirSync(join(policies, 'henan-measure')).filter((name) => name.endsWith('.policy'))
  const found = files.find((name) => readFileSync(join(policies, 'henan-measure', name), 'utf8').includes(piece))
  if (found === undefined) throw new Error(`no policy of henan-measure has ${piece}`)
  return `henan-measure/${found}`
}

/** Waits until the rules have been checked and the cases decided. */
export async function checked(page: Page): Promise<void> {
  await page.locator('.case').first().waitFor()
}

/** The text of the open file. */
export const text = (page: Page): Promise<string> => page.evaluate(() => window.__tiaoli?.editor.getValue() ?? '')

/** Selects a piece of the text that is open and types over it. */
export async function replace(page: Page, piece: string, by: string): Promise<void> {
  await select(page, piece)
  await page.keyboard.insertText(by)
}

/** Selects the first such piece of the text, the caret at its end. */
export async function select(page: Page, piece: string): Promise<void> {
  await page.evaluate((wanted) => {
    const editor = window.__tiaoli?.editor
    const model = editor?.getModel()
    const at = model?.getValue().indexOf(wanted) ?? -1
    if (!editor || !model || at < 0) throw new Error(`not in the text: ${wanted}`)
    const [from, to] = [model.getPositionAt(at), model.getPositionAt(at + wanted.length)]
    editor.setSelection({
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    })
    editor.revealPositionInCenter(from)
    editor.focus()
  }, piece)
}

/** A sample's entry in the list of cases. */
export const theCase = (page: Page, name: string): Locator => page.locator('.case', { hasText: name })
export const badge = (page: Page, name: string): Locator => theCase(page, name).locator('.badge')
export const shot = (page: Page, name: string, fullPage = false): Promise<unknown> =>
  page.screenshot({ path: join(screenshots, `page-${name}.png`), fullPage })
