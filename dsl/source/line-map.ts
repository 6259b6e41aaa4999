/** Where each line of a text starts, in UTF-16 units. Line ends: \r\n, \n, \r, U+2028, U+2029. */
export interface LineMap {
  readonly starts: readonly number[]
  readonly length: number
}

export interface Position {
  /** from 1 */
  readonly line: number
  /** from 1, in UTF-16 units */
  readonly column: number
}

/** Finds the line starts once, so that positions are a binary search. */
export function lineMap(text: string): LineMap {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 13 && text.charCodeAt(i + 1) === 10) continue
    if (c === 10 || c === 13 || c === 0x2028 || c === 0x2029) starts.push(i + 1)
  }
  return { starts, length: text.length }
}

/** Line and column of an offset; offsets outside the text are clamped. */
export function positionAt(map: LineMap, offset: number): Position {
  const at = Math.max(0, Math.min(offset, map.length))
  let low = 0
  let high = map.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (map.starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - map.starts[low]! + 1 }
}

/** The text of a line (from 1), without its end. */
export function lineText(text: string, map: LineMap, line: number): string {
  const start = map.starts[line - 1] ?? text.length
  const end = map.starts[line] ?? text.length
  return text.slice(start, end).replace(/[\r\n\u2028\u2029]+$/, '')
}
