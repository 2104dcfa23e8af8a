// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EditorActions } from '../../../build/studio/editor/surroundings.ts';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { TextPane } from '../../../build/studio/ui/text-pane.tsx';
import { checkedAs, problemOf } from '../../helpers/checked-course.ts';
import { button, draw, field, fill, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const PATH = 'modules/four/1.md';
const OTHER = 'modules/four/2.md';
const TEXT = '# Four {#four}\r\n\r\nUn.\r\n\r\nDeux.\r\n';
const SHOWN = TEXT.replaceAll('\r', '');
const KEPT = 'cartable-studio-text';
let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  localStorage.clear();
  ({ studio } = await openStudio({ '1.md': TEXT, '2.md': '# Deux {#four-2}\n' }, { types: () => [] }));
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
});

function shown(mode: 'plain' | 'raw' | 'readable', actions?: EditorActions): Promise<void> {
  localStorage.setItem(KEPT, mode);
  return draw(h(TextPane, { studio, path: PATH, nonce: 'n', ...(actions && { actions }) }));
}
const plain = (): HTMLTextAreaElement => field<HTMLTextAreaElement>(t('editor.text'));
const mode = (): string | null => document.querySelector('.s-text')?.getAttribute('data-mode') ?? null;
const toolbars = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[role=toolbar]')].map((one) => one.getAttribute('aria-label'));
const isPressed = (name: string): string | null =>
  [...document.querySelectorAll(`[title^="${name}"]`)][0]?.getAttribute('aria-pressed') ?? null;
const pressFirst = async (name: string): Promise<void> => {
  document.querySelector<HTMLElement>(`[role=toolbar] [title^="${name}"]`)?.click();
  await settled();
};

describe('a plain field', () => {
  test('shows the text, and the bar above it only', async () => {
    await shown('plain');
    expect([plain().value, mode(), toolbars(), document.querySelector('.cm-editor')]).toEqual([SHOWN, 'plain', [t('editor.format')], null]);
  });

  test('changes only what is typed, and keeps line ends', async () => {
    await shown('plain');
    await fill(t('editor.text'), SHOWN.replace('Un.', 'Un four.'));
    expect(studio.project.text(PATH)).toBe(TEXT.replace('Un.', 'Un four.'));
    expect([plain().value, studio.outside.value]).toEqual([SHOWN.replace('Un.', 'Un four.'), 0]);
  });

  test('shows what something else has changed', async () => {
    await shown('plain');
    studio.edit(PATH, TEXT.replace('Un.', 'Une.'));
    await settled();
    expect(plain().value).toContain('Une.');
  });

  test('begins at the cursor of this text', async () => {
    studio.cursor.value = { path: PATH, line: 3 };
    await shown('plain');
    expect(plain().selectionStart).toBe(SHOWN.indexOf('Un.'));
  });

  test('begins at the top if the cursor is in another one', async () => {
    studio.cursor.value = { path: OTHER, line: 3 };
    await shown('plain');
    expect(plain().selectionStart).toBe(0);
  });

  test('reports where its cursor goes, once', async () => {
    await shown('plain');
    const at = async (offset: number): Promise<unknown> => {
      plain().setSelectionRange(offset, offset);
      plain().dispatchEvent(new Event('select', { bubbles: true }));
      await settled();
      return studio.cursor.value;
    };
    const first = await at(SHOWN.indexOf('Un.'));
    expect(first).toEqual({ path: PATH, line: 3 });
    expect(await at(SHOWN.indexOf('Un.') + 1)).toBe(first);
    expect(await at(0)).toEqual({ path: PATH, line: 1 });
    studio.cursor.value = { path: OTHER, line: 1 };
    expect(await at(0)).toEqual({ path: PATH, line: 1 });
  });

  test('lists the problems of this text alone, and fixes them with ids that are free', async () => {
    studio.checked.value = checkedAs(null, [
      problemOf({ code: 'duplicate-id', line: 1, column: 8, problem: 'No id.', values: { id: 'four' } }),
      problemOf({ path: OTHER, problem: 'Elsewhere.' }),
    ]);
    await shown('plain');
    const words = wordsOf(document.querySelector('.s-plain-text'));
    expect([words.includes('No id.'), words.includes('Elsewhere.')]).toEqual([true, false]);
    await press(/four-3/);
    expect([studio.project.text(PATH), plain().value]).toEqual([
      TEXT.replace('{#four}', '{#four-3}'),
      SHOWN.replace('{#four}', '{#four-3}'),
    ]);
  });
});

describe('the way to edit', () => {
  test('is chosen by the buttons, shown by them, and kept', async () => {
    await shown('readable');
    expect([mode(), toolbars(), isPressed(t('editor.raw'))]).toEqual(['readable', [t('editor.format'), t('editor.write')], 'false']);
    await pressFirst(t('editor.raw'));
    expect([mode(), localStorage.getItem(KEPT), isPressed(t('editor.raw'))]).toEqual(['raw', 'raw', 'true']);
    await pressFirst(t('editor.plain'));
    expect([mode(), localStorage.getItem(KEPT), document.querySelector('.cm-editor')]).toEqual(['plain', 'plain', null]);
    await pressFirst(t('editor.plain'));
    expect([mode(), localStorage.getItem(KEPT)]).toEqual(['readable', 'readable']);
  });

  test('is the one that was chosen last', async () => {
    const look = (): boolean | undefined => document.querySelector('.cm-editor')?.classList.contains('s-readable');
    await shown('raw');
    expect([mode(), look()]).toEqual(['raw', false]);
    await undraw();
    await shown('readable');
    expect([mode(), look()]).toEqual(['readable', true]);
  });

  test('changes by its key, too', async () => {
    await shown('readable');
    const keys = async (): Promise<string | null> => {
      const content = document.querySelector('.cm-content');
      content?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'E',
          code: 'KeyE',
          keyCode: 69,
          ctrlKey: true,
          shiftKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      await settled();
      return mode();
    };
    expect([await keys(), await keys()]).toEqual(['raw', 'readable']);
  });
});

describe('a drawn text', () => {
  test('is edited by the buttons, which undo and redo', async () => {
    // A browser reports a new selection later; this page does at once, which the editor refuses.
    vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => {});
    studio.cursor.value = { path: PATH, line: 3 };
    await shown('raw');
    const undo = (): boolean => document.querySelector<HTMLButtonElement>(`[title^="${t('editor.undo')} ("]`)?.disabled ?? false;
    const redo = (): boolean => button(t('editor.redo')).disabled;
    expect([undo(), redo()]).toEqual([true, true]);
    await press(t('editor.list'));
    expect([studio.project.text(PATH), undo(), redo()]).toEqual([TEXT.replace('Un.', '- Un.'), false, true]);
    await pressFirst(t('editor.undo'));
    expect([studio.project.text(PATH), undo(), redo()]).toEqual([TEXT, true, false]);
  });

  test('reports where its cursor goes', async () => {
    await shown('raw');
    const view = EditorView.findFromDOM(document.querySelector('.cm-editor') as HTMLElement);
    view?.dispatch({ selection: { anchor: SHOWN.indexOf('Deux.') } });
    await settled();
    expect([studio.cursor.value, view?.state.facet(EditorView.cspNonce)]).toEqual([{ path: PATH, line: 5 }, 'n']);
  });

  test('offers its own beginnings without a dialog, and the dialog with one', async () => {
    const asked: number[] = [];
    await shown('raw', { onAdd: (offset) => void asked.push(offset) });
    await pressFirst(t('editor.add'));
    expect([asked, studio.project.text(PATH)]).toEqual([[0], TEXT]);
    await shown('raw');
    await pressFirst(t('editor.add'));
    expect(studio.project.text(PATH)).not.toBe(TEXT);
  });
});

test('a text that is gone is empty', async () => {
  localStorage.setItem(KEPT, 'plain');
  await draw(h(TextPane, { studio, path: 'modules/four/gone.md', nonce: 'n' }));
  expect(plain().value).toBe('');
});
