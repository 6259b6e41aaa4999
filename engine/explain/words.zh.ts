import type { Words } from './words.ts'

const spaced = (arg: string): string => (/^[0-9A-Za-z≈-]/.test(arg) ? ` ${arg}` : arg)
const named = (roles: readonly string[]): string => roles.join('、')
const each: Readonly<Record<string, string>> = { every: '每个', some: '有', none: '没有' }
const modes: Readonly<Record<string, string>> = { half_up: '四舍五入', up: '进一', down: '舍去', half_even: '银行家舍入' }
const dateParts: Readonly<Record<string, string>> = { year: '年份', month: '月份', day: '日' }
const ends: Readonly<Record<string, string>> = {
  open_closed: '（不含下限）',
  closed_open: '（不含上限）',
  open_open: '（不含两端）',
}
const counted = (label: string): string => ([...label].length === 1 ? label : `个${label}`)
const glued = (name: string, value: string): string => `${name}${name.endsWith('）') ? value : spaced(value)}`

/** Chinese, as one would read it out to the household. */
export const WORDS_ZH: Words = {
  lang: 'zh',
  compare: {
    gt: ['大于{}', '不大于{}'],
    ge: ['大于或等于{}', '小于{}'],
    lt: ['小于{}', '不小于{}'],
    le: ['小于或等于{}', '大于{}'],
    eq: ['等于{}', '不等于{}'],
    ne: ['不等于{}', '等于{}'],
    exceeds: ['超过{}', '未超过{}'],
    above: ['高于{}', '不高于{}'],
    greater_than: ['大于{}', '不大于{}'],
    more_than: ['多于{}', '不多于{}'],
    later_than: ['晚于{}', '不晚于{}'],
    below: ['低于{}', '不低于{}'],
    less_than: ['小于{}', '不小于{}'],
    fewer_than: ['少于{}', '不少于{}'],
    short_of: ['不足{}', '已足{}'],
    under: ['不满{}', '已满{}'],
    earlier_than: ['早于{}', '不早于{}'],
    at_least: ['不少于{}', '少于{}'],
    not_below: ['不低于{}', '低于{}'],
    not_less_than: ['不小于{}', '小于{}'],
    not_earlier_than: ['不早于{}', '早于{}'],
    reaches: ['达到{}', '未达到{}'],
    not_above: ['不高于{}', '高于{}'],
    not_exceeding: ['不超过{}', '超过{}'],
    at_most: ['不多于{}', '多于{}'],
    not_greater_than: ['不大于{}', '大于{}'],
    not_later_than: ['不晚于{}', '晚于{}'],
    is: ['是{}', '不是{}'],
    be: ['为{}', '不为{}'],
    equals: ['等于{}', '不等于{}'],
    is_not: ['不是{}', '是{}'],
    be_not: ['不为{}', '为{}'],
    not_equal: ['不等于{}', '等于{}'],
    or_more: ['在{}以上', '未达到{}'],
    or_less: ['在{}以下', '高于{}'],
    within: ['在{}以内', '超出{}'],
  },
  truth: { true: '是', false: '否', unknown: '未知' },
  nothing: '无',
  unknown: '未知',
  stop: '。',
  semicolon: '；',
  comma: '，',
  colon: '：',
  list: (names) => names.join('、'),
  quote: (name) => `「${name}」`,
  aside: (text) => `（${text}）`,
  fill: (pattern, arg) => {
    const [before = '', after = ''] = pattern.split('{}')
    const gap = after !== '' && /[0-9A-Za-z]$/.test(arg) ? ' ' : ''
    return `${before}${before === '' ? arg : spaced(arg)}${gap}${after}`
  },
  name: (label) => label,
  year: (year) => `${year}年`,
  date: (year, month, day) => `${year}年${month}月${day}日`,
  quantity: (number, unit) => (unit === undefined ? number : `${number} ${unit}`),
  range: (low, high) => {
    if (low === undefined) return high === undefined ? '未知' : `尚未确定（至多 ${high}）`
    return `尚未确定（${high === undefined ? `至少 ${low}` : `${low} 至 ${high}`}）`
  },
  points: (number) => `${number} 个百分点`,
  element: (label, number, called) =>
    `${number === undefined ? label : `第${number}${counted(label)}`}${called === undefined ? '' : `（${called}）`}`,
  whose: (owners, name) => [...owners, name].join('的'),
  ofYear: (name, year) => `${year}年${name}`,
  and: ' 且 ',
  or: ' 或 ',
  not: (clause, simple) => (simple ? `不是「${clause}」` : `不满足（${clause}）`),
  meets: (whose, standard) => `${whose}达到「${standard}」标准`,
  time: { year: '年度', as_of: '评定日' },
  between: (value, low, high, word) => `${value}介于${spaced(low)} 至${spaced(high)} 之间${ends[word] ?? ''}`,
  notBetween: (value, low, high, word) => `${value}不在${spaced(low)} 至${spaced(high)} 之间${ends[word] ?? ''}`,
  among: (items, holds) => `${holds ? '属于' : '不属于'}${items.join('、')}`,
  has: (name, holds) => `${holds ? '有' : '没有'}${name}`,
  known: (name, known) => `${name}${known ? '已知' : '未知'}`,
  rounded: (value, mode, to) => `${value}${modes[mode] ?? mode}到${spaced(to)}`,
  extreme: (items, which) => `${items.join('、')}中${which === 'larger' ? '较大' : '较小'}者`,
  ifElse: (condition, then, otherwise) => `若${condition}则${then}，否则${otherwise}`,
  byTable: '按表',
  members: (of, filter) => (filter === undefined ? of : `${filter}的${of}`),
  quantified: (quantifier, members, body) =>
    `${each[quantifier] ?? quantifier}${members}${body === undefined ? '' : `${quantifier === 'every' ? '都' : ''}满足（${body}）`}`,
  countOf: (members) => `${members}的数目`,
  sumOf: (members, value) => `${members}的${value}合计`,
  shareOf: (members, body) => `${members}中${body}的占比`,
  datePart: (date, part) => `${date}的${dateParts[part] ?? part}`,
  dateAdd: (date, amount, unit) => `${date}${amount < 0 ? '前' : '后'} ${Math.abs(amount)} ${unit === 'day' ? '天' : '个月'}`,
  daysFrom: (from, to) => `${from}至${to}的天数`,
  yearsFrom: (from, to) => `自${from}至${to}的周岁（周年）数`,
  total: (lines) => `${lines.join(' + ')}`,
  valued: (name, value) => glued(name, value),
  is: (name, value) => `${name}为${spaced(value)}`,
  stated: (name, truth) => `${name}：${truth}`,
  compared: (left, relation) => `${left}，${relation}`,
  openCompare: (left, relation, why) => `${left}，是否${relation}还不能确定${why}`,
  gap: (by, direction) => `${direction === 'raise' ? '还差' : '超出'}${spaced(by)}`,
  tally: (hits, members, of, open) =>
    `${members} ${counted(of)}中有 ${hits} ${counted(of)}${open === 0 ? '' : open === null ? '，名单不全' : `，另有 ${open} ${counted(of)}未定`}`,
  judgedBy: (role, on, by) => `${role}${by === undefined ? '' : ` ${by}`} ${on}认定`,
  sourceIs: (source) => `来源：${source}`,
  cause: (kind, given) => {
    switch (kind) {
      case 'role':
        return `已有${named(given)}的意见，但不是有权认定的人，不作数`
      case 'later':
        return '已有的认定晚于评定日，不作数'
      case 'tie':
        return `${named(given)}同一天的认定互相矛盾，不作数`
      case 'source':
        return given.length === 0 ? '已报的数没有注明来源，不作数' : `已报的数来自${named(given)}，不是规定的来源，不作数`
      default: {
        const unreachable: never = kind
        throw new RangeError(String(unreachable))
      }
    }
  },
  blocked: (kind) => (kind === 'parameter' ? '这一时点没有规定数值' : kind === 'external' ? '文本未提供' : '无法计算'),
  allHold: (members, count, body) => `${members}共 ${count} 个，都满足：${body ?? ''}`,
  noneHold: (members, body) => (body === undefined ? `没有${members}` : `没有${members}满足（${body}）`),
  noMembers: (members) => `没有${members}`,
  listUnknown: (members) => `${members}的名单未知`,
  listPartial: (members) => `${members}的名单不全`,
  andMore: (count) => `……等共 ${count} 个`,
  subject: (label, id) => `这${counted(label)}${id === undefined ? '' : `（${id}）`}`,
  outcome: (outcome, subject, standard, items) => {
    const because = items.map((item) => `「${item}」`).join('、')
    switch (outcome) {
      case 'met':
        return `${subject}达到「${standard}」标准。`
      case 'unmet':
        return `${subject}未达到「${standard}」标准，因为没有通过：${because}。`
      case 'suspended':
        return `${subject}暂缓退出（「${standard}」标准），因为${because}须先复核。`
      case 'undetermined':
        return `${subject}是否达到「${standard}」标准还不能确定${because === '' ? '' : `，待查清：${because}`}。`
      case 'not-applicable':
        return `「${standard}」标准不适用于${subject}。`
      default: {
        const unreachable: never = outcome
        throw new RangeError(String(unreachable))
      }
    }
  },
  times: (asOf, year, period) =>
    `评定日 ${asOf}，年度 ${year}${period === undefined ? '' : `，收入计算周期 ${period.from}至${period.to}`}。`,
  reading: (name, choice) => `解释「${name}」取：${choice}。`,
  marks: { pass: '✓', fail: '✗', hold: '‖', open: '？', none: '·' },
  verdict: (item) => {
    if (item.exception !== undefined) return '例外通过'
    if (item.recheck !== undefined) return item.effect === 'pass' ? '复核通过' : item.effect === 'fail' ? '复核未通过' : '待定'
    if (item.effect === 'none') return '参考'
    if (item.effect === 'open') return '待定'
    if (item.effect === 'hold') return '暂缓'
    if (item.kind === 'bar' || item.kind === 'suspend') return item.effect === 'pass' ? '没有此情形' : '有此情形'
    if (item.applied === 'false') return '不涉及'
    return item.effect === 'pass' ? '符合' : '不符合'
  },
  cite: (source, article) => (source === undefined ? article : `《${source}》${article}`),
  citing: (cites) => `依据${cites.join('、')}`,
  group: (mode, count, of, held) =>
    `${of} 项中已有 ${held} 项满足，${mode === 'all' ? '须全部满足' : mode === 'any' ? '满足任一项即可' : `至少须满足 ${count} 项`}`,
  situations: (mode, count, of, held) =>
    `${of} 种情形中有 ${held} 种，${mode === 'all' ? '全部存在才算' : mode === 'any' ? '有任一种即算' : `至少有 ${count} 种才算`}`,
  notApplied: (condition) => `只在有关情形下适用，这里不涉及（${condition}）`,
  openWhen: (condition) => `是否适用还不能确定（${condition}）`,
  deemed: (reason) => `视为满足（${reason}）`,
  excepted: (reason) => `属于除外情形（${reason}）`,
  exception: (reason, by, on) => `原则上的要求，已记录例外：${reason}（${by}，${on}）`,
  rechecked: (passed, role, on) => `${role} ${on}复核：${passed ? '符合' : '不符合'}`,
  guard: (condition) => `适用条件：${condition}`,
  working: (name, working, value) => `${name === '' ? '' : `${name} = `}${working} = ${value}`,
  parameter: (name, value, from, to, origin) => {
    const period = from === undefined && to === undefined ? '' : from === to ? `，${from}` : `，${from ?? ''}至${to ?? '今'}`
    return `${glued(name, value)}${period}${origin === undefined ? '' : `，出处：${origin}`}`
  },
  headings: {
    items: '逐项结果',
    remedy: '怎样才能改变',
    recheck: '由谁复核',
    meetAll: '还缺什么材料（全部查清且结果合格，即可达到标准）',
    meet: '还缺什么材料（下面任一组查清且结果合格，即可达到标准）',
    both: '还缺什么材料（下面任一组查清后，即可判定）',
    fail: '查出下面任一组不合格，即不能达到标准',
    blocked: '不是补材料能解决的',
  },
  oneSet: '同时需要',
  truncated: '只列出较短的各组。',
  tooMany: '缺的事实太多，无法逐项列出；请先补齐名单和基本事实。',
  all: '以下各点都要做到',
  any: (count) => (count === 1 ? '以下任一点做到即可' : `以下各点做到 ${count} 点即可`),
  number: (name, direction, to, by, beyond) => {
    const verb =
      direction === 'raise' ? (beyond ? '须高于' : '须提高到') : direction === 'lower' ? (beyond ? '须低于' : '须降到') : '须为'
    const change = direction === 'raise' ? '再增加' : direction === 'lower' ? '再减少' : '相差'
    return `${name}${verb}${spaced(to)}${by === undefined ? '' : `（${change}${beyond ? '超过' : ''}${spaced(by)}）`}`
  },
  share: ({ members, body, each, by, needed, of, direction }) => {
    const more = direction === 'raise'
    const measure = counted(each)
    return `${members}中，${body}的至少须${more ? '增加' : '减少'} ${by} ${measure}（${of} ${measure}中${more ? '至少' : '至多'} ${needed} ${measure}）`
  },
  must: (name, needed) => `${name}须变为「${needed ? '是' : '否'}」`,
  judge: (name, roles, needed) => `由${roles.join('或')}认定「${name}」为「${needed ? '是' : '否'}」`,
  mustCompare: (clause) => `须使${clause}`,
  exists: (name, needed) => `须${needed ? '有' : '没有'}${name}`,
  standard: (whose, standard, needed) => `${whose}须${needed ? '' : '不再'}达到「${standard}」标准`,
  end: (situation, how) => `「${situation}」这一情形须消除${how === undefined ? '' : `：${how}`}`,
  depart: (item) => `「${item}」是原则上的要求，有正当理由的可以记录例外（写明理由、记录人和日期）`,
  recheck: (item, roles) => `由${roles.length === 0 ? '复核人' : roles.join('或')}复核「${item}」`,
  learn: (name, needed) => `查清${name}，须为「${needed ? '是' : '否'}」`,
  condition: (clause, needed) => (needed ? `须使${clause}` : `须不再${clause}`),
  elementDoes: (name, remedy) => `${name}：${remedy}`,
  need: (name, list) => (list === 'list' ? `${name}的名单` : list === 'rest' ? `${name}名单中未列出的部分` : name),
  suppliedBy: (roles) => `由${roles.join('或')}认定`,
  fromChannel: (channel) => `须采自${channel}`,
  blockedBy: (kind, name, time) => {
    if (kind === 'parameter') return `参数「${name}」没有 ${time ?? ''}的数值，须由制定部门补充`
    if (kind === 'external') return `外部文件「${name}」尚未提供`
    if (kind === 'empty-share') return `「${name}」的占比没有分母（一个都没有）`
    return kind === 'division-by-zero' ? `「${name}」的计算中除数为零` : `「${name}」的表没有覆盖这种情况`
  },
  rejected: '这份材料有误，没有评定：',
  problem: (code, path) => `${path === '' ? '整份材料' : path}：错误 ${code}`,
}
