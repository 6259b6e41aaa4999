/** Up to 31 flags of a region's rows, side by side: bit set in `trues`: true; in `falses`: false; in neither: unknown. */
export interface Word {
  trues: Int32Array
  falses: Int32Array
  /** how many bits are taken */
  taken: number
}

/**
 * What is true and false of the rows of a region: truths, and what is often asked of other facts (of an enumeration value whether it is one of some). A
 * conjunction of these, negated or not, is then tested by two masks, however long it is. The first word is filled while a record is read without touching memory.
 */
export interface Flags {
  readonly words: Word[]
}

/** Where a flag is. */
export interface Flag {
  readonly word: number
  readonly bit: number
}

const BITS = 31

export function newFlags(rows: number): Flags {
  return { words: [newWord(rows)] }
}

function newWord(rows: number): Word {
  return { trues: new Int32Array(rows), falses: new Int32Array(rows), taken: 0 }
}

/** Takes the next free flag; undefined when only a word other than the first has room and `near` asks for that one. */
export function takeFlag({ words }: Flags, near: boolean): Flag | undefined {
  // INVARIANT: all closures are made before the first record is read, so no flag is added to rows already filled.
  let word = 0
  while (words[word]!.taken >= BITS) {
    if (near) return undefined
    word++
    if (word === words.length) words.push(newWord(words[0]!.trues.length))
  }
  return { word, bit: 1 << words[word]!.taken++ }
}

/** Forgets all that is known of a row. */
export function clearFlags({ words }: Flags, row: number): void {
  for (let i = 0; i < words.length; i++) {
    const { trues, falses } = words[i]!
    trues[row] = 0
    falses[row] = 0
  }
}

/** Notes what is known of one flag: 0 false, 1 true. */
export function setFlag({ words }: Flags, row: number, flag: Flag | undefined, truth: number): void {
  if (flag === undefined) return
  const { trues, falses } = words[flag.word]!
  if (truth === 1) trues[row]! |= flag.bit
  else falses[row]! |= flag.bit
}

export function growFlags({ words }: Flags, rows: number): void {
  for (const word of words) {
    word.trues = grown(word.trues, rows)
    word.falses = grown(word.falses, rows)
  }
}

function grown(old: Int32Array, rows: number): Int32Array {
  const more = new Int32Array(rows)
  more.set(old)
  return more
}
