import type { CodeTable } from '../diagnostic.ts'

/** What can be wrong with the facts of a subject. */
export const FACTS_CODES = {
  F601: {
    severity: 'error',
    zh: {
      title: '这里没有「{name}」这一项',
      why: '程序只读政策声明过的字段；一个写错的名称会让真正的字段悄悄变成「未知」。',
      help: '请改成声明过的名称。相近的名称：{nearest}。',
    },
    en: {
      title: 'No field is called “{name}” here',
      why: 'Only declared fields are read; a misspelt name would silently leave the real field unknown.',
      help: 'Use a declared name. Near names: {nearest}.',
    },
  },
  F602: {
    severity: 'error',
    zh: {
      title: '「{name}」写了两次：中文名和标识各一次',
      why: '两个写法是同一个事实，值不同时无法判断以哪一个为准。',
      help: '只保留一种写法（{name} 或 {other}）。',
    },
    en: {
      title: '“{name}” is given twice, by its id and by its Chinese name',
      why: 'Both spellings are one fact; where they differ nobody can tell which one holds.',
      help: 'Keep one of the two ({name} or {other}).',
    },
  },
  F603: {
    severity: 'error',
    zh: {
      title: '这里应当是一组「名称：值」，而不是 {value}',
      why: '一户、一人、一村都要逐项写明事实，单独一个值说明不了是哪一项。',
      help: '写成 {"字段名": 值, …} 的形式。',
    },
    en: {
      title: 'A record of names and values was expected here, not {value}',
      why: 'A household, person or village is described field by field; a lone value does not say which field it is.',
      help: 'Write it as {"field": value, …}.',
    },
  },
  F604: {
    severity: 'error',
    zh: {
      title: '应当填 true 或 false（是 或 否），填的是 {value}',
      why: '是非题只有两个答案；不知道时应当留空，而不是填别的字。',
      help: '填 true/false 或 是/否；不清楚就不填。',
    },
    en: {
      title: 'true or false (是 or 否) was expected, found {value}',
      why: 'A yes-or-no fact has two answers; what is not known is left empty.',
      help: 'Write true/false or 是/否; leave it out if it is not known.',
    },
  },
  F605: {
    severity: 'error',
    zh: {
      title: '应当填数字，填的是 {value}',
      why: '含汉字、单位、逗号或空格的文字不会被猜成数字，以免算错。',
      help: '只写数字，例如 4200 或 "4200.50"；单位由字段规定。',
    },
    en: {
      title: 'A number was expected, found {value}',
      why: 'Text with words, units, commas or blanks is not guessed into a number.',
      help: 'Write digits only, such as 4200 or "4200.50"; the unit belongs to the field.',
    },
  },
  F606: {
    severity: 'error',
    zh: {
      title: '{value} 太精细：这一项最多 {decimals} 位小数',
      why: '程序不会悄悄四舍五入，多出的小数可能正好决定达标与否。',
      help: '请核对原始数据，按规定的位数填写。',
    },
    en: {
      title: '{value} is too precise: at most {decimals} decimals are allowed here',
      why: 'Nothing is rounded silently: the extra digits may be what decides.',
      help: 'Check the source and write it with the allowed decimals.',
    },
  },
  F607: {
    severity: 'error',
    zh: {
      title: '{value} 的有效数字超过 15 位，读入时可能已经变了',
      why: 'JSON 数字超过 15 位有效数字后，不同的写法会变成同一个数。',
      help: '请用引号把数字写成文字，例如 "1234567890123456.78"。',
    },
    en: {
      title: '{value} has more than 15 significant digits and may have changed on the way in',
      why: 'Beyond 15 significant digits different JSON numbers collapse into one.',
      help: 'Write the figure as text in quotes, such as "1234567890123456.78".',
    },
  },
  F608: {
    severity: 'error',
    zh: {
      title: '{value} 有歧义：是 {readings} 中的哪一个？',
      why: '比例是 0 到 1 的数；大于 1 的数可能漏了百分号，也可能就是好几倍。',
      help: '带上百分号写成文字：{readings}。',
    },
    en: {
      title: '{value} is ambiguous: which one of {readings} is meant?',
      why: 'A ratio is a number from 0 to 1; above that a per cent sign may be missing, or not.',
      help: 'Write it as text with its sign: {readings}.',
    },
  },
  F609: {
    severity: 'error',
    zh: {
      title: '{value} 超出了允许的范围 {range}',
      why: '范围之外的值在实际中不会出现，多半是录入错误。',
      help: '请核对后改正；不清楚就不填。',
    },
    en: {
      title: '{value} lies outside the range {range}',
      why: 'Values outside the range do not occur, so this is most likely a slip.',
      help: 'Check and correct it; leave it out if it is not known.',
    },
  },
  F610: {
    severity: 'error',
    zh: {
      title: '{value} 不是这一项可选的值',
      why: '选项以外的写法无法归类，会让按类别的规定落空。',
      help: '相近的：{nearest}。全部可选值：{known}。',
    },
    en: {
      title: '{value} is not one of the values of this field',
      why: 'A value off the list belongs to no category, and rules by category would miss it.',
      help: 'Near: {nearest}. All values: {known}.',
    },
  },
  F611: {
    severity: 'error',
    zh: {
      title: '应当填日期（YYYY-MM-DD），填的是 {value}',
      why: '日期的其他写法（斜线、年月日、月在前）会有几种读法。',
      help: '写成四位年、两位月、两位日，例如 2019-05-01。',
    },
    en: {
      title: 'A date (YYYY-MM-DD) was expected, found {value}',
      why: 'Other spellings of dates can be read in several ways.',
      help: 'Write year, month and day, such as 2019-05-01.',
    },
  },
  F612: {
    severity: 'error',
    zh: { title: '没有 {value} 这一天', why: '不存在的日期多半是录入错误，不能替你改成邻近的一天。', help: '请核对原始记录。' },
    en: {
      title: 'There is no such day as {value}',
      why: 'A day that never was is a slip, and it is not moved to a neighbouring one.',
      help: 'Check the original record.',
    },
  },
  F613: {
    severity: 'error',
    zh: {
      title: '应当填年份（四位整数），填的是 {value}',
      why: '年份用来对照年度标准，必须是完整的公历年。',
      help: '例如 2019。',
    },
    en: {
      title: 'A year (a whole number of four digits) was expected, found {value}',
      why: 'Years select yearly figures, so they must be full calendar years.',
      help: 'For example 2019.',
    },
  },
  F614: {
    severity: 'error',
    zh: {
      title: '这一项不能填「无」',
      why: '「无」表示确知不存在，只有声明「可无」的字段才有这种情形；不知道应当留空。',
      help: '填实际的值；不清楚就不填。',
    },
    en: {
      title: '无 is not a possible value here',
      why: '无 says that something is known not to exist, which only nullable fields allow; what is not known is left empty.',
      help: 'Give the value; leave it out if it is not known.',
    },
  },
  F615: {
    severity: 'error',
    zh: { title: '应当填文字，填的是 {value}', why: '这里记的是名称、说明或编号，要按文字保存。', help: '用引号写成文字。' },
    en: {
      title: 'Text was expected, found {value}',
      why: 'This holds a name, a note or a number kept as text.',
      help: 'Write it as text in quotes.',
    },
  },
  F616: {
    severity: 'error',
    zh: {
      title: '这是一项认定，还缺：{missing}',
      why: '没有写明结论、由谁、何时作出的认定，不能作为依据。',
      help: '写成 {"值": true, "角色": "村两委", "日期": "2019-10-13"}；键也可以用 value、role、on。',
    },
    en: {
      title: 'This is a judgement; still lacking: {missing}',
      why: 'A judgement that does not say what was found, by whom and when cannot be relied on.',
      help: 'Write {"value": …, "role": …, "on": "YYYY-MM-DD"}.',
    },
  },
  F617: {
    severity: 'error',
    zh: {
      title: '没有 {value} 这个角色',
      why: '只有政策声明的角色才能认定、复核，写错的角色会使整条记录失效。',
      help: '相近的角色：{nearest}。',
    },
    en: {
      title: 'There is no role {value}',
      why: 'Only declared roles may judge or re-check; a misspelt one would void the entry.',
      help: 'Near roles: {nearest}.',
    },
  },
  F618: {
    severity: 'error',
    zh: {
      title: '有 {length} 条，最多只能有 {most} 条',
      why: '超过上限的名单多半是重复导入，或者把几户并在了一起。',
      help: '请核对名单。',
    },
    en: {
      title: '{length} entries, at most {most} are allowed',
      why: 'A list above its bound is mostly a double import or several households merged.',
      help: 'Check the list.',
    },
  },
  F619: {
    severity: 'error',
    zh: {
      title: '应当是一张名单（[ … ]），而不是 {value}',
      why: '单独一个值说明不了名单是否完整。',
      help: '写成 [ … ]；不完整时写 {"items": [ … ], "partial": true}。',
    },
    en: {
      title: 'A list ([ … ]) was expected, not {value}',
      why: 'A lone value does not say whether the list is complete.',
      help: 'Write [ … ]; if incomplete, {"items": [ … ], "partial": true}.',
    },
  },
  F620: {
    severity: 'error',
    zh: {
      title: '这条偏离记录不完整，还缺：{missing}',
      why: '偏离原则的决定必须写明哪一条、理由、经办人和日期。',
      help: '补齐条目（item）、理由（reason）、经办人（by）、日期（on）。',
    },
    en: {
      title: 'This departure is incomplete; still lacking: {missing}',
      why: 'Departing from a principle needs the item, the reason, the person and the date.',
      help: 'Give item, reason, by and on.',
    },
  },
  F621: {
    severity: 'error',
    zh: {
      title: '这条复核记录不完整，还缺：{missing}',
      why: '复核必须写明哪一条、结果、由谁、何时。',
      help: '补齐条目（item）、结果（result）、角色（role）、日期（on）。',
    },
    en: {
      title: 'This re-check is incomplete; still lacking: {missing}',
      why: 'A re-check needs the item, its result, who made it and when.',
      help: 'Give item, result, role and on.',
    },
  },
  F622: {
    severity: 'error',
    zh: { title: '{value} 不是可以偏离的条目', why: '只有标明「原则上」的条目才允许偏离。', help: '相近的条目：{nearest}。' },
    en: {
      title: '{value} is not an item one may depart from',
      why: 'Only items marked in principle allow a departure.',
      help: 'Near items: {nearest}.',
    },
  },
  F623: {
    severity: 'error',
    zh: {
      title: '没有 {value} 这个条目',
      why: '复核必须对着标准里的某一条，写错的条目会使复核落空。',
      help: '相近的条目：{nearest}。',
    },
    en: {
      title: 'There is no item {value}',
      why: 'A re-check speaks of one item of a standard; a misspelt one would be lost.',
      help: 'Near items: {nearest}.',
    },
  },
  F624: {
    severity: 'error',
    zh: {
      title: '复核结果应当是 符合 或 不符合（pass 或 fail），填的是 {value}',
      why: '其他说法无法判断能否退出。',
      help: '填 符合 或 不符合。',
    },
    en: {
      title: 'The result of a re-check is pass or fail (符合 or 不符合), found {value}',
      why: 'Other words do not tell whether the exit may go ahead.',
      help: 'Write pass or fail.',
    },
  },
  F625: {
    severity: 'error',
    zh: { title: '违反约束「{zh}」', why: '这些事实在现实中不会同时出现，其中至少一项有误。', help: '请核对约束提到的各项。' },
    en: {
      title: 'The relation “{en}” does not hold',
      why: 'These facts do not occur together, so at least one of them is wrong.',
      help: 'Check the fields this relation speaks of.',
    },
  },
  F626: {
    severity: 'error',
    zh: {
      title: '政策「{zh}」在 {asOf} 不在施行期内（{from} 至 {to}）',
      why: '按未施行或已废止的政策作出的决定没有依据。',
      help: '更换评定日，或选用当日施行的政策。',
    },
    en: {
      title: 'The policy “{en}” is not in force on {asOf} ({from} to {to})',
      why: 'A decision under a policy that is not in force has no basis.',
      help: 'Choose another date, or the policy in force on it.',
    },
  },
  F627: {
    severity: 'error',
    zh: { title: '嵌套太深，或者对象包含了它自己', why: '事实应当是一棵有限的树：户—人、村—户。', help: '请检查导出程序。' },
    en: {
      title: 'Nested too deeply, or an object contains itself',
      why: 'Facts form a finite tree: household and members, village and households.',
      help: 'Check the program that wrote this file.',
    },
  },
  F628: {
    severity: 'error',
    zh: { title: '一条记录里的对象太多', why: '这样大的记录多半是导出时重复引用造成的。', help: '请拆分后再导入。' },
    en: {
      title: 'Too many objects in one record',
      why: 'A record this large is mostly an export that repeats itself.',
      help: 'Split it before importing.',
    },
  },
  F629: {
    severity: 'error',
    zh: { title: '这条记录无法读取', why: '读取时对象自己的代码出了错。', help: '请用普通的 JSON 数据。' },
    en: {
      title: 'This record cannot be read',
      why: 'Code belonging to the object failed while it was read.',
      help: 'Use plain JSON data.',
    },
  },
  F630: {
    severity: 'error',
    zh: {
      title: '名单的写法不对：要有 items（项），partial（不全）只能是 true 或 false，填的是 {value}',
      why: '名单完整与否会影响「每个」「没有」的结论。',
      help: '写成 {"items": [ … ], "partial": true}。',
    },
    en: {
      title: 'A list object needs items (项), and partial (不全) must be true or false, found {value}',
      why: 'Whether a list is complete decides what “every” and “none” can conclude.',
      help: 'Write {"items": [ … ], "partial": true}.',
    },
  },
  F631: {
    severity: 'error',
    zh: { title: '「{name}」不是年份', why: '分年度的事实以四位年份为名。', help: '例如 {"2018": …, "2019": …}。' },
    en: {
      title: '“{name}” is not a year',
      why: 'A yearly fact is keyed by years of four digits.',
      help: 'For example {"2018": …, "2019": …}.',
    },
  },
} as const satisfies CodeTable
