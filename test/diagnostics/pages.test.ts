import { describe, expect, it } from 'vitest'
import { CATALOGUE, type DiagnosticCode } from '../../dsl/diagnostics/catalogue.ts'
import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { LONG_CASES, LONG_FACTS, LONG_SOURCES } from './generated.ts'
import { indexPage } from './index-page.ts'
import { type Block, filesOf, readPages } from './page.ts'
import { CASE_POLICY, FACTS_POLICY, REGISTER_POLICY, TIMES, VOCABULARY } from './preamble.ts'
import { caseProblems, dataProblems, exampleProgram, factProblems, fixed, problemsOf } from './sources.ts'
import { wordProblems } from './words.ts'
import { nodeOf, yamlTwin } from './yaml-twin.ts'

const PAGES = readPages()
/** Why a page of this code shows no example that runs. */
const PROSE_ONLY: Readonly<Record<string, string>> = {
  C899: 'no input is known that makes the program fail inside',
}
/** Fixes after which the author still has to decide something: applied, other findings remain. */
const CHOICES: Readonly<Record<string, string>> = {
  P120: '以下 is read in two ways, and R403 asks which is meant',
}
/** Codes of characters and syntax: a text with one of them has no whole tree to write as YAML. */
const UNREADABLE = /^[LP]/
/** Codes that point at another part of the same declaration in YAML. */
const ROUGHLY: Readonly<Record<string, string>> = {
  T352: 'the flag 可无 has no place of its own in the tree, so in YAML the name is pointed at',
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map((diagnostic) => diagnostic.code)
const ofPolicy = PAGES.flatMap((page) =>
  page.blocks.filter(({ lang }) => lang === 'policy' || lang === 'yaml').map((block) => ({ code: page.code, block })),
)
const ofData = PAGES.flatMap((page) =>
  page.blocks
    .filter(({ lang }) => lang === 'facts' || lang === 'suite' || lang === 'case' || lang === 'history')
    .map((block) => ({ code: page.code, block })),
)
const titled = ({ code, block }: { code: string; block: Block }) =>
  [`${code} ${block.good ? 'good' : 'bad'} ${block.lang}`, code, block] as const

describe('the shared frame', () => {
  it('is without fault itself', () => {
    expect(problemsOf([{ file: 'terms.policy', text: VOCABULARY }])).toEqual([])
    expect(exampleProgram().policy.id).toBe('example')
    expect(factProblems({}, TIMES.asOf)).toEqual([])
  })
})

describe('the pages', () => {
  it('are one for each code', () => {
    expect(PAGES.map((page) => page.code)).toEqual(Object.keys(CATALOGUE).sort())
  })

  it.each(PAGES.map((page) => [page.code, page] as const))('%s has both languages and both examples', (code, page) => {
    expect(page.title).toMatch(new RegExp(`^# ${code} \\S.*[\\u3400-\\u9fff].* / [A-Za-z“{\`】」「】}].*[a-z]`))
    expect(page.text).toContain('\n## 为什么 Why\n')
    const [zh, en] = page.text.split('## 为什么 Why\n')[1]!.trim().split('\n\n')
    expect(zh).toMatch(/[\u3400-\u9fff].*。/)
    expect(en).toMatch(/^[A-Z0-9“][^\u3400-\u9fff]*\.$/)
    const generated = code in LONG_SOURCES || code in LONG_FACTS || code in LONG_CASES || code in PROSE_ONLY
    expect(page.blocks.map((block) => block.good)).toEqual(generated ? [] : [false, true])
  })
})

describe('examples of policies', () => {
  it.each(ofPolicy.map(titled))('%s', (_title, code, block) => {
    expect(codes(problemsOf(filesOf(block), code))).toEqual(block.good ? [] : [code])
  })

  it.each(Object.entries(LONG_SOURCES))('%s, generated', (code, make) => {
    expect(codes(problemsOf([make(), { file: 'terms.policy', text: VOCABULARY }]))).toEqual([code])
  })

  const bad = ofPolicy.filter(({ block }) => !block.good)
  it.each(bad.map(titled))('%s: every word is there', (_title, code, block) => {
    const files = filesOf(block)
    const source = files.map((file) => file.text).join('\n')
    expect(problemsOf(files, code).flatMap((diagnostic) => wordProblems(diagnostic, source))).toEqual([])
  })

  it.each(bad.map(titled))('%s: its fixes mend it', (_title, code, block) => {
    const files = filesOf(block)
    for (const diagnostic of problemsOf(files, code)) {
      for (const fix of diagnostic.fixes ?? []) {
        const rest = codes(problemsOf(fixed(files, fix), code))
        if (code in CHOICES) expect(rest).not.toContain(code)
        else expect([fix.edits.map((edit) => edit.text), rest]).toEqual([fix.edits.map((edit) => edit.text), []])
      }
    }
  })

  const twins = bad.filter(({ code, block }) => block.lang === 'policy' && !UNREADABLE.test(code))
  it.each(twins.map(titled))('%s: the same in YAML', (_title, code, block) => {
    const files = filesOf(block)
    const twin = yamlTwin(files)
    const places = (sources: readonly SourceFile[]) =>
      problemsOf(sources, code).map((found) => nodeOf(found, sources, code in ROUGHLY))
    expect(places(twin)).toEqual(places(files))
  })
})

describe('examples of facts and suites', () => {
  it.each(ofData.map(titled))('%s', (_title, code, block) => {
    expect(codes(dataProblems(block))).toEqual(block.good ? [] : [code])
  })

  it.each(Object.entries(LONG_FACTS))('%s, generated', (code, make) => {
    const found = factProblems(make())
    expect(codes(found)).toEqual([code])
    expect(found.flatMap((diagnostic) => wordProblems(diagnostic, ''))).toEqual([])
  })

  it.each(Object.entries(LONG_CASES))('%s, generated', (code, make) => {
    const found = caseProblems(make())
    expect(codes(found)).toEqual([code])
    expect(found.flatMap((diagnostic) => wordProblems(diagnostic, ''))).toEqual([])
  })

  it.each(ofData.filter(({ block }) => !block.good).map(titled))('%s: every word is there', (_title, _code, block) => {
    expect(
      dataProblems(block).flatMap((diagnostic) =>
        wordProblems(diagnostic, block.text + VOCABULARY + FACTS_POLICY + CASE_POLICY + REGISTER_POLICY),
      ),
    ).toEqual([])
  })
})

describe('the catalogue', () => {
  it.each(Object.keys(CATALOGUE) as DiagnosticCode[])('%s says the same parts in both languages', (code) => {
    const { zh, en } = CATALOGUE[code] as { zh: object; en: object }
    const slots = (words: object) =>
      [
        ...new Set(
          [...JSON.stringify(words).matchAll(/\{([a-zA-Z]+)\}/g)].map((match) =>
            match[1]!.replace(/^en$/, 'zh').replace(/En$/, ''),
          ),
        ),
      ].sort()
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    expect(slots(en).filter((slot) => !slots(zh).includes(slot))).toEqual([])
  })

  it('has its index', async () => {
    await expect(indexPage()).toMatchFileSnapshot('../../docs/errors.md')
  })
})
