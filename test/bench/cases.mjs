/** Invented cases of plan B: lists of about ten households through its nine steps, most in order, one in four with something wrong. */
export function cases(count, seed = 1) {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  const chance = (p) => random() < p
  return Array.from({ length: count }, (_, i) => oneCase(`村${i}`, 8 + Math.floor(random() * 5), chance, random))
}

function oneCase(village, size, chance, random) {
  const ids = Array.from({ length: size }, (_, i) => `${village}-${i}`)
  const wrong = chance(0.25) ? Math.floor(random() * 12) : -1
  const some = ids[Math.floor(random() * size)]
  const present = 30 + Math.floor(random() * 30)
  const ballots = {}
  for (const id of ids) {
    const yes = wrong === 0 && id === some ? Math.floor(present / 2) : Math.floor(present * 0.7)
    ballots[id] = { yes, no: present - yes - 1, abstain: 1 }
  }
  if (wrong === 1) delete ballots[some]
  const events = [
    { kind: 'paper', paper: 'annual_plan', on: '2019-09-20', names: wrong === 2 ? ids.filter((id) => id !== some) : ids },
    {
      kind: 'act',
      step: 'village_vote',
      on: wrong === 3 ? '2019-10-11' : '2019-10-12',
      by: ['village_committees'],
      attended: ['villager_reps'],
      present,
      ballots,
      papers: ['annex_1', 'annex_2', 'annex_3'],
    },
  ]
  for (const id of ids) {
    const refuses = wrong === 4 && id === some
    events.push({
      kind: 'act',
      step: 'verification',
      on: wrong === 5 && id === some ? '2019-10-15' : chance(0.5) ? '2019-10-13' : '2019-10-14',
      subjects: [id],
      by: ['village_committees', 'work_team', 'first_secretary'],
      papers: ['annex_4'],
      consents: [
        { role: 'household_head', given: !refuses },
        { role: 'helper', given: true },
      ],
    })
  }
  if (wrong === 5) events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const posting = (step, by, on, until, annex) => ({
    kind: 'act',
    step,
    on,
    until,
    by: [by],
    places: ['village_board'],
    papers: [annex],
  })
  events.push(
    posting('village_posting', 'village_committees', '2019-10-15', wrong === 6 ? '2019-10-23' : '2019-10-24', 'annex_5'),
  )
  if (wrong === 7) {
    events.push({ kind: 'objection', on: '2019-10-20', objection: '一', subjects: [some], against: 'village_posting' })
    if (chance(0.5))
      events.push({ kind: 'resolution', on: '2019-10-24', objection: '一', result: 'dismissed', by: ['work_team'] })
  }
  events.push({
    kind: 'act',
    step: 'township_review',
    on: '2019-10-25',
    by: ['township'],
    papers: ['annex_6'],
    failed: wrong === 8 ? [some] : [],
  })
  events.push(posting('township_posting', 'township', '2019-10-27', '2019-11-05', 'annex_7'))
  events.push({
    kind: 'act',
    step: 'county_review',
    on: '2019-11-06',
    by: wrong === 9 ? ['county_office'] : ['county_group'],
    papers: ['annex_8'],
  })
  if (wrong !== 10)
    events.push({ kind: 'act', step: 'announcement', on: '2019-11-08', by: ['county_group'], papers: ['annex_9'] })
  events.push({
    kind: 'act',
    step: 'approval',
    on: '2019-11-09',
    by: ['county_group', 'township'],
    papers: ['annex_10', 'annex_11'],
    notified: ['township', 'village_committees'],
  })
  const left = wrong === 11 ? ids.slice(1) : ids
  for (const id of left) {
    events.push({
      kind: 'act',
      step: 'deregistration',
      on: '2019-12-10',
      subjects: [id],
      by: ['county_office'],
      registered: { act: 'remove' },
      archived: ['village_committees', 'township'],
    })
  }
  return { procedure: 'household_exit_steps', year: 2019, opened: '2019-09-01', subjects: ids.map((id) => ({ id })), events }
}

/** One village's list with so many events: households verified again and again. */
export function longCase(events) {
  const base = oneCase(
    '长',
    10,
    () => false,
    () => 0.5,
  )
  const verification = base.events.filter((event) => event.step === 'verification')
  const more = Array.from({ length: events }, (_, i) => ({
    ...verification[i % 10],
    on: i % 2 === 0 ? '2019-10-13' : '2019-10-14',
    persons: i,
  }))
  more.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return { ...base, events: [...base.events.slice(0, 2), ...more, ...base.events.slice(12)] }
}
