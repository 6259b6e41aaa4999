import type { LineAt } from '../layout.ts'
import type { ActRead } from '../log.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'
import { named } from './people.ts'

const LISTS = { notify: 'notified', archive: 'archived', filing: 'filed' } as const

/** 送达, 归档, 备案: every role is in the act's list. */
export function judgeTold(verdict: Verdict, scene: Scene, line: LineAt, code: keyof typeof LISTS): void {
  const list: readonly number[] = scene.act[LISTS[code]] satisfies ActRead['notified']
  if (line.roles.every((role) => list.includes(role))) return
  breach(verdict, scene, line, code, named(scene, list), named(scene, line.roles))
}
