/** From the household up; the lanes of a diagram stand in this order. */
export const LEVELS = ['household', 'village', 'township', 'county', 'city', 'province', 'nation'] as const
export type Level = (typeof LEVELS)[number]

/** Where the roles of the shared vocabulary usually stand. The program gives roles no level. */
const BY_ID: Readonly<Record<string, Level>> = {
  household_head: 'household',
  village_committees: 'village',
  villager_reps: 'village',
  work_team: 'village',
  work_team_leader: 'village',
  first_secretary: 'village',
  helper: 'village',
  party_secretary: 'village',
  village_director: 'village',
  township: 'township',
  county_group: 'county',
  county_office: 'county',
  county_government: 'county',
  county_departments: 'county',
  city_group: 'city',
  province_group: 'province',
  province_government: 'province',
  state_group: 'nation',
}

/** How the names of an instrument's own roles begin. The longer beginnings come first: 县级 is a county, 省辖市 a city. */
const BY_NAME: readonly (readonly [RegExp, Level])[] = [
  [/^(村|社区|驻村|行政村)/, 'village'],
  [/^(乡|镇|街道)/, 'township'],
  [/^(县|区)/, 'county'],
  [/^(省辖市|市|地市|州)/, 'city'],
  [/^(省|自治区)/, 'province'],
  [/^(国家|国务院|中央)/, 'nation'],
  [/^(户主|农户|贫困户|拟退出)/, 'household'],
]

/** The level a role usually stands at; none where neither its id nor its name tells. */
export function levelOf(role: { readonly id: string; readonly zh: string }): Level | undefined {
  return Object.hasOwn(BY_ID, role.id) ? BY_ID[role.id] : BY_NAME.find(([start]) => start.test(role.zh))?.[1]
}
