import { readdirSync, readFileSync } from 'node:fs'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { aroundItem, aroundPart, aroundYamlItem, aroundYamlPart, VOCABULARY } from './preamble.ts'

const FOLDER = 'dsl/diagnostics/pages'

/** One fenced example of a page. `place` says what the test puts around it; `whole` nothing. */
export interface Block {
  readonly lang: 'policy' | 'yaml' | 'facts' | 'suite' | 'case' | 'history' | 'call' | 'js'
  readonly place: 'whole' | 'item' | 'part'
  readonly good: boolean
  /** of facts: the day to decide on, when it is another than the usual one */
  readonly asOf?: string
  readonly text: string
}

export interface Page {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Every page of the error index, by code. */
export function readPages(): readonly Page[] {
  const names = readdirSync(FOLDER).sort()
  return names.map((name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
    return { code: name.replace(/\.md$/, ''), title: text.slice(0, text.indexOf('\n')), text, blocks: blocksOf(text) }
  })
}

const FENCE =
  /^```(policy|yaml|facts|suite|case|history|call|js)(?: (item|part))? (bad|good)(?: (\d{4}-\d{2}-\d{2}))?\n([\s\S]*?)^```$/gm

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(FENCE)].map((match) => ({
    lang: match[1] as Block['lang'],
    place: (match[2] ?? 'whole') as Block['place'],
    good: match[3] === 'good',
    ...(match[4] === undefined ? {} : { asOf: match[4] }),
    text: match[5]!,
  }))
}

/** The text with the frame of its place around it. */
function framed({ lang, place, text }: Block): string {
  if (place === 'whole') return text
  if (lang === 'yaml') return place === 'item' ? aroundYamlItem(text) : aroundYamlPart(text)
  return place === 'item' ? aroundItem(text) : aroundPart(text)
}

/** A line `// file: NAME` begins another file of the same example. */
const FILE_LINE = /^\/\/ file: (.+)\n/m

/** The files an example is compiled with, the example's own first, the vocabulary last. */
export function filesOf(block: Block): readonly SourceFile[] {
  const ending = block.lang === 'yaml' ? 'policy.yaml' : 'policy'
  const [own, ...more] = block.text.split(FILE_LINE)
  const others = more.flatMap((text, i) => (i % 2 === 0 ? [{ file: text, text: more[i + 1]! }] : []))
  const first = { file: `example.${ending}`, text: framed({ ...block, text: own! }) }
  return [first, ...others, { file: 'terms.policy', text: VOCABULARY }]
}
