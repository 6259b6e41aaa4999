import { elementText } from './account.ts'
import type { Need, Remedy } from './explanation.ts'
import type { ExplanationNode } from './nodes.ts'
import { distanceText, figureText, labelText, membersText, nameText, phrase, relation } from './phrase.ts'
import type { Words } from './words.ts'

const line = (text: string, children: readonly ExplanationNode[] = []): ExplanationNode => ({ mark: '', text, children })

/** A remedy in one sentence; undefined when it needs a list. */
function sentence(remedy: Remedy, w: Words): string | undefined {
  switch (remedy.kind) {
    case 'all':
    case 'any':
      return undefined
    case 'number': {
      const by = remedy.by === undefined ? undefined : distanceText(remedy.by, w)
      const said = w.number(phrase(remedy.subject, w), remedy.direction, figureText(remedy.to, w), by, remedy.beyond)
      const through = remedy.through === undefined ? undefined : sentence(remedy.through, w)
      return through === undefined ? said : `${said}${w.semicolon}${through}`
    }
    case 'share': {
      const body = remedy.subject.body === undefined ? '' : phrase(remedy.subject.body, w)
      const { by, needed, members: of, direction } = remedy
      const each = labelText(remedy.subject.list?.of ?? { zh: '', en: '' }, w)
      return w.share({ members: membersText(remedy.subject, w), body, each, by, needed, of, direction })
    }
    case 'truth':
      return w.must(nameText(remedy.subject, w), remedy.needed)
    case 'judge':
      return w.judge(
        nameText(remedy.subject, w),
        remedy.roles.map((role) => labelText(role, w)),
        remedy.needed,
      )
    case 'value': {
      const related = relation(remedy.word, phrase(remedy.to, w), remedy.needed, w)
      return w.mustCompare(`${phrase(remedy.subject, w)}${w.lang === 'zh' ? '' : ' '}${related}`)
    }
    case 'exists':
      return w.exists(phrase(remedy.subject, w), remedy.needed)
    case 'element': {
      const inner = sentence(remedy.remedy, w)
      return inner === undefined ? undefined : w.elementDoes(elementText(remedy.name, w), inner)
    }
    case 'standard':
      return w.standard(remedy.of.map((label) => labelText(label, w)).join(''), labelText(remedy.standard, w), remedy.needed)
    case 'end': {
      const how = remedy.how === undefined ? undefined : sentence(remedy.how, w)
      return remedy.how !== undefined && how === undefined ? undefined : w.end(labelText(remedy.situation, w), how)
    }
    case 'depart':
      return w.depart(labelText(remedy.item, w))
    case 'recheck':
      return w.recheck(
        labelText(remedy.item, w),
        remedy.roles.map((role) => labelText(role, w)),
      )
    case 'learn':
      return w.learn(phrase(remedy.subject, w), remedy.needed)
    case 'condition':
      return w.condition(phrase(remedy.subject, w), remedy.needed)
    default: {
      const unreachable: never = remedy
      throw new RangeError(String(unreachable))
    }
  }
}

/** What would change an item: one line, or a heading with the points below it. */
export function remedyNode(remedy: Remedy, w: Words): ExplanationNode {
  const said = sentence(remedy, w)
  if (said !== undefined) return line(said)
  switch (remedy.kind) {
    case 'all':
    case 'any':
      return line(
        remedy.kind === 'all' ? w.all : w.any(remedy.count),
        remedy.parts.map((part) => remedyNode(part, w)),
      )
    case 'element':
      return line(elementText(remedy.name, w), [remedyNode(remedy.remedy, w)])
    case 'end':
      return line(w.end(labelText(remedy.situation, w), undefined), remedy.how === undefined ? [] : [remedyNode(remedy.how, w)])
    default:
      return line('')
  }
}

/** A fact to be collected: whose, which, who supplies it, and why what was given does not count. */
export function needText(need: Need, w: Words): string {
  const own = labelText(need.label, w)
  const dated = need.year === undefined ? own : w.ofYear(own, String(need.year))
  const owners = need.of.map((name) => elementText(name, w))
  const name = w.need(w.whose(owners, dated), need.list)
  const more: string[] = []
  if (need.roles !== undefined) more.push(w.suppliedBy(need.roles.map((role) => labelText(role, w))))
  if (need.channel !== undefined) more.push(w.fromChannel(labelText(need.channel, w)))
  if (need.cause !== undefined) {
    more.push(
      w.cause(
        need.cause.kind,
        need.cause.given.map((label) => labelText(label, w)),
      ),
    )
  }
  return more.length === 0 ? name : `${name}${w.aside(more.join(w.semicolon))}`
}

/** A set of facts wanted together. */
export function setNode(set: readonly Need[], w: Words): ExplanationNode {
  const texts = set.map((need) => needText(need, w))
  return texts.length === 1
    ? line(texts[0]!)
    : line(
        w.oneSet,
        texts.map((text) => line(text)),
      )
}
