// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// What is drawn later is loaded before, so that no test waits for it.
import '../../../build/studio/media/media-dialog.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { TextPlace } from '../../../build/studio/ui/text-place.tsx';
import { draw, field, press, settled, undraw } from '../../helpers/drawn.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

const PATH = 'modules/a/1.md';
const TEXT = '# Four {#four}\n\nUn.\n\nDeux.\n';
const SOUND = new File(['x'], 'bruit.mp3');
let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  localStorage.setItem('cartable-studio-text', 'plain');
  studio = await openedStudio({ 'modules/a/course.yaml': 'id: a\n', [PATH]: TEXT });
  await draw(h(TextPlace, { studio, settings: { nonce: 'n' } as never, path: PATH }));
});
afterEach(async () => {
  await undraw();
  localStorage.clear();
  vi.restoreAllMocks();
});

const place = (): HTMLElement | null => document.querySelector('.s-write-text');
const text = (): HTMLTextAreaElement => field<HTMLTextAreaElement>(t('editor.text'));
const dialog = (): Element | null => document.querySelector('dialog');

/** Drops or pastes files into the text. @returns whether the text itself was prevented from taking them */
async function take(kind: 'drop' | 'paste', files: readonly File[]): Promise<boolean> {
  const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), {
    [kind === 'drop' ? 'dataTransfer' : 'clipboardData']: { files },
  });
  const received = vi.fn();
  text().addEventListener(kind, received);
  text().dispatchEvent(event);
  await settled();
  expect(received.mock.calls.length).toBe(event.defaultPrevented ? 0 : 1);
  return event.defaultPrevented;
}

test('shows the text, but not while its form is open', async () => {
  expect([text().value, place()?.hidden, dialog()]).toEqual([TEXT, false, null]);
  studio.form.value = { path: PATH, line: 0 };
  await settled();
  expect(place()?.hidden).toBe(true);
  studio.form.value = { path: 'modules/a/2.md', line: 0 };
  await settled();
  expect(place()?.hidden).toBe(false);
});

test.each(['drop', 'paste'] as const)('a %s of media asks about them, and the text takes nothing', async (kind) => {
  expect(await take(kind, [SOUND])).toBe(true);
  expect([dialog() === null, text().value]).toEqual([false, TEXT]);
  await press(t('close'));
  expect([dialog(), text().value]).toEqual([null, TEXT]);
});

test.each(['drop', 'paste'] as const)('a %s of something else is left to the text', async (kind) => {
  expect([await take(kind, []), await take(kind, [new File(['x'], 'a.docx')]), dialog()]).toEqual([false, false, null]);
});

const AUDIO = '::audio{src=assets/bruit.mp3 title="bruit"}';

test('media go below the line of the cursor', async () => {
  studio.cursor.value = { path: PATH, line: 3 };
  await take('drop', [SOUND]);
  await press(t('media.place'));
  expect([studio.project.text(PATH), dialog()]).toEqual([`# Four {#four}\n\nUn.\n\n${AUDIO}\n\nDeux.\n`, null]);
});

test('with the cursor in another text, they go to the first line', async () => {
  studio.cursor.value = { path: 'modules/a/2.md', line: 5 };
  await take('drop', [SOUND]);
  await press(t('media.place'));
  expect(studio.project.text(PATH)).toBe(`# Four {#four}\n\n${AUDIO}\n\nUn.\n\nDeux.\n`);
});

test('of several, each goes below the one before', async () => {
  studio.cursor.value = { path: PATH, line: 3 };
  await take('drop', [SOUND, new File(['y'], 'train.mp3')]);
  await press(t('media.place'));
  await press(t('media.place'));
  expect(studio.project.text(PATH)).toBe(`# Four {#four}\n\nUn.\n\n${AUDIO}\n\n::audio{src=assets/train.mp3 title="train"}\n\nDeux.\n`);
});

test('a picture that is asked for goes where the cursor is', async () => {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [SOUND] });
    this.dispatchEvent(new Event('change'));
  });
  studio.cursor.value = { path: PATH, line: 5 };
  await press(t('editor.plain'));
  const view = EditorView.findFromDOM(document.querySelector('.cm-editor') as HTMLElement);
  expect(view?.state.facet(EditorView.cspNonce)).toBe('n');
  await press(t('editor.picture'));
  await press(t('media.place'));
  expect(studio.project.text(PATH)).toBe(`${TEXT}\n${AUDIO}\n`);
});

test('a type is asked for by its button', async () => {
  text().setSelectionRange(0, 0);
  await press(t('editor.add'));
  expect(studio.adding.value).toEqual({ path: PATH, line: 1 });
});
