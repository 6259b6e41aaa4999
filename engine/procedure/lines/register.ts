import type { ActOf } from '../../../dsl/lower/program-procedure.ts'
import type { LineAt } from '../layout.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'

/** 登记: that act was registered, with that label, at one of those places. */
export function judgeRegister(verdict: Verdict, scene: Scene, line: LineAt): void {
  const { act, label } = line.act as ActOf<'registers'>
  const { registered } = scene.act
  const { ids } = scene.layout.places
  const place = registered?.place
  const same =
    registered?.act === act &&
    (label === undefined || registered.label === label) &&
    (line.places.length === 0 || (place !== undefined && line.places.includes(place)))
  if (same) return
  const found =
    registered && [registered.act, registered.label ?? '', place === undefined ? '' : ids[place]!].filter((one) => one !== '')
  const required = [act, ...(label === undefined ? [] : [label]), ...line.places.map((one) => ids[one]!)]
  breach(verdict, scene, line, 'register', found ?? [], required)
}
