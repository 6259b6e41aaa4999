/** Groups of characters readers take for one another; each is folded to its first. */
const LOOK_ALIKE = [
  '未末',
  '己已巳',
  '土士',
  '日曰',
  '戊戌戍',
  '人入',
  '千干',
  '侯候',
  '拨拔',
  '折拆',
  '免兔',
  '茶荼',
  '失矢',
  '往住',
]
/** Traditional characters of this field's words, after their simplified ones. */
const TRADITIONAL =
  '贫貧 户戶 县縣 乡鄉 镇鎮 标標 准準 认認 评評 议議 审審 核覈 对對 业業 产產 务務 医醫 疗療 险險 饮飲 岁歲 学學 辍輟 残殘 龄齡 发發 员員 贷貸 拨撥 资資 费費 额額 数數 总總 与與 无無 统統 筹籌 暂暫 缓緩 档檔 驻駐 队隊 书書 记記 领領 导導 组組 织織 脱脫 达達 线線 门門 电電 话話 广廣 场場 实實 际際 质質 证證 请請 诉訴 异異 处處 罚罰 养養 优優 补補 贴貼 农農 劳勞 动動 义義 障障 为為 帮幫 图圖 关關 开開 东東 车車'

const FOLD: ReadonlyMap<string, string> = new Map([
  ...LOOK_ALIKE.flatMap((group) => [...group].slice(1).map((other) => [other, [...group][0]!] as const)),
  ...TRADITIONAL.split(' ').map((pair) => [[...pair][1]!, [...pair][0]!] as const),
  ...[...'lI|'].map((letter) => [letter, '1'] as const),
  ...[...'oO'].map((letter) => [letter, '0'] as const),
])

/** What a name looks like: full width, letter case, look-alikes and traditional variants folded. Names of one appearance are easily mixed up. */
export function appearance(name: string): string {
  if (isPlain(name)) return name
  const known = SEEN.get(name)
  if (known !== undefined) return known
  const look = folded(name)
  if (SEEN.size < MOST_SEEN) SEEN.set(name, look)
  return look
}

/** The names of the texts being edited come up again at every keystroke. */
const SEEN = new Map<string, string>()
const MOST_SEEN = 5000

function folded(name: string): string {
  return [...name.normalize('NFKC')].map((character) => FOLD.get(character) ?? character.toLowerCase()).join('')
}

/** Units that folding leaves alone: small letters, digits, _ and Han characters, unless they look like another. */
const PLAIN = (() => {
  const plain = new Uint8Array(0x1_0000)
  plain.fill(1, 0x4e00, 0xa000)
  plain.fill(1, 0x61, 0x7b)
  plain.fill(1, 0x30, 0x3a)
  plain[0x5f] = 1
  for (const character of FOLD.keys()) plain[character.charCodeAt(0)] = 0
  return plain
})()

function isPlain(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (PLAIN[name.charCodeAt(i)] === 0) return false
  return true
}
