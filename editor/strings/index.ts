import { en } from './en.ts'
import type { PageWords } from './words.ts'
import { zh } from './zh.ts'

export type { PageWords }

/** The page's words in its language. */
export function pageWords(language: 'zh' | 'en'): PageWords {
  return language === 'zh' ? zh : en
}
