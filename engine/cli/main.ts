import { Command, CommanderError, Option } from 'commander'
import type { Lang } from '../types.ts'
import { Failure, failure } from './failure.ts'
import { EXIT, type ExitCode, report, type Terminal } from './terminal.ts'
import { VERSION } from './version.ts'
import { say } from './words.ts'

/** Runs one call of the command line; returns the exit code and never throws. Heavy parts are imported when their command is called. */
export async function run(
  argv: readonly string[],
  streams: { out: (text: string) => void; err: (text: string) => void; isTTY: boolean; columns?: number },
): Promise<ExitCode> {
  const lang = languageOf(argv)
  const color = colorOf(argv, streams.isTTY)
  const terminal: Terminal = {
    lang,
    color,
    out: streams.out,
    err: streams.err,
    texts: new Map(),
    ...(streams.columns && { columns: streams.columns }),
  }
  let code: ExitCode = EXIT.answered
  const program = commands(terminal, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.answered
      report(terminal, failure('C810', { detail: error.message.replace(/^error: /, '') }).diagnostics)
      return EXIT.wrong
    }
    report(
      terminal,
      error instanceof Failure
        ? error.diagnostics
        : failure('C899', { detail: (error as Error).message ?? String(error) }).diagnostics,
    )
    return EXIT.wrong
  }
}

function commands(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const { lang } = terminal
  const word = (key: Parameters<typeof say>[1]) => say(lang, key)
  const root = new Command('tiaoli')
    .description(word('tiaoli'))
    .version(VERSION, '-V, --version', word('version'))
    .helpOption('-h, --help', word('help'))
    .helpCommand(false)
    .exitOverride()
    // so that --lang behind a command is that command's own: docs knows one more language than the others
    .enablePositionalOptions()
    .configureOutput({ writeOut: terminal.out, writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => helpTitle(title, lang) })
    .addOption(new Option('--lang <lang>', word('lang')).choices(['zh', 'en']).default(lang))
    .addOption(new Option('--color <when>', word('color')).choices(['auto', 'always', 'never']).default('auto'))
  const add = (name: string, key: Parameters<typeof say>[1], langs: readonly string[] = ['zh', 'en']) => {
    const command = root.command(name).description(word(key)).helpOption('-h, --help', word('help')).copyInheritedSettings(root)
    command.addOption(new Option('--lang <lang>', word(langs.length > 2 ? 'langs' : 'lang')).choices(langs))
    command.addOption(new Option('--color <when>', word('color')).choices(['auto', 'always', 'never']))
    return command
  }
  const format = (...choices: string[]) => new Option('--format <form>', word('format')).choices(choices).default('text')

  add('check', 'check')
    .argument('[paths...]', word('pathsArg'), ['.'])
    .addOption(format('text', 'json', 'sarif'))
    .action(async (paths, options) => done((await import('./commands/check.ts')).check(terminal, paths, options)))
  add('eval', 'eval')
    .argument('<policies...>', word('policiesArg'))
    .option('--standard <name>', word('standard'))
    .option('--policy <name>', word('onePolicy'))
    .requiredOption('--facts <file>', word('facts'))
    .option('--as-of <date>', word('asOf'))
    .option('--year <year>', word('year'))
    .option('--reading <choice>', word('reading'), (value: string, all: string[]) => [...all, value], [] as string[])
    .option('--explain', word('explain'), false)
    .option('--fail-on <outcomes>', word('failOn'))
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/eval.ts')).evaluate(terminal, paths, options)))
  add('test', 'test')
    .argument('[paths...]', word('pathsArg'), ['.'])
    .option('--coverage', word('coverage'), false)
    .option('--watch', word('watch'), false)
    .option('--junit <file>', word('junit'))
    .option('--filter <text>', word('filter'))
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done(await (await import('./commands/test.ts')).test(terminal, paths, options)))
  add('fmt', 'fmt')
    .argument('[paths...]', word('pathsArg'), ['.'])
    .addOption(new Option('--as <spelling>', word('as')).choices(['dsl', 'yaml']))
    .option('--check', word('fmtCheck'), false)
    .option('--stdout', word('stdout'), false)
    .action(async (paths, options) => done((await import('./commands/fmt.ts')).fmt(terminal, paths, options)))
  add('schema', 'schema')
    .argument('[policy]', word('policyArg'))
    .option('--standard <name>', word('standard'))
    .addOption(new Option('--of <file>', word('of')).choices(['facts', 'suite', 'policy-yaml']).default('facts'))
    .action(async (path, options) => done((await import('./commands/schema.ts')).schema(terminal, path, options)))
  add('types', 'types')
    .argument('<policy>', word('policyArg'))
    .action(async (path) => done((await import('./commands/types.ts')).types(terminal, path)))
  add('replay', 'replay')
    .argument('<record>', word('recordArg'))
    .option('--policy <path>', word('policyOption'))
    .action(async (path, options) => done((await import('./commands/replay.ts')).replay(terminal, path, options)))
  add('readings', 'readings')
    .argument('<policies...>', word('policiesArg'))
    .option('--standard <name>', word('standard'))
    .option('--policy <name>', word('onePolicy'))
    .requiredOption('--facts <file>', word('facts'))
    .option('--as-of <date>', word('asOf'))
    .option('--year <year>', word('year'))
    .option('--reading <choice>', word('readingBase'), (value: string, all: string[]) => [...all, value], [] as string[])
    .option('--combinations <n>', word('combinations'))
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/readings.ts')).readings(terminal, paths, options)))
  add('case', 'case')
    .argument('<policies...>', word('policiesArg'))
    .option('--procedure <name>', word('procedure'))
    .option('--policy <name>', word('onePolicy'))
    .requiredOption('--case <file>', word('caseFile'))
    .option('--on <date>', word('caseOn'))
    .option('--reading <choice>', word('reading'), (value: string, all: string[]) => [...all, value], [] as string[])
    .option('--explain', word('caseExplain'), false)
    .option('--fail-on <states>', word('caseFailOn'))
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/case.ts')).judgeCases(terminal, paths, options)))
  add('plan', 'plan')
    .argument('<policies...>', word('policiesArg'))
    .option('--procedure <name>', word('procedure'))
    .option('--policy <name>', word('onePolicy'))
    .option('--start <date>', word('planStart'))
    .option('--year <year>', word('planYear'))
    .option('--reading <choice>', word('reading'), (value: string, all: string[]) => [...all, value], [] as string[])
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/plan.ts')).plan(terminal, paths, options)))
  add('ledger', 'ledger')
    .argument('<paths...>', word('pathsArg'))
    .option('--policy <name>', word('onePolicy'))
    .option('--of <name>', word('ledgerOf'))
    .option('--source <file>', word('sourceFile'))
    .option('--write', word('ledgerWrite'), false)
    .option('--stdout', word('stdout'), false)
    .option('--fail-on <findings>', word('ledgerFailOn'))
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/ledger.ts')).ledger(terminal, paths, options)))
  add('docs', 'docs', ['zh', 'en', 'both'])
    .argument('[paths...]', word('pathsArg'), ['.'])
    .requiredOption('--out <folder>', word('docsOut'))
    .action(async (paths, options) => done((await import('./commands/docs.ts')).docs(terminal, paths, options)))
  add('generate', 'generate')
    .requiredOption('--like <policy>', word('like'))
    .requiredOption('--households <n>', say(lang, 'households', { most: '1000000' }))
    .option('--seed <seed>', word('seed'), '1')
    .option('--standard <name>', word('firstStandard'))
    .option('--policy <name>', word('onePolicy'))
    .option('--as-of <date>', word('likeAsOf'))
    .option('--year <year>', word('year'))
    .option('--reading <choice>', word('reading'), (value: string, all: string[]) => [...all, value], [] as string[])
    .option('--villages <n>', word('villages'))
    .option('--holes <share>', word('holes'))
    .option('--all', word('allFields'), false)
    .option('-o, --output <file>', word('output'))
    .addOption(new Option('--format <form>', word('format')).choices(['json', 'ndjson', 'yaml']))
    .action(async (options) => done((await import('./commands/generate.ts')).generateFacts(terminal, options)))
  add('register', 'register')
    .argument('<policies...>', word('policiesArg'))
    .requiredOption('--history <file>', word('historyFile'))
    .option('--register <name>', word('oneRegister'))
    .option('--policy <name>', word('onePolicy'))
    .option('--on <date>', word('historyOn'))
    .option('--reading <choice>', word('reading'), (value: string, all: string[]) => [...all, value], [] as string[])
    .option('--fail-on <findings>', word('registerFailOn'))
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/register.ts')).register(terminal, paths, options)))
  add('targets', 'targets')
    .argument('<policies...>', word('policiesArg'))
    .option('--standard <name>', word('standard'))
    .option('--policy <name>', word('onePolicy'))
    .requiredOption('--facts <file>', word('facts'))
    .option('--as-of <date>', word('asOf'))
    .option('--year <year>', word('year'))
    .option('--reading <choice>', word('reading'), (value: string, all: string[]) => [...all, value], [] as string[])
    .addOption(format('text', 'json'))
    .action(async (paths, options) => done((await import('./commands/targets.ts')).targets(terminal, paths, options)))
  return root
}

function helpTitle(title: string, lang: Lang): string {
  const titles: Record<string, Parameters<typeof say>[1]> = {
    'Usage:': 'usage',
    'Options:': 'options',
    'Commands:': 'commands',
    'Arguments:': 'args',
  }
  const key = titles[title]
  return key ? `${say(lang, key)}:` : title
}

/** Read before parsing, because errors of parsing are told in it. Chinese unless asked otherwise: never the machine's locale. */
function languageOf(argv: readonly string[]): Lang {
  return optionValue(argv, '--lang') === 'en' ? 'en' : 'zh'
}

function colorOf(argv: readonly string[], isTTY: boolean): boolean {
  const when = optionValue(argv, '--color') ?? 'auto'
  return when === 'always' || (when === 'auto' && isTTY && process.env['NO_COLOR'] === undefined)
}

function optionValue(argv: readonly string[], option: string): string | undefined {
  const joined = argv.find((word) => word.startsWith(`${option}=`))
  const at = argv.indexOf(option)
  return joined?.slice(option.length + 1) ?? (at < 0 ? undefined : argv[at + 1])
}
