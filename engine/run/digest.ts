const K = new Uint32Array(64)
const START = new Uint32Array(8)

/** The constants are the fractional parts of the roots of the first primes: computed once, they cannot be mistyped. */
function prepare(): void {
  const fraction = (x: number) => Math.floor((x - Math.floor(x)) * 2 ** 32)
  let count = 0
  for (let n = 2; count < 64; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    if (!prime) continue
    if (count < 8) START[count] = fraction(Math.sqrt(n))
    K[count++] = fraction(Math.cbrt(n))
  }
}

const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n))

function padded(bytes: Uint8Array): DataView {
  const blocks = Math.ceil((bytes.length + 9) / 64)
  const data = new Uint8Array(blocks * 64)
  data.set(bytes)
  data[bytes.length] = 0x80
  const view = new DataView(data.buffer)
  view.setUint32(data.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(data.length - 4, (bytes.length << 3) >>> 0)
  return view
}

/** The SHA-256 digest of a text's UTF-8 bytes, in hex. Synchronous, which WebCrypto is not. */
export function sha256(text: string): string {
  if (K[0] === 0) prepare()
  const view = padded(new TextEncoder().encode(text))
  const state = START.slice()
  const w = new Uint32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15]!
      const b = w[i - 2]!
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
    }
    compress(state, w)
  }
  return Array.from(state, (x) => x.toString(16).padStart(8, '0')).join('')
}

function compress(state: Uint32Array, w: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
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
  const next = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = state[i]! + next[i]!
}
