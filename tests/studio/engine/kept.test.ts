import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import type { PackageReport } from '../../../build/model/report.ts';
import type { PackRequest } from '../../../build/studio/engine/calls.ts';
import { keepPackages, keptVersions, versionIn } from '../../../build/studio/engine/kept.ts';
import { versionStrings } from '../../../build/versions/strings.ts';
import { engine } from '../../helpers/engine.ts';
import { openOven } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

/** What the page of the first version has in place of changes. */
const FIRST = versionStrings('fr').format('page.first');
const RELEASE = { format: 1, course: 'pain', title: 'Pain', cartable: '0.4', digest: 'ab', date: '2026-11-14', packages: [] };

test('reads kept versions, the oldest first, and leaves out what it can’t read', () => {
  const files = new MemoryFiles();
  expect(keptVersions('pain', { files })).toEqual([]);
  files.put('/project/releases/sel', 'a file');
  expect(keptVersions('sel', { files })).toEqual([]);
  const put = (name: string, text: string): void => files.put(`/project/releases/pain/${name}/release.json`, text);
  put('b', JSON.stringify({ ...RELEASE, moment: '2026-11-14T09:00:00.000Z' }));
  put('a', JSON.stringify({ ...RELEASE, moment: '2026-11-15T09:00:00.000Z' }));
  put('c', '{');
  files.put('/project/releases/pain/d/readme.txt', '');
  expect(keptVersions('pain', { files }).map(({ folder }) => folder.replace(/^.*\//, ''))).toEqual(['b', 'a']);
});

test('a file that is no package is refused', () => {
  expect(() => versionIn(new Uint8Array([1, 2, 3]), 'x.zip')).toThrow('x.zip');
});

describe('packages that were made', () => {
  const PACK: PackRequest = { names: ['pain'], targets: ['scorm12'], cohorts: ['', 'nuit'], sheets: true };
  let dist: ReadonlyMap<string, Uint8Array | string>;
  let packages: readonly PackageReport[];
  let files: MemoryFiles;

  beforeAll(async () => {
    vi.stubGlobal('XMLHttpRequest', DiskRequest);
    vi.useFakeTimers({ now: new Date(2026, 10, 14, 9), toFake: ['Date'] });
    const packed = await openOven().engine.pack(PACK);
    const report = packed.files.get('dist/build.json') ?? new Uint8Array();
    packages = JSON.parse(new TextDecoder().decode(report)).packages;
    const lock = packed.files.get('modules/four/course.lock.yaml') ?? '';
    dist = new Map([...packed.files, ['dist/four/course.lock.yaml', lock]]);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  beforeEach(() => {
    files = new MemoryFiles();
    for (const [path, content] of dist) if (path.startsWith('dist/')) files.put(`/project/${path}`, content);
  });

  const keep = (list = packages): void => {
    vi.setSystemTime(Date.now() + 60_000);
    keepPackages(list, { files, engine, folder: '/project/modules/four', course: 'four', language: 'fr' });
  };
  /** Names of the folders of kept versions. */
  const folders = (): readonly string[] => (files.facts('/project/releases/four') ? files.list('/project/releases/four') : []);
  const text = (path: string): string => new TextDecoder().decode(files.read(path));

  test('are kept with their sheets, the lock and what has changed', () => {
    keep();
    const [folder, ...others] = folders();
    expect([folder?.startsWith('2026-11-14-'), others]).toEqual([true, []]);
    const path = `/project/releases/four/${folder}`;
    expect(files.read(`${path}/pain.scorm12.zip`)).toEqual(dist.get('dist/four/pain.scorm12.zip'));
    expect(files.read(`${path}/nuit/pain.scorm12.zip`)).toEqual(dist.get('dist/four/nuit/pain.scorm12.zip'));
    expect(text(`${path}/course.lock.yaml`)).toBe(text('/project/dist/four/course.lock.yaml'));
    expect(text(`${path}/changements.html`)).toContain('Le four');
    const [kept, ...more] = keptVersions('four', { files });
    expect([kept?.folder, more]).toEqual([path, []]);
    expect(kept?.release.packages.map((one) => [one.file, one.content, one.sha1])).toEqual(
      packages.map(({ file, content }) => [
        file.replace('four/', ''),
        content,
        createHash('sha1')
          .update(dist.get(`dist/${file}`) ?? '')
          .digest('hex'),
      ]),
    );
  });

  test('are kept once, also one of them alone', () => {
    keep();
    keep();
    keep(packages.slice(0, 1));
    expect(folders()).toHaveLength(1);
  });

  test('are kept again, together, when one of them has changed; nothing is reported about those that were not made', () => {
    const [night, day] = packages as [PackageReport, PackageReport];
    keep([night]);
    keep();
    expect(folders()).toHaveLength(2);
    keep([{ ...day, content: 'other' }]);
    expect(folders()).toHaveLength(3);
    const last = keptVersions('four', { files }).at(-1);
    expect(last?.release.packages.map(({ file }) => `four/${file}`)).toEqual([day.file]);
    expect(text(`${last?.folder}/changements.html`)).not.toContain('nuit/');
  });

  test('are kept again when a package gets the content that another one had, and are compared with the version before', () => {
    const [night, day] = packages as [PackageReport, PackageReport];
    const isFirst = (): readonly boolean[] =>
      keptVersions('four', { files }).map(({ folder }) => text(`${folder}/changements.html`).includes(FIRST));
    keep();
    keep([{ ...day, content: night.content }]);
    expect(isFirst()).toEqual([true, false]);
  });

  test('that are none are not kept', () => {
    keep([]);
    expect(folders()).toEqual([]);
  });

  test('are read again from what was kept', () => {
    keep();
    const [{ folder } = { folder: '' }] = keptVersions('four', { files });
    expect(versionIn(files.read(`${folder}/pain.scorm12.zip`), 'pain.zip')).toMatchObject({ name: 'pain.zip', course: 'four', cohort: '' });
  });
});
