import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { contentType } from './content-type.ts'
import { securityHeaders } from './headers.ts'

/** What to serve and where; `port` 0 takes any free port. */
export interface ServeOptions {
  readonly dir: string
  readonly port: number
  readonly host?: string
  /** Extra read-only routes made in memory, by URL path ('/files/a.policy'); they win over the folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

export interface ServedEditor {
  readonly url: string
  readonly close: () => Promise<void>
}

const portsTried = 20

/**
 * Serves the built editor to this machine only. A busy port is answered by trying the next ones.
 * @throws Error when `dir` does not exist or no port is free
 */
export async function serveEditor({ dir, port, host = '127.0.0.1', files = {} }: ServeOptions): Promise<ServedEditor> {
  const root = await realpath(dir)
  const server = createServer((request, response) => {
    answer(root, files, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  await listenFrom(server, port, host)
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()))
        server.closeAllConnections()
      }),
  }
}

async function answer(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  if (!isLocalName(request.headers.host)) return refuse(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405)
  }
  const path = decodedPath(request.url ?? '/')
  if (path === undefined) return refuse(response, 400)
  const body = Object.hasOwn(files, path) ? files[path] : undefined
  if (body !== undefined) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    response.writeHead(200, {
      'Content-Type': contentType(extname(path)),
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return
  }
  const found = await fileBelow(root, path)
  if (found === undefined) return refuse(response, 404)
  response.writeHead(200, {
    'Content-Type': contentType(extname(found.file)),
    'Content-Length': found.size,
    // Names under assets/ carry a hash of the content, so they never change.
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/**
 * True for the names of this machine, any port. Against DNS rebinding: a foreign page may point its own name at
 * 127.0.0.1, but cannot change the Host header its requests then carry.
 */
export function isLocalName(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}

/** The decoded path of a request target, or undefined when it is malformed or climbs out of the root. */
function decodedPath(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '')
    if (!path.startsWith('/') || path.includes('\0') || path.split(/[/\\]/).includes('..')) return undefined
    return path
  } catch {
    return undefined
  }
}

async function fileBelow(root: string, path: string): Promise<{ file: string; size: number } | undefined> {
  try {
    // Symbolic links are followed first, so that none may lead out of the folder.
    const file = await realpath(join(root, path.endsWith('/') ? path + 'index.html' : path))
    const inside = relative(root, file)
    if (inside === '..' || inside.startsWith('..' + sep) || isAbsolute(inside)) return undefined
    const found = await stat(file)
    return found.isFile() ? { file, size: found.size } : undefined
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, status: 400 | 403 | 404 | 405 | 500): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(String(status))
}

async function listenFrom(server: Server, port: number, host: string): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      await listen(server, port === 0 ? 0 : port + tried, host)
      return
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!busy || port === 0 || tried + 1 >= portsTried || port + tried >= 65_535) throw error
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done()
    })
  })
}
