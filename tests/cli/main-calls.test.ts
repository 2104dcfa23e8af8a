// @vitest-environment happy-dom
// In a page of its own: what stands in for modules must not reach other tests.
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { main } from '../../build/cli/main.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { OwnTypeError } from '../../build/own-types/own-type-error.ts';
import { root } from '../helpers/examples-project.ts';

/** The work of `cartable list` in a test. */
let work: (context: CommandContext) => number;
vi.mock('../../build/cli/list.ts', () => ({ runList: async (context: CommandContext) => work(context) }));
vi.mock('../../build/host/node/engine.ts', () => ({ nodeEngine: (...args: unknown[]) => ['engine', ...args] }));
vi.mock('../../build/own-types/with-own-types.ts', () => ({ withOwnTypes: async (...args: unknown[]) => ['own', ...args] }));

const streams = ['stdout', 'stderr'] as const;
let written: Record<(typeof streams)[number], string>;
const before = streams.map((name) => process[name].listeners('error'));
const { isTTY, columns } = process.stderr;

/** Sets what kind of terminal standard error is. */
function terminal(isOne: boolean | undefined, width: number | undefined): void {
  Object.defineProperty(process.stderr, 'isTTY', { value: isOne, configurable: true, writable: true });
  Object.defineProperty(process.stderr, 'columns', { value: width, configurable: true, writable: true });
}

let project = '';
beforeEach(() => {
  work = () => 0;
  written = { stdout: '', stderr: '' };
  for (const name of streams)
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text);
      return true;
    });
  for (const name of ['LANG', 'LC_ALL', 'LC_MESSAGES', 'INIT_CWD', 'npm_lifecycle_event', 'npm_lifecycle_script', 'CARTABLE_DEBUG'])
    vi.stubEnv(name, name === 'LANG' ? 'fr_FR.UTF-8' : '');
  project = realpathSync(mkdtempSync(join(tmpdir(), 'cartable-main-')));
  vi.spyOn(process, 'cwd').mockReturnValue(project);
});
afterEach(() => {
  terminal(isTTY, columns);
  for (const [index, name] of streams.entries())
    for (const listener of process[name].listeners('error') as (() => void)[])
      if (!before[index]?.includes(listener)) process[name].off('error', listener);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const run = (...args: readonly string[]): Promise<number> => main(args, root, join(root, '.cartable/program'));
async function contextOf(...args: readonly string[]): Promise<CommandContext> {
  let found: CommandContext | undefined;
  work = (context) => {
    found = context;
    return 0;
  };
  await run('list', ...args);
  if (!found) throw new Error('not called');
  return found;
}

test('the exit code is that of the command', async () => {
  work = () => 1;
  expect([await run('list'), written]).toEqual([1, { stdout: '', stderr: '' }]);
});

describe('the language', () => {
  test.each<[string[], string, string]>([
    [[], 'fr_FR.UTF-8', 'fr'],
    [[], 'en_GB.UTF-8', 'en'],
    [['--lang', 'en'], 'fr_FR.UTF-8', 'en'],
    [['--lang=fr'], 'en_GB.UTF-8', 'fr'],
    [['--lang', 'en', '--lang=fr'], 'fr_FR.UTF-8', 'en'],
  ])('of %j on a system in %s is %s', async (args, system, language) => {
    vi.stubEnv('LANG', system);
    expect((await contextOf(...args)).language).toBe(language);
  });

  test('of a wrong name is that of the system', async () => {
    expect(await run('list', '--lang', 'de')).toBe(2);
    expect(written.stderr).toContain('Écrivez : fr, en.');
  });
});

describe('the context of a command', () => {
  test('has the folders of the project, and writes lines', async () => {
    const context = await contextOf();
    expect(context).toMatchObject({
      root,
      program: join(root, '.cartable/program'),
      project,
      modules: join(project, 'modules'),
      types: join(project, 'types'),
      folders: [project],
    });
    context.print('un');
    context.complain('deux');
    expect(written).toEqual({ stdout: 'un\n', stderr: 'deux\n' });
    expect(context.command('build')).toMatch(/ build$/);
    expect(context.engine).toEqual(['engine', root, join(root, '.cartable/program')]);
    expect(await context.readTypes()).toBe(context.engine);
    mkdirSync(join(project, 'types'));
    expect(await context.readTypes()).toEqual(['own', context.engine, { root, program: join(root, '.cartable/program'), project }]);
  });

  test('looks also in the folder in which npm was called, but not for npx', async () => {
    vi.stubEnv('INIT_CWD', '/ailleurs');
    expect((await contextOf()).folders).toEqual([project, '/ailleurs']);
    vi.stubEnv('npm_lifecycle_event', 'npx');
    expect((await contextOf()).folders).toEqual([project]);
  });

  test('shows progress as lines, and in a terminal as a bar that goes at the end', async () => {
    const { progress } = await contextOf();
    terminal(false, undefined);
    progress(1, 2, 'a.zip');
    expect(written.stderr).toBe('1/2 a.zip\n');
    written.stderr = '';
    terminal(true, 50);
    progress(1, 4, 'une-tres-longue-archive-de-plus.zip');
    expect(written.stderr).toBe(`\r${`${'█'.repeat(6)}${'░'.repeat(18)} 1/4 une-tres-longue-archive-de-plus.zip`.slice(0, 49)}`);
    written.stderr = '';
    progress(4, 4, 'b.zip');
    expect(written.stderr).toBe(`\r${`${'█'.repeat(24)} 4/4 b.zip`.padEnd(49)}\r${' '.repeat(49)}\r`);
    written.stderr = '';
    progress(1, 5, 'b.zip');
    progress(1, 100, 'b.zip');
    expect(written.stderr).toBe(
      `\r${`${'█'.repeat(5)}${'░'.repeat(19)} 1/5 b.zip`.padEnd(49)}\r${`${'░'.repeat(24)} 1/100 b.zip`.padEnd(49)}`,
    );
    written.stderr = '';
    terminal(true, undefined);
    progress(1, 2, 'c.zip');
    expect(written.stderr).toHaveLength(80);
  });
});

test('help and the version are no mistake; no command, or a wrong one, is', async () => {
  expect([await run('--version'), written.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/)]);
  expect([await run('list', '--help'), written.stderr]).toEqual([0, '']);
  expect([await run(), written.stderr.includes('Commandes :'), /^erreur /m.test(written.stderr)]).toEqual([2, true, false]);
  written.stderr = '';
  expect(await run('lsit')).toBe(2);
  expect(written.stderr).toMatch(
    /^erreur La commande « lsit » n’existe pas\.\nVouliez-vous dire « list » \?\n« .* help » montre les commandes/,
  );
});

describe('an error that a command throws', () => {
  const failing = (error: unknown): void => {
    work = () => {
      throw error;
    };
  };

  test('is a failure of Cartable, in one line, with its stack if that is asked for', async () => {
    failing(new Error('cassé\nencore'));
    expect([await run('list'), written.stderr]).toEqual([70, `${fill(strings.fr.broken, { why: 'cassé' })}\n`]);
    written.stderr = '';
    vi.stubEnv('CARTABLE_DEBUG', '1');
    expect([await run('list'), written.stderr]).toEqual([70, expect.stringMatching(/cassé\nError: cassé\nencore\n +at /)]);
    written.stderr = '';
    failing('mot');
    expect([await run('list', '--lang', 'en'), written.stderr]).toEqual([70, `${fill(strings.en.broken, { why: 'mot' })}\n`]);
  });

  test('on a full disk names the file that was written', async () => {
    const shown = (file: string): string => `erreur ${fill(strings.fr.diskFull, { file })}\n`;
    const full = (facts: object): void => failing(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', ...facts }));
    for (const [facts, file] of [
      [{ path: join(project, 'dist/.a.zip.12.part') }, 'dist/a.zip'],
      [{ path: join(project, 'x'), dest: join(project, 'dist/b.zip') }, 'dist/b.zip'],
      [{ path: project }, project],
      [{}, strings.fr.aFile],
    ] as const) {
      full(facts);
      written.stderr = '';
      expect([await run('list'), written.stderr]).toEqual([1, shown(file)]);
    }
  });

  test('in a type of the project is a mistake at its place, in the format of the command', async () => {
    const at = { file: join(project, 'types/tri/type.ts'), line: 2, column: 3 };
    const diagnostic = { code: 'type-code', severity: 'error', at, values: { why: 'cassé' } } as const;
    failing(new OwnTypeError(diagnostic));
    expect([await run('list'), written.stdout]).toEqual([1, '']);
    expect(written.stderr).toMatch(/^types\/tri\/type\.ts:2:3 erreur type-code\n/);
  });
});

test('output that can’t be written is reported, unless its reader is gone', async () => {
  const lose = (code: string, exit = 0): void => {
    work = () => {
      process.stdout.emit('error', Object.assign(new Error(`${code}: lost`), { code }));
      process.stderr.emit('error', new Error('lost too'));
      return exit;
    };
  };
  lose('EPIPE');
  expect([await run('list'), written.stderr]).toEqual([0, '']);
  lose('EBADF');
  const untold = `${fill(strings.fr.untold, { why: 'EBADF: lost' })}\n`;
  expect([await run('list'), written.stderr]).toEqual([70, untold]);
  lose('EBADF', 1);
  expect([await run('list'), written.stderr]).toEqual([1, untold.repeat(2)]);
});
