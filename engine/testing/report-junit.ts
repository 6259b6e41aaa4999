import type { Difference, TestResult } from './suite.ts'

/** JUnit XML of the results, one testsuite per file; control characters that XML forbids are replaced. */
export function junitReport(results: readonly TestResult[], words: (difference: Difference) => string): string {
  const suites = group(results)
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  const failed = results.filter((r) => r.status === 'failed').length
  lines.push(`<testsuites tests="${results.length}" failures="${failed}">`)
  for (const [file, cases] of suites) {
    lines.push(
      `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${cases.filter((c) => c.status === 'failed').length}">`,
    )
    for (const c of cases) {
      const head = `    <testcase classname="${xml(file)}" name="${xml(c.name)}" file="${xml(file)}" line="${c.line}"`
      if (c.status === 'passed') lines.push(`${head}/>`)
      else {
        const text = c.differences.map(words)
        lines.push(
          `${head}>`,
          `      <failure message="${xml(text[0] ?? '')}">${xml(text.join('\n'))}</failure>`,
          '    </testcase>',
        )
      }
    }
    lines.push('  </testsuite>')
  }
  lines.push('</testsuites>', '')
  return lines.join('\n')
}

function group(results: readonly TestResult[]): Map<string, TestResult[]> {
  const groups = new Map<string, TestResult[]>()
  for (const result of results) groups.set(result.suite, [...(groups.get(result.suite) ?? []), result])
  return groups
}

function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
