import { expect, test } from 'vitest';
import { type RoomKey, roomWords } from '../../build/room/room-words.ts';
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

test('a language that is not English is French, and knows its name', () => {
  expect(['en', 'fr', 'en-GB', ''].map((language) => roomWords(language).lang)).toEqual(['en', 'fr', 'fr', 'fr']);
});

test('values are filled in; one that is missing leaves nothing', () => {
  const { table, say } = roomWords('en');
  const [key, text] = Object.entries(table).find(([, one]) => /\{\w+\}/.test(one)) as [RoomKey, string];
  expect(say(key)).toBe(text.replace(/\{\w+\}/g, ''));
  const [, name = ''] = /\{(\w+)\}/.exec(text) ?? [];
  expect(say(key, { [name]: 0 })).toBe(text.replace(`{${name}}`, '0').replace(/\{\w+\}/g, ''));
});

test('a type has its own instruction, an unknown one the general one', () => {
  const words = roomWords('fr');
  expect(words.todo('choice')).toBe(words.table['do.choice']);
  expect(words.todo('unknown')).toBe(words.table['do.other']);
});
