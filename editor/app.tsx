import { effect } from '@preact/signals'
import { render } from 'preact'
import { createEditor } from './monaco/create.ts'
import { exposeToTests } from './monaco/expose.ts'
import { type CompositionGate, isComposingKey, watchComposition } from './monaco/input.ts'
import { languageOf, registerLanguage } from './monaco/language.ts'
import type { PageLanguage } from './monaco/locale.ts'
import { showMarkers } from './monaco/markers.ts'
import { fileOf, openModels } from './monaco/models.ts'
import { onOpenElsewhere } from './monaco/opener.ts'
import { registerProviders } from './monaco/providers.ts'
import { browserStorage, savedTexts } from './state/saved.ts'
import { createSession, type Session } from './state/session.ts'
import { shippedFiles, shippedSamples } from './state/shipped.ts'
import { pageWords } from './strings/index.ts'
import { Cases } from './views/cases.tsx'
import { Files } from './views/files.tsx'
import { NoticeBar } from './views/notice.tsx'
import { Problems } from './views/problems.tsx'
import { Tools } from './views/tools.tsx'
import './views/base.css'
import './views/cases.css'
import './views/problems.css'
import { startLanguage } from './worker/client.ts'

/** Mounts the application into the shell of index.html: text editor, language worker, state, views. */
export function startApp(language: PageLanguage): void {
  const words = pageWords(language)
  // The worker loads and makes its first check while Monaco is being built.
  const ask = startLanguage()
  let gate: CompositionGate | undefined
  const session = createSession({
    language,
    ask,
    saved: savedTexts(browserStorage()),
    files: shippedFiles,
    samples: shippedSamples,
    whenIdle: (action) => (gate ? gate.whenIdle(action) : action()),
  })
  void session.start()

  registerLanguage()
  const first = shippedFiles[0]?.file ?? ''
  const editor = createEditor(place('source-body'), { text: '', language: languageOf(first), pageLanguage: language })
  gate = watchComposition(editor)
  const models = openModels(
    editor,
    session.files.map(({ file }) => ({ file, text: session.textOf(file) })),
    session.changed,
  )
  session.attach(models)
  registerProviders({ ask, language, words, problems: () => session.problems.value, onChecked: onChecked(session) })
  onOpenElsewhere((uri, range) => session.jump({ file: fileOf({ uri }), ...range }))

  session.open(wantedFile() ?? first)
  effect(() => rememberFile(session.active.value))
  effect(() => showMarkers(session.problems.value))
  render(<Files session={session} words={words} />, place('files'))
  render(<NoticeBar session={session} words={words} />, place('notice'))
  render(<Tools session={session} words={words} />, place('tools'))
  render(<Problems session={session} words={words} />, place('problems-body'))
  render(<Cases session={session} words={words} />, place('cases-body'))
  addEventListener('pagehide', session.keep)
  addEventListener('beforeunload', (event) => {
    session.keep()
    if (session.unsafe.value) event.preventDefault()
  })
  document.addEventListener('keydown', (event) => {
    if (isComposingKey(event) || event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    session.save()
  })
  exposeToTests(editor, location.search)
}

/** Puts the open file into the address, and into that of the other language. */
function rememberFile(file: string): void {
  const hash = `#${encodeURI(file)}`
  history.replaceState(null, '', hash)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#bar nav a')) link.hash = hash
}

/** The session's checks as the event Monaco wants. */
function onChecked(session: Session): (listener: () => void) => { dispose: () => void } {
  return (listener) => ({ dispose: session.checked.subscribe(() => listener()) })
}

/** The file the address asks for, if there is such a one. */
function wantedFile(): string | undefined {
  return shippedFiles.find(({ file }) => `#${encodeURI(file)}` === location.hash)?.file
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`index.html has no #${id}`)
  return found
}
