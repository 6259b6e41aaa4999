// East Asian wide and full-width blocks, and the 〔〕「」 and emoji ranges that editors draw two columns wide.
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const NARROW_ONLY = /^[\x20-\x7E]*$/
const ZERO = /[\p{Mn}\p{Me}\u200B-\u200F\uFEFF]/u

/** How many columns a text takes in a fixed-width font: 2 for wide characters, 0 for combining ones. */
export function displayWidth(text: string): number {
  if (NARROW_ONLY.test(text)) return text.length
  let width = 0
  for (const c of text) width += WIDE.test(c) ? 2 : ZERO.test(c) ? 0 : 1
  return width
}
