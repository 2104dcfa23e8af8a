import { expect, test } from 'vitest';
import { type Known, type Suggestion, suggestionsAt } from '../../../build/studio/editor/suggestions.ts';
import type { AttributeFacts, TypeFacts } from '../../../build/studio/engine/calls.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';

const attribute = (name: string, more: Partial<AttributeFacts> = {}): AttributeFacts => ({
  name,
  kind: 'text',
  values: [],
  fallback: '',
  isCommon: false,
  ...more,
});
const type = (name: string, more: Partial<TypeFacts> = {}): TypeFacts => ({
  name,
  label: name,
  kind: 'activity',
  form: 'choices',
  attributes: [
    attribute('competency'),
    attribute('review', { kind: 'choice', values: ['now', 'end'] }),
    attribute('shuffle', { kind: 'flag' }),
    attribute('again'),
    attribute('src'),
  ],
  contains: [],
  ...more,
});
const TYPES = [
  type('choice'),
  type('callout', { kind: 'block', form: 'prose' }),
  type('video', { kind: 'block', form: 'none' }),
  type('scene', { kind: 'block', form: 'speeches' }),
];
const activity = { id: 'brake', type: 'choice', title: 'Brake', points: 1, competencies: [], path: 'a.md', line: 9 };
const course: Known['course'] = {
  id: 'depot',
  title: 'Depot',
  lang: 'en',
  sessions: [
    {
      id: 'one',
      title: 'One',
      path: 'a.md',
      minutes: 5,
      pages: [{ id: 'yard', title: 'The yard', path: 'a.md', line: 5, activities: [activity] }],
    },
  ],
  competencies: [{ id: 'braking', title: 'Brakes in time' }],
  cohorts: [{ name: 'evening', title: 'The evening class' }],
  people: [{ id: 'marc', name: 'Marc' }],
  targets: [],
};

/** Finds suggestions at `‸` in a text. */
function at(marked: string): readonly Suggestion[] | null {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const known = {
    types: new Map(TYPES.map((one) => [one.name, one])),
    course,
    files: ['assets/yard.svg'],
    ids: () => new Set<string>(),
    outline: outlineOf(text),
  };
  return suggestionsAt({ line: text.slice(from, offset), from, rest: text.slice(offset, end) }, known)?.list ?? null;
}

const labels = (marked: string): string[] | undefined => at(marked)?.map(({ label }) => label);
const inserted = (marked: string, label: string): string | undefined => at(marked)?.find((one) => one.label === label)?.insert;

test('types are offered behind colons, with a free id and an end', () => {
  expect(labels('# Page {#p}\n\n:::‸')).toEqual(['choice', 'callout', 'video', 'scene', 'after', 'trainer', ':::']);
  expect(inserted('# Page {#p}\n\n:::‸', 'choice')).toBe(':::choice{#choice}\n\n:::');
  expect(inserted('# Page {#choice}\n\n:::‸', 'choice')).toBe(':::choice{#choice-2}\n\n:::');
  expect(inserted('# Page {#p}\n\n:::‸', 'callout')).toBe(':::callout\n\n:::');
  expect(inserted('# Page {#p}\n\n:::‸', 'video')).toBe('::video{}');
  expect(labels('Not at the start :::‸')).toBeUndefined();
});

test('a directive that has an end gets no second one, and the end of one around it is not taken', () => {
  expect(inserted('# Page {#p}\n\n:::ch‸\n\nWhich?\n:::\n', 'choice')).toBe(':::choice{#choice}');
  expect(inserted('# Page {#p}\n\n:::choice{#q}\nWhich?\n\n:::‸\n:::\n', 'after')).toBe(':::after\n\n:::');
});

test('attributes are offered that are not written yet, and their values', () => {
  expect(labels(':::choice{#q review=now ‸}')).toEqual(['competency', 'shuffle', 'again', 'src']);
  expect(labels(':::choice{#q review=‸}')).toEqual(['now', 'end']);
  expect(labels(':::choice{#q competency=br‸}')).toEqual(['braking']);
  expect(labels(':::choice{#q competency="other; br‸"}')).toEqual(['braking']);
  expect(labels(':::choice{#q again=‸}')).toEqual(['brake']);
  expect(labels('::video{src=‸}')).toEqual(['assets/yard.svg']);
  expect(labels(':::choice{#q title="two words ‸"}')).toBeUndefined();
  expect(inserted(':::choice{#q ‸}', 'shuffle')).toBe('shuffle');
  expect(inserted(':::choice{#q ‸}', 'review')).toBe('review=');
});

test('links lead to pages and files, pictures to files only', () => {
  expect(labels('# Yard {#yard}\n\nSee [it](‸')).toEqual(['#yard', 'assets/yard.svg']);
  expect(labels('# Yard {#yard}\n\n![It](as‸)')).toEqual(['assets/yard.svg']);
});

test('people are offered where they speak', () => {
  expect(labels(':::scene\n## ‸\n:::')).toEqual(['marc']);
  expect(labels('## ‸')).toBeUndefined();
});
