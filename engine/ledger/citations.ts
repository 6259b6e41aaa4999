import type { Cite, Program, Term } from '../../dsl/lower/program.ts'

/** What answers an article: a declaration of the program, a part of one, or the policy's own 施行. `kind` as the program's lists are called, items and steps by their own. */
export interface Answer {
  readonly kind: string
  readonly id: string
  readonly zh: string
  readonly en: string
  /** stands in a standard, a procedure, an effect or a register: something the policy decides by */
  readonly decides: boolean
}

const DECIDING: ReadonlySet<string> = new Set(['standards', 'procedures', 'effects', 'registers', 'targets', 'rankings'])
const KINDS: Readonly<Record<string, string>> = {
  policy: 'policy',
  parameters: 'parameter',
  readings: 'reading',
  externals: 'external',
  definitions: 'definition',
  standards: 'standard',
  relations: 'relation',
  papers: 'paper',
  procedures: 'procedure',
  effects: 'effects',
  registers: 'register',
  targets: 'target',
  rankings: 'ranking',
}
const INNER: Readonly<Record<string, string>> = {
  items: 'item',
  parts: 'part',
  phases: 'phase',
  steps: 'step',
  rows: 'row',
}

type Visit = (cite: Cite, answer: Answer) => void

/** Every citation of the program with what makes it, in the program's order. Whatever is added to the program with `cites` is found as well. */
export function citationsOf(program: Program, visit: Visit): void {
  for (const [list, value] of Object.entries(program)) {
    const kind = KINDS[list]
    if (kind === undefined && !Array.isArray(value)) continue
    if (list === 'sources' || list === 'units') continue
    walk(value, { kind: kind ?? list, id: '', zh: '', en: '', decides: DECIDING.has(list) }, visit)
  }
}

function walk(value: unknown, within: Answer, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, within, visit)
    return
  }
  if (value === null || typeof value !== 'object') return
  const own = isTerm(value) ? { ...within, id: value.id, zh: value.zh, en: value.en } : within
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'cites' && Array.isArray(inner)) for (const cite of inner) visit(cite as Cite, own)
    else if (typeof inner === 'object') walk(inner, { ...own, kind: kindWithin(own.kind, key) }, visit)
  }
}

/** Lines of an 效果 are effects, those of a 计分 points. */
function kindWithin(kind: string, list: string): string {
  return list === 'lines' ? (kind === 'effects' ? kind : 'points') : (INNER[list] ?? kind)
}

function isTerm(value: object): value is Term {
  const { id, zh, en } = value as Partial<Term>
  return typeof id === 'string' && typeof zh === 'string' && typeof en === 'string'
}
