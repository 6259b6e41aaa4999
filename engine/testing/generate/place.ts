import type { Traits } from './household.ts'
import { chance, pick, type Random, skewed, weighted, whole } from './random.ts'
import { WORDS } from './vocabulary.ts'

/** An invented village of `listed` registered households, or of a number of its own where none are listed. */
export function villageOf(random: Random, name: string, listed: number): Traits {
  const poorHouseholds = listed > 0 ? listed : whole(random, 18, 90)
  const totalHouseholds = poorHouseholds * whole(random, 4, 9) + whole(random, 40, 200)
  // Whole fifties, so that a limit of two in a hundred can be met exactly.
  const population = 50 * Math.round((totalHouseholds * (3.4 + 0.6 * random())) / 50)
  return {
    name,
    villageStatus: pick(random, ['poor_village', 'poor_village', 'candidate_village']),
    totalHouseholds,
    population,
    poorPopulation: Math.round(population * 0.014 * skewed(random, 0.5)),
    poorHouseholds,
    poorPersons: Math.round(poorHouseholds * (2.6 + 0.6 * random())),
    few: chance(random, 0.8) ? 0 : whole(random, 1, 5),
    collectiveIncome: chance(random, 0.2) ? 0 : Math.round(60000 * skewed(random, 0.6)),
  }
}

/** An invented county. */
export function countyOf(random: Random, name: string): Traits {
  const population = 50 * Math.round(whole(random, 180_000, 900_000) / 50)
  const provinceGrowth = whole(random, 700, 1050) / 10000
  return {
    name,
    population,
    poorPopulation: Math.round(population * 0.014 * skewed(random, 0.45)),
    few: weighted(random, [70, 20, 10]) * whole(random, 10, 200),
    provinceGrowth,
    growth: Math.round(provinceGrowth * 10000 * (1.02 + 0.12 * random())) / 10000,
  }
}

/** `模拟村-003`. */
export function numbered(word: string, index: number): string {
  return `${word}-${String(index + 1).padStart(3, '0')}`
}

/** `模拟-000001`. */
export function subjectId(index: number): string {
  return `${WORDS.id}${String(index + 1).padStart(6, '0')}`
}
