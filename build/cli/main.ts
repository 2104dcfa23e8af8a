import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CommanderError } from 'commander';
import { type Language, withCommands } from '../diagnostics/format.ts';
import type { Engine } from '../host/engine.ts';
import { goalOf } from '../host/part-name.ts';
import { OwnTypeError } from '../own-types/own-type-error.ts';
import { isDiskFull } from '../stages/pack/not-writable.ts';
import { callError } from './call-errors.ts';
import { colours } from './colours.ts';
import { commandLine } from './command-line.ts';
import type { CommandContext } from './context.ts';
import { findProject } from './find-project.ts';
import { createProgram } from './program.ts';
import { fill, strings, systemLanguage } from './strings.ts';

/** Width of the progress bar in characters. */
const BAR = 24;

/** Exit code for mistakes that the user can fix. */
const MISTAKE = 1;

/** Exit codes for a wrong call, and for failures of Cartable itself (EX_SOFTWARE of sysexits.h). */
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

/** Formats a command as the user can type it. */
function command(args: string): string {
  return commandLine(args, { env: process.env, script: process.argv[1] ?? '', folder: process.cwd() });
}

async function contextOf(root: string, program: string, language: Language): Promise<CommandContext> {
  const { nodeEngine } = await import('../host/node/engine.ts');
  const project = findProject(process.cwd());
  const types = join(project, 'types');
  const engine = nodeEngine(root, program);
  const readTypes = async (): Promise<Engine> => {
    if (!existsSync(types)) return engine;
    return (await import('../own-types/with-own-types.ts')).withOwnTypes(engine, { root, program, project });
  };
  const { INIT_CWD: start, npm_lifecycle_event: event } = process.env;
  return {
    root,
    program,
    engine,
    readTypes,
    project,
    modules: join(project, 'modules'),
    types,
    folders: [process.cwd(), ...(start && event !== 'npx' ? [start] : [])],
    language,
    command,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    progress: showProgress,
  };
}

/** Finds `--lang` before the commands are made, because their help is in that language. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const name = at < 0 ? '' : args[at]?.includes('=') ? args[at]?.slice('--lang='.length) : args[at + 1];
  return name === 'fr' || name === 'en' ? name : systemLanguage(process.env);
}

function versionOf(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return version;
}

/** Shows an unexpected error in one line; the stack only with `CARTABLE_DEBUG`. */
function showFailure(error: unknown, language: Language): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const line = fill(strings[language].broken, { why: message.split('\n')[0] ?? '' });
  process.stderr.write(`${colours.red(line)}\n${process.env.CARTABLE_DEBUG && stack ? `${stack}\n` : ''}`);
}

/** Names the file that could not be written on a full disk. */
function showDiskFull({ path, dest }: NodeJS.ErrnoException & { readonly dest?: string }, language: Language): number {
  const named = dest ?? path;
  const file = named === undefined ? strings[language].aFile : relative(process.cwd(), goalOf(named)) || named;
  process.stderr.write(`${colours.red(strings[language].error)} ${fill(strings[language].diskFull, { file })}\n`);
  return MISTAKE;
}

/** Shows where a type of the project failed, in the format of the command's other messages. */
async function showOwnType({ diagnostic }: OwnTypeError, args: readonly string[], language: Language): Promise<number> {
  const [{ annotationOf }, { frameOf }] = await Promise.all([import('./annotations.ts'), import('./frames.ts')]);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ diagnostics: [diagnostic] }, null, 2)}\n`);
  else if (args.includes('--annotations')) process.stdout.write(`${annotationOf(diagnostic, language, command)}\n`);
  else process.stderr.write(`${frameOf(diagnostic, language, command)}\n`);
  return MISTAKE;
}

function showWrongCall(error: CommanderError, language: Language): number {
  if (error.exitCode === 0) return 0;
  // Without a command, the help was shown instead.
  if (error.code === 'commander.help') return WRONG_CALL;
  process.stderr.write(
    `${colours.red(strings[language].error)} ${callError(error.message, language)}\n${withCommands(strings[language].seeHelp, command)}\n`,
  );
  return WRONG_CALL;
}

/**
 * Ignores EPIPE (`cartable … | head`) and records other write errors of the output, such as a full disk.
 * @returns reports lost output, and returns the final exit code
 */
function mindOutput(language: Language): (code: number) => Promise<number> {
  const { stdout, stderr } = process;
  let why = '';
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') why = message;
  });
  stderr.on('error', () => {});
  return async (code) => {
    // Write errors are reported asynchronously.
    await new Promise(setImmediate);
    if (why) stderr.write(`${colours.red(fill(strings[language].untold, { why }))}\n`);
    return code || (why ? BROKEN : 0);
  };
}

/**
 * Runs one command.
 * @param root folder of Cartable itself
 * @param folder of the built program
 * @returns the exit code: 0 success, 1 an author's mistake, 2 a wrong call, 70 a failure of Cartable itself
 */
export async function main(args: readonly string[], root: string, folder: string): Promise<number> {
  const language = languageOf(args);
  const listened = mindOutput(language);
  let code = 0;
  try {
    const program = createProgram({
      language,
      version: versionOf(root),
      output: { writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(text) },
      run: async (task) => {
        code = await task(await contextOf(root, folder, language));
      },
    });
    await program.parseAsync([...args], { from: 'user' });
    return await listened(code);
  } catch (error) {
    if (error instanceof CommanderError) return await listened(showWrongCall(error, language));
    if (error instanceof OwnTypeError) return await listened(await showOwnType(error, args, language));
    if (isDiskFull(error)) return await listened(showDiskFull(error, language));
    showFailure(error, language);
    return BROKEN;
  }
}
