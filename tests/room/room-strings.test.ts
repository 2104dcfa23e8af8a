import { expect, test } from 'vitest';
import { type RoomKey, roomStrings } from '../../build/room/room-strings.ts';
import { activityTypes } from '../../build/types/activities.ts';

test('both languages have the same texts, none empty', () => {
  const [fr, en] = [roomStrings('fr').table, roomStrings('en').table];
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text.trim()).not.toBe('');
});

test('every type of activity says what to do in a room; a quiz is shown by its questions', () => {
  const strings = roomStrings('fr');
  const types = [...activityTypes.values()].filter(({ kind, name }) => kind === 'activity' && name !== 'quiz');
  const other = strings.todo('unknown');
  expect(types.length).toBeGreaterThan(20);
  const missing = types.map(({ name }) => name).filter((name) => strings.todo(name) === other);
  expect(missing, 'build/room/strings/fr.json and en.json: write `do.NAME` for each').toEqual([]);
});

test('a language that is not English is French, and knows its name', () => {
  expect(['en', 'fr', 'en-GB', ''].map((language) => roomStrings(language).lang)).toEqual(['en', 'fr', 'fr', 'fr']);
});

test('values are filled in; one that is missing leaves nothing', () => {
  const { table, format } = roomStrings('en');
  const [key, text] = Object.entries(table).find(([, one]) => /\{\w+\}/.test(one)) as [RoomKey, string];
  expect(format(key)).toBe(text.replace(/\{\w+\}/g, ''));
  const [, name = ''] = /\{(\w+)\}/.exec(text) ?? [];
  expect(format(key, { [name]: 0 })).toBe(text.replace(`{${name}}`, '0').replace(/\{\w+\}/g, ''));
});

test('each value of a text is filled in, wherever it stands', () => {
  for (const lang of ['fr', 'en']) {
    const text = roomStrings(lang).format('round', { n: 7, all: 19 });
    expect([text.includes('7'), text.includes('19'), text.includes('{')]).toEqual([true, true, false]);
  }
});

test('a type has its own instruction, an unknown one the general one', () => {
  const strings = roomStrings('fr');
  expect(strings.todo('choice')).toBe(strings.table['do.choice']);
  expect(strings.todo('unknown')).toBe(strings.table['do.other']);
});
