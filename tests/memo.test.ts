import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Diagnostics } from '../build/diagnostics/diagnostics.ts';
import { openFolder } from '../build/files/folder.ts';
import { isPacked, keepPacked, Memo, rememberedChecks } from '../build/memo.ts';
import type { CourseSource, NumberedCourse, NumberedModule } from '../build/model/course.ts';
import { LOCK_FILE } from '../build/model/lock.ts';
import { openCourse } from '../build/open-course.ts';
import { depot } from './bad-input/depot-project.ts';
import { engine } from './helpers/engine.ts';
import { FIRST_LOCK } from './helpers/first-lock.ts';

it('recalls a result while the digest of its inputs is the same', () => {
  const memo = new Memo();
  memo.keep('a', '1', 'result');
  expect([memo.recall('a', () => '1'), memo.recall('a', () => '2'), memo.recall('b', () => '1')]).toEqual(['result', undefined, undefined]);
  memo.clear();
  expect(memo.recall('a', () => '1')).toBeUndefined();
});

function course() {
  const root = mkdtempSync(join(tmpdir(), 'depot-'));
  for (const name of ['course.yaml', 'rames.md', 'quai.png']) writeFileSync(join(root, name), 'un');
  const folder = openFolder(root, engine.host.files);
  folder.seen?.add('course.yaml');
  return { root, source: { folder, shown: 'depot' } as CourseSource };
}

it('reads a session again once one of its files, or what all depend on, has changed', () => {
  const result = { files: new Set(['rames.md', 'quai.png']) };
  const changed = (name: string, text: string): unknown => {
    const { root, source } = course();
    const memo = new Memo();
    rememberedChecks(memo, source, false, engine).keep('module rames', result);
    writeFileSync(join(root, name), text);
    return rememberedChecks(memo, source, false, engine).recall('module rames');
  };
  expect([changed('autre.md', 'x'), changed('rames.md', 'un')]).toEqual([result, result]);
  expect([changed('rames.md', 'de'), changed('quai.png', 'trois'), changed('course.yaml', 'de')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('checks again for a build what was checked for the preview, and with other types', () => {
  const { source } = course();
  const memo = new Memo();
  const result = { files: new Set(['rames.md']) };
  rememberedChecks(memo, source, true, engine).keep('module rames', result);
  const recall = (provisional: boolean, stamp = engine.stamp): unknown =>
    rememberedChecks(memo, source, provisional, { ...engine, stamp }).recall('module rames');
  expect([recall(true), recall(false), recall(true, 'other')]).toEqual([result, undefined, undefined]);
});

it('packs again if the module or the request differs, or a package is gone', () => {
  const { root, source } = course();
  const memo = new Memo();
  const module = { digest: 'd', module: { id: 'rames' } } as NumberedModule;
  const wanted = { out: root, targets: ['scorm12' as const], cohorts: [], sheets: false };
  const packed = (one = module, request: object = {}): boolean =>
    isPacked(memo, { source } as NumberedCourse, one, { ...wanted, ...request }, engine.host);
  expect(packed()).toBe(false);
  keepPacked(memo, { source } as NumberedCourse, module, wanted, ['rames.md']);
  expect([packed(), packed({ ...module, digest: 'e' }), packed(module, { sheets: true }), packed(module, { targets: ['web'] })]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  keepPacked(memo, { source } as NumberedCourse, module, wanted, ['rames.zip']);
  expect(packed()).toBe(false);
});

it('packs a session again if what its results show of the next one has changed, and not if only its text has', () => {
  const session = (id: string, head: string, text: string): string =>
    `---\nid: ${id}\ntitle: Les ${id}\ncompletion: visited\n${head}---\n# Le quai {#${id}-quai}\n\n${text}\n`;
  const project = depot({
    'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames, quais]\n',
    [LOCK_FILE]: FIRST_LOCK,
    'rames.md': session('rames', '', 'Une rame.'),
  });
  const folder = join(project, 'modules/depot');
  const digest = (head: string, text: string): string | undefined => {
    writeFileSync(join(folder, 'quais.md'), session('quais', head, text));
    return openCourse(folder, { provisional: false }, engine, new Diagnostics(), new Memo())?.modules[0]?.digest;
  };
  const before = digest('', 'Un quai.');
  expect(before).toBeDefined();
  expect([digest('', 'Deux quais.') === before, digest('lead: Où descend-on ?\n', 'Un quai.') === before]).toEqual([true, false]);
});
