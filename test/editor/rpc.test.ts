import { expect, test } from 'vitest'
import { connect, serve, type Wire } from '../../editor/worker/rpc.ts'

interface Sums {
  readonly add: (params: { a: number; b: number }) => number
  readonly fail: (params: undefined) => never
}

function pair(): { page: Wire; worker: Wire; close: () => void; sent: unknown[] } {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port2.start()
  const sent: unknown[] = []
  const wire = (port: MessagePort): Wire => ({
    postMessage: (message) => {
      sent.push(message)
      port.postMessage(message)
    },
    addEventListener: (type, listener) => port.addEventListener(type, listener as (event: Event) => void),
  })
  return { page: wire(port1), worker: wire(port2), sent, close: () => port1.close() }
}

test('questions are answered in order, failures are told to the one who asked', async () => {
  const { page, worker, close } = pair()
  const done: number[] = []
  serve<Sums>(worker, {
    add: ({ a, b }) => {
      done.push(a)
      return a + b
    },
    fail: () => {
      throw new Error('no')
    },
  })
  const ask = connect<Sums>(page)
  expect(await Promise.all([ask('add', { a: 1, b: 2 }), ask('add', { a: 3, b: 4 })])).toEqual([3, 7])
  await expect(ask('fail', undefined)).rejects.toThrow('no')
  expect(await ask('add', { a: 5, b: 6 })).toBe(11)
  expect(done).toEqual([1, 3, 5])
  close()
})

test('in one lane only the latest question is worked on', async () => {
  const { page, worker, close } = pair()
  const done: number[] = []
  serve<Sums>(worker, {
    add: ({ a, b }) => {
      done.push(a)
      return a + b
    },
    fail: () => {
      throw new Error('no')
    },
  })
  const ask = connect<Sums>(page)
  const stale = [1, 2, 3].map((a) => ask('add', { a, b: 0 }, 'typing').catch((error: Error) => error.name))
  const other = ask('add', { a: 10, b: 0 })
  const last = ask('add', { a: 4, b: 0 }, 'typing')
  expect(await Promise.all(stale)).toEqual(['Superseded', 'Superseded', 'Superseded'])
  expect(await last).toBe(4)
  expect(await other).toBe(10)
  expect(done).toEqual([10, 4])
  close()
})
