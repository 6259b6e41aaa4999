/**
 * What a careful engineer would write by hand for plan B's procedure in 2019 (default readings): the case file checked, every household walked through its
 * events, the state of each household and of the case, and for every breach its step and what it is. Gives the same answers as the policy.
 */
const STEPS = [
  'village_vote',
  'verification',
  'village_posting',
  'township_review',
  'township_posting',
  'county_review',
  'announcement',
  'approval',
  'deregistration',
]
const INDEX = new Map(STEPS.map((step, i) => [step, i]))
const BEFORE = [[], [0], [1], [2], [3], [4], [5], [5], [6, 7]]
const FROM = ['10-12', '10-13', '10-15', '10-25', '10-27', '11-06', '11-06', '11-06', '']
const TO = ['10-12', '10-14', '10-24', '10-26', '11-05', '11-10', '11-10', '11-10', '12-31']
const ACTORS = [
  ['village_committees'],
  ['village_committees', 'work_team', 'first_secretary'],
  ['village_committees'],
  ['township'],
  ['township'],
  ['county_group'],
  ['county_group'],
  ['county_group', 'township'],
  ['county_office'],
]
const OUTPUTS = [
  ['annex_1', 'annex_2', 'annex_3'],
  ['annex_4'],
  ['annex_5'],
  ['annex_6'],
  ['annex_7'],
  ['annex_8'],
  ['annex_9'],
  ['annex_10', 'annex_11'],
  [],
]
const DROPS_ON_FAIL = [true, true, false, true, false, true, false, false, false]
const ROLES = new Set([
  'village_committees',
  'villager_reps',
  'work_team',
  'first_secretary',
  'household_head',
  'helper',
  'township',
  'county_group',
  'county_office',
])
const PAPERS = new Set(['annual_plan', ...Array.from({ length: 11 }, (_, i) => `annex_${i + 1}`)])
const PLACES = new Set(['village_board'])
const RESULTS = new Set(['upheld', 'dismissed', 'withdrawn'])
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDate(text) {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= MONTHS[month - 1] + (leap ? 1 : 0)
}

const allIn = (list, known) => list === undefined || (Array.isArray(list) && list.every((one) => known.has(one)))
const isCount = (n) => n === undefined || (Number.isInteger(n) && n >= 0)

/** Whether a case file can be read at all. */
function isReadable(input, ids) {
  if (input.procedure !== 'household_exit_steps' || !Number.isInteger(input.year)) return false
  if (input.opened !== undefined && !isDate(input.opened)) return false
  const raised = new Map()
  for (const event of input.events) {
    if (!isDate(event.on) || (input.opened !== undefined && event.on < input.opened)) return false
    if (!allIn(event.subjects, ids)) return false
    switch (event.kind) {
      case 'act':
        if (!INDEX.has(event.step) || (event.until !== undefined && (!isDate(event.until) || event.until < event.on)))
          return false
        if (
          !allIn(event.by, ROLES) ||
          !allIn(event.attended, ROLES) ||
          !allIn(event.notified, ROLES) ||
          !allIn(event.archived, ROLES)
        )
          return false
        if (!allIn(event.papers, PAPERS) || !allIn(event.places, PLACES) || !allIn(event.failed, ids)) return false
        if (!isCount(event.present) || !isCount(event.eligible) || !isCount(event.persons)) return false
        if (event.ballots !== undefined) {
          for (const id in event.ballots) {
            const { yes, no, abstain = 0 } = event.ballots[id]
            if (!ids.has(id) || !isCount(yes) || !isCount(no) || !isCount(abstain)) return false
            if (event.present !== undefined && yes + no + abstain > event.present) return false
          }
        }
        for (const consent of event.consents ?? [])
          if (!ROLES.has(consent.role) || typeof consent.given !== 'boolean') return false
        break
      case 'objection':
        if (!INDEX.has(event.against) || raised.has(event.objection)) return false
        raised.set(event.objection, event)
        break
      case 'resolution':
        if (!RESULTS.has(event.result) || !(raised.get(event.objection)?.on <= event.on)) return false
        break
      case 'drop':
      case 'relist':
        break
      case 'paper':
        if (!PAPERS.has(event.paper) || !allIn(event.names, ids)) return false
        break
      default:
        return false
    }
  }
  return true
}

function nineDaysLater(day) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 9)
  return date.toISOString().slice(0, 10)
}

/** What is wrong with an act for everyone it covers. */
function breachesOf(event, step, year, on) {
  const found = []
  const end = event.until ?? event.on
  if (FROM[step] !== '' && event.on < `${year}-${FROM[step]}`) found.push('early')
  const posting = step === 2 || step === 4
  const complete = !posting || event.until !== undefined
  if (complete && end > `${year}-${TO[step]}`) found.push('late')
  if (!ACTORS[step].every((role) => event.by?.includes(role))) found.push('actor')
  if (!OUTPUTS[step].every((paper) => event.papers?.includes(paper))) found.push('output')
  if (step === 0 && !event.attended?.includes('villager_reps')) {
    found.push('attend')
    if (!event.by?.includes('villager_reps')) found.push('body')
  }
  if (step === 1 && !['household_head', 'helper'].every((role) => event.consents?.some((one) => one.role === role)))
    found.push('consent')
  if (posting && complete && end <= on) {
    if (event.until < nineDaysLater(event.on)) found.push('short')
    if (!event.places?.includes('village_board')) found.push('place')
  }
  if (step === 7 && !['township', 'village_committees'].every((role) => event.notified?.includes(role))) found.push('notify')
  if (step === 8) {
    if (event.registered?.act !== 'remove') found.push('register')
    if (!['village_committees', 'township'].every((role) => event.archived?.includes(role))) found.push('archive')
  }
  return found
}

/** The states of the households and of the case, and the breaches of each household by step; 'rejected' for what cannot be read. */
export function checkByHand(input, on) {
  const ids = new Set()
  for (const { id } of input.subjects) {
    if (typeof id !== 'string' || ids.has(id)) return 'rejected'
    ids.add(id)
  }
  if (!isReadable(input, ids)) return 'rejected'
  let events = input.events
  for (let i = 1; i < events.length; i++) {
    if (events[i - 1].on > events[i].on) {
      events = events.slice().sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      break
    }
  }
  const { year } = input
  const households = new Map()
  for (const id of ids) households.set(id, { off: false, acts: new Array(9).fill(undefined), open: undefined })
  const plans = []
  const objections = new Map()
  for (const event of events) {
    if (event.on > on) break
    switch (event.kind) {
      case 'paper':
        if (event.paper === 'annual_plan') plans.push(event.names)
        break
      case 'drop':
      case 'relist':
        for (const id of event.subjects) households.get(id).off = event.kind === 'drop'
        break
      case 'objection':
        objections.set(event.objection, event)
        for (const id of event.subjects) {
          const household = households.get(id)
          household.open ??= new Array(9).fill(0)
          household.open[INDEX.get(event.against)]++
        }
        break
      case 'resolution': {
        const objection = objections.get(event.objection)
        if (objection.closed) break
        const step = INDEX.get(objection.against)
        for (const id of objection.subjects) {
          const household = households.get(id)
          household.open[step]--
          if (event.result === 'upheld' && household.acts[step]) household.acts[step] = { ...household.acts[step], failed: true }
        }
        objections.set(event.objection, { ...objection, closed: true })
        break
      }
      case 'act': {
        const step = INDEX.get(event.step)
        const shared = breachesOf(event, step, year, on)
        const end = event.until ?? event.on
        const complete = step !== 2 && step !== 4 ? true : event.until !== undefined
        const refused =
          step === 1 && event.consents?.some((one) => !one.given && (one.role === 'household_head' || one.role === 'helper'))
        for (const id of event.subjects ?? ids) {
          const household = households.get(id)
          if (household.off) continue
          let found = shared
          const add = (code) => {
            if (found === shared) found = shared.slice()
            found.push(code)
          }
          for (const before of BEFORE[step]) {
            const act = household.acts[before]
            const settled =
              act !== undefined &&
              act.curable === 0 &&
              act.complete &&
              !act.failed &&
              !(household.open?.[before] > 0) &&
              (act.until === undefined ? act.end <= event.on : act.end < event.on)
            if (!settled) {
              add('order')
              break
            }
          }
          let failed = refused || event.failed?.includes(id) === true
          if (step === 0) {
            if (!event.papers?.includes('annual_plan')) {
              if (plans.length === 0) add('paper')
              else if (!plans.some((names) => names?.includes(id))) add('naming')
            }
            const ballot = event.ballots?.[id]
            if (ballot === undefined || event.present === undefined) add('ballot')
            else if (event.present === 0 || ballot.yes * 2 <= event.present) failed = true
          }
          if (step === 1 && !event.papers?.includes('annex_3') && !household.acts.some((act) => act?.papers?.includes('annex_3')))
            add('paper')
          const late = found.includes('late') ? 1 : 0
          household.acts[step] = {
            found,
            curable: found.length - late,
            complete,
            end,
            until: event.until,
            failed,
            papers: event.papers,
            on: event.on,
          }
          if (failed && DROPS_ON_FAIL[step]) household.off = true
        }
        break
      }
    }
  }
  const subjects = []
  const breaches = []
  for (const household of households.values()) {
    let state = household.off ? 'dropped' : 'conformant'
    const own = []
    for (let step = 0; step < 9; step++) {
      const act = household.acts[step]
      if (act === undefined) {
        if (household.off) continue
        if (`${year}-${TO[step]}` < on) state = 'breached'
        else if (state === 'conformant') state = 'in-progress'
        continue
      }
      if (act.found.length > 0) {
        own.push([STEPS[step], act.found])
        if (!household.off) state = 'breached'
        continue
      }
      const running = !act.complete || act.end > on
      if (running && `${year}-${TO[step]}` < on && !household.off) state = 'breached'
      if ((running || act.failed || household.open?.[step] > 0) && state === 'conformant') state = 'in-progress'
    }
    subjects.push(state)
    breaches.push(own)
  }
  const concerned = subjects.filter((state) => state !== 'dropped')
  const state = subjects.includes('breached')
    ? 'breached'
    : concerned.length > 0 && concerned.every((one) => one === 'conformant')
      ? 'conformant'
      : 'in-progress'
  return { state, subjects, breaches }
}
