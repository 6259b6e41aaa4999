/** A small seeded generator (mulberry32): the same seed gives the same households on every machine. */
export function random(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const ROLES = ['village_committees', 'work_team', 'first_secretary']

/** One invented household as a JSON line, keys in one order, about 1 in 50 of them odd: a fact missing, 无, no members, text for a number, a wrong role. */
export function householdLine(next, i) {
  const odd = next() < 0.02 ? Math.floor(next() * 8) : -1
  const likely = (p) => next() < p
  const size = odd === 0 ? 0 : 1 + Math.floor(next() * 6)
  const edge = next() < 0.02
  const income = edge ? 3700 + (Math.floor(next() * 3) - 1) / 100 : Math.round((2400 + next() * 6000) * 100) / 100
  const judged = (p, roles = ROLES) => ({ value: likely(p), role: roles[Math.floor(next() * roles.length)], on: '2019-10-13' })
  const members = Array.from({ length: size }, () => {
    const age = likely(0.2)
    const ill = likely(0.08)
    const dropout = age && likely(0.02)
    return {
      school_age: age,
      in_school: age && !dropout,
      dropout,
      dropout_cause: dropout ? (likely(0.5) ? 'poverty' : 'sickness') : '无',
      resident_insured: likely(0.995),
      critical_insured: likely(0.995),
      serious_illness: ill,
      illness_aided: ill && likely(0.95),
    }
  })
  const owns = likely(0.97)
  const household = {
    id: `h${i}`,
    household_no: `411-${i}`,
    size: Math.max(1, size),
    register_status: likely(0.97) ? 'poor' : likely(0.5) ? 'newly_entered' : 'exited',
    first_identified_year: { value: likely(0.96) ? 2014 + Math.floor(next() * 4) : 2019, source: 'national_register' },
    returned_year: likely(0.97) ? '无' : 2019,
    net_income_pc: income,
    rigid_expense: Math.floor(next() * 20000),
    income_source_ok: judged(0.96),
    staple_ok: likely(0.995),
    grain_ok: likely(0.995),
    seasonal_clothes: likely(0.995),
    spare_clothes: likely(0.995),
    safe_water: likely(0.98),
    owns_housing: owns,
    dangerous_housing: likely(0.01),
    housing_improved: judged(0.95),
    support_received: likely(0.98),
    support_effective: judged(0.96, ['township', 'county_group', 'first_secretary']),
    members,
  }
  if (odd === 0) household.size = undefined
  if (odd === 1) household.net_income_pc = income.toFixed(2)
  if (odd === 2) household.net_income_pc = 'about four thousand'
  if (odd === 3) household.safe_water = undefined
  if (odd === 4) household.members = undefined
  if (odd === 5) household.income_source_ok = { value: true, role: 'household_head', on: '2019-10-13' }
  if (odd === 6) household.net_income_pc = null
  if (odd === 7) household.first_identified_year = { value: 2015, source: 'household_survey' }
  return JSON.stringify(household)
}

/** `n` distinct households as JSON.parse makes them. */
export function households(n, seed = 20191201) {
  const next = random(seed)
  return Array.from({ length: n }, (_, i) => JSON.parse(householdLine(next, i)))
}
