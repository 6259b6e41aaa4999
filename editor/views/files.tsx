import { useComputed } from '@preact/signals'
import type { Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'

interface Group {
  readonly folder: string
  readonly title: string
  readonly files: readonly { readonly file: string; readonly label: string }[]
}

/** The files as buttons, those of one instrument together; the open one is marked. */
export function Files({ session, words }: { readonly session: Session; readonly words: PageWords }) {
  const groups = useComputed(() => groupsOf(session, words))
  return (
    <nav class="files" aria-label={words.files.label}>
      {groups.value.map(({ folder, title, files }) => (
        <div key={folder}>
          <h3 title={title}>{title}</h3>
          <ul aria-label={title}>
            {files.map(({ file, label }) => (
              <li key={file}>
                <button
                  type="button"
                  aria-current={session.active.value === file ? 'true' : undefined}
                  onClick={() => session.open(file)}
                >
                  {label}
                  {session.edited.value.has(file) && <span class="edited">{words.files.edited}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function groupsOf(session: Session, words: PageWords): readonly Group[] {
  const heads = new Map((session.checked.value?.heads ?? []).map((head) => [head.file, head]))
  const folders = [...new Set(session.files.map(({ file }) => folderOf(file)))]
  return folders.map((folder) => {
    const files = session.files.filter(({ file }) => folderOf(file) === folder)
    const title = files.map(({ file }) => heads.get(file)).find((head) => head?.kind === 'policy')
    return {
      folder,
      title: title ? title[session.language] : folder === 'vocabulary' ? words.files.shared : folder,
      // Rules and articles are called so; words have a name worth showing.
      files: files.map(({ file }) => {
        const head = heads.get(file)
        const label = head?.kind === 'vocabulary' ? head[session.language] : head && words.files.kinds[head.kind]
        return { file, label: label ?? file.slice(folder.length + 1) }
      }),
    }
  })
}

/** The folder of an instrument's file. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}
