import type { CodeTable } from '../diagnostic.ts'

/** P5xx: the YAML spelling. */
export const YAML_CODES = {
  P501: {
    severity: 'error',
    zh: {
      title: '文件太长：{length} 个字符，最多 {most} 个',
      why: '再长就不能保证及时答复。',
      help: '把文件拆成几个，用 采用 连接。',
    },
    en: {
      title: 'The file is too long: {length} characters, at most {most}',
      why: 'Beyond that an answer in time cannot be promised.',
      help: 'Split the file and join the parts with `use`.',
    },
  },
  P502: {
    severity: 'error',
    zh: {
      title: '嵌套太深，最多 {most} 层',
      why: '正常的政策文件不会这样深；这样的文件会拖垮读取程序。',
      help: '检查缩进和括号。',
    },
    en: {
      title: 'Nested too deep, at most {most} levels',
      why: 'No policy needs this depth, and such a file could exhaust the reader.',
      help: 'Check indentation and brackets.',
    },
  },
  P503: {
    severity: 'error',
    zh: {
      title: '不能用 YAML 的锚点和引用（{mark}）',
      why: '读的人看到的应当就是生效的内容，不必展开引用。',
      help: '把内容写出来；要共用就声明一个定义。',
    },
    en: {
      title: 'YAML anchors and aliases are not allowed ({mark})',
      why: 'What a reader sees should be what counts, without expanding references.',
      help: 'Write the content out, or share it through a definition.',
    },
  },
  P504: {
    severity: 'error',
    zh: {
      title: '不能用 YAML 标签（{mark}）',
      why: '每个位置的类型已由语言规定。',
      help: '删去标签。',
      fixes: { remove: '删去 {mark}' },
    },
    en: {
      title: 'YAML tags are not allowed ({mark})',
      why: 'The language itself says what type stands where.',
      help: 'Remove the tag.',
      fixes: { remove: 'Remove {mark}' },
    },
  },
  P505: {
    severity: 'error',
    zh: { title: '不能用合并键 <<', why: '合并进来的内容读的人看不见。', help: '把内容写出来。' },
    en: {
      title: 'The merge key << is not allowed',
      why: 'Merged content is invisible to a reader.',
      help: 'Write the content out.',
    },
  },
  P506: {
    severity: 'error',
    zh: {
      title: '键“{key}”写了两次',
      why: '只有一个会生效，另一个会悄悄丢失。',
      help: '删去一个，或合并成列表。',
      labels: { first: '第一次在这里' },
    },
    en: {
      title: 'The key `{key}` stands twice',
      why: 'Only one would count and the other be lost silently.',
      help: 'Remove one, or join them in a list.',
      labels: { first: 'first here' },
    },
  },
  P507: {
    severity: 'error',
    zh: { title: '一个文件里有几份 YAML 文档', why: '只读第一份会丢掉其余的。', help: '去掉 --- ，或拆成几个文件。' },
    en: {
      title: 'Several YAML documents in one file',
      why: 'Reading the first would lose the others.',
      help: 'Remove the --- or split the file.',
    },
  },
  P508: {
    severity: 'error',
    zh: { title: '缩进里有制表符', why: 'YAML 只认空格缩进。', help: '换成空格。' },
    en: { title: 'A tab in the indentation', why: 'YAML indents with blanks only.', help: 'Replace it by blanks.' },
  },
  P509: {
    severity: 'error',
    zh: { title: '缩进不对', why: '从缩进看不出这一行属于哪一层。', help: '同一层的键对齐在同一列。' },
    en: {
      title: 'Wrong indentation',
      why: 'The indentation does not say to which level this line belongs.',
      help: 'Align the keys of one level in one column.',
    },
  },
  P510: {
    severity: 'error',
    zh: { title: '引号或括号没有配对', why: '不知道内容到哪里为止。', help: '补上引号、括号、逗号或冒号。' },
    en: {
      title: 'A quote, bracket, comma or colon is missing',
      why: 'The end of the content cannot be told.',
      help: 'Add what is missing.',
    },
  },
  P511: {
    severity: 'error',
    zh: { title: '双引号里有不认识的转义', why: '反斜线在双引号里有特别的含义。', help: '改用单引号，或把反斜线写成两个。' },
    en: {
      title: 'An unknown escape in double quotes',
      why: 'A backslash has a meaning of its own there.',
      help: 'Use single quotes, or write the backslash twice.',
    },
  },
  P512: {
    severity: 'error',
    zh: {
      title: '这里不是合法的 YAML',
      why: 'YAML 规则不允许这样写（{detail}）。',
      help: '把文字放进引号；检查冒号后的空格和缩进。',
    },
    en: {
      title: 'Not valid YAML here',
      why: 'The rules of YAML do not allow this ({detail}).',
      help: 'Put texts in quotes; check the blank after colons and the indentation.',
    },
  },
  P513: {
    severity: 'error',
    zh: {
      title: '键应当是一行之内的一个词',
      why: '键说明这是哪种内容。',
      help: '写成 `键: 内容`；内容里有冒号就放进引号；检查缩进。',
    },
    en: {
      title: 'A key should be one word on one line',
      why: 'The key says what kind of content follows.',
      help: 'Write `key: content`; put content with a colon in quotes; check the indentation.',
    },
  },
  P514: {
    severity: 'error',
    zh: {
      title: '键“{key}”后面的“{mark}”是全角的',
      why: 'YAML 只认半角冒号加空格；写成全角，键和内容就成了一段文字。',
      help: '写成 `{key}: 内容`，冒号后空一格。',
      fixes: { replace: '换成半角冒号加空格' },
    },
    en: {
      title: 'The colon `{mark}` behind the key `{key}` is a full-width one',
      why: 'YAML knows the half-width colon with a blank only; with the other, key and content are one text.',
      help: 'Write `{key}: content` with a blank behind the colon.',
      fixes: { replace: 'Write a half-width colon and a blank' },
    },
  },
  P520: {
    severity: 'error',
    zh: {
      title: '没有叫“{key}”的键',
      why: '不认识的键如果被忽略，写的规定就不会生效。',
      help: '{kind} 可以有：{allowed}',
      fixes: { rename: '改为 {name}' },
    },
    en: {
      title: 'There is no key `{key}`',
      why: 'Were an unknown key passed over, what it says would not count.',
      help: '{kind} may have: {allowed}',
      fixes: { rename: 'Change to {name}' },
    },
  },
  P521: {
    severity: 'error',
    zh: {
      title: '没有说明这是哪种内容的键',
      why: '每一项要有一个键说明它是什么，如 must 或 standard。',
      help: '这里可以是：{allowed}',
    },
    en: {
      title: 'No key says what kind of entry this is',
      why: 'Each entry needs a key such as must or standard.',
      help: 'Possible here: {allowed}',
    },
  },
  P522: {
    severity: 'error',
    zh: {
      title: '一项里有两种内容：“{first}”和“{second}”',
      why: '一项只能是一种内容。',
      help: '拆成两项，每项前加 - 。',
      labels: { first: '一种在这里' },
    },
    en: {
      title: 'Two kinds in one entry: `{first}` and `{second}`',
      why: 'An entry is of one kind.',
      help: 'Make two entries, each with a dash.',
      labels: { first: 'one kind here' },
    },
  },
  P523: {
    severity: 'error',
    zh: { title: '“{key}”后面要写一段文字', why: '这里不能是列表或一组键。', help: '写在同一行，放进引号。' },
    en: {
      title: '`{key}` wants a text',
      why: 'A list or a mapping has no meaning here.',
      help: 'Write it on the same line, in quotes.',
    },
  },
  P524: {
    severity: 'error',
    zh: { title: '“{key}”后面要写列表', why: '里面的每一项都是一条声明。', help: '每一项前加 - 。' },
    en: { title: '`{key}` wants a list', why: 'Each of its entries is a declaration.', help: 'Put a dash before each entry.' },
  },
  P525: {
    severity: 'error',
    zh: { title: '这里要写一组键', why: '一条声明是一组 `键: 内容`。', help: '例如 `must: 收入达标/income_line`。' },
    en: {
      title: 'A mapping is wanted here',
      why: 'A declaration is a group of `key: content` lines.',
      help: 'For example `must: 收入达标/income_line`.',
    },
  },
  P526: {
    severity: 'error',
    zh: { title: '“{kind}”不能有“{key}”', why: '这个键属于别的声明。', help: '{kind} 可以有：{allowed}' },
    en: {
      title: '`{kind}` cannot have `{key}`',
      why: 'The key belongs to other declarations.',
      help: '{kind} may have: {allowed}',
    },
  },
  P527: {
    severity: 'error',
    zh: { title: '“{kind}”不能放在“{parent}”里', why: '放错了地方就不会生效。', help: '{parent} 里可以有：{allowed}' },
    en: {
      title: '`{kind}` cannot stand in `{parent}`',
      why: 'In the wrong place it would not count.',
      help: '{parent} may hold: {allowed}',
    },
  },
  P528: {
    severity: 'error',
    zh: { title: '“{key}”后面没有内容', why: '空着的键说不出任何规定。', help: '补上内容，或删去这个键。' },
    en: { title: 'Nothing follows `{key}`', why: 'An empty key says nothing.', help: 'Add its content, or remove the key.' },
  },
  P529: {
    severity: 'error',
    zh: {
      title: '“{key}”后面只能写 true',
      why: '不成立就不写这个键。',
      help: '写 true，或删去这个键。',
      fixes: { yes: '写 true' },
    },
    en: {
      title: '`{key}` can only be true',
      why: 'Where it does not hold, the key is left out.',
      help: 'Write true, or remove the key.',
      fixes: { yes: 'Write true' },
    },
  },
  P530: {
    severity: 'error',
    zh: { title: '“{key}”后面要写整数', why: '这里是个数。', help: '写成数字，如 6。' },
    en: { title: '`{key}` wants a whole number', why: 'It counts something.', help: 'Write digits, for example 6.' },
  },
  P531: {
    severity: 'error',
    zh: {
      title: '“{key}”不能是“{value}”',
      why: '只能从规定的几个词里选。',
      help: '可以是：{allowed}',
      fixes: { replace: '改为 {name}' },
    },
    en: {
      title: '`{key}` cannot be `{value}`',
      why: 'Only the listed words have a meaning here.',
      help: 'Possible: {allowed}',
      fixes: { replace: 'Change to {name}' },
    },
  },
  P532: {
    severity: 'error',
    zh: { title: '“{kind}”缺少“{key}”', why: '没有它，这条声明什么也没说。', help: '补上 `{key}:`。' },
    en: { title: '`{kind}` lacks `{key}`', why: 'Without it the declaration says nothing.', help: 'Add `{key}:`.' },
  },
  P533: {
    severity: 'error',
    zh: {
      title: '“{key}”里的名称写法不对：“{value}”',
      why: '名称是 中文名/ascii_id，或其中之一。',
      help: '去掉多余的符号；特别的名称放进「」。',
    },
    en: {
      title: 'Not a name in `{key}`: `{value}`',
      why: 'A name is 中文名/ascii_id or one of the two.',
      help: 'Remove other marks; put unusual names in 「」.',
    },
  },
  P534: {
    severity: 'error',
    zh: { title: '“{key}”的文字里有换行', why: 'DSL 的引文都在一行之内，两种写法要能互换。', help: '写成一行。' },
    en: {
      title: 'The text of `{key}` holds a line break',
      why: 'Texts of the DSL stand on one line, and both spellings must convert into each other.',
      help: 'Write it on one line.',
    },
  },
} as const satisfies CodeTable
