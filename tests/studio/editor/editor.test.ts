// @vitest-environment happy-dom
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TextEditor } from '../../../build/studio/editor/editor.ts';
import { presence } from '../../../build/studio/editor/reading.ts';
import type { CourseFacts, Problem } from '../../../build/studio/engine/calls.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';

const [onCursor, onHistory, onSwitch] = [vi.fn(), vi.fn(), vi.fn()];

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** An editor and the file that its edits go to. */
function opened(raw: string): { readonly editor: TextEditor; readonly file: { text: string } } {
  const file = { text: raw };
  const editor = new TextEditor(document.body, raw, 'readable', 'editor', {
    onEdit: (changes) => {
      file.text = replaceIn(file.text, changes);
    },
    onCursor,
    onHistory,
    onSwitch,
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

/** Presses a key. @returns whether the editor has taken it */
function press(editor: TextEditor, key: string, more: KeyboardEventInit = {}): boolean {
  const keyCode = key.length === 1 ? key.toUpperCase().charCodeAt(0) : 13;
  return runScopeHandlers(editor.view, new KeyboardEvent('keydown', { key, keyCode, ctrlKey: true, cancelable: true, ...more }), 'editor');
}

test('the field has a name, wraps its lines and checks spelling; it can be reached by Tab', () => {
  const { contentDOM, state } = opened('Un four').editor.view;
  expect(['aria-label', 'spellcheck', 'tabindex'].map((name) => contentDOM.getAttribute(name))).toEqual([
    'Texte de la séance',
    'true',
    '0',
  ]);
  expect([contentDOM.classList.contains('cm-lineWrapping'), state.facet(EditorView.cspNonce)]).toEqual([true, 'editor']);
});

test.each([
  ['Un four', 0],
  ['---\nid: a\n---\n# Four', 14],
  ['---\nid: a\n---', 13],
])('in %j the cursor begins at %i, behind front matter', (raw, head) => {
  expect(opened(raw).editor.view.state.selection.main.head).toBe(head);
});

test('keys make words strong or emphasized, act on a line, switch the look, undo and search', () => {
  const { editor, file } = opened('- [ ] pain');
  Object.assign(editor.view, { focus: () => {} });
  editor.view.dispatch({ selection: { anchor: 6, head: 10 } });
  expect([press(editor, 'b'), file.text]).toEqual([true, '- [ ] **pain**']);
  expect([press(editor, 'z'), file.text]).toEqual([true, '- [ ] pain']);
  expect([press(editor, 'i'), file.text]).toEqual([true, '- [ ] *pain*']);
  expect([press(editor, 'Enter'), file.text]).toEqual([true, '- [x] *pain*']);
  expect([press(editor, 'E', { shiftKey: true }), onSwitch.mock.calls.length]).toEqual([true, 1]);
  expect([press(editor, 'f'), document.querySelectorAll('.cm-panels-top .cm-search').length]).toEqual([true, 1]);
  expect(document.querySelector('.cm-search input')?.getAttribute('placeholder')).toBe('Chercher');
  expect([press(editor, 'a'), editor.view.state.selection.main.to]).toEqual([true, 12]);
});

test('words like the one that is selected are marked', () => {
  const { editor } = opened('pain et pain');
  editor.view.dispatch({ selection: { anchor: 0, head: 4 } });
  expect(document.querySelectorAll('.cm-selectionMatch')).toHaveLength(1);
});

test('lines stay where they are until the button of the mouse is up', () => {
  const { editor } = opened('Un four');
  const isPressed = (): boolean => editor.view.state.field(presence).isPressed;
  const event = new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 1 });
  expect([editor.view.contentDOM.dispatchEvent(event), isPressed()]).toEqual([true, true]);
  window.dispatchEvent(new MouseEvent('mouseup'));
  expect(isPressed()).toBe(false);
  const dispatch = vi.spyOn(editor.view, 'dispatch');
  window.dispatchEvent(new MouseEvent('mouseup'));
  expect(dispatch).not.toHaveBeenCalled();
});

describe('what happens is reported', () => {
  test('with the line of the cursor, and what can be undone', () => {
    const { editor, file } = opened('Un\nDeux\nTrois');
    editor.view.dispatch({ selection: { anchor: 4 } });
    expect([onCursor.mock.calls, onHistory.mock.calls]).toEqual([[[2]], []]);
    editor.view.dispatch({
      changes: [
        { from: 0, insert: 'a' },
        { from: 8, insert: 'b' },
      ],
    });
    expect([file.text, onCursor.mock.calls, onHistory.mock.calls]).toEqual(['aUn\nDeux\nbTrois', [[2], [2]], [[true, false]]]);
    editor.undo();
    editor.redo();
    expect(onHistory.mock.calls.slice(1)).toEqual([
      [false, true],
      [true, false],
    ]);
    editor.set('raw');
    expect([onCursor.mock.calls.length, onHistory.mock.calls.length]).toEqual([4, 3]);
  });

  test('but not what something else has written', () => {
    const { editor, file } = opened('Un four');
    editor.view.dispatch({ selection: { anchor: 7 } });
    editor.show('Un bon four');
    expect([file.text, editor.view.state.selection.main.head, onHistory.mock.calls]).toEqual(['Un four', 11, [[true, false]]]);
  });
});

describe('problems', () => {
  const problem: Problem = { severity: 'error', code: 'x', path: 'a.md', line: 1, column: 1, problem: 'Trop cuit.', write: '', values: {} };
  const words = (): (string | null)[] => [...document.querySelectorAll('.s-fault p')].map((one) => one.textContent);

  test.each([
    ['input.type', false],
    ['delete.backward', false],
    ['input.form', true],
  ])('of the cursor’s line wait until the keys rest, after %s: %s', (userEvent, isShown) => {
    vi.useFakeTimers();
    const { editor } = opened('Un four');
    editor.mark([problem]);
    expect(words()).toEqual(['Trop cuit.']);
    editor.view.dispatch({ changes: { from: 0, insert: 'a' }, userEvent });
    vi.advanceTimersByTime(600);
    editor.view.dispatch({ changes: { from: 0, insert: 'a' }, userEvent });
    editor.mark([problem]);
    vi.advanceTimersByTime(699);
    expect(words().length === 1).toBe(isShown);
    vi.advanceTimersByTime(1);
    expect(words()).toEqual(['Trop cuit.']);
    editor.mark([]);
    expect(words()).toEqual([]);
  });

  test('are not drawn once the editor is closed', () => {
    vi.useFakeTimers();
    const { editor } = opened('Un four');
    editor.view.dispatch({ changes: { from: 0, insert: 'a' }, userEvent: 'input.type' });
    const dispatch = vi.spyOn(editor.view, 'dispatch');
    editor.close();
    vi.advanceTimersByTime(1000);
    expect([dispatch.mock.calls, document.querySelector('.cm-editor')]).toEqual([[], null]);
  });
});

test.each([
  [2, 2, 3],
  [0, 1, 0],
  [9, 3, 8],
])('line %i is gone to, or the nearest one', (line, nearest, head) => {
  const { editor } = opened('Un\nDeux\nTrois');
  editor.view.dispatch({ selection: { anchor: 1 } });
  const [focus, dispatch] = [vi.spyOn(editor.view, 'focus').mockReturnValue(), vi.spyOn(editor.view, 'dispatch')];
  editor.goTo(line, false);
  expect(dispatch.mock.calls[0]?.[0]).toMatchObject({ effects: { value: { range: { head }, y: 'start', yMargin: 40 } } });
  expect([editor.line, editor.view.state.selection.main.head, focus.mock.calls.length]).toEqual([nearest, head, 0]);
  editor.goTo(line);
  editor.undo();
  editor.redo();
  expect(focus.mock.calls.length).toBe(3);
});

test('buttons run commands on the text and open the search, and each look has its name', () => {
  const { editor } = opened('Un four');
  const command = vi.fn(() => true);
  editor.run(command);
  expect([command.mock.calls, document.querySelector('.cm-search')]).toEqual([[[editor.view]], null]);
  editor.search();
  expect(document.querySelectorAll('.cm-search')).toHaveLength(1);
  const looks = (): boolean[] => ['s-readable', 's-source'].map((name) => editor.view.dom.classList.contains(name));
  expect(looks()).toEqual([true, false]);
  editor.set('raw');
  expect(looks()).toEqual([false, true]);
});
