import { mkdirSync, readFileSync } from 'node:fs'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ServedEditor, serveEditor } from '../../editor/server/serve.ts'
import { builtEditor } from '../built.ts'
import { type Browser, launch, type Page } from './chromium.ts'
import { openEditor, type WatchedPage } from './page.ts'
import {
  badge,
  checked,
  LINE,
  LINE_FILE,
  narrow,
  RULES_FILE,
  replace,
  screenshots,
  select,
  shot,
  text,
  theCase,
  wide,
} from './workbench.ts'

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
  const faults = opened?.faults ?? []
  await opened?.page.context().close()
  opened = undefined
  expect(faults).toEqual([])
})

/** Opens the page on a file and waits until its rules have been checked. */
async function open(file = RULES_FILE, options: BrowserContextOptions = wide, query = ''): Promise<Page> {
  opened = await openEditor(browser, `${served.url}?test=1${query}#${file}`, options)
  await checked(opened.page)
  return opened.page
}

describe('the page', () => {
  test.each([
    ['zh', '达标', '不达标', '模拟数据', /^\d+ 个提示$/],
    ['en', 'met', 'not met', 'Made-up data', /^\d+ hints$/],
  ])('opens with rules, cases and no problems: %s', async (language, met, unmet, simulated, none) => {
    const page = await open(RULES_FILE, wide, `&lang=${language}`)
    expect(await badge(page, '陈家').textContent()).toBe(met)
    expect(await badge(page, '卫家').textContent()).toBe(unmet)
    expect(await page.locator('#cases').textContent()).toContain(simulated)
    expect(await page.locator('#problems .summary').textContent()).toMatch(none)
    expect(await text(page)).toContain('政策 河南省贫困退出实施办法')
    await theCase(page, '卫家').locator('summary').first().click()
    await shot(page, `wide-${language}`)
  })

  test('changing the line of 3700 turns an outcome, says so, and marks it', async () => {
    const page = await open(LINE_FILE)
    expect(await badge(page, '陈家').textContent()).toBe('达标')
    await replace(page, LINE, LINE.replace('3700', '5500'))
    await page.locator('.turned', { hasText: /陈家（模拟）[^：]*：由达标变为不达标/ }).waitFor()
    expect(await page.locator('.turned').getAttribute('aria-live')).toBe('polite')
    expect(await badge(page, '陈家').textContent()).toBe('不达标')
    expect(await theCase(page, '陈家').locator('.was').textContent()).toBe('原文：达标')
    await shot(page, 'turned')
    await replace(page, LINE.replace('3700', '5500'), LINE.replace('3700', '3600'))
    await page.locator('.turned', { hasText: /卫家（模拟）[^：]*：由不达标变为达标/ }).waitFor()
    expect(await badge(page, '陈家').textContent()).toBe('达标')
    // The county's plan rests on the same line.
    expect(await page.locator('.group', { hasText: '河南某县退出方案' }).locator('summary').first().textContent()).toMatch(
      /，1 个变了/,
    )
  })

  test('a broken rule: the Chinese diagnostic with its code, old results, and a repair by button', async () => {
    const page = await open()
    await replace(page, '须 安全住房/housing_safe 依据「四.1」：住房安全；', '须 安全住房/housing_safe 依据「四.1」：住房安金；')
    const problem = page.locator('.problem.error').first()
    await problem.waitFor()
    expect(await problem.textContent()).toMatch(/错误.*第 \d+ 行 · N201.*“住房安金”/)
    await page.locator('.stale-note').waitFor()
    expect(await theCase(page, '陈家').locator('.stale').textContent()).toBe('旧结果')
    expect(await badge(page, '陈家').textContent()).toBe('达标')
    await page.locator('.squiggly-error').first().waitFor()
    await shot(page, 'broken')
    await problem.getByRole('button', { name: '改为“住房安全”' }).click()
    await page.locator('#problems .summary', { hasText: /^\d+ 个提示$/ }).waitFor()
    expect(await text(page)).toContain('：住房安全；')
    expect(await page.locator('.stale').count()).toBe(0)
  })

  test('garbage in a rule is reported, and a problem leads to its place', async () => {
    const page = await open()
    await replace(
      page,
      '须 收入来源/income_source 依据「四.1」：增收渠道稳定可靠；',
      '须 收入来源/income_source 依据「四.1」：￥％＆ 且 且；',
    )
    await page.locator('.problem.error').first().waitFor()
    const line = Number(/第 (\d+) 行/.exec((await page.locator('.problem .where').first().textContent()) ?? '')?.[1])
    await page.evaluate(() => window.__tiaoli?.editor.setPosition({ lineNumber: 1, column: 1 }))
    await page.locator('.problem .go').first().click()
    expect(await page.evaluate(() => window.__tiaoli?.editor.getPosition()?.lineNumber)).toBe(line)
    expect(await page.evaluate(() => window.__tiaoli?.editor.hasTextFocus())).toBe(true)
  })

  test('an item of an explanation leads to its rule', async () => {
    const page = await open(LINE_FILE)
    await theCase(page, '卫家').locator('summary').first().click()
    await theCase(page, '卫家')
      .getByRole('button', { name: /看规则：.*安全住房/ })
      .click()
    await page.locator('.files button[aria-current="true"]', { hasText: '规则' }).waitFor()
    const selected = await page.evaluate(() => {
      const editor = window.__tiaoli?.editor
      const range = editor?.getSelection()
      return range && editor?.getModel()?.getValueInRange(range)
    })
    expect(selected).toMatch(/^须 安全住房/)
  })
})

describe('writing', () => {
  test('completion offers the fields of the household', async () => {
    const page = await open()
    await select(page, '：增收渠道稳定可靠；')
    await page.keyboard.insertText('：年人')
    await page.keyboard.press('Control+Space')
    const row = page.locator('.suggest-widget .monaco-list-row', { hasText: '年人均纯收入' }).first()
    await row.waitFor()
    await page.waitForTimeout(200)
    await shot(page, 'completion')
    await row.click()
    expect(await text(page)).toContain('依据「四.1」：年人均纯收入')
  })

  test('hover says the unit', async () => {
    const page = await open(LINE_FILE)
    await select(page, '年人均纯收入')
    await page.evaluate(() => window.__tiaoli?.editor.trigger('test', 'editor.action.showHover', {}))
    const hover = page.locator('.monaco-hover', { hasText: '金额 元/人·年' }).first()
    await hover.waitFor()
    expect(await hover.textContent()).toContain('net_income_pc')
    await shot(page, 'hover')
  })

  test('go to definition crosses files', async () => {
    const page = await open(LINE_FILE)
    await select(page, '年人均纯收入')
    await page.evaluate(() => window.__tiaoli?.editor.trigger('test', 'editor.action.revealDefinition', {}))
    await page.locator('.files button[aria-current="true"]', { hasText: '贫困退出词汇' }).waitFor()
    expect(await text(page)).toMatch(/^\/\/.*\n词汇 /)
  })

  test('a repair from the text: Ctrl+. at the mistake', async () => {
    const page = await open()
    await replace(page, '：住房安全；', '：住房安金；')
    await page.locator('.squiggly-error').first().waitFor()
    await select(page, '住房安金')
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget', { hasText: '改为“住房安全”' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#problems .summary', { hasText: /^\d+ 个提示$/ }).waitFor()
    expect(await text(page)).toContain('：住房安全；')
  })

  test('formatting tidies and can be undone', async () => {
    const page = await open()
    const rule = '须 安全住房/housing_safe 依据「四.1」：住房安全；'
    await replace(page, rule, '须    安全住房/housing_safe\n依据「四.1」 ：  住房安全；')
    const untidy = await text(page)
    await page.getByRole('button', { name: '整理格式' }).click()
    await page.locator('.notice', { hasText: '已整理' }).waitFor()
    expect(await text(page)).toContain('须 安全住房/housing_safe 依据「四.1」：住房安全')
    await page.locator('.notice').getByRole('button', { name: '撤销' }).click()
    expect(await text(page)).toBe(untidy)
  })

  test('a reload keeps the change, says so, and offers the original', async () => {
    const page = await open(LINE_FILE)
    await replace(page, LINE, LINE.replace('3700', '5500'))
    await page.reload()
    await checked(page)
    expect(await text(page)).toContain('5500 元/人·年')
    await page.locator('.notice', { hasText: '已恢复上次的修改' }).waitFor()
    expect(await theCase(page, '陈家').locator('.was').textContent()).toBe('原文：达标')
    await page.locator('.notice').getByRole('button', { name: '改回原文' }).click()
    await page.locator('#cases .summary', { hasText: '结果与原文相同。' }).first().waitFor()
    expect(await text(page)).toContain(LINE)
    await page.reload()
    await checked(page)
    expect(await page.locator('.notice p').count()).toBe(0)
  })

  test('while a word is being composed nothing is checked', async () => {
    const page = await open()
    await select(page, '增收渠道稳定可靠')
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'zhufang', selectionStart: 7, selectionEnd: 7 })
    await page.waitForTimeout(600)
    expect(await page.locator('.problem.error').count()).toBe(0)
    await input.send('Input.insertText', { text: '不存在的字段' })
    await page.locator('.problem.error', { hasText: '不存在的字段' }).waitFor()
  })

  test('a list that opened by itself takes nothing over: Enter ends the line', async () => {
    const page = await open()
    await select(page, '：增收渠道稳定可靠；')
    await page.keyboard.type('：')
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor()
    await page.keyboard.press('Enter')
    expect(await text(page)).toMatch(/income_source 依据「四\.1」：\n/)
  })

  test('Ctrl+S saves nothing new and says so; the other language opens the same file', async () => {
    const page = await open(LINE_FILE)
    await replace(page, LINE, LINE.replace('3700', '5500'))
    await page.keyboard.press('Control+S')
    await page.locator('.notice', { hasText: '不必手动保存' }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.locator('.notice', { hasText: 'Your earlier changes are back' }).waitFor()
    await checked(page)
    expect(await badge(page, '陈家').textContent()).toBe('not met')
    expect(decodeURI(new URL(page.url()).hash)).toBe(`#${LINE_FILE}`)
  })

  test('the file can be taken along', async () => {
    const page = await open()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载文件' }).click()])
    expect(download.suggestedFilename()).toBe('henan-measure-henan-measure.policy')
    expect(readFileSync(await download.path(), 'utf8')).toBe(await text(page))
  })
})

describe('for everybody', () => {
  test('narrow: all parts below one another, nothing sticks out', async () => {
    const page = await open(RULES_FILE, narrow)
    await theCase(page, '卫家').locator('summary').first().click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420)
    await shot(page, 'narrow-zh', true)
    await theCase(page, '卫家')
      .getByRole('button', { name: /看规则：.*安全住房/ })
      .click()
    expect(
      await page.locator('.monaco-editor').evaluate((element) => element.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(-1)
  })

  test('dark', async () => {
    const page = await open(RULES_FILE, { ...wide, colorScheme: 'dark' })
    await replace(page, '：住房安全；', '：住房安金；')
    await page.locator('.problem.error').first().waitFor()
    await theCase(page, '蒋家').locator('summary').first().click()
    await shot(page, 'dark-zh')
  })

  test('every control can be hit: 24 pixels or more', async () => {
    const page = await open()
    await replace(page, '：住房安全；', '：住房安金；')
    await page.locator('.problem.error').first().waitFor()
    await theCase(page, '蒋家').locator('summary').first().click()
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '#bar button, #bar a, #files button, #notice button, #problems button, #cases button, #cases summary',
        ),
      ]
        .filter((element) => element.offsetParent !== null)
        .map(
          (element) =>
            ({ what: element.textContent ?? '', ...element.getBoundingClientRect().toJSON() }) as {
              what: string
              width: number
              height: number
            },
        )
        .filter(({ width, height }) => width < 24 || height < 24)
        .map(({ what }) => what),
    )
    expect(small).toEqual([])
  })

  test('by keyboard: files, problems and cases are reached by Tab and opened by Enter', async () => {
    const page = await open()
    await page.locator('.files button').first().focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('.files button[aria-current="true"]').textContent()).not.toBe('规则')
    await page.locator('.case summary').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.explanation').first().waitFor()
  })
})
