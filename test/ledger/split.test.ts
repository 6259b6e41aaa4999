import { describe, expect, it } from 'vitest'
import { splitText, type TextArticle } from '../../engine/ledger/split.ts'

/** Labels of everything in the first text, outermost first. */
function labels(text: string): string[] {
  const below = (articles: readonly TextArticle[]): string[] => articles.flatMap((one) => [one.label, ...below(one.children)])
  return below(splitText(text)[0]!.articles)
}

describe('splitting a text at its headings', () => {
  it('takes every kind of mark, nested', () => {
    const text = `渔村评星办法（自拟）
按照镇里的安排，制定本办法。
一、总则
为评星而写。
二、标准
（一）甲类船
1.船身完好。
2．船灯常亮。
（二）乙类船
1、有救生衣：
（1）大人一件；
（2）小孩一件；
①系带完好；②颜色鲜明。
三、步骤
第一步：登记。船主报名。
第二步：验看。验船的人看。
——坚持白天看。
——坚持两个人看。`
    expect(labels(text)).toEqual([
      ...['引言', '一', '二', '二（一）', '二（一）1', '二（一）2', '二（二）', '二（二）1'],
      ...['二（二）1（1）', '二（二）1（2）', '二（二）1（2）（1）', '二（二）1（2）（2）'],
      ...['三', '三第一步', '三第二步', '三第二步之一', '三第二步之二'],
    ])
  })

  it('counts articles on through chapters, and steps over a number that is missing', () => {
    const text = '第一章 总则\n第一条 写给船。\n第二条 写给网。\n第二章 附则\n第四条 写给帆。\n'
    expect(labels(text)).toEqual(['第一条', '第二条', '第四条'])
  })

  it('finds marks amid a line where the numbering goes on, and none in running text', () => {
    const text =
      '第一条 依照第三条（二）的要求，船分两类。 第二条 两类是: 一大船。以百分之2.5为限。 二小船。三年一换，见附件1、附件2。 第三条 完。'
    expect(labels(text)).toEqual(['第一条', '第二条', '第二条（一）', '第二条（二）', '第三条'])
  })

  it('takes digits that lost their brackets', () => {
    const text = '一、要求 1.船要两样 1船身：要结实。 2船灯：要亮。 2.网要三样。二、日期是10月12日。'
    expect(labels(text)).toEqual(['一', '一.1', '一.1（1）', '一.1（2）', '一.2', '二'])
  })

  it('guesses the number that was lost before a dot at the start of a line', () => {
    expect(labels('一、步骤\n1.看船。\n2.看网。\n.看帆。\n4.看灯。\n二、完。')).toEqual([
      ...['一', '一.1', '一.2', '一.3', '一.4', '二'],
    ])
  })

  it('does not take the lines a page’s width broke for headings', () => {
    const wide = '船主应当在每年开海之前把船身船灯船网船帆都看过一遍并且按照本办法'
    expect(labels(`第一条 ${wide}\n第三条的要求登记。\n第二条 完。`)).toEqual(['第一条', '第二条'])
  })

  it('takes out the page numbers of scanned pages and joins what they tore', () => {
    const torn = '1、第一条 船要结\n2、实。第二条 灯要\n3、亮。第三条 网要\n4、密。'
    const whole = '第一条 船要结实。第二条 灯要亮。第三条 网要密。'
    expect(labels(torn)).toEqual(['第一条', '第二条', '第三条'])
    const prints = (text: string) => splitText(text)[0]!.articles.map((one) => one.digest)
    expect(prints(torn)).toEqual(prints(whole))
    // headings that begin where a sentence ended are no page numbers
    expect(labels('1、船要结实。\n2、灯要亮。\n3、网要密。')).toEqual(['1', '2', '3'])
  })

  it('tells the texts of one file apart', () => {
    const parts = splitText('【篇一】 第一条 船。 第二条 网。 【篇二】 一、帆。二、灯。三、桨。')
    expect(parts.map((part) => [part.number, part.articles.map((one) => one.label)])).toEqual([
      [1, ['第一条', '第二条']],
      [2, ['一', '二', '三']],
    ])
  })

  it('keeps the longest print of what a page break printed twice', () => {
    const [first] = splitText(
      '一、步骤\n第一步：看船。\n第二步：看网\n第一步：看船。\n第二步：看网，要看两遍。\n第三步：完。',
    )[0]!.articles
    expect(first!.children.map((one) => [one.label, one.printed])).toEqual([
      ['一第一步', 2],
      ['一第二步', 2],
      ['一第三步', 1],
    ])
    const [, once] = splitText('一、步骤\n第一步：看船。\n第二步：看网，要看两遍。\n第三步：完。')[0]!.articles[0]!.children
    expect(first!.children[1]!.digest).toBe(once!.digest)
  })

  it('counts unnumbered paragraphs, a heading line not among them', () => {
    const [six] = splitText('六、退海以后\n渔船上岸以后，照旧供油。\n渔网另行\n登记，不收费。\n')[0]!.articles
    expect(six!.paragraphs).toHaveLength(2)
  })

  it('holds no words of the text', () => {
    const secret = '海螺壳里藏着的话'
    const parts = splitText(`一、${secret}。\n二、${secret}，再说一遍：\n（一）${secret}。\n（二）${secret}！`)
    for (const piece of ['海螺', '壳里', '藏着', '再说']) expect(JSON.stringify(parts)).not.toContain(piece)
  })

  it('reads nothing from nothing, and a large text in linear time', () => {
    expect(splitText('')).toEqual([{ number: 0, articles: [] }])
    expect(splitText('  \n\n 没有编号的话')[0]!.articles).toEqual([])
    const clauses = Array.from({ length: 8 }, (_, i) => `（${'一二三四五六七八'[i]}）${'船要结实，灯要亮。'.repeat(300)}`).join(
      '\n',
    )
    const text = Array.from({ length: 90 }, (_, i) => `第${i + 1}条 船与灯\n${clauses}`).join('\n')
    expect(text.length).toBeGreaterThan(1_900_000)
    const start = performance.now()
    const [part] = splitText(text)
    expect(part!.articles).toHaveLength(90)
    expect(part!.articles.every((one) => one.children.length === 8)).toBe(true)
    expect(performance.now() - start).toBeLessThan(5000)
    for (const odd of [
      ' '.repeat(300_000),
      '（'.repeat(300_000),
      '1 '.repeat(200_000),
      '一、'.repeat(150_000),
      '第'.repeat(300_000),
    ]) {
      const before = performance.now()
      splitText(odd)
      expect(performance.now() - before, odd.slice(0, 2)).toBeLessThan(3000)
    }
  })
})
