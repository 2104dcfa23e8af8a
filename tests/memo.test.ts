import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Diagnostics } from '../build/diagnostics/diagnostics.ts';
import { openFolder } from '../build/files/folder.ts';
import { isPacked, keepPacked, keepRun, Memo, rememberedChecks } from '../build/memo.ts';
import type { CourseSource, NumberedCourse, NumberedModule } from '../build/model/course.ts';
import { LOCK_FILE } from '../build/model/lock.ts';
import type { PackageReport } from '../build/model/report.ts';
import type { CheckedRun } from '../build/model/run.ts';
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

it('compares texts by their content, media by size and time', () => {
  const { root, source } = course();
  const memo = new Memo();
  const result = { files: new Set(['rames.md', 'quai.png']) };
  const [then, later] = [new Date(2026, 0, 1), new Date(2026, 0, 2)];
  for (const name of ['course.yaml', 'rames.md', 'quai.png']) utimesSync(join(root, name), then, then);
  rememberedChecks(memo, source, false, engine).keep('module rames', result);
  const recall = (): unknown => rememberedChecks(memo, source, false, engine).recall('module rames');
  /** Writes a file as if at the time of the last one. */
  const rewrite = (name: string, text: string): void => {
    writeFileSync(join(root, name), text);
    utimesSync(join(root, name), then, then);
  };
  rewrite('quai.png', 'de');
  utimesSync(join(root, 'rames.md'), later, later);
  expect(recall()).toBe(result);
  rewrite('rames.md', 'de');
  expect(recall()).toBeUndefined();
  rewrite('rames.md', 'un');
  utimesSync(join(root, 'quai.png'), later, later);
  expect(recall()).toBeUndefined();
});

it('compares texts of two megabytes by their content, larger ones by size and time', () => {
  const recalled = (bytes: number): boolean => {
    const { root, source } = course();
    const memo = new Memo();
    const write = (day: number): void => {
      writeFileSync(join(root, 'rames.md'), 'x'.repeat(bytes));
      utimesSync(join(root, 'rames.md'), new Date(2026, 0, day), new Date(2026, 0, day));
    };
    write(1);
    rememberedChecks(memo, source, false, engine).keep('module rames', { files: new Set(['rames.md']) });
    write(2);
    return rememberedChecks(memo, source, false, engine).recall('module rames') !== undefined;
  };
  const limit = 2 * 1024 * 1024;
  expect([recalled(limit - 1), recalled(limit), recalled(limit + 1)]).toEqual([true, true, false]);
});

it('notices words that move from one file to the next', () => {
  const { root, source } = course();
  const memo = new Memo();
  writeFileSync(join(root, 'aube.md'), 'un');
  writeFileSync(join(root, 'rames.md'), 'deux');
  rememberedChecks(memo, source, false, engine).keep('module rames', { files: new Set(['rames.md', 'aube.md']) });
  writeFileSync(join(root, 'aube.md'), 'und');
  writeFileSync(join(root, 'rames.md'), 'eux');
  expect(rememberedChecks(memo, source, false, engine).recall('module rames')).toBeUndefined();
});

it('keeps results of courses and of files apart', () => {
  const { source } = course();
  const memo = new Memo();
  const result = { files: new Set(['rames.md']) };
  rememberedChecks(memo, source, false, engine).keep('module rames', result);
  const other = { ...source, shown: 'autre' } as CourseSource;
  expect(rememberedChecks(memo, other, false, engine).recall('module rames')).toBeUndefined();
  expect(rememberedChecks(memo, source, false, engine).recall('module quais')).toBeUndefined();
});

it('packs again for other cohorts or another folder', () => {
  const { root, source } = course();
  const memo = new Memo();
  const module = { digest: 'd', module: { id: 'rames' } } as NumberedModule;
  const one = { source } as NumberedCourse;
  const wanted = { out: root, targets: ['scorm12' as const], cohorts: ['nord'], sheets: false };
  keepPacked(memo, one, module, wanted, ['rames.md', 'quai.png']);
  const packed = (more: object): boolean => isPacked(memo, one, module, { ...wanted, ...more }, engine.host);
  const [more, sheets] = [{ targets: ['scorm12', 'web'] }, { sheets: true }];
  expect([packed({}), packed({ cohorts: [] }), packed({ out: join(root, 'x') }), packed(more), packed(sheets)]).toEqual([
    true,
    ...[false, false, false, false],
  ]);
  // Another folder with files of the same names.
  expect(packed({ out: `${root}/` })).toBe(false);
  for (const packages of [
    ['rames.md', 'absent.zip'],
    ['absent.zip', 'rames.md'],
  ]) {
    keepPacked(memo, one, module, wanted, packages);
    expect(packed({})).toBe(false);
  }
  keepPacked(memo, one, module, wanted, []);
  expect(packed({})).toBe(true);
});

it('keeps of a run the sessions that were due, each with its own packages', () => {
  const { root, source } = course();
  const memo = new Memo();
  const [rames, quais, gares] = ['rames', 'quais', 'gares'].map((id) => ({ digest: id, module: { id } }) as NumberedModule) as [
    NumberedModule,
    NumberedModule,
    NumberedModule,
  ];
  const one = { source: { ...source, course: { value: { id: 'depot' } } } } as unknown as NumberedCourse;
  const wanted = { out: root, targets: ['web' as const], cohorts: [], sheets: false };
  const gare = { source: { ...source, shown: 'gare', course: { value: { id: 'gare' } } } } as unknown as NumberedCourse;
  const requested = [
    { course: one, due: { modules: [rames, quais] } },
    { course: gare, due: { modules: [quais, gares] } },
  ];
  const run = { requested } as unknown as CheckedRun;
  // The packages of another session, and of another course, are not there.
  const packages = [
    { course: 'depot', module: 'rames', file: 'rames.md' },
    { course: 'depot', module: 'quais', file: 'absent.zip' },
    { course: 'port', module: 'rames', file: 'absent.zip' },
    { course: 'gare', module: 'quais', file: 'rames.md' },
  ] as unknown as readonly PackageReport[];
  keepRun(memo, run, wanted, packages);
  const packed = (module: NumberedModule, course = one): boolean => isPacked(memo, course, module, wanted, engine.host);
  expect([packed(rames), packed(quais), packed(gares), packed(quais, gare), packed(rames, gare), packed(gares, gare)]).toEqual([
    ...[true, false, false],
    ...[true, false, true],
  ]);
});

it('packs a session again if the course’s own file has changed, or the program', () => {
  const text = '---\nid: rames\ntitle: Les rames\ncompletion: visited\n---\n# Le quai {#quai}\n\nUne rame.\n';
  const yaml = 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\n';
  const project = depot({ 'course.yaml': yaml, [LOCK_FILE]: FIRST_LOCK, 'rames.md': text });
  const folder = join(project, 'modules/depot');
  const digest = (more = '', own = engine): string | undefined => {
    writeFileSync(join(folder, 'course.yaml'), yaml + more);
    return openCourse(folder, { provisional: false }, own, new Diagnostics(), new Memo())?.modules[0]?.digest;
  };
  const before = digest();
  expect(before).toBeDefined();
  expect([digest() === before, digest('organisation: Rails\n') === before, digest('', { ...engine, stamp: 'x' }) === before]).toEqual([
    true,
    false,
    false,
  ]);
});
