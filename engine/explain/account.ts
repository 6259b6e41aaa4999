import type { ConditionNode, ElementName, ElementNode } from './explanation.ts'
import {
  dateText,
  distanceText,
  figureText,
  labelText,
  meaning,
  membersText,
  momentText,
  nameText,
  phrase,
  regroups,
  relation,
} from './phrase.ts'
import type { Words } from './words.ts'

/** More elements than this are counted, not named. */
const MAX_NAMED = 5

/** How an element is called. */
export function elementText(name: ElementName, w: Words): string {
  return w.element(labelText(name.label, w), name.number, name.called)
}

/** Where a fact is from, or why it does not count, in brackets; '' when there is nothing to say. */
function provenance(node: ConditionNode, w: Words): string {
  const said: string[] = []
  if (node.judged !== undefined)
    said.push(w.judgedBy(labelText(node.judged.role, w), dateText(node.judged.on, w), node.judged.by))
  if (node.source !== undefined) said.push(w.sourceIs(labelText(node.source, w)))
  if (node.cause !== undefined) {
    said.push(
      w.cause(
        node.cause.kind,
        node.cause.given.map((label) => labelText(label, w)),
      ),
    )
  }
  if (node.blocked !== undefined) said.push(w.blocked(node.blocked))
  return said.length === 0 ? '' : w.aside(said.join(w.semicolon))
}

function periodName(node: ConditionNode, w: Words): string {
  const from = node.period?.from
  const same = from !== undefined && from === node.period?.to
  return same ? `${nameText(node, w)}${w.aside(momentText(from, w))}` : nameText(node, w)
}

function named(node: ConditionNode, w: Words): string {
  return node.label === undefined || node.kind === 'reading' ? phrase(node, w) : periodName(node, w)
}

/** Declared figures that are open are unknown, and nothing more; computed ones lie somewhere. */
const DECLARED: ReadonlySet<string> = new Set(['field', 'parameter', 'external'])
const BARE: ReadonlySet<string> = new Set(['year', 'date', 'text', 'enum', 'truth'])

/** What a name stands for: through readings, and through definitions that only rename. */
function behind(node: ConditionNode): ConditionNode {
  const [inner] = node.parts
  return (node.kind === 'definition' || node.kind === 'reading') && inner !== undefined ? behind(inner) : node
}

/** A figure with its name: 年人均纯收入 3,661.50 元/人·年, 辍学原因为因贫, 没有返贫年度. */
function valued(node: ConditionNode, w: Words): string {
  const { figure } = node
  if (node.kind === 'reading' && node.parts[0] !== undefined) return valued(node.parts[0], w)
  if (figure === undefined) return w.stated(phrase(node, w), w.truth[node.truth ?? 'unknown'])
  if (node.kind === 'literal') return figureText(figure, w)
  if (node.kind === 'time') return `${phrase(node, w)}${w.aside(figureText(figure, w))}`
  const base = behind(node)
  const renamed = base !== node && base.kind === 'field' && node.label !== undefined
  const name = renamed ? `${named(node, w)}${w.aside(nameText(base, w))}` : named(node, w)
  if (figure.state === 'nothing') return `${w.has(name, false)}${provenance(base, w)}`
  const open = figure.state === 'unknown' && DECLARED.has(base.kind)
  const value = open ? w.unknown : figureText(figure, w)
  if (node.kind === 'ratio' || node.kind === 'arithmetic') return w.working('', worked(node, w), value)
  const said = BARE.has(figure.kind) && !open ? w.is(name, value) : w.valued(name, value)
  return `${said}${provenance(base, w)}${tallyText(node, w)}${ratioText(node, w)}`
}

function tallyText(node: ConditionNode, w: Words): string {
  const share = tallyOf(node)
  if (share?.tally === undefined || share.list === undefined || share.kind !== 'share') return ''
  const { hits, members, open } = share.tally
  return w.aside(w.tally(hits, members, labelText(share.list.of, w), open))
}

/** A comparison as found; where one side is 无 that alone says it. */
function compared(node: ConditionNode, w: Words): string {
  const [left, right] = node.parts as [ConditionNode, ConditionNode]
  const word = node.word ?? 'eq'
  if (node.truth === 'unknown') {
    const known = right.figure?.state === 'known'
    const why = known ? '' : provenance(right, w)
    return w.openCompare(valued(left, w), relation(word, known ? valued(right, w) : named(right, w), true, w), why)
  }
  if (left.figure?.state === 'nothing') return valued(left, w)
  const holds = node.truth === 'true'
  const same = right.kind === 'literal' && left.figure?.value === right.figure?.value && BARE.has(left.figure?.kind ?? '')
  if (same) return valued(left, w)
  const said = w.compared(valued(left, w), relation(word, valued(right, w), holds, w))
  return node.gap === undefined ? said : `${said}${w.comma}${w.gap(distanceText(node.gap.by, w), node.gap.direction)}`
}

/** The share behind a figure: the node itself, or what a definition or reading stands for. */
function tallyOf(node: ConditionNode): ConditionNode | undefined {
  if (node.tally !== undefined) return node
  return (node.kind === 'definition' || node.kind === 'reading') && node.parts[0] !== undefined
    ? tallyOf(node.parts[0])
    : undefined
}

function ratioOf(node: ConditionNode): ConditionNode | undefined {
  if (node.kind === 'ratio') return node
  return (node.kind === 'definition' || node.kind === 'reading') && node.parts[0] !== undefined
    ? ratioOf(node.parts[0])
    : undefined
}

/** Numerator and denominator of a ratio that has a name of its own. */
function ratioText(node: ConditionNode, w: Words): string {
  const inner = ratioOf(node)
  if (inner === undefined) return ''
  return w.aside(inner.parts.map((part) => valued(part, w)).join(' ÷ '))
}

function chosen(node: ConditionNode, wanted: 'and' | 'or'): readonly ConditionNode[] {
  const deciding = wanted === 'and' ? 'false' : 'true'
  if (node.truth === deciding) return node.parts.filter((part) => part.truth === deciding)
  return node.truth === 'unknown' ? node.parts.filter((part) => part.truth === 'unknown') : node.parts
}

function elementAccount(one: ElementNode, w: Words): string {
  const said: string[] = []
  if (one.filter !== undefined && one.member === 'unknown') said.push(account(one.filter, w))
  if (one.body !== undefined) said.push(one.body.truth === undefined ? valued(one.body, w) : account(one.body, w))
  else if (one.filter !== undefined && one.member !== 'unknown') said.push(account(one.filter, w))
  const name = elementText(one.name, w)
  return said.length === 0 ? name : w.elementDoes(name, said.join(w.comma))
}

function elementsText(elements: readonly ElementNode[], w: Words): string {
  const named = elements.slice(0, MAX_NAMED).map((one) => elementAccount(one, w))
  if (elements.length > MAX_NAMED) named.push(w.andMore(elements.length))
  return named.join(w.semicolon)
}

/** A quantifier by the elements that decide it. */
function quantified(node: ConditionNode, w: Words): string {
  const elements = node.elements ?? []
  const members = membersText(node, w)
  const body = node.body === undefined ? undefined : phrase(node.body, w)
  const listed = w.whose(
    (node.of ?? []).map((label) => labelText(label, w)),
    labelText(node.list?.label ?? { zh: '', en: '' }, w),
  )
  if (node.list?.state === 'unknown') return w.listUnknown(listed)
  const every = node.word === 'every'
  const deciding = elements.filter((one) => one.holds === (every ? 'false' : 'true'))
  if (deciding.length > 0) return elementsText(deciding, w)
  const open = elements.filter((one) => one.holds === 'unknown')
  const partial = node.list?.state === 'partial' ? [w.listPartial(listed)] : []
  if (open.length > 0 || partial.length > 0)
    return [...(open.length > 0 ? [elementsText(open, w)] : []), ...partial].join(w.semicolon)
  const inside = elements.filter((one) => one.member === 'true').length
  if (elements.length === 0) return w.noMembers(labelText(node.list?.of ?? { zh: '', en: '' }, w))
  if (every) return inside === 0 ? w.noMembers(members) : w.allHold(members, inside, body)
  return node.filter !== undefined && inside === 0 ? w.noMembers(members) : w.noneHold(members, body)
}

/** The same without distances: where a condition is not wanted to hold, nobody falls short of it. */
export function withoutGaps(node: ConditionNode): ConditionNode {
  const { gap: _, elements, ...rest } = node
  const within = (one: ElementNode): ElementNode => ({
    ...one,
    ...(one.filter === undefined ? {} : { filter: withoutGaps(one.filter) }),
    ...(one.body === undefined ? {} : { body: withoutGaps(one.body) }),
  })
  return { ...rest, parts: node.parts.map(withoutGaps), ...(elements === undefined ? {} : { elements: elements.map(within) }) }
}

/** What was found: a condition with the figures put in, said so that it is true whatever the condition came to. */
export function account(node: ConditionNode, w: Words): string {
  const truth = node.truth ?? 'unknown'
  const [first, second, third] = node.parts
  switch (node.kind) {
    case 'not':
      return account(withoutGaps(first!), w)
    case 'reading':
      return account(first!, w)
    case 'and':
    case 'or':
      return chosen(node, node.kind)
        .map((part) => account(part, w))
        .join(w.semicolon)
    case 'if':
    case 'table':
      return node.branch === undefined || node.parts[node.branch] === undefined
        ? w.stated(phrase(node, w), w.truth[truth])
        : account(node.parts[node.branch]!, w)
    case 'compare': {
      if (first!.truth !== undefined && second!.truth !== undefined) return account(first!, w)
      return compared(node, w)
    }
    case 'between': {
      const between = truth === 'false' ? w.notBetween : w.between
      const said = between(valued(first!, w), valued(second!, w), valued(third!, w), node.word ?? '')
      return truth === 'unknown' ? w.stated(said, w.unknown) : said
    }
    case 'in': {
      const found = valued(first!, w)
      if (truth === 'true') return found
      const items = node.parts.slice(1).map((part) => valued(part, w))
      return truth === 'false' ? w.compared(found, w.among(items, false)) : w.openCompare(found, w.among(items, true), '')
    }
    case 'has':
      return truth === 'true' || first!.truth !== undefined ? w.stated(phrase(node, w), w.truth[truth]) : valued(first!, w)
    case 'status':
      return w.known(phrase(first!, w), (truth === 'true') === (node.word === 'known'))
    case 'quantifier':
      return quantified(node, w)
    case 'definition':
      return `${w.stated(nameText(node, w), w.truth[truth])}${w.aside(account(first!, w))}`
    case 'field':
    case 'external':
      return `${w.stated(nameText(node, w), w.truth[truth])}${provenance(node, w)}`
    default:
      return node.figure === undefined ? w.stated(phrase(node, w), w.truth[truth]) : valued(node, w)
  }
}

/** What stands beside its figure already, or is no more than the figure itself. */
const SAID: ReadonlySet<string> = new Set(['ratio', 'field', 'parameter'])

/** How the figures of a condition were worked out: one line for each computed definition, and for each parameter its period and origin. */
export function workings(node: ConditionNode, w: Words): string[] {
  const lines: string[] = []
  const seen = new Set<string>()
  const visit = (one: ConditionNode): void => {
    const inner = one.parts[0] === undefined ? undefined : behind(one.parts[0])
    const computed = one.kind === 'definition' && inner !== undefined && inner.parts.length > 0 && !SAID.has(inner.kind)
    if (computed && one.figure !== undefined) add(w.working(nameText(one, w), worked(inner, w), figureText(one.figure, w)))
    if (one.kind === 'parameter' && one.period !== undefined && one.figure !== undefined) {
      const [from, to] = [one.period.from, one.period.to].map((moment) =>
        moment === undefined ? undefined : momentText(moment, w),
      )
      add(w.parameter(nameText(one, w), figureText(one.figure, w), from, to, one.origin))
    }
    for (const part of one.parts) visit(part)
    for (const element of one.elements ?? []) {
      if (element.filter !== undefined) visit(element.filter)
      if (element.body !== undefined) visit(element.body)
    }
  }
  const add = (line: string): void => {
    if (seen.has(line)) return
    seen.add(line)
    lines.push(line)
  }
  visit(node)
  return lines
}

/** A computation with the figures put in for the names. */
function worked(node: ConditionNode, w: Words): string {
  switch (node.kind) {
    case 'arithmetic':
    case 'ratio': {
      const sign = node.kind === 'ratio' ? '/' : (node.word ?? '+')
      const signs: Readonly<Record<string, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' }
      return node.parts
        .map((part, place) => {
          const inner = meaning(part)
          return inner.kind === 'arithmetic' && (inner.word !== sign || regroups(inner, sign, place))
            ? w.aside(worked(inner, w)).trim()
            : worked(inner, w)
        })
        .join(signs[sign])
    }
    case 'round':
      return w.rounded(
        w.aside(worked(node.parts[0]!, w)).trim(),
        node.word ?? '',
        figureText({ ...node.figure, kind: 'number', state: 'known', value: node.step ?? '1' }, w),
      )
    default:
      return node.figure === undefined ? account(node, w) : valued(node, w)
  }
}
