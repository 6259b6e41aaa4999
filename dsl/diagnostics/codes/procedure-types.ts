import type { CodeTable } from '../diagnostic.ts'

/** T333–T336 days and lengths of time; T354–T363 what procedures, registers and adopted instruments must have. */
export const PROCEDURE_TYPES_CODES = {
  T333: {
    severity: 'error',
    zh: {
      title: '没有年份的一天不能写在这里',
      why: '10月12日 这样的日子只在程序的时段、期限里才知道是哪一年。',
      help: '写明年份，如 2019-10-12；只问月或日的，取日期的“月”“日”来比。',
    },
    en: {
      title: 'a day without its year cannot stand here',
      why: 'Which year such a day belongs to is known only in the windows and deadlines of a procedure.',
      help: 'Write the year, like 2019-10-12; where only month or day matter, compare those parts of a date.',
    },
  },
  T334: {
    severity: 'error',
    zh: {
      title: '期限是一段时间，没有说从哪一步起算',
      why: '不知道从哪天算起，就不知道哪天到期。',
      help: '写“起算 某步骤”，或写到期的那一天。',
    },
    en: {
      title: 'the deadline is a span of time, and it is not said since which step',
      why: 'Without a beginning nobody knows when it ends.',
      help: 'Write since and the step, or write the day itself.',
    },
  },
  T335: {
    severity: 'error',
    zh: {
      title: '期限已经写明是哪一天，不能再起算',
      why: '写明的日子不从别的步骤算起。',
      help: '删去“起算”，或把期限改为一段时间。',
    },
    en: {
      title: 'the deadline is a day already and counts from nothing',
      why: 'A day that is written out does not count from another step.',
      help: 'Remove since, or make the deadline a span of time.',
    },
  },
  T336: {
    severity: 'error',
    zh: { title: '这段时间是零', why: '零天的公示、期限等于没有要求。', help: '写 1 以上的数，或删去这个要求。' },
    en: {
      title: 'this span of time is zero',
      why: 'A posting or deadline of no days demands nothing.',
      help: 'Write 1 or more, or remove the demand.',
    },
  },
  T354: {
    severity: 'error',
    zh: {
      title: '“{a}”与“{b}”只能写一个',
      why: '两个都写，不知道以哪个为准。',
      help: '删去一个；要随解释而变，写“按 … { 取 … }”。',
    },
    en: {
      title: '`{aEn}` and `{bEn}` exclude one another',
      why: 'With both it cannot be told which one counts.',
      help: 'Remove one; where it depends on a reading, write by_reading with an arm for each.',
    },
  },
  T355: {
    severity: 'error',
    zh: {
      title: '步骤里不能写“删去”',
      why: '一行要求没有名称，不知道删的是哪一行。',
      help: '写“同”以后，写上同一种的行就会换掉原来的；要少一种，就不写“同”，把要的各行写出来。',
    },
    en: {
      title: 'nothing can be omitted inside a step',
      why: 'The lines of a step have no names, so it cannot be told which one is meant.',
      help: 'After same_as a line of a kind replaces those of that kind; to drop a kind, write the step out without same_as.',
    },
  },
  T356: {
    severity: 'error',
    zh: {
      title: '“{name}”没有沿用别的，没有什么可删去',
      why: '删去的是沿用来的内容；自己的内容不写就是了。',
      help: '写“沿用”，或去掉“删去”。',
    },
    en: {
      title: '“{name}” adopts nothing, so nothing can be omitted',
      why: 'What is omitted comes from what is adopted; own parts are simply not written.',
      help: 'Write adopts, or remove the omission.',
    },
  },
  T357: {
    severity: 'error',
    zh: {
      title: '写明共 {stated} 方，实有 {actual} 方',
      why: '文件写的方数与列出的不符，说明漏了或多了。',
      help: '补齐各方，或改正方数。',
      fixes: { count: '改为 {actual}' },
    },
    en: {
      title: 'it states {stated} parties, there are {actual}',
      why: 'The text’s own number does not agree, so a party is missing or too much.',
      help: 'Complete the parties or correct the number.',
      fixes: { count: 'make it {actual}' },
    },
  },
  T358: {
    severity: 'error',
    zh: {
      title: '“{name}”说的是“{theirs}”，这里说的是“{ours}”',
      why: '一个讲户、一个讲村，逐条对不上。',
      help: '换成适用于同一对象的，或改正“适用于”。',
      labels: { declared: '“{name}”在这里声明' },
    },
    en: {
      title: '“{name}” is about “{theirs}”, this is about “{ours}”',
      why: 'What is said of a village cannot be asked of a household.',
      help: 'Name one about the same element, or correct the subject.',
      labels: { declared: '“{name}” is declared here' },
    },
  },
  T359: {
    severity: 'error',
    zh: {
      title: '步骤“{name}”没有说整单还是逐户',
      why: '程序有名单：一次会议、一次公示管整个名单，入户核实却是一户一户的，条件看的对象也不同。',
      help: '写“整单”或“逐户”。',
    },
    en: {
      title: 'the step “{name}” says neither listwise nor each',
      why: 'The procedure has a roster: one meeting covers the whole list, a visit one household, and conditions read different facts.',
      help: 'Write listwise or each.',
    },
  },
  T360: {
    severity: 'error',
    zh: {
      title: '“{what}”不能直接写在{holder}里',
      why: '计日管整个程序；时段、期限只管写着它的阶段或步骤。',
      help: '计日写在程序里，时段、期限写在阶段或步骤里。',
    },
    en: {
      title: '`{whatEn}` cannot stand directly in a {holderEn}',
      why: 'How days are counted holds for the whole procedure; windows and deadlines hold for the phase or step they stand in.',
      help: 'Write counting in the procedure, windows and deadlines in a phase or step.',
    },
  },
  T361: {
    severity: 'error',
    zh: {
      title: '“{clause}”要一个{wanted}字段，“{name}”是{found}',
      why: '名单要记在一个对象上（如所在村），状态要是列举好的几种。',
      help: '换一个字段，或改它的类型。',
      labels: { declared: '“{name}”在这里声明' },
    },
    en: {
      title: '`{clauseEn}` wants a field that holds an {wantedEn}; “{name}” is {foundEn}',
      why: 'A list belongs to an element (such as the village), a state is one of the values listed.',
      help: 'Name another field, or change its type.',
      labels: { declared: '“{name}” is declared here' },
    },
  },
  T362: {
    severity: 'error',
    zh: {
      title: '“{name}”照抄“{model}”，但一个整单、一个逐户，抄来的条件看错了对象',
      why: '整单的步骤看名单所在的对象，逐户的看各户；同一个条件在两处不是一回事。',
      help: '把带“当”的那几行在“{name}”里重写，或两步都写整单（逐户）。',
      labels: { guard: '这个条件抄不过来' },
    },
    en: {
      title: '“{name}” copies “{model}”, but one is listwise and the other is not, so a copied condition reads the wrong facts',
      why: 'A listwise step reads the list’s own record, the others each subject; one condition means two things there.',
      help: 'Write the conditional lines of “{name}” out, or make both steps listwise or both each.',
      labels: { guard: 'this condition cannot be copied' },
    },
  },
  T363: {
    severity: 'error',
    zh: {
      title: '自己的“当”换掉了“{base}”的“当”，可是“{name}”要靠原来那个',
      why: '原来的“当”先问过有没有这个值；换掉以后，没有值的户也会拿来比大小。',
      help: '在自己的“当”里也先问“有 …”，或把“{name}”改写。',
      labels: { used: '这里要先知道有没有值' },
    },
    en: {
      title: 'the guard written here replaces that of “{base}”, on which “{name}” relies',
      why: 'The guard that is replaced asked first whether there is a value; without it households without one would be put in order too.',
      help: 'Ask in the guard here whether there is one, or write “{name}” anew.',
      labels: { used: 'here it must be known that there is a value' },
    },
  },
} as const satisfies CodeTable
