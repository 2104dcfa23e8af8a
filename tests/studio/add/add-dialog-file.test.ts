// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { AddDialog } from '../../../build/studio/add/add-dialog.tsx';
import { t } from '../../../build/studio/strings.ts';
import { openedStudio, typeOf } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const page = new UsedPage();
const PATH = 'modules/a/1.md';
const TYPES = ['audio', 'figure'].map((name) => typeOf(name, 'none', { kind: 'block' }));

async function shown({ files = {} }: { readonly files?: Readonly<Record<string, string>> } = {}) {
  const checked = { course: { lang: 'fr', people: [], competencies: [], sessions: [] } as never };
  const studio = await openedStudio({ [PATH]: '# Four {#p}\n', ...files }, { types: TYPES, checked });
  await show(h(AddDialog, { studio, path: PATH, line: null, onInserted: () => {}, onClose: () => {} }));
  await act(async () => void (await studio.types()));
  return { studio, text: (name = PATH) => studio.project.text(name) };
}
const choose = (name: string): Promise<void> =>
  act(() => document.querySelector<HTMLInputElement>(`input[type=radio][value=${name}]`)?.click());
const upload = async (...files: readonly File[]): Promise<void> => {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
};

test('a file is taken into the course, and named by the example, with what goes with it', async () => {
  const { text } = await shown({ files: { 'modules/a/assets/voix.md': 'Bonjour.\n' } });
  await choose('audio');
  await upload(new File(['son'], 'Cloche.MP3'), new File(['other'], 'other.mp3'));
  expect([text('modules/a/assets/cloche.mp3'), text('modules/a/assets/other.mp3')]).toEqual(['son', undefined]);
  await page.press(t('add.insert'));
  expect([text()?.includes('src=assets/cloche.mp3'), text('modules/a/assets/cloche.md')?.length]).toEqual([true, expect.any(Number)]);
});

test('a file belongs to its type: another type begins with its own', async () => {
  await shown();
  await choose('audio');
  await upload(new File(['son'], 'Cloche.MP3'));
  await choose('figure');
  expect((page.named(t('add.insert')) as HTMLButtonElement).disabled).toBe(true);
});

test('a file that is there already is never written over', async () => {
  const { text } = await shown({ files: { 'modules/a/assets/voix.md': 'Bonjour.\n', 'modules/a/assets/voix.mp3': 'x' } });
  await choose('audio');
  await page.press(t('add.insert'));
  expect([text()?.includes('transcript=assets/voix.md'), text('modules/a/assets/voix.md')]).toEqual([true, 'Bonjour.\n']);
});

test('no file that is chosen changes nothing', async () => {
  const { studio } = await shown();
  await choose('figure');
  await upload();
  expect([studio.project.paths, (page.named(t('add.insert')) as HTMLButtonElement).disabled]).toEqual([[PATH], true]);
});
