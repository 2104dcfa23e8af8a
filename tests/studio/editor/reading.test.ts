import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { openLines, presence, reading, setPressed } from '../../../build/studio/editor/reading.ts';

const TEXT = '# Four {#four}\n\n:::choice{#bois}\nDu bois ?\n:::\n';

const opened = (): EditorState => EditorState.create({ doc: TEXT, extensions: [reading, presence] });

test('the structure is read again with each change of the text, and only then', () => {
  const before = opened();
  const moved = before.update({ selection: { anchor: 3 } }).state;
  expect(moved.field(reading)).toBe(before.field(reading));
  const { outline, lines } = before.update({ changes: { from: 0, insert: '\n' } }).state.field(reading);
  expect([before.field(reading).outline.pages[0]?.line, outline.pages[0]?.line, outline.pages[0]?.directives[0]?.id]).toEqual([
    1,
    2,
    'bois',
  ]);
  expect([...lines.keys()].sort()).toEqual([4, 5, 6]);
});

test.each([
  ['the cursor is put somewhere', { selection: { anchor: 3 } }],
  ['somebody writes', { changes: { from: 0, insert: 'x' } }],
])('no line is open before %s', (_, change) => {
  const before = opened();
  expect(openLines(before)).toBeNull();
  const pressed = before.update({ effects: setPressed.of(true) }).state;
  expect([openLines(pressed), pressed.field(presence)]).toEqual([null, { isIn: false, isPressed: true }]);
  const after = before.update(change).state;
  expect(openLines(after)).toEqual({ first: 1, last: 1 });
  expect(openLines(after.update({ effects: setPressed.of(false) }).state)).toEqual({ first: 1, last: 1 });
});

test('all lines that are selected are open, from the first, whichever way they were selected', () => {
  const { state } = opened().update({ selection: { anchor: TEXT.indexOf('Du'), head: 2 } });
  expect(openLines(state)).toEqual({ first: 1, last: 4 });
});

test('a button of the mouse is down until it is up', () => {
  const down = opened().update({ effects: setPressed.of(true), selection: { anchor: 3 } }).state;
  expect(down.field(presence)).toEqual({ isIn: true, isPressed: true });
  const still = down.update({ selection: { anchor: 5 } }).state;
  expect(still.field(presence)).toBe(down.field(presence));
  expect(still.update({ effects: setPressed.of(false) }).state.field(presence)).toEqual({ isIn: true, isPressed: false });
});
