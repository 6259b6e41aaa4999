/** What can be asked: a function from one structured-clone-able value to another, per name. */
export type Methods<M> = { readonly [K in keyof M]: (params: never) => unknown }
export type Params<M, K extends keyof M> = M[K] extends (params: infer P) => unknown ? P : never
export type Reply<M, K extends keyof M> = M[K] extends (params: never) => infer R ? Awaited<R> : never

/** The end of a wire: a Worker, the scope inside it, or one port of a channel. */
export interface Wire {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly params: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** Thrown to whoever asked something that a later question made pointless. */
export class Superseded extends Error {
  override readonly name = 'Superseded'
}

/**
 * Answers what comes over the wire, one at a time. Questions wait until every message that has arrived is read, so that a cancelled one
 * is dropped before any work is done for it.
 */
export function serve<M extends Methods<M>>(wire: Wire, methods: M): void {
  const waiting = new Map<number, Extract<Message, { kind: 'ask' }>>()
  let running = false
  const work = async (): Promise<void> => {
    running = true
    for (;;) {
      await new Promise((done) => setTimeout(done, 0))
      const [next] = waiting.values()
      if (!next) break
      waiting.delete(next.id)
      try {
        const value = await methods[next.name as keyof M](next.params as never)
        wire.postMessage({ kind: 'reply', id: next.id, value } satisfies Message)
      } catch (error) {
        wire.postMessage({ kind: 'failed', id: next.id, message: String(error) } satisfies Message)
      }
    }
    running = false
  }
  wire.addEventListener('message', ({ data }) => {
    const message = data as Message
    if (message.kind === 'cancel') waiting.delete(message.id)
    if (message.kind !== 'ask') return
    waiting.set(message.id, message)
    if (!running) void work()
  })
}

export type Ask<M> = <K extends keyof M & string>(name: K, params: Params<M, K>, lane?: string) => Promise<Reply<M, K>>

/** Asks over the wire. Of the questions in one `lane` only the latest is answered; the others reject with `Superseded`. */
export function connect<M extends Methods<M>>(wire: Wire): Ask<M> {
  const open = new Map<number, { readonly done: (value: never) => void; readonly fail: (error: Error) => void }>()
  const lanes = new Map<string, number>()
  let last = 0
  wire.addEventListener('message', ({ data }) => {
    const message = data as Message
    const asked = open.get(message.id)
    if (!asked || message.kind === 'ask' || message.kind === 'cancel') return
    open.delete(message.id)
    if (message.kind === 'reply') asked.done(message.value as never)
    else asked.fail(new Error(message.message))
  })
  return (name, params, lane) => {
    const id = ++last
    const earlier = lane === undefined ? undefined : lanes.get(lane)
    if (earlier !== undefined && open.has(earlier)) {
      wire.postMessage({ kind: 'cancel', id: earlier } satisfies Message)
      open.get(earlier)?.fail(new Superseded())
      open.delete(earlier)
    }
    if (lane !== undefined) lanes.set(lane, id)
    return new Promise((done, fail) => {
      open.set(id, { done, fail })
      wire.postMessage({ kind: 'ask', id, name, params } satisfies Message)
    })
  }
}
