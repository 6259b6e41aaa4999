/** The part of localStorage we need; tests bring their own. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A person's version of a file, and a mark of the original it was made from. */
export interface SavedFile {
  readonly file: string
  readonly text: string
  readonly base: string
}

const PREFIX = 'tiaoli.text.1:'

/** Keeps changed texts across visits, one entry a file, so that two open pages do not overwrite each other's other files. */
export interface Saved {
  readonly read: (file: string) => SavedFile | undefined
  /** False when the browser refused: the change lives in this page only. */
  readonly write: (saved: SavedFile) => boolean
  readonly forget: (file: string) => void
}

/** Saving in the browser. Storage that is closed, full or damaged never throws. */
export function savedTexts(storage: Storage | undefined): Saved {
  return {
    read: (file) => {
      try {
        const found: unknown = JSON.parse(storage?.getItem(PREFIX + file) ?? 'null')
        if (typeof found !== 'object' || found === null) return undefined
        const { text, base } = found as Partial<SavedFile>
        return typeof text === 'string' && typeof base === 'string' ? { file, text, base } : undefined
      } catch {
        return undefined
      }
    },
    write: ({ file, text, base }) => {
      try {
        if (!storage) return false
        storage.setItem(PREFIX + file, JSON.stringify({ text, base }))
        return true
      } catch {
        return false
      }
    },
    forget: (file) => {
      try {
        storage?.removeItem(PREFIX + file)
      } catch {
        // Nothing was kept, so nothing is left.
      }
    },
  }
}

/** A short mark of a text: another text has, but for one chance in four thousand million, another mark. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return `${(hash >>> 0).toString(16)}-${text.length}`
}

/** The browser's storage; undefined where a page may not have any. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
