import type { Procedure } from '../../dsl/lower/program-procedure.ts'
import { CASE_WORDS } from '../procedure/words.ts'
import type { CaseExpectation, ProcedureSuite } from '../testing/case/suite.ts'
import type { Expectation, Suite } from '../testing/suite.ts'
import { outcomeText } from '../testing/words.ts'
import type { Context } from './context.ts'
import { type Html, html } from './html.ts'
import { shown } from './names.ts'
import { table } from './table.ts'

/** The policy's tests: the name of each case and what is expected of it. */
export function testsHtml(context: Context): Html {
  const { names, words, program } = context
  return html`<p class="remark">${words.invented}</p>${context.suites.map((suite) => suiteHtml(names.standard(suite.standard), casesOf(suite, context), context))}${context.procedureSuites.map(
    (suite) => {
      const procedure = program.procedures.find(({ id }) => id === suite.procedure)
      return suiteHtml(names.procedure(suite.procedure), listsOf(suite, procedure, context), context)
    },
  )}`
}

type Told = readonly [name: string, expected: string]

function suiteHtml(about: string, cases: readonly Told[], { words }: Context): Html {
  const rows = cases.map((cells) => ({ cells }))
  return html`<details><summary>${words.casesOf(about, cases.length)}</summary>
${table([words.testCase, words.expected], rows)}</details>
`
}

function casesOf(suite: Suite, context: Context): readonly Told[] {
  const { words } = context
  return suite.cases.map(({ name, expect, sweep }) => {
    const parts = [expected(expect, context), ...(sweep === undefined ? [] : [words.sweep])]
    return [name, parts.filter((text) => text !== '').join(words.comma)]
  })
}

function expected({ outcome, rejected, items }: Expectation, { names, words }: Context): string {
  if (rejected !== undefined) return words.refused(rejected.join(words.comma))
  const parts = [
    ...(outcome === undefined ? [] : [outcomeText(outcome, names.lang)]),
    ...(items === undefined ? [] : [words.itemsExpected(Object.keys(items).length)]),
  ]
  return parts.join(words.comma)
}

function listsOf(suite: ProcedureSuite, procedure: Procedure | undefined, context: Context): readonly Told[] {
  const { words } = context
  return suite.cases.map(({ name, expect, on }) => [name, [on, ...standing(expect, procedure, context)].join(words.comma)])
}

/** What a list is expected to have come to: its state, what is amiss, who may exit. */
function standing(expect: CaseExpectation, procedure: Procedure | undefined, { names, words }: Context): readonly string[] {
  const said = CASE_WORDS[names.lang]
  if (expect.rejected !== undefined) return [words.refused(expect.rejected.join(words.comma))]
  const amiss = expect.findings?.map((finding) => {
    const [code, stepId] = finding.split('.').reverse()
    const step = procedure?.steps.find(({ id, zh }) => id === stepId || zh === stepId)
    const title = Object.hasOwn(said.finding, code!) ? said.finding[code as keyof typeof said.finding].title : code!
    return step === undefined ? title : `${shown(step, names.lang)}${words.colon}${title}`
  })
  return [
    ...(expect.state === undefined ? [] : [said.caseState[expect.state]]),
    ...(amiss === undefined ? [] : amiss.length === 0 ? [words.noFindings] : [amiss.join(words.semicolon)]),
  ]
}
