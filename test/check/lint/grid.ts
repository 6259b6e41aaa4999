import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import { compile } from '../../../dsl/pipeline.ts'
import type { SourceFile } from '../../../dsl/source/source-file.ts'
import { type Facts, prepare } from '../../../engine/index.ts'

/** Facts few enough to try every household there can be. */
const VOCABULARY: SourceFile = {
  file: 'v',
  text: `词汇 小词汇/small {
  枚举 类别/kind { 红/red；绿/green；蓝/blue }
  实体 户/household {
    字段 数/number：整数，范围 0 至 4；
    字段 幅/width：整数，范围 0 至 2；
    字段 次/times：整数，范围 0 至 2，可无；
    字段 类/sort：类别；
    字段 甲/first：真假；
    字段 乙/second：真假；
  }
}`,
}

/** Every household of that vocabulary. */
export const GRID: readonly Facts[] = [0, 1, 2, 3, 4].flatMap((number) =>
  [0, 1, 2].flatMap((width) =>
    [0, 1, 2, '无'].flatMap((times) =>
      ['red', 'green', 'blue'].flatMap((sort) =>
        [true, false].flatMap((first) => [true, false].map((second) => ({ number, width, times, sort, first, second }))),
      ),
    ),
  ),
)

const TIMES = { asOf: '2019-12-31', year: 2019 }

/** A policy with these declarations before a standard of one item. */
export function around(declarations: string, condition: string): SourceFile {
  const head = '政策 例/example { 施行 自 2019-01-01；采用 小词汇；来源 办法/measure { 条「一」 }\n'
  return {
    file: 'p',
    text: `${head}${declarations}\n标准 退出/exit 适用于 户 依据「一」{ 须 一项/one 依据「一」：${condition}； } }`,
  }
}

/** What is found in a policy. */
export function found(source: SourceFile): readonly Diagnostic[] {
  return compile([source, VOCABULARY]).diagnostics
}

/** For every household of the grid, whether the engine finds that it meets the standard; undefined where that stays open. */
export function outcomes(source: SourceFile): readonly (boolean | undefined)[] {
  const { program, diagnostics } = compile([source, VOCABULARY])
  if (!program) throw new Error(`${source.text}\n${diagnostics.map((one) => one.code).join(' ')}`)
  const prepared = prepare(program, 'exit')
  return GRID.map((facts) => {
    const verdict = prepared.verdict(facts, TIMES)
    return verdict === 'met' ? true : verdict === 'unmet' ? false : undefined
  })
}

/** The same for a condition alone. */
export function truths(condition: string): readonly (boolean | undefined)[] {
  return outcomes(around('', condition))
}
