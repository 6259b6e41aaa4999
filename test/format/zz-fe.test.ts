import fc from 'fast-check'
import { test } from 'vitest'
import { format } from '../../dsl/format/index.ts'
import { equalDocuments } from '../../dsl/syntax/equal.ts'
import { type DeclKind } from '../../dsl/syntax/table.ts'
import { anyDecl } from '../properties/arbitrary-document.ts'
import { read, WAYS } from './spellings.ts'
for (const options of WAYS) for (const kind of ['policy','procedure','register','effects','target','ranking','paper','calendar'] as DeclKind[])
  test(`${options.lang} ${options.spelling} ${kind}`, () => {
    fc.assert(fc.property(anyDecl(kind, 5), (decl) => {
      const policy = kind === 'policy' ? decl : { kind: 'policy' as const, name: { id: 'p', span: decl.span }, clauses: {}, children: [decl], comments: { leading: [], trailing: [], inner: [] }, keywordSpan: decl.span, span: decl.span }
      const document = { file: 'f', spelling: 'dsl' as const, declarations: [policy], comments: [] }
      const text = format(document, options)
      const { document: back, diagnostics } = read(text, options.spelling)
      const error = diagnostics.find((d) => d.severity === 'error')
      if (error) throw new Error(`${error.code} ${JSON.stringify(error.args)} <<${text.slice(0, error.span.start)}>>>${text.slice(error.span.start, error.span.end)}<<<${text.slice(error.span.end, error.span.end+60)}`)
      if (!equalDocuments(document, back)) throw new Error('DIFF ' + text)
      if (format(back, options) !== text) throw new Error('UNSTABLE ' + text)
    }), { numRuns: Number(process.env.RUNS ?? 400), endOnFailure: false })
  }, 120000)
