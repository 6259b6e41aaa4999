import { useComputed, useSignal } from '@preact/signals'
import { isChanged } from '../state/changes.ts'
import type { Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'
import type { ShownCase } from '../worker/methods.ts'
import { Explanation } from './explanation.tsx'
import { folderOf } from './files.tsx'
import { Icon, Opener, OUTCOME_ICONS } from './icon.tsx'

interface Props {
  readonly session: Session
  readonly words: PageWords
}

/** The samples with what the rules say of each; those of the open instrument first, the others folded away. */
export function Cases({ session, words }: Props) {
  const groups = useComputed(() => groupsOf(session))
  const stale = useComputed(() => session.cases.value.some((one) => one.stale))
  const changed = useComputed(() => session.cases.value.filter(isChanged).length)
  if (session.checked.value === undefined) return <p class="summary">{words.problems.checking}</p>
  return (
    <>
      <p class="simulated">
        <strong>{words.cases.simulated}</strong>
        {words.cases.simulatedNote}
      </p>
      {stale.value && (
        <p class="stale-note">
          <Icon name="warning" />
          {words.cases.staleNote}
        </p>
      )}
      {!stale.value && <p class="summary">{changed.value > 0 ? words.cases.changed(changed.value) : words.cases.unchanged}</p>}
      <Announcer session={session} words={words} />
      {groups.value.map(({ folder, title, cases, open }) => (
        <details key={folder} class="group" open={open}>
          <summary>
            <Opener />
            <h3>{title}</h3>
            <span>{words.cases.group(cases.length, cases.filter(isChanged).length)}</span>
          </summary>
          <ul class="cases">
            {cases.map((one) => (
              <CaseEntry key={one.id} shown={one} session={session} words={words} />
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

function groupsOf(session: Session) {
  const folder = folderOf(session.active.value)
  const folders = [...new Set(session.files.map(({ file }) => folderOf(file)))]
  const withCases = folders.flatMap((one) => {
    const cases = session.cases.value.filter(({ file }) => folderOf(file) === one)
    const head = session.checked.value?.heads.find(({ file, kind }) => kind === 'policy' && folderOf(file) === one)
    return cases.length > 0 ? [{ folder: one, title: head ? head[session.language] : one, cases }] : []
  })
  const current = withCases.some((group) => group.folder === folder) ? folder : withCases[0]?.folder
  return withCases.map((group) => ({ ...group, open: group.folder === current })).sort((a, b) => Number(b.open) - Number(a.open))
}

/** Tells screen readers which outcomes turned, once a check. */
function Announcer({ session, words }: Props) {
  const text = session.turned.value
    .map(({ name, from, to }) => words.cases.turned(name, words.cases.outcome[from], words.cases.outcome[to]))
    .join(words.stop)
  return (
    <p class="turned" role="status" aria-live="polite">
      {text}
    </p>
  )
}

function CaseEntry({ shown, session, words }: Props & { readonly shown: ShownCase }) {
  const open = useSignal(false)
  const { outcome, original } = shown
  return (
    <li class="case">
      <details onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary>
          <Opener />
          <span class={`badge ${outcome}`}>
            <Icon name={OUTCOME_ICONS[outcome]} />
            {words.cases.outcome[outcome]}
          </span>
          <span class="name" lang="zh">
            {shown.name}
          </span>
          {isChanged(shown) && original !== undefined && (
            <span class="was">{words.cases.was(words.cases.outcome[original])}</span>
          )}
          {shown.stale && <span class="stale">{words.cases.stale}</span>}
        </summary>
        {open.value && <Explanation shown={shown} session={session} words={words} />}
      </details>
    </li>
  )
}
