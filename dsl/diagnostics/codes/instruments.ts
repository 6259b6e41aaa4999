import type { CodeTable } from '../diagnostic.ts'

const REPLACE_ZH = { replace: '改为“{to}”' }
const REPLACE_EN = { replace: 'write “{to}”' }

/** N211–N224: readings, units, sources, elements and the two spellings of a name. */
export const INSTRUMENTS_CODES = {
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
