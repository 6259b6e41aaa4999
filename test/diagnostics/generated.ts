import type { DiagnosticCode } from '../../dsl/diagnostics/catalogue.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { aroundItem, aroundYamlItem } from './preamble.ts'

/** Examples too long for a page: what makes each, and nothing else wrong. */
export const LONG_SOURCES: Readonly<Partial<Record<DiagnosticCode, () => SourceFile>>> = {
  L110: () => ({ file: 'example.policy', text: aroundItem(`须 通水/has_water 依据「一」：饮水安全；\n//${'长'.repeat(4_000_000)}`) }),
  L111: () => ({ file: 'example.policy', text: aroundItem(`须 通水/has_water 依据「一」：${'（'.repeat(300)}饮水安全${'）'.repeat(300)}；`) }),
  P501: () => ({ file: 'example.policy.yaml', text: aroundYamlItem(`- must: 通水/has_water # ${'长'.repeat(4_000_000)}\n  cite: 一\n  is: 饮水安全\n`) }),
  P502: () => ({ file: 'example.policy.yaml', text: aroundYamlItem(`- must: 通水/has_water\n  cite: 一\n  is: ${'['.repeat(80)}${']'.repeat(80)}\n`) }),
}
