import { createEditor } from './monaco/create.ts'
import { exposeToTests } from './monaco/expose.ts'
import type { PageLanguage } from './monaco/locale.ts'

// In the words of the standard; shown until a policy is opened.
const sample = `政策 示例 {
  单位 户
  标准 贫困户退出/household_exit {
    必须 收入达标/income_line 依据「四（1）」：人均可支配收入 ≥ 4000元；
    必须 不愁吃/food 依据「四（1）」：饮水安全 且 主食 足够；  # 按年核对
  }
}
`

/** Mounts the application into the shell of index.html. */
export function startApp(language: PageLanguage): void {
  const host = document.getElementById('source-body')
  if (host === null) throw new Error('index.html has no #source-body')
  const editor = createEditor(host, { text: sample, language: 'plaintext', pageLanguage: language })
  exposeToTests(editor, location.search)
}
