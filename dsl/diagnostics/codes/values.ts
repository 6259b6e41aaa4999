import type { CodeTable } from '../diagnostic.ts'

const DECLARED_ZH = '“{name}”在这里声明为{type}'
const DECLARED_EN = '“{name}” is declared here as {typeEn}'

/** T316–T332: figures, dates, lists and written values. */
export const VALUES_CODES = {
  T316: {
    severity: 'error',
    zh: {
      title: '{value}比“{name}”的精度更细，它只有 {decimals} 位小数',
      why: '事实填不到这么细，这条线永远碰不到。',
      help: '改成 {decimals} 位以内的小数。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '{value} is finer than “{name}”, which has {decimals} decimals',
      why: 'No fact is given that finely, so this line is never exactly reached.',
      help: 'Use at most {decimals} decimals.',
      labels: { declared: DECLARED_EN },
    },
  },
  T317: {
    severity: 'error',
    zh: {
      title: '取整的单位要是大于零的数',
      why: '“到 0.01 元”说的是取到哪一位。',
      help: '写一个大于零的数，单位与被取整的数相同。',
    },
    en: {
      title: 'rounding needs a step greater than zero',
      why: '“to 0.01 yuan” says to which place to round.',
      help: 'Write a number greater than zero, in the unit of what is rounded.',
    },
  },
  T318: {
    severity: 'error',
    zh: {
      title: '“{name}”是列表，不能当一个值用',
      why: '不知道是要每个、有一个，还是要个数。',
      help: '写“每个 {name} 满足 …”“存在 {name} …”或“计数（{name}）”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '“{name}” is a list and no single value',
      why: 'It is not said whether every one, some one or their number is meant.',
      help: 'Write “every {name} satisfies …”, “some {name} …” or “count({name})”.',
      labels: { declared: DECLARED_EN },
    },
  },
  T319: {
    severity: 'error',
    zh: {
      title: '{found}没有大小',
      why: '只有数、日期和年份可以比大小。',
      help: '用“是”“不是”，或“属于”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '{foundEn} has no order',
      why: 'Only numbers, dates and years are more or less.',
      help: 'Use “is”, “is_not” or “in”.',
      labels: { declared: DECLARED_EN },
    },
  },
  T320: {
    severity: 'error',
    zh: {
      title: '{found}不能参与计算',
      why: '只有数可以加减乘除；日期只能加减一段时间，年份只能加减整数。',
      help: '检查名称和括号。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '{foundEn} cannot be computed with',
      why: 'Only numbers add and multiply; dates take a span of time, years a whole number.',
      help: 'Check the names and brackets.',
      labels: { declared: DECLARED_EN },
    },
  },
  T321: {
    severity: 'error',
    zh: {
      title: '两个日期不能相减',
      why: '相差几天、几年要写明。',
      help: '用“天数（起，止）”或“周岁（起，止）”。',
      fixes: { days: '写成“{to}”' },
    },
    en: {
      title: 'two dates cannot be subtracted',
      why: 'It must be said whether days or years are meant.',
      help: 'Use days(from, to) or age(from, to).',
      fixes: { days: 'write “{to}”' },
    },
  },
  T322: {
    severity: 'error',
    zh: {
      title: '标准里不能按工作日推算日期',
      why: '工作日要看每年的放假安排，只有程序才有日历。',
      help: '改用天、周、月或周年。',
    },
    en: {
      title: 'dates in a standard cannot be moved by workdays',
      why: 'Workdays depend on the holidays of the year; only procedures have a calendar.',
      help: 'Use days, weeks, months or years.',
    },
  },
  T324: {
    severity: 'error',
    zh: {
      title: '“{name}”从不是无',
      why: '没有声明“可无”的，不会是无，这样问没有意义。',
      help: '去掉，或在字段声明中加“可无”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '“{name}” is never nothing',
      why: 'Only what is declared nullable can be nothing, so the question is idle.',
      help: 'Remove it, or declare the field “nullable”.',
      labels: { declared: DECLARED_EN },
    },
  },
  T325: {
    severity: 'error',
    zh: { title: '“若”缺“否则”', why: '条件不成立时没有值；只有约束可以省去。', help: '补上“否则 …”。' },
    en: {
      title: '“if” lacks its “else”',
      why: 'There is no value when the condition fails; only relations may leave it out.',
      help: 'Add “else …”.',
    },
  },
  T326: {
    severity: 'error',
    zh: {
      title: '这里要{wanted}，写的是{found}',
      why: '值的种类和单位要与声明一致。',
      help: '改正这个值，或改正声明。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '{wantedEn} is wanted here, but this is {foundEn}',
      why: 'A value must have the kind and unit that is declared.',
      help: 'Correct the value or the declaration.',
      labels: { declared: DECLARED_EN },
    },
  },
  T327: {
    severity: 'error',
    zh: { title: '“{name}”是一个对象，不是值', why: '要看的是它的哪个字段，没有写明。', help: '写“{name} 的 …”。' },
    en: {
      title: '“{name}” is an element, not a value',
      why: 'It is not said which of its fields is meant.',
      help: 'Write “{name} . …”.',
    },
  },
  T329: {
    severity: 'error',
    zh: { title: '除数是零', why: '除以零没有结果。', help: '检查除数。' },
    en: { title: 'division by zero', why: 'It has no result.', help: 'Check the divisor.' },
  },
  T331: {
    severity: 'error',
    zh: { title: '{found}没有范围', why: '只有数和年份可以写范围。', help: '去掉范围。' },
    en: { title: '{foundEn} has no range', why: 'Only numbers and years have one.', help: 'Remove the range.' },
  },
  T332: {
    severity: 'error',
    zh: { title: '这里要一个写明的值', why: '参数的值、范围、封顶和保底不能再计算。', help: '直接写数字、日期、年份或枚举值。' },
    en: {
      title: 'a written value is wanted here',
      why: 'Values of parameters, ranges, caps and floors are not computed.',
      help: 'Write a number, date, year or enumeration value.',
    },
  },
} as const satisfies CodeTable
