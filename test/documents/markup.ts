/** The text of a page without its markup. */
export const plain = (markup: string) =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<span class="day">([^<]*)<\/span>/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

const VOID = new Set(['meta', 'br'])

/** Tags that are not closed in the order they were opened. */
export function unbalanced(markup: string): string[] {
  const open: string[] = []
  for (const [, closing, name, self] of markup
    .replace(/<!doctype html>/, '')
    .matchAll(/<(\/?)([a-z0-9]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (closing === '/') {
      if (open.at(-1) !== name) return [`</${name}> closes ${open.at(-1)}`]
      open.pop()
    } else if (self !== '/' && !VOID.has(name!)) open.push(name!)
  }
  return open
}

/** Anything that would fetch, run or leave the page. */
export const REQUESTS = /<script|<link|<img|<iframe|@import|url\(|\shref="(?:https?:|\/\/|javascript:)|\son[a-z]+=/i

const ids = (markup: string) => [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)

/** Places that have their name from another as well. */
export function repeatedIds(markup: string): string[] {
  const all = ids(markup)
  return all.filter((id, i) => all.indexOf(id) !== i)
}

/** Links within the page that lead nowhere. */
export function danglingLinks(markup: string): string[] {
  const all = new Set(ids(markup))
  return [...markup.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!).filter((id) => !all.has(id))
}
