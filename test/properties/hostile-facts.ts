import { AT } from '../oracle/tiny.ts'

/** Facts nobody sends by accident, and what must come of them: refusal, or the decision on the plain facts named. */
export interface Attack {
  readonly name: string
  readonly facts: () => unknown
  readonly like: 'rejected' | 'any' | Readonly<Record<string, unknown>>
}

const boom = (): never => {
  throw new Error('boom')
}
const refused = (name: string, facts: () => unknown): Attack => ({ name, facts, like: 'rejected' })
const same = (name: string, facts: () => unknown, like: Readonly<Record<string, unknown>>): Attack => ({ name, facts, like })
const anything = (name: string, facts: () => unknown): Attack => ({ name, facts, like: 'any' })
/** As JSON.parse makes it: an own key even for __proto__. */
const own = (text: string) => (): unknown => JSON.parse(text)

const KEYS: readonly Attack[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
].flatMap((key) => [
  refused(`${key} as a fact`, own(`{"a": true, "${key}": {"polluted": true}}`)),
  refused(`${key} in an element`, own(`{"people": [{"${key}": {"polluted": true}}]}`)),
  refused(`${key} in a member`, own(`{"place": {"${key}": {"polluted": true}}}`)),
  refused(`${key} in a list’s wrapper`, own(`{"people": {"items": [], "${key}": true}}`)),
  refused(`${key} beside a value`, own(`{"a": {"value": true, "${key}": {"polluted": true}}}`)),
  refused(`${key} in a judgement`, own(`{"stable": {"value": true, "role": "office", "on": "2019-01-01", "${key}": 1}}`)),
  refused(`${key} as a year`, own(`{"income": {"2019": 1, "${key}": {"polluted": true}}}`)),
  refused(`${key} in a departure`, own(`{"departures": [{"${key}": {"polluted": true}}]}`)),
  refused(`${key} as a category`, own(`{"cause": "${key}"}`)),
  refused(`${key} as a role`, own(`{"stable": {"value": true, "role": "${key}", "on": "2019-01-01"}}`)),
  refused(`${key} as an item`, own(`{"departures": [{"item": "${key}", "reason": "x", "by": "y", "on": "2019-01-01"}]}`)),
])

const TRAPS = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'isExtensible', 'apply'] as const

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

const CODE: readonly Attack[] = [
  same(
    'a getter',
    () => ({
      get a() {
        return true
      },
    }),
    { a: true },
  ),
  refused('a getter that throws', () => ({
    get a() {
      return boom()
    },
  })),
  refused('a getter that throws, in an element', () => ({
    people: [
      {
        get f() {
          return boom()
        },
      },
    ],
  })),
  refused('a getter that throws what is no error', () => ({
    get a() {
      throw undefined
    },
  })),
  same('a proxy that forwards', () => new Proxy({ a: true }, {}), { a: true }),
  ...TRAPS.map((trap) => anything(`a proxy whose ${trap} throws`, () => new Proxy({ a: true }, { [trap]: boom }))),
  ...TRAPS.map((trap) => anything(`a list whose ${trap} throws`, () => ({ many: new Proxy([{}], { [trap]: boom }) }))),
  refused('a proxy that throws on everything', () => new Proxy({}, new Proxy({}, { get: boom }))),
  refused('a revoked proxy', () => revoked({})),
  refused('a revoked proxy as a value', () => ({ x: revoked({}) })),
  refused('a revoked list', () => ({ many: revoked([]) })),
  refused('a revoked list as a number', () => ({ x: revoked([]) })),
  refused('a list that says it is endless', () => ({
    many: new Proxy([], { get: (list, key) => (key === 'length' ? 2 ** 53 : Reflect.get(list, key)) }),
  })),
  refused('a list that yields itself', () => {
    const list: unknown[] = []
    list.push(list)
    return { many: list }
  }),
  anything('a value that differs each time', () => {
    let calls = 0
    return {
      get a() {
        return calls++ % 2 === 0
      },
    }
  }),
  anything('an object that grows while it is read', () => {
    const facts: Record<string, unknown> = {
      get a() {
        facts['b'] = true
        return true
      },
    }
    return facts
  }),
  refused('an object that turns into a number', () => ({ x: { valueOf: () => 3, [Symbol.toPrimitive]: () => 3 } })),
  refused('a function', () => () => ({})),
  refused('a function as a value', () => ({ a: () => true })),
]

class Household {
  readonly a = true
  get b(): boolean {
    return false
  }
}

const nested = (depth: number): unknown => {
  let facts: Record<string, unknown> = { a: true }
  for (let i = 0; i < depth; i++) facts = { place: facts }
  return facts
}

const SHAPES: readonly Attack[] = [
  ...[undefined, null, true, 3, 'text', 10n, Symbol('s'), [], new Date(0), new Map(), new Set(), /x/, Promise.resolve({})].map(
    (facts) => refused(`${Object.prototype.toString.call(facts)} for a record`, () => facts),
  ),
  ...[new Date(0), new Map(), new Boolean(true), new Number(3), new String('x'), new Uint8Array(2), 10n, Symbol('s')].map(
    (value) => refused(`${Object.prototype.toString.call(value)} for a value`, () => ({ a: value })),
  ),
  same('an instance of a class: its own facts', () => new Household(), { a: true }),
  same('inherited facts are none', () => Object.create({ a: true }), {}),
  same('a record without prototype', () => Object.assign(Object.create(null) as object, { a: true }), { a: true }),
  same('symbols as keys', () => ({ a: true, [Symbol('a')]: false, [Symbol.iterator]: boom }), { a: true }),
  same('keys that are not listed', () => Object.defineProperty({ a: true }, 'b', { value: 'nonsense', enumerable: false }), {
    a: true,
  }),
  same('a frozen record', () => Object.freeze({ a: true }), { a: true }),
  same('a list with a key of its own', () => ({ people: Object.assign([{ f: true }], { extra: 1 }) }), { people: [{ f: true }] }),
  refused('holes in a list', () => ({ people: Object.assign(new Array(2), { 1: { f: true } }) })),
  refused('holes among judgements', () => ({
    stable: Object.assign(new Array(2), { 1: { value: true, role: 'office', on: '2019-01-01' } }),
  })),
  refused('holes among departures', () => ({ departures: new Array(3) })),
  refused('a record that holds itself', () => {
    const facts: Record<string, unknown> = { a: true }
    facts['place'] = facts
    return facts
  }),
  refused('an element that holds its owner', () => {
    const facts: Record<string, unknown> = {}
    facts['place'] = { people: [{ f: facts }] }
    return facts
  }),
  refused('ten thousand levels', () => nested(10_000)),
]

const NUMBERS: readonly Attack[] = [
  ...[
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0.1 + 0.2,
    2 ** 53,
    1e-308,
    '1e5',
    '0x10',
    '１２',
    ' 3',
    '3 ',
    '+3',
  ].map((x) => refused(`${JSON.stringify(x)} (${String(x)}) for a number`, () => ({ x }))),
  same('minus zero', () => ({ x: -0 }), { x: 0 }),
  same('leading zeros in a text', () => ({ y: '0003.10' }), { y: '3.1' }),
  refused('1e308 where 10 is the most', () => ({ x: 1e308 })),
  anything('1e308', () => ({ y: 1e308 })),
  anything('a million nines', () => ({ y: '9'.repeat(1_000_000) })),
  anything('a million nines behind the point', () => ({ y: `0.${'9'.repeat(1_000_000)}` })),
  anything('a million minus signs', () => ({ y: '-'.repeat(1_000_000) })),
  refused('a bigint of 300,000 digits', () => ({ y: 10n ** 300_000n })),
  refused('a date far away', () => ({ day: '+275760-09-13' })),
  refused('a date of no month', () => ({ day: '2019-99-99' })),
]

const TEXTS: readonly Attack[] = [
  anything('half a character as an id', () => ({ id: '\ud800' })),
  refused('half a character as a key', () => ({ '\ud800': true })),
  refused('half a character as a category', () => ({ cause: '\udc00因病' })),
  refused('a text of a million characters for a date', () => ({ day: '2'.repeat(1_000_000) })),
  refused('a text of a million characters for a category', () => ({ cause: '病'.repeat(1_000_000) })),
  refused('a key of a million characters', () => ({ ['a'.repeat(1_000_000)]: true })),
  anything('an id of a million characters', () => ({ id: 'x'.repeat(1_000_000) })),
  refused('a NUL and a line feed', () => ({ cause: 'ill\u0000\n' })),
  refused('a category in another normal form', () => ({ cause: 'poor\u0301' })),
]

const person = Object.freeze({ f: true, p: false, n: 3 })
const unknownPerson = Object.freeze({})

const CROWDS: readonly Attack[] = [
  refused('a million elements where four are the most', () => ({ people: new Array(1_000_000).fill(person) })),
  anything('a hundred thousand elements, all known', () => ({ many: new Array(100_000).fill(person) })),
  anything('a thousand elements of which nothing is known', () => ({ many: new Array(1000).fill(unknownPerson) })),
  refused('a million elements of which nothing is known', () => ({ many: new Array(1_000_000).fill(unknownPerson) })),
  refused('as many elements as an array can have, none of them there', () => ({ many: new Array(2 ** 32 - 1) })),
  refused('a million elements that are none', () => ({ many: new Array(1_000_000).fill(7) })),
  refused('two hundred thousand keys', () => Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`k${i}`, i]))),
  anything('a hundred thousand judgements', () => ({
    stable: Array.from({ length: 100_000 }, () => ({ value: true, role: 'office', on: AT.asOf })),
  })),
  refused('a hundred thousand departures for nothing', () => ({
    departures: Array.from({ length: 100_000 }, () => ({ item: 'no', reason: 'x', by: 'y', on: AT.asOf })),
  })),
  refused('one element that doubles at every level', () => {
    let place: Record<string, unknown> = { a: true }
    for (let i = 0; i < 30; i++) place = { place, people: [{ f: true }, { f: true }], many: [{}, {}] }
    return { many: [place, place] }
  }),
  anything('every year there is', () => ({
    income: Object.fromEntries(Array.from({ length: 9999 }, (_, i) => [String(i + 1).padStart(4, '0'), i])),
  })),
]

export const ATTACKS: readonly Attack[] = [...KEYS, ...CODE, ...SHAPES, ...NUMBERS, ...TEXTS, ...CROWDS]
