import type { CodeTable } from '../diagnostic.ts'

/** K5xx: what can be wrong with a history, a file of states and changes. Case files have K1xx. */
export const REGISTER_CODES = {
  K501: {
    severity: 'error',
    zh: {
      title: '历史文件里没有“{name}”这一项',
      why: '写错的名称会让真正的日期、状态悄悄丢掉，后面的状态就都不对了。',
      help: '改成认得的名称。相近的：“{nearest}”。',
    },
    en: {
      title: 'a history has no key `{name}` here',
      why: 'a misspelt key would silently lose a day or a state, and every state after it would be wrong.',
      help: 'use a known key. Near: `{nearest}`.',
    },
  },
  K502: {
    severity: 'error',
    zh: {
      title: '“{name}”写了两次，中文和英文各一次',
      why: '两个写法是同一项，不同时不知道以哪个为准。',
      help: '只留一个（“{name}”或“{other}”）。',
    },
    en: {
      title: '`{name}` is given twice, in Chinese and in English',
      why: 'both spellings are one thing; where they differ nobody can tell which holds.',
      help: 'keep one of them (`{name}` or `{other}`).',
    },
  },
  K503: {
    severity: 'error',
    zh: {
      title: '这里应当写成 {wanted}，写的是 {value}',
      why: '读不懂的一项不能猜，猜错了会改变一户的状态。',
      help: '按 {wanted} 的样子写：一组“名称：值”用花括号，一列用方括号，文字加引号。',
    },
    en: {
      title: '{wanted} was expected here, found {value}',
      why: 'what cannot be read is not guessed: a wrong guess would change where a household stands.',
      help: 'write {wanted}: braces for names with values, square brackets for a list, quotes for a text.',
    },
  },
  K504: {
    severity: 'error',
    zh: {
      title: '这一条不完整，还缺：“{missing}”',
      why: '没有日期排不了先后，没有名称不知道是什么变更，销号不知道是谁。',
      help: '补上“{missing}”。',
    },
    en: {
      title: 'this entry is incomplete; still lacking: `{missing}`',
      why: 'without its day it has no place in the order, without its name nobody knows what changed or who was struck off.',
      help: 'add `{missing}`.',
    },
  },
  K505: {
    severity: 'error',
    zh: {
      title: '应当填日期（2019-05-01 的样子），填的是 {value}',
      why: '别的写法会有几种读法，差一天就可能换一个年度。',
      help: '写成四位年、两位月、两位日。',
    },
    en: {
      title: 'a day such as 2019-05-01 was expected, found {value}',
      why: 'other spellings can be read in several ways, and one day can mean another year.',
      help: 'write four digits for the year, two for the month, two for the day.',
    },
  },
  K506: {
    severity: 'error',
    zh: { title: '没有 {value} 这一天', why: '不存在的日子多半是录入错误，不能替你改成前后哪一天。', help: '核对原始记录。' },
    en: {
      title: 'there is no such day as {value}',
      why: 'a day that never was is a slip, and it is not moved to a neighbouring one.',
      help: 'check the original record.',
    },
  },
  K507: {
    severity: 'error',
    zh: {
      title: '应当填年份（四位整数），填的是 {value}',
      why: '标签按年度标注，“当年识别”“当年返贫”也按它判断。',
      help: '例如 2019；不写就取日期所在的年。',
    },
    en: {
      title: 'a year of four digits was expected, found {value}',
      why: 'labels carry a year, and whether something happened this year is judged by it.',
      help: 'for example 2019; left out, it is the year of the day.',
    },
  },
  K508: {
    severity: 'error',
    zh: {
      title: '不知道是哪一本登记册：{value}',
      why: '状态和转移属于一本登记册；政策里没有这一本，或者有几本而没有指明。',
      help: '政策里的登记册：{known}。',
    },
    en: {
      title: 'which register is meant is not known: {value}',
      why: 'states and transitions belong to a register; the policy has none of that name, or several and none is named.',
      help: 'its registers: {known}.',
    },
  },
  K509: {
    severity: 'error',
    zh: {
      title: '登记册里没有状态 {value}',
      why: '不在登记册里的状态，不知道从它可以到哪里。',
      help: '相近的：{nearest}。全部状态：{known}。',
    },
    en: {
      title: 'the register has no state {value}',
      why: 'from a state that is not on it nobody can tell where to go.',
      help: 'near: {nearest}. All states: {known}.',
    },
  },
  K510: {
    severity: 'error',
    zh: {
      title: '登记册里没有转移 {value}',
      why: '没有写明的变更没有依据，不能照着改状态。',
      help: '相近的：{nearest}。全部转移：{known}。',
    },
    en: {
      title: 'the register has no transition {value}',
      why: 'a change nobody provided for has no basis and moves no household.',
      help: 'near: {nearest}. All transitions: {known}.',
    },
  },
  K511: {
    severity: 'error',
    zh: {
      title: '人口应当是 0 或更大的整数，写的是 {value}',
      why: '人均收入用人口去除，人数不对，达标与否就不对。',
      help: '写整数，不加引号；不清楚就不写。',
    },
    en: {
      title: 'the number of people is a whole number of 0 or more, found {value}',
      why: 'income per head is divided by it; a wrong number decides wrongly.',
      help: 'write a whole number without quotes; leave it out if it is not known.',
    },
  },
  K512: {
    severity: 'error',
    zh: {
      title: '人口写的是 {size}，成员却有 {members} 个',
      why: '两个数说的是同一天的同一户，不同就有一个是错的。',
      help: '核对名单；有了名单可以不写人口。',
    },
    en: {
      title: '{size} people are given, but {members} members are named',
      why: 'both speak of one household on one day; where they differ one is wrong.',
      help: 'check the list; with a list the number may be left out.',
    },
  },
  K513: {
    severity: 'error',
    zh: {
      title: '“{person}”写了两次',
      why: '同一个人数两遍，人口就多了一个。',
      help: '同名的两个人请用身份证号或别的编号区分。',
    },
    en: {
      title: '`{person}` is named twice',
      why: 'one person counted twice makes the household one too large.',
      help: 'tell two people of one name apart by a number.',
    },
  },
  K514: {
    severity: 'error',
    zh: {
      title: '登记册里没有人口变动 {value}',
      why: '没有写明是增是减的变动，不知道人口该加还是该减。',
      help: '相近的：{nearest}。全部变动：{known}。',
    },
    en: {
      title: 'the register has no change of membership {value}',
      why: 'for a kind it does not name nobody can tell whether the household grows or shrinks.',
      help: 'near: {nearest}. All kinds: {known}.',
    },
  },
  K515: {
    severity: 'error',
    zh: {
      title: '{on} 早于起始日 {first}',
      why: '起始的状态和人口已经把那以前的都算在内了，再算一次就重复了。',
      help: '把起始日提前，或者删去这一条。',
    },
    en: {
      title: '{on} lies before the first day, {first}',
      why: 'the state and number of the first day already hold what was before; it would count twice.',
      help: 'move the first day back, or take this entry out.',
    },
  },
  K516: {
    severity: 'error',
    zh: {
      title: '“{person}”在 {on} 增加，可是当时已经在这一户',
      why: '已经在户内的人再增加一次，人口就多了一个。',
      help: '核对日期、姓名；中间离开过就补上那一条。',
    },
    en: {
      title: '`{person}` joins on {on}, but belongs to the household already',
      why: 'one who is there cannot come again; the household would be one too large.',
      help: 'check day and name; add the leaving in between, if there was one.',
    },
  },
  K517: {
    severity: 'error',
    zh: {
      title: '“{person}”在 {on} 减少，可是当时不在这一户',
      why: '已经离开的人再减一次，人口就少了一个，人均收入会偏高。',
      help: '核对日期、姓名；回来过就补上那一条。',
    },
    en: {
      title: '`{person}` leaves on {on}, but does not belong to the household then',
      why: 'one who has left cannot leave again; the household would be one too small and its income per head too high.',
      help: 'check day and name; add the return in between, if there was one.',
    },
  },
  K518: {
    severity: 'error',
    zh: {
      title: '{value} 不是案件里的情形',
      why: '只有“合规”的案件才能让状态改变，别的说法无法判断。',
      help: '写 合规、办理中、违规、移出 或 不适用；也可以把整份案件放在这里。',
    },
    en: {
      title: '{value} is not how a subject may stand in a case',
      why: 'only a conformant case lets the state change; other words do not tell.',
      help: 'write `conformant`, `in-progress`, `breached`, `dropped` or `not-applicable`, or put the whole case here.',
    },
  },
  K519: {
    severity: 'error',
    zh: {
      title: '政策里没有程序 {value}',
      why: '转移要求的是某一道程序，写错名称就对不上。',
      help: '相近的：{nearest}。全部程序：{known}。',
    },
    en: {
      title: 'the policy has no procedure {value}',
      why: 'a transition asks for one procedure; a misspelt name is none.',
      help: 'near: {nearest}. All procedures: {known}.',
    },
  },
  K520: {
    severity: 'error',
    zh: {
      title: '“{person}”在 {day} 已经销号，{on} 却又有变动',
      why: '销号以后这个人不再属于登记册，再有变动说明其中一条写错了人。',
      help: '核对两条记录说的是不是同一个人。',
    },
    en: {
      title: '`{person}` was struck off on {day}, yet changes on {on}',
      why: 'who is struck off is on the register no more; one of the entries names the wrong person.',
      help: 'check whether both entries mean one person.',
    },
  },
  K521: {
    severity: 'error',
    zh: {
      title: '到 {on}，人口成了 {size}',
      why: '人口不会小于零：起始的人数少了，或者有的减少写了两遍。',
      help: '核对起始人口和每一条减少。',
    },
    en: {
      title: 'by {on} the household has {size} people',
      why: 'a household cannot have fewer than none: the first number is too small, or a leaving stands twice.',
      help: 'check the first number and every leaving.',
    },
  },
  K522: {
    severity: 'error',
    zh: {
      title: '历史里的状态是“{state}”，事实里写的却是“{value}”',
      why: '同一天不会有两种状态，按哪一个算，贫困发生率就是哪一个数。',
      help: '核对哪一个对；有历史时，事实里可以不写状态。',
    },
    en: {
      title: 'the history says `{state}`, the facts say `{value}`',
      why: 'on one day there is one state, and the incidence depends on which.',
      help: 'find out which is right; with a history the facts need not give the state.',
    },
  },
  K523: {
    severity: 'error',
    zh: {
      title: '案件里没有对象“{subject}”',
      why: '别人的案件办得再好，也不能作为这一户改变状态的依据。',
      help: '案件里的对象：“{known}”。核对历史的“对象”，或者换成这一户的案件。',
    },
    en: {
      title: 'the case has no subject `{subject}`',
      why: 'a case of others, however well conducted, moves no household that is not in it.',
      help: 'its subjects: `{known}`. Check whose history this is, or give this household’s case.',
    },
  },
} as const satisfies CodeTable
