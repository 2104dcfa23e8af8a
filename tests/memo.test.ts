import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '../build/files/folder.ts';
import { isPacked, keepPacked, Memo, rememberedChecks } from '../build/memo.ts';
import type { CourseSource, NumberedCourse, NumberedModule } from '../build/model/course.ts';
import { engine } from './helpers/engine.ts';

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
