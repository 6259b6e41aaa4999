import type { CodeTable } from '../diagnostic.ts'

/** What is wrong with the characters of a text, before anything is made of them. */
export const LEXICAL_CODES = {
  L101: {
    severity: 'error',
    zh: {
      title: '这里不能用“{found}”',
      why: '规则文本里没有这个字符的用法。',
      help: '删去它；如果它是名称的一部分，把名称写进「」。',
      fixes: { remove: '删去' },
    },
    en: {
      title: '`{found}` cannot stand here',
      why: 'No part of the language uses this character.',
      help: 'Remove it; if it belongs to a name, write the name in 「」.',
      fixes: { remove: 'remove it' },
    },
  },
  L102: {
    severity: 'warning',
    zh: {
      title: '“{found}”按“{meant}”理解',
      why: '两个字符看起来相同，程序和读者可能读成不同的意思。',
      help: '改用“{meant}”。',
      fixes: { replace: '改为“{meant}”' },
    },
    en: {
      title: '`{found}` is read as `{meant}`',
      why: 'The two marks look alike, and a reader or a program may take them for different ones.',
      help: 'Write `{meant}`.',
      fixes: { replace: 'write `{meant}`' },
    },
  },
  L103: {
    severity: 'error',
    zh: {
      title: '引号「没有收尾',
      why: '读到行末都没有」，这一行后面的内容都被当成了引号里的文字。',
      help: '在应当结束的地方补上」。',
      fixes: { close: '补上{close}' },
    },
    en: {
      title: 'this 「 is never closed',
      why: 'No 」 follows on this line, so the rest of the line was taken as quoted.',
      help: 'Put 」 where the quotation ends.',
      fixes: { close: 'add {close}' },
    },
  },
  L104: {
    severity: 'error',
    zh: {
      title: '引号{open}没有收尾',
      why: '读到行末都没有{close}，这一行后面的内容都被当成了文字。',
      help: '在应当结束的地方补上{close}。',
      fixes: { close: '补上{close}' },
    },
    en: {
      title: 'this {open} is never closed',
      why: 'No {close} follows on this line, so the rest of the line was taken as text.',
      help: 'Put {close} where the text ends.',
      fixes: { close: 'add {close}' },
    },
  },
  L105: {
    severity: 'error',
    zh: {
      title: '注释 /* 没有收尾',
      why: '全文再没有 */，所以只把这一行当作注释。',
      help: '补上 */，或改用 // 写单行注释。',
      fixes: { close: '补上 */' },
    },
    en: {
      title: 'this /* is never closed',
      why: 'No */ follows, so only this line was taken as a comment.',
      help: 'Add */, or write a one-line comment with //.',
      fixes: { close: 'add */' },
    },
  },
  L106: {
    severity: 'error',
    zh: {
      title: '“{found}”不是一个数',
      why: '分节的逗号每三位一个，小数点只能有一个，位数不能过多；写错的数会改变谁达标。',
      help: '去掉逗号，或按三位一节写，例如 3,700。',
      fixes: { join: '写成 {digits}' },
    },
    en: {
      title: '`{found}` is not a number',
      why: 'Commas separate groups of three digits, and there is one decimal point at most; a wrong figure changes who meets the line.',
      help: 'Leave the commas out, or group by three: 3,700.',
      fixes: { join: 'write {digits}' },
    },
  },
  L107: {
    severity: 'error',
    zh: { title: '没有“{found}”这一天', why: '日历上没有这个日期，无法判断先后。', help: '核对年、月、日。' },
    en: {
      title: 'there is no day `{found}`',
      why: 'The calendar has no such date, so nothing can be before or after it.',
      help: 'Check year, month and day.',
    },
  },
  L108: {
    severity: 'error',
    zh: {
      title: '“{found}”没有说是哪一天',
      why: '月初、月前、某月都不是一天；差一天，就有人算超期或者没赶上。',
      help: '写明哪一天：完整的日期，或者程序里的 11月30日、12月底、次年1月10日。',
      fixes: { day: '写成 {day}' },
    },
    en: {
      title: '`{found}` names no day',
      why: 'A month, its beginning or the time before it is no day, and one day more or less makes somebody late.',
      help: 'Say which day: a whole date, or in procedures `Nov 30`, `Dec end`, `next_year Jan 10`.',
      fixes: { day: 'write {day}' },
    },
  },
  L109: {
    severity: 'error',
    zh: {
      title: '不认识单位“{found}”',
      why: '数字后面只能是已知的单位或运算词；单位不明就无法比较。',
      help: '改用已知单位，例如 元、人、元/人·年；如果不是单位，在两者之间写上运算词。',
      fixes: { unit: '改为“{unit}”' },
    },
    en: {
      title: '`{found}` is no unit',
      why: 'After a figure only a known unit or an operator word may stand; without its unit a figure cannot be compared.',
      help: 'Use a known unit such as yuan, person, yuan/person·year; if it is no unit, put an operator between.',
      fixes: { unit: 'write `{unit}`' },
    },
  },
  L110: {
    severity: 'error',
    zh: {
      title: '文件过大：{found} 个字符',
      why: '超过 {most} 个字符的文件不予读取，以免编辑器停住。',
      help: '把政策拆成几个文件。',
    },
    en: {
      title: 'the file is too large: {found} characters',
      why: 'Files of more than {most} characters are not read, so that the editor never stalls.',
      help: 'Split the policy into several files.',
    },
  },
  L111: {
    severity: 'error',
    zh: { title: '层层嵌套超过 {most} 层', why: '嵌套过深的文本没有人读得懂，也会耗尽内存。', help: '把里面的部分另立定义。' },
    en: {
      title: 'nested more than {most} levels deep',
      why: 'Nobody can read such a text, and it would exhaust the memory.',
      help: 'Move the inner parts into definitions of their own.',
    },
  },
  L112: {
    severity: 'error',
    zh: {
      title: '“{found}”不是整数期限',
      why: '期限按整天、整周、整月、整年计算，零头没有确定的截止日。',
      help: '换成更小的单位写成整数，例如 15 天。',
    },
    en: {
      title: '`{found}` is not a whole duration',
      why: 'Durations count whole days, weeks, months or years; a part of one has no certain last day.',
      help: 'Write a whole number of a smaller unit, such as 15 days.',
    },
  },
} as const satisfies CodeTable
