import type { CaseWords } from './words.ts'

const list = (names: readonly string[]) => names.join(', ')
const some = (names: readonly string[]) => (names.length === 0 ? 'none' : list(names))
const lacking = (found: readonly string[], required: readonly string[]) => `found: ${some(found)}; required: ${some(required)}`
const lists = (title: string) => ({ title, said: lacking })
const plain = (title: string) => ({ title, said: () => '' })

export const EN: CaseWords = {
  caseState: { conformant: 'conformant', 'in-progress': 'in progress', breached: 'breached' },
  subjectState: {
    conformant: 'conformant',
    'in-progress': 'in progress',
    breached: 'breached',
    dropped: 'off the list',
    'not-applicable': 'not subject to this procedure',
  },
  stepState: {
    done: 'done',
    due: 'due',
    overdue: 'overdue',
    breached: 'breached',
    'not-yet': 'not yet',
    'not-needed': 'not needed',
    unclear: 'unclear',
  },
  held: { failed: 'did not pass', objection: 'objection open' },
  running: 'under way',
  lawful: { true: 'exit lawful', false: 'exit not lawful', unknown: 'not yet known whether lawful' },
  outcome: {
    'not-applicable': 'not applicable',
    unmet: 'unmet',
    suspended: 'suspended',
    met: 'met',
    undetermined: 'undetermined',
  },
  refusedFacts: 'not decided',
  finding: {
    duplicate: plain('recorded twice, counted once'),
    'not-on-list': plain('not on the list then; does not count'),
    'not-needed': plain('the step is not needed here; does not count'),
    resolver: {
      title: 'not entitled to settle the objection; no effect',
      said: (found, required) => `settled by: ${some(found)}; entitled: ${some(required)}`,
    },
    closed: plain('the objection was settled before; no effect'),
    return: plain('no rule of the procedure returns to this step'),
    order: {
      title: 'out of order',
      said: (found, required) => {
        const missing = required.filter((one) => !found.includes(one))
        return missing.length > 0
          ? `to be done first: ${list(missing)}`
          : `not settled before it (breached, unfinished, failed or objected to): ${some(required)}`
      },
    },
    early: { title: 'too early', said: ([day], [first]) => `begun ${day}, not before ${first}` },
    late: { title: 'too late', said: ([day], [last]) => `complete ${day}, by ${last}` },
    actor: lists('not done by all who must'),
    attend: lists('not attended by all who must'),
    persons: { title: 'too few people', said: ([n], [least]) => `${n}, at least ${least}` },
    paper: { title: 'papers missing', said: (_, required) => `without: ${list(required)}` },
    naming: { title: 'not named in the paper', said: (_, required) => `not named in: ${list(required)}` },
    output: lists('papers not produced'),
    short: { title: 'posted too briefly', said: ([day], [last]) => `until ${day} only, at least until ${last}` },
    long: { title: 'posted too long', said: ([day], [last]) => `until ${day}, should end ${last}` },
    place: lists('not posted everywhere'),
    ballot: {
      title: 'no count of votes',
      said: ([yes, whole], [base]) => `in favour ${yes}${base === undefined ? '' : `, ${base} ${whole}`} (?: not recorded)`,
    },
    quorum: {
      title: 'no quorum',
      said: ([present, eligible], [least]) => `present ${present} of ${eligible}, at least ${least}`,
    },
    body: lists('who must vote did not come'),
    consent: lists('consent not asked'),
    signature: lists('signatures missing'),
    proxy: { title: 'signed by proxy', said: (found, required) => `proxies: ${some(found)}; in person: ${some(required)}` },
    reply: { title: 'reply too late', said: (found, [last]) => `${found.join(' ')}; by ${last}` },
    notify: lists('not told'),
    archive: lists('not archived'),
    filing: lists('not filed'),
    sample: { title: 'sample too small', said: ([n, all], [share]) => `${n} of ${all}, at least ${share}` },
    stratum: {
      title: 'left out of the sample',
      said: (found, required) => `left out: ${list(found)}; must be in it: ${some(required)}`,
    },
    register: lists('not registered as required'),
  },
  curable: 'cured by doing it again',
  lasting: 'time has passed; not cured by doing it again',
  note: 'a note, no breach',
  registerAct: { label: 'label', remove: 'remove', enter: 'enter' },
  base: { present: 'present', eligible: 'eligible', cast: 'votes cast' },
  name: (name) => `“${name}”`,
  list,
  aside: (text) => ` (${text})`,
  enough: (n) => `any ${n} of:`,
  event: (position) => `event ${position}`,
  cite: (source, article) => (source === undefined ? article : `${source}, ${article}`),
  citing: (cites) => (cites.length === 0 ? '' : `[${cites.join('; ')}]`),
  days: (from, to) =>
    from === undefined && to === undefined
      ? 'no day is set'
      : from === to
        ? `on ${from}`
        : [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `by ${to}`].filter((one) => one !== '').join(', '),
  duty: (state, step, roles, days) =>
    `${state === 'overdue' ? 'overdue' : 'due'}: ${step}, ${roles.length === 0 ? 'by whom is not said' : `by ${list(roles)}`}, ${days}`,
  reasons: (lawful, standard, procedure) =>
    `${lawful} (${standard === undefined ? '' : `standard ${standard}, `}procedure ${procedure})`,
}
