import { expect, test, vi } from 'vitest';
import type { Engine } from '../../../build/host/engine.ts';
import type { Entry, Hashed, WrittenZip } from '../../../build/host/host.ts';
import type { Bundle, FittedModule } from '../../../build/model/built.ts';
import type { PackagePlan } from '../../../build/model/package.ts';
import type { PackageReport } from '../../../build/model/report.ts';
import type { PackWork } from '../../../build/model/run.ts';
import { measureSco } from '../../../build/stages/fit/leaving-page.ts';
import { packageEntries, packPackage } from '../../../build/stages/pack/pack-package.ts';
import { besideOf } from '../../../build/stages/pack/package-report.ts';
import { bakery } from '../../helpers/bakery.ts';
import { engine } from '../../helpers/engine.ts';

const module = { content: bakery(), pageMinutes: {}, size: measureSco(bakery({ activities: [] }), engine.types), types: ['choice'] };
const plan = (more: Partial<PackagePlan> = {}): PackagePlan =>
  ({
    course: { id: 'pain', title: 'Le pain', organisation: '', profile: 'strict', theme: { name: 'plain', accent: '#123456' } },
    cohort: undefined,
    modules: [module] as unknown as FittedModule[],
    target: 'scorm12',
    whole: false,
    retired: {},
    papers: undefined,
    ...more,
  }) as unknown as PackagePlan;
const made: Bundle = { scos: [{}], entries: [{ name: 'index.html', data: 'Le pain' }], shared: [] } as unknown as Bundle;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A host whose files are in memory, and the sheets that were asked for. */
function world(earlier: readonly PackageReport[] = [], there: ReadonlyMap<string, number> = new Map()) {
  const written: string[] = [];
  const described: object[] = [];
  const zips = vi.fn();
  const host = {
    files: {
      factsBehind: (path: string) => (there.has(path) ? { bytes: there.get(path), changed: 5 } : null),
      writeTogether: (files: readonly { path: string; data: Uint8Array }[]) =>
        void written.push(...files.map(({ path, data }) => `${path} ${new TextDecoder().decode(data)}`)),
    },
    sha256: (pieces: Iterable<Hashed>) => `<${[...pieces].map((piece) => (typeof piece === 'string' ? piece : 'bytes')).join('|')}>`,
    writeZip: async (path: string, entries: readonly Entry[], beside: (zip: WrittenZip) => void) => {
      zips(
        path,
        entries.map(({ name }) => name),
      );
      for (const entry of entries) if (entry.name === 'cartable.json' && 'data' in entry) described.push(JSON.parse(String(entry.data)));
      beside({ bytes: 70, sha256: 'zip' });
      return { bytes: 70, sha256: 'zip' };
    },
  };
  const pieces = { schemas: () => [{ name: 'a.xsd', data: 'x' }] };
  const fake = { host, pieces, stamp: 'stamp', version: '1.2.3' } as unknown as Engine;
  const sheetsOf = vi.fn(() => [{ name: 'nuit.csv', data: bytes('a;b') }]);
  const work = { request: { out: '/dist' }, earlier: { reports: earlier, time: 9 }, engine: fake } as unknown as PackWork;
  const pack = (more: Partial<PackagePlan> = {}, manifest: string | undefined = '<manifest/>', bundle = made) =>
    packPackage(plan(more), bundle, manifest, sheetsOf, work);
  return { pack, written, zips, sheetsOf, described, engine: fake };
}

/** Files on the disk after a package was made. */
const THERE = new Map([
  ['/dist/pain/nuit.scorm12.zip', 70],
  ['/dist/pain/nuit.csv', 3],
]);

test('all files of a package that is not written, with its description last', () => {
  const { engine: fake } = world();
  const of = (target: PackagePlan['target'], manifest?: string) => packageEntries(plan({ target }), made, manifest, fake);
  expect(of('scorm12', '<manifest/>').map(({ name }) => name)).toEqual(['index.html', 'a.xsd', 'imsmanifest.xml', 'cartable.json']);
  expect(of('web').map(({ name }) => name)).toEqual(['index.html', 'cartable.json']);
  const description = of('scorm12', '<manifest/>')[3];
  const text = description && 'data' in description ? String(description.data) : '';
  expect(JSON.parse(text)).toMatchObject({ version: '1.2.3', content: expect.stringMatching(/a\.xsd.*imsmanifest\.xml.*index\.html/s) });
});

test('a new package is written with its sheets, and reported', async () => {
  const { pack, zips, written, sheetsOf, described } = world();
  const report = await pack();
  expect(described).toMatchObject([{ version: '1.2.3', content: report.content, course: 'pain' }]);
  expect(zips.mock.calls).toEqual([['/dist/pain/nuit.scorm12.zip', ['imsmanifest.xml', 'a.xsd', 'cartable.json', 'index.html']]]);
  expect(written).toEqual(['/dist/pain/nuit.csv a;b']);
  expect(report).toEqual({
    course: 'pain',
    module: 'nuit',
    target: 'scorm12',
    file: 'pain/nuit.scorm12.zip',
    bytes: 70,
    sha256: 'zip',
    files: 4,
    content: expect.stringContaining('imsmanifest.xml'),
    sheets: [{ file: 'pain/nuit.csv', bytes: 3 }],
    state: { ...module.size.state, limit: 4096 },
    key: `<stamp|${report.content}|${besideOf(plan(), report.state)}>`,
    scos: 1,
    types: ['choice'],
    warnings: [],
  });
  expect(sheetsOf.mock.calls).toEqual([
    ['nuit.scorm12.zip', report.state, { bytes: 70, sha256: 'zip', files: 4, content: report.content }],
  ]);
});

test('the same package is kept as it is', async () => {
  const old = await world().pack();
  const { pack, zips, written, sheetsOf } = world([{ ...old, file: 'pain/autre.zip' }, old], THERE);
  expect(await pack()).toBe(old);
  expect([zips.mock.calls, written, sheetsOf.mock.calls]).toEqual([[], [], []]);
});

test.each<[string, Partial<PackageReport>, ReadonlyMap<string, number>]>([
  ['was reported with another key', { key: 'autre' }, THERE],
  ['was reported without sheets', { sheets: [] }, THERE],
  ['has another size', {}, new Map([...THERE, ['/dist/pain/nuit.scorm12.zip', 71]])],
  ['is gone', {}, new Map([['/dist/pain/nuit.csv', 3]])],
])('a package is written again if it %s', async (_, more, there) => {
  const old = await world().pack();
  const { pack, zips } = world([{ ...old, ...more }], there);
  expect([await pack(), zips.mock.calls.length]).toEqual([old, 1]);
});

test.each<[string, Partial<PackagePlan>, ReadonlyMap<string, number>]>([
  ['one is gone', {}, new Map([['/dist/pain/nuit.scorm12.zip', 70]])],
  ['one was edited', {}, new Map([...THERE, ['/dist/pain/nuit.csv', 4]])],
  ['papers are asked for now', { papers: { key: 'k', sheets: [] } }, THERE],
])('the sheets of a kept package are made again if %s', async (_, more, there) => {
  const old = await world().pack();
  const { pack, zips, written, sheetsOf } = world([old], there);
  expect(await pack(more)).toEqual({ ...old, ...(more.papers && { papers: 'k' }) });
  expect([zips.mock.calls, written, sheetsOf.mock.calls]).toEqual([
    [],
    ['/dist/pain/nuit.csv a;b'],
    [['nuit.scorm12.zip', old.state, old]],
  ]);
});

test('the sheets are made again if only one of several is gone', async () => {
  const old = await world().pack();
  const sheets = [...old.sheets, { file: 'pain/nuit.guide.html', bytes: 9 }];
  const { pack, written } = world([{ ...old, sheets }], THERE);
  expect(await pack()).toEqual(old);
  expect(written).toEqual(['/dist/pain/nuit.csv a;b']);
});

test('a package that is too large is refused before its files are read', async () => {
  const { pack, zips, sheetsOf, engine: fake } = world();
  const sha256 = vi.spyOn(fake.host, 'sha256');
  const huge = { ...made, entries: [{ name: 'film.mp4', path: '/film.mp4', bytes: 2 ** 32 }] };
  await expect(pack({}, '<manifest/>', huge)).rejects.toMatchObject({
    message: expect.stringContaining('4 GiB'),
    file: '/dist/pain/nuit.scorm12.zip',
  });
  expect([zips.mock.calls, sheetsOf.mock.calls, sha256.mock.calls]).toEqual([[], [], []]);
});
