import type { CodeTable } from '../diagnostic.ts'

const REPLACE_ZH = { replace: '改为“{to}”' }
const REPLACE_EN = { replace: 'write “{to}”' }

/** N225–N230: steps of a procedure, what is adopted, changes of who belongs to a household. */
export const STEP_NAMES_CODES = {
  N225: {
    severity: 'error',
    zh: {
      title: '程序“{procedure}”没有叫“{name}”的步骤',
      why: '转到哪一步、从哪一步起算，都要能在本程序里找到。',
      help: '检查用字；只能写本程序的步骤，沿用来的也算。',
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'the procedure “{procedure}” has no step “{name}”',
      why: 'Where a case goes, and what a period counts from, must be found in the procedure itself.',
      help: 'Check the spelling; only steps of this procedure count, adopted ones included.',
      fixes: REPLACE_EN,
    },
  },
  N226: {
    severity: 'error',
    zh: {
      title: '“{name}”不在“{step}”之前',
      why: '一步只能承接前面的步骤、与前面的步骤同时进行，期限也只能从前面的步骤起算；否则谁也不能先开始。',
      help: '把步骤按先后排列；要回头重来，写“转”。',
      labels: { declared: '“{name}”写在这里' },
    },
    en: {
      title: '“{name}” does not come before “{step}”',
      why: 'A step follows, runs alongside and counts from earlier steps only; otherwise neither could begin.',
      help: 'Put the steps in their order; to send a case back, write goto.',
      labels: { declared: '“{name}” is written here' },
    },
  },
  N227: {
    severity: 'error',
    zh: {
      title: '沿用的“{base}”里没有“{name}”，不能删去',
      why: '写错了名称，本想删去的就留了下来。',
      help: '检查用字；只能删去沿用来的步骤，或标准里的条目（整组，不是其中一项）。',
      labels: { base: '“{base}”在这里声明' },
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'the adopted “{base}” has no “{name}” to omit',
      why: 'With a wrong name, what was to be left out stays in.',
      help: 'Check the spelling; only adopted steps, or whole items of a standard, can be left out.',
      labels: { base: '“{base}” is declared here' },
      fixes: REPLACE_EN,
    },
  },
  N228: {
    severity: 'error',
    zh: {
      title: '删去的“{name}”，步骤“{step}”还要用到',
      why: '删去以后，那一步不知道接在哪里、转到哪里、从哪里起算。',
      help: '把那一步也改写，或不删去。',
      labels: { used: '“{step}”在这里用到它' },
    },
    en: {
      title: 'the step “{step}” still speaks of “{name}”, which is left out',
      why: 'Without it that step does not know what it follows, goes to or counts from.',
      help: 'Write that step anew too, or keep this one.',
      labels: { used: '“{step}” uses it here' },
    },
  },
  N229: {
    severity: 'error',
    zh: {
      title: '步骤照抄自己：{path}',
      why: '互相照抄，最后谁也没有内容。',
      help: '给其中一步写出内容；要改沿用来的同名步骤，先写“沿用”。',
    },
    en: {
      title: 'a step is the same as itself: {path}',
      why: 'Steps that copy one another come to nothing.',
      help: 'Write one of them out; to change an adopted step of the same name, the procedure must adopt it first.',
    },
  },
  N230: {
    severity: 'error',
    zh: {
      title: '没有一个枚举有“{name}”这个值',
      why: '人口增减按词汇里列出的变动种类登记。',
      help: '检查用字，或在词汇的枚举里补上。',
      fixes: REPLACE_ZH,
    },
    en: {
      title: 'no enumeration has the value “{name}”',
      why: 'Persons join and leave by the kinds of change that the vocabulary lists.',
      help: 'Check the spelling, or add the value to an enumeration of the vocabulary.',
      fixes: REPLACE_EN,
    },
  },
} as const satisfies CodeTable
