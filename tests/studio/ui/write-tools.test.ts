// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
// What is drawn later is loaded before, so that no test waits for it.
import '../../../build/studio/add/add-dialog.tsx';
import '../../../build/studio/forms/form-pane.tsx';
import '../../../build/studio/forms/front-form.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { AddPlace, actionsFor, FormPlace, placeBlock } from '../../../build/studio/ui/write-tools.tsx';
import { draw, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openedStudio, typeOf } from '../../helpers/opened-studio.ts';

const PATH = 'modules/a/1.md';
const OTHER = 'modules/a/2.md';
const TEXT =
  '---\r\nid: pain\r\ntitle: Pain\r\n---\r\n\r\n# Pain {#pain}\r\n\r\n:::choice{#un}\r\nUn ?\r\n\r\n- [x] A\r\n:::\r\n\r\nFin.\r\n';
const TYPES = [typeOf('choice', 'choices', { label: 'Choice' })];
let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  studio = await openedStudio({ 'modules/a/course.yaml': 'id: a\n', [PATH]: TEXT, [OTHER]: '# Deux\n' }, { types: TYPES });
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
});

/** Chooses files in the dialog that a button opens. */
function choosing(files: readonly File[]): void {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: files });
    this.dispatchEvent(new Event('change'));
  });
}

describe('the buttons of a text', () => {
  const onMedia = vi.fn();
  const shown = TEXT.replaceAll('\r', '');
  beforeEach(() => onMedia.mockClear());

  test('add below a line of the text, whose line ends count once', () => {
    actionsFor(studio, PATH, onMedia).onAdd?.(shown.indexOf('Fin.'));
    expect(studio.adding.value).toEqual({ path: PATH, line: 14 });
  });

  test('add to a text that is gone at its first line', () => {
    actionsFor(studio, 'modules/a/gone.md', onMedia).onAdd?.(0);
    expect(studio.adding.value).toEqual({ path: 'modules/a/gone.md', line: 1 });
  });

  test('open the form of a directive, or that of the session', () => {
    const actions = actionsFor(studio, PATH, onMedia);
    const [directive] = outlineOf(shown).pages[0]?.directives ?? [];
    if (directive) actions.onEdit?.(directive);
    expect(studio.form.value).toEqual({ path: PATH, line: 8 });
    actions.onEditFront?.();
    expect(studio.form.value).toEqual({ path: PATH, line: 0 });
  });

  test('ask for a picture of a line', async () => {
    const file = new File(['x'], 'pain.png');
    choosing([file]);
    actionsFor(studio, PATH, onMedia).onPicture?.(shown.indexOf('Fin.'));
    await settled();
    expect(onMedia.mock.calls).toEqual([[[file], 14]]);
  });

  test('do nothing when no picture is chosen', async () => {
    choosing([]);
    actionsFor(studio, PATH, onMedia).onPicture?.(0);
    await settled();
    expect(onMedia).not.toHaveBeenCalled();
  });
});

describe('a block that is placed', () => {
  test('goes below what is at the line, with the line ends of the text', () => {
    const line = placeBlock(studio, PATH, 9, '![Pain](assets/pain.png)');
    expect(studio.project.text(PATH)).toBe(TEXT.replace(':::\r\n\r\nFin', ':::\r\n\r\n![Pain](assets/pain.png)\r\n\r\nFin'));
    expect(line).toBe(14);
  });

  test('can begin a text', () => {
    expect(placeBlock(studio, 'modules/a/new.md', 1, '::one')).toBe(1);
    expect(studio.project.text('modules/a/new.md')?.trim()).toBe('::one');
  });
});

describe('the place of a form', () => {
  const shown = (): Promise<void> => draw(h(FormPlace, { studio, path: PATH }));
  const heading = (): string => wordsOf(document.querySelector('h2'));
  test('is empty without one, and while one of another text is open', async () => {
    await shown();
    expect(document.querySelector('main')?.textContent).toBe('');
    studio.form.value = { path: OTHER, line: 1 };
    await settled();
    expect(document.querySelector('main')?.textContent).toBe('');
  });

  test('shows the form of a line, and goes back to the line it ends with', async () => {
    studio.form.value = { path: PATH, line: 8 };
    await shown();
    expect(heading()).toBe('Choice');
    await press(t('forms.done'));
    expect([studio.form.value, studio.cursor.value]).toEqual([null, { path: PATH, line: 8, isPicked: true }]);
  });

  test('shows the settings of the session, and goes back to the first line', async () => {
    studio.form.value = { path: PATH, line: 0 };
    await shown();
    expect(heading()).toBe(t('front.heading'));
    await press(t('forms.done'));
    expect([studio.form.value, studio.cursor.value]).toEqual([null, { path: PATH, line: 1, isPicked: true }]);
  });

  test('shows the form of a directive in the first line of a text', async () => {
    studio.edit(PATH, ':::choice{#un}\nUn ?\n:::\n');
    studio.form.value = { path: PATH, line: 1 };
    await shown();
    expect(heading()).toBe('Choice');
  });

  test('follows a place that is chosen: its form, or the text', async () => {
    await shown();
    const formAfter = async (cursor: Studio['cursor']['value']): Promise<unknown> => {
      studio.form.value = { path: PATH, line: 0 };
      studio.cursor.value = cursor;
      await settled();
      return studio.form.value;
    };
    expect(await formAfter({ path: PATH, line: 10, isPicked: true })).toEqual({ path: PATH, line: 10 });
    expect(await formAfter({ path: PATH, line: 14, isPicked: true })).toBeNull();
    expect(await formAfter({ path: OTHER, line: 8, isPicked: true })).toBeNull();
    expect(await formAfter({ path: PATH, line: 9 })).toEqual({ path: PATH, line: 0 });
  });

  test('opens no form by itself for a place that is chosen', async () => {
    await shown();
    studio.cursor.value = { path: PATH, line: 8, isPicked: true };
    await settled();
    expect(studio.form.value).toBeNull();
  });
});

describe('the place of the dialog with all types', () => {
  const shown = async (line?: number): Promise<void> => {
    if (line !== undefined) studio.adding.value = { path: PATH, line };
    await draw(h(AddPlace, { studio, path: PATH }));
  };

  test('is empty while nothing is added', async () => {
    await shown();
    expect(document.querySelector('main')?.textContent).toBe('');
  });

  test('adds below the line, goes there, and opens the form', async () => {
    await shown(14);
    await press(t('add.insert'));
    expect([studio.adding.value, document.querySelector('dialog')]).toEqual([null, null]);
    const line = (studio.project.text(PATH) ?? '').split('\r\n').findLastIndex((one) => one.startsWith(':::choice')) + 1;
    expect(line).toBeGreaterThan(14);
    expect([studio.cursor.value, studio.form.value]).toEqual([
      { path: PATH, line },
      { path: PATH, line },
    ]);
  });

  test('closes without adding anything', async () => {
    await shown(14);
    await press(t('add.close'));
    expect([studio.adding.value, studio.project.text(PATH), studio.form.value]).toEqual([null, TEXT, null]);
  });

  test('line 0 is the end of the last page', async () => {
    await shown(0);
    await press(t('add.insert'));
    expect(studio.project.text(PATH)?.startsWith(TEXT.trimEnd())).toBe(true);
  });
});
