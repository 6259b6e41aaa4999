import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { decide, type Prepared, prepare } from '../../engine/index.ts'
import type { Decision, Facts } from '../../engine/types.ts'
import { root } from '../built.ts'
import { AT, cmp, item, must, NUMBER, num, programOf, read, standard } from '../oracle/tiny.ts'
import { shuffle } from './arbitrary/draw.ts'
import { buildFacts, buildProgram, type Draw, drawFrom, reorder, TIMES } from './arbitrary/index.ts'

/** A random program, one of its standards, and facts of some subjects. */
interface World {
  readonly draw: Draw
  readonly program: Program
  readonly standard: string
  readonly subjects: readonly Facts[]
}

function worldOf(seed: number): World {
  const draw = drawFrom(seed)
  const program = buildProgram(draw)
  const standard = draw.pick(program.standards).id
  return { draw, program, standard, subjects: Array.from({ length: 5 }, () => buildFacts(draw, program, standard)) }
}

const worlds = (count: number): readonly World[] => Array.from({ length: count }, (_, seed) => worldOf(seed + 1))
const decided = ({ standard }: World, program: Program, facts: Facts): Decision => decide(program, standard, facts, TIMES)
const outcome = (decision: Decision): string => (decision.kind === 'decided' ? decision.record.outcome : 'rejected')
const byId = (decision: Decision): unknown =>
  decision.kind === 'decided'
    ? Object.fromEntries(decision.record.items.map(({ id, value, effect }) => [id, { value, effect }]))
    : 'rejected'

describe('order is irrelevant', () => {
  test('of the items of standards', () => {
    for (const world of worlds(150)) {
      const { program, draw } = world
      const standards = program.standards.map((s) => ({ ...s, items: shuffle(draw, s.items) }))
      for (const facts of world.subjects) {
        const [a, b] = [decided(world, program, facts), decided(world, { ...program, standards }, facts)]
        expect([outcome(b), byId(b)]).toEqual([outcome(a), byId(a)])
        if (a.kind === 'decided' && b.kind === 'decided' && !a.record.missing.truncated)
          expect(b.record.missing).toEqual(a.record.missing)
      }
    }
  })

  test('of declarations', () => {
    for (const world of worlds(100)) {
      const { program, draw } = world
      const turned: Program = {
        ...program,
        entities: shuffle(draw, program.entities).map((e) => ({ ...e, fields: shuffle(draw, e.fields) })),
        parameters: shuffle(draw, program.parameters),
        definitions: shuffle(draw, program.definitions),
        standards: shuffle(draw, program.standards),
        roles: shuffle(draw, program.roles),
      }
      for (const facts of world.subjects)
        expect(byId(decided(world, turned, facts))).toEqual(byId(decided(world, program, facts)))
    }
  })

  test('of keys, members and acts in facts', () => {
    let people = 0
    for (const world of worlds(200)) {
      const prepared = prepare(world.program, world.standard)
      for (const facts of world.subjects) {
        const turned = reorder(world.draw, facts) as Facts
        const [a, b] = [decided(world, world.program, facts), decided(world, world.program, turned)]
        expect([outcome(b), byId(b)]).toEqual([outcome(a), byId(a)])
        expect(prepared.items(turned, TIMES)).toEqual(prepared.items(facts, TIMES))
        if (JSON.stringify(turned).length > 200) people++
      }
    }
    expect(people).toBeGreaterThan(100)
  })

  test('of keys, down to the digest of the facts', () => {
    const turn = (json: unknown): unknown =>
      Array.isArray(json)
        ? json.map(turn)
        : typeof json === 'object' && json !== null
          ? Object.fromEntries(
              Object.entries(json)
                .reverse()
                .map(([key, value]) => [key, turn(value)]),
            )
          : json
    for (const world of worlds(100)) {
      for (const facts of world.subjects) {
        expect(decided(world, world.program, turn(facts) as Facts)).toEqual(decided(world, world.program, facts))
      }
    }
  })

  test('of policy files: the same programs, the same digests', () => {
    const folders = ['policies', 'examples'].map((name) => join(root, name))
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.policy'))
        .map((path) => ({ file: path, text: readFileSync(join(folder, path), 'utf8') })),
    )
    const digests = (given: typeof files) =>
      Object.fromEntries([...compile(given).programs].map(([id, { digest, units }]) => [id, { digest, units }]))
    const first = digests(files)
    expect(Object.keys(first).length).toBeGreaterThan(2)
    const draw = drawFrom(11)
    for (let i = 0; i < 5; i++) expect(digests(shuffle(draw, files))).toEqual(first)
  })
})

describe('a program is plain data', () => {
  function frozen<T>(value: T): T {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
    return value
  }

  test('cloned, sent as JSON or frozen it decides the same, and deciding leaves no trace in it or in the facts', () => {
    for (const world of worlds(120)) {
      const { program, standard, subjects } = world
      const texts = JSON.stringify([program, subjects])
      const others = [structuredClone(program), JSON.parse(JSON.stringify(program)) as Program, frozen(structuredClone(program))]
      const prepared = [program, ...others].map((one) => prepare(one, standard))
      for (const facts of frozen(structuredClone(subjects))) {
        const expected = decided(world, program, facts)
        for (const other of others) expect(decided(world, other, facts)).toEqual(expected)
        const answers = prepared.map((p) => [p.verdict(facts, TIMES), p.items(facts, TIMES), p.decide(facts, TIMES)])
        for (const answer of answers) expect(answer).toEqual(answers[0])
        expect(answers[0]?.[2]).toEqual(expected)
      }
      expect(JSON.stringify([program, subjects])).toBe(texts)
    }
  })
})

const answers = (prepared: Prepared, facts: Facts): unknown => [
  prepared.verdict(facts, AT),
  prepared.items(facts, AT),
  prepared.missing(facts, AT),
]
/** Past the calls the compiled path takes no part in. */
const warm = (prepared: Prepared): Prepared => {
  for (let call = 0; call < 4; call++) prepared.items({}, AT)
  return prepared
}
const line = (figure: number): Program =>
  programOf([
    standard([
      must(cmp('gt', read('x', 0, NUMBER), num(figure))),
      item('also', 'must', cmp('ge', read('y', 0, NUMBER), num(figure))),
      item('wait', 'suspend', read('b')),
    ]),
  ])

describe('nothing disturbs a prepared standard', () => {
  const SUBJECTS: readonly Facts[] = [
    { x: 4, y: 4, b: false },
    { x: 6 },
    { y: '无' },
    {},
    { x: 'nonsense' },
    { x: 9, y: 9, b: true },
    { x: 4, y: 7, a: true },
  ]

  test('two versions of a policy by turns', () => {
    const plain = [line(3), line(5)].map((program) =>
      SUBJECTS.map((facts) => answers(prepare(program, 'exit', { general: true }), facts)),
    )
    expect(plain[0]).not.toEqual(plain[1])
    const [old, fresh] = [warm(prepare(line(3), 'exit')), warm(prepare(line(5), 'exit'))]
    for (let round = 0; round < 3; round++) {
      SUBJECTS.forEach((facts, i) => {
        expect(answers(old, facts)).toEqual(plain[0]![i])
        expect(answers(fresh, facts)).toEqual(plain[1]![i])
        expect(outcome(decide(line(3), 'exit', facts, AT))).toBe((plain[0]![i] as unknown[])[0])
      })
    }
  })

  test('other times in between', () => {
    const prepared = warm(prepare(line(3), 'exit'))
    for (let day = 1; day <= 28; day++) {
      const asOf = `2019-02-${String(day).padStart(2, '0')}`
      for (let call = 0; call < 4; call++) expect(prepared.verdict({ x: 4, y: 4, b: false }, { asOf, year: 2018 })).toBe('met')
      expect(prepared.verdict({ x: 2 }, AT)).toBe('unmet')
    }
  })

  test.for(['verdict', 'items', 'decide', 'missing', 'check'] as const)(
    'a getter that asks for %s of others while it is read',
    (name) => {
      const prepared = warm(prepare(line(3), 'exit'))
      const quiet = prepare(line(3), 'exit', { general: true })
      const inner = SUBJECTS.map((facts) => quiet[name](facts, AT))
      for (const facts of SUBJECTS) {
        let asked = 0
        const watched = Object.fromEntries(Object.entries(facts))
        for (const key of Object.keys(facts)) {
          Object.defineProperty(watched, key, {
            enumerable: true,
            get: () => {
              asked++
              expect(SUBJECTS.map((other) => prepared[name](other, AT))).toEqual(inner)
              return facts[key]
            },
          })
        }
        for (const outer of ['verdict', 'items', 'decide', 'missing', 'check'] as const) {
          expect(prepared[outer](watched, AT), outer).toEqual(quiet[outer](facts, AT))
        }
        expect(asked >= Object.keys(facts).length).toBe(true)
      }
    },
  )
})
