const TRADITIONAL = '標準須參數義實體詞彙匯來條據適於約釋計記總統籌暫緩題層級號採認舉輸項範圍當視為則無屬間額類別餘'
const SIMPLIFIED = '标准须参数义实体词汇汇来条据适于约释计记总统筹暂缓题层级号采认举输项范围当视为则无属间额类别余'

/** No keyword is longer. */
const LONGEST = 16

/** Words of law texts and of everyday language for a keyword of the tables. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['shall', 'must'],
  ['should', 'must'],
  ['required', 'must'],
  ['forbidden', 'bar'],
  ['must_not', 'bar'],
  ['shall_not', 'bar'],
  ['define', 'definition'],
  ['必须', '须'],
  ['应', '须'],
  ['应当', '须'],
  ['禁止', '不得'],
  ['不准', '不得'],
])

/** A word in simplified characters, as far as they are those of keywords. */
export function simplified(word: string): string {
  if (word.length > LONGEST) return word
  return [...word].map((character) => SIMPLIFIED[TRADITIONAL.indexOf(character)] ?? character).join('')
}

/** The keyword that a word most likely stands for: its simplified spelling, or the keyword of that meaning; undefined unless it is one of those that fit here. */
export function keywordMeant(word: string, fits: (keyword: string) => boolean): string | undefined {
  const simple = simplified(word)
  const meant = [simple, SYNONYMS.get(simple.toLowerCase())]
  return meant.find((keyword) => keyword !== undefined && keyword !== word && fits(keyword))
}
