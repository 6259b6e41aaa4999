import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ServedEditor, serveEditor } from '../../editor/server/serve.ts'
import { builtEditor } from '../built.ts'
import { type Browser, launch, type Page } from './chromium.ts'
import { openEditor, type WatchedPage } from './page.ts'

const screenshots = join(tmpdir(), 'tiaoli-screenshots')
let browser: Browser
let served: ServedEditor
let opened: WatchedPage | undefined

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true })
  served = await serveEditor({ dir: await builtEditor(), port: 0 })
  browser = await launch()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})
afterEach(async () => {
  // A page error or a violation of the policy fails whichever test caused it.
  const faults = opened?.faults ?? []
  await opened?.page.context().close()
  opened = undefined
  expect(faults).toEqual([])
})

async function open(query = '', options: Parameters<typeof openEditor>[2] = {}): Promise<Page> {
  opened = await openEditor(browser, served.url + '?test=1' + query, options)
  return opened.page
}

/** Replaces the whole text the way a person does, and leaves the caret at its end. */
async function retype(page: Page, text: string): Promise<void> {
  await page.evaluate(() => window.__tiaoli?.editor.focus())
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

const text = (page: Page): Promise<string | undefined> => page.evaluate(() => window.__tiaoli?.editor.getValue())

describe('the shell', () => {
  test('paints before the editor has come', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route(/\/assets\/(app|monaco)-/, () => {})
    await page.goto(served.url, { waitUntil: 'commit' })
    await page.getByRole('region', { name: '规则' }).waitFor()
    await page.getByRole('region', { name: '用例' }).waitFor()
    await page.getByRole('region', { name: '问题' }).waitFor()
    expect(await page.title()).toBe('条理')
    expect(await page.locator('.monaco-editor').count()).toBe(0)
    await context.close()
  })

  test('says so when the editor cannot be loaded', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route(/\/assets\/monaco-/, (route) => route.abort())
    await page.goto(served.url)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('编辑器没有载入')
    await context.close()
  })

  test('is Chinese by default, English when asked, and remembers', async () => {
    const page = await open()
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['规则', '用例', '问题'])
    await page.getByRole('link', { name: 'English' }).click()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Rules', 'Cases', 'Problems'])
    await page.goto(served.url)
    await page.getByRole('region', { name: 'Rules' }).waitFor()
  })

  test('gives the editor to nobody on an ordinary page', async () => {
    opened = await openEditor(browser, served.url)
    expect(await opened.page.evaluate(() => '__tiaoli' in window)).toBe(false)
  })
})

describe('monaco', () => {
  test('has the commands the language features hang on', async () => {
    const page = await open()
    const commands = [
      'actions.find',
      'editor.action.commentLine',
      'editor.action.formatDocument',
      'editor.action.goToReferences',
      'editor.action.marker.next',
      'editor.action.quickCommand',
      'editor.action.quickFix',
      'editor.action.quickOutline',
      'editor.action.rename',
      'editor.action.revealDefinition',
      'editor.action.showHover',
      'editor.action.toggleTabFocusMode',
      'editor.action.triggerParameterHints',
      'editor.action.triggerSuggest',
      'editor.fold',
      'editor.action.clipboardCopyAction',
    ]
    const known = await page.evaluate((ids) => ids.filter((id) => window.__tiaoli?.hasCommand(id)), commands)
    expect(known).toEqual(commands)
  })

  test.each([
    ['zh', '剪切', '命令面板', '转到行'],
    ['en', 'Cut', 'Command Palette', 'Go to Line'],
  ])('speaks the language of the page: %s', async (language, cut, palette, goToLine) => {
    const page = await open('&lang=' + language)
    await page.locator('.view-line').nth(1).click({ button: 'right' })
    const menu = page.locator('.monaco-menu').first()
    await menu.waitFor()
    expect(await menu.textContent()).toContain(cut)
    expect(await menu.textContent()).toContain(palette)
    const surface = page.locator('.monaco-menu-container .monaco-scrollable-element').first()
    expect(await surface.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(248, 249, 250)')
    // The menu fades in; half way it would be unreadable in the picture.
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(screenshots, `menu-${language}.png`) })
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.locator('.quick-input-widget').waitFor()
    await page.keyboard.type(goToLine)
    await page.locator('.quick-input-list-row', { hasText: goToLine }).first().waitFor()
    await page.screenshot({ path: join(screenshots, `commands-${language}.png`) })
  })

  test('typing and composing Chinese', async () => {
    const page = await open()
    await retype(page, '')
    await page.keyboard.type('人均可支配收入≥4000元')
    expect(await text(page)).toBe('人均可支配收入≥4000元')
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'pin', selectionStart: 3, selectionEnd: 3 })
    await input.send('Input.imeSetComposition', { text: '贫困', selectionStart: 2, selectionEnd: 2 })
    await input.send('Input.insertText', { text: '贫困户' })
    expect(await text(page)).toBe('人均可支配收入≥4000元贫困户')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+Z')
    expect(await text(page)).toBe('人均可支配收入≥4000元贫困户')
    // The textarea path, not EditContext, which hides the candidates of some input methods.
    expect(await page.locator('textarea.inputarea').count()).toBe(1)
  })

  test('a double click takes a Chinese word, not the whole run', async () => {
    const page = await open()
    await retype(page, '家庭人均可支配收入稳定')
    await page.evaluate(() => {
      window.__tiaoli?.editor.setPosition({ lineNumber: 1, column: 1 })
    })
    await page.keyboard.press('Control+Shift+ArrowRight')
    const selected = await page.evaluate(() => {
      const editor = window.__tiaoli?.editor
      const range = editor?.getSelection()
      return range && editor?.getModel()?.getValueInRange(range)
    })
    expect(selected).toBe('家庭')
  })

  test('full-width punctuation beside Latin is not marked, an invisible character is', async () => {
    const page = await open()
    await retype(page, 'household，income：「四（1）」\u3000ok')
    await page.waitForTimeout(800)
    expect(await page.locator('.unicode-highlight').count()).toBe(0)
    await retype(page, 'hidden\u200bspace')
    await page.locator('.unicode-highlight').first().waitFor()
  })

  test('the worker answers: links are found in the text', async () => {
    const page = await open()
    await retype(page, '见 https://example.cn/a 的公告')
    await page.locator('.detected-link').first().waitFor()
  })

  test('Tab is freed from the text by Ctrl+M', async () => {
    const page = await open()
    await retype(page, '一')
    await page.keyboard.press('Control+M')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true)
    expect(await text(page)).toBe('一')
  })
})

describe('how it looks', () => {
  test.each([
    ['wide', { width: 1400, height: 900 }],
    ['narrow', { width: 420, height: 900 }],
  ] as const)('%s', async (name, viewport) => {
    const page = await open('', { viewport })
    await page.screenshot({ path: join(screenshots, `shell-${name}.png`) })
    const box = async (id: string): Promise<{ x: number; y: number; width: number; height: number }> =>
      (await page.locator(id).boundingBox())!
    const [source, cases, problems] = [await box('#source'), await box('#cases'), await box('#problems')]
    expect(problems.y).toBeGreaterThanOrEqual(source.y + source.height)
    if (name === 'wide') {
      expect(cases.x).toBeGreaterThanOrEqual(source.x + source.width)
      expect(problems.y + problems.height).toBeLessThanOrEqual(viewport.height)
    } else {
      expect(cases.y).toBeGreaterThanOrEqual(problems.y + problems.height)
    }
    // Nothing may stick out sideways (WCAG 1.4.10).
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
  })

  test('dark when the system is dark', async () => {
    const page = await open('', { colorScheme: 'dark', viewport: { width: 1400, height: 900 } })
    await page.screenshot({ path: join(screenshots, 'shell-dark.png') })
    const background = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await background('#source')).toBe('rgb(27, 31, 36)')
    expect(await background('.monaco-editor .monaco-editor-background')).toBe('rgb(27, 31, 36)')
  })

  test('Chinese is drawn, not boxes: different characters give different pictures', async () => {
    const page = await open()
    const pictures = await page.evaluate(() =>
      ['贫', '困', '退', '赜', '≥'].map((sign) => {
        const canvas = document.createElement('canvas')
        const brush = canvas.getContext('2d')!
        brush.font = '32px sans-serif'
        brush.fillText(sign, 10, 50)
        return canvas.toDataURL()
      }),
    )
    expect(new Set(pictures).size).toBe(5)
  })
})
