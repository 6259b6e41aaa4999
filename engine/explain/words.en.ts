import type { Words } from './words.ts'

const row = (names: readonly string[], last: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
const dateParts: Readonly<Record<string, string>> = { year: 'year', month: 'month', day: 'day' }
const modes: Readonly<Record<string, string>> = { half_up: 'half up', up: 'up', down: 'down', half_even: 'half to even' }
const ends: Readonly<Record<string, string>> = {
  open_closed: ' (lower end excluded)',
  closed_open: ' (upper end excluded)',
  open_open: ' (both ends excluded)',
}
const yes = (needed: boolean): string => (needed ? 'yes' : 'no')

/** English. */
export const WORDS_EN: Words = {
  lang: 'en',
  compare: {
    gt: ['greater than {}', 'not greater than {}'],
    ge: ['greater than or equal to {}', 'less than {}'],
    lt: ['less than {}', 'not less than {}'],
    le: ['less than or equal to {}', 'greater than {}'],
    eq: ['equal to {}', 'not equal to {}'],
    ne: ['not equal to {}', 'equal to {}'],
    exceeds: ['exceeding {}', 'not exceeding {}'],
    above: ['above {}', 'not above {}'],
    greater_than: ['greater than {}', 'not greater than {}'],
    more_than: ['more than {}', 'not more than {}'],
    later_than: ['later than {}', 'not later than {}'],
    below: ['below {}', 'not below {}'],
    less_than: ['less than {}', 'not less than {}'],
    fewer_than: ['fewer than {}', 'not fewer than {}'],
    short_of: ['short of {}', 'not short of {}'],
    under: ['under {}', 'not under {}'],
    earlier_than: ['earlier than {}', 'not earlier than {}'],
    at_least: ['at least {}', 'fewer than {}'],
    not_below: ['not below {}', 'below {}'],
    not_less_than: ['not less than {}', 'less than {}'],
    not_earlier_than: ['not earlier than {}', 'earlier than {}'],
    reaches: ['reaching {}', 'not reaching {}'],
    not_above: ['not above {}', 'above {}'],
    not_exceeding: ['not exceeding {}', 'exceeding {}'],
    at_most: ['at most {}', 'more than {}'],
    not_greater_than: ['not greater than {}', 'greater than {}'],
    not_later_than: ['not later than {}', 'later than {}'],
    is: ['being {}', 'not being {}'],
    be: ['being {}', 'not being {}'],
    equals: ['equal to {}', 'not equal to {}'],
    is_not: ['not being {}', 'being {}'],
    be_not: ['not being {}', 'being {}'],
    not_equal: ['not equal to {}', 'equal to {}'],
    or_more: ['at {} or more', 'less than {}'],
    or_less: ['at {} or less', 'more than {}'],
    within: ['within {}', 'beyond {}'],
  },
  truth: { true: 'yes', false: 'no', unknown: 'unknown' },
  nothing: 'none',
  unknown: 'unknown',
  stop: '.',
  semicolon: '; ',
  comma: ', ',
  colon: ': ',
  list: (names) => names.join(', '),
  quote: (name) => `“${name}”`,
  aside: (text) => ` (${text})`,
  fill: (pattern, arg) => pattern.replace('{}', () => arg),
  name: (label) => label.replaceAll('_', ' '),
  year: (year) => year,
  date: (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  quantity: (number, unit) => (unit === undefined ? number : `${number} ${unit}`),
  range: (low, high) => {
    if (low === undefined) return high === undefined ? 'unknown' : `not yet known (at most ${high})`
    return `not yet known (${high === undefined ? `at least ${low}` : `${low} to ${high}`})`
  },
  points: (number) => `${number} percentage points`,
  element: (label, number, called) =>
    `${label}${number === undefined ? '' : ` ${number}`}${called === undefined ? '' : ` (${called})`}`,
  whose: (owners, name) => [...owners.map((owner) => `${owner}'s`), name].join(' '),
  ofYear: (name, year) => `${name} of ${year}`,
  and: ' and ',
  or: ' or ',
  not: (clause, simple) => (simple ? `not ${clause}` : `not (${clause})`),
  meets: (whose, standard) => `${whose}${whose === '' ? '' : ' '}meeting “${standard}”`,
  time: { year: 'year', as_of: 'assessment date' },
  between: (value, low, high, word) => `${value} between ${low} and ${high}${ends[word] ?? ''}`,
  notBetween: (value, low, high, word) => `${value} not between ${low} and ${high}${ends[word] ?? ''}`,
  among: (items, holds) => `${holds ? 'among' : 'not among'} ${row(items, 'and')}`,
  has: (name, holds) => `${holds ? 'a' : 'no'} ${name}`,
  known: (name, known) => `${name} ${known ? 'known' : 'unknown'}`,
  rounded: (value, mode, to) => `${value} rounded ${modes[mode] ?? mode} to ${to}`,
  extreme: (items, which) => `the ${which} of ${row(items, 'and')}`,
  ifElse: (condition, then, otherwise) => `if ${condition} then ${then}, else ${otherwise}`,
  byTable: 'by the table',
  members: (of, filter) => (filter === undefined ? of : `${of} with ${filter}`),
  quantified: (quantifier, members, body) =>
    `${quantifier === 'none' ? 'no' : quantifier} ${members}${body === undefined ? '' : ` has (${body})`}`,
  countOf: (members) => `number of ${members}`,
  sumOf: (members, value) => `sum of ${value} over each ${members}`,
  shareOf: (members, body) => `share of ${members} having ${body}`,
  datePart: (date, part) => `${dateParts[part] ?? part} of ${date}`,
  dateAdd: (date, amount, unit) => `${Math.abs(amount)} ${unit}s ${amount < 0 ? 'before' : 'after'} ${date}`,
  daysFrom: (from, to) => `days from ${from} to ${to}`,
  yearsFrom: (from, to) => `full years from ${from} to ${to}`,
  total: (lines) => lines.join(' + '),
  valued: (name, value) => `${name} ${value}`,
  is: (name, value) => `${name} is ${value}`,
  stated: (name, truth) => `${name}: ${truth}`,
  compared: (left, relation) => `${left}, ${relation}`,
  openCompare: (left, relation, why) => `${left}; whether ${relation} is not yet known${why}`,
  gap: (by, direction) => `${direction === 'raise' ? 'short by' : 'over by'} ${by}`,
  tally: (hits, members, of, open) =>
    `${of}: ${hits} of ${members}${open === 0 ? '' : open === null ? ', list incomplete' : `, ${open} more undecided`}`,
  judgedBy: (role, on, by) => `found by ${role}${by === undefined ? '' : ` ${by}`} on ${on}`,
  sourceIs: (source) => `source: ${source}`,
  cause: (kind, given) => {
    switch (kind) {
      case 'role':
        return `what ${row(given, 'and')} found does not count, for they are not entitled to it`
      case 'later':
        return 'what was found is dated after the assessment date and does not count'
      case 'tie':
        return `findings of one day contradict each other (${row(given, 'and')}) and do not count`
      case 'source':
        return given.length === 0
          ? 'the figure given names no source and does not count'
          : `the figure given comes from ${row(given, 'and')}, not from the required source, and does not count`
      default: {
        const unreachable: never = kind
        throw new RangeError(String(unreachable))
      }
    }
  },
  blocked: (kind) =>
    kind === 'parameter'
      ? 'no value is laid down for this time'
      : kind === 'external'
        ? 'text not supplied'
        : 'cannot be computed',
  allHold: (members, count, body) => `every ${members} (${count}) has: ${body ?? ''}`,
  noneHold: (members, body) => (body === undefined ? `no ${members}` : `no ${members} has (${body})`),
  noMembers: (members) => `no ${members}`,
  listUnknown: (members) => `the list of ${members} is unknown`,
  listPartial: (members) => `the list of ${members} is incomplete`,
  andMore: (count) => `… ${count} in all`,
  subject: (label, id) => `This ${label}${id === undefined ? '' : ` (${id})`}`,
  outcome: (outcome, subject, standard, items) => {
    const because = row(
      items.map((item) => `“${item}”`),
      'and',
    )
    switch (outcome) {
      case 'met':
        return `${subject} meets the standard “${standard}”.`
      case 'unmet':
        return `${subject} does not meet the standard “${standard}”, because it does not pass ${because}.`
      case 'suspended':
        return `${subject} is suspended under the standard “${standard}”: ${because} must be re-checked first.`
      case 'undetermined':
        return `${subject} cannot yet be decided under the standard “${standard}”${because === '' ? '' : `: ${because} still open`}.`
      case 'not-applicable':
        return `${subject} is not subject to the standard “${standard}”.`
      default: {
        const unreachable: never = outcome
        throw new RangeError(String(unreachable))
      }
    }
  },
  times: (asOf, year, period) =>
    `Assessed as of ${asOf}, year ${year}${period === undefined ? '' : `, income period ${period.from} to ${period.to}`}.`,
  reading: (name, choice) => `Reading of “${name}”: ${choice}.`,
  marks: { pass: '✓', fail: '✗', hold: '‖', open: '?', none: '·' },
  verdict: (item) => {
    if (item.exception !== undefined) return 'passes by exception'
    if (item.recheck !== undefined)
      return item.effect === 'pass' ? 're-checked: passes' : item.effect === 'fail' ? 're-checked: fails' : 'open'
    if (item.effect === 'none') return 'for the record'
    if (item.effect === 'open') return 'open'
    if (item.effect === 'hold') return 'on hold'
    if (item.kind === 'bar' || item.kind === 'suspend') return item.effect === 'pass' ? 'not the case' : 'is the case'
    if (item.applied === 'false') return 'does not apply'
    return item.effect === 'pass' ? 'passes' : 'fails'
  },
  cite: (source, article) => (source === undefined ? article : `${source}, ${article}`),
  citing: (cites) => `[${cites.join('; ')}]`,
  group: (mode, count, of, held) =>
    `${held} of ${of} hold, ${mode === 'all' ? 'all are needed' : mode === 'any' ? 'any one suffices' : `at least ${count} are needed`}`,
  situations: (mode, count, of, held) =>
    `${held} of ${of} are the case, ${mode === 'all' ? 'only all together count' : mode === 'any' ? 'any one counts' : `at least ${count} count`}`,
  notApplied: (condition) => `its condition is not fulfilled (${condition})`,
  openWhen: (condition) => `whether it applies is not yet known (${condition})`,
  deemed: (reason) => `deemed to hold (${reason})`,
  excepted: (reason) => `excepted (${reason})`,
  exception: (reason, by, on) => `required in principle, departure recorded: ${reason} (${by}, ${on})`,
  rechecked: (passed, role, on) => `re-checked by ${role} on ${on}: ${passed ? 'passed' : 'failed'}`,
  guard: (condition) => `Applies where: ${condition}`,
  working: (name, working, value) => `${name === '' ? '' : `${name} = `}${working} = ${value}`,
  parameter: (name, value, from, to, origin) => {
    const period = from === undefined && to === undefined ? '' : from === to ? `, ${from}` : `, ${from ?? ''} to ${to ?? 'now'}`
    return `${name} ${value}${period}${origin === undefined ? '' : `, from: ${origin}`}`
  },
  headings: {
    items: 'Item by item',
    remedy: 'What would change it',
    recheck: 'Who must re-check',
    meetAll: 'Still to be collected (all of it, coming out well, suffices)',
    meet: 'Still to be collected (any one of these, coming out well, suffices)',
    both: 'Still to be collected (any one of these decides it)',
    fail: 'Any one of these, coming out badly, decides against it',
    blocked: 'Not to be mended by collecting facts',
  },
  oneSet: 'all of',
  truncated: 'Only the shorter sets are listed.',
  tooMany: 'Too many facts are missing to list them; supply the lists and the basic facts first.',
  all: 'All of these',
  any: (count) => (count === 1 ? 'Any one of these' : `Any ${count} of these`),
  number: (name, direction, to, by, beyond) => {
    const verb =
      direction === 'raise'
        ? beyond
          ? 'must rise above'
          : 'must rise to'
        : direction === 'lower'
          ? beyond
            ? 'must fall below'
            : 'must fall to'
          : 'must be'
    return `${name} ${verb} ${to}${by === undefined ? '' : ` (${direction === 'raise' ? 'another' : direction === 'lower' ? 'less by' : 'off by'} ${beyond ? 'more than ' : ''}${by})`}`
  },
  share: ({ members, body, by, needed, of, direction }) => {
    const more = direction === 'raise'
    return `at least ${by} ${more ? 'more' : 'fewer'} ${members} with ${body} (${more ? 'at least' : 'at most'} ${needed} of ${of})`
  },
  must: (name, needed) => `${name} must become “${yes(needed)}”`,
  judge: (name, roles, needed) => `${row(roles, 'or')} must find “${name}” to be “${yes(needed)}”`,
  mustCompare: (clause) => `needed: ${clause}`,
  exists: (name, needed) => `there must be ${needed ? 'a' : 'no'} ${name}`,
  standard: (whose, standard, needed) => `${whose} must ${needed ? '' : 'no longer '}meet “${standard}”`,
  end: (situation, how) => `the situation “${situation}” must end${how === undefined ? '' : `: ${how}`}`,
  depart: (item) => `“${item}” binds in principle: with good cause a departure may be recorded (reason, person and date)`,
  recheck: (item, roles) => `${roles.length === 0 ? 'a reviewer' : row(roles, 'or')} must re-check “${item}”`,
  learn: (name, needed) => `find out ${name}; it must be “${yes(needed)}”`,
  condition: (clause, needed) => (needed ? `needed: ${clause}` : `no longer: ${clause}`),
  elementDoes: (name, remedy) => `${name}: ${remedy}`,
  need: (name, list) =>
    list === 'list' ? `the list of ${name}` : list === 'rest' ? `what the list of ${name} leaves out` : name,
  suppliedBy: (roles) => `to be found by ${row(roles, 'or')}`,
  fromChannel: (channel) => `must come from ${channel}`,
  blockedBy: (kind, name, time) => {
    if (kind === 'parameter') return `the parameter “${name}” has no value for ${time ?? ''}; its issuer must supply it`
    if (kind === 'external') return `the text “${name}” has not been supplied`
    if (kind === 'empty-share') return `the share in “${name}” has no denominator (there is nobody to count)`
    return kind === 'division-by-zero' ? `“${name}” divides by zero` : `the table of “${name}” does not cover this case`
  },
  rejected: 'These facts are faulty and were not decided on:',
  problem: (code, path) => `${path === '' ? 'the whole record' : path}: error ${code}`,
}
