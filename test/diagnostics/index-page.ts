import { CATALOGUE, codeEntry } from '../../dsl/diagnostics/catalogue.ts'
import type { Words } from '../../dsl/diagnostics/diagnostic.ts'
import { VOCABULARY } from './preamble.ts'

const PHASES: readonly (readonly [string, string])[] = [
  ['L', '字符 Characters'],
  ['P', '写法 Syntax'],
  ['N', '名称 Names'],
  ['T', '值与结构 Values and structure'],
  ['R', '规则 Rules'],
  ['D', '日期与参数 Dates and figures'],
  ['W', '程序与时间表 Procedures and timetables'],
  ['F', '事实 Facts'],
  ['K', '案件与历史 Cases and histories'],
  ['S', '测试 Policy tests'],
  ['C', '命令 Calls'],
]

/** A title with its placeholders shown as gaps, fit for a table's cell. */
function shown({ title }: Words): string {
  return title.replace(/\{[a-zA-Z]+\}/g, '…').replaceAll('|', '\\|')
}

/** The index of every code, as docs/errors.md holds it. */
export function indexPage(): string {
  const codes = Object.keys(CATALOGUE).sort()
  const known = codes.filter((code) => PHASES.some(([letter]) => code.startsWith(letter)))
  if (known.length !== codes.length)
    throw new Error(`codes of no phase: ${codes.filter((code) => !known.includes(code)).join(' ')}`)
  const sections = PHASES.flatMap(([letter, heading]) => {
    const rows = codes
      .filter((code) => code.startsWith(letter))
      .map((code) => {
        const { severity, zh, en } = codeEntry(code)!
        const mark = { error: '错误 error', warning: '警告 warning', info: '提示 info' }[severity]
        return `| [${code}](../dsl/diagnostics/pages/${code}.md) | ${mark} | ${shown(zh)} | ${shown(en)} |`
      })
    return rows.length === 0 ? [] : [`## ${heading}\n\n| | | | |\n|---|---|---|---|\n${rows.join('\n')}\n`]
  })
  return `# 错误索引 Error index

每条信息有一个编号，编号的意思不再改变。点编号看为什么有这一条、一个错误的例子和一个正确的例子；例子都由测试执行。

Every message has a code, and a code keeps its meaning. Behind each stands why it exists, an example that gives it and one that does not; a test runs them all.

${sections.join('\n')}
## 例子共用的词汇 The vocabulary of the examples

标 *item* 的例子写在关于户的标准里，标 *part* 的写在政策里面。Examples marked *item* stand inside a standard about households, those marked *part* inside a policy.

\`\`\`policy
${VOCABULARY.trimEnd()}
\`\`\`
`
}
