import type { Lang } from '../types.ts'
import type { Explanation } from './explanation.ts'
import { type Detail, type ExplanationNode, explanationNodes } from './nodes.ts'

export interface TextOptions {
  readonly detail: Detail
}

function lineOf(node: ExplanationNode, lang: Lang): string {
  const marked = node.mark === '' ? node.text : `${node.mark} ${node.text}`
  return node.cite === undefined ? marked : `${marked}${lang === 'zh' ? '' : ' '}${node.cite}`
}

function below(nodes: readonly ExplanationNode[], depth: number, lang: Lang): string[] {
  const indent = '  '.repeat(depth)
  return nodes.flatMap((node) => [
    `${indent}${node.mark === '' ? '- ' : ''}${lineOf(node, lang)}`,
    ...below(node.children, depth + 1, lang),
  ])
}

/** The explanation as plain lines, the outcome first; sections are set off by an empty line. Ends without a line break. */
export function explanationText(explanation: Explanation, lang: Lang, options: TextOptions): string {
  const root = explanationNodes(explanation, lang, options.detail)
  const lines = [lineOf(root, lang)]
  if (explanation.kind === 'rejected') return [...lines, ...below(root.children, 0, lang)].join('\n')
  for (const section of root.children) {
    if (section.children.length === 0) lines.push(lineOf(section, lang))
    else lines.push('', lineOf(section, lang), ...below(section.children, 0, lang))
  }
  return lines.join('\n')
}
