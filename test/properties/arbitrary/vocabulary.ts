import type { Entity, Enumeration, Field, Term, ValueType } from '../../../dsl/lower/program.ts'
import type { Draw } from './draw.ts'

export const NOWHERE = { file: '', start: 0, end: 0 } as const

/** A declared thing whose Chinese name is made from its id. */
export function term(id: string, zh: string): Term {
  return { id, zh, en: id, span: NOWHERE }
}

export const ENUMS: readonly Enumeration[] = [
  { ...term('cause', '原因'), values: [term('ill', '因病'), term('poor', '因贫'), term('far', '路远')] },
  { ...term('kind', '类别'), values: [term('plain', '平原'), term('hill', '山区')] },
]
export const ROLES: readonly Term[] = [term('county_office', '县扶贫办'), term('township', '乡镇'), term('team', '工作队')]
export const CHANNELS: readonly Term[] = [term('register', '建档立卡系统'), term('visit', '入户核查')]

export const NUMBER: ValueType = { kind: 'number', unit: '' }
export const YEAR: ValueType = { kind: 'year' }
export const BOOLEAN: ValueType = { kind: 'boolean' }
export const DATE: ValueType = { kind: 'date' }

interface Kind {
  readonly name: string
  readonly zh: string
  make(draw: Draw): Pick<Field, 'type'> & Partial<Field>
}

const bounds = (draw: Draw): Partial<Field> => {
  const low = draw.chance(70) ? { low: String(draw.pick([0, 0, 0, -3, 1])) } : {}
  return { ...low, ...(draw.chance(50) ? { high: String(draw.pick([5, 8, 10])) } : {}) }
}

const KINDS: readonly Kind[] = [
  { name: 'flag', zh: '是否', make: () => ({ type: BOOLEAN }) },
  {
    name: 'amount',
    zh: '数',
    make: (draw) => ({ type: { ...NUMBER, decimals: draw.int(0, 2) } as ValueType, ...bounds(draw), nullable: draw.chance(20) }),
  },
  { name: 'free', zh: '量', make: () => ({ type: NUMBER }) },
  {
    name: 'rate',
    zh: '比率',
    make: (draw) => ({
      type: { kind: 'number', unit: '', ratio: true, decimals: 4 },
      low: '0',
      ...(draw.chance(70) ? { high: '1' } : {}),
      nullable: draw.chance(15),
    }),
  },
  { name: 'cause', zh: '原因', make: (draw) => ({ type: { kind: 'enum', enum: 'cause' }, nullable: draw.chance(25) }) },
  { name: 'kind', zh: '类别', make: () => ({ type: { kind: 'enum', enum: 'kind' } }) },
  { name: 'day', zh: '日期', make: (draw) => ({ type: DATE, nullable: draw.chance(25) }) },
  { name: 'year', zh: '年度', make: (draw) => ({ type: YEAR, nullable: draw.chance(30) }) },
  { name: 'note', zh: '说明', make: () => ({ type: { kind: 'text' } }) },
]

const NUMERALS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']

/** Fields of every kind now and then, with judgements, channels and yearly facts among them. */
function plainFields(draw: Draw, prefix: string, zh: string, count: number): Field[] {
  const fields: Field[] = []
  for (let i = 0; i < count; i++) {
    const kind = i === 0 ? KINDS[0]! : i === 1 ? KINDS[1]! : draw.pick(KINDS)
    const made = kind.make(draw)
    const special = draw.int(0, 9)
    fields.push({
      ...term(`${prefix}_${kind.name}_${i}`, `${zh}${kind.zh}${NUMERALS[i]}`),
      nullable: false,
      yearly: special === 7 || special === 8,
      ...made,
      ...(special === 9 && i > 1 ? { judgement: { roles: draw.chance(50) ? ['township'] : ['county_office', 'township'] } } : {}),
      ...(special === 6 || special === 8 ? { channel: draw.pick(CHANNELS).id } : {}),
    })
  }
  return fields
}

function listField(draw: Draw, id: string, zh: string, of: string): Field {
  const atMost = draw.chance(50) ? { atMost: draw.int(2, 4) } : {}
  return { ...term(id, zh), type: { kind: 'list', entity: of, ...atMost }, nullable: false, yearly: false }
}

/** Households with members (who have events), in a village that has households of its own. */
export function vocabulary(draw: Draw): Entity[] {
  const event: Entity = { ...term('event', '事件'), fields: plainFields(draw, 'e', '事', 2) }
  const member: Entity = {
    ...term('member', '成员'),
    fields: [
      ...plainFields(draw, 'm', '人', draw.int(3, 5)),
      ...(draw.chance(50) ? [listField(draw, 'events', '经历', 'event')] : []),
    ],
  }
  const village: Entity = {
    ...term('village', '村'),
    fields: [...plainFields(draw, 'v', '村', draw.int(2, 4)), listField(draw, 'households', '农户', 'household')],
  }
  const household: Entity = {
    ...term('household', '户'),
    fields: [
      ...plainFields(draw, 'h', '户', draw.int(4, 8)),
      listField(draw, 'members', '家庭成员', 'member'),
      { ...term('village', '所在村'), type: { kind: 'entity', entity: 'village' }, nullable: false, yearly: false },
    ],
  }
  return [household, member, village, event]
}
