import type { CodeTable } from '../diagnostic.ts'

const ENTRY_ZH = '另一个值在这里'
const ENTRY_EN = 'the other value is here'
const FORCE_ZH = '政策“{policy}”的施行期：{force}'
const FORCE_EN = 'the policy “{policy}” is in force {forceEn}'

/** D5xx: periods of policies, parameters and relations. */
export const DATES_CODES = {
  D501: {
    severity: 'warning',
    zh: {
      title: '参数“{name}”一个值也没有',
      why: '用到它的判定一律待定，受阻于本参数，农户补什么材料都没有用。',
      help: '写上值和出处；文件确实没有给数，就用“说明”写明。',
      labels: { force: FORCE_ZH },
    },
    en: {
      title: 'the parameter “{name}” has no value at all',
      why: 'Every decision that needs it stays undetermined and blocked; no paper from a household can mend that.',
      help: 'Write values with their origin; where the document gives none, say so in a note.',
      labels: { force: FORCE_EN },
    },
  },
  D502: {
    severity: 'info',
    zh: {
      title: '参数“{name}”在施行期内没有值：{missing}',
      why: '这些时候用到它的判定一律待定，受阻于本参数。',
      help: '找到出处就补上值；没有出处不要编。',
      labels: { force: FORCE_ZH },
    },
    en: {
      title: 'the parameter “{name}” has no value while the policy is in force: {missingEn}',
      why: 'Decisions of those times that need it stay undetermined and blocked.',
      help: 'Add the value once its origin is found; do not invent one.',
      labels: { force: FORCE_EN },
    },
  },
  D503: {
    severity: 'error',
    zh: {
      title: '参数“{name}”的两个值在时间上重叠：{overlap}',
      why: '同一地区、同一类别、同一时间有两个值，用哪个没有依据。',
      help: '改正起止，使一个值在另一个开始前结束。',
      labels: { other: ENTRY_ZH },
      fixes: { end: '让前一个值到 {to} 为止' },
    },
    en: {
      title: 'two values of the parameter “{name}” overlap: {overlapEn}',
      why: 'There are two values for one area, category and time, and nothing says which one counts.',
      help: 'Correct the dates so that one ends before the other begins.',
      labels: { other: ENTRY_EN },
      fixes: { end: 'let the earlier value end with {to}' },
    },
  },
  D504: {
    severity: 'warning',
    zh: {
      title: '参数“{name}”的两个值之间缺一段：{gap}',
      why: '前后都有值，中间没有，多半是日期写错；这段时间的判定一律待定。',
      help: '改正起止，或补上这段时间的值。',
      labels: { other: ENTRY_ZH },
    },
    en: {
      title: 'between two values of the parameter “{name}” there is a gap: {gapEn}',
      why: 'Values before and after and none between are mostly a wrong date; decisions of that time stay undetermined.',
      help: 'Correct the dates, or add the value of that time.',
      labels: { other: ENTRY_EN },
    },
  },
  D505: {
    severity: 'warning',
    zh: {
      title: '参数“{name}”的这个值不在施行期内，永远用不到',
      why: '多半是年份写错，那一年的判定就少了一个值。',
      help: '改正起止，或删去这个值。',
      labels: { force: FORCE_ZH },
    },
    en: {
      title: 'this value of the parameter “{name}” lies outside the time in force and is never used',
      why: 'Mostly a year is wrong, and the value is missing in the right one.',
      help: 'Correct the dates, or take the value away.',
      labels: { force: FORCE_EN },
    },
  },
  D506: {
    severity: 'error',
    zh: {
      title: '{kind}的起始 {from} 晚于终止 {to}',
      why: '这样一天也不包括，写在里面的从不生效。',
      help: '改正其中一个日期。',
      fixes: { swap: '起止对调' },
    },
    en: {
      title: 'the {kindEn} begins on {from} and ends on {to}, which is earlier',
      why: 'It holds no single day, so nothing in it ever takes effect.',
      help: 'Correct one of the dates.',
      fixes: { swap: 'exchange the two' },
    },
  },
  D507: {
    severity: 'info',
    zh: {
      title: '上位文件“{parent}”在这段时间不施行：{missing}',
      why: '本政策有效而上位文件无效的日子，二者的关系要有人说明。',
      help: '核对两个施行期；确实如此就用“说明”写明。',
      labels: { parent: '上位文件的施行期：{force}' },
    },
    en: {
      title: 'the instrument above, “{parent}”, is not in force: {missingEn}',
      why: 'For days on which this policy is in force and the one above is not, somebody must say how they stand to each other.',
      help: 'Check both periods; where it is so, say so in a note.',
      labels: { parent: 'the instrument above is in force {forceEn}' },
    },
  },
} as const satisfies CodeTable
