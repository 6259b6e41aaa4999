import { test } from 'vitest'
import { describe as words } from '../../dsl/diagnostics/describe.ts'
import { compile } from '../../dsl/pipeline.ts'
import { VOCABULARY } from './fixture.ts'
test('x', () => {
  const c = compile([VOCABULARY, { file: 'a.policy.yaml', text: `policy: 甲/p
do:
  - in_force: {from: "2016-05-01"}
  - use: 词汇表
  - source: 办法/m
  - standard: 户退出/exit
    for: 户
    cite: 四（1）
    do:
      - must: 收入达标/income_line
        cite: 四（1）
        is: "年人均纯收入 超过 国家扶贫标准"
      - must: b
        cite: 一
      - must: c
        cite: 一
        of: "全部"
        do: []
      - must: d
        cite: 一
        is: "返贫年度 < 2019年"
      - must: e
        cite: 一
        stating: "3 项"
        do:
          - part: f
            cite: 一
            is: "年人均纯收入超过国家扶贫标准"
` }])
  for (const d of c.diagnostics) console.log(d.code, d.span.file, d.span.start, words(d, 'zh').title, JSON.stringify(d.args), JSON.stringify(d.fixes))
})
