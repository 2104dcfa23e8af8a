// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MediaDialog } from '../../../build/studio/media/media-dialog.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
const [ALT, CAPTION, CREDIT, TITLE] = ['media.alt', 'media.caption', 'media.credit', 'media.title'] as const;

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async ({ name, size }: File) => {
    if (name.startsWith('broken')) throw new Error('no picture');
    return { width: size > 100 ? 3200 : 800, height: 600 };
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['little'], { type: 'image/webp' })));
});
afterEach(async () => {
  await show(null);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  language.value = 'fr';
});

async function shown(...files: readonly File[]) {
  const studio = await openedStudio({});
  const [onPlace, onClose] = [vi.fn<(block: string) => void>(), vi.fn()];
  await show(h(MediaDialog, { studio, files, onPlace, onClose }));
  await prepared(files);
  return { studio, onPlace, onClose };
}
/** Waits until files are read. */
async function prepared(files: readonly File[]): Promise<void> {
  await act(async () => {
    for (const file of files) await file.arrayBuffer();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}
const file = (name: string, size = 10): File => new File([new Uint8Array(size).fill(65)], name);
/** Finds a field by the start of its label. */
const field = (start: string): HTMLInputElement =>
  page.named(page.names.find((name) => name.startsWith(start)) ?? start) as HTMLInputElement;
const fill = (start: string, value: string): Promise<void> => page.type(page.names.find((name) => name.startsWith(start)) ?? start, value);
const place = (): HTMLButtonElement => page.named(t('media.place')) as HTMLButtonElement;
/** Sends the form, as Enter does. @returns whether the page stays */
async function send(): Promise<boolean> {
  const event = new Event('submit', { bubbles: true, cancelable: true });
  await act(() => void document.querySelector('form')?.dispatchEvent(event));
  return event.defaultPrevented;
}
const paths = (studio: Studio): readonly string[] => studio.project.paths;
const lines = (): unknown[] => [...document.querySelectorAll('.s-media-picture p')].map((line) => line.textContent?.replace(/\s/g, ' '));

test('the dialog is open and has the name of what it asks', async () => {
  const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  await shown(file('four.png'));
  expect(showModal).toHaveBeenCalledOnce();
  const dialog = document.querySelector('dialog');
  expect([dialog?.open, document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent]).toEqual([
    true,
    t('media.pictureTitle'),
  ]);
  expect(document.querySelector('.s-chip')).toBeNull();
});

test('a picture is placed with its words, once it is described', async () => {
  const { studio, onPlace, onClose } = await shown(file('Four à pain.png'));
  expect([place().disabled, place().type, await send(), onPlace.mock.calls]).toEqual([true, 'submit', true, []]);
  expect([field(t(ALT)).maxLength, field(t(ALT)).getAttribute('rows')]).toEqual([250, '3']);
  await fill(t(ALT), '   ');
  expect(place().disabled).toBe(true);
  await fill(t(ALT), 'Un four');
  expect(document.querySelector('textarea')?.parentElement?.textContent).toContain(t('media.altHint', { n: 7, most: 250 }));
  await fill(t(CAPTION), 'Au village');
  await fill(t(CREDIT), 'Ada');
  await page.press(t('media.place'));
  expect(onPlace.mock.calls).toEqual([['::figure{src=assets/four-a-pain.png alt="Un four" caption="Au village" credit="Ada"}']]);
  expect([paths(studio), studio.project.text('modules/a/assets/four-a-pain.png'), onClose.mock.calls.length]).toEqual([
    ['modules/a/assets/four-a-pain.png'],
    'A'.repeat(10),
    1,
  ]);
});

test('a picture that decorates needs no description, and keeps none', async () => {
  const { onPlace } = await shown(file('four.png'));
  const [teaches, decorates] = [t('media.teaches'), t('media.decorates')];
  const checked = (): unknown[] => [teaches, decorates].map((name) => (page.named(name) as HTMLInputElement).checked);
  expect(new Set([teaches, decorates].map((name) => (page.named(name) as HTMLInputElement).name))).toEqual(new Set(['purpose']));
  expect([checked(), field(t(ALT)).disabled]).toEqual([[true, false], false]);
  await fill(t(ALT), 'Un four');
  await act(() => void page.named(decorates).dispatchEvent(new Event('change', { bubbles: true })));
  expect([checked(), field(t(ALT)).disabled, place().disabled]).toEqual([[false, true], true, false]);
  await act(() => void page.named(teaches).dispatchEvent(new Event('change', { bubbles: true })));
  expect([checked(), field(t(ALT)).disabled]).toEqual([[true, false], false]);
  await act(() => void page.named(decorates).dispatchEvent(new Event('change', { bubbles: true })));
  await send();
  expect(onPlace.mock.calls).toEqual([['::figure{src=assets/four.png decorative}']]);
});

test('a picture is shown from its file, with its name and weight', async () => {
  await shown(file('four.png'));
  expect([document.querySelector('img')?.src.startsWith('blob:'), lines()]).toEqual([true, ['four.png', '1 ko']]);
});

test('a picture keeps its address while it is described, and gives it up then', async () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((from) => `blob:${(from as File).name}`);
  const given = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  const files = [file('a.png'), file('b.png')];
  await shown(...files);
  for (const words of ['U', 'Un', 'Un four']) await fill(t(ALT), words);
  expect([document.querySelector('img')?.src, made.mock.calls.length, given.mock.calls]).toEqual(['blob:a.png', 1, []]);
  await send();
  await prepared(files);
  expect([document.querySelector('img')?.src, given.mock.calls]).toEqual(['blob:b.png', [['blob:a.png']]]);
  await show(null);
  expect(given).toHaveBeenLastCalledWith('blob:b.png');
});

test('one that is made smaller is kept so, and the gain is shown', async () => {
  const { studio, onPlace } = await shown(file('four.png', 1_500_000));
  expect(lines()).toEqual(['four.png', t('media.smaller', { from: '1,5 Mo', to: '1 ko', width: 1600 })]);
  await fill(t(ALT), 'Un four');
  await send();
  expect([onPlace.mock.calls, studio.project.text('modules/a/assets/four.webp')]).toEqual([
    [['::figure{src=assets/four.webp alt="Un four"}']],
    'little',
  ]);
});

test.each([
  [1, '1 ko'],
  [1499, '1 ko'],
  [1500, '2 ko'],
  [999_999, '1 000 ko'],
  [1_000_000, '1 Mo'],
  [2_340_000, '2,3 Mo'],
])('%i bytes are %s', async (size, shownSize) => {
  await shown(file('voix.mp3', size));
  expect(lines()).toEqual(['voix.mp3', shownSize]);
});

test('sizes are written in the language of the page', async () => {
  language.value = 'en';
  await shown(file('voix.mp3', 2_340_000));
  expect(lines()).toEqual(['voix.mp3', '2.3 MB']);
});

test('a sound has a title and a transcript', async () => {
  const { studio, onPlace } = await shown(file('La voix.MP3'));
  expect([document.querySelector('h2')?.textContent, field(t(TITLE)).value, document.querySelector('img')]).toEqual([
    t('media.playedTitle'),
    'La voix',
    null,
  ]);
  expect([...document.querySelectorAll('small')].map((one) => one.textContent)).toEqual([t('media.transcriptHint')]);
  expect([place().disabled, document.querySelector('textarea')?.getAttribute('rows')]).toEqual([false, '5']);
  await fill(t(TITLE), 'Une boulangère');
  await fill(t('media.transcript'), ' Bonjour. \n');
  await send();
  expect([onPlace.mock.calls, studio.project.text('modules/a/assets/la-voix.md'), [...paths(studio)].sort()]).toEqual([
    [['::audio{src=assets/la-voix.mp3 title="Une boulangère" transcript=assets/la-voix.md}']],
    'Bonjour.\n',
    ['modules/a/assets/la-voix.md', 'modules/a/assets/la-voix.mp3'],
  ]);
});

test('a title is the name of the file up to its last point', async () => {
  await shown(file('La voix.v2.mp3'));
  expect(field(t(TITLE)).value).toBe('La voix.v2');
});

test('a film without a text has no transcript', async () => {
  const { studio, onPlace } = await shown(file('four.mp4'));
  await fill(t('media.transcript'), '  ');
  await send();
  expect([onPlace.mock.calls, paths(studio)]).toEqual([[['::video{src=assets/four.mp4 title="four"}']], ['modules/a/assets/four.mp4']]);
});

test.each(['notes.docx', 'broken.png'])('%s can only be left out', async (name) => {
  const { studio, onPlace, onClose } = await shown(file(name));
  expect(document.querySelector('[role=alert]')?.textContent).toBe(t('media.unusable', { file: name }));
  expect(page.names).toEqual([t('close'), t('media.leave')]);
  expect([await send(), onPlace.mock.calls]).toEqual([true, []]);
  await page.press(t('media.leave'));
  expect([onPlace.mock.calls, paths(studio), onClose.mock.calls.length]).toEqual([[], [], 1]);
});

test('files are asked about one after the other, each with fields of its own', async () => {
  const files = [file('a.png'), file('b.png'), file('c.mp3')];
  const { onPlace, onClose } = await shown(...files);
  const where = (): unknown => document.querySelector('.s-chip')?.textContent;
  expect(where()).toBe(t('media.count', { n: 1, total: 3 }));
  await fill(t(ALT), 'Un');
  await send();
  await prepared(files);
  expect([where(), lines()[0], field(t(ALT)).value, onClose.mock.calls.length]).toEqual([
    t('media.count', { n: 2, total: 3 }),
    'b.png',
    '',
    0,
  ]);
  await page.press(t('media.leave'));
  await prepared(files);
  expect([where(), lines()[0]]).toEqual([t('media.count', { n: 3, total: 3 }), 'c.mp3']);
  await send();
  expect(onPlace.mock.calls).toEqual([['::figure{src=assets/a.png alt="Un"}'], ['::audio{src=assets/c.mp3 title="c"}']]);
  expect(onClose).toHaveBeenCalledOnce();
});

test('the button and Escape close it, and nothing is placed', async () => {
  const { onPlace, onClose } = await shown(file('four.png'));
  await page.press(t('close'));
  await act(() => void document.querySelector('dialog')?.dispatchEvent(new Event('cancel')));
  expect([onClose.mock.calls.length, onPlace.mock.calls]).toEqual([2, []]);
});

test('nothing can be placed before the file is read', async () => {
  let read = (): void => {};
  vi.stubGlobal('createImageBitmap', () => new Promise((resolve) => (read = () => resolve({ width: 10, height: 10 }))));
  const { onPlace } = await shown(file('four.png'));
  await fill(t(ALT), 'Un four');
  expect([place().disabled, lines(), await send(), onPlace.mock.calls]).toEqual([true, ['four.png'], true, []]);
  await act(async () => read());
  await prepared([]);
  expect(place().disabled).toBe(false);
});

test('a picture is shown with its fields, each with a name', async () => {
  await shown(file('four.png'));
  expect([page.names, document.querySelector('form')?.textContent?.replace(/\s+/g, ' ')]).toEqual([
    [
      'Fermer',
      'Description, lue à qui ne voit pas l’imageÉcrivez ce qui compte pour la séance, sans « image de ». 0 signes sur 250',
      'Elle apprend quelque chose',
      'Elle décore : rien ne sera lu à sa place',
      'Légende facultatif',
      'Crédit (auteur, licence) facultatif',
      'Laisser de côté',
      'Placer dans le texte',
    ],
    'Que voit-on sur cette image ?four.png1 koDescription, lue à qui ne voit pas l’imageÉcrivez ce qui compte pour la séance, sans « image de ». 0 signes sur 250À quoi sert-elle ?Elle apprend quelque choseElle décore : rien ne sera lu à sa placeLégende facultatifCrédit (auteur, licence) facultatifLaisser de côtéPlacer dans le texte',
  ]);
});
