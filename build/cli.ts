import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CommanderError } from 'commander';
import { callError } from './commands/call-errors.ts';
import { colours } from './commands/colours.ts';
import { commandLine } from './commands/command-line.ts';
import type { CommandContext } from './commands/context.ts';
import { findProject } from './commands/find-project.ts';
import { createProgram } from './commands/program.ts';
import { say, systemLanguage, words } from './commands/words.ts';
import { type Language, withCommands } from './messages/format.ts';
import { isDiskFull } from './not-writable.ts';
import { goalOf } from './part-name.ts';
import { usePieces } from './pieces.ts';

/** Width of the progress bar in characters. */
const BAR = 24;

/** The exit code of what the user can put right. */
const MISTAKE = 1;

/** A wrong call; and what only Cartable itself is to blame for (EX_SOFTWARE of sysexits.h). */
const WRONG_CALL = 2;
const BROKEN = 70;

function showProgress(done: number, total: number, file: string): void {
  const { stderr } = process;
  if (!stderr.isTTY) {
    stderr.write(`${done}/${total} ${file}\n`);
    return;
  }
  const width = stderr.columns || 80;
  const filled = Math.round((done / total) * BAR);
  const line = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total} ${file}`;
  stderr.write(`\r${line.slice(0, width - 1).padEnd(width - 1)}`);
  if (done === total) stderr.write(`\r${' '.repeat(width - 1)}\r`);
}

/** A command as it can be typed where this one was. */
function command(args: string): string {
  return commandLine(args, { env: process.env, script: process.argv[1] ?? '', folder: process.cwd() });
}

function contextOf(root: string, program: string, language: Language): CommandContext {
  const project = findProject(process.cwd());
  const { INIT_CWD: start, npm_lifecycle_event: event } = process.env;
  return {
    root,
    program,
    project,
    modules: join(project, 'modules'),
    folders: [process.cwd(), ...(start && event !== 'npx' ? [start] : [])],
    language,
    command,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    progress: showProgress,
  };
}

/** `--lang` must be known before the commands are made: their help is in that language. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const name = at < 0 ? '' : args[at]?.includes('=') ? args[at]?.slice('--lang='.length) : args[at + 1];
  return name === 'fr' || name === 'en' ? name : systemLanguage(process.env);
}

function versionOf(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return version;
}

/** One line for what nobody foresaw; the stack only for those who ask for it. */
function showFailure(error: unknown, language: Language): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const line = say(words[language].broken, { why: message.split('\n')[0] ?? '' });
  process.stderr.write(`${colours.red(line)}\n${process.env.CARTABLE_DEBUG && stack ? `${stack}\n` : ''}`);
}

/** Says what was not written on a full disk. */
function showDiskFull({ path, dest }: NodeJS.ErrnoException & { readonly dest?: string }, language: Language): number {
  const named = dest ?? path;
  const file = named === undefined ? words[language].aFile : relative(process.cwd(), goalOf(named)) || named;
  process.stderr.write(`${colours.red(words[language].error)} ${say(words[language].diskFull, { file })}\n`);
  return MISTAKE;
}

function showWrongCall(error: CommanderError, language: Language): number {
  if (error.exitCode === 0) return 0;
  // Without a command, the help was shown instead.
  if (error.code === 'commander.help') return WRONG_CALL;
  process.stderr.write(
    `${colours.red(words[language].error)} ${callError(error.message, language)}\n${withCommands(words[language].seeHelp, command)}\n`,
  );
  return WRONG_CALL;
}

/**
 * Whoever listens may go before the end, as `head` does: the work goes on. What can't be written for another reason, on a full disk,
 * leaves somebody without what he asked for.
 * @returns tells of what was lost; gives the exit code that the command then has
 */
function mindOutput(language: Language): (code: number) => Promise<number> {
  const { stdout, stderr } = process;
  let why = '';
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') why = message;
  });
  stderr.on('error', () => {});
  return async (code) => {
    // What could not be written is told a moment later.
    await new Promise(setImmediate);
    if (why) stderr.write(`${colours.red(say(words[language].untold, { why }))}\n`);
    return code || (why ? BROKEN : 0);
  };
}

/**
 * Runs one command.
 * @param root folder of Cartable itself
 * @param folder of the made program
 * @returns the exit code: 0 well, 1 an author's mistake, 2 a wrong call, 70 a failure of Cartable itself
 */
export async function main(args: readonly string[], root: string, folder: string): Promise<number> {
  const language = languageOf(args);
  const listened = mindOutput(language);
  let code = 0;
  try {
    usePieces(join(folder, 'pieces'));
    const program = createProgram({
      language,
      version: versionOf(root),
      output: { writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(text) },
      run: async (task) => {
        code = await task(contextOf(root, folder, language));
      },
    });
    await program.parseAsync([...args], { from: 'user' });
    return await listened(code);
  } catch (error) {
    if (error instanceof CommanderError) return await listened(showWrongCall(error, language));
    if (isDiskFull(error)) return await listened(showDiskFull(error, language));
    showFailure(error, language);
    return BROKEN;
  }
}
