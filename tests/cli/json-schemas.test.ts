import { expect, test } from 'vitest';
import { diffNotes } from '../../build/cli/diff-notes.ts';
import { jsonSchemas, schemaPath } from '../../build/cli/json-schemas.ts';
import { frenchNotes } from '../../build/stages/read/schema-notes.ts';
import { englishNotes } from '../../build/stages/read/schema-notes-en.ts';

const all = jsonSchemas();
const parsed = (path: string) => JSON.parse(all.get(path) ?? 'null');
const NAMES = ['course', 'cohort', 'module', 'bank', 'report', 'diff', 'verdict'] as const;

test('each file has a schema in both languages; the French ones have no folder', () => {
  expect([schemaPath('bank', 'fr'), schemaPath('bank', 'en')]).toEqual(['bank.json', 'en/bank.json']);
  expect([...all.keys()]).toEqual([...NAMES.map((name) => `${name}.json`), ...NAMES.map((name) => `en/${name}.json`)]);
});

test.each(NAMES)('%s is a draft that editors know, with a title in its language', (name) => {
  const [french, english] = [parsed(`${name}.json`), parsed(`en/${name}.json`)];
  expect([french.$schema, french.type]).toEqual(['http://json-schema.org/draft-07/schema#', 'object']);
  expect(Object.keys(french).at(-1)).toBe('title');
  expect([french.title, english.title].every((title) => typeof title === 'string' && title.length > 5)).toBe(true);
  expect(Object.keys(french.properties)).toEqual(Object.keys(english.properties));
  if (name !== 'course') expect(french.title).not.toBe(english.title);
  expect(all.get(`${name}.json`)).toMatch(/^\{\n {2}".*\}\n$/s);
});

test('keys are described in the language of the schema, at any depth', () => {
  const of = (path: string): string[] => {
    const walk = (schema: { properties?: object; items?: object; additionalProperties?: unknown; description?: string }): string[] => [
      ...(schema.description ? [schema.description] : []),
      ...Object.values(schema.properties ?? {}).flatMap(walk),
      ...(schema.items && !Array.isArray(schema.items) ? walk(schema.items) : []),
      ...(typeof schema.additionalProperties === 'object' && schema.additionalProperties ? walk(schema.additionalProperties) : []),
    ];
    return walk(parsed(path));
  };
  for (const name of NAMES) {
    const [french, english] = [of(`${name}.json`), of(`en/${name}.json`)];
    expect(french.length).toBe(english.length);
    expect(french.length).toBeGreaterThan(0);
    expect(french.filter((text, at) => text === english[at])).toEqual([]);
  }
});

test('keys of lists and of maps have their notes, in the words of their own place', () => {
  const at = (path: string, ...keys: readonly string[]): unknown =>
    keys.reduce<Record<string, never> | undefined>((inner, key) => inner?.[key], parsed(path))?.description;
  for (const [path, notes] of [
    ['diff.json', diffNotes('fr')],
    ['en/diff.json', diffNotes('en')],
  ] as const) {
    const what = at(path, 'properties', 'changes', 'items', 'properties', 'what');
    expect([what, what]).toEqual([notes['changes[].what']?.description, expect.any(String)]);
  }
});

test.each([
  ['fr', frenchNotes.course, 'course.json'],
  ['en', englishNotes.course, 'en/course.json'],
] as const)('each note of a course stands at its own place (%s)', (_, notes, path) => {
  const describedAt = (place: string): unknown =>
    place
      .replaceAll('[]', '.items')
      .replaceAll('{}', '.additionalProperties')
      .split('.')
      .reduce((inner, key) => (/^(?:items|additionalProperties)$/.test(key) ? inner?.[key] : inner?.properties?.[key]), parsed(path))
      ?.description;
  const places = Object.keys(notes);
  expect(places.filter((place) => place.split('.').length > 2)).not.toEqual([]);
  expect(places.map((place) => [place, describedAt(place)])).toEqual(places.map((place) => [place, notes[place]?.description]));
});

test('keys of a map have notes in each language', () => {
  for (const [path, notes] of [
    ['cohort.json', frenchNotes.cohort],
    ['en/cohort.json', englishNotes.cohort],
  ] as const) {
    const { title } = parsed(path).properties.modules.additionalProperties.properties;
    expect([title.description, title.description]).toEqual([notes['modules{}.title']?.description, expect.any(String)]);
  }
});

test('they describe what an author writes: keys with a default may be left out', () => {
  expect(parsed('course.json').required).toEqual(expect.arrayContaining(['id', 'title']));
  expect(parsed('course.json').required).not.toContain('pace');
});
