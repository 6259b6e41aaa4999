/** A policy that uses every construct once, in Chinese and in English words with the other of each pair of names. */
export const POLICY_ZH = `政策 县级办法/county {
  标题「县级试行办法」；地区 410122；层级 县；版本 1.10；施行 自 2019-01-01 至 2020年 依据「一」；文号「试发1号」；上位 国家意见；
  采用 词汇表；
  来源 办法/measure「试行办法」{ 条「一」「总则」；条「二（1）」；条「二（2）」；条「三」「原则」无规则「没有可判定的条件」 }
  解释 百分之二以下/two_percent 依据「二（2）」{ 含本数/inclusive（默认）；不含本数/exclusive }
  外部 水质体系/water_index「饮用水评价指标」依据「二（1）」：真假；
  定义 收入线/line：较大（国家扶贫标准，分类标准（省））；
  定义 欠款数/owed 适用于 户：若 有 欠款 则 欠款 否则 0；
  计分 综合得分/total 适用于 户 依据「二（1）」封顶 100 分 {
    得分 稳定/stable 依据「二（1）」当 增收稳定：10 分；
    得分 收入/money 依据「二（2）」：年人均纯收入 ÷ 国家扶贫标准 × 20 分，封顶 20 分，保底 0 分；
  }
  表 补助/grant 适用于 户：金额 元 依据「二（1）」命中 唯一 {
    输入 年人均纯收入，原因；
    行 不足 3700，因病 或 因残：500 元；
    行 介于 3700 至 5000，任意：200 元；
    其余：0 元；
  }
  标准 贫困户退出/household_exit 适用于 户 当 首次识别日 早于 2019-01-01 依据「一」{
    须 收入达标/income 依据「二（1）」：四舍五入（年人均纯收入，到 1 元/人·年） 超过 收入线；
    须 两不愁/basics 依据「二（1）」共 2 项 至少 1 { 项 甲项/first 依据「二（1）」：水质体系；项 乙项/second 依据「二（1）」当 原因 = 因病：每个 成员 当 患大病 满足 大病获救助 }
    须 评分/scored 依据「二（1）」：综合得分 ≥ 60 分 视为 补助 > 0 元 除外 原因 属于（因残、因学）；
    不得 返贫/returned_lately 依据「二（2）」当 有 返贫年度：返贫年度 ≥ 年度 − 1；
    不得 当年识别/new 依据「二（2）」：首次识别日 的 年 = 年度 或 首次识别日 + 6 个月 > 评定日；
    不得 欠款过高/debts 依据「二（2）」：欠款数 超过 3万 元；
    暂缓 有异议/objected 依据「二（2）」由 审定机关：存在 异议 满足 非 已撤回；
    统筹 欠款/known_debt 依据「二（2）」：已知 欠款；
    按 百分之二以下 { 取 含本数 { 须 自付/own 依据「二（2）」：自付比例 在 10% 以下 } 取 不含本数 { 须 自付/own 依据「二（2）」：自付比例 < 10% } }
  }
  标准 贫困村退出/village_exit 适用于 村 依据「一」{
    原则上 须 发生率/bar 依据「二（2）」：按 百分之二以下 { 含本数：贫困发生率 ≤ 2%；不含本数：贫困发生率 < 2% }；
    须 户达标/most 依据「二（2）」：98% ≤ 占比（农户 满足 符合 贫困户退出；分母为零 视为 达到）；
    须 人数/people 依据「二（2）」：合计（农户：计数（成员 当 周岁（出生日期） ≥ 16））＞ 10；
  }
}
`

export const POLICY_EN = `policy 县级办法/county {
  title “县级试行办法”; jurisdiction 410122; level county; version 1.10; in_force from 2019-01-01 to 2020年 per 「一」; document “试发1号”; parent 国家意见;
  use terms;
  source 办法/measure about “试行办法” { article “一” about “总则”; article “二（1）”; article “二（2）”; article “三” about “原则” no_rule “没有可判定的条件” }
  reading 百分之二以下/two_percent per 「二（2）」 { 含本数/inclusive (default); 不含本数/exclusive }
  external 水质体系/water_index about “饮用水评价指标” per 「二（1）」: boolean;
  define 收入线/line: larger(national_line, line_of(province));
  define 欠款数/owed for household: if has debt then debt else 0;
  score 综合得分/total for household per 「二（1）」 cap 100 point {
    points 稳定/stable per 「二（1）」 when steady: 10 point;
    points 收入/money per 「二（2）」: net_income_pc / national_line * 20 point, cap 20 point, floor 0 point;
  }
  table 补助/grant for household: money yuan per 「二（1）」 hit unique {
    inputs net_income_pc, reason;
    row short_of 3700, illness or disability: 500 yuan;
    row between 3700 to 5000, anything: 200 yuan;
    otherwise: 0 yuan;
  }
  standard 贫困户退出/household_exit for household when first_day earlier_than 2019-01-01 per 「一」 {
    must 收入达标/income per 「二（1）」: round_half_up(net_income_pc, to 1 yuan/person·year) exceeds line;
    must 两不愁/basics per 「二（1）」 stating 2 at_least 1 { part 甲项/first per 「二（1）」: water_index; part 乙项/second per 「二（1）」 when reason = illness: every members when ill satisfies aided }
    must 评分/scored per 「二（1）」: total >= 60 point deemed grant > 0 yuan except reason in (disability, schooling);
    bar 返贫/returned_lately per 「二（2）」 when has returned: returned >= year - 1;
    bar 当年识别/new per 「二（2）」: first_day . year = year or first_day + 6 months > as_of;
    bar 欠款过高/debts per 「二（2）」: owed exceeds 3 ten_thousand yuan;
    suspend 有异议/objected per 「二（2）」 by authority: some objections satisfies not withdrawn;
    weigh 欠款/known_debt per 「二（2）」: known debt;
    by_reading two_percent { choose inclusive { must 自付/own per 「二（2）」: own_share at 10% or_less } choose exclusive { must 自付/own per 「二（2）」: own_share < 10% } }
  }
  standard 贫困村退出/village_exit for village per 「一」 {
    in_principle must 发生率/bar per 「二（2）」: by two_percent { inclusive: incidence <= 2%; exclusive: incidence < 2% };
    must 户达标/most per 「二（2）」: 98% <= share(households satisfies meets household_exit; empty is met);
    must 人数/people per 「二（2）」: sum(households: count(members when age(birth) >= 16)) > 10;
  }
}
`
