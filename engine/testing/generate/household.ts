import { addDays, addMonths, type Day, formatDay, fullYears } from '../../../dsl/value/date.ts'
import { bell, chance, pick, type Random, skewed, weighted, whole } from './random.ts'
import { CAUSES, type Cause, SIZES, STATES, WORDS } from './vocabulary.ts'

/** What a known name stands for: a value in the field's own unit, a date text, an enumeration id; null for 无. */
export type Trait = boolean | number | string | null
export type Traits = Readonly<Record<string, Trait>>

export interface Person {
  readonly traits: Traits
}

/** An invented household: what the facts of one have in common. */
export interface Family {
  readonly persons: readonly Person[]
  readonly traits: Traits
}

/** The date and year things are seen from, and a per-head line incomes lie around. */
export interface Setting {
  readonly asOf: Day
  readonly year: number
  readonly line: number
}

interface Draft {
  readonly age: number
  readonly born: Day
  readonly name: string
}

/** Invents a household: who lives there, who works, who is ill, why they are poor, what they live on. */
export function familyOf(random: Random, setting: Setting, id: string, place: { readonly exited: number }): Family {
  const surname = pick(random, [...WORDS.surnames])
  const persons = peopleOf(random, setting.asOf, surname).map((draft) => person(random, draft))
  const size = persons.length
  const workers = persons.filter((one) => one.traits['able'] === true).length
  const cause = causeOf(random, persons, workers)
  const income = incomeOf(random, setting.line, size, workers, cause)
  const exited = chance(random, place.exited)
  const status = exited
    ? 'exited'
    : STATES[
        weighted(
          random,
          STATES.map(([, weight]) => weight),
        )
      ]![0]
  const identified =
    status === 'newly_entered' ? setting.year - whole(random, 0, 1) : setting.year - weighted(random, [1, 6, 6, 12, 20, 55])
  const back = status === 'returned' || chance(random, 0.04)
  const late = chance(random, 0.15)
  const returned =
    back && identified < setting.year
      ? Math.min(setting.year, whole(random, identified + 1, late ? setting.year : Math.max(identified + 1, setting.year - 1)))
      : null
  const cost =
    persons.filter((one) => one.traits['ill'] === true).length * 9000 +
    persons.filter((one) => one.traits['studying'] === true).length * 6000
  const selfPaid = Math.round(cost * (0.2 + 0.8 * random()))
  return {
    persons,
    traits: {
      id,
      number: id,
      head: persons[0]!.traits['name']!,
      size,
      status,
      cause,
      line: 'national',
      identified,
      returned,
      exited: exited
        ? Math.max(identified, setting.year - whole(random, 1, 2))
        : returned === null
          ? null
          : Math.max(identified, returned - 1),
      income,
      disposable: Math.round(income * (1.04 + 0.08 * random()) * 100) / 100,
      total: Math.round(income * size),
      rigid: Math.round(1500 + size * 600 + selfPaid + random() * 2000),
      selfPaid,
      localIncome: Math.round(setting.line * (2.6 + 0.6 * random())),
      allowance: cause === 'illness' || cause === 'disability' || workers === 0 ? chance(random, 0.55) : chance(random, 0.12),
      guarantees:
        workers === 0 && size <= 2 && persons.every((one) => Number(one.traits['age']) >= 60) ? chance(random, 0.6) : false,
    },
  }
}

/** Head, spouse, children, elders: ages that can be those of one family. */
function peopleOf(random: Random, asOf: Day, surname: string): readonly Draft[] {
  const size = 1 + weighted(random, SIZES)
  const old = chance(random, size <= 2 ? 0.5 : 0.08)
  const head = old ? whole(random, 58, 82) : whole(random, 27, 57)
  const drafts: Draft[] = [draft(random, asOf, head, `${surname}${WORDS.given}`)]
  const spouse = size > 1 && chance(random, 0.85)
  if (spouse) {
    const other = pick(random, [...WORDS.surnames])
    drafts.push(draft(random, asOf, Math.max(22, head + Math.round(bell(random) * 3) - 2), `${other}${WORDS.given}`))
  }
  let elders = 0
  let children = 0
  while (drafts.length < size) {
    const elder = elders < 2 && head + 20 <= 90 && chance(random, head < 50 ? 0.3 : 0.12)
    if (elder) {
      elders++
      drafts.push(
        draft(
          random,
          asOf,
          Math.min(92, head + whole(random, 20, 30)),
          `${elders === 1 ? surname : pick(random, [...WORDS.surnames])}${WORDS.elder}`,
        ),
      )
    } else {
      children++
      const age = Math.max(0, head - whole(random, 21, 36) - (children - 1) * 2)
      drafts.push(draft(random, asOf, age, `${surname}${WORDS.child}${children === 1 ? '' : children}`))
    }
  }
  return drafts
}

function draft(random: Random, asOf: Day, age: number, name: string): Draft {
  const born = addDays(addMonths(asOf, -12 * age), -whole(random, 0, 360))
  return { age: fullYears(born, asOf), born, name }
}

function person(random: Random, { age, born, name }: Draft): Person {
  const schoolAge = age >= 6 && age <= 15
  const disabled = chance(random, age >= 60 ? 0.09 : 0.045)
  const ill = chance(random, age >= 60 ? 0.16 : age >= 16 ? 0.06 : 0.012)
  const dropout = schoolAge && chance(random, disabled || ill ? 0.15 : 0.012)
  const studying = !dropout && (schoolAge || (age > 15 && age <= 22 && chance(random, age <= 18 ? 0.8 : 0.4)))
  const able = age >= 16 && age <= 64 && !studying && !(disabled && chance(random, 0.75)) && !(ill && chance(random, 0.7))
  const why = disabled ? 'impairment' : ill ? 'sickness' : pick(random, ['poverty', 'poverty', 'unwillingness', 'other'])
  return {
    traits: {
      name,
      age,
      birth: formatDay(born),
      schoolAge,
      inSchool: schoolAge && !dropout,
      dropout,
      dropoutCause: dropout ? why : null,
      ill,
      aided: ill && chance(random, 0.93),
      disabled,
      able,
      studying,
    },
  }
}

function causeOf(random: Random, persons: readonly Person[], workers: number): Cause {
  const any = (trait: string) => persons.some((one) => one.traits[trait] === true)
  if (any('ill') && chance(random, 0.8)) return 'illness'
  if (any('disabled') && chance(random, 0.7)) return 'disability'
  if (workers * 3 <= persons.length && chance(random, 0.6)) return 'labour_shortage'
  if (persons.some((one) => one.traits['studying'] === true && Number(one.traits['age']) > 15) && chance(random, 0.5))
    return 'schooling'
  const causes = Object.keys(CAUSES) as Cause[]
  return causes[
    weighted(
      random,
      causes.map((cause) => CAUSES[cause].weight),
    )
  ]!
}

/** Per head and year, to the cent: more mouths less, more hands more, less where somebody is ill. */
function incomeOf(random: Random, line: number, size: number, workers: number, cause: Cause): number {
  const mouths = 1.18 - 0.07 * (size - 1)
  const hands = 0.88 + (0.3 * workers) / size
  const income = line * 1.42 * mouths * hands * CAUSES[cause].income * skewed(random, 0.22)
  return Math.round(income * 100) / 100
}
