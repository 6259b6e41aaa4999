import { describe, expect, test } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { explain, explanationText } from '../../engine/explain/index.ts'
import { decide } from '../../engine/index.ts'
import type { Facts, Lang, Times } from '../../engine/types.ts'
import { AT, GOOD, PROGRAM } from './fixture.ts'

/** The text about a household under the exit standard. */
function told(facts: Facts, lang: Lang, detail: 'brief' | 'full' = 'brief', times: Times = AT): string {
  return explanationText(explain(PROGRAM, facts, decide(PROGRAM, 'household_exit', facts, times)), lang, { detail })
}

const POOR: Facts = { ...GOOD, net_income: '18307.5' }
const CHILD = { 姓名: '小明', dropout: true, dropout_cause: '因贫', ill: true, aided: false }
const VILLAGE: Facts = { id: 'V-1', has_team: true, households: Array.from({ length: 50 }, (_, i) => ({ poor: i < 3 })) }

describe('what a household is told', () => {
  test('met, in full', () => {
    expect(told(GOOD, 'zh', 'full')).toMatchInlineSnapshot(`
      "这户（H-7）达到「贫困户退出」标准。
      评定日 2019年12月1日，年度 2019年。
      适用条件：未脱贫：是

      逐项结果
      ✓ 符合 收入来源：增收渠道稳定可靠：是（驻村工作队 王五 2019年11月1日认定）。依据《贫困退出办法》四（1）
      ✓ 符合 收入达标：年人均纯收入 3,701.50 元/人·年，超过国家扶贫标准（2019年）3,700 元/人·年。依据《贫困退出办法》四（1）
        - 年人均纯收入 = （家庭纯收入 18,507.50 元/年 ÷ 家庭人口 5 人）四舍五入到 0.01 元/人·年 = 3,701.50 元/人·年
        - 国家扶贫标准 3,700 元/人·年，2019年，出处：县级方案三.1
      ✓ 符合 吃穿不愁：2 项中已有 2 项满足，须全部满足。依据《贫困退出办法》四（1）
        ✓ 符合 吃：不愁吃：是。依据《贫困退出办法》四（1）
        ✓ 符合 穿：不愁穿：是。依据《贫困退出办法》四（1）
      ✓ 符合 住房：住房安全：是（来源：入户调查）。依据《贫困退出办法》四（2）
      ✓ 符合 无因贫辍学：没有成员满足（辍学 且 辍学原因为因贫）。依据《贫困退出办法》四（1）
      ✓ 符合 大病救助：患大病的成员共 1 个，都满足：大病获救助。依据《贫困退出办法》四（1）
      ✓ 没有此情形 当年返贫：没有返贫年度。依据《贫困退出办法》三（2）
      ✓ 没有此情形 有异议：没有异议。依据《贫困退出办法》三（1）
      · 参考 刚性支出：刚性支出已知。依据《贫困退出办法》三（3）"
    `)
    expect(told(GOOD, 'en', 'full')).toMatchInlineSnapshot(`
      "This household (H-7) meets the standard “household exit”.
      Assessed as of 2019-12-01, year 2019.
      Applies where: poor: yes

      Item by item
      ✓ passes income source: source stable: yes (found by work team 王五 on 2019-11-01). [measure, 四（1）]
      ✓ passes income line: net income pc 3,701.50 yuan/person·year, exceeding national line (2019) 3,700 yuan/person·year. [measure, 四（1）]
        - net income pc = (net income 18,507.50 yuan/year ÷ persons 5 person) rounded half up to 0.01 yuan/person·year = 3,701.50 yuan/person·year
        - national line 3,700 yuan/person·year, 2019, from: 县级方案三.1
      ✓ passes food clothing: 2 of 2 hold, all are needed. [measure, 四（1）]
        ✓ passes eat: food: yes. [measure, 四（1）]
        ✓ passes wear: clothing: yes. [measure, 四（1）]
      ✓ passes housing: safe housing: yes (source: survey). [measure, 四（2）]
      ✓ passes no dropout: no member has (dropout and dropout cause being poverty). [measure, 四（1）]
      ✓ passes illness aid: every member with ill (1) has: aided. [measure, 四（1）]
      ✓ not the case returned this year: no returned year. [measure, 三（2）]
      ✓ not the case objected: no objection. [measure, 三（1）]
      · for the record fixed: fixed costs known. [measure, 三（3）]"
    `)
  })

  test('met, in brief: the outcome and nothing to do', () => {
    expect(told(GOOD, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）达到「贫困户退出」标准。
      评定日 2019年12月1日，年度 2019年。"
    `)
  })

  test('unmet by income, to the cent', () => {
    expect(told(POOR, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）未达到「贫困户退出」标准，因为没有通过：「收入达标」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ✗ 不符合 收入达标：年人均纯收入 3,661.50 元/人·年，未超过国家扶贫标准（2019年）3,700 元/人·年，还差 38.51 元/人·年。依据《贫困退出办法》四（1）

      怎样才能改变
      - 收入达标：年人均纯收入须提高到 3,700.01 元/人·年（再增加 38.51 元/人·年）"
    `)
    expect(told(POOR, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) does not meet the standard “household exit”, because it does not pass “income line”.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ✗ fails income line: net income pc 3,661.50 yuan/person·year, not exceeding national line (2019) 3,700 yuan/person·year, short by 38.51 yuan/person·year. [measure, 四（1）]

      What would change it
      - income line: net income pc must rise to 3,700.01 yuan/person·year (another 38.51 yuan/person·year)"
    `)
  })

  test('exactly on the line is not over it', () => {
    expect(told({ ...GOOD, net_income: '18500' }, 'zh')).toContain('还差 0.01 元/人·年')
  })

  test('barred', () => {
    const barred = { ...GOOD, returned_year: 2019 }
    expect(told(barred, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）未达到「贫困户退出」标准，因为没有通过：「当年返贫」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ✗ 有此情形 当年返贫：返贫年度为 2019年，等于年度（2019年）。依据《贫困退出办法》三（2）

      怎样才能改变
      - 「当年返贫」这一情形须消除：须使返贫年度不等于年度"
    `)
    expect(told(barred, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) does not meet the standard “household exit”, because it does not pass “returned this year”.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ✗ is the case returned this year: returned year is 2019, equal to year (2019). [measure, 三（2）]

      What would change it
      - the situation “returned this year” must end: needed: returned year not equal to year"
    `)
  })

  test('suspended until re-checked, then re-checked', () => {
    const objected = { ...GOOD, objections: [{ withdrawn: false }] }
    expect(told(objected, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）暂缓退出（「贫困户退出」标准），因为「有异议」须先复核。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ‖ 暂缓 有异议：第1个异议：已撤回：否。依据《贫困退出办法》三（1）

      由谁复核
      - 有异议：以下任一点做到即可
        - 由县扶贫办复核「有异议」
        - 「有异议」这一情形须消除：第1个异议：已撤回须变为「是」"
    `)
    expect(told(objected, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) is suspended under the standard “household exit”: “objected” must be re-checked first.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ‖ on hold objected: objection 1: withdrawn: no. [measure, 三（1）]

      Who must re-check
      - objected: Any one of these
        - county office must re-check “objected”
        - the situation “objected” must end: objection 1: withdrawn must become “yes”"
    `)
    const recheck = { item: '有异议', role: '县扶贫办', on: '2019-11-25' }
    expect(told({ ...objected, rechecks: [{ ...recheck, result: '符合' }] }, 'zh', 'full')).toContain(
      '✓ 复核通过 有异议：第1个异议：已撤回：否；县扶贫办 2019年11月25日复核：符合。',
    )
    expect(told({ ...objected, rechecks: [{ ...recheck, result: '不符合' }] }, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）未达到「贫困户退出」标准，因为没有通过：「有异议」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ✗ 复核未通过 有异议：第1个异议：已撤回：否；县扶贫办 2019年11月25日复核：不符合。依据《贫困退出办法》三（1）

      怎样才能改变
      - 有异议：以下任一点做到即可
        - 由县扶贫办复核「有异议」
        - 「有异议」这一情形须消除：第1个异议：已撤回须变为「是」"
    `)
  })

  test('undetermined: a judgement nobody has made', () => {
    const { 增收渠道稳定可靠: _, ...rest } = GOOD
    expect(told(rest, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）是否达到「贫困户退出」标准还不能确定，待查清：「收入来源」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ？ 待定 收入来源：增收渠道稳定可靠：未知。依据《贫困退出办法》四（1）

      还缺什么材料（下面任一组查清后，即可判定）
      - 增收渠道稳定可靠（由驻村工作队或村两委认定）"
    `)
    expect(told(rest, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) cannot yet be decided under the standard “household exit”: “income source” still open.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ? open income source: source stable: unknown. [measure, 四（1）]

      Still to be collected (any one of these decides it)
      - source stable (to be found by work team or village committees)"
    `)
  })

  test('undetermined: a judgement by the wrong role, dated later, or contradicted', () => {
    const judged = (...all: Record<string, unknown>[]): string => told({ ...GOOD, 增收渠道稳定可靠: all }, 'zh').split('\n')[4]!
    const one = { value: true, role: '村两委', on: '2019-11-01' }
    expect(judged({ ...one, role: '村民小组' })).toMatchInlineSnapshot(
      `"？ 待定 收入来源：增收渠道稳定可靠：未知（已有村民小组的意见，但不是有权认定的人，不作数）。依据《贫困退出办法》四（1）"`,
    )
    expect(judged({ ...one, on: '2019-12-20' })).toMatchInlineSnapshot(
      `"？ 待定 收入来源：增收渠道稳定可靠：未知（已有的认定晚于评定日，不作数）。依据《贫困退出办法》四（1）"`,
    )
    expect(judged(one, { ...one, role: '驻村工作队', value: false })).toMatchInlineSnapshot(
      `"？ 待定 收入来源：增收渠道稳定可靠：未知（村两委、驻村工作队同一天的认定互相矛盾，不作数）。依据《贫困退出办法》四（1）"`,
    )
  })

  test('undetermined: no line for the year', () => {
    expect(told(GOOD, 'zh', 'brief', { asOf: '2020-06-01', year: 2020 })).toMatchInlineSnapshot(`
      "这户（H-7）是否达到「贫困户退出」标准还不能确定，待查清：「收入达标」。
      评定日 2020年6月1日，年度 2020年。

      逐项结果
      ？ 待定 收入达标：年人均纯收入 3,701.50 元/人·年，是否超过国家扶贫标准还不能确定（这一时点没有规定数值）。依据《贫困退出办法》四（1）

      不是补材料能解决的
      - 参数「国家扶贫标准」没有 2020年的数值，须由制定部门补充"
    `)
    expect(told(GOOD, 'en', 'brief', { asOf: '2020-06-01', year: 2020 })).toMatchInlineSnapshot(`
      "This household (H-7) cannot yet be decided under the standard “household exit”: “income line” still open.
      Assessed as of 2020-06-01, year 2020.

      Item by item
      ? open income line: net income pc 3,701.50 yuan/person·year; whether exceeding national line is not yet known (no value is laid down for this time). [measure, 四（1）]

      Not to be mended by collecting facts
      - the parameter “national line” has no value for 2020; its issuer must supply it"
    `)
  })

  test('undetermined: wrong source and an incomplete list', () => {
    const facts = { ...GOOD, 住房安全: { value: true, source: '自报' }, members: { items: GOOD.members, partial: true } }
    expect(told(facts, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）是否达到「贫困户退出」标准还不能确定，待查清：「住房」、「无因贫辍学」、「大病救助」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ？ 待定 住房：住房安全：未知（已报的数来自自报，不是规定的来源，不作数）。依据《贫困退出办法》四（2）
      ？ 待定 无因贫辍学：成员的名单不全。依据《贫困退出办法》四（1）
      ？ 待定 大病救助：成员的名单不全。依据《贫困退出办法》四（1）

      还缺什么材料（全部查清且结果合格，即可达到标准）
      - 成员名单中未列出的部分
      - 住房安全（须采自入户调查；已报的数来自自报，不是规定的来源，不作数）

      查出下面任一组不合格，即不能达到标准
      - 成员名单中未列出的部分
      - 住房安全（须采自入户调查；已报的数来自自报，不是规定的来源，不作数）"
    `)
    expect(told(facts, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) cannot yet be decided under the standard “household exit”: “housing”, “no dropout” and “illness aid” still open.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ? open housing: safe housing: unknown (the figure given comes from self reported, not from the required source, and does not count). [measure, 四（2）]
      ? open no dropout: the list of members is incomplete. [measure, 四（1）]
      ? open illness aid: the list of members is incomplete. [measure, 四（1）]

      Still to be collected (all of it, coming out well, suffices)
      - what the list of members leaves out
      - safe housing (must come from survey; the figure given comes from self reported, not from the required source, and does not count)

      Any one of these, coming out badly, decides against it
      - what the list of members leaves out
      - safe housing (must come from survey; the figure given comes from self reported, not from the required source, and does not count)"
    `)
  })

  test('nothing is known but that the household is poor', () => {
    expect(told({ poor: true }, 'zh')).toMatchInlineSnapshot(`
      "这户是否达到「贫困户退出」标准还不能确定，待查清：「收入来源」、「收入达标」、「吃穿不愁」、「住房」、「无因贫辍学」、「大病救助」、「当年返贫」、「有异议」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ？ 待定 收入来源：增收渠道稳定可靠：未知。依据《贫困退出办法》四（1）
      ？ 待定 收入达标：年人均纯收入尚未确定（0 至 10,000,000 元/人·年），是否超过国家扶贫标准（2019年）3,700 元/人·年还不能确定。依据《贫困退出办法》四（1）
      ？ 待定 吃穿不愁：2 项中已有 0 项满足，须全部满足。依据《贫困退出办法》四（1）
        ？ 待定 吃：不愁吃：未知。依据《贫困退出办法》四（1）
        ？ 待定 穿：不愁穿：未知。依据《贫困退出办法》四（1）
      ？ 待定 住房：住房安全：未知。依据《贫困退出办法》四（2）
      ？ 待定 无因贫辍学：成员的名单未知。依据《贫困退出办法》四（1）
      ？ 待定 大病救助：成员的名单未知。依据《贫困退出办法》四（1）
      ？ 待定 当年返贫：返贫年度未知，是否等于年度（2019年）还不能确定。依据《贫困退出办法》三（2）
      ？ 待定 有异议：异议的名单未知。依据《贫困退出办法》三（1）

      还缺什么材料（全部查清且结果合格，即可达到标准）
      - 不愁穿
      - 不愁吃
      - 成员的名单
      - 家庭纯收入
      - 异议的名单
      - 家庭人口
      - 返贫年度
      - 住房安全（须采自入户调查）
      - 增收渠道稳定可靠（由驻村工作队或村两委认定）

      查出下面任一组不合格，即不能达到标准
      - 不愁穿
      - 不愁吃
      - 成员的名单
      - 返贫年度
      - 住房安全（须采自入户调查）
      - 增收渠道稳定可靠（由驻村工作队或村两委认定）
      - 同时需要
        - 家庭纯收入
        - 家庭人口"
    `)
  })

  test('met by a recorded departure', () => {
    const departures = [{ item: '住房', reason: '已列入改造计划', by: '赵六', on: '2019-11-20' }]
    const facts = { ...GOOD, 住房安全: { value: false, source: '入户调查' }, departures }
    expect(told(facts, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）达到「贫困户退出」标准。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ✓ 例外通过 住房：住房安全：否（来源：入户调查）；原则上的要求，已记录例外：已列入改造计划（赵六，2019年11月20日）。依据《贫困退出办法》四（2）"
    `)
    expect(told(facts, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) meets the standard “household exit”.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ✓ passes by exception housing: safe housing: no (source: survey); required in principle, departure recorded: 已列入改造计划 (赵六, 2019-11-20). [measure, 四（2）]"
    `)
  })

  test('a quantifier names the member', () => {
    const facts = { ...GOOD, members: [...GOOD.members, CHILD] }
    expect(told(facts, 'zh')).toMatchInlineSnapshot(`
      "这户（H-7）未达到「贫困户退出」标准，因为没有通过：「无因贫辍学」、「大病救助」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ✗ 不符合 无因贫辍学：第4个成员（小明）：辍学：是；辍学原因为因贫。依据《贫困退出办法》四（1）
      ✗ 不符合 大病救助：第4个成员（小明）：大病获救助：否。依据《贫困退出办法》四（1）

      怎样才能改变
      - 无因贫辍学：第4个成员（小明）
        - 以下任一点做到即可
          - 辍学须变为「否」
          - 须使辍学原因不为因贫
      - 大病救助：第4个成员（小明）：大病获救助须变为「是」"
    `)
    expect(told(facts, 'en')).toMatchInlineSnapshot(`
      "This household (H-7) does not meet the standard “household exit”, because it does not pass “no dropout” and “illness aid”.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ✗ fails no dropout: member 4 (小明): dropout: yes; dropout cause is poverty. [measure, 四（1）]
      ✗ fails illness aid: member 4 (小明): aided: no. [measure, 四（1）]

      What would change it
      - no dropout: member 4 (小明)
        - Any one of these
          - dropout must become “no”
          - needed: dropout cause not being poverty
      - illness aid: member 4 (小明): aided must become “yes”"
    `)
  })

  test('the share of a village', () => {
    const decision = decide(PROGRAM, 'village_exit', VILLAGE, AT)
    const explanation = explain(PROGRAM, VILLAGE, decision)
    expect(explanationText(explanation, 'zh', { detail: 'brief' })).toMatchInlineSnapshot(`
      "这村（V-1）未达到「贫困村退出」标准，因为没有通过：「贫困发生率」。
      评定日 2019年12月1日，年度 2019年。

      逐项结果
      ✗ 不符合 贫困发生率：贫困发生率 6%（50 户中有 3 户），高于 2%，超出 4 个百分点。依据《贫困退出办法》四（2）

      怎样才能改变
      - 贫困发生率：以下任一点做到即可
        - 贫困发生率须降到 2%（再减少 4 个百分点）；户中，未脱贫的至少须减少 2 户（50 户中至多 1 户）
        - 「贫困发生率」是原则上的要求，有正当理由的可以记录例外（写明理由、记录人和日期）"
    `)
    expect(explanationText(explanation, 'en', { detail: 'brief' })).toMatchInlineSnapshot(`
      "This village (V-1) does not meet the standard “village exit”, because it does not pass “incidence”.
      Assessed as of 2019-12-01, year 2019.

      Item by item
      ✗ fails incidence: incidence 6% (household: 3 of 50), more than 2%, over by 4 percentage points. [measure, 四（2）]

      What would change it
      - incidence: Any one of these
        - incidence must fall to 2% (less by 4 percentage points); at least 2 fewer household with poor (at most 1 of 50)
        - “incidence” binds in principle: with good cause a departure may be recorded (reason, person and date)"
    `)
  })

  test('a bar with parts speaks of situations, and of no distance', () => {
    const [standard] = PROGRAM.standards
    const income = standard!.items.find((item) => item.id === 'income_line')!
    const eat = standard!.items.find((item) => item.id === 'food_clothing')!.group!.parts[0]!
    const { condition: _, ...rest } = income
    const parts = [{ ...income, kind: 'part' as const, id: 'rich' }, eat]
    const bar = { ...rest, kind: 'bar' as const, id: 'bar', zh: '不在范围', group: { mode: 'any' as const, parts } }
    const program = { ...PROGRAM, standards: [{ ...standard!, items: [bar] }] }
    const facts = { ...GOOD, net_income: '18307.5' }
    const text = explanationText(explain(program, facts, decide(program, 'household_exit', facts, AT)), 'zh', { detail: 'full' })
    expect(text.split('\n').slice(5, 7)).toEqual([
      '✗ 有此情形 不在范围：2 种情形中有 1 种，有任一种即算。依据《贫困退出办法》四（1）',
      '  ✓ 没有此情形 收入达标：年人均纯收入 3,661.50 元/人·年，未超过国家扶贫标准（2019年）3,700 元/人·年。依据《贫困退出办法》四（1）',
    ])
  })

  test('not applicable, and refused', () => {
    expect(told({ ...GOOD, poor: false }, 'zh')).toMatchInlineSnapshot(`
      "「贫困户退出」标准不适用于这户（H-7）。
      评定日 2019年12月1日，年度 2019年。
      适用条件：未脱贫：否"
    `)
    expect(told({ ...GOOD, persons: 0 }, 'zh')).toMatchInlineSnapshot(`
      "这份材料有误，没有评定：
      - persons：错误 F609"
    `)
  })
})

describe('more missing than can be listed', () => {
  test('says so instead of nothing', () => {
    const village =
      compile(`政策 甲/a { 施行 自 2019-01-01；来源 乙/b { 条「一」 } 实体 户/household { 字段 好/good：真假 } 实体 村/village { 字段 农户/households：列表 户 }
      标准 丙/c 适用于 村 依据「一」 { 须 丁/d 依据「一」：每个 农户 满足 好；} }`).program!
    const facts = { households: Array.from({ length: 1500 }, () => ({})) }
    const decision = decide(village, 'c', facts, { asOf: '2019-12-01', year: 2019 })
    const text = (lang: 'zh' | 'en') => explanationText(explain(village, facts, decision), lang, { detail: 'brief' })
    expect(text('zh')).toContain('缺的事实太多')
    expect(text('en')).toContain('Too many facts are missing')
  })
})
