import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isComposingKey, watchComposition } from '../../editor/monaco/input.ts'
import { pageLanguage } from '../../editor/monaco/locale.ts'
import { darkPalette, lightPalette, type Palette, tokenKinds } from '../../editor/monaco/palette.ts'
import { builtEditor } from '../built.ts'

describe('the page language', () => {
  test.each([
    ['?lang=en', 'zh', 'en'],
    ['?lang=zh', 'en', 'zh'],
    ['', 'en', 'en'],
    ['', null, 'zh'],
    ['?lang=fr', null, 'zh'],
    ['?lang=fr', 'en', 'en'],
    ['?test=1', 'constructor', 'zh'],
  ] as const)('%j with %j remembered is %s', (search, remembered, language) => {
    expect(pageLanguage(search, remembered)).toBe(language)
  })
})

describe('colours', () => {
  test.each([
    ['light', lightPalette],
    ['dark', darkPalette],
  ])('%s: every word can be read (WCAG AA, 4.5)', (_, palette) => {
    const words = { ...Object.fromEntries(tokenKinds.map((kind) => [kind, palette.tokens[kind]])), ...wordsOf(palette) }
    const poor = Object.entries(words).flatMap(([name, colour]) =>
      [palette.background, palette.currentLine, palette.raised]
        .map((behind) => ({ name, behind, contrast: contrast(colour, behind) }))
        .filter((pair) => pair.contrast < 4.5),
    )
    expect(poor).toEqual([])
  })

  test('the page and the editor use the same ones', () => {
    const css = readFileSync(resolve(import.meta.dirname, '../../editor/style.css'), 'utf8')
    const [light, dark] = [...css.matchAll(/:root \{([^}]*)\}/g)].map((block) => block[1] ?? '')
    for (const [block, palette] of [
      [light, lightPalette],
      [dark, darkPalette],
    ] as const) {
      for (const name of ['background', 'raised', 'text', 'quiet', 'border', 'accent', 'error', 'warning'] as const) {
        expect(block).toContain(`--${name}: ${palette[name]};`)
      }
    }
  })
})

describe('composition', () => {
  test('work waits for the end of a word, and of several pieces only the last is done', () => {
    const target = fakeEditor()
    const gate = watchComposition(target.editor)
    const done: string[] = []
    gate.whenIdle(() => done.push('before'))
    target.start()
    expect(gate.composing()).toBe(true)
    gate.whenIdle(() => done.push('p'))
    gate.whenIdle(() => done.push('pin'))
    expect(done).toEqual(['before'])
    target.end()
    expect(done).toEqual(['before', 'pin'])
    expect(gate.composing()).toBe(false)
  })

  test('a composition left by a click elsewhere ends too', () => {
    const target = fakeEditor()
    const gate = watchComposition(target.editor)
    target.start()
    target.blur()
    expect(gate.composing()).toBe(false)
  })

  test('after dispose nothing runs and nothing listens', () => {
    const target = fakeEditor()
    const gate = watchComposition(target.editor)
    target.start()
    gate.whenIdle(() => expect.fail('ran'))
    gate.dispose()
    target.end()
    expect(target.listeners()).toBe(0)
  })

  test('keys of an input method are known by either sign', () => {
    expect(isComposingKey({ isComposing: true, keyCode: 65 })).toBe(true)
    expect(isComposingKey({ isComposing: false, keyCode: 229 })).toBe(true)
    expect(isComposingKey({ isComposing: false, keyCode: 65 })).toBe(false)
  })
})

test('size budgets, gzip: the shell 6 kB, our part of the page 60 kB, the shipped policies 100 kB, the language worker 300 kB, Monaco 950 kB, its worker 100 kB', async () => {
  const assets = join(await builtEditor(), 'assets')
  const names = readdirSync(assets)
  const size = (...starts: string[]): number =>
    names
      .filter((name) => starts.some((start) => name.startsWith(start)))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0)
  const page = gzipSync(readFileSync(join(assets, '..', 'index.html'))).length
  expect(page + size('index-', 'load-')).toBeLessThan(6_000)
  expect(size('app-')).toBeLessThan(60_000)
  expect(size('policies-')).toBeLessThan(100_000)
  expect(size('language.worker-')).toBeLessThan(300_000)
  expect(size('monaco-')).toBeLessThan(950_000)
  expect(size('editor.worker-')).toBeLessThan(100_000)
  // Monaco's other workers and languages must not creep in.
  expect(names.filter((name) => /^(ts|css|html|json)\.worker|typescript|abap/.test(name))).toEqual([])
})

function wordsOf(palette: Palette): Record<string, string> {
  const { text, quiet, lineNumber, accent, error, warning, information } = palette
  return { text, quiet, lineNumber, accent, error, warning, information }
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

type Watched = Parameters<typeof watchComposition>[0]

function fakeEditor(): { editor: Watched; start: () => void; end: () => void; blur: () => void; listeners: () => number } {
  const heard = { start: new Set<() => void>(), end: new Set<() => void>(), blur: new Set<() => void>() }
  const event = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener)
    return { dispose: () => set.delete(listener) }
  }
  const fire = (set: Set<() => void>) => () => {
    for (const listener of set) listener()
  }
  return {
    editor: {
      onDidCompositionStart: event(heard.start),
      onDidCompositionEnd: event(heard.end),
      onDidBlurEditorText: event(heard.blur),
    },
    start: fire(heard.start),
    end: fire(heard.end),
    blur: fire(heard.blur),
    listeners: () => heard.start.size + heard.end.size + heard.blur.size,
  }
}
