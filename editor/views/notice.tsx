import type { Notice, Session } from '../state/session.ts'
import type { PageWords } from '../strings/index.ts'

/** One message about what has just happened, with the way back. It stays until it is closed or the next one comes. */
export function NoticeBar({ session, words }: { readonly session: Session; readonly words: PageWords }) {
  const notice = session.notice.value
  const undoable = notice?.kind === 'wasReset' || notice?.kind === 'fixed' || notice?.kind === 'formatted'
  return (
    <div class="notice" role="status">
      {notice && (
        <p>
          <span>{textOf(notice, session, words)}</span>
          {notice.kind === 'restored' && (
            <button type="button" onClick={() => session.reset(notice.files)}>
              {words.notice.showOriginal}
            </button>
          )}
          {undoable && (
            <button type="button" onClick={session.undo}>
              {words.notice.undo}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              session.notice.value = undefined
            }}
          >
            {words.notice.close}
          </button>
        </p>
      )}
    </div>
  )
}

function textOf(notice: Notice, session: Session, words: PageWords): string {
  switch (notice.kind) {
    case 'restored': {
      const newer = notice.newer.length === 0 ? '' : words.notice.newer(notice.newer.map((file) => titleOf(file, session)))
      return words.notice.restored(notice.files.map((file) => titleOf(file, session))) + newer
    }
    case 'fixed':
      return words.notice.fixed(notice.title)
    default:
      return words.notice[notice.kind]
  }
}

/** What a file is called: the name of what it declares. */
function titleOf(file: string, session: Session): string {
  const head = session.checked.value?.heads.find((one) => one.file === file)
  return head ? head[session.language] : file
}
