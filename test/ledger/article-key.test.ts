import { describe, expect, it } from 'vitest'
import { articleDigest, isDigest, sameDigest } from '../../engine/ledger/article-digest.ts'
import { articleKey, PREAMBLE } from '../../engine/ledger/article-key.ts'

describe('article names', () => {
  it.each([
    ['四（1）', '4 1'],
    ['四(1)', '4 1'],
    ['四.1', '4 1'],
    ['四．１', '4 1'],
    ['第四条（一）', '4 1'],
    ['第4条第1项', '4 1'],
    ['三.2（3）', '3 2 3'],
    ['五（一）第一步', '5 1 1'],
    ['四第三步1', '4 3 1'],
    ['三之二', '3 2'],
    ['第二章 第十二条', '12'],
    ['第三条第二款', '3 2'],
    ['二〔一〕①', '2 1 1'],
    ['附件3', 'annex3'],
    ['附件一、2', 'annex1 2'],
    ['引言', PREAMBLE],
  ])('%s is %s', (article, path) => {
    expect(articleKey(article)).toEqual({ path: path.split(' '), tail: '' })
  })

  it.each([
    ['第六条民主评议', '6', '民主评议'],
    ['第六条第一次公示', '6', '第一次公示'],
    ['三（一）1 不得', '3 1 1', '不得'],
    ['四 报名', '4', '报名'],
  ])('%s is a part of %s', (article, path, tail) => {
    expect(articleKey(article)).toEqual({ path: path.split(' '), tail })
  })

  it('leaves names that begin with no number alone', () => {
    for (const name of ['附则', '标题', '', '（', '落款', '一般规定']) expect(articleKey(name), name).toBeUndefined()
  })
})

describe('digests', () => {
  it('do not mind white space, widths, quotes and dashes', () => {
    const { digest } = articleDigest('船长“应当”在2％以下（含），10月1日—5日')
    for (const same of ['船长"应当"在2%以下(含),10月1日-5日', ' 船长「应当」在\n  ２％以下（含）， 10月1日――5日\u200b'])
      expect(articleDigest(same).digest).toBe(digest)
    expect(articleDigest('船长“应当”在3％以下（含），10月1日—5日').digest).not.toBe(digest)
    expect(articleDigest('船 长').characters).toBe(2)
  })

  it('are compared whole or by sixteen digits and more', () => {
    const { digest } = articleDigest('船')
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(sameDigest(digest.toUpperCase(), digest)).toBe(true)
    expect(sameDigest(digest.slice(0, 16), digest)).toBe(true)
    expect(sameDigest(digest.slice(0, 15), digest)).toBe(false)
    expect([isDigest(digest), isDigest('未计算'), isDigest('')]).toEqual([true, false, false])
  })
})
