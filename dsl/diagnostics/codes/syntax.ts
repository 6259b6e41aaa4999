import type { CodeTable } from '../diagnostic.ts'

/** What could stand where P101 found something else. */
const EXPECTED_ZH = {
  declaration: '这里应是一条声明的开头，例如 标准、须、参数',
  name: '这里应是名称',
  expr: '这里应是条件或算式',
  text: '这里应是「」里的文字',
  code: '这里应是代码，例如 410000',
  number: '这里应是整数',
  word: '这里应是规定的几个词之一',
  moment: '这里应是日期或年份，例如 2016-05-01、2019年',
  type: '这里应是类型，例如 金额 元、真假、日期',
  cite: '这里应是条款号，例如「四（1）」',
  ref: '这里应是已有的名称',
  cell: '这里应是表格里的一格',
  range: '这里应是范围，例如 0 至 100',
  options: '这里应是 { } 里的几个选项',
  combine: '这里应是 全部、任一 或 至少 N',
  colon: '这里应是“：”',
  end: '这里应是“；”',
  block: '这里应是 { } 里的内容',
  close_paren: '这里应是“）”',
  close_bracket: '这里应是“〕”',
  open_paren: '这里应是“（”',
  then: '这里应是“则”',
  satisfies: '这里应是“满足”',
  nothing_more: '这里应当已经结束',
}
const EXPECTED_EN: typeof EXPECTED_ZH = {
  declaration: 'a declaration should begin here, such as standard, must, parameter',
  name: 'a name should stand here',
  expr: 'a condition or a calculation should stand here',
  text: 'a text in 「」 should stand here',
  code: 'a code such as 410000 should stand here',
  number: 'a whole number should stand here',
  word: 'one of a few fixed words should stand here',
  moment: 'a date or a year should stand here, such as 2016-05-01',
  type: 'a type should stand here, such as money yuan, boolean, date',
  cite: 'an article should stand here, such as 「四（1）」',
  ref: 'the name of something declared should stand here',
  cell: 'a cell of the table should stand here',
  range: 'a range should stand here, such as 0 to 100',
  options: 'the options should stand here in { }',
  combine: 'all, any or at_least N should stand here',
  colon: 'a colon should stand here',
  end: 'a semicolon should stand here',
  block: 'a block { } should stand here',
  close_paren: 'a closing ) should stand here',
  close_bracket: 'a closing ] should stand here',
  open_paren: 'an opening ( should stand here',
  then: '`then` should stand here',
  satisfies: '`satisfies` should stand here',
  nothing_more: 'nothing more should stand here',
}

/** What is wrong with the shape of a text. */
export const SYNTAX_CODES = {
  P101: {
    severity: 'error',
    zh: {
      title: '这里读不下去：“{found}”',
      why: '这条声明从这里起没有读懂，暂不参与判断；其余声明不受影响。',
      help: '照旁边的提示改写。',
      labels: EXPECTED_ZH,
    },
    en: {
      title: 'cannot read on at `{found}`',
      why: 'From here on this declaration is not understood and takes no part; the others are unaffected.',
      help: 'Write what the label asks for.',
      labels: EXPECTED_EN,
    },
  },
  P102: {
    severity: 'error',
    zh: {
      title: '这里缺少“{mark}”',
      why: '不知道上一条到哪里结束，后面的话可能被并入上一条。',
      help: '在上一条末尾加“{mark}”。',
      fixes: { insert: '补上“{mark}”' },
    },
    en: {
      title: 'missing `{mark}`',
      why: 'Without it the next line may be taken as part of this declaration.',
      help: 'End the declaration with `{mark}`.',
      fixes: { insert: 'add `{mark}`' },
    },
  },
  P103: {
    severity: 'error',
    zh: {
      title: '缺少“｝”',
      why: '这一段没有收尾，后面的声明会被当作它的内容。',
      help: '在段末加“｝”。',
      labels: { open: '这一段从这里开始' },
      fixes: { insert: '补上“｝”' },
    },
    en: {
      title: 'missing `}`',
      why: 'This block is never closed, so what follows would be taken as part of it.',
      help: 'Close the block with `}`.',
      labels: { open: 'the block begins here' },
      fixes: { insert: 'add `}`' },
    },
  },
  P104: {
    severity: 'error',
    zh: {
      title: '内容前面缺少“{mark}”',
      why: '没有它，名称和内容会连在一起。',
      help: '在内容前加“{mark}”。',
      fixes: { insert: '补上“{mark}”' },
    },
    en: {
      title: 'missing `{mark}` before the content',
      why: 'Without it the name and the content run together.',
      help: 'Put `{mark}` before the content.',
      fixes: { insert: 'add `{mark}`' },
    },
  },
  P105: {
    severity: 'error',
    zh: {
      title: '缺少“｛”',
      why: '下面的各项要放在 { } 里，才知道它们属于谁。',
      help: '在各项之前加“｛”。',
      fixes: { insert: '补上“｛”' },
    },
    en: {
      title: 'missing `{`',
      why: 'The items below belong in { }, so that it is clear whose they are.',
      help: 'Put `{` before them.',
      fixes: { insert: 'add `{`' },
    },
  },
  P106: {
    severity: 'error',
    zh: {
      title: '缺少“{mark}”',
      why: '括号没有收尾，不知道里面的内容到哪里为止。',
      help: '在应当结束的地方加“{mark}”。',
      fixes: { insert: '补上“{mark}”' },
    },
    en: {
      title: 'missing `{mark}`',
      why: 'The bracket is never closed, so it is unclear where its content ends.',
      help: 'Put `{mark}` where it ends.',
      fixes: { insert: 'add `{mark}`' },
    },
  },
  P107: {
    severity: 'error',
    zh: {
      title: '“{found}”不是这里能用的开头',
      why: '每条声明以规定的词开头，读的人才知道它是什么；这一条没有读入。',
      help: '这里可以用：{choices} 等。',
      fixes: { keyword: '改为“{keyword}”' },
    },
    en: {
      title: '`{found}` begins no declaration here',
      why: 'Every declaration begins with a fixed word that says what it is; this one was not read.',
      help: 'Words that can begin one here: {choices} and others.',
      fixes: { keyword: 'write `{keyword}`' },
    },
  },
  P108: {
    severity: 'error',
    zh: {
      title: '“{keyword}”里不能写“{clause}”',
      why: '它在这里没有意义，写了也不起作用。',
      help: '删去它，或把它移到能用它的声明里。',
    },
    en: {
      title: '`{keyword}` takes no `{clause}`',
      why: 'The clause means nothing here and has no effect.',
      help: 'Remove it, or move it to a declaration that takes it.',
    },
  },
  P109: {
    severity: 'error',
    zh: { title: '“{clause}”写了两次', why: '两处不一致时不知道以哪个为准；现在以先写的为准。', help: '只留一处。' },
    en: {
      title: '`{clause}` is written twice',
      why: 'If the two differ nobody knows which one holds; the first one is used now.',
      help: 'Keep one of them.',
    },
  },
  P110: {
    severity: 'error',
    zh: {
      title: '“{keyword}”后面缺少名称',
      why: '没有名称就无法在结果、测试和别的规则里指到它。',
      help: '写上名称，例如 收入达标/income_line。',
    },
    en: {
      title: '`{keyword}` lacks its name',
      why: 'Without a name nothing can refer to it: no result, no test, no other rule.',
      help: 'Give it a name such as 收入达标/income_line.',
    },
  },
  P111: {
    severity: 'error',
    zh: {
      title: '“{found}”是保留的词，不能直接用作名称',
      why: '它在条件里有固定的意思。',
      help: '换一个名称，或写成「{found}」。',
      fixes: { quote: '写成「{found}」' },
    },
    en: {
      title: '`{found}` is a reserved word and cannot be a name',
      why: 'It has a fixed meaning in conditions.',
      help: 'Choose another name, or write 「{found}」.',
      fixes: { quote: 'write 「{found}」' },
    },
  },
  P112: {
    severity: 'error',
    zh: {
      title: '“且”与“或”混用而没有括号',
      why: '先算哪个，结果可能不同，读的人也会读出不同的意思。',
      help: '用括号写明哪些条件在一起。',
      labels: { or: '“或”在这里' },
      fixes: { brackets: '给“且”的部分加括号' },
    },
    en: {
      title: '`and` and `or` are mixed without brackets',
      why: 'The outcome depends on which is taken first, and readers differ.',
      help: 'Put brackets around what belongs together.',
      labels: { or: 'the `or` is here' },
      fixes: { brackets: 'put brackets around the `and` parts' },
    },
  },
  P113: {
    severity: 'error',
    zh: {
      title: '比较不能连写',
      why: '连写的比较意思不明：第一次比较得到的是真假，不是数。',
      help: '分成两个比较，用“且”连接；或用“介于 … 至 …”。',
      labels: { second: '第二个比较在这里' },
      fixes: { split: '用“且”分成两个比较' },
    },
    en: {
      title: 'comparisons cannot be chained',
      why: 'The first comparison gives true or false, which cannot be compared with a number.',
      help: 'Write two comparisons joined by `and`, or use `between … to …`.',
      labels: { second: 'the second comparison is here' },
      fixes: { split: 'split into two comparisons' },
    },
  },
  P114: {
    severity: 'error',
    zh: { title: '这一段是空的', why: '里面没有任何内容，等于没有规定。', help: '写上内容，或删去这条声明。' },
    en: {
      title: 'this block is empty',
      why: 'Nothing stands in it, so it rules nothing.',
      help: 'Fill it, or remove the declaration.',
    },
  },
  P115: {
    severity: 'error',
    zh: {
      title: '“{found}”把几个词连在一起了',
      why: '名称是一整串汉字，词与词之间没有空格就分不开。',
      help: '按 {split} 分开写。',
      fixes: { spaces: '在词之间加空格' },
    },
    en: {
      title: '`{found}` runs several words together',
      why: 'A run of Han characters is one name, so words need blanks between them.',
      help: 'Write {split} apart.',
      fixes: { spaces: 'put blanks between the words' },
    },
  },
  P116: {
    severity: 'error',
    zh: {
      title: '“{found}”不能写在这里',
      why: '这种声明属于别的地方，写在“{owner}”里不起作用。',
      help: '把它移到所属的声明里。',
    },
    en: {
      title: '`{found}` cannot stand here',
      why: 'This kind of declaration belongs elsewhere and has no effect in `{owner}`.',
      help: 'Move it to where it belongs.',
    },
  },
  P117: {
    severity: 'error',
    zh: {
      title: '多了一个“｝”',
      why: '它提前结束了这一段，后面的声明就没有归属。',
      help: '删去它。',
      fixes: { remove: '删去“｝”' },
    },
    en: {
      title: 'one `}` too many',
      why: 'It closes the block too early and leaves what follows without an owner.',
      help: 'Remove it.',
      fixes: { remove: 'remove `}`' },
    },
  },
  P118: {
    severity: 'error',
    zh: { title: '“{keyword}”没有内容', why: '只有名称而没有内容，无从判断。', help: '写上“：”和内容，或写 { } 里的各项。' },
    en: {
      title: '`{keyword}` has no content',
      why: 'A name alone decides nothing.',
      help: 'Add a colon and the content, or the items in { }.',
    },
  },
  P119: {
    severity: 'error',
    zh: { title: '这里不能用“{found}”', why: '这里只认规定的几个词。', help: '改用其中之一：{choices}。' },
    en: {
      title: '`{found}` cannot stand here',
      why: 'Only a few fixed words are understood here.',
      help: 'Use one of: {choices}.',
    },
  },
  P120: {
    severity: 'error',
    zh: {
      title: '“{found}”的后半没有写',
      why: '“在”“降至”后面要有“以上”“以下”或“以内”，“介于”后面要有“至”，否则不知道哪些数算在内。',
      help: '补上后半，例如 在 98% 以上、介于 1 至 5。',
      fixes: { above: '补上“以上”', below: '补上“以下”' },
    },
    en: {
      title: 'the second half of `{found}` is missing',
      why: '`at` and `falls_to` need or_more, or_less or within, and `between` needs `to`; without it nobody knows which numbers count.',
      help: 'Complete it, as in `at 98% or_more` or `between 1 to 5`.',
      fixes: { above: 'add or_more', below: 'add or_less' },
    },
  },
  P122: {
    severity: 'error',
    zh: {
      title: '占比没有写明是谁占谁',
      why: '占比要有分子和分母，否则不是一个比例。',
      help: '写成 占比（部分 / 总体；…）或 占比（成员 当 … 满足 …；…）。',
    },
    en: {
      title: 'the share does not say of what',
      why: 'A share needs a part and a whole.',
      help: 'Write share(part / whole; …) or share(members when … satisfies …; …).',
    },
  },
  P123: {
    severity: 'error',
    zh: {
      title: '话没有说完，文字就到头了',
      why: '这条声明缺了后半句，没有读懂，暂不参与判断；其余声明不受影响。',
      help: '照旁边的提示补全。',
      labels: EXPECTED_ZH,
    },
    en: {
      title: 'the text ends in mid-sentence',
      why: 'The rest of this declaration is missing, so it is not understood and takes no part; the others are unaffected.',
      help: 'Complete it as the label says.',
      labels: EXPECTED_EN,
    },
  },
  P124: {
    severity: 'error',
    zh: {
      title: '“当”后面的“{found}”有两种读法',
      why: '它可以是条件里的比较，也可以是这一行要求的期限或比例；读法不同，要求就不同。',
      help: '是要求的，写在“当”之前，或在前面加逗号；是比较的，把条件写进括号。',
      fixes: { comma: '作为要求，写“，{demand}”' },
    },
    en: {
      title: '`{found}` behind `when` can be read in two ways',
      why: 'It may compare within the condition, or be the length or share that the line demands.',
      help: 'Put a demand before `when` or behind a comma; put a condition that compares in brackets.',
      fixes: { comma: 'make it the demand: `，{demand}`' },
    },
  },
  P125: {
    severity: 'error',
    zh: {
      title: '“{found}”没有说清是至少还是正好',
      why: '公示多一天是否也算数，取决于期限是下限还是定数。',
      help: '在天数前写 {choices}。',
      fixes: { length: '写“{word}”' },
    },
    en: {
      title: '`{found}` does not say whether at least or exactly',
      why: 'Whether a longer posting still counts depends on which of the two is meant.',
      help: 'Write {choices} before the length.',
      fixes: { length: 'write `{word}`' },
    },
  },
  P126: {
    severity: 'error',
    zh: {
      title: '“{found}”读成一个名称和一个数',
      why: '汉字和数字相接处总是分开的，带数字的名称要有引号才是一个名称。',
      help: '带数字的名称写进「」；如果不是名称，在中间写上缺少的词。',
      fixes: { quote: '写成「{found}」' },
    },
    en: {
      title: '`{found}` is read as a name and a figure',
      why: 'Han characters and figures always part, so a name that holds a figure wants quotes.',
      help: 'Write such a name in 「」; if it is no name, write the word that is missing between.',
      fixes: { quote: 'write 「{found}」' },
    },
  },
} as const satisfies CodeTable
