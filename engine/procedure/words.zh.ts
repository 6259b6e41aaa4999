import type { CaseWords } from './words.ts'

const list = (names: readonly string[]) => names.join('、')
const some = (names: readonly string[]) => (names.length === 0 ? '无' : list(names))
const lacking = (found: readonly string[], required: readonly string[]) => `有：${some(found)}；应有：${some(required)}`
const lists = (title: string) => ({ title, said: lacking })
const plain = (title: string) => ({ title, said: () => '' })

export const ZH: CaseWords = {
  caseState: { conformant: '合规', 'in-progress': '进行中', breached: '违反程序' },
  subjectState: {
    conformant: '合规',
    'in-progress': '进行中',
    breached: '违反程序',
    dropped: '已移出名单',
    'not-applicable': '不适用本程序',
  },
  stepState: {
    done: '已完成',
    due: '该做',
    overdue: '逾期',
    breached: '违反',
    'not-yet': '还不能做',
    'not-needed': '不需要',
    unclear: '不清楚',
  },
  held: { failed: '没有通过', objection: '有异议未处理' },
  running: '正在进行',
  lawful: { true: '退出合法', false: '退出不合法', unknown: '退出是否合法还不能定' },
  outcome: { 'not-applicable': '不适用', unmet: '不达标', suspended: '暂缓', met: '达标', undetermined: '待定' },
  refusedFacts: '没有认定',
  finding: {
    duplicate: plain('重复的记录，只算一次'),
    'not-on-list': plain('当时不在名单上，这条记录不算'),
    'not-needed': plain('这一步对它不需要，这条记录不算'),
    resolver: {
      title: '无权处理异议，处理不算',
      said: (found, required) => `处理的是：${some(found)}；有权的是：${some(required)}`,
    },
    closed: plain('异议已经处理过，这条记录不算'),
    return: plain('程序里没有退回到这一步的规定'),
    order: {
      title: '次序不对',
      said: (found, required) => {
        const missing = required.filter((one) => !found.includes(one))
        return missing.length > 0
          ? `应先做完：${list(missing)}`
          : `前面的步骤还没有妥当（违反、没做完、没通过或有异议）：${some(required)}`
      },
    },
    early: { title: '提前', said: ([day], [first]) => `${day} 就开始，最早 ${first}` },
    late: { title: '超过期限', said: ([day], [last]) => `${day} 才完成，最迟 ${last}` },
    actor: lists('主体不全'),
    attend: lists('参加的人不全'),
    persons: { title: '人数不足', said: ([n], [least]) => `${n} 人，至少 ${least} 人` },
    paper: { title: '缺少凭据', said: (_, required) => `没有：${list(required)}` },
    naming: { title: '凭据没有列名', said: (_, required) => `没有列入：${list(required)}` },
    output: lists('应产出的文书不全'),
    short: { title: '公示天数不足', said: ([day], [last]) => `只到 ${day}，至少要到 ${last}` },
    long: { title: '公示超过天数', said: ([day], [last]) => `到了 ${day}，应止于 ${last}` },
    place: lists('公示场所不全'),
    ballot: {
      title: '表决没有记票',
      said: ([yes, whole], [base]) => `赞成 ${yes}${base === undefined ? '' : `，${base} ${whole}`}（? 为没有记录）`,
    },
    quorum: {
      title: '到会人数不足',
      said: ([present, eligible], [least]) => `到会 ${present}，应到 ${eligible}，须达到 ${least}`,
    },
    body: lists('应表决的人没有到会'),
    consent: lists('没有征得同意'),
    signature: lists('签字不全'),
    proxy: { title: '不得代签', said: (found, required) => `代签的是：${some(found)}；须本人签：${some(required)}` },
    reply: { title: '答复过期', said: (found, [last]) => `${found.join(' ')}；最迟 ${last}` },
    notify: lists('没有送达'),
    archive: lists('没有归档'),
    filing: lists('没有备案'),
    sample: { title: '抽查比例不足', said: ([n, all], [share]) => `抽了 ${n}，共 ${all}，须达到 ${share}` },
    stratum: { title: '必查的没有抽中', said: (found, required) => `没有抽中：${list(found)}；必查：${some(required)}` },
    register: lists('没有按规定登记'),
  },
  curable: '重做可以补正',
  lasting: '时间已过，重做不能补正',
  note: '提示，不算违反',
  registerAct: { label: '标注', remove: '销号', enter: '录入' },
  base: { present: '到会', eligible: '应到', cast: '投票' },
  name: (name) => `「${name}」`,
  list,
  aside: (text) => `（${text}）`,
  enough: (n) => `任 ${n} 方：`,
  event: (position) => `第 ${position} 条记录`,
  cite: (source, article) => (source === undefined ? article : `《${source}》${article}`),
  citing: (cites) => (cites.length === 0 ? '' : `依据${list(cites)}`),
  days: (from, to) =>
    from === undefined && to === undefined
      ? '没有规定日期'
      : from === to
        ? `${from} 当日`
        : `${from === undefined ? '' : `${from} 起`}${to === undefined ? '' : `${from === undefined ? '' : '，'}最迟 ${to}`}`,
  duty: (state, step, roles, days) =>
    `${state === 'overdue' ? '逾期未做' : '该做'} ${step}：${roles.length === 0 ? '没有写明由谁做' : `由${list(roles)}`}，${days}`,
  reasons: (lawful, standard, procedure) => `${lawful}（${standard === undefined ? '' : `标准${standard}，`}程序${procedure}）`,
}
