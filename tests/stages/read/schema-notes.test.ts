import { expect, test } from 'vitest';
import { frenchNotes, note } from '../../../build/stages/read/schema-notes.ts';
import { englishNotes } from '../../../build/stages/read/schema-notes-en.ts';
import { uselessNotes } from '../../helpers/note-examples.ts';

test('both languages describe the same keys, each with an example', () => {
  for (const kind of ['course', 'cohort', 'module', 'bank'] as const) {
    const [fr, en] = [frenchNotes[kind], englishNotes[kind]];
    expect([kind, Object.keys(en).sort()]).toEqual([kind, Object.keys(fr).sort()]);
    for (const [key, { description, examples }] of [...Object.entries(fr), ...Object.entries(en)])
      expect([key, description.length > 5, examples.length > 0]).toEqual([key, true, true]);
  }
});

test('each example can be copied', () => {
  expect(uselessNotes(frenchNotes)).toEqual([]);
  // A note of another key would be found.
  const { id, title } = frenchNotes.course;
  const course = { id: title, title, nothing: id } as typeof frenchNotes.course;
  expect(uselessNotes({ ...frenchNotes, course })).toEqual([
    'course id: "Partenariats et réseaux"',
    'course nothing: "partenariats-reseaux"',
  ]);
});

test.each(['course', 'cohort', 'module', 'bank'] as const)('each description of %s is a sentence of its own, in French', (kind) => {
  const all = Object.values(frenchNotes[kind]).map(({ description }) => description);
  expect(all.filter((one) => !/^\p{Lu}.{4,}\.$/u.test(one))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

test('a note keeps its examples in their order', () => {
  expect(note('Durée.', '90min', 45)).toEqual({ description: 'Durée.', examples: ['90min', 45] });
});
