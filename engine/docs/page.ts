import type { Lang } from '../types.ts'
import { type Context, contextOf, type Instrument, type OtherPage } from './context.ts'
import { type Html, html, join } from './html.ts'
import { articlesHtml } from './section-articles.ts'
import { effectsHtml } from './section-effects.ts'
import { headHtml, titleOf } from './section-head.ts'
import { proceduresHtml } from './section-procedures.ts'
import { registersHtml } from './section-registers.ts'
import { standardsHtml } from './section-standards.ts'
import { targetsHtml } from './section-targets.ts'
import { definitionsHtml, externalsHtml, parametersHtml, readingsHtml } from './section-terms.ts'
import { testsHtml } from './section-tests.ts'
import { STYLE } from './style.ts'
import type { DocWords, SectionId } from './words.ts'

interface Section {
  readonly id: SectionId
  readonly has: (context: Context) => boolean
  readonly body: (context: Context) => Html
}

const SECTIONS: readonly Section[] = [
  { id: 'articles', has: ({ ledgers }) => ledgers.some(({ lines }) => lines.length > 0), body: articlesHtml },
  { id: 'standards', has: ({ program }) => program.standards.length > 0, body: standardsHtml },
  { id: 'procedures', has: ({ program }) => program.procedures.length > 0, body: proceduresHtml },
  { id: 'registers', has: ({ program }) => program.registers.length > 0, body: registersHtml },
  { id: 'effects', has: ({ program }) => program.effects.length > 0, body: effectsHtml },
  { id: 'targets', has: ({ program }) => program.targets.length + program.rankings.length > 0, body: targetsHtml },
  { id: 'parameters', has: ({ program }) => program.parameters.length > 0, body: parametersHtml },
  { id: 'readings', has: ({ program }) => program.readings.length > 0, body: readingsHtml },
  { id: 'definitions', has: ({ program }) => program.definitions.length > 0, body: definitionsHtml },
  { id: 'externals', has: ({ program }) => program.externals.length + program.papers.length > 0, body: externalsHtml },
  { id: 'tests', has: ({ suites, procedureSuites }) => suites.length + procedureSuites.length > 0, body: testsHtml },
]

/** Where a page leads besides itself. */
export interface Links {
  readonly index: string
  /** the same page in the other language */
  readonly other?: string
  /** pages of the instruments documented together */
  readonly policies: ReadonlyMap<string, OtherPage>
}

/** The page of an instrument: one file that needs nothing else. */
export function instrumentPage(instrument: Instrument, lang: Lang, links: Links): string {
  const context = contextOf(instrument, lang, links.policies)
  const { words, program } = context
  const sections = SECTIONS.filter(({ has }) => has(context))
  const contents = sections.map(({ id }) => html`<li><a href="#${id}">${words.headings[id]}</a></li>`)
  return wholePage(
    titleOf(program, lang),
    words,
    html`${topLinks(words, links)}
${headHtml(context)}
<nav class="contents" aria-label="${words.contents}"><ul>${contents}</ul></nav>
<main>
${join(sections.map(({ id, body }) => html`<section id="${id}">\n<h2>${words.headings[id]}</h2>\n${body(context)}</section>\n`))}</main>
<footer>${words.edition}${words.colon}${program.edition} · ${words.digest}${words.colon}${program.digest}</footer>`,
  )
}

function topLinks(words: DocWords, links: Links): Html {
  const other = links.other === undefined ? '' : html`<a href="${links.other}">${words.otherLang}</a>`
  return html`<nav class="top"><a href="${links.index}">← ${words.backToIndex}</a>${other}</nav>`
}

/** A whole document around a body. The policy forbids scripts and every request. */
export function wholePage(title: string, words: DocWords, body: Html): string {
  return `<!doctype html>
${
  html`<html lang="${words.htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${body}
</body>
</html>
`.markup
}`
}
