// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { TextEditor } from '../../../build/studio/editor/editor.ts';
import { presence } from '../../../build/studio/editor/reading.ts';

const onCursor = vi.fn();

afterEach(() => {
  document.body.replaceChildren();
  vi.clearAllMocks();
});

const opened = (raw: string): TextEditor =>
  new TextEditor(document.body, raw, 'readable', 'editor', { onEdit: vi.fn(), onCursor, onHistory: vi.fn(), onSwitch: vi.fn() });

test('the line that a selection ends in is reported', () => {
  const editor = opened('Un\nDeux\nTrois');
  editor.view.dispatch({ selection: { anchor: 1, head: 9 } });
  editor.view.dispatch({ selection: { anchor: 9, head: 4 } });
  expect([onCursor.mock.calls, editor.line]).toEqual([[[3], [2]], 2]);
});

test('only the part that differs is replaced by another text', () => {
  const editor = opened('Un four');
  editor.view.dispatch({ selection: { anchor: 1 } });
  editor.show('Un bon four');
  expect(editor.view.state.selection.main.head).toBe(1);
});

test('releasing the mouse is noticed even over an element that stops the event', () => {
  const editor = opened('Un four');
  const isPressed = (): boolean => editor.view.state.field(presence).isPressed;
  const other = document.createElement('div');
  other.addEventListener('mouseup', (one) => one.stopPropagation());
  document.body.append(other);
  editor.view.contentDOM.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 1 }));
  expect(isPressed()).toBe(true);
  other.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  expect(isPressed()).toBe(false);
});
