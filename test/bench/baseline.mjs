/**
 * What a careful engineer would write by hand for plan B in 2019 (default readings), giving the same answers as the policy on odd records too:
 * missing facts, 无, no members, text for a number, judgements by the wrong role, broken relations. Truths: 0 false, 1 true, 2 unknown, 3 refused.
 */
const FALSE = 0
const TRUE = 1
const UNKNOWN = 2
const REFUSED = 3

const not = (a) => (a === UNKNOWN ? UNKNOWN : 1 - a)
const and = (a, b) => (a === FALSE || b === FALSE ? FALSE : a === TRUE && b === TRUE ? TRUE : UNKNOWN)
const or = (a, b) => (a === TRUE || b === TRUE ? TRUE : a === FALSE && b === FALSE ? FALSE : UNKNOWN)

function flag(v) {
  if (v === true) return TRUE
  if (v === false) return FALSE
  if (v === undefined || v === null || v === '') return UNKNOWN
  if (v === '是') return TRUE
  if (v === '否') return FALSE
  return REFUSED
}

/** Fen as a whole number; NaN unknown; undefined refused. */
function fen(v, low, high) {
  if (typeof v === 'number') {
    const scaled = Math.round(v * 100)
    return scaled / 100 === v && scaled >= low * 100 && scaled <= high * 100 ? scaled : undefined
  }
  if (v === undefined || v === null || v === '') return Number.NaN
  if (typeof v !== 'string' || !/^-?\d+(\.\d{1,2}0*)?$/.test(v)) return undefined
  const scaled = Math.round(Number(v) * 100)
  return scaled >= low * 100 && scaled <= high * 100 ? scaled : undefined
}

/** A year; NaN unknown; Infinity 无; undefined refused. */
function year(v, nullable) {
  if (typeof v === 'number') return Number.isInteger(v) && v >= 1 && v <= 9999 ? v : undefined
  if (v === undefined || v === null || v === '') return Number.NaN
  if (v === '无' && nullable) return Number.POSITIVE_INFINITY
  return undefined
}

const SOURCE_ROLES = new Set(['village_committees', 'work_team', 'first_secretary'])
const EFFECT_ROLES = new Set(['village_committees', 'work_team', 'first_secretary', 'township', 'county_group'])
const ROLES = new Set([...EFFECT_ROLES, 'household_head', 'helper', 'county_office', 'villager_reps'])

function judged(v, roles, asOf) {
  if (v === undefined || v === null) return UNKNOWN
  if (typeof v !== 'object' || Array.isArray(v)) return REFUSED
  if (typeof v.value !== 'boolean' || typeof v.on !== 'string' || !ROLES.has(v.role) || !/^\d{4}-\d\d-\d\d$/.test(v.on))
    return REFUSED
  if (!roles.has(v.role) || v.on > asOf) return UNKNOWN
  return v.value ? TRUE : FALSE
}

const STATES = {
  poor: TRUE,
  newly_entered: TRUE,
  candidate: TRUE,
  returned: TRUE,
  ordinary: FALSE,
  exited: FALSE,
  exited_without_support: FALSE,
  removed: FALSE,
}
const CAUSES = new Set(['poverty', 'sickness', 'impairment', 'unwillingness', 'other'])

export const ITEM_COUNT = 12

/** The outcome; with `values`, the truth of the twelve items too, which then are all worked out. */
export function baseline(h, asOf, thisYear, values) {
  const listed = h.register_status === undefined || h.register_status === null ? UNKNOWN : STATES[h.register_status]
  if (listed === undefined) return 'rejected'
  const size = h.size
  if (size !== undefined && size !== null && !(Number.isInteger(size) && size >= 1 && size <= 30)) return 'rejected'
  const sourced = h.first_identified_year
  let identified = Number.NaN
  if (sourced !== undefined && sourced !== null) {
    const value = year(typeof sourced === 'object' ? sourced.value : sourced, false)
    if (value === undefined) return 'rejected'
    if (sourced.source === 'national_register') identified = value
  }
  const returned = year(h.returned_year, true)
  const income = fen(h.net_income_pc, -1000000, 10000000)
  const rigid = fen(h.rigid_expense, 0, 100000000)
  if (returned === undefined || income === undefined || rigid === undefined) return 'rejected'
  const source = judged(h.income_source_ok, SOURCE_ROLES, asOf)
  const improved = judged(h.housing_improved, SOURCE_ROLES, asOf)
  const effect = judged(h.support_effective, EFFECT_ROLES, asOf)
  const staple = flag(h.staple_ok)
  const grain = flag(h.grain_ok)
  const seasonal = flag(h.seasonal_clothes)
  const spare = flag(h.spare_clothes)
  const water = flag(h.safe_water)
  const owns = flag(h.owns_housing)
  const dangerous = flag(h.dangerous_housing)
  const support = flag(h.support_received)
  const safe = flag(h.safe_housing)
  if (
    source === REFUSED ||
    improved === REFUSED ||
    effect === REFUSED ||
    staple === REFUSED ||
    grain === REFUSED ||
    seasonal === REFUSED
  )
    return 'rejected'
  if (
    spare === REFUSED ||
    water === REFUSED ||
    owns === REFUSED ||
    dangerous === REFUSED ||
    support === REFUSED ||
    safe === REFUSED
  )
    return 'rejected'

  let schooled = UNKNOWN
  let noDropout = UNKNOWN
  let resident = UNKNOWN
  let critical = UNKNOWN
  let aided = UNKNOWN
  const members = h.members
  if (members !== undefined && members !== null) {
    if (!Array.isArray(members) || members.length > 30) return 'rejected'
    // 家庭人口 is 1 to 30 and equals the number of members: a complete empty list is a contradiction whatever the size
    if (members.length === 0 || (typeof size === 'number' && size !== members.length)) return 'rejected'
    schooled = noDropout = resident = critical = aided = TRUE
    for (let i = 0; i < members.length; i++) {
      const m = members[i]
      const age = flag(m.school_age)
      const school = flag(m.in_school)
      const dropout = flag(m.dropout)
      const isResident = flag(m.resident_insured)
      const isCritical = flag(m.critical_insured)
      const ill = flag(m.serious_illness)
      const isAided = flag(m.illness_aided)
      if (
        age === REFUSED ||
        school === REFUSED ||
        dropout === REFUSED ||
        isResident === REFUSED ||
        isCritical === REFUSED ||
        ill === REFUSED ||
        isAided === REFUSED
      )
        return 'rejected'
      const cause = m.dropout_cause
      let poverty = UNKNOWN
      if (cause !== undefined && cause !== null) {
        if (cause !== '无' && !CAUSES.has(cause)) return 'rejected'
        poverty = cause === 'poverty' ? TRUE : FALSE
        if (cause !== '无' && dropout === FALSE) return 'rejected'
      }
      if (school === TRUE && dropout === TRUE) return 'rejected'
      if (isAided === TRUE && ill === FALSE) return 'rejected'
      schooled = and(schooled, or(not(age), school))
      noDropout = and(noDropout, not(and(dropout, poverty)))
      resident = and(resident, isResident)
      critical = and(critical, isCritical)
      aided = and(aided, or(not(ill), isAided))
    }
  }
  if (owns === TRUE && dangerous === FALSE && safe === FALSE) return 'rejected'
  if (safe === TRUE && dangerous === TRUE) return 'rejected'
  if (returned < identified) return 'rejected'

  const over = Number.isNaN(income) ? UNKNOWN : income > 370000 ? TRUE : FALSE
  const food = and(staple, grain)
  const clothing = and(seasonal, spare)
  const education = and(schooled, noDropout)
  const medical = and(and(resident, critical), aided)
  const dwelling = and(owns, not(dangerous))
  const housing = and(improved, dwelling)
  const lacking = not(and(and(and(food, clothing), and(water, education)), and(medical, dwelling)))
  const noEffect = and(support, not(effect))
  const newThisYear = Number.isNaN(identified) ? UNKNOWN : identified === thisYear ? TRUE : FALSE
  const returnedThisYear = Number.isNaN(returned) ? UNKNOWN : returned === thisYear ? TRUE : FALSE
  if (values !== undefined) {
    values[0] = source
    values[1] = over
    values[2] = food
    values[3] = clothing
    values[4] = education
    values[5] = medical
    values[6] = housing
    values[7] = Number.isNaN(rigid) ? FALSE : TRUE
    values[8] = lacking
    values[9] = noEffect
    values[10] = newThisYear
    values[11] = returnedThisYear
  }
  if (listed === FALSE) return 'not-applicable'
  if (listed === UNKNOWN) return 'undetermined'
  if (
    source === FALSE ||
    over === FALSE ||
    food === FALSE ||
    clothing === FALSE ||
    education === FALSE ||
    medical === FALSE ||
    housing === FALSE
  )
    return 'unmet'
  if (lacking === TRUE || noEffect === TRUE || newThisYear === TRUE || returnedThisYear === TRUE) return 'unmet'
  const open = and(and(and(source, over), and(food, clothing)), and(and(education, medical), and(housing, not(lacking))))
  return and(and(open, not(noEffect)), and(not(newThisYear), not(returnedThisYear))) === TRUE ? 'met' : 'undetermined'
}
