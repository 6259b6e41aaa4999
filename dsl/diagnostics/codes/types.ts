import type { CodeTable } from '../diagnostic.ts'
import { PROCEDURE_TYPES_CODES } from './procedure-types.ts'
import { STRUCTURE_CODES } from './structure.ts'
import { VALUES_CODES } from './values.ts'

const DECLARED_ZH = '“{name}”在这里声明为{type}'
const DECLARED_EN = '“{name}” is declared here as {typeEn}'

export const TYPES_CODES = {
  T301: {
    severity: 'error',
    zh: {
      title: '这里要能判定真假的条件，写的是{found}',
      why: '数值本身不能说达标或不达标。',
      help: '写成比较，如“… 超过 …”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: 'a condition is wanted here, but this is {foundEn}',
      why: 'A value alone is neither met nor unmet.',
      help: 'Compare it with something.',
      labels: { declared: DECLARED_EN },
    },
  },
  T302: {
    severity: 'error',
    zh: {
      title: '{left}不能与{right}放在一起',
      why: '种类不同的值之间没有大小，也不会相等。',
      help: '换成同一种类的两个值；日期只能加减一段时间，年份只能加减整数。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '{leftEn} does not go together with {rightEn}',
      why: 'Values of different kinds are neither equal nor in order.',
      help: 'Use two values of one kind; dates take a span of time, years a whole number.',
      labels: { declared: DECLARED_EN },
    },
  },
  T303: {
    severity: 'error',
    zh: {
      title: '单位不同：{left}，{right}',
      why: '单位不同的数不能比较或相加，否则结论是错的。',
      help: '换算成同一单位，或改正声明中的单位。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: 'units differ: {leftEn}, {rightEn}',
      why: 'Numbers of different units cannot be compared or added; the result would be wrong.',
      help: 'Bring both to one unit, or correct the declared unit.',
      labels: { declared: DECLARED_EN },
    },
  },
  T304: {
    severity: 'error',
    zh: {
      title: '一个是全家的总数，一个是人均的数：{left}，{right}',
      why: '拿全家总收入去比人均的线，几乎每户都会“达标”。',
      help: '先除以家庭人数，或换用人均的字段。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: 'a total stands against a figure per person: {leftEn}, {rightEn}',
      why: 'Nearly every household would pass if its total were held against a line per person.',
      help: 'Divide by the number of persons, or use the field per person.',
      labels: { declared: DECLARED_EN },
    },
  },
  T305: {
    severity: 'error',
    zh: {
      title: '比例与普通数字不能放在一起：{left}，{right}',
      why: '2 与 2% 相差一百倍。',
      help: '比例写成百分数，如 2%。',
      labels: { declared: DECLARED_ZH },
      fixes: { percent: '写成 {to}' },
    },
    en: {
      title: 'a ratio does not go together with a plain number: {leftEn}, {rightEn}',
      why: '2 and 2% differ by a factor of a hundred.',
      help: 'Write ratios as percentages, like 2%.',
      labels: { declared: DECLARED_EN },
      fixes: { percent: 'write {to}' },
    },
  },
  T306: {
    severity: 'error',
    zh: {
      title: '“{name}”可能是无，不能直接比大小',
      why: '无没有大小；不先问有没有，就分不清“没有”和“不够”。',
      help: '先写“有 {name} 且 …”。',
      labels: { declared: DECLARED_ZH },
      fixes: { guard: '加上“有 {name} 且”' },
    },
    en: {
      title: '“{name}” may be nothing and cannot be put in order as it is',
      why: 'Nothing is neither more nor less; without asking first, “none” and “not enough” look alike.',
      help: 'Write “has {name} and …” before it.',
      labels: { declared: DECLARED_EN },
      fixes: { guard: 'add “has {name} and”' },
    },
  },
  T307: {
    severity: 'error',
    zh: {
      title: '占比没有说分母为零怎么办',
      why: '一个人都没有的村，占比没有意义；法律怎么看要由作者写明。',
      help: '写“分母为零 视为 达到、未达 或 待定”。',
      fixes: { undetermined: '加上“分母为零 视为 待定”' },
    },
    en: {
      title: 'the share does not say what an empty denominator means',
      why: 'For a village without such persons there is no share; what the rule means then is for its author to say.',
      help: 'Write “empty is met”, “unmet” or “undetermined”.',
      fixes: { undetermined: 'add “empty is undetermined”' },
    },
  },
  T308: {
    severity: 'error',
    zh: {
      title: '分母为零 视为 达到或未达 的占比要直接参与比较',
      why: '“达到”说的是比较的结论，离开比较就没有含义。',
      help: '把占比直接写在比较的一边；若另作定义，改为“待定”。',
      fixes: { undetermined: '改为“待定”' },
    },
    en: {
      title: 'a share whose empty case is met or unmet must stand directly in a comparison',
      why: '“Met” is what the comparison comes to; without one it means nothing.',
      help: 'Put the share on one side of a comparison; in a definition use “undetermined”.',
      fixes: { undetermined: 'make it “undetermined”' },
    },
  },
  T309: {
    severity: 'error',
    zh: {
      title: '已知、未知只能用在统筹里',
      why: '结论不能取决于有没有填报，否则不填反而有利。',
      help: '在须、不得、定义中去掉它。',
    },
    en: {
      title: '“known” and “unknown” may only stand in “weigh”',
      why: 'A result must not depend on whether a fact was filled in; leaving it out would pay.',
      help: 'Remove it from musts, bars and definitions.',
    },
  },
  T310: {
    severity: 'error',
    zh: {
      title: '这里要一个列表，写的是{found}',
      why: '每个、存在、计数等要逐个看列表里的对象。',
      help: '写列表字段的名称。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: 'a list is wanted here, but this is {foundEn}',
      why: '“every”, “some”, “count” and the like go through the elements of a list.',
      help: 'Put the name of a list field.',
      labels: { declared: DECLARED_EN },
    },
  },
  T311: {
    severity: 'error',
    zh: {
      title: '{of}没有“{name}”',
      why: '“的”前面要是一个对象（如所在村），或一个日期（取年、月、日）。',
      help: '检查“的”前面的名称。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '{ofEn} has no “{name}”',
      why: 'Before the dot stands an element (such as the village) or a date (for year, month, day).',
      help: 'Check the name before it.',
      labels: { declared: DECLARED_EN },
    },
  },
  T312: {
    severity: 'error',
    zh: {
      title: '“{name}”不是逐年的字段',
      why: '〔年〕只能取逐年填报的值。',
      help: '去掉〔…〕，或在字段声明中加“逐年”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '“{name}” is not a yearly field',
      why: 'A year in square brackets picks one of several yearly values.',
      help: 'Remove the brackets, or declare the field “yearly”.',
      labels: { declared: DECLARED_EN },
    },
  },
  T313: {
    severity: 'error',
    zh: { title: '“{name}”要 {wanted} 个值，写了 {given} 个', why: '少了或多了就不知道怎么算。', help: '补上或删去。' },
    en: {
      title: '“{name}” takes {wanted} value(s), {given} given',
      why: 'With too few or too many it cannot be computed.',
      help: 'Add or remove some.',
    },
  },
  T314: {
    severity: 'error',
    zh: {
      title: '“{name}”分“{key}”，没有写明是哪一类',
      why: '各类的数值不同。',
      help: '写成“{name}（类别）”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '“{name}” is keyed by “{key}”, and no category is given',
      why: 'Each category has a value of its own.',
      help: 'Write “{name}(category)”.',
      labels: { declared: DECLARED_EN },
    },
  },
  T315: {
    severity: 'error',
    zh: {
      title: '“{name}”不分类别',
      why: '写了类别，却没有按类别声明的数值。',
      help: '去掉类别，或在参数声明中写“分 …”。',
      labels: { declared: DECLARED_ZH },
    },
    en: {
      title: '“{name}” is not keyed',
      why: 'A category is given, but the parameter has no values by category.',
      help: 'Remove it, or declare the parameter “keyed …”.',
      labels: { declared: DECLARED_EN },
    },
  },
  ...VALUES_CODES,
  ...STRUCTURE_CODES,
  ...PROCEDURE_TYPES_CODES,
} as const satisfies CodeTable

/** What kinds of values are called in messages. */
export const TYPE_WORDS = {
  money: { zh: '金额', en: 'money' },
  ratio: { zh: '比例', en: 'ratio' },
  integer: { zh: '整数', en: 'integer' },
  number: { zh: '数', en: 'number' },
  boolean: { zh: '真假', en: 'boolean' },
  date: { zh: '日期', en: 'date' },
  year: { zh: '年份', en: 'year' },
  text: { zh: '文本', en: 'text' },
  duration: { zh: '一段时间', en: 'span of time' },
  day: { zh: '一天（如 10月12日、2019-10-12）', en: 'day (like 2019-10-12 or Oct 12)' },
  position: { zh: '没有写年份的一天', en: 'day without its year' },
  day_or_span: { zh: '一天或一段时间', en: 'day or a span of time' },
  orderable: { zh: '能排先后的值（数、日期、年份）', en: 'value that can be put in order (number, date, year)' },
  nothing: { zh: '无', en: 'nothing' },
  unknown: { zh: '未知', en: 'unknown' },
  enum: { zh: '枚举', en: 'enumeration' },
  entity: { zh: '对象', en: 'element' },
  list: { zh: '列表', en: 'list of' },
} as const
