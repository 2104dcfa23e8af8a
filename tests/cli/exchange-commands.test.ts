import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { addExchange } from '../../build/cli/exchange-commands.ts';
import { exchangeHelp } from '../../build/cli/exchange-help.ts';
import { helpTexts } from '../../build/cli/help-texts.ts';
import type { Task } from '../../build/cli/program-parts.ts';
import type { Engine } from '../../build/host/engine.ts';
import { commandContext } from '../helpers/command-context.ts';

async function call(args: readonly string[], language: 'fr' | 'en' = 'fr') {
  const tasks: Task[] = [];
  const out: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeOut: (text) => void out.push(text), writeErr: () => {} });
  addExchange(program, helpTexts[language], { language, version: '1.2.3', output: {}, run: async (task) => void tasks.push(task) });
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
  const missing = await run('import', 'rien.gift', 'autre.xml', '--as', 'bank');
  expect([missing.code, missing.complaints]).toEqual([1, expect.stringMatching(/rien\.gift[\s\S]*autre\.xml/)]);
  for (const args of [
    ['import', 'a.gift', '--as', 'session'],
    ['export', 'depot', '--to', 'moodle-xml'],
  ])
    expect(await call(args)).toMatchObject({ error: '', tasks: [expect.any(Function)] });
  const json = await run('import', 'rien.gift', '--json');
  expect([json.code, JSON.parse(json.printed).errors.length]).toEqual([1, 1]);
  const exported = await run('export', 'depot', '--to', 'gift', '--out', 'a.gift', '--json');
  expect([exported.code, JSON.parse(exported.printed).errors.length]).toEqual([1, 1]);
});

test.each([
  [['import'], 'missing'],
  [['import', ''], 'Écrivez le nom d’un fichier.'],
  [['import', 'a.gift', ' '], 'Écrivez le nom d’un fichier.'],
  [['import', 'a.gift', '--as', 'quiz'], 'Écrivez : bank, session.'],
  [['export', 'depot'], '--to'],
  [['export', '--to', 'gift'], 'missing'],
  [['export', 'depot', '--to', 'aiken'], 'Écrivez : moodle-xml, gift.'],
  [['export', 'depot', '--to', 'gift', '--out', ''], 'Écrivez le nom d’un fichier.'],
  [['export', 'a', 'b', '--to', 'gift'], 'too many'],
])('%j is refused', async (args, part) => {
  const { error, tasks } = await call(args);
  expect([error.includes(part), tasks.length]).toEqual([true, 0]);
});

test.each(['fr', 'en'] as const)('help names everything, in the user’s language (%s)', async (language) => {
  const text = exchangeHelp[language];
  const plain = (help: string): string => help.replace(/\s+/g, ' ');
  const common = helpTexts[language];
  const brought = plain((await call(['import', '--help'], language)).out);
  for (const part of [
    text.import,
    text.filesAbout,
    common.course,
    text.courseImported,
    text.as,
    text.asAbout,
    common.json,
    text.exitsImport,
  ])
    expect(brought).toContain(plain(part).trim());
  const given = plain((await call(['export', '--help'], language)).out);
  const parts = [text.export, text.sourceAbout, text.to, text.toAbout, text.exportOut, text.exportOutAbout, common.json, text.exitsExport];
  for (const part of parts) expect(given).toContain(plain(part).trim());
  expect([brought, given]).toEqual([
    expect.stringContaining(`import [options] ${text.files}`),
    expect.stringContaining(`export [options] ${text.source}`),
  ]);
});

test('both know the project’s own types', async () => {
  for (const args of [
    ['import', 'rien.gift'],
    ['export', 'depot', '--to', 'gift'],
  ]) {
    const [task] = (await call(args)).tasks;
    let count = 0;
    const readTypes = (): Promise<Engine> => Promise.reject(new Error(String(++count)));
    await expect(task?.({ readTypes } as unknown as CommandContext)).rejects.toThrow('1');
  }
});
