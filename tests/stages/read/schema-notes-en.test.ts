import { expect, test } from 'vitest';
import { frenchNotes } from '../../../build/stages/read/schema-notes.ts';
import { englishNotes } from '../../../build/stages/read/schema-notes-en.ts';
import { uselessNotes } from '../../helpers/note-examples.ts';

const KINDS = ['course', 'cohort', 'module', 'bank'] as const;

/** Values without their words: texts become `text`, unless both languages write them the same. */
function shapeOf(value: unknown, same: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => shapeOf(one, same));
  if (typeof value === 'object' && value !== null) return Object.values(value).map((one) => shapeOf(one, same));
  return typeof value !== 'string' || same.has(value) ? value : 'text';
}

/** Words of the format, such as `scorm12`, which aren't translated. */
function sameWords(...examples: readonly unknown[]): ReadonlySet<unknown> {
  const [fr, en] = examples.map((list) => new Set(JSON.stringify(list).match(/"[^"]*"/g) ?? []));
  return new Set([...(fr ?? [])].filter((word) => en?.has(word)).map((word) => JSON.parse(word)));
}

test.each(KINDS)('the examples of %s are those of the French notes, in English', (kind) => {
  const [fr, en] = [frenchNotes[kind], englishNotes[kind]];
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const [key, { examples }] of Object.entries(en).filter(([key]) => key !== 'lang')) {
    const same = sameWords(examples, fr[key]?.examples);
    expect([key, shapeOf(examples, same)]).toEqual([key, shapeOf(fr[key]?.examples, same)]);
  }
});

test('each example can be copied', () => {
  expect(uselessNotes(englishNotes)).toEqual([]);
});

test('each language of a course names itself first', () => {
  expect([englishNotes.course.lang?.examples, frenchNotes.course.lang?.examples]).toEqual([
    ['en', 'fr'],
    ['fr', 'en'],
  ]);
});

test.each(KINDS)('each description of %s is a sentence in English', (kind) => {
  for (const [key, { description }] of Object.entries(englishNotes[kind])) {
    expect([key, description]).toEqual([key, expect.stringMatching(/^[A-Z].{4,}\.$/)]);
    expect([key, description === frenchNotes[kind][key]?.description]).toEqual([key, false]);
    expect([key, description]).toEqual([key, expect.not.stringMatching(/[«»éèàç]/)]);
  }
});

test('no two keys of a file have the same description by mistake', () => {
  for (const kind of KINDS) {
    const all = Object.values(englishNotes[kind]).map(({ description }) => description);
    expect(new Set(all).size).toBe(all.length);
  }
});
