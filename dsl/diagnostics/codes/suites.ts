import type { CodeTable } from '../diagnostic.ts'

/** S7xx: test suites. */
export const SUITES_CODES = {
  S701: {
    severity: 'error',
    zh: {
      title: '测试文件不是有效的 YAML：{detail}',
      why: '读不懂的测试不会运行，也就什么都没有保证。',
      help: '检查缩进、冒号后的空格和引号。',
    },
    en: {
      title: 'the test file is not valid YAML: {detail}',
      why: 'a test that cannot be read guards nothing.',
      help: 'check indentation, the blank after colons, and quotes.',
    },
  },
  S702: {
    severity: 'error',
    zh: {
      title: '{path} 的写法不对：{detail}',
      why: '认不出的键会被忽略，测试就不再检查你以为它检查的东西。',
      help: '对照手册“政策测试”一节改正。',
    },
    en: {
      title: '{path} is not written as a suite wants it: {detail}',
      why: 'a key nobody reads is a check nobody makes.',
      help: 'see the manual, “policy tests”.',
    },
  },
  S703: {
    severity: 'error',
    zh: {
      title: '用例「{name}」没有写期望',
      why: '没有期望的测试永远通过，等于没有测试。',
      help: '写上 expect，例如 expect: {outcome: met}。',
    },
    en: {
      title: 'case `{name}` expects nothing',
      why: 'a test without an expectation always passes, which is no test.',
      help: 'add `expect`, for example `expect: {outcome: met}`.',
    },
  },
  S704: {
    severity: 'error',
    zh: {
      title: '用例「{name}」以「{like}」为样板，但没有这个用例',
      why: '没有样板，就不知道这一户是什么样子。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'case `{name}` is like `{like}`, which does not exist',
      why: 'without the base there is no household to change.',
      help: 'did you mean {near}?',
    },
  },
  S705: {
    severity: 'error',
    zh: { title: '样板互相引用：{path}', why: '绕成一圈的样板没有开头。', help: '让其中一个用例自己写出全部事实。' },
    en: {
      title: 'cases are like each other in a circle: {path}',
      why: 'a circle has no base to start from.',
      help: 'let one of them state its facts in full.',
    },
  },
  S706: {
    severity: 'error',
    zh: { title: '有两个用例都叫「{name}」', why: '同名的用例分不清是哪一个失败。', help: '改其中一个的名字。' },
    en: { title: 'two cases are called `{name}`', why: 'when one fails nobody can tell which.', help: 'rename one of them.' },
  },
  S707: {
    severity: 'error',
    zh: {
      title: '没有这个政策：「{name}」',
      why: '测试必须指着一个真实存在的政策，否则什么也没有测。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'there is no policy `{name}`',
      why: 'a test that points at nothing tests nothing.',
      help: 'did you mean {near}?',
    },
  },
  S710: {
    severity: 'error',
    zh: {
      title: '没有这个标准：「{name}」',
      why: '测试必须指着一个真实存在的标准，否则什么也没有测。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'there is no standard `{name}`',
      why: 'a test that points at nothing tests nothing.',
      help: 'did you mean {near}?',
    },
  },
  S711: {
    severity: 'error',
    zh: {
      title: '没有这个条目：「{name}」',
      why: '测试必须指着一个真实存在的条目，否则什么也没有测。',
      help: '可能是：{near}。',
    },
    en: { title: 'there is no item `{name}`', why: 'a test that points at nothing tests nothing.', help: 'did you mean {near}?' },
  },
  S712: {
    severity: 'error',
    zh: {
      title: '没有这个解释：「{name}」',
      why: '测试必须指着一个真实存在的解释，否则什么也没有测。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'there is no reading `{name}`',
      why: 'a test that points at nothing tests nothing.',
      help: 'did you mean {near}?',
    },
  },
  S713: {
    severity: 'error',
    zh: {
      title: '没有这个解释的选项：「{name}」',
      why: '测试必须指着一个真实存在的解释的选项，否则什么也没有测。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'there is no choice of a reading `{name}`',
      why: 'a test that points at nothing tests nothing.',
      help: 'did you mean {near}?',
    },
  },
  S714: {
    severity: 'error',
    zh: {
      title: '没有这个程序：「{name}」',
      why: '测试必须指着一个真实存在的程序，否则什么也没有测。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'there is no procedure `{name}`',
      why: 'a test that points at nothing tests nothing.',
      help: 'did you mean {near}?',
    },
  },
  S715: {
    severity: 'error',
    zh: {
      title: '用例「{name}」没有写看到哪一天',
      why: '同一份案卷，早一天看是该做，晚一天看是逾期；日子从不取自时钟。',
      help: '写上 on，例如 on: "2019-11-10"；写在用例里，或写在文件开头给所有用例。',
    },
    en: {
      title: 'case `{name}` does not say on which day to look',
      why: 'a step that is due today is overdue tomorrow, and days never come from a clock.',
      help: 'add `on: "2019-11-10"` to the case, or to the file for all of them.',
    },
  },
  S716: {
    severity: 'error',
    zh: {
      title: '没有这个步骤：「{name}」',
      why: '期望写在不存在的步骤上，就什么也没有检查。',
      help: '可能是：{near}。',
    },
    en: {
      title: 'there is no step `{name}`',
      why: 'an expectation about a step that does not exist checks nothing.',
      help: 'did you mean {near}?',
    },
  },
  S708: {
    severity: 'error',
    zh: {
      title: '用例「{name}」：改不了 {path}',
      why: '要改的位置在样板里不存在。',
      help: '检查名称和序号（序号从 0 开始）；往列表末尾加一项写 "+名称"。',
    },
    en: {
      title: 'case `{name}`: cannot change {path}',
      why: 'the base has no such place.',
      help: 'check the name and the index (from 0); to append to a list write "+name".',
    },
  },
  S709: {
    severity: 'error',
    zh: {
      title: '用例「{name}」没有给出时间',
      why: '评定日和年度从不取自时钟：少了它们，同一个测试每年会有不同的结果。',
      help: '写上 times: {as_of: "2019-12-01", year: 2019}。',
    },
    en: {
      title: 'case `{name}` gives no times',
      why: 'times never come from a clock: without them the same test would change from year to year.',
      help: 'add `times: {as_of: "2019-12-01", year: 2019}`.',
    },
  },
} as const satisfies CodeTable
