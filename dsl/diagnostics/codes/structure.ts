import type { CodeTable } from '../diagnostic.ts'

/** T34x: what a declaration must have whatever its expressions say. */
export const STRUCTURE_CODES = {
  T340: {
    severity: 'error',
    zh: {
      title: '{kind}“{name}”没有依据',
      why: '每条规则都要能查到出处，否则无法核对，也无法向农户说明。',
      help: '写“依据「条号」”。',
    },
    en: {
      title: 'the {kindEn} “{name}” cites no clause',
      why: 'Every rule must be traceable, or nobody can check it or explain it to a household.',
      help: 'Write per 「article」.',
    },
  },
  T341: {
    severity: 'error',
    zh: { title: '{kind}“{name}”没有写适用于谁', why: '不知道看哪个对象的事实。', help: '写“适用于 户”之类。' },
    en: {
      title: 'the {kindEn} “{name}” does not say what it is for',
      why: 'It is not known whose facts to read.',
      help: 'Write for household, or the like.',
    },
  },
  T342: {
    severity: 'error',
    zh: {
      title: '政策“{name}”没有写施行的起始日',
      why: '不知道哪一天开始有效，就不能判定任何一天。',
      help: '写“施行 自 2016-05-01；”。',
    },
    en: {
      title: 'the policy “{name}” does not say from when it is in force',
      why: 'Without the first day nothing can be decided for any day.',
      help: 'Write in_force from 2016-05-01;',
    },
  },
  T343: {
    severity: 'error',
    zh: {
      title: '写明共 {stated} 项，实有 {actual} 项',
      why: '文件写的项数与规则不符，说明漏了或多了。',
      help: '补齐各项，或改正项数。',
      fixes: { count: '改为 {actual}' },
    },
    en: {
      title: 'it states {stated} parts, there are {actual}',
      why: 'The text’s own number does not agree, so something is missing or too much.',
      help: 'Complete the parts or correct the number.',
      fixes: { count: 'make it {actual}' },
    },
  },
  T344: {
    severity: 'error',
    zh: {
      title: '“{name}”要分项，却一项也没有',
      why: '没有项的组既不能说达到，也不能说没达到。',
      help: '在｛｝里写各项，或改为一个条件。',
    },
    en: {
      title: '“{name}” is a group without parts',
      why: 'A group without parts is neither met nor unmet.',
      help: 'Write its parts, or make it one condition.',
    },
  },
  T345: {
    severity: 'error',
    zh: { title: '“{name}”既有条件又有分项', why: '不知道以哪个为准。', help: '只留一个；另一个条件可移到单独的项里。' },
    en: {
      title: '“{name}” has both a condition and parts',
      why: 'It cannot be told which of them counts.',
      help: 'Keep one; make the other a part.',
    },
  },
  T347: {
    severity: 'error',
    zh: {
      title: '至少 {n} 项，共只有 {parts} 项',
      why: '这样永远达不到，或不需要任何一项。',
      help: '改成 1 至 {parts} 之间的数。',
    },
    en: {
      title: 'at least {n} of {parts} parts',
      why: 'That can never be reached, or asks for none.',
      help: 'Choose a number from 1 to {parts}.',
    },
  },
  T348: {
    severity: 'error',
    zh: { title: '“{what}”写了两次', why: '不知道以哪一次为准。', help: '删去一处。', labels: { first: '第一次在这里' } },
    en: {
      title: '“{whatEn}” is given twice',
      why: 'It cannot be told which one counts.',
      help: 'Remove one of them.',
      labels: { first: 'first here' },
    },
  },
  T349: {
    severity: 'error',
    zh: {
      title: '表有 {wanted} 个输入，这一行有 {given} 格',
      why: '格子要与输入一一对应。',
      help: '补上或删去格子；不限的写“任意”。',
    },
    en: {
      title: 'the table has {wanted} input(s), this row {given} cell(s)',
      why: 'Cells belong to inputs one by one.',
      help: 'Add or remove cells; write “anything” where it does not matter.',
    },
  },
  T350: {
    severity: 'error',
    zh: { title: '{kind}“{name}”缺少“{what}”', why: '少了它，这个声明没有内容。', help: '补上。' },
    en: { title: 'the {kindEn} “{name}” lacks `{whatEn}`', why: 'Without it the declaration says nothing.', help: 'Add it.' },
  },
  T351: {
    severity: 'error',
    zh: {
      title: '参数“{name}”按年度，这里写了日期',
      why: '按年度取值的参数，一年只有一个值。',
      help: '写年份，如“自 2019年”；或把参数改为“按 评定日”。',
    },
    en: {
      title: 'the parameter “{name}” goes by year, but this is a date',
      why: 'A parameter by year has one value a year.',
      help: 'Write a year, like from 2019年; or make the parameter timed as_of.',
    },
  },
  T352: {
    severity: 'error',
    zh: {
      title: '真假字段“{name}”不能可无',
      why: '真假问的是有没有这回事，只有真和假；还不知道时不填就是了，不是“无”。',
      help: '删去“可无”。确有第三种情形的，改用枚举。',
      fixes: { remove: '删去“可无”' },
    },
    en: {
      title: 'the boolean field “{name}” cannot be nullable',
      why: 'A boolean asks whether something is so: true or false. What is not yet known is left out; it is not “nothing”.',
      help: 'Remove “nullable”. Where there is a third case, use an enumeration.',
      fixes: { remove: 'remove “nullable”' },
    },
  },
  T353: {
    severity: 'error',
    zh: {
      title: '“{code}”不是行政区划代码',
      why: '参数按地区取值：代码写错，别处的数就会用在这里，或者一个数也取不到。',
      help: '写六位数字的代码（国家标准代码），如河南省 410000。',
    },
    en: {
      title: '“{code}” is no area code',
      why: 'Figures are chosen by area: with a wrong code those of another place would be used, or none at all.',
      help: 'Write its six digits, for example 410000 for Henan.',
    },
  },
} as const satisfies CodeTable
