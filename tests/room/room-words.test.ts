import { expect, test } from 'vitest';
import { roomWords } from '../../build/room/room-words.ts';
import { activityTypes } from '../../build/types/activities.ts';

test('both languages have the same texts, none empty', () => {
  const [fr, en] = [roomWords('fr').table, roomWords('en').table];
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text.trim()).not.toBe('');
});

test('every type of activity says what to do in a room; a quiz is shown by its questions', () => {
  const words = roomWords('fr');
  const types = [...activityTypes.values()].filter(({ kind, name }) => kind === 'activity' && name !== 'quiz');
  const other = words.todo('unknown');
  expect(types.length).toBeGreaterThan(20);
  const missing = types.map(({ name }) => name).filter((name) => words.todo(name) === other);
  expect(missing, 'build/room/strings/fr.json and en.json: write `do.NAME` for each').toEqual([]);
});
