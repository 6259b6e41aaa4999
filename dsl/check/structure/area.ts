import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import { clause, mainValue } from '../../syntax/access.ts'
import type { Decl, Quoted } from '../../syntax/declaration.ts'

/** GB/T 2260: six digits, the first two a province, autonomous region, municipality or special region. */
const AREA = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/

/** T353: an area code that names no place (地区 of a policy, 地区 of a parameter's value). */
export function areaFindings(decl: Decl): readonly Diagnostic[] {
  const codes: readonly (Quoted | undefined)[] = [
    decl.kind === 'jurisdiction' ? mainValue(decl, 'jurisdiction') : undefined,
    decl.kind === 'entry' ? clause(decl, 'area') : undefined,
  ]
  return codes.flatMap((code) =>
    code === undefined || AREA.test(code.text) ? [] : [finding('T353', code.span, { code: code.text })],
  )
}
