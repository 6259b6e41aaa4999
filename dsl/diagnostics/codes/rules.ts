import type { CodeTable } from '../diagnostic.ts'
import { RULES_TABLE_CODES } from './rules-table.ts'

const OTHER_ZH = '另一处在这里'
const OTHER_EN = 'the other one is here'
const KNOWN_ZH = '（所涉事实都已知时；有未知的，结论仍待定）'
const KNOWN_EN = ' (once all facts in it are known; an unknown one still leaves it open)'

/** R4xx: well formed, but hardly what the document means. */
export const RULES_CODES = {
  R401: {
    severity: 'warning',
    zh: {
      title: '“{source}”的条「{article}」没有规则回答，也没有说明为什么',
      why: '文件写了而规则里没有的，就会在执行时漏掉。',
      help: '写一条依据「{article}」的规则，或在条后写明无规则「原因」。',
      fixes: { no_rule: '加上“无规则「…」”，原因由您填写' },
    },
    en: {
      title: 'no rule answers article 「{article}」 of “{source}”, and it does not say why',
      why: 'What the document says and no rule repeats will be forgotten when cases are decided.',
      help: 'Write a rule per 「{article}」, or say no_rule 「reason」 at the article.',
      fixes: { no_rule: 'add no_rule 「…」; the reason is yours to write' },
    },
  },
  R402: {
    severity: 'warning',
    zh: {
      title: '“{source}”的条「{article}」写着无规则，却有规则以它为依据',
      why: '台账与规则说法相反，核对的人不知道该信哪个。',
      help: '删去无规则，或改正规则的依据。',
      labels: { rule: '这条规则以它为依据' },
    },
    en: {
      title: 'article 「{article}」 of “{source}” says that it has no rule, and a rule cites it',
      why: 'Ledger and rules contradict each other, and an auditor cannot tell which is right.',
      help: 'Take no_rule away, or correct what the rule cites.',
      labels: { rule: 'this rule cites it' },
    },
  },
  R403: {
    severity: 'warning',
    zh: {
      title: '“{word}”含不含本数，读法不一',
      why: '恰好等于标准的户或村，一种读法达标，另一种不达标。这里现在按含本数判定，但没有写明是谁这样读的。',
      help: '声明一个解释，写“按 解释名 { 含本数：…；不含本数：… }”；确无争议时改用 不超过 或 低于。',
      fixes: { included: '写成“{to}”（含本数，与现在的判定相同）', excluded: '写成“{to}”（不含本数）' },
    },
    en: {
      title: '“{wordEn}” is read with and without the figure itself',
      why: 'Whoever stands exactly at the figure passes under one reading and fails under the other. It is read as including the figure now, but nobody is named who reads it so.',
      help: 'Declare a reading and write by name { included: …; excluded: … }; where there is no dispute, use not_exceeding or below.',
      fixes: { included: 'write “{to}” (figure included, decides as now)', excluded: 'write “{to}” (figure excluded)' },
    },
  },
  R404: {
    severity: 'warning',
    zh: {
      title: `“{text}”总是{outcome}${KNOWN_ZH}`,
      why: '不看事实就已经定了的条件，要么是写错了数，要么是多余的。',
      help: '改正比较的数或方向，或删去这个条件。',
      labels: { range: '“{name}”声明的范围在这里', given: '以这里的“当”成立为前提' },
    },
    en: {
      title: `“{text}” always {outcomeEn}${KNOWN_EN}`,
      why: 'A condition that is settled before looking at any fact is either a wrong figure or needless.',
      help: 'Correct the figure or the direction of the comparison, or take the condition away.',
      labels: { range: 'the range of “{name}” is declared here', given: 'given that the condition here holds' },
    },
  },
  R405: {
    severity: 'warning',
    zh: {
      title: '这些条件不可能同时成立：“{text}”',
      why: '没有任何一户、一村能满足它，所有判定都会落在一边。',
      help: '核对两边的数和方向；若二者有其一即可，把“且”改为“或”。',
      labels: { first: '与这里的条件相反' },
    },
    en: {
      title: 'these conditions can never hold together: “{text}”',
      why: 'No household and no village can satisfy it, so every decision falls on one side.',
      help: 'Check both figures and directions; if one of them is enough, write or instead of and.',
      labels: { first: 'it contradicts the condition here' },
    },
  },
  R406: {
    severity: 'warning',
    zh: {
      title: `“{text}”总有一个成立${KNOWN_ZH}`,
      why: '这个条件拦不住任何人，等于没有写。',
      help: '核对两边的数和方向；若要同时满足，把“或”改为“且”。',
      labels: { first: '与这里的条件合起来包括了所有情形' },
    },
    en: {
      title: `one of “{text}” always holds${KNOWN_EN}`,
      why: 'The condition keeps nobody back; it might as well not be there.',
      help: 'Check both figures and directions; if both are wanted, write and instead of or.',
      labels: { first: 'together with the condition here it covers every case' },
    },
  },
  R407: {
    severity: 'warning',
    zh: {
      title: '“{text}”说了两遍',
      why: '重复的条件不起作用，多半是抄写时该改而没有改的字段。',
      help: '改成想写的条件，或删去一个。',
      labels: { first: '第一次在这里' },
      fixes: { remove: '删去这一个' },
    },
    en: {
      title: '“{text}” is said twice',
      why: 'A repeated condition does nothing; mostly it is a copy in which a field was to be changed.',
      help: 'Make it the condition you meant, or take one away.',
      labels: { first: 'the first time is here' },
      fixes: { remove: 'take this one away' },
    },
  },
  R408: {
    severity: 'warning',
    zh: {
      title: `“{text}”不起作用：另一个条件已经决定了它${KNOWN_ZH}`,
      why: '读的人会以为它是一道要求，其实删去它结论不变。',
      help: '核对数和方向，或删去它。',
      labels: { stronger: '决定它的条件在这里' },
      fixes: { remove: '删去“{text}”' },
    },
    en: {
      title: `“{text}” has no effect: another condition settles it${KNOWN_EN}`,
      why: 'Readers take it for a requirement, yet without it every result is the same.',
      help: 'Check figure and direction, or take it away.',
      labels: { stronger: 'the condition that settles it is here' },
      fixes: { remove: 'take “{text}” away' },
    },
  },
  R409: {
    severity: 'warning',
    zh: {
      title: '“{name}”与“{other}”的条件相同',
      why: '同一个要求写了两条，理由里会出现两次；多半有一条该是别的条件。',
      help: '改正其中一条，或合为一条并写上两个依据。',
      labels: { first: OTHER_ZH },
    },
    en: {
      title: '“{name}” and “{other}” have the same condition',
      why: 'One requirement stands twice and shows up twice in the reasons; mostly one of them should say something else.',
      help: 'Correct one of them, or make them one and cite both clauses.',
      labels: { first: OTHER_EN },
    },
  },
  R410: {
    severity: 'info',
    zh: {
      title: `过得了“{other}”的，一定过得了“{name}”${KNOWN_ZH}`,
      why: '“{name}”单独拦不住任何人；文件两处都写时可以保留。',
      help: '文件确实两处都写就不必改；否则核对数和方向。',
      labels: { first: OTHER_ZH },
    },
    en: {
      title: `whoever passes “{other}” passes “{name}”${KNOWN_EN}`,
      why: '“{name}” alone keeps nobody back; that is in order where the document itself says both.',
      help: 'Leave it if the document says both; otherwise check figure and direction.',
      labels: { first: OTHER_EN },
    },
  },
  R411: {
    severity: 'warning',
    zh: {
      title: '“{name}”与“{other}”不可能同时过得了',
      why: '没有任何一户、一村能达到这个标准。',
      help: '核对两处的数和方向。',
      labels: { first: OTHER_ZH },
    },
    en: {
      title: 'nobody can pass both “{name}” and “{other}”',
      why: 'So nobody can ever meet this standard.',
      help: 'Check the figures and directions of both.',
      labels: { first: OTHER_EN },
    },
  },
  ...RULES_TABLE_CODES,
} as const satisfies CodeTable
