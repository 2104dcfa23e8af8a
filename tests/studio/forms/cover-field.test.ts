// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { CoverField } from '../../../build/studio/forms/cover-field.tsx';
import { TextSession } from '../../../build/studio/forms/editing.ts';
import { t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { PATH } from '../../helpers/mounted-form.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
afterEach(() => render(null, document.body));

const FILES = {
  [PATH]: '# Four {#p}\n',
  'modules/a/assets/four.png': 'x',
  'modules/a/pain.jpg': 'x',
  'modules/a/assets/son.mp3': 'x',
  'modules/a/quai/assets/mie.png': 'x',
};
const input = (): HTMLInputElement => document.querySelector('input[type=file]') as HTMLInputElement;

async function shown(value = '') {
  const studio = await openedStudio(FILES);
  const onValue = vi.fn<(path: string) => void>();
  await show(h(CoverField, { session: new TextSession(studio, PATH), value, onValue }));
  return { studio, onValue };
}
/** Chooses a file, until it is kept or refused. */
async function choose(name: string, content: string): Promise<void> {
  const file = new File([content], name);
  Object.defineProperty(input(), 'files', { value: [file], configurable: true });
  await act(async () => {
    input().dispatchEvent(new Event('change', { bubbles: true }));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await file.arrayBuffer();
  });
}
const text = (studio: Studio, name: string): string | undefined => studio.project.text(`modules/a/${name}`);

test('the cover is the usual one or one of the course’s pictures', async () => {
  const { onValue } = await shown();
  expect([document.querySelector('legend')?.textContent, page.value(t('front.cover.picture')), page.options('cover')]).toEqual([
    `${t('front.cover')} ${t('front.coverHint')}`,
    '',
    [
      ['', t('front.cover.usual')],
      ['assets/four.png', 'four.png'],
      ['pain.jpg', 'pain.jpg'],
      ['quai/assets/mie.png', 'quai/assets/mie.png'],
    ],
  ]);
  expect([document.querySelector('img'), document.querySelector('[role=alert]')]).toEqual([null, null]);
  await page.type(t('front.cover.picture'), 'pain.jpg');
  expect(onValue.mock.calls).toEqual([['pain.jpg']]);
});

test('the chosen one is shown', async () => {
  await shown('assets/four.png');
  const picture = document.querySelector('img');
  expect([page.field('cover').value, picture?.src.startsWith('blob:'), picture?.alt]).toEqual(['assets/four.png', true, '']);
  expect(picture?.className).toBe('s-form-shown s-form-cover');
});

test('a new one is kept under a free name and chosen', async () => {
  const { studio, onValue } = await shown();
  expect(input().accept).toBe('image/*');
  await choose('Four.PNG.svg', '<svg/>');
  expect([onValue.mock.calls, text(studio, 'assets/four-png.svg')]).toEqual([[['assets/four-png.svg']], '<svg/>']);
});

test('choosing no file changes nothing', async () => {
  const { onValue } = await shown();
  Object.defineProperty(input(), 'files', { value: [], configurable: true });
  await act(async () => {
    input().dispatchEvent(new Event('change', { bubbles: true }));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
  expect([document.querySelector('[role=alert]'), onValue.mock.calls]).toEqual([null, []]);
});

test('what is no picture is refused until a picture is chosen', async () => {
  const { studio, onValue } = await shown();
  const before = studio.project.paths.length;
  await choose('four.png', 'no picture');
  expect([document.querySelector('[role=alert]')?.textContent, onValue.mock.calls, studio.project.paths.length]).toEqual([
    t('front.cover.broken'),
    [],
    before,
  ]);
  await choose('four.svg', '<svg/>');
  expect([document.querySelector('[role=alert]'), onValue.mock.calls]).toEqual([null, [['assets/four.svg']]]);
});

test('the choice and the button for a new one have names', async () => {
  await shown();
  expect(page.names).toEqual(['Image', 'Choisir une image…', 'Choisir une image…']);
});
