import type { CodeTable } from '../diagnostic.ts'

/** C8xx: the command line and its files. C9xx: misuse of the library. */
export const CALL_CODES = {
  C801: {
    severity: 'error',
    zh: { title: '找不到 {path}', why: '没有这个文件或文件夹。', help: '检查路径；文件夹里的近似名称：{near}。' },
    en: {
      title: 'cannot find {path}',
      why: 'there is no such file or folder.',
      help: 'check the path; near names in that folder: {near}.',
    },
  },
  C802: {
    severity: 'error',
    zh: { title: '读不了 {path}：{detail}', why: '文件在，但打不开。', help: '检查权限，或者它是不是一个文件夹。' },
    en: {
      title: 'cannot read {path}: {detail}',
      why: 'the file is there but cannot be opened.',
      help: 'check its permissions, and that it is a file.',
    },
  },
  C803: {
    severity: 'error',
    zh: {
      title: '{path} 不是 UTF-8 编码（像是 {guess}）',
      why: '用错误的编码读，中文会变成乱码，规则就不是原来的规则了。',
      help: '用编辑器“另存为 UTF-8”后再试。',
    },
    en: {
      title: '{path} is not UTF-8 (it looks like {guess})',
      why: 'read with the wrong encoding the Chinese text would turn into other text.',
      help: 'save it as UTF-8 and try again.',
    },
  },
  C804: {
    severity: 'error',
    zh: {
      title: '{path} 不是有效的 {format}：{detail}',
      why: '读不懂的事实不能用来认定。',
      help: '检查这一处的逗号、引号和括号。',
    },
    en: {
      title: '{path} is not valid {format}: {detail}',
      why: 'facts that cannot be read decide nothing.',
      help: 'check commas, quotes and brackets there.',
    },
  },
  C805: {
    severity: 'error',
    zh: {
      title: '{path} 里没有政策',
      why: '这里需要一个“政策”声明；词汇和来源本身不作认定。',
      help: '给出含有“政策 …{ }”的 .policy 或 .policy.yaml 文件。',
    },
    en: {
      title: 'there is no policy in {path}',
      why: 'a `policy` declaration is needed here; vocabularies and sources decide nothing.',
      help: 'give a .policy or .policy.yaml file with `policy … { }`.',
    },
  },
  C806: {
    severity: 'error',
    zh: { title: '政策里没有标准「{name}」', why: '不知道按哪一项标准认定。', help: '可用的标准：{known}。' },
    en: {
      title: 'the policy has no standard `{name}`',
      why: 'it is not clear what to decide by.',
      help: 'its standards: {known}.',
    },
  },
  C807: {
    severity: 'error',
    zh: {
      title: '没有给出评定日',
      why: '评定日决定适用哪个版本、哪个数值，从不取自电脑时钟。',
      help: '加上 {option}，例如 {option} 2019-12-01。',
    },
    en: {
      title: 'no date to decide on',
      why: 'the date chooses the version and the figures; it never comes from the clock.',
      help: 'add {option}, for example {option} 2019-12-01.',
    },
  },
  C808: {
    severity: 'error',
    zh: { title: '「{value}」不是 {option} 能用的值', why: '{option} 需要 {wanted}。', help: '改成 {wanted}。' },
    en: { title: '`{value}` is no value for {option}', why: '{option} takes {wanted}.', help: 'give {wanted}.' },
  },
  C809: {
    severity: 'error',
    zh: { title: '没有名为「{name}」的{kind}', why: '写错的名称会被当成没有写，结果就不是你要的。', help: '可能是：{near}。' },
    en: {
      title: 'there is no {kind} called `{name}`',
      why: 'a mistyped name would silently not count.',
      help: 'did you mean {near}?',
    },
  },
  C810: {
    severity: 'error',
    zh: {
      title: '命令写法不对：{detail}',
      why: '认不出的命令或选项不会被猜测。',
      help: '运行 tiaoli --help 或 tiaoli 命令 --help 看用法。',
    },
    en: {
      title: 'the command is not understood: {detail}',
      why: 'unknown commands and options are not guessed.',
      help: 'see `tiaoli --help` or `tiaoli COMMAND --help`.',
    },
  },
  C811: {
    severity: 'error',
    zh: { title: '{path} 里没有一条事实', why: '没有对象可以认定。', help: '文件应是一个对象、一个对象列表，或每行一个对象。' },
    en: {
      title: '{path} holds no facts',
      why: 'there is nobody to decide.',
      help: 'the file should be an object, a list of objects, or one object a line.',
    },
  },
  C812: {
    severity: 'error',
    zh: {
      title: '{path} 不是一份可以重放的认定记录',
      why: '重放需要记录本身和当时的事实。',
      help: '用 tiaoli eval … --format json 得到的文件。',
    },
    en: {
      title: '{path} is not a record that can be replayed',
      why: 'a replay needs the record and the facts it was made from.',
      help: 'use a file written by `tiaoli eval … --format json`.',
    },
  },
  C813: {
    severity: 'error',
    zh: {
      title: '重放与记录不一致：{what}',
      why: '记录写的是 {expected}，现在得到 {actual}。',
      help: '核对政策文件和事实是不是当时的版本。',
    },
    en: {
      title: 'the replay differs from the record: {what}',
      why: 'the record says {expected}, now it is {actual}.',
      help: 'check that policy and facts are the versions of that day.',
    },
  },
  C814: {
    severity: 'error',
    zh: { title: '{path} 太大（{size}）', why: '超过 {limit} 的文件不读，以免占满内存。', help: '分成几个文件再来。' },
    en: {
      title: '{path} is too large ({size})',
      why: 'files over {limit} are not read, so that memory is not exhausted.',
      help: 'split it into several files.',
    },
  },
  C815: {
    severity: 'error',
    zh: { title: '写不了 {path}：{detail}', why: '结果没有保存，原来的文件没有动。', help: '检查文件夹是否存在、有没有写权限。' },
    en: {
      title: 'cannot write {path}: {detail}',
      why: 'nothing was saved, the old file is untouched.',
      help: 'check that the folder exists and can be written.',
    },
  },
  C816: {
    severity: 'error',
    zh: {
      title: '{path} 没有改写：{reason}',
      why: '只有重新读入后含义和注释都一样的文本才会写回。',
      help: '先让 tiaoli check 没有错误。',
    },
    en: {
      title: '{path} was left alone: {reason}',
      why: 'only text that reads back to the same tree and comments is written.',
      help: 'first make `tiaoli check` pass.',
    },
  },
  C817: {
    severity: 'error',
    zh: { title: '{path} 里没有找到政策文件', why: '要找的是 .policy 和 .policy.yaml。', help: '换一个文件夹，或直接给出文件。' },
    en: {
      title: 'no policy files found in {path}',
      why: 'looked for .policy and .policy.yaml.',
      help: 'give another folder, or the files themselves.',
    },
  },
  C830: {
    severity: 'error',
    zh: {
      title: '{path} 不是纯文本（像是 {guess}）',
      why: '原文要按文字逐条计算指纹；读不出文字就没有可比的东西。',
      help: '在 Word 或 WPS 里“另存为”纯文本（.txt），编码选 UTF-8 或 GB18030，再试一次。',
    },
    en: {
      title: '{path} is no plain text (it looks like {guess})',
      why: 'digests are taken of words, article by article; without words there is nothing to compare.',
      help: 'save it from the word processor as plain text (.txt), UTF-8 or GB18030, and try again.',
    },
  },
  C831: {
    severity: 'error',
    zh: {
      title: '{path} 里找不到条款编号',
      why: '台账按条款编号与原文对照，一个编号也没有就分不出条款。',
      help: '确认文件里有“第一条”“一、”“（一）”“1.”这样的编号，而且不是空文件。',
    },
    en: {
      title: 'no numbered articles in {path}',
      why: 'a ledger is compared with the text article by article; without numbers there are none.',
      help: 'make sure that the file is not empty and has headings such as 第一条, 一、, （一） or 1.',
    },
  },
  C832: {
    severity: 'error',
    zh: {
      title: '评定日 {asOf} 有不止一份政策在施行',
      why: '用哪一份认定，结果可能不同，不能替您选。候选：{candidates}。',
      help: '用 --policy 指定一份；或者在新的一份里写明“替代 …”。',
    },
    en: {
      title: 'more than one policy is in force on {asOf}',
      why: 'they may decide differently, and the choice is not ours. Candidates: {candidates}.',
      help: 'name one with --policy, or let the newer say which it `supersedes`.',
    },
  },
  C833: {
    severity: 'error',
    zh: {
      title: '评定日 {asOf} 没有一份政策在施行',
      why: '没有施行的政策不能作认定的依据。候选：{candidates}。',
      help: '核对评定日，或核对“施行 自 … 至 …”和“替代”的日期。',
    },
    en: {
      title: 'no policy is in force on {asOf}',
      why: 'nothing can be decided by a policy that is not in force. Candidates: {candidates}.',
      help: 'check the date, and the dates of `in_force` and `supersedes`.',
    },
  },
  C834: {
    severity: 'error',
    zh: {
      title: '{path} 里有不止一份政策',
      why: '与一份原文对照，只能是一份政策的台账。',
      help: '用 --policy 指定一份：{known}。',
    },
    en: {
      title: '{path} holds more than one policy',
      why: 'a text is compared with the ledger of one policy.',
      help: 'name one with --policy: {known}.',
    },
  },
  C835: {
    severity: 'error',
    zh: {
      title: '政策 {policy} 没有台账',
      why: '没有“来源”逐条登记，就没有可以列出和对照的条款。',
      help: '在政策旁边写一个“来源 … { 条「…」 }”。',
    },
    en: {
      title: 'policy {policy} has no ledger',
      why: 'without a `source` that lists the articles there is nothing to show or compare.',
      help: 'write `source … { article 「…」 }` beside the policy.',
    },
  },
  C840: {
    severity: 'error',
    zh: {
      title: '没有说按哪个程序',
      why: '案卷和日程都按一个程序来看；政策里没有程序，或者有好几个，都不能替您选。',
      help: '用 --procedure 指定，或在案卷里写 procedure（程序）。可用的程序：{known}。',
    },
    en: {
      title: 'it is not said which procedure',
      why: 'a case and a timetable follow one procedure; where a policy has none or several the choice is not ours.',
      help: 'give --procedure, or `procedure` in the case file. Its procedures: {known}.',
    },
  },
  C899: {
    severity: 'error',
    zh: {
      title: '条理内部出错：{detail}',
      why: '这是条理的缺陷，不是您的错。没有写入任何文件。',
      help: '请把命令和输入文件报告给维护者。',
    },
    en: {
      title: 'an internal error: {detail}',
      why: 'this is a defect of Tiaoli, not yours. Nothing was written.',
      help: 'please report the command and its input.',
    },
  },
} as const satisfies CodeTable
