import type { Entity, Program } from '../../dsl/lower/program.ts'
import type { Lang } from '../types.ts'

/** A fact's path for a reader: `members[1].dropout` is 成员[1].辍学 in Chinese, `income@2018` 收入〔2018〕; itself in English. Steps nobody declared stay as they are. */
export function pathText(program: Program, entity: string, path: string, lang: Lang): string {
  if (lang === 'en') return path
  let at: Entity | undefined = program.entities.find((e) => e.id === entity)
  return path
    .split('.')
    .map((step) => {
      const [, name = step, year, index = ''] = /^([^[\]@]+)(?:@(\d+))?(.*)$/.exec(step) ?? []
      const field = at?.fields.find((f) => f.id === name)
      const below = field && 'entity' in field.type ? field.type.entity : undefined
      at = program.entities.find((e) => e.id === below)
      return `${field?.zh ?? name}${year === undefined ? '' : `〔${year}〕`}${index}`
    })
    .join('.')
}
