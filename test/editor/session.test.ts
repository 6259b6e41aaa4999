import { describe, expect, test, vi } from 'vitest'
import type { Problem, TextEdit } from '../../editor/service/problem.ts'
import { turns } from '../../editor/state/changes.ts'
import { markOf, type Storage, savedTexts } from '../../editor/state/saved.ts'
import { createSession, type Session } from '../../editor/state/session.ts'
import { shippedFiles, shippedSamples } from '../../editor/state/shipped.ts'
import { type LanguageMethods, languageMethods, type ShownCase } from '../../editor/worker/methods.ts'
import type { Ask } from '../../editor/worker/rpc.ts'
import { POLICY, POLICY_FILE, VOCABULARY, WORDS_FILE } from './fixture.ts'

const FILES = [
  { file: POLICY_FILE, text: POLICY },
  { file: WORDS_FILE, text: VOCABULARY },
]

function memory(): Storage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** The worker's methods called in this thread. */
function direct(): Ask<LanguageMethods> {
  const methods = languageMethods()
  return (async (name: keyof LanguageMethods, params: never) => methods[name](params)) as Ask<LanguageMethods>
}

async function started(storage: Storage | undefined = memory()): Promise<{ session: Session; settled: () => Promise<void> }> {
  const session = createSession({
    language: 'zh',
    ask: direct(),
    saved: savedTexts(storage),
    files: FILES,
    samples: [],
    whenIdle: (action) => action(),
    delayMs: 0,
  })
  session.attach({
    show: () => {},
    reveal: () => {},
    edit: (edits: readonly TextEdit[]) => {
      for (const { file, start, end, text } of edits)
        session.changed(file, session.textOf(file).slice(0, start) + text + session.textOf(file).slice(end))
    },
    undo: () => {},
  })
  await session.start()
  return { session, settled: () => new Promise((done) => setTimeout(done, 30)) }
}
const errors = (session: Session): readonly Problem[] => session.problems.value.filter(({ severity }) => severity === 'error')
const BROKEN = POLICY.replace('超过 国家扶贫标准', '超过 国家扶贫标淮')

describe('the session', () => {
  test('checks after a change and mends by a fix', async () => {
    const { session, settled } = await started()
    expect(errors(session)).toEqual([])
    session.changed(POLICY_FILE, BROKEN)
    await settled()
    expect(errors(session).map(({ code }) => code)).toEqual(['N201'])
    expect([...session.edited.value]).toEqual([POLICY_FILE])
    session.fix(errors(session)[0]!, 0)
    await settled()
    expect(session.textOf(POLICY_FILE)).toBe(POLICY)
    expect(errors(session)).toEqual([])
    expect(session.edited.value.size).toBe(0)
  })

  test('a fix for an older text is not applied', async () => {
    const { session, settled } = await started()
    session.changed(POLICY_FILE, BROKEN)
    await settled()
    const [problem] = errors(session)
    session.changed(POLICY_FILE, `// 新的一行\n${BROKEN}`)
    session.fix(problem!, 0)
    expect(session.textOf(POLICY_FILE)).toBe(`// 新的一行\n${BROKEN}`)
  })

  test('keeps changes for the next visit and says so; the original is forgotten', async () => {
    const storage = memory()
    const first = await started(storage)
    first.session.changed(POLICY_FILE, BROKEN)
    first.session.keep()
    const second = await started(storage)
    expect(second.session.textOf(POLICY_FILE)).toBe(BROKEN)
    expect(second.session.notice.value).toEqual({ kind: 'restored', files: [POLICY_FILE], newer: [] })
    expect(errors(second.session).length).toBe(1)
    second.session.reset([POLICY_FILE])
    second.session.keep()
    expect(storage.kept.size).toBe(0)
    expect((await started(storage)).session.notice.value).toBeUndefined()
  })

  test('says when the original has changed since', async () => {
    const storage = memory()
    savedTexts(storage).write({ file: POLICY_FILE, text: BROKEN, base: markOf('an older original') })
    const { session } = await started(storage)
    expect(session.notice.value).toMatchObject({ kind: 'restored', newer: [POLICY_FILE] })
  })

  test('formats the open file and refuses one with errors', async () => {
    const { session, settled } = await started()
    session.changed(POLICY_FILE, POLICY.replace('年人均纯收入 超过', '年人均纯收入     超过'))
    await session.format()
    expect(session.textOf(POLICY_FILE)).toContain('年人均纯收入 超过')
    expect(session.notice.value).toEqual({ kind: 'formatted' })
    session.changed(POLICY_FILE, POLICY.replace('超过', '，，'))
    await settled()
    await session.format()
    expect(session.notice.value).toEqual({ kind: 'notFormatted' })
  })

  test('a checker that fails is reported, and the text is kept', async () => {
    const storage = memory()
    const heard: unknown[] = []
    const session = createSession({
      language: 'zh',
      ask: () => Promise.reject(new Error('broken checker')),
      saved: savedTexts(storage),
      files: FILES,
      samples: [],
      whenIdle: (action) => action(),
      delayMs: 0,
    })
    const say = vi.spyOn(console, 'error').mockImplementation((error) => void heard.push(error))
    await session.start()
    session.changed(POLICY_FILE, BROKEN)
    session.keep()
    await new Promise((done) => setTimeout(done, 20))
    say.mockRestore()
    expect(session.notice.value).toEqual({ kind: 'fault' })
    expect(String(heard[0])).toContain('broken checker')
    expect(savedTexts(storage).read(POLICY_FILE)?.text).toBe(BROKEN)
  })

  test('saving by hand says that it is done', async () => {
    const { session } = await started()
    session.changed(POLICY_FILE, BROKEN)
    session.save()
    expect(session.notice.value).toEqual({ kind: 'kept' })
  })

  test('says when the browser keeps nothing, until it does', async () => {
    const storage = memory()
    let full = true
    const { session } = await started({
      ...storage,
      setItem: (key, value) => {
        if (full) throw new Error('full')
        storage.setItem(key, value)
      },
    })
    session.changed(POLICY_FILE, BROKEN)
    session.keep()
    expect(session.notice.value).toEqual({ kind: 'notSaved' })
    expect(session.unsafe.value).toBe(true)
    full = false
    session.changed(WORDS_FILE, `${VOCABULARY}// 改`)
    session.keep()
    expect(session.unsafe.value).toBe(false)
    expect(storage.kept.size).toBe(2)
  })
})

describe('storage', () => {
  test('damaged or foreign entries are as good as none', () => {
    const storage = memory()
    for (const text of ['{', '3', 'null', '{"text":1,"base":"x"}']) {
      storage.setItem(`tiaoli.text.1:${POLICY_FILE}`, text)
      expect(savedTexts(storage).read(POLICY_FILE)).toBeUndefined()
    }
    expect(savedTexts(undefined).read(POLICY_FILE)).toBeUndefined()
    expect(savedTexts(undefined).write({ file: 'a', text: 'b', base: 'c' })).toBe(false)
  })
})

test('a turn is a decision that changed; an old result is no decision', () => {
  const one = (id: string, outcome: ShownCase['outcome'], stale = false) => ({ id, name: id, outcome, stale }) as ShownCase
  const before = [one('a', 'met'), one('b', 'unmet'), one('c', 'met')]
  expect(turns(before, [one('a', 'unmet'), one('b', 'unmet'), one('c', 'unmet', true), one('d', 'met')])).toEqual([
    { name: 'a', from: 'met', to: 'unmet' },
  ])
})

describe('what is shipped', () => {
  test('policies by instrument, shared words last, samples apart', () => {
    const files = shippedFiles.map(({ file }) => file)
    expect(files[0]).toBe('henan-measure/henan-measure.policy')
    expect(files.at(-1)).toMatch(/^vocabulary\//)
    expect(files.some((file) => /test\.yaml|samples/.test(file))).toBe(false)
    expect(shippedSamples.length).toBeGreaterThan(0)
    expect(shippedSamples.every(({ text }) => text.includes('模拟'))).toBe(true)
  })
})
