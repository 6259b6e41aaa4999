import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import { childrenOf, clause, mainValue, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { CLAUSES, type ClauseName, DECLS, type DeclKind } from '../../syntax/table.ts'
import { countFixes } from './group.ts'

/** Clauses that cannot both be said in one line or step. */
const EITHER: Partial<Record<DeclKind, readonly (readonly [ClauseName, ClauseName])[]>> = {
  step: [
    ['listwise', 'each'],
    ['after', 'alongside'],
  ],
  posting: [['at_least', 'exactly']],
  announcement: [['at_least', 'exactly']],
  vote: [['over', 'at_least']],
  on_objection: [['goto', 'drop']],
  on_refusal: [['goto', 'drop']],
  on_fail: [['goto', 'drop']],
}

/** What is wrong in the shape of procedures whatever their conditions say: T347, T354 to T357, T360. */
export function procedureFindings(decl: Decl, texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  return [...excluding(decl), ...misplaced(decl), ...omitted(decl), ...parties(decl, texts), ...outOfReach(decl)]
}

function excluding(decl: Decl): readonly Diagnostic[] {
  return (EITHER[decl.kind] ?? []).flatMap(([a, b]) => {
    if (decl.clauses[a] === undefined || decl.clauses[b] === undefined) return []
    const args = { a: CLAUSES[a].zh, aEn: CLAUSES[a].en, b: CLAUSES[b].zh, bEn: CLAUSES[b].en }
    return [finding('T354', decl.name?.span ?? decl.keywordSpan, args)]
  })
}

/** 时段 and 期限 belong to a phase or step, 计日 to the procedure. */
function misplaced(decl: Decl): readonly Diagnostic[] {
  if (decl.kind !== 'procedure' && decl.kind !== 'phase') return []
  const wrong: readonly DeclKind[] = decl.kind === 'procedure' ? ['window', 'due'] : ['counting']
  return directly(decl)
    .filter((child) => wrong.includes(child.kind))
    .map((child) => {
      const [what, holder] = [DECLS[child.kind], DECLS[decl.kind]]
      return finding('T360', child.keywordSpan, { what: what.zh, whatEn: what.en, holder: holder.zh, holderEn: holder.en })
    })
}

/** The children of a declaration, those under 按 and 取 among them. */
function directly(decl: Decl): readonly Decl[] {
  return (decl.children ?? []).flatMap((child) =>
    child.kind === 'by_reading_steps' || child.kind === 'arm_steps' ? directly(child) : [child],
  )
}

function omitted(decl: Decl): readonly Diagnostic[] {
  const omits = childrenOf(decl, 'omit')
  if (decl.kind === 'step') return omits.map((omit) => finding('T355', omit.keywordSpan))
  // Without a name the declaration was not read to its end: 沿用 may stand there.
  if (clause(decl, 'adopts') || !decl.name) return []
  return omits.map((omit) => finding('T356', omit.keywordSpan, { name: nameText(decl) }))
}

function parties(decl: Decl, texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  if (decl.kind !== 'signatures') return []
  const stated = clause(decl, 'stated')
  const actual = childrenOf(decl, 'party').length
  if (!stated || actual === 0 || stated.value === actual) return []
  const fixes = countFixes(stated.span, actual, texts)
  return [finding('T357', stated.span, { stated: stated.value, actual }, { fixes })]
}

/** T347: 至少 N of fewer than N roles. */
function outOfReach(decl: Decl): readonly Diagnostic[] {
  if (decl.kind !== 'actor' && decl.kind !== 'attend' && decl.kind !== 'party') return []
  const combine = clause(decl, 'combine')
  const roles = mainValue(decl, decl.kind)?.length ?? 0
  if (combine?.mode !== 'at_least' || (combine.n >= 1 && combine.n <= roles)) return []
  return [finding('T347', combine.span, { n: combine.n, parts: roles })]
}
