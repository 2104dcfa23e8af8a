import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type DiffOptions, runDiff } from '../../build/cli/diff.ts';
import { build } from '../../build/pipeline.ts';
import { depot, rames, requestFor } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';
import { engine } from '../helpers/engine.ts';

let project = '';
const text = (more: string): string => String(rames(`# Le quai {#quai}\n\n{{chef}} attend.\n${more}`)['rames.md']);

beforeAll(async () => {
  project = depot({ 'rames.md': text(''), 'cohorts/nord.yaml': 'title: Nord\nvariables: { chef: Zora }\n' });
  await build(requestFor(project, { cohorts: ['nord'], coursePackages: false }), engine);
  copyFileSync(join(project, 'dist/depot/nord/rames.scorm12.zip'), join(project, 'nord.zip'));
});

async function diff(name: string | undefined, options: DiffOptions = {}) {
  const { context, printed, complaints } = commandContext(project);
  return { code: await runDiff('nord.zip', name, options, context), out: printed.join('\n'), complaints };
}

test('a package is compared with the version of its own cohort, however the course is named', async () => {
  for (const name of [undefined, 'depot', 'modules/depot/course.yaml', 'modules/depot/rames.md']) {
    const { code, out, complaints } = await diff(name, { json: true });
    expect([name, code, complaints, JSON.parse(out).same]).toEqual([name, 0, [], true]);
  }
});

test('another cohort may be asked for, which is a change of its own', async () => {
  for (const [cohort, kinds] of [
    ['nord', []],
    ['base', ['cohort-changed']],
  ] as const) {
    const { code, out } = await diff(undefined, { cohort, json: true });
    const comparison = JSON.parse(out);
    expect([code, comparison.old.cohort, comparison.new.cohort]).toEqual([0, 'nord', cohort === 'base' ? '' : cohort]);
    expect(comparison.changes.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining([...kinds]));
    expect(comparison.changes.length > 0).toBe(kinds.length > 0);
  }
});

test('a package of 0.1 has no cohort of its own: that which is named counts for both', async () => {
  const { context, printed } = commandContext(project);
  const old = (name: string): string => join(import.meta.dirname, '../museum/0.1/packages/depot', name);
  for (const [cohort, shown] of [
    ['base', ''],
    ['nord', 'nord'],
  ] as const) {
    expect(await runDiff(old('depot.scorm12.zip'), old('depot.scorm2004-4.zip'), { cohort, json: true }, context)).toBe(0);
    const comparison = JSON.parse(printed.pop() ?? '');
    expect([comparison.old.cohort, comparison.new.cohort]).toEqual([shown, shown]);
  }
});

test('what isn’t there is named, as JSON too', async () => {
  const unknown = await diff('nulle-part');
  expect([unknown.code, unknown.complaints.join('\n')]).toEqual([1, expect.stringContaining('nulle-part')]);
  const missing = await diff('NEUF.ZIP', { json: true });
  expect([missing.code, missing.complaints, JSON.parse(missing.out).errors]).toEqual([1, [], [expect.stringContaining('NEUF.ZIP')]]);
});

test('mistakes are listed by their lines, as JSON alone', async () => {
  writeFileSync(join(project, 'modules/depot/rames.md'), text('\n::choix\n\n{{nul}}\n'));
  const { code, out, complaints } = await diff(undefined, { json: true });
  const { diagnostics } = JSON.parse(out);
  expect([code, complaints]).toEqual([1, []]);
  expect(diagnostics.map(({ at }: { at: { file: string; line: number } }) => `${basename(at.file)}:${at.line}`)).toEqual([
    'rames.md:10',
    'rames.md:12',
  ]);
});
