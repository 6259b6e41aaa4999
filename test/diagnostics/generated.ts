import type { DiagnosticCode } from '../../dsl/diagnostics/catalogue.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { aroundItem, aroundYamlItem } from './preamble.ts'

const water = '须 通水/has_water 依据「一」：'

/** Examples too long for a page: nothing in them is wrong but their size or depth. */
export const LONG_SOURCES: Readonly<Partial<Record<DiagnosticCode, () => SourceFile>>> = {
  L110: () => ({ file: 'example.policy', text: aroundItem(`${water}饮水安全；\n//${'长'.repeat(1_500_000)}`) }),
  L111: () => ({ file: 'example.policy', text: aroundItem(`${water}${'（'.repeat(300)}饮水安全${'）'.repeat(300)}；`) }),
  P501: () => yaml(`- must: 通水/has_water # ${'长'.repeat(1_500_000)}\n  cite: 一\n  is: 饮水安全\n`),
  P502: () => yaml(`- must: 通水/has_water\n  cite: 一\n  is: ${'['.repeat(80)}${']'.repeat(80)}\n`),
}

function yaml(items: string): SourceFile {
  return { file: 'example.policy.yaml', text: aroundYamlItem(items) }
}

/** Facts that JSON cannot write down, or only at great length. */
export const LONG_FACTS: Readonly<Partial<Record<DiagnosticCode, () => unknown>>> = {
  F627: () => {
    const household: Record<string, unknown> = {}
    household['所在村'] = { 农户: [household] }
    return household
  },
  F628: () => {
    let household: object = {}
    for (let i = 0; i < 15; i++) household = { 所在村: { 农户: [{ ...household }, household, household] } }
    return household
  },
  F629: () => Object.defineProperty({}, '户主', { enumerable: true, get: () => JSON.parse('x') }),
}

/** Case files that JSON cannot write down, or only at great length. */
export const LONG_CASES: Readonly<Partial<Record<DiagnosticCode, () => unknown>>> = {
  K121: () => ({ 程序: '户退出程序', 年度: 2019, 对象: ['甲户'], 记录: new Array(20_001).fill({}) }),
  K129: () => Object.defineProperty({}, '程序', { enumerable: true, get: () => JSON.parse('x') }),
}
