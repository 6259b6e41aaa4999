import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const require = createRequire(import.meta.url)

/** A browser unpacked from the package: the program, and the folder of NSS and expat libraries it may need. */
export interface UnpackedBrowser {
  readonly executable: string
  readonly libraries: string
}

/**
 * Unpacks the Chromium carried by `@sparticuz/chromium` into the temporary directory and returns where it lies.
 * The first call takes about 2.5 s, later ones only look. The package's own `executablePath()` is not used: it unpacks the
 * libraries only when cloud environment variables are set, and a half-written file left by an interrupted run would be taken as whole.
 */
export function unpackBrowser(): UnpackedBrowser {
  const root = packageRoot()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const home = unpackOnce(`tiaoli-chromium-${version}`, (folder) => {
    const program = join(folder, 'chromium')
    writeFileSync(program, brotliDecompressSync(readFileSync(join(root, 'bin', 'chromium.br'))))
    chmodSync(program, 0o755)
    untar(brotliDecompressSync(readFileSync(join(root, 'bin', 'al2023.tar.br'))), folder)
  })
  return { executable: join(home, 'chromium'), libraries: join(home, 'lib') }
}

/** True when the npm package with the packed browser is installed. */
export function hasPackedBrowser(): boolean {
  try {
    return existsSync(join(packageRoot(), 'bin', 'chromium.br'))
  } catch {
    return false
  }
}

/**
 * Makes the folder `name` in the temporary directory by `fill`, unless it is there already, and returns its path.
 * `fill` is told where to write now, and where the folder will lie in the end.
 * INVARIANT: a folder of that name is always complete, because it is filled under another name and then renamed.
 */
export function unpackOnce(name: string, fill: (folder: string, final: string) => void): string {
  const final = join(tmpdir(), `${name}-${process.getuid?.() ?? 'user'}`)
  if (existsSync(final)) return final
  const draft = mkdtempSync(final + '-')
  try {
    fill(draft, final)
    renameSync(draft, final)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Two test files may unpack at once; the slower one uses the result of the faster.
    if (!existsSync(final)) throw error
  }
  return final
}

/** Writes the regular files of a plain tar archive below `folder`, by their last path part kept under one sub-folder at most. */
function untar(archive: Buffer, folder: string): void {
  for (let at = 0; at + 512 <= archive.length; ) {
    const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    if (name === '') return
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8)
    const type = archive.toString('latin1', at + 156, at + 157)
    if (type === '0' || type === '\0') {
      const file = join(folder, basename(dirname(name)), basename(name))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, archive.subarray(at + 512, at + 512 + size), { mode: 0o755 })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

function packageRoot(): string {
  // The package exports only its entry, build/cjs/index.cjs for require.
  return join(dirname(require.resolve('@sparticuz/chromium')), '..', '..')
}
