import { displayWidth } from '../source/display-width.ts'
import { type LineMap, lineMap, lineText, positionAt } from '../source/line-map.ts'
import type { Span } from '../source/span.ts'
import { describe } from './describe.ts'
import type { Diagnostic, Lang, Severity } from './diagnostic.ts'

export interface RenderOptions {
  readonly lang: Lang
  /** ANSI colours */
  readonly color: boolean
  /** the text of a file, for the frame; undefined: no frame */
  readonly textOf: (file: string) => string | undefined
}

const SEVERITY: Record<Lang, Record<Severity, string>> = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
}
const MARKS: Record<Lang, { help: string; fix: string }> = {
  zh: { help: '怎么办', fix: '可改为' },
  en: { help: 'help', fix: 'fix' },
}
const SEVERITY_COLOR: Record<Severity, number> = { error: 31, warning: 33, info: 36 }

/** Diagnostics for a terminal: place, what, the line with a marker under it (Han characters count two cells), other places, why, what to do. */
export function renderText(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const maps = new Map<string, { text: string; map: LineMap } | undefined>()
  const source = (file: string) => {
    if (!maps.has(file)) {
      const text = options.textOf(file)
      maps.set(file, text === undefined ? undefined : { text, map: lineMap(text) })
    }
    return maps.get(file)
  }
  const paint = (code: number, text: string) => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text)

  const frame = (span: Span, color: number, note: string): string[] => {
    const found = source(span.file)
    if (!found) return note === '' ? [] : [`    ${note}`]
    const { line, column } = positionAt(found.map, span.start)
    const whole = lineText(found.text, found.map, line).replaceAll('\t', ' ')
    const { text, at, length } = windowOf(whole, column - 1, Math.max(1, span.end - span.start))
    const gutter = `${line} │ `
    const before = displayWidth(text.slice(0, at))
    const width = Math.max(1, displayWidth(text.slice(at, at + length)))
    const blank = `${' '.repeat(displayWidth(gutter) - 2)}│ `
    const marker = paint(color, '^'.repeat(width)) + (note === '' ? '' : ` ${note}`)
    return [`  ${paint(2, gutter)}${text}`, `  ${paint(2, blank)}${' '.repeat(before)}${marker}`]
  }

  return diagnostics
    .map((diagnostic) => {
      const words = describe(diagnostic, options.lang)
      const color = SEVERITY_COLOR[diagnostic.severity]
      const place = placeText(diagnostic.span, source(diagnostic.span.file)?.map)
      const head = `${place} ${paint(color, `${SEVERITY[options.lang][diagnostic.severity]} ${diagnostic.code}`)} ${words.title}`
      const lines = [head, ...frame(diagnostic.span, color, '')]
      diagnostic.labels?.forEach((label, i) => {
        if (label.span.file !== diagnostic.span.file) lines.push(`  ${placeText(label.span, source(label.span.file)?.map)}`)
        lines.push(...frame(label.span, 36, words.labels[i]!))
      })
      if (words.why !== '') lines.push(`  ${words.why}`)
      if (words.help !== '') lines.push(`  ${paint(32, MARKS[options.lang].help)}: ${words.help}`)
      for (const fix of words.fixes) lines.push(`  ${paint(32, MARKS[options.lang].fix)}: ${fix}`)
      return lines.join('\n')
    })
    .join('\n\n')
}

const BEFORE = 50
const SHOWN = 110

/** The part of a long line around the marked stretch, cut ends shown as …; offsets are of the part. */
function windowOf(
  line: string,
  start: number,
  length: number,
): { readonly text: string; readonly at: number; readonly length: number } {
  if (line.length <= SHOWN) return { text: line, at: start, length: Math.min(length, Math.max(1, line.length - start)) }
  const from = Math.max(0, Math.min(start - BEFORE, line.length - SHOWN))
  const to = Math.min(line.length, from + SHOWN)
  const head = from > 0 ? '…' : ''
  const text = `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  return { text, at: start - from + head.length, length: Math.max(1, Math.min(length, to - start)) }
}

function placeText(span: Span, map: LineMap | undefined): string {
  if (!map) return span.file
  const { line, column } = positionAt(map, span.start)
  return `${span.file}:${line}:${column}`
}
