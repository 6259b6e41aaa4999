import type { Item, Program, Term } from '../../dsl/lower/program.ts'
import { anchor } from './html.ts'

/** Where the rules of a program stand on its page. */
export interface Places {
  /** the name of a rule's place, different for each */
  readonly of: (rule: Term) => string
  /** the place of the first rule of a kind with an id; kinds are those of the ledger's answers */
  readonly find: (kind: string, id: string) => string | undefined
}

/** Gives every rule that has a place of its own on the page a name. Ids are unique within their list only, so a second one of an id is numbered. */
export function placesOf(program: Program): Places {
  const names = new Map<Term, string>()
  const first = new Map<string, string>()
  const taken = new Set<string>()
  const add = (kind: string, rule: Term) => {
    const plain = anchor(kind, rule.id)
    let name = plain
    for (let n = 2; taken.has(name); n++) name = `${plain}-${n}`
    taken.add(name)
    names.set(rule, name)
    if (!first.has(`${kind} ${rule.id}`)) first.set(`${kind} ${rule.id}`, name)
  }
  const addItem = (item: Item) => {
    add(item.kind === 'part' ? 'part' : 'item', item)
    for (const part of item.group?.parts ?? []) addItem(part)
  }
  const lists: readonly (readonly [string, readonly Term[]])[] = [
    ['standard', program.standards],
    ['procedure', program.procedures],
    ['register', program.registers],
    ['effects', program.effects],
    ['target', program.targets],
    ['ranking', program.rankings],
    ['parameter', program.parameters],
    ['reading', program.readings],
    ['definition', program.definitions],
    ['external', program.externals],
    ['paper', program.papers],
  ]
  for (const [kind, rules] of lists) for (const rule of rules) add(kind, rule)
  for (const { items } of program.standards) for (const item of items) addItem(item)
  for (const { steps } of program.procedures) for (const step of steps) add('step', step)
  for (const { transitions, forbidden } of program.registers)
    for (const one of [...transitions, ...forbidden]) add('register', one)
  for (const { lines } of program.effects) for (const line of lines) add('effects', line)
  return {
    of: (rule) => names.get(rule) ?? '',
    find: (kind, id) => first.get(`${kind} ${id}`),
  }
}
