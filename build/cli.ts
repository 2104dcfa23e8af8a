import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { BuildOptions } from './commands/build.ts';
import type { CommandContext } from './commands/context.ts';
import { systemLanguage } from './commands/words.ts';
import { targets } from './course-file.ts';
import type { Language } from './messages/format.ts';
import { usePieces } from './pieces.ts';

const BAR = 24;

function showProgress(done: number, total: number, file: string): void {
  const { stderr } = process;
  if (!stderr.isTTY) {
    stderr.write(`${done}/${total} ${file}\n`);
    return;
  }
  const filled = Math.round((done / total) * BAR);
  stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total} ${file}`.slice(0, (stderr.columns ?? 80) + 1).padEnd(stderr.columns ?? 80));
  if (done === total) stderr.write('\r'.padEnd((stderr.columns ?? 80) + 1) + '\r');
}

function contextOf(root: string, language: Language): CommandContext {
  const project = process.cwd();
  return {
    root,
    project,
    modules: join(project, 'modules'),
    language,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    progress: showProgress,
  };
}

/** Runs one command. Returns the exit code: 0 well, 1 an author's mistake, 2 a wrong call. */
export async function main(args: readonly string[], root: string): Promise<number> {
  usePieces(join(root, '.cartable/program/pieces'));
  let code = 0;
  const program = new Command('cartable').exitOverride();
  program.addOption(new Option('--lang <lang>').choices(['fr', 'en']));
  const context = (): CommandContext => contextOf(root, program.opts().lang ?? systemLanguage(process.env));
  program
    .command('build [names...]')
    .addOption(new Option('--target <target...>').choices([...targets]))
    .option('--cohort <cohort...>')
    .option('--out <dir>')
    .option('--json')
    .option('--frozen')
    .option('--no-course')
    .action(async (names: string[], options: BuildOptions) => {
      const { runBuild } = await import('./commands/build.ts');
      code = await runBuild(names, options, context());
    });
  program
    .command('validate [names...]')
    .option('--json')
    .action(async (names: string[], options: BuildOptions) => {
      const { runValidate } = await import('./commands/build.ts');
      code = runValidate(names, options, context());
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return code;
}
