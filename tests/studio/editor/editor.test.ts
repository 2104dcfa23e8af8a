// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { TextEditor } from '../../../build/studio/editor/editor.ts';
import type { CourseFacts } from '../../../build/studio/engine/calls.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';

afterEach(() => document.body.replaceChildren());

/** An editor and the file that its edits go to. */
function opened(raw: string): { readonly editor: TextEditor; readonly file: { text: string } } {
  const file = { text: raw };
  const editor = new TextEditor(document.body, raw, 'readable', 'editor', {
    onEdit: (changes) => {
      file.text = replaceIn(file.text, changes);
    },
    onCursor: vi.fn(),
    onHistory: vi.fn(),
    onSwitch: vi.fn(),
  });
  return { editor, file };
}

test('what a form changes is a step of its own to undo, and the undone text reaches the file', () => {
  const { editor, file } = opened('One\r\ntwo\r\nthree');
  editor.view.dispatch({ changes: { from: 3, insert: '!' }, userEvent: 'input.type' });
  expect(file.text).toBe('One!\r\ntwo\r\nthree');
  // A form writes to the file first, then the editor shows it.
  file.text = 'One!\r\nTWO\r\nthree';
  editor.show(file.text);
  editor.view.dispatch({ changes: { from: 4, insert: '!' }, userEvent: 'input.type' });
  editor.undo();
  expect(file.text).toBe('One!\r\nTWO\r\nthree');
  editor.undo();
  expect(file.text).toBe('One!\r\ntwo\r\nthree');
  editor.undo();
  expect(file.text).toBe('One\r\ntwo\r\nthree');
  editor.redo();
  editor.redo();
  expect(file.text).toBe('One!\r\nTWO\r\nthree');
});

test('showing a text that the file has already edits nothing', () => {
  const { editor, file } = opened('# Page\n\nText');
  editor.show('# Page\n\nOther text');
  expect(editor.view.state.doc.toString()).toBe('# Page\n\nOther text');
  expect(file.text).toBe('# Page\n\nText');
});

// The way to the settings once vanished while the cursor was in them: after their form was closed, and after Ctrl+Home.
test('front matter keeps its bar while the cursor is in it', () => {
  const { editor } = opened('---\nid: a\ntitle: T\n---\n\n# Page {#p}\n\nText\n');
  const seen = (): readonly [number, boolean] => [
    document.querySelectorAll('.s-front button').length,
    document.querySelector('.cm-content')?.textContent?.includes('title: T') ?? false,
  ];
  expect(seen()).toEqual([1, false]);
  editor.view.dispatch({ selection: { anchor: 5 } });
  expect(seen()).toEqual([1, true]);
});

test('the look changes without a change of the text', () => {
  const text = '---\nid: a\n---\n\n# Page {#p}\n\n:::choice{#q}\nWhich **one**?\n\n- [x] This\n> Yes.\n- [ ] That\n:::\n';
  const { editor, file } = opened(text);
  expect(document.querySelectorAll('.s-card-bar, .s-front')).toHaveLength(2);
  expect(document.querySelectorAll('input[type=checkbox]')).toHaveLength(2);
  editor.set('raw');
  expect(document.querySelectorAll('.s-card-bar, input')).toHaveLength(0);
  expect(document.querySelector('.cm-content')?.textContent).toContain(':::choice{#q}');
  editor.set('readable');
  expect(file.text).toBe(text);
  expect(editor.view.state.doc.toString()).toBe(text);
});

test('bars are drawn again when their key has changed, not after each check', () => {
  const { editor } = opened(':::choice{#q competency=c1}\n- [x] a\n:::\n');
  const chips = (): string => document.querySelector('.s-bar-chips')?.textContent ?? '';
  const types = new Map();
  const surround = (key: string, title: string): void => {
    const course = { competencies: [{ id: 'c1', title }], sessions: [] } as unknown as CourseFacts;
    editor.surround({ types, course, files: [], picture: () => undefined, ids: () => new Set(), actions: {}, key });
  };
  surround('a', 'C1.2 Rouler');
  expect(chips()).toBe('C1.2');
  surround('a', 'C4.5 Freiner');
  expect(chips()).toBe('C1.2');
  surround('b', 'C4.5 Freiner');
  expect(chips()).toBe('C4.5');
  editor.close();
});
