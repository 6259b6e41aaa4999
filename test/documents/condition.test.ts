import { describe, expect, it } from 'vitest'
import type { Expr } from '../../dsl/lower/program.ts'
import { conditionText } from '../../engine/docs/condition.ts'
import { namesOf } from '../../engine/docs/names.ts'
import {
  age,
  and,
  arith,
  between,
  choice,
  cmp,
  count,
  date,
  datePart,
  enumType,
  extreme,
  get,
  listOf,
  MONEY,
  meets,
  member,
  NUM,
  not,
  num,
  OUTER,
  oneOf,
  or,
  param,
  quant,
  reading,
  round,
  share,
  sum,
  time,
  when,
  YEAR,
  year,
} from '../engine/build.ts'
import { sampleProgram } from './sample.ts'

const say = (expr: Expr, lang: 'zh' | 'en' = 'zh') => conditionText(expr, namesOf(sampleProgram(), lang), ['household'])
const income = () => get('income', MONEY)
const low = () => get('low_income')
const members = () => listOf('members', 'person')
const dropout = () => get('dropout', undefined, undefined, 'person')

describe('conditions in words', () => {
  it.each<[string, Expr]>([
    ['年人均纯收入大于 3,700 元', cmp(income(), 'gt', num('3700'))],
    [
      '年人均纯收入〔年度 − 1〕大于国家扶贫标准',
      cmp(get('income', MONEY, undefined, undefined, arith(time('year'), '-', num(1, ''))), 'gt', param('line')),
    ],
    ['不满足（低保户 且 有疑点）', not(and(low(), get('doubtful')))],
    ['不是「低保户」', not(low())],
    ['低保户 且 （有疑点 或 低保户）', and(low(), or(get('doubtful'), low()))],
    [
      '登记状态属于已脱贫、返贫户',
      oneOf(get('register_status', enumType('status')), choice('status', 'exited'), choice('status', 'back')),
    ],
    ['没有成员满足（辍学）', quant('none', members(), dropout())],
    ['每个辍学的成员都满足（户的低保户）', quant('every', members(), get('low_income', undefined, OUTER), dropout())],
    ['成员中辍学的占比小于或等于 2%', cmp(share(members(), dropout(), 'met'), 'le', num('1/50', ''))],
    ['辍学的成员的数目', count(members(), dropout())],
    ['成员的1 元合计', sum(members(), num(1))],
    ['所在村的有驻村工作队', get('has_team', undefined, member('village', 'village'), 'village')],
    ['达到「贫困户退出」标准', meets('household_exit')],
    ['年人均纯收入介于 1 元 至 2 元 之间（不含上限）', between(income(), num(1), num(2), false, true)],
    ['年人均纯收入四舍五入到 0.01 元', round(income(), 'half_up', '1/100')],
    ['年人均纯收入、国家扶贫标准中较大者', extreme('larger', income(), param('line'))],
    ['若低保户则1 元，否则2 元', when(low(), num(1), num(2))],
    ['（「公示首日」：首日计入：低保户；首日不计：有疑点）', reading('first_day', { in: low(), out: get('doubtful') })],
    ['自2001年2月3日至评定日的周岁（周年）数', age(date('2001-02-03'))],
    ['评定日的年份等于 2019年', cmp(datePart('year', time('as_of')), 'eq', year(2019))],
  ])('%s', (text, expr) => {
    expect(say(expr)).toBe(text)
  })

  it('bracket what an operation would tear apart, and nothing else', () => {
    const [a, b, c] = ['1', '2', '3'].map((n) => num(n, ''))
    expect(say(arith(a!, '*', arith(b!, '+', c!)))).toBe('1 × （2 + 3）')
    expect(say(arith(arith(a!, '+', b!), '/', c!))).toBe('（1 + 2） ÷ 3')
    expect(say(arith(a!, '-', arith(b!, '-', c!)))).toBe('1 − （2 − 3）')
    expect(say(arith(a!, '/', arith(b!, '*', c!)))).toBe('1 ÷ （2 × 3）')
    expect(say(arith(arith(a!, '-', b!), '-', c!))).toBe('1 − 2 − 3')
    expect(say(arith(arith(a!, '*', b!), '+', c!))).toBe('1 × 2 + 3')
    expect(say(arith(arith(a!, '/', b!), '*', c!))).toBe('1 ÷ 2 × 3')
    expect(say(arith(a!, '*', arith(b!, '/', c!)), 'en')).toBe('1 × (2 ÷ 3)')
  })

  it('read the ids of things the program does not know', () => {
    expect(say(get('gone', NUM))).toBe('gone')
    expect(say(cmp(get('gone_year', YEAR), 'eq', time('year')), 'en')).toBe('gone year equal to year')
  })
})
