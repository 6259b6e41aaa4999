import type { CodeTable } from '../diagnostic.ts'
import { INSTRUMENTS_CODES } from './instruments.ts'
import { STEP_NAMES_CODES } from './step-names.ts'

const REPLACE_ZH = { replace: '改为“{to}”' }
const REPLACE_EN = { replace: 'write “{to}”' }

export const NAMES_CODES = {
  N201: {
    severity: 'error',
    zh: {
      title: '这里没有叫“{name}”的东西',
      why: '没有声明的名称没有含义，条件无法判定。',
      help: '检查用字；或在词汇中声明字段，在政策中声明参数、定义。',
      labels: { field: '“{name}”是“{entity}”的字段，这里没有这样的对象' },
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'nothing here is called “{name}”',
      why: 'An undeclared name has no meaning, so the condition cannot be decided.',
      help: 'Check the spelling, or declare the field in a vocabulary, the parameter or definition in the policy.',
      labels: { field: '“{name}” is a field of “{entity}”, and no such element is around here' },
      fixes: REPLACE_EN,
    },
  },
  N202: {
    severity: 'error',
    zh: {
      title: '“{entity}”没有叫“{name}”的字段或定义',
      why: '“的”后面只能是该对象的字段，或适用于它的定义。',
      help: '检查用字，或在词汇的实体中补上字段。',
      labels: { entity: '“{entity}”在这里声明' },
      fixes: REPLACE_ZH,
    },
    en: {
      title: '“{entity}” has no field or definition called “{name}”',
      why: 'After the dot stands a field of that element or a definition about it.',
      help: 'Check the spelling, or add the field to the entity in the vocabulary.',
      labels: { entity: '“{entity}” is declared here' },
      fixes: REPLACE_EN,
    },
  },
  N203: {
    severity: 'error',
    zh: {
      title: '“{name}”声明了两次',
      why: '引用它的地方不知道是哪一个。',
      help: '改名，或删去一处。',
      labels: { first: '第一次在这里' },
    },
    en: {
      title: '“{name}” is declared twice',
      why: 'Whoever refers to it cannot tell which one is meant.',
      help: 'Rename or remove one of them.',
      labels: { first: 'first here' },
    },
  },
  N204: {
    severity: 'error',
    zh: {
      title: '“{name}”有两个英文标识：{first} 和 {second}',
      why: '一个中文名只能有一个标识，否则两种写法指的不是同一件事。',
      help: '若是同一件事，只声明一次；否则改中文名。',
      labels: { first: '第一次在这里，标识是 {first}' },
    },
    en: {
      title: '“{name}” has two ids: {first} and {second}',
      why: 'One Chinese name has one id; else the two spellings mean different things.',
      help: 'Declare it once if it is the same thing; otherwise change the Chinese name.',
      labels: { first: 'first here, with the id {first}' },
    },
  },
  N205: {
    severity: 'warning',
    zh: {
      title: '“{name}”与“{other}”只差形近的字',
      why: '读的人看不出是两个名称，容易用错。',
      help: '改用看得出差别的名称，或合并为一个。',
      labels: { other: '另一个在这里' },
    },
    en: {
      title: '“{name}” and “{other}” differ only by look-alike characters',
      why: 'A reader cannot see that these are two names and will mix them up.',
      help: 'Choose names that look different, or make them one.',
      labels: { other: 'the other one' },
    },
  },
  N206: {
    severity: 'warning',
    zh: {
      title: '“{name}”遮住了同名的另一个东西',
      why: '近处的名称优先，远处的那个在这里用不到。',
      help: '若不是有意的，请改名。',
      labels: { hidden: '被遮住的在这里' },
    },
    en: {
      title: '“{name}” hides something else of that name',
      why: 'The nearer name wins; the farther one cannot be reached from here.',
      help: 'Rename it unless that is what you want.',
      labels: { hidden: 'what it hides' },
    },
  },
  N207: {
    severity: 'error',
    zh: {
      title: '“{name}”不知指哪一个：{places} 都声明了它',
      why: '含义不同的同名事物会使结论不同。',
      help: '在本政策中另行声明，或只采用其中一个；枚举值可在比较中写明字段。',
      labels: { candidate: '其中一个，属于“{place}”' },
    },
    en: {
      title: '“{name}” may mean several things: {places} all declare it',
      why: 'Things of one name and different meaning give different results.',
      help: 'Declare your own, or use only one of the units; compare enumeration values with a field.',
      labels: { candidate: 'one of them, in “{place}”' },
    },
  },
  N208: {
    severity: 'error',
    zh: {
      title: '这里要{wanted}，“{name}”是{found}',
      why: '不同种类的名称不能互换。',
      help: '换成{wanted}。',
      labels: { declared: '“{name}”在这里声明为{found}' },
    },
    en: {
      title: '{wantedEn} is wanted here, but “{name}” is {foundEn}',
      why: 'Names of different kinds cannot stand for each other.',
      help: 'Write {wantedEn} here.',
      labels: { declared: '“{name}” is declared here as {foundEn}' },
    },
  },
  N209: {
    severity: 'warning',
    zh: { title: '{what}“{name}”没有用到', why: '用不到的声明常常是漏写了规则，或写错了名称。', help: '在规则中用它，或删去。' },
    en: {
      title: '{whatEn} “{name}” is never used',
      why: 'An unused declaration often means a rule was forgotten or a name mistyped.',
      help: 'Use it in a rule, or remove it.',
    },
  },
  N210: {
    severity: 'error',
    zh: { title: '定义绕成了圈：{path}', why: '按自己来定义自己，永远算不出结果。', help: '断开其中一环。' },
    en: {
      title: 'definitions go round in a circle: {path}',
      why: 'What is defined by itself never comes to a value.',
      help: 'Break the circle at one of these places.',
    },
  },
  ...INSTRUMENTS_CODES,
  ...STEP_NAMES_CODES,
} as const satisfies CodeTable

/** What the kinds of declared things are called in messages. */
export const KIND_WORDS = {
  policy: { zh: '政策', en: 'policy' },
  vocabulary: { zh: '词汇', en: 'vocabulary' },
  source: { zh: '来源', en: 'source' },
  entity: { zh: '实体', en: 'entity' },
  field: { zh: '字段', en: 'field' },
  judgement: { zh: '认定', en: 'judgement' },
  enum: { zh: '枚举', en: 'enumeration' },
  value: { zh: '枚举值', en: 'enumeration value' },
  role: { zh: '角色', en: 'role' },
  channel: { zh: '渠道', en: 'channel' },
  relation: { zh: '约束', en: 'relation' },
  parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' },
  score: { zh: '计分', en: 'score' },
  table: { zh: '表', en: 'table' },
  points: { zh: '得分', en: 'line of a score' },
  reading: { zh: '解释', en: 'reading' },
  choice: { zh: '解释的写法', en: 'choice of a reading' },
  external: { zh: '外部文本', en: 'external text' },
  standard: { zh: '标准', en: 'standard' },
  must: { zh: '须', en: 'must item' },
  bar: { zh: '不得', en: 'bar' },
  suspend: { zh: '暂缓', en: 'suspension' },
  weigh: { zh: '统筹', en: 'weighed item' },
  part: { zh: '项', en: 'part of a group' },
  paper: { zh: '文书', en: 'paper' },
  place: { zh: '场所', en: 'place' },
  calendar: { zh: '日历', en: 'calendar' },
  procedure: { zh: '程序', en: 'procedure' },
  phase: { zh: '阶段', en: 'phase' },
  step: { zh: '步骤', en: 'step' },
  stratum: { zh: '必含', en: 'stratum' },
  effects: { zh: '效果', en: 'list of effects' },
  shall: { zh: '应', en: 'duty' },
  may: { zh: '可', en: 'permission' },
  ceases: { zh: '停', en: 'end of support' },
  register: { zh: '登记册', en: 'register' },
  transition: { zh: '转移', en: 'transition' },
  forbid: { zh: '禁止', en: 'forbidden transition' },
  target: { zh: '目标', en: 'target' },
  ranking: { zh: '排序', en: 'ranking' },
  operand: { zh: '可以取值的名称', en: 'name with a value' },
  callable: { zh: '分类别的参数或函数', en: 'keyed parameter or function' },
} as const
