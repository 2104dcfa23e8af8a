import { EditorState, StateEffect } from '@codemirror/state';
import { expect, test } from 'vitest';
import { type Surroundings, setSurroundings, surroundings } from '../../../build/studio/editor/surroundings.ts';

const opened = (): EditorState => EditorState.create({ doc: 'Un four', extensions: [surroundings] });
const other = StateEffect.define<string>();

test('a text has no surroundings until it gets some', () => {
  const { types, course, files, picture, ids, actions, key } = opened().field(surroundings);
  expect([types.size, course, files, picture('a.png'), ids().size, actions, key]).toEqual([0, null, [], undefined, 0, {}, '']);
});

test('it keeps those that it got last, over other effects and changes', () => {
  const before = opened();
  const facts: Surroundings = { ...before.field(surroundings), files: ['assets/four.png'], key: 'new' };
  const after = before.update({ effects: [other.of('x'), setSurroundings.of(facts)] }).state;
  expect(after.field(surroundings)).toBe(facts);
  expect(after.update({ effects: other.of('y'), changes: { from: 0, insert: '!' } }).state.field(surroundings)).toBe(facts);
});
