import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PackageReport } from '../../../build/model/report.ts';
import type { Version } from '../../../build/versions/model.ts';
import type { KeptRelease } from '../../../build/versions/release/find-release.ts';
import { makeRelease, type ReleaseInput } from '../../../build/versions/release/make-release.ts';
import { releaseSchema } from '../../../build/versions/release/release-schema.ts';
import { engine } from '../../helpers/engine.ts';

beforeEach(() => {
  // Half past midnight: east of Greenwich it is another day in UTC.
  vi.useFakeTimers({ now: new Date(2026, 2, 4, 0, 30), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const session = {
  id: 'rames',
  title: 'Les rames',
  minutes: 1,
  completion: 'visited',
  onFail: 'incomplete',
  competencies: [],
  pages: [],
  activities: [],
};

function version(path: string, more: object = {}): Version {
  const content = { line: 'l', activities: [], pages: [] };
  return {
    name: path,
    cartable: '1.0.0',
    course: 'depot',
    courseTitle: 'Au dépôt',
    lang: 'fr',
    cohort: '',
    target: 'scorm12',
    content: path.includes('kept') ? 'aa' : 'bb',
    whole: false,
    items: [{ identifier: 'I', content, sessions: [session], cover: '' }],
    media: { sizes: new Map(), read: () => undefined },
    theme: { name: 'x', accent: undefined },
    ...more,
  } as unknown as Version;
}

const packaged = (name: string, more: object = {}): PackageReport =>
  ({
    course: 'depot',
    module: 'rames',
    target: 'scorm12',
    file: `depot/${name}.zip`,
    sheets: [`depot/${name}.codebook.csv`, `depot/${name}.depot.html`, `depot/${name}.guide.html`, `depot/${name}.codebook.csv.bak`].map(
      (file) => ({ file, bytes: 1 }),
    ),
    ...more,
  }) as unknown as PackageReport;

const kept = (folder: string, ...files: readonly string[]): KeptRelease =>
  ({
    folder,
    release: {
      date: `2026-01-0${folder.length}`,
      moment: folder,
      packages: files.map((file) => ({ file, target: 'scorm12', module: 'rames' })),
    },
  }) as unknown as KeptRelease;

function make(more: Partial<ReleaseInput> = {}) {
  const opened: string[] = [];
  const input: ReleaseInput = {
    packages: [packaged('a')],
    out: '/dist',
    kept: [],
    isWhole: true,
    read: (path) => bytes(`in ${path}`),
    open: (path) => {
      opened.push(path);
      return version(path);
    },
    sha1: (data) => `0${data.length}`,
    ...more,
  };
  return { made: makeRelease(input, engine), opened };
}

test('a version has the zips, codebooks and upload sheets of its packages, the lock, the page and a description', () => {
  const { made, opened } = make();
  const texts = made.files.map(({ name, data }) => [name, typeof data === 'string' ? data.slice(0, 1) : new TextDecoder().decode(data)]);
  expect(texts).toEqual([
    ['a.zip', 'in /dist/depot/a.zip'],
    ['a.codebook.csv', 'in /dist/depot/a.codebook.csv'],
    ['a.depot.html', 'in /dist/depot/a.depot.html'],
    ['course.lock.yaml', 'in /dist/depot/course.lock.yaml'],
    ['changements.html', '<'],
    ['release.json', '{'],
  ]);
  expect([made.page, made.since, made.changes, opened]).toEqual(['changements.html', undefined, [], ['/dist/depot/a.zip']]);
});

test('its description names everything that a version is found by', () => {
  const { made } = make({ note: ' Avant \n', packages: [packaged('a'), packaged('b', { module: undefined, cohort: 'soir' })] });
  const text = String(made.files.at(-1)?.data);
  const { packages, digest, ...rest } = releaseSchema.parse(JSON.parse(text));
  expect(rest).toEqual({
    format: 1,
    course: 'depot',
    title: 'Au dépôt',
    cartable: '1.0.0',
    date: '2026-03-04',
    moment: new Date(2026, 2, 4, 0, 30).toISOString(),
    note: 'Avant',
  });
  expect(packages).toEqual([
    {
      file: 'a.zip',
      module: 'rames',
      target: 'scorm12',
      content: 'bb',
      sha256: engine.host.sha256([bytes('in /dist/depot/a.zip')]),
      sha1: '020',
      sheets: ['a.codebook.csv', 'a.depot.html'],
    },
    {
      file: 'b.zip',
      cohort: 'soir',
      target: 'scorm12',
      content: 'bb',
      sha256: engine.host.sha256([bytes('in /dist/depot/b.zip')]),
      sha1: '020',
      sheets: ['b.codebook.csv', 'b.depot.html'],
    },
  ]);
  expect(digest).toBe(engine.host.sha256(['a.zip\0bb\0', 'b.zip\0bb\0']));
  expect([text.endsWith('}\n'), text.includes('\n  "format": 1')]).toEqual([true, true]);
  expect('note' in make({ note: '  ' }).made.release).toBe(false);
});

test('days and months have two digits', () => {
  vi.setSystemTime(new Date(2026, 10, 28));
  expect(make().made.release.date).toBe('2026-11-28');
});

test('each package is compared with the last one that was kept', () => {
  const list = [kept('/kept/1', 'a.zip', 'c.zip'), kept('/kept/22', 'a.zip'), kept('/kept/333', 'b.zip')];
  const { made, opened } = make({ kept: list, packages: [packaged('a'), packaged('d')] });
  expect(opened).toEqual(['/dist/depot/a.zip', '/dist/depot/d.zip', '/kept/22/a.zip']);
  expect(made.since).toBe(list[2]);
  expect(
    made.changes.map(({ file, change }) => [
      file,
      typeof change === 'string' ? change : [change.old.content, change.new.content, change.new.name],
    ]),
  ).toEqual([
    ['a.zip', ['aa', 'bb', 'a.zip']],
    ['d.zip', 'new'],
    ['b.zip', 'gone'],
  ]);
  expect(made.changes.map((change) => [change.package.module, change.package.target])).toEqual(Array(3).fill(['rames', 'scorm12']));
  const shown = String(made.files.at(-2)?.data);
  expect([shown.includes('Les rames'), shown.includes('9 janvier 2026'), shown.includes('7 janvier 2026')]).toEqual([true, true, false]);
});

test('if only some packages were made, nothing is reported about the others', () => {
  const list = [kept('/kept/1', 'a.zip', 'b.zip')];
  expect(make({ kept: list, isWhole: false }).made.changes.map(({ file }) => file)).toEqual(['a.zip']);
  expect(make({ kept: list }).made.changes.map(({ file, change }) => (change === 'gone' ? `${file} gone` : file))).toEqual([
    'a.zip',
    'b.zip gone',
  ]);
});

test('a package of another course is new', () => {
  const open = (path: string): Version =>
    version(
      path,
      path.includes('kept')
        ? {
            course: 'gare',
            items: [{ identifier: 'I', content: { line: 'm', activities: [], pages: [] }, sessions: [session], cover: '' }],
          }
        : {},
    );
  expect(make({ kept: [kept('/kept/1', 'a.zip')], open }).made.changes.map(({ change }) => change)).toEqual(['new']);
});

test('the page is in the language of the course, in its colour', () => {
  const english = make({ open: (path) => version(path, { lang: 'en', theme: { name: 'x', accent: '#445566' } }) }).made;
  const [page] = english.files.filter(({ name }) => name === 'changes.html');
  expect([english.page, String(page?.data).includes('#445566'), String(page?.data).includes('lang="en"')]).toEqual([
    'changes.html',
    true,
    true,
  ]);
  const other = make({ open: (path) => version(path, { lang: 'de' }) }).made;
  expect([other.page, String(other.files.at(-2)?.data).includes('#1d4ed8')]).toEqual(['changements.html', true]);
});

test('a version is named by its first package', () => {
  const open = (path: string): Version => version(path, path.includes('/b') ? { courseTitle: 'B', cartable: '2', lang: 'en' } : {});
  const { release, page } = make({ packages: [packaged('a'), packaged('b')], open }).made;
  expect([release.title, release.cartable, page]).toEqual(['Au dépôt', '1.0.0', 'changements.html']);
});
