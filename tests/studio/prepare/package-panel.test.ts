// @vitest-environment happy-dom
import { unzipSync } from 'fflate';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Packed } from '../../../build/studio/engine/calls.ts';
import type { MadePackage } from '../../../build/studio/engine/prepare-calls.ts';
import { PackagePanel, sizeOf } from '../../../build/studio/prepare/package-panel.tsx';
import { Preparation } from '../../../build/studio/prepare/preparation.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { checkedAs, courseOf, sessionOf } from '../../helpers/checked-course.ts';
import { button, buttons, draw, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';
import { madeAs, planned, preparedAs } from '../../helpers/prepared-package.ts';
import { savedFiles } from '../../helpers/saved-files.ts';

const ONE = madeAs('s1.scorm12.zip', { bytes: 1535, sheets: ['dist/four/s1.depot.html', 'dist/four/s1.codebook.csv'] });
const TWO = madeAs('s2.scorm12.zip', { bytes: 1024 });
let result: Packed;
let packs: number;
let work: Preparation;
let saved: ReturnType<typeof savedFiles>;

beforeEach(() => {
  language.value = 'en';
  packs = 0;
  saved = savedFiles();
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
});

const packedAs = (...made: readonly MadePackage[]): Packed => {
  const paths = made.flatMap(({ path, sheets }) => [path, ...sheets]);
  const files = new Map(paths.map((path) => [path, new TextEncoder().encode(path)] as const));
  return { problems: [], files, packages: made.map(({ path }) => path), made };
};
async function shown(
  packages: Parameters<typeof preparedAs>[0],
  made: readonly MadePackage[] = [ONE],
  target: 'scorm12' | 'web' = 'scorm12',
): Promise<void> {
  result = packedAs(...made);
  const answers = {
    pack: () => {
      packs += 1;
      return result;
    },
  };
  const { studio } = await openStudio({ '1.md': '# One' }, answers);
  studio.checked.value = checkedAs(courseOf([sessionOf('1')], { targets: [target] }));
  work = new Preparation(studio);
  work.prepared.value = preparedAs(packages);
  await draw(h(PackagePanel, { work }));
}
const files = (): readonly string[] => [...document.querySelectorAll('.s-files li')].map(wordsOf);
const name = (): string => wordsOf(document.querySelector('h2'));

test.each([
  [0, '1 kB'],
  [1, '1 kB'],
  [1535, '1 kB'],
  [1536, '2 kB'],
  [1024 * 1024 - 1, '1,024 kB'],
  [1024 * 1024, '1 MB'],
  [1.25 * 1024 * 1024, '1.3 MB'],
])('%i bytes are %s', (bytes, words) => {
  language.value = 'en';
  expect(sizeOf(bytes)).toBe(words);
});

describe('before it is made', () => {
  test('a package has its name, its format, and what comes with it', async () => {
    await shown([planned()]);
    expect([name(), wordsOf(document.querySelector('.s-zip p')), document.querySelector('section')?.getAttribute('aria-label')]).toEqual([
      's1.scorm12.zip',
      t('prepare.target.scorm12'),
      t('prepare.files'),
    ]);
    expect([buttons(), button(t('prepare.download')).disabled, output('status'), output('alert')]).toEqual([
      [t('prepare.download')],
      false,
      [],
      [],
    ]);
    expect([wordsOf(document.body).includes(t('prepare.with')), files(), icons()]).toEqual([true, [], ['file-archive', 'download']]);
  });

  test('it can’t be made while something is in the way, and has the name of its session', async () => {
    await shown([]);
    expect([name(), button(t('prepare.download')).disabled]).toEqual(['id-1.scorm12.zip', true]);
  });

  test('it can’t be made twice at once', async () => {
    await shown([planned()]);
    work.isBusy.value = true;
    await settled();
    await press(t('prepare.download'));
    expect([button(t('prepare.download')).disabled, output('status'), packs]).toEqual([true, [t('prepare.making')], 0]);
  });

  test('several have the name of their course', async () => {
    await shown([planned(), planned({ file: 'four/s2.scorm12.zip' })], [ONE, TWO]);
    expect([name(), buttons()]).toEqual(['four.scorm12', [t('prepare.download.several', { n: 2 })]]);
  });
});

describe('the button', () => {
  test('makes a package, saves it, and lists its files', async () => {
    await shown([planned()]);
    await press(t('prepare.download'));
    expect([packs, saved.map((one) => [one.name, one.type]), await saved[0]?.text()]).toEqual([
      1,
      [['s1.scorm12.zip', 'application/zip']],
      'dist/four/s1.scorm12.zip',
    ]);
    expect([wordsOf(document.querySelector('.s-zip p')), output('status')]).toEqual([
      `1 kB · ${t('prepare.target.scorm12')}`,
      [t('prepare.made', { file: 's1.scorm12.zip', size: '1 kB' })],
    ]);
    expect(files()).toEqual([
      t('prepare.file.package') + t('prepare.for.moodle'),
      t('prepare.file.depot') + t('prepare.for.you'),
      t('prepare.file.codebook') + t('prepare.for.you'),
      t('prepare.file.lock') + t('prepare.for.course'),
    ]);
    expect([...document.querySelectorAll('.s-files li')].map((one) => [...icons(one), one.querySelector('.s-tag')?.className])).toEqual([
      ['file-archive', 's-tag s-info'],
      ['file-text', 's-tag '],
      ['file-text', 's-tag '],
      ['lock', 's-tag '],
    ]);
    expect([document.querySelector('h3'), wordsOf(document.body).includes(t('prepare.with'))]).toEqual([null, false]);
  });

  test('saves several packages as one zip, with their sheets', async () => {
    await shown([planned(), planned({ file: 'four/s2.scorm12.zip' })], [ONE, TWO]);
    await press(t('prepare.download.several', { n: 2 }));
    expect(saved.map((one) => [one.name, one.type])).toEqual([['four.scorm12.zip', 'application/zip']]);
    expect(Object.keys(unzipSync((await saved[0]?.bytes()) ?? new Uint8Array()))).toEqual([
      's1.scorm12.zip',
      's1.depot.html',
      's1.codebook.csv',
      's2.scorm12.zip',
    ]);
    expect([output('status'), [...document.querySelectorAll('h3')].map(wordsOf)]).toEqual([
      [t('prepare.made.several', { n: 2, size: '2 kB' })],
      ['s1.scorm12.zip', 's2.scorm12.zip'],
    ]);
    await press(t('prepare.all'));
    expect([packs, saved[1]?.name]).toEqual([1, 'four.scorm12.tout.zip']);
  });

  test('reports what failed, and saves nothing', async () => {
    await shown([planned()], []);
    await press(t('prepare.download'));
    expect([output('alert'), saved, files()]).toEqual([[t('prepare.failed', { why: t('prepare.unsaved') })], [], []]);
  });
});

describe('a file of a package', () => {
  const get = (label: 'prepare.file.depot' | 'prepare.file.codebook' | 'prepare.file.package', file: string): Promise<void> =>
    press(t('prepare.file.get', { label: t(label), file }));

  test('is saved by its own button, in its own type, without another packing', async () => {
    await shown([planned()]);
    await press(t('prepare.download'));
    await get('prepare.file.depot', 's1.depot.html');
    await get('prepare.file.codebook', 's1.codebook.csv');
    await get('prepare.file.package', 's1.scorm12.zip');
    expect([packs, saved.slice(1).map((one) => [one.name, one.type])]).toEqual([
      1,
      [
        ['s1.depot.html', 'text/html'],
        ['s1.codebook.csv', 'text/csv'],
        ['s1.scorm12.zip', 'application/zip'],
      ],
    ]);
    expect(await saved[1]?.text()).toBe('dist/four/s1.depot.html');
    expect([...document.querySelectorAll('.s-files button')].map((one) => one.getAttribute('type'))).toEqual([
      'button',
      'button',
      'button',
    ]);
  });

  test('that stays in the course is not saved', async () => {
    await shown([planned()]);
    await press(t('prepare.download'));
    expect([...document.querySelectorAll('.s-files')].at(-1)?.querySelector('button')).toBeNull();
  });

  test('all of them are saved as one zip', async () => {
    await shown([planned()]);
    await press(t('prepare.download'));
    await press(t('prepare.all'));
    expect([packs, saved[1]?.name, icons(button(t('prepare.all')))]).toEqual([1, 's1.scorm12.tout.zip', ['package']]);
    expect(Object.keys(unzipSync((await saved[1]?.bytes()) ?? new Uint8Array())).length).toBe(3);
  });

  test('for the web is for the site', async () => {
    await shown([planned({ file: 'four/s1.web.zip' })], [madeAs('s1.web.zip', { sheets: ['dist/four/s1.guide.html'] })], 'web');
    await press(t('prepare.download'));
    expect([files(), wordsOf(document.querySelector('.s-zip p'))]).toEqual([
      [
        t('prepare.file.web') + t('prepare.for.web'),
        t('prepare.file.guide') + t('prepare.for.you'),
        t('prepare.file.lock') + t('prepare.for.course'),
      ],
      `2 kB · ${t('prepare.target.web')}`,
    ]);
  });
});
