import type { Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'
import type { TrialLine } from '../trial/case.ts'
import type { ShownCase } from '../worker/methods.ts'
import { EFFECT_ICONS, Icon, Opener } from './icon.tsx'

interface Props {
  readonly session: Session
  readonly words: PageWords
}

/** Why a case came out so: the outcome's sentence, then a line per item with its clause and the way to its rule. */
export function Explanation({ shown, session, words }: Props & { readonly shown: ShownCase }) {
  const { children } = shown.tree
  // What can be done comes first, then the items; times, guard and readings are looked up now and then.
  const background = children.filter((line) => line.children.length === 0)
  const items = children.filter((line) => line.children.some(({ effect }) => effect !== undefined))
  const advice = children.filter((line) => !background.includes(line) && !items.includes(line))
  return (
    <div class="explanation">
      <p class="standard">
        {shown.standard[session.language]} · {words.cases.asOf(shown.asOf)}
      </p>
      <p>{shown.tree.text}</p>
      <Lines lines={[...advice, ...items]} session={session} words={words} />
      {background.length > 0 && (
        <details>
          <summary class="line">
            <Opener />
            {words.cases.background}
          </summary>
          <Lines lines={background} session={session} words={words} />
        </details>
      )}
    </div>
  )
}

function Lines({ lines, session, words }: Props & { readonly lines: readonly TrialLine[] }) {
  return (
    <ul>
      {lines.map((line, i) => (
        // Lines have no identity of their own: their place is their key.
        <Line key={i} line={line} session={session} words={words} />
      ))}
    </ul>
  )
}

function Line({ line, session, words }: Props & { readonly line: TrialLine }) {
  const { effect, place, children } = line
  const body = (
    <>
      {effect && (
        <span class={`mark ${effect}`}>
          <Icon name={EFFECT_ICONS[effect]} ring={effect !== 'none'} />
        </span>
      )}
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
      <li>
        <div class="line">
          {body}
          {go}
        </div>
      </li>
    )
  }
  return (
    <li>
      <details open={effect !== 'pass' && effect !== 'none'}>
        <summary class="line">
          <Opener />
          {body}
        </summary>
        {go}
        <Lines lines={children} session={session} words={words} />
      </details>
    </li>
  )
}
