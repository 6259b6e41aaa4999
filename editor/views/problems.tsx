import { useComputed } from '@preact/signals'
import type { Problem } from '../service/problem.ts'
import type { Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'
import { Icon, SEVERITY_ICONS } from './icon.tsx'

const MOST = 60

/** Every problem as a list entry: what, where, why, what to do, and the repairs there are. Those of the open file come first. */
export function Problems({ session, words }: { readonly session: Session; readonly words: PageWords }) {
  const sorted = useComputed(() => {
    const active = session.active.value
    const own = (problem: Problem) => (problem.file === active ? 0 : 1)
    // Errors elsewhere still come before hints here: they are what holds the cases up.
    return [...session.problems.value].sort((a, b) => rank(a) - rank(b) || own(a) - own(b))
  })
  const problems = sorted.value
  const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length
  const summary =
    session.checked.value === undefined
      ? words.problems.checking
      : problems.length === 0
        ? words.problems.none
        : words.problems.count(count('error'), count('warning'), count('info'))
  return (
    <>
      <p class="summary" role="status">
        {summary}
      </p>
      <ul class="problems">
        {problems.slice(0, MOST).map((problem) => (
          <Entry key={`${problem.file}:${problem.start}:${problem.code}`} problem={problem} session={session} words={words} />
        ))}
      </ul>
      {problems.length > MOST && <p>{words.problems.more(problems.length - MOST)}</p>}
    </>
  )
}

function rank(problem: Problem): number {
  return problem.severity === 'error' ? 0 : problem.severity === 'warning' ? 1 : 2
}

interface EntryProps {
  readonly problem: Problem
  readonly session: Session
  readonly words: PageWords
}

function Entry({ problem, session, words }: EntryProps) {
  const elsewhere = problem.file !== session.active.value
  const head = session.checked.value?.heads.find((one) => one.file === problem.file)
  return (
    <li class={`problem ${problem.severity}`}>
      <button type="button" class="go" onClick={() => session.jump(problem)}>
        <span class="severity">
          <Icon name={SEVERITY_ICONS[problem.severity]} ring={problem.severity !== 'warning'} />
          {words.problems.severity[problem.severity]}
        </span>
        <span class="where">
          {elsewhere && `${head ? head[session.language] : problem.file} · `}
          {words.problems.line(problem.line)} · {problem.code}
        </span>
        <span class="title">{problem.title}</span>
      </button>
      {problem.labels.map((label) => (
        <p class="label" key={`${label.file}:${label.start}`}>
          <button type="button" onClick={() => session.jump(label)}>
            {label.message}
            <Icon name="arrow" />
          </button>
        </p>
      ))}
      {problem.severity !== 'info' && problem.why !== '' && <p class="why">{problem.why}</p>}
      {problem.help !== '' && <p class="help">{problem.help}</p>}
      {problem.fixes.length > 0 && (
        <p class="fixes">
          {problem.fixes.map((fix, i) => (
            <button type="button" key={fix.title} onClick={() => session.fix(problem, i)}>
              {fix.title}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
