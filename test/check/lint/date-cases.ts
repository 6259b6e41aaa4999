import type { SourceFile } from '../../../dsl/source/source-file.ts'
import type { LintCase } from './rule-cases.ts'

/** A policy in force 2016-05-01 to 2020-12-31 with a parameter that its one rule reads. */
function withParameter(parameter: string, use = '年人均纯收入 > 线', force = '自 2016-05-01 至 2020-12-31'): SourceFile {
  return {
    file: 'p',
    text: `政策 甲办法/p { 施行 ${force}；地区 410122；采用 词汇表；来源 办法/m「办法」{ 条「一」 }
${parameter}
标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：${use}；} }`,
  }
}

const line = (entries: string, more = '') => withParameter(`参数 线/line：金额 元/人·年 按 年度 依据「一」${more}{ ${entries} }`)
const missing = (entries: string, more = '') =>
  withParameter(`参数 «线/line»：金额 元/人·年 按 年度 依据「一」${more}{ ${entries} }`)

export const DATE_CASES: readonly LintCase[] = [
  {
    code: 'D501',
    what: 'no value and no word about it',
    bad: withParameter('参数 «线/line»：金额 元/人·年 按 年度 依据「一」；'),
    good: line('值 自 2016年：3000'),
    labels: ['force'],
  },
  {
    code: 'D502',
    what: 'no value, said so',
    bad: withParameter('参数 «线/line»：金额 元/人·年 按 年度 依据「一」说明「文件没有给数」；'),
    good: line('值：3000'),
    args: { missing: '2016年 至 2020年', missingEn: '2016 to 2020' },
  },
  {
    code: 'D502',
    what: 'years before and after',
    bad: missing('值 自 2018年 至 2019年：3000'),
    good: line('值 自 2014年 至 2017年：2000；值 自 2018年：3000'),
    args: { missing: '2016年 至 2017年、2020年', missingEn: '2016 to 2017, 2020' },
    labels: ['force'],
  },
  {
    code: 'D502',
    what: 'of another region only',
    bad: missing('值 地区 420000：3000'),
    good: line('值 地区 410000：3000'),
    args: { missing: '2016年 至 2020年' },
  },
  {
    code: 'D502',
    what: 'days',
    bad: withParameter('参数 «线/line»：金额 元/人·年 按 评定日 依据「一」{ 值 自 2016-05-01 至 2020-06-30：3000 }'),
    good: withParameter('参数 线/line：金额 元/人·年 按 评定日 依据「一」{ 值 自 2016年 至 2020年：3000 }'),
    args: { missing: '2020-07-01 至 2020-12-31', missingEn: '2020-07-01 to 2020-12-31' },
  },
  {
    code: 'D502',
    what: 'an open end',
    bad: withParameter(
      '参数 «线/line»：金额 元/人·年 按 年度 依据「一」{ 值 自 2016年 至 2019年：3000 }',
      '年人均纯收入 > 线',
      '自 2016-05-01',
    ),
    good: withParameter(
      '参数 线/line：金额 元/人·年 按 年度 依据「一」{ 值 自 2016年：3000 }',
      '年人均纯收入 > 线',
      '自 2016-05-01',
    ),
    args: { missing: '2020年 起', missingEn: 'from 2020' },
  },
  {
    code: 'D502',
    what: 'of one category that is asked for',
    bad: withParameter(
      '参数 «线/line»：金额 元/人·年 按 年度 分 标准类别 依据「一」{ 值 类别 国家：3000；值 自 2018年 类别 省：4000 }',
      '年人均纯收入 > 线（省）',
    ),
    good: withParameter(
      '参数 线/line：金额 元/人·年 按 年度 分 标准类别 依据「一」{ 值 类别 国家：3000；值 自 2018年 类别 省：4000 }',
      '年人均纯收入 > 线（国家）',
    ),
    args: { missing: '省：2016年 至 2017年', missingEn: 'province: 2016 to 2017' },
  },
  {
    code: 'D503',
    what: 'one year twice',
    bad: line('值 自 2016年 至 2018年：3000；«值» 自 2018年：3500'),
    good: line('值 自 2016年 至 2017年：3000；值 自 2018年：3500'),
    args: { name: '线', overlap: '2018年', overlapEn: '2018' },
    fixes: 1,
    labels: ['other'],
  },
  {
    code: 'D503',
    what: 'an open end',
    bad: line('值 自 2016年：3000；«值» 自 2018年：3500'),
    good: line('值 自 2016年：3000；值 自 2018年 地区 410000：3500'),
    args: { overlap: '2018年 起' },
    fixes: 1,
  },
  {
    code: 'D503',
    what: 'the same days, nothing to mend by itself',
    bad: withParameter('参数 线/line：金额 元/人·年 按 评定日 依据「一」{ 值 自 2016-05-01：3000；«值» 自 2016-05-01：3500 }'),
    good: withParameter(
      '参数 线/line：金额 元/人·年 按 评定日 依据「一」{ 值 自 2016-05-01 至 2016-05-01：3000；值 自 2016-05-02：3500 }',
    ),
    fixes: 0,
  },
  {
    code: 'D504',
    what: 'a year between',
    bad: line('值 自 2016年 至 2017年：3000；值 自 «2019年»：3500'),
    good: line('值 自 2016年 至 2018年：3000；值 自 2019年：3500'),
    args: { name: '线', gap: '2018年', gapEn: '2018' },
    labels: ['other'],
  },
  {
    code: 'D504',
    what: 'not where the region around has a value',
    bad: line(
      '值 自 2018年 地区 410000：3000；值 至 2015年 地区 410000：2000；值 自 2016年 地区 410100：3300'.replace(
        '2018年',
        '«2018年»',
      ),
    ),
    good: line('值 自 2016年 地区 410000：3000；值 至 2016年 地区 410100：3300；值 自 2018年 地区 410100：3500'),
    args: { gap: '2016年 至 2017年' },
  },
  {
    code: 'D505',
    what: 'a year after the end',
    bad: line('值 自 2016年 至 2020年：3000；«值» 自 2021年：3500'),
    good: line('值 自 2016年 至 2019年：3000；值 自 2020年：3500'),
    labels: ['force'],
  },
  {
    code: 'D506',
    what: 'a policy that ends before it begins',
    bad: withParameter('', '增收稳定', '自 2020-05-01 至 «2016-12-31»'),
    good: withParameter('', '增收稳定', '自 2020-05-01 至 2020-05-01'),
    args: { kind: '施行', kindEn: 'in_force', from: '2020-05-01', to: '2016-12-31' },
    fixes: 1,
  },
  {
    code: 'D506',
    what: 'a value',
    bad: line('值 至 2017年：2000；值 自 2019年 至 «2018年»：3000；值 自 2020年：4000'),
    good: line('值 自 2018年 至 2019年：3000；值 自 2020年：4000；值 至 2017年：2000'),
    fixes: 1,
  },
  {
    code: 'D506',
    what: 'the only value: that it leaves the parameter without any is no second finding',
    bad: line('值 自 2020年 至 «2016年»：3000'),
    good: line('值 自 2016年 至 2020年：3000'),
    fixes: 1,
  },
  {
    code: 'D506',
    what: 'a relation',
    bad: withParameter('约束 有房/housed 适用于 户 自 2020年 至 «2019年» 出处「约定」：若 增收稳定 则 没有 异议；', '增收稳定'),
    good: withParameter('约束 有房/housed 适用于 户 自 2019年 至 2019年 出处「约定」：若 增收稳定 则 没有 异议；', '增收稳定'),
    fixes: 1,
  },
]
