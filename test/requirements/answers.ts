/** How an ambiguity of the instruments is answered. */
export type Answer =
  /** a named reading: the default first, then the alternatives; some case is decided otherwise under each alternative */
  | {
      readonly kind: 'reading'
      readonly policy: string
      readonly reading: string
      readonly choices: readonly [string, string, ...string[]]
    }
  /** the text has one meaning here: cases named after the ambiguity, which do not all come out alike */
  | { readonly kind: 'rule'; readonly policy: string }
  /** a note in the ledger of that folder: damaged or missing text */
  | { readonly kind: 'ledger'; readonly folder: string }
  /** a finding of check about a step of the instrument as it is printed */
  | { readonly kind: 'finding'; readonly policy: string; readonly found: readonly string[] }

export interface Row {
  readonly amb: number
  readonly about: string
  readonly answers: readonly [Answer, ...Answer[]]
}

const reading = (reading: string, ...choices: readonly [string, string, ...string[]]) => {
  return (...policies: readonly string[]) => policies.map((policy): Answer => ({ kind: 'reading', policy, reading, choices }))
}
const rule = (...policies: readonly string[]) => policies.map((policy): Answer => ({ kind: 'rule', policy }))
const ledger = (folder: string): Answer => ({ kind: 'ledger', folder })
const finding = (policy: string, ...found: readonly string[]): Answer => ({ kind: 'finding', policy, found })
const row = (amb: number, about: string, ...answers: readonly Answer[]): Row => {
  const [first, ...others] = answers
  if (!first) throw new Error(`AMB-${amb} has no answer`)
  return { amb, about, answers: [first, ...others] }
}

const [A, B, C, D, E, F, G] = [
  'shanxi_county',
  'henan_county',
  'zhang_county',
  'tieling_county',
  'street_plan',
  'heilongjiang_measure',
  'henan_2016',
] as const
const ALL = [A, B, C, D, E, F, G] as const

const NET = reading('income_notion', 'net_income', 'disposable_income')
const STABLE = reading('stability_reading', 'judged', 'two_years', 'by_margin')

/** The forty-eight ambiguities and contradictions of the seven instruments, default first as proposed. */
export const AMBIGUITIES: readonly Row[] = [
  row(
    1,
    'disposable income in one text, net income in six',
    ...reading('income_notion', 'disposable_income', 'net_income')(A),
    ...NET(B, C, D, E, F, G),
  ),
  row(2, 'down to 2% 以下: 2% itself', ...reading('two_percent', 'inclusive', 'exclusive')(D, F, G)),
  row(3, '超过: exactly the line does not pass', ...rule(A, C, D, E, F)),
  row(4, '98% 以上 includes 98%', ...rule(D)),
  row(5, '超过参会半数以上: more than half, or half', ...reading('majority', 'more_than_half', 'half_suffices')(B)),
  row(6, 'the denominator of a vote, its quorum', ...rule(B), finding(B, 'W715 village_vote')),
  row(7, 'days: calendar or working', ...reading('day_kind', 'natural_days', 'working_days')(...ALL)),
  row(8, 'the day of posting counts or not', ...reading('first_day', 'first_counted', 'first_not_counted')(...ALL)),
  row(
    9,
    '稳定超过: how long, by how much',
    ...STABLE(A, C, D, F),
    ...reading('stable_reading', 'judged', 'two_years', 'by_margin')(E),
  ),
  row(10, '稳定 left out', ...reading('income_stability', 'literal', 'by_source', 'separately_judged')(B, G)),
  row(11, 'general standard and indicators', ...reading('layers', 'both', 'indicators')(D)),
  row(12, 'no dropout, or none because of poverty', ...rule(C)),
  row(13, 'of school age', ...reading('school_age_range', 'as_registered', 'six_to_fifteen')(B, G)),
  row(14, 'insured: everyone, or most', ...reading('insured_scope', 'every_member', 'by_rate')(B, C, D, F, G)),
  row(15, 'aid in serious illness where nobody is ill', ...reading('illness_aid_reading', 'vacuous', 'proof_of_cover')(B, F, G)),
  row(16, 'housing of one’s own, or safe housing', ...reading('own_housing', 'literal_own', 'safe_suffices')(B)),
  row(17, '以及 in a list of lacks: any, or all', ...reading('lack_reading', 'any_lack', 'all_lack')(B)),
  row(18, 'water only among the exclusions', ...rule(B)),
  row(19, 'more fit first, a target of persons, and 应退则退', ...rule(B)),
  row(
    20,
    'a household outside the filed plan',
    ...reading('plan_effect', 'precondition', 'warning')(D),
    ...reading('plan_naming', 'named', 'any_plan')(F, G),
  ),
  row(
    21,
    'what follows an objection',
    ...reading('objection_rule', 'held', 'verified_again')(A),
    ...reading('objection_rule', 'held', 'dropped_if_upheld')(B, D, E, G),
    ...reading('objection_rule', 'on_hold', 'dropped_if_upheld')(F),
    ...reading('posting_objection', 'back_to_verification', 'held')(F),
    ...reading('objection_rule', 'taken_off', 'posted_again')(C),
  ),
  row(
    22,
    'objections to a 公告',
    ...reading('announcement_length', 'no_length', 'seven_days')(D),
    ...reading('objection_rule', 'held', 'dropped_if_upheld')(E),
  ),
  row(23, '公告公示: one act or two', ...reading('posting_and_notice', 'one_act', 'two_acts')(G)),
  row(
    24,
    '次年1月前, 2018年以前',
    ...reading('before_month', 'before_it_begins', 'before_it_ends')(G),
    ...reading('before_year', 'before_that_year', 'through_that_year')(G),
  ),
  row(25, 'a week from application and 10 January: which binds', finding(G, 'W702 city_review'), ...rule(G)),
  row(
    26,
    'no day for re-review, comparison and second vote',
    finding(E, 'W701 announcement'),
    ...reading('clashing_days', 'after_posting', 'overlapping')(E),
    ...reading('entry_deadline', 'own_day', 'phase_end')(E),
  ),
  row(
    27,
    '7 and 5 days without 不少于',
    ...reading('five_days', 'at_least_five', 'exactly_five')(C),
    ...reading('length_kind', 'at_least_so_long', 'exactly_so_long')(E),
  ),
  row(
    28,
    'dates of a flattened table',
    ledger('zhang-county'),
    ...rule(C),
    ...reading('consent_days', 'after_survey', 'with_posting')(C),
  ),
  row(29, 'five days shorter than seven elsewhere', ...reading('posting_by_province', 'five', 'seven')(C)),
  row(30, 'five parties, six persons', ...reading('third_party_rule', 'both_sign', 'either_signs')(C)),
  row(31, 'broken words before the return rule', ...reading('sweep_subject', 'exited_households', 'returned_households')(E)),
  row(32, 'clear-out without a condition', ...reading('removal_basis', 'manual_reason', 'by_measure')(E)),
  row(33, 'no longer supported: and, or', ...rule(E)),
  row(34, 'disabled and without stable income', ...reading('disability_reading', 'both', 'able_member_lifts')(C)),
  row(35, '明显大于', ...reading('self_paid_reading', 'judged_excess', 'ratio_above_one')(C)),
  row(36, 'returned this year: barred, reviewed, silent', ...rule(B, C)),
  row(
    37,
    'no township, no county, no announcer',
    ...reading('last_household_steps', 'four_steps', 'township_fills_in')(F),
    finding(F, 'W712 announcement', 'W712 deregistration'),
    ledger('heilongjiang-measure'),
  ),
  row(38, 'an article is missing', ledger('tieling-county')),
  row(39, '每年12月底前 dates the vote only', ...reading('vote_deadline', 'vote_only', 'whole_procedure')(D)),
  row(40, '同时报: side by side, or one after the other', ...reading('parallel_report', 'check_alongside', 'check_after')(D)),
  row(41, 'no tag, no deregistration', ...reading('deregistration', 'as_province', 'not_required')(B)),
  row(42, 'years overwritten', ledger('shanxi-county')),
  row(43, 'national and provincial counties: evaluation before or after', ...rule(F, G)),
  row(
    44,
    'incidence: of whom, out of whom',
    ...reading('village_incidence_basis', 'by_register', 'as_reported', 'by_decision', 'comprehensive')(D, F, G),
    ...reading('county_incidence_basis', 'as_tallied', 'by_villages', 'county_comprehensive')(F, G),
  ),
  row(
    45,
    'income per head: of whom',
    ...reading('income_heads', 'period_end', 'residents', 'registered')(D, F),
    ...reading('head_count', 'period_end', 'period_end_recomputed', 'period_start_recomputed')(E),
  ),
  row(46, '达到或接近', ...reading('nearness', 'judged', 'within_margin')(G)),
  row(47, 'a title cited wrongly', ledger('tieling-county')),
  row(48, '3300: persons; the year of 3700', ...rule(B), ...reading('line_year', 'only_2019', 'plan_year')(B)),
]
