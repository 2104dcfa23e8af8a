// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Packed } from '../../../build/studio/engine/calls.ts';
import { Preparation } from '../../../build/studio/prepare/preparation.ts';
import { SheetDialog } from '../../../build/studio/prepare/sheet-dialog.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { button, draw, icons, looks, output, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';
import { PaperPage } from '../../helpers/paper-page.ts';
import { madeAs } from '../../helpers/prepared-package.ts';
import { savedFiles } from '../../helpers/saved-files.ts';

const SHEETS = ['dist/four/s1.guide.html', 'dist/four/s1.depot.html'];
const onClose = vi.fn();
const pack = vi.fn<() => Packed>();
let page: PaperPage;

beforeEach(() => {
  language.value = 'en';
  page = new PaperPage();
});
afterEach(async () => {
  await undraw();
  page.close();
  vi.clearAllMocks();
});

async function shown(sheets: readonly string[], made = [madeAs('s1.zip', { sheets })]): Promise<Preparation> {
  const files = new Map(SHEETS.map((path) => [path, new TextEncoder().encode(`<p>${path}</p>`)] as const));
  const packed: Packed = { problems: [], files, packages: made.map(({ path }) => path), made };
  pack.mockReturnValue(packed);
  const { studio } = await openStudio({ '1.md': '# One' }, { pack });
  const work = new Preparation(studio);
  await draw(h(SheetDialog, { work, settings: page.settings, onClose }));
  return work;
}
const areReady = (): readonly boolean[] => [t('prepare.sheet.get'), t('prepare.sheet.print')].map((name) => !button(name).disabled);

test('shows the upload sheet of the package, which is made for it', async () => {
  await shown(SHEETS);
  expect([wordsOf(document.querySelector('h2')), pack.mock.calls.length, areReady(), output('status')]).toEqual([
    t('prepare.sheet.title'),
    1,
    [true, true],
    [],
  ]);
  expect([document.querySelector('dialog')?.className, looks()]).toEqual([
    's-dialog s-wide',
    ['quiet only-icon x', 'plain download', 'primary printer'],
  ]);
  const frame = page.frame;
  expect([frame?.title, frame?.getAttribute('src')]).toEqual([t('prepare.sheet.title'), 'http://four.test/studio/paper.html']);
  await page.begin();
  expect(page.sent).toEqual([{ kind: 'show', html: '<p>dist/four/s1.depot.html</p>' }]);
  expect([icons(button(t('prepare.sheet.get'))), icons(button(t('prepare.sheet.print')))]).toEqual([['download'], ['printer']]);
});

test('prints it, as often as it is asked to', async () => {
  await shown(SHEETS);
  await page.begin();
  await press(t('prepare.sheet.print'));
  await press(t('prepare.sheet.print'));
  expect(page.sent.slice(1)).toEqual([{ kind: 'print' }, { kind: 'print' }]);
});

test('saves it', async () => {
  const saved = savedFiles();
  await shown(SHEETS);
  await press(t('prepare.sheet.get'));
  expect(saved.map(({ name, type }) => [name, type])).toEqual([['s1.depot.html', 'text/html']]);
  expect(await saved[0]?.text()).toBe('<p>dist/four/s1.depot.html</p>');
});

test.each([
  ['no sheet was made', ['dist/four/s1.guide.html']],
  ['its bytes are gone', ['dist/four/s2.depot.html']],
])('shows none if %s', async (_why, sheets) => {
  await shown(sheets);
  expect([page.frame, areReady(), output('status')]).toEqual([null, [false, false], [t('prepare.making')]]);
});

test('shows that of the first package', async () => {
  await shown([], [madeAs('s1.zip', { sheets: SHEETS }), madeAs('s2.zip', { sheets: ['dist/four/s2.depot.html'] })]);
  expect([areReady(), output('status')]).toEqual([[true, true], []]);
});

test('explains why the package can’t be made', async () => {
  const work = await shown([], []);
  expect(output('status')).toEqual([work.failure.value]);
  expect(work.failure.value).toBe(t('prepare.unsaved'));
});

test('closes', async () => {
  await shown(SHEETS);
  await press(t('close'));
  expect(onClose).toHaveBeenCalledOnce();
});
