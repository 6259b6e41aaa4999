import type { CodeTable } from '../diagnostic.ts'

/** R42x tables, R43x groups and readings, R44x division. */
export const RULES_TABLE_CODES = {
  R421: {
    severity: 'warning',
    zh: {
      title: '表“{name}”没有一行管到：{where}',
      why: '落在这里的户没有结果，判定会停在待定。',
      help: '补一行，或写“其余：…”。',
    },
    en: {
      title: 'no row of the table “{name}” covers: {whereEn}',
      why: 'A household that falls there gets no result, and its decision stays undetermined.',
      help: 'Add a row, or write otherwise: …',
    },
  },
  R422: {
    severity: 'error',
    zh: {
      title: '唯一命中的表“{name}”有两行都管到：{where}',
      why: '两行给的结果不同，用哪一行没有依据；事实陆续补齐时结论还会变来变去。',
      help: '把两行的界限错开（如一行用 低于，另一行用 不低于），或写“命中 首中”。',
      labels: { row: '另一行在这里' },
    },
    en: {
      title: 'two rows of the table “{name}”, which must hit one, cover: {whereEn}',
      why: 'The two rows give different results and nothing says which one counts; results would even change while facts come in.',
      help: 'Set the rows apart (below in one, not_below in the other), or write hit first.',
      labels: { row: 'the other row is here' },
    },
  },
  R423: {
    severity: 'warning',
    zh: {
      title: '表“{name}”的这一行永远用不到',
      why: '前面的行已经管到它的全部情形，或者没有值能合它的格子；它给的结果不会发给任何人。',
      help: '核对界限，把窄的行放到宽的行前面，或删去这一行。',
      labels: { row: '这一行已经管到' },
    },
    en: {
      title: 'this row of the table “{name}” is never used',
      why: 'Earlier rows cover all of it, or no value fits its cells; its result goes to nobody.',
      help: 'Check the bounds, put narrow rows before wide ones, or take the row away.',
      labels: { row: 'this row covers it already' },
    },
  },
  R424: {
    severity: 'info',
    zh: {
      title: '表“{name}”有没有{what}，无法断定',
      why: '{reason}。',
      help: '用字段和写明的数作输入和界限；怕有缺口就写“其余：…”，怕有重叠就写“命中 首中”。',
    },
    en: {
      title: 'whether the table “{name}” has {whatEn} could not be settled',
      why: '{reasonEn}.',
      help: 'Use fields as inputs and written figures as bounds; against gaps write otherwise: …, against overlaps hit first.',
    },
  },
  R431: {
    severity: 'info',
    zh: {
      title: '至少 {n} 项、共 {parts} 项，就是{word}',
      why: '换成通常的说法更好读，也不会在增减项时忘了改数。',
      help: '写“{word}”。',
      fixes: { plain: '写成“{word}”' },
    },
    en: {
      title: 'at_least {n} of {parts} parts is {wordEn}',
      why: 'The plain word reads better, and no number is forgotten when a part is added or dropped.',
      help: 'Write {wordEn}.',
      fixes: { plain: 'write {wordEn}' },
    },
  },
  R432: {
    severity: 'warning',
    zh: {
      title: '这里已经在“{choice}”的读法之下，再按“{reading}”分没有意义',
      why: '别的读法永远走不到这里，写在那里的规则不起作用。',
      help: '只留“{choice}”的式子，或者把它移到外面。',
      labels: { outer: '已在这里选定“{choice}”' },
      fixes: { keep: '只留“{choice}”的式子' },
    },
    en: {
      title: 'this stands under the reading “{choice}” already; dividing it by “{reading}” again means nothing',
      why: 'The other readings never get here, so what is written for them has no effect.',
      help: 'Keep what is written for “{choice}”, or move it outside.',
      labels: { outer: '“{choice}” is chosen here already' },
      fixes: { keep: 'keep what is written for “{choice}”' },
    },
  },
  R433: {
    severity: 'info',
    zh: {
      title: '解释“{name}”没有写明默认',
      why: '没有写就按第一个“{first}”判定，读的人看不出这是有意还是疏忽。',
      help: '在默认的读法后写“（默认）”。',
      fixes: { preset: '写明“{first}（默认）”' },
    },
    en: {
      title: 'the reading “{name}” does not say which one is the default',
      why: 'The first, “{first}”, is used then, and readers cannot tell whether that was meant.',
      help: 'Write (default) after the default one.',
      fixes: { preset: 'make “{first}” the default' },
    },
  },
  R434: {
    severity: 'error',
    zh: {
      title: '解释“{name}”有两个默认',
      why: '默认只能有一个，否则不知道按哪个判定。',
      help: '只留一个“（默认）”。',
      labels: { first: '第一个默认在这里' },
    },
    en: {
      title: 'the reading “{name}” has two defaults',
      why: 'There can be one default only, or it is not known by which to decide.',
      help: 'Keep one (default).',
      labels: { first: 'the first default is here' },
    },
  },
  R441: {
    severity: 'warning',
    zh: {
      title: '除数“{text}”可能是 0',
      why: '除数为 0 的户没有结果，判定会停在待定，谁也补不齐。',
      help: '先写明它大于 0（如“{text} > 0 且 …”或“若 {text} > 0 则 … 否则 …”），改正声明的范围，或用 占比 并写明分母为零怎么办。',
      labels: { range: '“{name}”声明的范围包括 0' },
    },
    en: {
      title: 'the divisor “{text}” may be 0',
      why: 'Where it is 0 there is no result, and the decision stays undetermined whatever is collected.',
      help: 'Ask first that it is above 0 (“{text} > 0 and …”, “if {text} > 0 then … else …”), correct the declared range, or use share with what an empty one means.',
      labels: { range: 'the declared range of “{name}” holds 0' },
    },
  },
} as const satisfies CodeTable
