import { NOWHERE } from '../source/span.ts'
import type { Name } from '../syntax/declaration.ts'

/** Names that need no declaration: the two times, the two functions, the parts of a date. A declared name of the same spelling wins. */
export interface Builtin {
  readonly id: 'year' | 'as_of' | 'age' | 'days' | 'date_year' | 'date_month' | 'date_day'
  readonly role: 'time' | 'function' | 'date_member'
  readonly name: Name
}

function builtin(id: Builtin['id'], role: Builtin['role'], zh: string, en: string): Builtin {
  return { id, role, name: { zh, id: en, span: NOWHERE } }
}

export const BUILTINS: readonly Builtin[] = [
  builtin('year', 'time', '年度', 'year'),
  builtin('as_of', 'time', '评定日', 'as_of'),
  builtin('age', 'function', '周岁', 'age'),
  builtin('days', 'function', '天数', 'days'),
  builtin('date_year', 'date_member', '年', 'year'),
  builtin('date_month', 'date_member', '月', 'month'),
  builtin('date_day', 'date_member', '日', 'day'),
]

/** The builtin of that name in that role. */
export function builtinNamed(text: string, role: Builtin['role']): Builtin | undefined {
  return BUILTINS.find((entry) => entry.role === role && (entry.name.zh === text || entry.name.id === text))
}
