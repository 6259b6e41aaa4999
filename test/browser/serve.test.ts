import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../editor/server/headers.ts'
import { type ServedEditor, serveEditor } from '../../editor/server/serve.ts'

const temporary = mkdtempSync(join(tmpdir(), 'tiaoli-serve-'))
const dir = join(temporary, 'site')
let served: ServedEditor

beforeAll(async () => {
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>条理</title>')
  writeFileSync(join(dir, 'assets', 'a-1234.js'), 'export const a = 1')
  writeFileSync(join(dir, 'assets', 'f.ttf'), Buffer.from([0, 1, 0, 0]))
  writeFileSync(join(dir, '贫困县.policy'), '政策')
  writeFileSync(join(temporary, 'secret.txt'), 'secret')
  symlinkSync(join(temporary, 'secret.txt'), join(dir, 'link.txt'))
  served = await serveEditor({ dir, port: 0, files: { '/files/一.policy': '政策 一', '/files/b.bin': Uint8Array.of(1, 2, 3) } })
})
afterAll(async () => {
  await served.close()
  rmSync(temporary, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

// node:http sends the path as given, where fetch would fold '..' away before it leaves.
function get(path: string, { method = 'GET', host }: { method?: string; host?: string } = {}): Promise<Answer> {
  const { port } = new URL(served.url)
  return new Promise((done, fail) => {
    const headers = host === undefined ? {} : { host }
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }),
      )
    })
    sent.on('error', fail)
    sent.end()
  })
}

describe('what is served', () => {
  test('the page at / and by name, with the policy and no caching', async () => {
    for (const path of ['/', '/index.html', '/?lang=en']) {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      expect(answer.body).toContain('条理')
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['cache-control']).toBe('no-cache')
    }
  })

  test('hashed assets may be kept for ever, each with its own type', async () => {
    const script = await get('/assets/a-1234.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
    expect((await get('/assets/f.ttf')).headers['content-type']).toBe('font/ttf')
  })

  test('Chinese file names, encoded', async () => {
    const answer = await get('/' + encodeURIComponent('贫困县.policy'))
    expect([answer.status, answer.body]).toEqual([200, '政策'])
  })

  test('routes made in memory, text and bytes', async () => {
    const text = await get('/files/' + encodeURIComponent('一.policy'))
    expect([text.status, text.body, text.headers['content-type']]).toEqual([200, '政策 一', 'text/plain; charset=utf-8'])
    expect((await get('/files/b.bin')).headers['content-length']).toBe('3')
  })

  test('HEAD tells the length and sends no body', async () => {
    const answer = await get('/assets/a-1234.js', { method: 'HEAD' })
    expect([answer.status, answer.headers['content-length'], answer.body]).toEqual([200, '18', ''])
  })
})

describe('what is refused', () => {
  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00', '/%E0%A4%A'])(
    '%s is malformed',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(400)
      expect(answer.body).not.toContain('secret')
    },
  )

  test.each(['/link.txt', '/absent.js', '/assets', '/constructor', '/index.html/'])('%s is not found', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test.each([
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '127.0.0.1@evil.example',
    '[::1].evil.example',
  ])('the Host %j is foreign', async (host) => {
    const answer = await get('/', { host })
    expect(answer.status).toBe(403)
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy)
    expect(answer.body).not.toContain('条理')
  })

  test.each(['localhost', 'localhost:9999', 'LOCALHOST:80', '127.0.0.1', '[::1]', '[::1]:5173'])(
    'the Host %j is this machine',
    async (host) => {
      expect((await get('/', { host })).status).toBe(200)
    },
  )

  test('a request without a Host', async () => {
    const { port } = new URL(served.url)
    const text = await new Promise<string>((done, fail) => {
      let received = ''
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'))
      socket
        .on('data', (part) => (received += part))
        .on('end', () => done(received))
        .on('error', fail)
    })
    expect(text.split('\r\n', 1)[0]).toBe('HTTP/1.1 403 Forbidden')
  })

  test('methods that write', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await get('/', { method })
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
    }
  })
})

describe('the port', () => {
  test('a busy one gives way to the next', async () => {
    const first = Number(new URL(served.url).port)
    const second = await serveEditor({ dir, port: first })
    try {
      const port = Number(new URL(second.url).port)
      expect(port).toBeGreaterThan(first)
      expect(port).toBeLessThan(first + 20)
    } finally {
      await second.close()
    }
  })

  test('close frees it', async () => {
    const again = await serveEditor({ dir, port: 0 })
    const { port } = new URL(again.url)
    await again.close()
    const third = await serveEditor({ dir, port: Number(port) })
    expect(new URL(third.url).port).toBe(port)
    await third.close()
  })

  test('a folder that does not exist is an error at once', async () => {
    await expect(serveEditor({ dir: join(temporary, 'none'), port: 0 })).rejects.toThrow(/ENOENT/)
  })
})
