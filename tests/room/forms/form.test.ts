import { expect, test } from 'vitest';
import { letterOf, listOf } from '../../../build/room/forms/form.ts';
import { ask } from './ask.ts';

test('an option that isn’t there is an empty list', () => {
  const asked = ask({ lists: { steps: [{ text: 'a' }, { text: 'b' }] } });
  expect([listOf(asked, 'steps'), listOf(asked, 'pairs')]).toEqual([[{ text: 'a' }, { text: 'b' }], []]);
});

test('choices have letters from A on', () => {
  expect([0, 1, 25].map(letterOf)).toEqual(['A', 'B', 'Z']);
});
