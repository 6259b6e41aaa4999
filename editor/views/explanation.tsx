import type { Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'
import type { TrialLine } from '../trial/case.ts'
import type { ShownCase } from '../worker/methods.ts'
import { EFFECT_ICONS, Icon } from './icon.tsx'

interface Props {
  readonly session: Session
  readonly words: PageWords
}

/** Why a case came out so: the outcome's sentence, then a line per item with its clause and the way to its rule. */
export function Explanation({ shown, session, words }: Props & { readonly shown: ShownCase }) {
  return (
    <div class="explanation">
      <p class="standard">
        {shown.standard[session.language]} · {words.cases.asOf(shown.asOf)}
      </p>
      <p>{shown.tree.text}</p>
      <Lines lines={shown.tree.children} session={session} words={words} />
    </div>
  )
}

function Lines({ lines, session, words }: Props & { readonly lines: readonly TrialLine[] }) {
  return (
    <ul>
      {lines.map((line, i) => (
        // Lines have no identity of their own: their place is their key.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Line key={i} line={line} session={session} words={words} />
      ))}
    </ul>
  )
}

function Line({ line, session, words }: Props & { readonly line: TrialLine }) {
  const { effect, place, children } = line
  const body = (
    <>
      {effect && <Icon name={EFFECT_ICONS[effect]} ring={effect !== 'none'} />}
      <span class="text">{line.text}</span>
      {line.cite !== undefined && <span class="cite">{line.cite}</span>}
    </>
  )
  const go = place && (
    <button type="button" class="to-rule" aria-label={words.cases.toRuleOf(line.text)} onClick={() => session.jump(place)}>
      {words.cases.toRule}
      <Icon name="arrow" />
    </button>
  )
  if (children.length === 0) {
    return (
      <li class={effect}>
        <div class="line">
          {body}
          {go}
        </div>
      </li>
    )
  }
  return (
    <li class={effect}>
      <details open={effect !== 'pass' && effect !== 'none'}>
        <summary class="line">{body}</summary>
        {go}
        <Lines lines={children} session={session} words={words} />
      </details>
    </li>
  )
}
