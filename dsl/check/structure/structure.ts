import type { Binding } from '../../bind/bind.ts'
import { KIND_WORDS } from '../../diagnostics/codes/names.ts'
import type { Diagnostic, DiagnosticArgs } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'
import { childrenOf, clause, mainValue, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { CLAUSES, type ClauseName, DECLS, type DeclKind } from '../../syntax/table.ts'
import { areaFindings } from './area.ts'
import { groupFindings } from './group.ts'
import { procedureFindings } from './procedure.ts'

const CITED: readonly DeclKind[] = [
  'standard',
  'must',
  'bar',
  'suspend',
  'weigh',
  'part',
  'procedure',
  'step',
  'effects',
  'register',
  'transition',
  'forbid',
  'target',
  'ranking',
]
const SUBJECT: readonly DeclKind[] = ['standard', 'relation', 'score', 'table', 'procedure', 'register', 'target', 'ranking']
/** Lines without a name that may lack something. */
const NAMELESS: readonly DeclKind[] = ['counting', 'rest', 'work', 'signatures', 'vote', 'window']
const ONCE: readonly DeclKind[] = [
  'title',
  'jurisdiction',
  'level',
  'version',
  'in_force',
  'document',
  'parent',
  'inputs',
  'otherwise',
]

/** What every declaration must have: clauses (T340), subjects (T341), dates in force (T342), parts (T343–T347), attributes once (T348), content (T350), areas (T353). */
export function checkStructure(binding: Binding): readonly Diagnostic[] {
  const { units, texts, diagnostics } = binding.linked
  const broken = diagnostics.filter(({ severity, code }) => severity === 'error' && /^[LP]/.test(code)).map(({ span }) => span)
  return units.flatMap((unit) => [...policyFindings(unit.decl), ...below(unit.decl, texts, broken)])
}

function policyFindings(decl: Decl): readonly Diagnostic[] {
  if (decl.kind !== 'policy' || !decl.name) return []
  const from = childrenOf(decl, 'in_force').some((inForce) => clause(inForce, 'from') !== undefined)
  return from ? [] : [finding('T342', decl.name.span, { name: nameText(decl) })]
}

function below(decl: Decl, texts: ReadonlyMap<string, string>, broken: readonly Span[]): readonly Diagnostic[] {
  const children = decl.children ?? []
  const found = children.flatMap((child) => [
    ...ownFindings(child, texts, broken),
    ...areaFindings(child),
    ...procedureFindings(child, texts),
    ...below(child, texts, broken),
  ])
  return [...repeated(decl), ...found]
}

/** Whether part of the declaration could not be read: its clause may stand there. What is broken in its body or its children says nothing of that. */
function unread(decl: Decl, broken: readonly Span[]): boolean {
  const body = decl.body as { readonly kind?: string; readonly span?: Span } | undefined
  if (body?.kind === 'error') return true
  const inside = (outer: Span | undefined, { file, start, end }: Span) =>
    outer !== undefined && outer.file === file && outer.start <= start && end <= outer.end
  return broken.some(
    (span) =>
      inside(decl.span, span) &&
      !(inside(body?.span, span) && span.end > body!.span!.start) &&
      !(decl.children ?? []).some((child) => inside(child.span, span)),
  )
}

/** The kind and name of a declaration in both languages. */
export function kindArgs(decl: Decl): DiagnosticArgs {
  const words = (KIND_WORDS as Partial<Record<DeclKind, { zh: string; en: string }>>)[decl.kind] ?? DECLS[decl.kind]
  return { kind: words.zh, kindEn: words.en, name: nameText(decl) }
}

function ownFindings(decl: Decl, texts: ReadonlyMap<string, string>, broken: readonly Span[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  // Without a name a declaration that wants one was not read to its end, and the parser has said so.
  const span = decl.name?.span ?? (NAMELESS.includes(decl.kind) ? decl.keywordSpan : undefined)
  if (!span) return found
  // What is adopted or copied brings its subject and its clauses along.
  const borrowed = clause(decl, 'adopts') !== undefined || clause(decl, 'same_as') !== undefined
  const lacksCite = CITED.includes(decl.kind) && !clause(decl, 'cite')?.length && !borrowed
  const lacksSubject = SUBJECT.includes(decl.kind) && !clause(decl, 'for') && !borrowed
  const whole = (lacksCite || lacksSubject) && !unread(decl, broken)
  if (lacksCite && whole) found.push(finding('T340', span, kindArgs(decl)))
  if (lacksSubject && whole) found.push(finding('T341', span, kindArgs(decl)))
  const lacking = lacks(decl)
  if (lacking) found.push(finding('T350', span, { ...kindArgs(decl), what: lacking.zh, whatEn: lacking.en }))
  return [...found, ...groupFindings(decl, texts)]
}

/** What a 计日 may say. */
const COUNTS: readonly ClauseName[] = ['days', 'first_day', 'deadline_day', 'rollover', 'by_calendar']

/** The clause or children without which the declaration says nothing. */
function lacks(decl: Decl): { readonly zh: string; readonly en: string } | undefined {
  const clauseMissing = (name: ClauseName) => (decl.clauses[name] === undefined ? CLAUSES[name] : undefined)
  const childMissing = (kind: DeclKind) => (childrenOf(decl, kind).length === 0 ? DECLS[kind] : undefined)
  switch (decl.kind) {
    case 'judgement':
      return clauseMissing('by')
    case 'score':
      return childMissing('points')
    case 'table':
      return childMissing('inputs') ?? childMissing('row')
    case 'calendar':
      return clauseMissing('from') ?? clauseMissing('to')
    case 'rest':
    case 'work':
      return clauseMissing('from')
    case 'signatures':
      return childMissing('party')
    case 'vote':
      return clauseMissing('by')
    case 'counting':
      return COUNTS.some((name) => decl.clauses[name] !== undefined) ? undefined : CLAUSES.days
    case 'window': {
      const range = mainValue(decl, 'window')
      return range && (!range.low || !range.high) ? { zh: range.low ? '至' : '自', en: range.low ? 'to' : 'from' } : undefined
    }
    case 'register':
      return clauseMissing('kept_in')
    case 'transition':
      return clauseMissing('entering')
    case 'enum':
    case 'reading':
      return Array.isArray(decl.body) && decl.body.length > 0 ? undefined : { zh: '选项', en: 'options' }
    default:
      return undefined
  }
}

function repeated(decl: Decl): readonly Diagnostic[] {
  const first = new Map<DeclKind, Decl>()
  return (decl.children ?? []).flatMap((child) => {
    if (!ONCE.includes(child.kind)) return []
    const earlier = first.get(child.kind)
    if (!earlier) {
      first.set(child.kind, child)
      return []
    }
    const words = DECLS[child.kind]
    const labels = [{ span: earlier.keywordSpan, word: 'first' }]
    return [finding('T348', child.keywordSpan, { what: words.zh, whatEn: words.en }, { labels })]
  })
}
