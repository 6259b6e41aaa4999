import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'

export const POLICY = `
词汇 小词汇/small {
  角色 村两委/committees；
  实体 成员/member { 字段 辍学/dropout：真假；字段 参保/insured：真假 }
  实体 户/household {
    字段 收入/income：金额 元/人·年，范围 0 至 1000000；
    字段 饮水安全/water：真假；
    字段 成员/members：列表 成员，至多 10；
    认定 来源稳定/stable 由 村两委；
  }
}
政策 小政策/tiny {
  施行 自 2016-01-01；采用 小词汇；
  来源 办法/measure { 条「一」；条「二」 }
  标准 退出/exit 适用于 户 依据「一」{
    须 收入达标/income_line 依据「一」：收入 超过 3700；
    须 饮水/water_ok 依据「一」：饮水安全；
    须 来源/source 依据「一」：来源稳定；
    须 参保/insured_all 依据「二」：每个 成员 满足 参保；
    不得 缺水/no_water 依据「二」：非 饮水安全；
  }
}
`

/** The fixture's program; fails loudly when the fixture itself does not compile. */
export function tinyProgram(): Program {
  const { program, diagnostics } = compile(POLICY)
  if (!program)
    throw new Error(`fixture: ${diagnostics.map((d) => `${d.code} at ${POLICY.slice(d.span.start, d.span.end)}`).join('; ')}`)
  return program
}
