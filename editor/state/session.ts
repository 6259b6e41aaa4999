import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Place, Problem, TextEdit } from '../service/problem.ts'
import type { Checked, LanguageMethods, ShownCase } from '../worker/methods.ts'
import type { Ask } from '../worker/rpc.ts'
import { type Turn, turns } from './changes.ts'
import { markOf, type Saved } from './saved.ts'
import type { ShippedFile } from './shipped.ts'

export type PageLanguage = 'zh' | 'en'

/** Something to tell the person once, with what they may do about it. */
export type Notice =
  | { readonly kind: 'restored'; readonly files: readonly string[]; readonly newer: readonly string[] }
  | { readonly kind: 'formatted' | 'alreadyFormatted' | 'notFormatted' | 'wasReset' | 'kept' | 'notSaved' | 'fault' }
  | { readonly kind: 'fixed'; readonly title: string }

/** What the text editor does for the session. */
export interface TextPort {
  readonly show: (file: string) => void
  readonly reveal: (place: Place) => void
  /** Puts edits in so that one undo takes them all back. */
  readonly edit: (edits: readonly TextEdit[]) => void
  readonly undo: () => void
}

export interface SessionSetup {
  readonly language: PageLanguage
  readonly ask: Ask<LanguageMethods>
  readonly saved: Saved
  readonly files: readonly ShippedFile[]
  readonly samples: readonly ShippedFile[]
  /** Runs an action when no word is being composed. */
  readonly whenIdle: (action: () => void) => void
  readonly delayMs?: number
}

/** Everything the page knows, and what can be done. Views read the signals and call the actions. */
export interface Session {
  readonly language: PageLanguage
  readonly files: readonly ShippedFile[]
  readonly active: ReadonlySignal<string>
  readonly texts: ReadonlySignal<ReadonlyMap<string, string>>
  readonly edited: ReadonlySignal<ReadonlySet<string>>
  /** undefined until the first check has come back */
  readonly checked: ReadonlySignal<Checked | undefined>
  readonly problems: ReadonlySignal<readonly Problem[]>
  readonly cases: ReadonlySignal<readonly ShownCase[]>
  /** what turned last */
  readonly turned: ReadonlySignal<readonly Turn[]>
  readonly notice: Signal<Notice | undefined>
  /** the browser refused to keep a change: closing the page would lose it */
  readonly unsafe: ReadonlySignal<boolean>
  readonly textOf: (file: string) => string
  readonly attach: (port: TextPort) => void
  /** The person (or an edit of ours) changed a text. */
  readonly changed: (file: string, text: string) => void
  readonly open: (file: string) => void
  readonly jump: (place: Place) => void
  readonly fix: (problem: Problem, index: number) => void
  readonly format: () => Promise<void>
  readonly reset: (files: readonly string[]) => void
  readonly undo: () => void
  readonly start: () => Promise<void>
  /** Saves what is not saved yet; for the moment the page goes away. */
  readonly keep: () => void
  /** Saves and says that nothing more is needed; for people who press Ctrl+S. */
  readonly save: () => void
}

/** Makes the page's state. Nothing here touches the DOM or Monaco. */
export function createSession(setup: SessionSetup): Session {
  const { ask, saved, files } = setup
  const shipped = new Map(files.map(({ file, text }) => [file, text]))
  const restored = files.flatMap(({ file, text }) => {
    const found = saved.read(file)
    return found && found.text !== text ? [found] : []
  })
  const texts = signal<ReadonlyMap<string, string>>(
    new Map([...shipped, ...restored.map(({ file, text }) => [file, text] as const)]),
  )
  const active = signal(files[0]?.file ?? '')
  const checked = signal<Checked>()
  const turned = signal<readonly Turn[]>([])
  const notice = signal<Notice | undefined>(
    restored.length === 0
      ? undefined
      : {
          kind: 'restored',
          files: restored.map(({ file }) => file),
          newer: restored.filter(({ file, base }) => base !== markOf(shipped.get(file) ?? '')).map(({ file }) => file),
        },
  )
  let port: TextPort | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let revision = 0
  let checkedRevision = -1

  const textOf = (file: string): string => texts.value.get(file) ?? ''
  const take = (found: Checked, of: number): void => {
    const now = turns(checked.value?.cases ?? [], found.cases)
    // What turned last stays to be read until something else turns.
    if (now.length > 0) turned.value = now
    checked.value = found
    checkedRevision = of
  }
  // The checker failing is our fault, never the text's: say so, and keep everything else going.
  const failed = (error: unknown): void => {
    if (error instanceof Error && error.name === 'Superseded') return
    console.error(error)
    notice.value = { kind: 'fault' }
  }
  const check = (): void => {
    const of = revision
    ask('check', undefined, 'check').then((found) => take(found, of), failed)
  }
  const unsafe = signal(false)
  const unsaved = new Set<string>()
  const keep = (): void => {
    // A file the browser refused stays here and is tried again with the next change.
    for (const file of [...unsaved]) {
      const text = textOf(file)
      const original = shipped.get(file) ?? ''
      if (text === original) saved.forget(file)
      else if (!saved.write({ file, text, base: markOf(original) })) continue
      unsaved.delete(file)
    }
    unsafe.value = unsaved.size > 0
    if (unsafe.value) notice.value = { kind: 'notSaved' }
  }
  const settle = (): void => {
    keep()
    check()
  }
  const edit = (edits: readonly TextEdit[]): void => port?.edit(edits)

  return {
    language: setup.language,
    files,
    active,
    texts,
    edited: computed(() => new Set(files.filter(({ file, text }) => texts.value.get(file) !== text).map(({ file }) => file))),
    checked,
    problems: computed(() => checked.value?.problems ?? []),
    cases: computed(() => checked.value?.cases ?? []),
    turned,
    notice,
    unsafe,
    textOf,
    attach: (given) => {
      port = given
    },
    changed: (file, text) => {
      if (textOf(file) === text) return
      revision++
      texts.value = new Map(texts.value).set(file, text)
      unsaved.add(file)
      ask('change', { file, text }).catch(failed)
      clearTimeout(timer)
      // One action for both: of several that wait for the end of a word only the last is run.
      timer = setTimeout(() => setup.whenIdle(settle), setup.delayMs ?? 150)
    },
    open: (file) => {
      active.value = file
      port?.show(file)
    },
    jump: (place) => {
      active.value = place.file
      port?.reveal(place)
    },
    fix: (problem, index) => {
      const fix = problem.fixes[index]
      // INVARIANT: places in a problem are those of the text that was checked; after a later change they point elsewhere.
      if (!fix || checkedRevision !== revision) return
      edit(fix.edits)
      port?.reveal({ file: problem.file, start: problem.start, end: problem.start })
      notice.value = { kind: 'fixed', title: fix.title }
    },
    format: async () => {
      const file = active.value
      const before = revision
      const result = await ask('format', { file }).catch(failed)
      if (!result) return
      if (result.kind === 'text' && before === revision) edit([{ file, start: 0, end: textOf(file).length, text: result.text }])
      notice.value = { kind: result.kind === 'text' ? 'formatted' : result.kind === 'same' ? 'alreadyFormatted' : 'notFormatted' }
    },
    reset: (wanted) => {
      edit(wanted.map((file) => ({ file, start: 0, end: textOf(file).length, text: shipped.get(file) ?? '' })))
      notice.value = { kind: 'wasReset' }
    },
    undo: () => {
      port?.undo()
      notice.value = undefined
    },
    start: async () => {
      const of = revision
      const found = await ask('open', {
        files,
        edited: restored.map(({ file, text }) => ({ file, text })),
        samples: setup.samples,
        lang: setup.language,
      }).catch(failed)
      if (found) take(found, of)
    },
    keep,
    save: () => {
      keep()
      if (!unsafe.value) notice.value = { kind: 'kept' }
    },
  }
}
