import { useComputed } from '@preact/signals'
import type { Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'

/** What can be done with the open file. */
export function Tools({ session, words }: { readonly session: Session; readonly words: PageWords }) {
  const edited = useComputed(() => session.edited.value.has(session.active.value))
  return (
    <div class="tools">
      <button type="button" onClick={() => void session.format()}>
        {words.tools.format}
      </button>
      <button type="button" disabled={!edited.value} onClick={() => session.reset([session.active.value])}>
        {words.tools.reset}
      </button>
      <button type="button" onClick={() => download(session.active.value, session.textOf(session.active.value))}>
        {words.tools.download}
      </button>
    </div>
  )
}

/** Gives a text to the person as a file. */
function download(file: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.replaceAll('/', '-')
  link.click()
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
