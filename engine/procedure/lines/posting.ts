import { dayText, lastOfPosting } from '../days.ts'
import type { LineAt } from '../layout.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'

/** 公示, 公告: long enough, not too long where exactness is asked, and at every place. Judged once complete. */
export function judgePosting(verdict: Verdict, scene: Scene, line: LineAt): void {
  const { act, layout, on, completion } = scene
  if (completion === undefined || completion > on) return
  if (line.length !== undefined && act.until !== undefined) {
    const last = lastOfPosting(layout.days, act.on, line.length)
    if (last === undefined) verdict.doubts.push({ kind: 'calendar' })
    else if (act.until < last) breach(verdict, scene, line, 'short', [dayText(act.until)], [dayText(last)])
    else if (act.until > last && 'exactly' in line.act && line.act.exactly === true)
      breach(verdict, scene, line, 'long', [dayText(act.until)], [dayText(last)])
  }
  if (line.places.every((place) => act.places.includes(place))) return
  const ids = (places: readonly number[]) => places.map((place) => layout.places.ids[place]!)
  breach(verdict, scene, line, 'place', ids(act.places), ids(line.places))
}
