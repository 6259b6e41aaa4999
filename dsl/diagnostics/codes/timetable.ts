import type { CodeTable } from '../diagnostic.ts'

/** W701–W717: what a procedure's own words make impossible, or leave unsaid. */
export const TIMETABLE_CODES = {
  W701: {
    severity: 'warning',
    zh: {
      title: '“{step}”最迟 {latest} 结束，可是最早也要到 {earliest}',
      why: '每一步至少给一天，公示按要求的天数，一路算下来是：{chain}。照这个安排，谁都做不到不违反程序。',
      help: '放宽这个日期，或缩短、并行前面的步骤（同时）；原文就是这样的，在步骤上写“照录「…」”。',
    },
    en: {
      title: '“{stepEn}” must be over by {latest}, and cannot be before {earliest}',
      why: 'With a day for every act and the days every posting demands it goes: {chainEn}. Nobody can keep this timetable.',
      help: 'Move the day, or shorten the steps before it or put them side by side (alongside); where the instrument says so itself, write “as_printed 「…」” on the step.',
    },
  },
  W702: {
    severity: 'info',
    zh: {
      title: '“{step}”的 {day} 这个期限从来用不上',
      why: '“{anchor}”最迟 {bound} 完成，从它起算的期限到 {last} 就满了，总在 {day} 之前。两个期限都要守，先到的算数。',
      help: '核对原文：两个期限是否真的都约束这一步。',
    },
    en: {
      title: 'the day {day} of “{stepEn}” never binds',
      why: '“{anchorEn}” is over by {bound} at the latest, and what is counted from it ends on {last}, always before {day}. Both must be kept; the earlier one decides.',
      help: 'Check the instrument: do both days really bind this step?',
    },
  },
  W703: {
    severity: 'warning',
    zh: {
      title: '“{step}”的时段装不下公示的天数',
      why: '{year} 年从 {from} 贴出，要贴到 {last}，时段却到 {to} 为止。公示不足天数，农户就少了提异议的机会。',
      help: '延长时段，或核对天数是按自然日还是工作日、首日计不计。',
    },
    en: {
      title: 'the window of “{stepEn}” is shorter than its posting',
      why: 'Posted on {from} of {year} it must stay until {last}, and the window ends on {to}. A short posting takes from households the time to object.',
      help: 'Lengthen the window, or check whether days are calendar or working days and whether the first one counts.',
    },
  },
  W711: {
    severity: 'warning',
    zh: {
      title: '“{step}”永远轮不到',
      why: '它的条件和所在阶段的条件不能同时成立，没有一户会走到这一步。',
      help: '改正条件，或删去这一步。',
    },
    en: {
      title: '“{stepEn}” is never reached',
      why: 'Its condition and its phase’s cannot hold together; no household ever comes to it.',
      help: 'Correct the condition, or drop the step.',
    },
  },
  W712: {
    severity: 'warning',
    zh: {
      title: '“{step}”没有写明由谁做',
      why: '没有主体，出了错无人负责，也无法检查该做的人做了没有。',
      help: '写“主体 …”；原文没有写明的，推定由谁做要说明，或在步骤上写“照录「…」”。',
    },
    en: {
      title: 'nobody is named to do “{stepEn}”',
      why: 'Without an actor nobody answers for it, and nobody can check that those who should have done it did.',
      help: 'Write “actor …”; where the instrument is silent, say who is presumed, or write “as_printed 「…」” on the step.',
    },
  },
  W713: {
    severity: 'warning',
    zh: {
      title: '“{step}”退回以后再也出不来',
      why: '表决的门槛谁也达不到，每一户都会被退回，一遍又一遍。',
      help: '改正门槛。',
    },
    en: {
      title: '“{stepEn}” sends back for ever',
      why: 'Nobody can reach the threshold of the vote, so every household is sent back again and again.',
      help: 'Correct the threshold.',
    },
  },
  W714: {
    severity: 'warning',
    zh: {
      title: '“{step}”的表决没有说占谁的几成',
      why: '占到会的一半和占应到的一半不是一回事，差几票就决定一户退不退。',
      help: '写“占 到会”“占 应到”或“占 投票”。',
    },
    en: {
      title: 'the vote of “{stepEn}” does not say out of whom',
      why: 'Half of those present and half of those entitled differ, and a few votes decide a household.',
      help: 'Write “out_of present”, “out_of eligible” or “out_of cast”.',
    },
  },
  W715: {
    severity: 'info',
    zh: {
      title: '“{step}”的表决没有规定到会人数',
      why: '到会的人再少也算数，三个人也能决定一户退不退。',
      help: '写“法定到会 …”；原文没有规定的，在台账里注明。',
    },
    en: {
      title: 'the vote of “{stepEn}” has no quorum',
      why: 'However few are present, the vote counts: three people may decide a household.',
      help: 'Write “quorum …”; where the instrument has none, note it in the ledger.',
    },
  },
  W716: {
    severity: 'warning',
    zh: {
      title: '“{step}”要凭“{paper}”，前面却没有哪一步产出它',
      why: '拿不出这份文书，这一步就永远做不合规。',
      help: '在产出它的步骤写“产出 {paper}”；由别处提供的，在声明处写“外来”。',
    },
    en: {
      title: '“{stepEn}” needs “{paperEn}”, which no step before it produces',
      why: 'Without that paper the step can never be done as the procedure demands.',
      help: 'Write “produces {paperEn}” at the step that makes it, or “given” where it is declared if it comes from elsewhere.',
    },
  },
  W717: {
    severity: 'warning',
    zh: {
      title: '“{step}”要等“{other}”，可是两者从不同时适用',
      why: '汇合处写了永远不会到来的一路，看上去有把关，实际没有。',
      help: '去掉“承接”里的“{other}”，或改正两步的条件。',
    },
    en: {
      title: '“{stepEn}” waits for “{otherEn}”, which never applies together with it',
      why: 'The join names a branch that never arrives: it looks like a check and is none.',
      help: 'Take “{otherEn}” out of “after”, or correct the conditions of the two steps.',
    },
  },
} as const satisfies CodeTable
