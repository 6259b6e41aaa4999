import type { CodeTable } from '../diagnostic.ts'

/** What can be wrong with a case file. */
export const CASE_CODES = {
  K101: {
    severity: 'error',
    zh: {
      title: '这里应当是一组“名称：值”，而不是 {value}',
      why: '案卷、对象和每一次记录都要逐项写明，单独一个值说明不了是哪一项。',
      help: '写成 {"键": 值, …} 的形式。',
    },
    en: {
      title: 'A group of keys and values was expected here, not {value}',
      why: 'A case, its subjects and each event are written key by key; a lone value does not say which it is.',
      help: 'Write it as {"key": value, …}.',
    },
  },
  K102: {
    severity: 'error',
    zh: { title: '这里没有“{name}”这个键', why: '写错的键会让真正要记的事悄悄漏掉。', help: '改成规定的键。相近的：{nearest}。' },
    en: {
      title: 'No key is called “{name}” here',
      why: 'A misspelt key would silently lose what was meant to be recorded.',
      help: 'Use one of the keys. Near ones: {nearest}.',
    },
  },
  K103: {
    severity: 'error',
    zh: {
      title: '“{name}”写了两次，另一次写作“{other}”',
      why: '中英文键说的是同一件事，值不同时不知道以哪个为准。',
      help: '只保留一个。',
    },
    en: {
      title: '“{name}” is given twice, also as “{other}”',
      why: 'Both keys mean the same; where the values differ nobody can tell which one holds.',
      help: 'Keep one of them.',
    },
  },
  K104: {
    severity: 'error',
    zh: { title: '缺少“{name}”', why: '没有这一项，这条记录就判断不了。', help: '补上它。' },
    en: { title: '“{nameEn}” is missing', why: 'Without it this part of the case cannot be judged.', help: 'Add it.' },
  },
  K105: {
    severity: 'error',
    zh: {
      title: '应当填文字（不太长），填的是 {value}',
      why: '编号和名称要按文字保存，001 不能变成 1。',
      help: '用引号写成文字。',
    },
    en: {
      title: 'Text of moderate length was expected, found {value}',
      why: 'Numbers of households and names are kept as text: 001 must not become 1.',
      help: 'Write it in quotes.',
    },
  },
  K106: {
    severity: 'error',
    zh: { title: '应当是一个列表（[ … ]），而不是 {value}', why: '可能有好几个的，都写成列表。', help: '写成 [ … ]。' },
    en: {
      title: 'A list ([ … ]) was expected, not {value}',
      why: 'Whatever there may be several of is written as a list.',
      help: 'Write it as [ … ].',
    },
  },
  K107: {
    severity: 'error',
    zh: {
      title: '应当填 {least} 到 {most} 的整数，填的是 {value}',
      why: '人数、票数和年度都是整数，带引号的也不算数字。',
      help: '改成整数。',
    },
    en: {
      title: 'A whole number from {least} to {most} was expected, found {value}',
      why: 'People, ballots and years are whole numbers; a figure in quotes is none.',
      help: 'Write a whole number.',
    },
  },
  K108: {
    severity: 'error',
    zh: {
      title: '应当填日期（YYYY-MM-DD），填的是 {value}',
      why: '日期的其他写法会有几种读法。',
      help: '写成四位年、两位月、两位日，例如 2019-10-12。',
    },
    en: {
      title: 'A date (YYYY-MM-DD) was expected, found {value}',
      why: 'Other spellings of dates can be read in several ways.',
      help: 'Write year, month and day, such as 2019-10-12.',
    },
  },
  K109: {
    severity: 'error',
    zh: { title: '没有 {value} 这一天', why: '不存在的日期是录入错误，不能替你改成邻近的一天。', help: '核对原始记录。' },
    en: {
      title: 'There is no such day as {value}',
      why: 'A day that never was is a slip, and it is not moved to a neighbouring one.',
      help: 'Check the original record.',
    },
  },
  K110: {
    severity: 'error',
    zh: { title: '政策里没有程序 {value}', why: '不知道按哪个程序检查。', help: '相近的：{nearest}。可用的程序：{known}。' },
    en: {
      title: 'This policy has no procedure {value}',
      why: 'It is not clear which procedure the case follows.',
      help: 'Near ones: {nearest}. Its procedures: {known}.',
    },
  },
  K111: {
    severity: 'error',
    zh: {
      title: '程序里没有步骤 {value}',
      why: '写错的步骤会让做过的事白做，没做的事显得做过。',
      help: '相近的步骤：{nearest}。',
    },
    en: {
      title: 'The procedure has no step {value}',
      why: 'A misspelt step would lose what was done.',
      help: 'Near steps: {nearest}.',
    },
  },
  K112: {
    severity: 'error',
    zh: { title: '没有 {value} 这个角色', why: '写错的角色会使主体、签字、送达都对不上。', help: '相近的角色：{nearest}。' },
    en: {
      title: 'There is no role {value}',
      why: 'With a misspelt role no actor, signature or notice would match.',
      help: 'Near roles: {nearest}.',
    },
  },
  K113: {
    severity: 'error',
    zh: { title: '没有 {value} 这件文书', why: '写错的文书会被当作没有。', help: '相近的文书：{nearest}。' },
    en: { title: 'There is no paper {value}', why: 'A misspelt paper would count as none.', help: 'Near papers: {nearest}.' },
  },
  K114: {
    severity: 'error',
    zh: { title: '没有 {value} 这个场所', why: '写错的场所会使公示和登记对不上。', help: '相近的场所：{nearest}。' },
    en: {
      title: 'There is no place {value}',
      why: 'With a misspelt place no posting and no entry would match.',
      help: 'Near places: {nearest}.',
    },
  },
  K115: {
    severity: 'error',
    zh: { title: '名单里没有 {value}', why: '名单以外的户不能成为这个案卷的对象。', help: '相近的：{nearest}。' },
    en: {
      title: '{value} is not among the subjects',
      why: 'Whoever is not in the file is no subject of this case.',
      help: 'Near ones: {nearest}.',
    },
  },
  K116: {
    severity: 'error',
    zh: { title: '{found} 早于开始的 {from}', why: '结束和答复不会在开始之前。', help: '核对这两个日期。' },
    en: {
      title: '{found} lies before the beginning, {from}',
      why: 'Nothing ends or is answered before it begins.',
      help: 'Check the two days.',
    },
  },
  K117: {
    severity: 'error',
    zh: {
      title: '{on} 早于立案的 {opened}',
      why: '立案以前的事不属于这个案卷，多半是写错了日期。',
      help: '核对日期，或改正立案日。',
    },
    en: {
      title: '{on} lies before the case was opened, {opened}',
      why: 'What happened before does not belong to the case; most likely a date is wrong.',
      help: 'Check the day, or the day the case was opened.',
    },
  },
  K118: {
    severity: 'error',
    zh: {
      title: '{on} 时 {subject} 还没有列入名单（{joined} 列入）',
      why: '没有列入的户不会有记录，多半是写错了日期或户。',
      help: '核对日期和对象。',
    },
    en: {
      title: 'On {on} {subject} had not joined the list yet (it did on {joined})',
      why: 'Nothing can have been done for a household before it joined; a day or a household is wrong.',
      help: 'Check the day and the subjects.',
    },
  },
  K119: {
    severity: 'error',
    zh: {
      title: '票数合计 {sum}，多于到会的 {present} 人',
      why: '票不会比到会的人多，其中必有一个数写错了。',
      help: '核对会议记录。',
    },
    en: {
      title: 'The ballots add up to {sum}, more than the {present} present',
      why: 'There are no more votes than people; one of the figures is wrong.',
      help: 'Check the minutes.',
    },
  },
  K120: {
    severity: 'error',
    zh: { title: '{value} 不是这里可以填的', why: '其他说法无法判断。', help: '可以填：{known}。' },
    en: {
      title: '{value} is not one of the values here',
      why: 'Other words do not tell what happened.',
      help: 'Write one of: {knownEn}.',
    },
  },
  K121: {
    severity: 'error',
    zh: {
      title: '太多：{length} 条，最多 {most} 条',
      why: '一个村一年的案卷不会这么大，多半是重复导入。',
      help: '核对，或按村、按年分开。',
    },
    en: {
      title: 'Too many: {length}, at most {most}',
      why: 'No village has a case this large in a year; most likely something was imported twice.',
      help: 'Check it, or split it by village and year.',
    },
  },
  K122: {
    severity: 'error',
    zh: {
      title: '看不出这条记录是什么（写了：{found}）',
      why: '一条记录只说一件事，由它的键说明是什么事。',
      help: '只写其中一个键：{known}。',
    },
    en: {
      title: 'It is not clear what this event is (given: {foundEn})',
      why: 'An event says one thing, and one key tells which.',
      help: 'Write just one of these keys: {knownEn}.',
    },
  },
  K123: {
    severity: 'error',
    zh: { title: '这里的对象是空的', why: '不写对象指名单上所有的户，空的列表却谁也不指。', help: '写出对象，或去掉这一项。' },
    en: {
      title: 'No subject is named here',
      why: 'Without this key an act is for all on the list; an empty list is for nobody.',
      help: 'Name the subjects, or leave the key out.',
    },
  },
  K124: {
    severity: 'error',
    zh: { title: '这种记录没有“{name}”这一项', why: '写在不相干的记录里，它就不起作用了。', help: '这种记录可以写：{known}。' },
    en: {
      title: 'An event of this kind has no “{nameEn}”',
      why: 'In an event it does not belong to, it would have no effect.',
      help: 'This kind of event may hold: {knownEn}.',
    },
  },
  K125: {
    severity: 'error',
    zh: {
      title: '{value} 在名单里出现了两次',
      why: '同一户不能有两份事实，也不能两次列入。',
      help: '只保留一个；移出以后再列入，用“重新列入”记录。',
    },
    en: {
      title: '{value} is in the list twice',
      why: 'A household has one set of facts and joins once.',
      help: 'Keep one of them; for coming back after being dropped record “relists”.',
    },
  },
  K126: {
    severity: 'error',
    zh: { title: '编号 {value} 用在了两个不同的异议上', why: '处理时就不知道说的是哪一个。', help: '给每个异议自己的编号。' },
    en: {
      title: '{value} stands for two different objections',
      why: 'What settles it would not say which one is meant.',
      help: 'Give each objection an id of its own.',
    },
  },
  K127: {
    severity: 'error',
    zh: { title: '此前没有人提出过异议 {value}', why: '没有提出的异议不能处理。', help: '核对编号和日期。相近的：{nearest}。' },
    en: {
      title: 'Nobody raised the objection {value} before',
      why: 'What was not raised cannot be settled.',
      help: 'Check its id and day. Near ones: {nearest}.',
    },
  },
  K128: {
    severity: 'error',
    zh: {
      title: '程序“{procedure}”没有名单自己的记录',
      why: '这个程序不读名单的事实，写了也不起作用。',
      help: '去掉它，或把事实写到每个对象里。',
    },
    en: {
      title: 'The procedure “{procedureEn}” has no record of the list itself',
      why: 'It reads no facts of the list, so these would have no effect.',
      help: 'Leave it out, or give the facts with each subject.',
    },
  },
  K129: {
    severity: 'error',
    zh: { title: '这份案卷无法读取', why: '读取时对象自己的代码出了错。', help: '用普通的 JSON 数据。' },
    en: {
      title: 'This case cannot be read',
      why: 'Code belonging to the object failed while it was read.',
      help: 'Use plain JSON data.',
    },
  },
} as const satisfies CodeTable
