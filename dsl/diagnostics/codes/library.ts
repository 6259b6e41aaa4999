import type { CodeTable } from '../diagnostic.ts'

/** C9xx: misuse of the library, thrown as TiaoliError. */
export const LIBRARY_CODES = {
  C901: {
    severity: 'error',
    zh: {
      title: '这不是本引擎能用的程序：{found}',
      why: '引擎只认 compile 得到的程序；别的对象会判出没有根据的结论。',
      help: '传入 compile 返回的 program，或它的 JSON。',
    },
    en: {
      title: 'this is not a program of this engine: {found}',
      why: 'only what compile returns is a program; anything else would decide on nothing.',
      help: 'pass the program that compile returned, or its JSON.',
    },
  },
  C902: {
    severity: 'error',
    zh: { title: '政策里没有标准「{name}」', why: '不知道按哪一项标准认定。', help: '可用的标准：{known}。' },
    en: {
      title: 'this policy has no standard `{name}`',
      why: 'it is not clear what to decide by.',
      help: 'its standards: {known}.',
    },
  },
  C903: {
    severity: 'error',
    zh: { title: '时间写得不对：{found}', why: '评定日和年度决定用哪些数值，不能猜。', help: '需要 {rule}。' },
    en: {
      title: 'the times are wrong: {found}',
      why: 'the date and the year choose the figures and cannot be guessed.',
      help: 'they need {rule}.',
    },
  },
  C904: {
    severity: 'error',
    zh: {
      title: '政策里没有解释「{name}」',
      why: '写错的解释会被当成没有选，结论就不是你要的那种读法。',
      help: '可用的解释：{known}。',
    },
    en: {
      title: 'this policy has no reading `{name}`',
      why: 'a mistyped reading would silently not be chosen.',
      help: 'its readings: {known}.',
    },
  },
  C905: {
    severity: 'error',
    zh: {
      title: '解释「{name}」没有「{choice}」这一种',
      why: '写错的选项会被当成没有选，结论就不是你要的那种读法。',
      help: '可选：{known}。',
    },
    en: {
      title: 'reading `{name}` has no choice `{choice}`',
      why: 'a mistyped choice would silently not be made.',
      help: 'its choices: {known}.',
    },
  },
  C906: {
    severity: 'error',
    zh: { title: '政策里没有程序「{name}」', why: '不知道按哪个程序检查案卷。', help: '可用的程序：{known}。' },
    en: {
      title: 'this policy has no procedure `{name}`',
      why: 'it is not clear what a case is checked by.',
      help: 'its procedures: {known}.',
    },
  },
} as const satisfies CodeTable
