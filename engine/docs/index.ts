import type { Lang } from '../types.ts'
import type { Instrument } from './context.ts'
import { indexPage } from './index-page.ts'
import { instrumentPage } from './page.ts'
import { titleOf } from './section-head.ts'

export type { Instrument, Timetable } from './context.ts'

/** A file of the documentation. */
export interface DocFile {
  readonly path: string
  readonly text: string
}

/**
 * The pages of instruments, one each, and an index, in the languages asked for. The first language has the plain names (index.html, henan_county.html), a second one
 * its own (index.en.html). The same programs and suites give the same bytes.
 */
export function documentation(instruments: readonly Instrument[], langs: readonly [Lang, ...Lang[]]): readonly DocFile[] {
  const names = fileNames(instruments)
  return langs.flatMap((lang) => {
    const file = (name: string, of: Lang) => `${name}${of === langs[0] ? '' : `.${of}`}.html`
    const policies = new Map(
      instruments.map(
        ({ program }, i) => [program.policy.id, { title: titleOf(program, lang), href: file(names[i]!, lang) }] as const,
      ),
    )
    const second = langs.find((one) => one !== lang)
    const other = (name: string) => (second === undefined ? undefined : file(name, second))
    return [
      {
        path: file('index', lang),
        text: indexPage(
          instruments,
          names.map((name) => file(name, lang)),
          lang,
          other('index'),
        ),
      },
      ...instruments.map((instrument, i) => {
        const otherPage = other(names[i]!)
        const links = { index: file('index', lang), policies, ...(otherPage === undefined ? {} : { other: otherPage }) }
        return { path: file(names[i]!, lang), text: instrumentPage(instrument, lang, links) }
      }),
    ]
  })
}

/** Names that are safe as files and different from one another: a policy's id, with its version where there are several. */
function fileNames(instruments: readonly Instrument[]): readonly string[] {
  const taken = new Set(['index'])
  return instruments.map(({ program: { policy } }) => {
    const id = safe(policy.id)
    const several = instruments.filter(({ program }) => program.policy.id === policy.id).length > 1
    let name = several && policy.version !== undefined ? `${id}-${safe(policy.version)}` : id
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${id}-${n}`
    taken.add(name.toLowerCase())
    return name
  })
}

function safe(name: string): string {
  return [...name].map((c) => (/[\p{Script=Han}A-Za-z0-9_-]/u.test(c) ? c : `~${c.codePointAt(0)!.toString(16)}`)).join('')
}
