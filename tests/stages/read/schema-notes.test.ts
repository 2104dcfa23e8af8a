import { expect, test } from 'vitest';
import { frenchNotes, note } from '../../../build/stages/read/schema-notes.ts';
import { englishNotes } from '../../../build/stages/read/schema-notes-en.ts';

test('both languages describe the same keys, each with an example', () => {
  for (const kind of ['course', 'cohort', 'module', 'bank'] as const) {
    const [fr, en] = [frenchNotes[kind], englishNotes[kind]];
    expect([kind, Object.keys(en).sort()]).toEqual([kind, Object.keys(fr).sort()]);
    for (const [key, { description, examples }] of [...Object.entries(fr), ...Object.entries(en)])
      expect([key, description.length > 5, examples.length > 0]).toEqual([key, true, true]);
  }
});

test('a note keeps its examples in their order', () => {
  expect(note('Durée.', '90min', 45)).toEqual({ description: 'Durée.', examples: ['90min', 45] });
});
