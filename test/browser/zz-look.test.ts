import { afterAll, beforeAll, test } from 'vitest'
import { serveEditor, type ServedEditor } from '../../editor/server/serve.ts'
import { type Browser, launch } from './chromium.ts'
import { openEditor } from './page.ts'
let b: Browser, s: ServedEditor
beforeAll(async () => { s = await serveEditor({ dir: '/tmp/ed-build', port: 0 }); b = await launch() }, 120000)
afterAll(async () => { await b?.close(); await s?.close() })
test('look', async () => {
  const { page, faults } = await openEditor(b, s.url + '?test=1#henan-measure/henan-measure.policy', { viewport: { width: 1400, height: 900 } })
  await page.locator('.case').first().waitFor({ timeout: 20000 })
  const sel = async (w: string) => page.evaluate((wanted) => {
    const editor = window.__tiaoli!.editor; const model = editor.getModel()!
    const at = model.getValue().indexOf(wanted); const f = model.getPositionAt(at), t = model.getPositionAt(at + wanted.length)
    editor.setSelection({ startLineNumber: f.lineNumber, startColumn: f.column, endLineNumber: t.lineNumber, endColumn: t.column }); editor.revealLineInCenter(f.lineNumber); editor.focus()
    return model.getLineContent(f.lineNumber)
  }, w)
  await page.locator('.case details').nth(1).locator('summary').first().click()
  await page.waitForTimeout(300)
  await page.screenshot({ path: '/tmp/look-1.png' })
  await sel('：增收渠道稳定可靠；'); await page.keyboard.insertText('：年人均纯收入 超过 ');await page.keyboard.press('Control+Space')
  await page.waitForTimeout(2000)
  await page.screenshot({ path: '/tmp/look-2.png' })
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.__tiaoli?.editor.setPosition({ lineNumber: 60, column: 1 }))
  await page.keyboard.insertText('，，乱写的东西')
  await page.waitForTimeout(2000)
  await page.screenshot({ path: '/tmp/look-3.png' })
  console.log(faults)
  await page.context().close()
  const n = await openEditor(b, s.url + '?test=1#henan-county/henan-county.policy', { viewport: { width: 420, height: 900 } })
  await n.page.locator('.case').first().waitFor({ timeout: 20000 })
  await n.page.locator('.case details').nth(1).locator('summary').first().click()
  await n.page.waitForTimeout(300)
  await n.page.screenshot({ path: '/tmp/look-4.png', fullPage: true })
}, 120000)
