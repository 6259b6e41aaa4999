/**
 * Well-known names of the shipped vocabularies and what is invented for them. Data: a program may use none of it; whatever is not listed here is invented
 * from its type, unit, range and the comparisons it stands in. Figures of rural life are rough, our own and no statistics.
 */
export type Kind = 'household' | 'member' | 'village' | 'county'

/** What a kind of entity is called. */
export const KINDS: Readonly<Record<string, Kind>> = {
  household: 'household',
  户: 'household',
  农户: 'household',
  member: 'member',
  person: 'member',
  成员: 'member',
  家庭成员: 'member',
  village: 'village',
  村: 'village',
  行政村: 'village',
  county: 'county',
  县: 'county',
}

export interface Known {
  /** what of the invented household, person or place stands there */
  readonly trait: string
  /** given even where no rule reads it: a register that lacks it looks like none */
  readonly always?: true
  /** follows from others, so that nothing steers or loses it */
  readonly fixed?: true
}

const ALWAYS = { always: true, fixed: true } as const
const FIXED = { fixed: true } as const

/** Field ids by kind of entity. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Known>>>> = {
  household: {
    household_no: { trait: 'number', ...ALWAYS },
    head_name: { trait: 'head', ...ALWAYS },
    size: { trait: 'size', ...ALWAYS },
    members: { trait: 'members', ...ALWAYS },
    village: { trait: 'village', ...ALWAYS },
    register_status: { trait: 'status', always: true },
    main_cause: { trait: 'cause', always: true },
    line_category: { trait: 'line' },
    first_identified_year: { trait: 'identified', always: true },
    returned_year: { trait: 'returned' },
    exited_year: { trait: 'exited' },
    net_income_pc: { trait: 'income', always: true },
    disposable_income_pc: { trait: 'disposable' },
    income_total: { trait: 'total' },
    rigid_expense: { trait: 'rigid' },
    self_paid_expense: { trait: 'selfPaid' },
    local_net_income_pc: { trait: 'localIncome' },
    minimum_allowance: { trait: 'allowance' },
    five_guarantees: { trait: 'guarantees' },
  },
  member: {
    name: { trait: 'name', ...ALWAYS },
    birth_date: { trait: 'birth', always: true },
    school_age: { trait: 'schoolAge', fixed: true },
    in_school: { trait: 'inSchool' },
    dropout: { trait: 'dropout' },
    dropout_cause: { trait: 'dropoutCause' },
    serious_illness: { trait: 'ill' },
    illness_aided: { trait: 'aided' },
    disabled: { trait: 'disabled' },
    able_to_work: { trait: 'able' },
  },
  village: {
    village_name: { trait: 'name', ...ALWAYS },
    village_status: { trait: 'villageStatus', always: true },
    households: { trait: 'households', ...FIXED },
    total_households: { trait: 'totalHouseholds' },
    rural_population: { trait: 'population' },
    poor_population: { trait: 'poorPopulation' },
    missed_population: { trait: 'few' },
    wrong_exit_population: { trait: 'few' },
    tv_households: { trait: 'totalHouseholds' },
    poor_households: { trait: 'poorHouseholds' },
    water_safe_households: { trait: 'poorHouseholds' },
    housing_safe_households: { trait: 'poorHouseholds' },
    poor_persons: { trait: 'poorPersons' },
    insured_poor_persons: { trait: 'poorPersons' },
    collective_income: { trait: 'collectiveIncome' },
  },
  county: {
    county_name: { trait: 'name', ...ALWAYS },
    villages: { trait: 'villages', ...FIXED },
    county_rural_population: { trait: 'population' },
    county_poor_population: { trait: 'poorPopulation' },
    county_missed_population: { trait: 'few' },
    county_wrong_exit_population: { trait: 'few' },
    income_growth: { trait: 'growth' },
    province_income_growth: { trait: 'provinceGrowth' },
  },
}

/** Why a household is poor: ids of the causes, how often each is met, and what it does to the income. */
export const CAUSES = {
  illness: { weight: 0, income: 0.84 },
  disability: { weight: 0, income: 0.88 },
  schooling: { weight: 0, income: 0.93 },
  labour_shortage: { weight: 0, income: 0.88 },
  disaster: { weight: 5, income: 0.9 },
  skill_shortage: { weight: 40, income: 1 },
  capital_shortage: { weight: 30, income: 1.04 },
  other_cause: { weight: 8, income: 0.98 },
} as const
export type Cause = keyof typeof CAUSES

/** Persons in a household, 1 to 8, by weight. */
export const SIZES: readonly number[] = [14, 21, 22, 20, 13, 7, 2, 1]

/** Register states and how often a household deals with each; the first three are of those that may leave. */
export const STATES: readonly (readonly [string, number])[] = [
  ['poor', 78],
  ['candidate', 12],
  ['newly_entered', 4],
  ['returned', 6],
]

/** What everything invented is called by. */
export const WORDS = {
  id: '模拟-',
  village: '模拟村',
  county: '模拟县',
  given: '模拟',
  child: '小模拟',
  elder: '老模拟',
  text: '模拟文字',
  reason: '模拟理由',
  clerk: '模拟经办人',
  basis: '模拟依据',
  surnames: '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜',
} as const

/** The mark of a file or line that holds nothing but inventions. */
export const MARK = '模拟数据'
