const ROUND = Int32Array.from(
  [
    '428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174',
    'e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967',
    '27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070',
    '19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2',
  ]
    .join(' ')
    .split(' ')
    .map((word) => Number.parseInt(word, 16)),
)
const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]

const ENCODER = new TextEncoder()

/** SHA-256 of a text in UTF-8, in hex. Pure, so that the same program has the same digest in a page and on a server. */
export function sha256(text: string): string {
  // At most three bytes per UTF-16 unit; the end is padded with a one bit, zeros and the length in bits.
  const padded = scratch(text.length * 3 + 73)
  const length = ENCODER.encodeInto(text, padded).written
  padded[length] = 0x80
  const size = (((length + 8) >> 6) + 1) << 6
  padded.fill(0, length + 1, size)
  const view = new DataView(padded.buffer)
  view.setUint32(size - 8, Math.floor(length / 0x2000_0000))
  view.setUint32(size - 4, (length << 3) >>> 0)
  const state = Int32Array.from(START)
  for (let at = 0; at < size; at += 64) absorb(state, padded, at)
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

let room = new Uint8Array(0x1_0000)
const MOST_ROOM = 0x40_0000

/** A place to put bytes for the length of one call; a large text takes and leaves its own. */
function scratch(size: number): Uint8Array<ArrayBuffer> {
  if (size > MOST_ROOM) return new Uint8Array(size)
  if (room.length < size) room = new Uint8Array(Math.min(MOST_ROOM, size * 2))
  return room
}

const W = new Int32Array(64)

// Whole numbers of 32 bits throughout and registers in plain variables: this loop is most of what a digest costs.
function absorb(state: Int32Array, data: Uint8Array, at: number): void {
  for (let i = 0, k = at; i < 16; i++, k += 4) {
    W[i] = (data[k]! << 24) | (data[k + 1]! << 16) | (data[k + 2]! << 8) | data[k + 3]!
  }
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15]!
    const y = W[i - 2]!
    const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
    const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
    W[i] = (((W[i - 16]! + low) | 0) + ((W[i - 7]! + high) | 0)) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (((h + s1) | 0) + (((e & f) ^ (~e & g)) + ((ROUND[i]! + W[i]!) | 0))) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0]! + a) | 0
  state[1] = (state[1]! + b) | 0
  state[2] = (state[2]! + c) | 0
  state[3] = (state[3]! + d) | 0
  state[4] = (state[4]! + e) | 0
  state[5] = (state[5]! + f) | 0
  state[6] = (state[6]! + g) | 0
  state[7] = (state[7]! + h) | 0
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
