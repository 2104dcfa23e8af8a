import { expect, test } from 'vitest';
import { type Known, type Suggestion, suggestionsAt } from '../../../build/studio/editor/suggestions.ts';
import type { AttributeFacts, TypeFacts } from '../../../build/studio/engine/calls.ts';
import { t } from '../../../build/studio/strings.ts';
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
function at(marked: string, read: Known['course'] = course): readonly Suggestion[] | null {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const known = {
    types: new Map(TYPES.map((one) => [one.name, one])),
    course: read,
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
  expect(['::‸', ':::c‸'].map((marked) => labels(marked)?.includes(':::'))).toEqual([false, false]);
});

test('a directive that has an end gets no second one, and the end of one around it is not taken', () => {
  expect(inserted('# Page {#p}\n\n:::ch‸\n\nWhich?\n:::\n', 'choice')).toBe(':::choice{#choice}');
  expect(inserted('# Page {#p}\n\n:::choice{#q}\nWhich?\n\n:::‸\n:::\n', 'after')).toBe(':::after\n\n:::');
});

test('attributes are offered that are not written yet, and their values', () => {
  expect(labels(':::choice{#q review=now ‸}')).toEqual(['competency', 'shuffle', 'again', 'src']);
  expect([labels(':::choice{#q review=‸}'), labels(':::choice{#q reviewer=x ‸}')?.[1]]).toEqual([['now', 'end'], 'review']);
  expect([labels(':::choice{#q competency=br‸}'), labels(':::choice{#q shuffle‸}')?.[2]]).toEqual([['braking'], 'shuffle']);
  expect(labels(':::choice{#q competency="other; br‸"}')).toEqual(['braking']);
  expect(labels(':::choice{#q again=‸}')).toEqual(['brake']);
  expect(labels('::video{src=‸}')).toEqual(['assets/yard.svg']);
  expect(labels(':::choice{#q title="two words ‸"}')).toBeUndefined();
  expect(inserted(':::choice{#q ‸}', 'shuffle')).toBe('shuffle');
  expect(inserted(':::choice{#q ‸}', 'review')).toBe('review=');
});

test('links lead to pages and files, pictures to files only', () => {
  expect(labels('# Yard {#yard}\n\nSee [it](‸')).toEqual(['#yard', 'assets/yard.svg']);
  expect([labels('# Yard {#yard}\n\n![It](as‸)'), labels('See [it](a b‸')]).toEqual([['assets/yard.svg'], undefined]);
  expect(labels('# Yard\n\n# Track {#track}\n\n# Stop {#stop}\n\nSee [it](‸')).toEqual(['#track', '#stop', 'assets/yard.svg']);
});

test('people are offered where they speak', () => {
  expect([labels(':::scene\n## ‸\n:::'), labels(':::scene\n### ‸\n:::')]).toEqual([['marc'], undefined]);
  expect([labels('## ‸'), labels(':::scene\n# ‸\n:::'), at(':::scene\n## ‸\n:::', null)]).toEqual([undefined, undefined, null]);
});

/** The end of a suggestion: where the cursor is put, with `‸`. */
function cursorIn(marked: string, label: string): string | undefined {
  const { insert, cursor = insert?.length } = at(marked)?.find((one) => one.label === label) ?? {};
  return insert && `${insert.slice(0, cursor)}‸${insert.slice(cursor)}`;
}

test('the cursor goes to where an author writes on', () => {
  const page = '# Page {#p}\n\n:::‸';
  expect(['choice', 'callout', 'video', 'scene', 'after', ':::'].map((label) => cursorIn(page, label))).toEqual([
    ':::choice{#choice}\n‸\n:::',
    ':::callout\n‸\n:::',
    '::video{‸}',
    ':::scene\n‸\n:::',
    ':::after\n‸\n:::',
    ':::‸',
  ]);
  const closed = '# Page {#p}\n\n:::c‸\n\nWhich?\n:::\n';
  expect(['choice', 'callout', 'after'].map((label) => cursorIn(closed, label))).toEqual([
    ':::choice{#choice}‸',
    ':::callout‸',
    ':::after‸',
  ]);
  expect(cursorIn('# Page {#p}\n\n:::quiz\n:::c‸\n:::', 'callout')).toBe(':::callout\n‸\n:::');
});

test('types have their names, their use and their section', () => {
  const [choice, callout, ...others] = at('# Page {#p}\n\n:::‸') ?? [];
  expect([choice, callout].map((one) => [one?.detail, one?.info, one?.section])).toEqual([
    ['choice', t('editor.about.choices'), 'activity'],
    ['callout', '', 'block'],
  ]);
  expect(others.slice(-3).map((one) => [one.detail, one.info, one.section])).toEqual([
    [t('editor.directive.after'), t('editor.about.after'), 'block'],
    [t('editor.directive.trainer'), t('editor.about.trainer'), 'block'],
    [t('editor.complete.close'), undefined, undefined],
  ]);
});

test.each([
  ['::‸', true],
  [':::cho-é‸', true],
  [':::‸  ', true],
  [':‸', false],
  ['::::‸', false],
  [':::2‸', false],
  [' :::‸', false],
  [':::‸ {#a}', false],
])('at %j types are offered: %s', (marked, isOffered) => {
  expect(labels(marked)?.includes('choice') ?? false).toBe(isOffered);
});

test('an activity gets an id that is free in the whole course', () => {
  expect(inserted('# Page {#choice}\n\n:::choice{#choice-2}\n:::\n\n:::‸', 'choice')).toBe(':::choice{#choice-3}\n\n:::');
});

test.each([
  ['competencies=‸', ['braking']],
  ['only=‸', ['evening']],
  ['of=‸', ['brake']],
  ['recall=‸', ['brake']],
  ['target=‸', ['brake']],
  ['from=‸', ['brake']],
  ['before-after=‸', ['brake']],
  ['words=‸', ['brake']],
  ['levels-of=‸', ['brake']],
  ['file=‸', ['assets/yard.svg']],
  ['poster=‸', ['assets/yard.svg']],
  ['captions=‸', ['assets/yard.svg']],
  ['transcript=‸', ['assets/yard.svg']],
  ['picture=‸', ['assets/yard.svg']],
  ['bank=‸', ['assets/yard.svg']],
  ['audio=‸', ['assets/yard.svg']],
  ['sound=‸', ['assets/yard.svg']],
  ['image="‸"', ['assets/yard.svg']],
  ['title=‸', undefined],
  ['shuffle=‸', undefined],
])('for %s the values %j are offered', (written, values) => {
  expect(labels(`:::choice{#q ${written}}`)).toEqual(values);
  expect(labels(`:::unknown{#q ${written}}`)).toBeUndefined();
});

test('suggestions say what they are', () => {
  const details = (marked: string): unknown[] => (at(marked) ?? []).map(({ detail, info, goesOn }) => [detail, info, goesOn]);
  expect(details(':::choice{#q competency=‸}')).toEqual([[`Brakes in time · ${t('editor.complete.competency')}`, undefined, undefined]]);
  expect(details(':::choice{#q only=‸}')).toEqual([['The evening class', undefined, undefined]]);
  expect(details(':::choice{#q of=‸}')).toEqual([[`Brake · ${t('editor.complete.activity')}`, undefined, undefined]]);
  expect(details('# Yard {#yard}\n\nSee [it](‸')).toEqual([
    [`Yard · ${t('editor.complete.page')}`, undefined, undefined],
    [t('editor.complete.file'), undefined, undefined],
  ]);
  expect(details(':::scene\n## ‸\n:::')).toEqual([['Marc', undefined, undefined]]);
  expect(details(':::choice{#q competency=a src=b again=c ‸}')).toEqual([
    [t('editor.kind.choice'), 'now · end', true],
    [t('editor.kind.flag'), '', false],
  ]);
});

test('an id that another text has is not free', () => {
  const known = {
    types: new Map(TYPES.map((one) => [one.name, one])),
    course,
    files: [],
    ids: () => new Set(['choice']),
    outline: outlineOf(':::'),
  };
  expect(suggestionsAt({ line: ':::', from: 0, rest: '' }, known)?.list[0]?.insert).toContain('{#choice-2}');
});

test('an attribute that all types know is marked', () => {
  const common = type('table', { attributes: [attribute('only', { isCommon: true }), attribute('weight')] });
  const text = ':::table{';
  const known = { types: new Map([['table', common]]), course, files: [], ids: () => new Set<string>(), outline: outlineOf(text) };
  expect(suggestionsAt({ line: text, from: 0, rest: '' }, known)?.list.map(({ detail }) => detail)).toEqual([
    `${t('editor.kind.text')} · ${t('editor.complete.common')}`,
    t('editor.kind.text'),
  ]);
});

test('what was typed is replaced from its start', () => {
  const from = (line: string, before = 0): number | undefined => {
    const known = {
      types: new Map(TYPES.map((one) => [one.name, one])),
      course,
      files: ['a.svg'],
      ids: () => new Set<string>(),
      outline: outlineOf(line),
    };
    return suggestionsAt({ line, from: before, rest: '' }, known)?.from;
  };
  expect([
    from(':::cho', 7),
    from(':::choice{#q re', 7),
    from(':::choice{#q review=no', 7),
    from('[it](a.s', 7),
    from(':::choice{competency="a; br'),
  ]).toEqual([7, 7 + ':::choice{#q '.length, 7 + ':::choice{#q review='.length, 7 + '[it]('.length, ':::choice{competency="a; '.length]);
});
