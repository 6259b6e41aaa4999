import type { CodeTable } from '../diagnostic.ts'

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
      help: '换成{wanted}的名称。',
      labels: { declared: '“{name}”在这里声明为{found}' },
    },
    en: {
      title: '{wantedEn} is wanted here, but “{name}” is {foundEn}',
      why: 'Names of different kinds cannot stand for each other.',
      help: 'Put the name of {wantedEn} here.',
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
  N211: {
    severity: 'error',
    zh: {
      title: '按“{reading}”缺少：{missing}',
      why: '每一种解释都要有对应的写法，改用另一种解释时才有结果。',
      help: '为缺少的解释各写一支。',
      labels: { declared: '“{reading}”在这里声明' },
    },
    en: {
      title: 'nothing is written for {missing} of “{reading}”',
      why: 'Every reading needs its own arm; otherwise choosing it gives no result.',
      help: 'Write an arm for each missing choice.',
      labels: { declared: '“{reading}” is declared here' },
    },
  },
  N212: {
    severity: 'error',
    zh: {
      title: '解释“{reading}”没有“{name}”这一种',
      why: '只能选用声明过的解释。',
      help: '检查用字，或在解释中补上。',
      labels: { declared: '“{reading}”在这里声明' },
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'the reading “{reading}” has no choice “{name}”',
      why: 'Only declared choices can be chosen.',
      help: 'Check the spelling, or add it to the reading.',
      labels: { declared: '“{reading}” is declared here' },
      fixes: REPLACE_EN,
    },
  },
  N213: {
    severity: 'error',
    zh: {
      title: '找不到“{name}”',
      why: '采用的词汇、政策或来源要在所给文件中，或能按名称读到。',
      help: '检查名称，或把那个文件一并给出。',
      fixes: REPLACE_ZH,
    },
    en: {
      title: '“{name}” cannot be found',
      why: 'A vocabulary, policy or source that is used must be among the files, or be found by its name.',
      help: 'Check the name, or give that file as well.',
      fixes: REPLACE_EN,
    },
  },
  N214: {
    severity: 'error',
    zh: { title: '互相采用绕成了圈：{path}', why: '分不出哪个在先。', help: '去掉其中一处采用，把共用的声明移到单独的词汇中。' },
    en: {
      title: 'these use one another in a circle: {path}',
      why: 'None of them comes first.',
      help: 'Remove one use; move what they share into a vocabulary of its own.',
    },
  },
  N215: {
    severity: 'error',
    zh: {
      title: '来源“{source}”没有条“{article}”',
      why: '依据要能查到；写错的条号会使规则无从核对。',
      help: '检查条号，或在来源中补上这一条。',
      labels: { source: '“{source}”在这里声明' },
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'the source “{source}” has no article “{article}”',
      why: 'A citation must be found again; a wrong number leaves the rule without ground.',
      help: 'Check the number, or add the article to the source.',
      labels: { source: '“{source}” is declared here' },
      fixes: REPLACE_EN,
    },
  },
  N216: {
    severity: 'warning',
    zh: {
      title: '政策“{name}”没有声明来源',
      why: '没有来源和条目，依据无法核对，也看不出哪条没有写进规则。',
      help: '用“来源”声明文件及其各条。',
    },
    en: {
      title: 'the policy “{name}” declares no source',
      why: 'Without a source and its articles citations cannot be checked, nor articles without a rule be listed.',
      help: 'Declare the instrument and its articles with “source”.',
    },
  },
  N217: {
    severity: 'error',
    zh: {
      title: '“{unit}”没有叫“{name}”的解释',
      why: '只能为采用的文件中声明的解释选定写法。',
      help: '检查名称。',
      fixes: REPLACE_ZH,
    },
    en: {
      title: '“{unit}” has no reading called “{name}”',
      why: 'Only readings of the unit that is used can be chosen here.',
      help: 'Check the name.',
      fixes: REPLACE_EN,
    },
  },
  N218: {
    severity: 'error',
    zh: {
      title: '“{name}”适用于“{entity}”，这里没有“{entity}”',
      why: '不知道是哪一个“{entity}”的。这里的对象：{here}。',
      help: '写明路径，如“所在{entity} 的 {name}”，或在适用于“{entity}”的规则中使用。',
      labels: { declared: '“{name}”在这里声明' },
    },
    en: {
      title: '“{name}” is about “{entity}”, and there is no “{entity}” here',
      why: 'It cannot be told whose it is. Elements around here: {here}.',
      help: 'Write a path that leads to one, or use it in a rule for “{entity}”.',
      labels: { declared: '“{name}” is declared here' },
    },
  },
  N219: {
    severity: 'error',
    zh: {
      title: '枚举“{enum}”没有“{name}”这个值',
      why: '比较只能用声明过的值，否则永远不会相等。',
      help: '检查用字，或在枚举中补上。',
      labels: { declared: '“{enum}”在这里声明' },
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'the enumeration “{enum}” has no value “{name}”',
      why: 'Only declared values can be compared; another one would never be equal.',
      help: 'Check the spelling, or add the value.',
      labels: { declared: '“{enum}” is declared here' },
      fixes: REPLACE_EN,
    },
  },
  N220: {
    severity: 'error',
    zh: {
      title: '“{name}”连在一起了，应是“{spaced}”',
      why: '一串连续的汉字是一个名称；这里只有一种分法能读通。',
      help: '在词之间加空格。',
      fixes: { space: '分开写成“{spaced}”' },
    },
    en: {
      title: '“{name}” is run together; it reads as “{spaced}”',
      why: 'A run of Chinese characters is one name; there is only one way to part this one.',
      help: 'Put blanks between the words.',
      fixes: { space: 'part it: “{spaced}”' },
    },
  },
  N221: {
    severity: 'error',
    zh: { title: '“{choice}”写了两支', why: '同一种解释只能有一种写法。', help: '删去一支。', labels: { first: '第一支在这里' } },
    en: {
      title: '“{choice}” has two arms',
      why: 'One reading has one text.',
      help: 'Remove one of them.',
      labels: { first: 'the first one' },
    },
  },
  N222: {
    severity: 'error',
    zh: {
      title: '依据“{article}”没有写明是哪个来源',
      why: '这里有几个来源：{sources}。',
      help: '在条号前写来源的名称。',
      fixes: { source: '写明“{source}”' },
    },
    en: {
      title: 'the citation “{article}” does not say of which source',
      why: 'There are several sources here: {sources}.',
      help: 'Write the name of the source before the article.',
      fixes: { source: 'say “{source}”' },
    },
  },
  N223: {
    severity: 'error',
    zh: { title: '没有叫“{name}”的{wanted}', why: '没有声明的名称没有含义。', help: '检查用字，或先声明它。', fixes: REPLACE_ZH },
    en: {
      title: 'no {wantedEn} is called “{name}”',
      why: 'An undeclared name has no meaning.',
      help: 'Check the spelling, or declare it.',
      fixes: REPLACE_EN,
    },
  },
  N224: {
    severity: 'error',
    zh: {
      title: '“{name}”的另一个名称“{other}”在这里指别的东西',
      why: '中文和英文两种写法要说同一件事；换一种语言显示，这条规则就变了。',
      help: '给其中一个换个标识。',
      labels: { other: '“{other}”在这里指它' },
    },
    en: {
      title: 'the other name of “{name}”, “{other}”, means something else here',
      why: 'Chinese and English must say the same; shown in the other language this rule would be another one.',
      help: 'Give one of them another id.',
      labels: { other: 'what “{other}” means here' },
    },
  },
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
  operand: { zh: '可以取值的名称', en: 'name with a value' },
  callable: { zh: '分类别的参数或函数', en: 'keyed parameter or function' },
} as const
