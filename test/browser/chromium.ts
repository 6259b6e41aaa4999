import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { chineseFonts } from './fonts.ts'
import { hasPackedBrowser, unpackBrowser } from './unpack.ts'

export type { Browser, Page } from 'playwright-core'

interface Found {
  readonly executable: string
  readonly libraries?: string
}

const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/**
 * Starts a headless browser that can show Chinese: the one named by TIAOLI_CHROMIUM, else the one inside
 * node_modules (Linux x64, needs no system package), else a usual installation.
 * @throws Error with one sentence when none is found
 */
export async function launch(): Promise<Browser> {
  const found = findBrowser(process.env)
  return chromium.launch({
    executablePath: found.executable,
    headless: true,
    env: browserEnvironment(found),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  })
}

/** Which browser `launch` would start, given the environment variables. */
export function findBrowser(environment: NodeJS.ProcessEnv): Found {
  const named = environment['TIAOLI_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`TIAOLI_CHROMIUM names ${named}, which does not exist.`)
    return { executable: named }
  }
  if (process.platform === 'linux' && process.arch === 'x64' && hasPackedBrowser()) return unpackBrowser()
  const installed = usual[process.platform]?.find(existsSync)
  if (installed !== undefined) return { executable: installed }
  throw new Error(
    'No browser for the tests: run "npm install" on Linux x64, or set TIAOLI_CHROMIUM to a Chrome, Chromium or Edge program.',
  )
}

function browserEnvironment(found: Found): Record<string, string> {
  const inherited: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) inherited[name] = value
  if (process.platform !== 'linux') return inherited
  const config = chineseFonts()
  // Only the child sees these: the bundled libraries must not reach other programs the tests start.
  const libraries = [found.libraries, inherited['LD_LIBRARY_PATH']].filter((path) => path !== undefined && path !== '').join(':')
  return {
    ...inherited,
    FONTCONFIG_FILE: config,
    FONTCONFIG_PATH: dirname(config),
    ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }),
  }
}
