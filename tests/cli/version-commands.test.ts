import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import type { Task } from '../../build/cli/program-parts.ts';
import { addVersions } from '../../build/cli/version-commands.ts';
import { versionHelp } from '../../build/cli/version-help.ts';
import type { Engine } from '../../build/host/engine.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { commandContext } from '../helpers/command-context.ts';

async function call(args: readonly string[], language: 'fr' | 'en' = 'fr') {
  const tasks: Task[] = [];
  const out: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeOut: (text) => void out.push(text), writeErr: () => {} });
  addVersions(program, { language, version: '1.2.3', output: {}, run: async (task) => void tasks.push(task) });
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: (text) => void out.push(text), writeErr: () => {} });
  const error = await program.parseAsync(args, { from: 'user' }).then(
    () => '',
    (one: Error) => one.message,
  );
  return { error, tasks, out: out.join('') };
}

/** Runs a command in a project without anything. @returns exit code, and what it complains of and prints */
async function run(...args: readonly string[]) {
  const { tasks } = await call(args);
  const { context, complaints, printed } = commandContext('/nulle-part');
  return { code: await tasks[0]?.(context), complaints: complaints.join('\n'), printed: printed.join('\n') };
}

test('both commands get their arguments and options', async () => {
  const missing = await run('diff', 'rien.zip', 'depot', '--cohort', 'nord');
  expect([missing.code, missing.complaints]).toEqual([1, expect.stringContaining('rien.zip')]);
  expect(JSON.parse((await run('diff', 'rien.zip', '--json')).printed).errors[0]).toContain('rien.zip');
  const which = await run('release', '--which', '0123456789', '--json');
  expect([which.code, JSON.parse(which.printed).errors[0]]).toEqual([1, expect.stringContaining('0123456789')]);
  const [named, unnamed] = [await run('release', 'depot', '--note', 'Mars'), await run('release')];
  expect([named.code, named.complaints]).toEqual([1, expect.stringContaining('no-course')]);
  expect([unnamed.code, unnamed.complaints]).toEqual([1, expect.stringContaining(versionStrings('fr').format('release.noCourse'))]);
  const old = join(import.meta.dirname, '../museum/0.1/packages/depot/depot.scorm12.zip');
  expect(await run('diff', old, 'neuf.zip')).toMatchObject({ code: 1, complaints: expect.stringContaining('neuf.zip') });
});

test.each([
  [['diff'], 'missing'],
  [['diff', 'a', 'b', 'c'], 'too many'],
  [['diff', 'a', '--cohort', ' '], 'Écrivez le nom d’une promotion.'],
  [['release', '--which', ''], 'Écrivez le nom d’un fichier.'],
  [['release', 'a', 'b'], 'too many'],
  [['diff', 'a', '--nord'], 'unknown option'],
])('%j is refused', async (args, part) => {
  const { error, tasks } = await call(args);
  expect([error.includes(part), tasks.length]).toEqual([true, 0]);
});

test.each(['fr', 'en'] as const)('help names everything, in the user’s language (%s)', async (language) => {
  const text = versionHelp[language];
  const plain = (help: string): string => help.replace(/\s+/g, ' ');
  const diff = plain((await call(['diff', '--help'], language)).out);
  for (const part of [text.diff, text.oldAbout, text.nowAbout, text.cohort, text.cohortAbout, '--json', text.json, text.exitsDiff])
    expect(diff).toContain(plain(part).trim());
  const release = plain((await call(['release', '--help'], language)).out);
  const parts = [text.release, text.courseAbout, text.note, text.noteAbout, text.which, text.whichAbout, '--json', text.exitsRelease];
  for (const part of parts) expect(release).toContain(plain(part).trim());
  expect([diff, release]).toEqual([
    expect.stringContaining(`diff [options] ${text.old} ${text.now}`),
    expect.stringContaining(`release [options] ${text.course}`),
  ]);
});

test('both know the project’s own types', async () => {
  for (const args of [['diff', 'rien.zip'], ['release']]) {
    const [task] = (await call(args)).tasks;
    let count = 0;
    const readTypes = (): Promise<Engine> => Promise.reject(new Error(String(++count)));
    await expect(task?.({ readTypes } as unknown as CommandContext)).rejects.toThrow('1');
  }
});
