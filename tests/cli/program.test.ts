import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { createProgram } from '../../build/cli/program.ts';
import type { Task } from '../../build/cli/program-parts.ts';

async function call(args: string[], language: 'fr' | 'en' = 'fr') {
  const [out, tasks]: [string[], Task[]] = [[], []];
  const program = createProgram({
    language,
    version: '1.2.3',
    output: { writeOut: (text) => void out.push(text), writeErr: (text) => void out.push(text) },
    run: async (task) => void tasks.push(task),
  });
  const error = await program.parseAsync(args, { from: 'user' }).then(
    () => '',
    (one: Error) => one.message,
  );
  return { error, tasks, out: out.join('') };
}

describe('ports', () => {
  test.each([
    ['0', true],
    ['4173', true],
    ['65535', true],
    ['65536', false],
    ['99999', false],
    ['123456', false],
    ['-1', false],
    ['4e3', false],
    ['', false],
    ['80x', false],
    ['x80', false],
  ])('%j: %s', async (port, isRight) => {
    for (const command of ['preview', 'present', 'studio']) {
      const { error, tasks } = await call([command, `--port=${port}`]);
      expect([error === '', tasks.length]).toEqual([isRight, isRight ? 1 : 0]);
    }
  });

  test('the error is in the user’s language', async () => {
    expect((await call(['preview', '--port', 'x'])).error).toContain('Écrivez un nombre de 0 à 65535.');
    expect((await call(['preview', '--port', 'x'], 'en')).error).toContain('Write a number from 0 to 65535.');
  });
});

test.each([
  [
    'build',
    'rames',
    '--target',
    'web',
    '--target',
    'scorm12',
    '--out',
    'x',
    '--sheets',
    '--watch',
    '--json',
    '--frozen',
    '--no-course',
    '--cohort',
    'nord',
  ],
  ['validate', '--watch', '--json'],
  ['validate', 'rames', '--annotations'],
  ['ids', 'rames', '--write'],
  ['new', 'course', 'pain'],
  ['new', 'module', 'pain', '--course', 'x'],
  ['new', 'activity', 'tri'],
  ['report', 'dossier', '--package', 'a.zip', '--package', 'b.zip', '--codebook', 'c.csv', '--out', 'x', '--anonymous', '--json'],
  ['lock', 'merge', 'a', 'b', '--out', 'c'],
  ['preview', 'rames', '--open', '--host'],
  ['present', 'rames', '--no-open'],
  ['studio', '--open', '--port', '0'],
  ['list'],
  ['gallery'],
  ['schemas'],
  ['snippets'],
  ['list', '--lang', 'en'],
])('%s %s', async (...args) => {
  const { error, tasks } = await call(args.filter((arg): arg is string => typeof arg === 'string'));
  expect([error, tasks.length]).toEqual(['', 1]);
});

test.each([
  [['build', '--target', 'scorm13'], 'scorm12'],
  [['build', '--out', ' '], 'Écrivez le nom d’un dossier.'],
  [['report', 'x', '--package', ''], 'Écrivez le nom d’un fichier.'],
  [['report', 'x', '--codebook', ''], 'Écrivez le nom d’un fichier.'],
  [['report', 'x', '--out', ''], 'Écrivez le nom d’un dossier.'],
  [['verify', ''], 'Écrivez le nom d’un fichier.'],
  [['verify', 'a.zip', '--html', ' '], 'Écrivez le nom d’un fichier.'],
  [['lock', 'merge', 'a', 'b', '--out', ''], 'Écrivez le nom d’un fichier.'],
  [['new', 'cours', 'x'], 'course'],
  [['list', '--lang', 'de'], 'fr, en'],
  [['validate', '--annotations', '--json'], 'cannot be used with'],
  [['validate', '--annotations', '--watch'], 'cannot be used with'],
  [['report'], 'missing'],
  [['list', 'x'], 'too many'],
  [['biuld'], 'unknown command'],
])('%j is refused, and nothing is printed yet', async (args, part) => {
  const { error, tasks, out } = await call(args);
  expect([error.includes(part), tasks.length, out]).toEqual([true, 0, '']);
});

test('help and version are in the user’s language; nothing is run', async () => {
  const fr = await call(['build', '--help']);
  expect([fr.out.includes('Options de toutes les commandes :'), fr.out.includes('--lang'), fr.tasks.length]).toEqual([true, true, 0]);
  expect((await call(['--help'])).out).toContain('Commandes :');
  expect((await call(['build', '--help'], 'en')).out).toContain('Options of all commands:');
  expect((await call(['--version'])).out).toBe('1.2.3\n');
});

test('commands that read texts read the project’s own types first', async () => {
  const reads = async (...args: string[]) => {
    const { tasks } = await call(args);
    let count = 0;
    const context = { readTypes: () => Promise.reject(new Error(String(++count))) } as unknown as CommandContext;
    await tasks[0]?.(context).catch(() => undefined);
    return count;
  };
  expect([
    await reads('build'),
    await reads('validate'),
    await reads('ids'),
    await reads('preview'),
    await reads('present'),
    await reads('gallery'),
    await reads('snippets'),
    await reads('new', 'module', 'x'),
  ]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});
