import type { Lang } from '../types.ts'
import type { Instrument } from './context.ts'
import { html, withDays } from './html.ts'
import { wholePage } from './page.ts'
import { titleOf } from './section-head.ts'
import { docWords } from './words.ts'

/** The page that lists all instruments. `files` are their pages, in the same order. */
export function indexPage(
  instruments: readonly Instrument[],
  files: readonly string[],
  lang: Lang,
  other: string | undefined,
): string {
  const words = docWords(lang)
  const cards = instruments.map(({ program, suites, procedureSuites }, i) => {
    const { policy } = program
    const place = [
      policy.level === undefined ? undefined : words.levels[policy.level],
      policy.jurisdiction,
      words.period(policy.inForce.from, policy.inForce.to),
    ]
    const cases = [...suites, ...procedureSuites].reduce((sum, suite) => sum + suite.cases.length, 0)
    return html`<li><a href="${files[i]}">${titleOf(program, lang)}</a>
<p class="ids">${policy.zh}${policy.version === undefined ? '' : ` · ${words.version} ${policy.version}`}</p>
<p>${withDays(place.filter((one) => one !== undefined).join(' · '))}</p>
<p class="remark">${words.counts(program.standards.length, program.procedures.length, cases)}</p></li>`
  })
  return wholePage(
    words.indexTitle,
    words,
    html`${other === undefined ? '' : html`<nav class="top"><a href="${other}">${words.otherLang}</a></nav>`}
<header><h1>${words.indexTitle}</h1><p>${words.indexLead(instruments.length)}</p></header>
<main><ul class="cards">${cards}</ul></main>`,
  )
}
