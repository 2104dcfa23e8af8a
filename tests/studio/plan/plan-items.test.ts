import { expect, test } from 'vitest';
import type { CourseFacts, Problem } from '../../../build/studio/engine/calls.ts';
import { planOf, shortCompetency } from '../../../build/studio/plan/plan-items.ts';

const text = `---
id: s
---

# First {#first}

:::scene{place="At noon"}
Words.
:::

:::choice{#q1}
**Which** [one](https://example.org)?

- [x] This
:::

:::trainer
**8 minutes.** Ask.
:::

# Second {#second}

:::callout{only="remote"}
- Read *this*.
:::
`;

const course = {
  competencies: [
    { id: 'a', title: 'Listen' },
    { id: 'b', title: 'C4.6 Inscrire des actions dans une dynamique' },
  ],
  sessions: [
    {
      pages: [{ activities: [{ id: 'q1', type: 'choice', title: 'Which one?', points: 2, competencies: ['b'], path: 's.md', line: 11 }] }],
    },
  ],
} as unknown as CourseFacts;

const types = [
  { name: 'choice', label: 'Question', kind: 'activity', form: 'choices', attributes: [], contains: [] },
  { name: 'scene', label: 'Scene', kind: 'block', form: 'speeches', attributes: [], contains: [] },
] as const;

const problems = [
  { severity: 'error', line: 13 },
  { severity: 'warning', line: 24 },
  { severity: 'notice', line: 2 },
] as unknown as readonly Problem[];

test('the plan shows pages and what is in them', () => {
  const [first, second] = planOf(text, { course, problems, types });
  const plain = { form: '', label: '', points: null, competencies: [], only: '', errors: 0, tips: 0 };
  const place = (page: number, part: number): object => ({ key: `#${page}.${part}`, place: { page, part } });
  const scene = { ...plain, ...place(0, 0), type: 'scene', form: 'speeches', label: 'Scene', title: 'At noon', line: 7, lastLine: 9 };
  const question = { ...plain, ...place(0, 1), key: 'q1', type: 'choice', form: 'choices', label: 'Question', title: 'Which one?' };
  const asked = { line: 11, lastLine: 15, points: 2, competencies: [{ index: 1, name: 'C4.6' }], errors: 1 };
  const notes = { ...plain, ...place(0, 2), type: 'trainer', title: '8 minutes. Ask.', line: 17, lastLine: 19 };
  expect(first).toEqual({
    key: 'first',
    place: { page: 0 },
    title: 'First',
    line: 5,
    shownFrom: 1,
    lastLine: 20,
    minutes: 8,
    parts: [scene, { ...question, ...asked }, notes],
    errors: 1,
    tips: 0,
  });
  expect(second).toEqual({
    key: 'second',
    place: { page: 1 },
    title: 'Second',
    line: 21,
    shownFrom: 21,
    lastLine: 26,
    minutes: 0,
    parts: [{ ...plain, ...place(1, 0), type: 'callout', title: 'Read this.', line: 23, lastLine: 25, only: 'remote', tips: 1 }],
    errors: 0,
    tips: 1,
  });
});

test('a text that the check can not read has a plan', () => {
  const [first] = planOf(text, { course: null, problems: [], types: [] });
  expect(first?.parts[1]).toMatchObject({ title: 'Which one?', label: '', points: null });
});

test('a competency is known by its number, if it has one', () => {
  expect([`C4.6 Inscrire`, 'DC 2.1 : agir', 'Welcome a visitor'].map(shortCompetency)).toEqual(['C4.6', 'DC 2.1', 'Welcome a visitor']);
});

const BARE = { course: null, problems: [], types: [] } as const;
/** Titles of the parts of a page. */
const titlesOf = (page: string): readonly string[] => planOf(`# P {#p}\n\n${page}`, BARE)[0]?.parts.map((one) => one.title) ?? [];

test('rows have names of their own, though an id is missing or written twice', () => {
  const twice = '# A {#a}\n\n:::text{#t}\nx\n:::\n\n:::text\ny\n:::\n\n# B {#a}\n\n:::text{#t}\nz\n:::\n\n# C\n';
  const pages = planOf(twice, BARE);
  const keys = pages.flatMap((page) => [page.key, ...page.parts.map((part) => part.key)]);
  expect(new Set(keys).size).toBe(6);
  expect(pages.map(({ key }) => key)).toEqual(['a', 'a#1', '#2']);
  expect(pages.flatMap(({ parts }) => parts.map(({ key }) => key))).toEqual(['t', '#0.1', 't#1.0']);
});

test.each(['title', 'place', 'caption', 'term', 'value'])('a block is known by its %s', (key) => {
  expect(titlesOf(`:::text{${key}="Le four"}\nChaud.\n:::\n`)).toEqual(['Le four']);
});

test('the title goes before other words that are written, and an empty one is none', () => {
  expect(titlesOf(':::text{caption=C title=T}\nX\n:::\n\n:::text{title="" caption=C}\nX\n:::\n')).toEqual(['T', 'C']);
});

test('of several attributes with words, the first of a fixed order is shown', () => {
  const names = ['title', 'place', 'caption', 'term', 'value'];
  const blocks = names.map(
    (_, index) =>
      `::text{${names
        .slice(index)
        .reverse()
        .map((name) => `${name}=${name}`)
        .join(' ')}}\n`,
  );
  expect(titlesOf(blocks.join(''))).toEqual(names);
});

test.each([
  ['1. [Un](a.md) et [deux](b.md)', 'Un et deux'],
  ['2) Deux', 'Deux'],
  ['+ Trois', 'Trois'],
  ['-Quatre', '-Quatre'],
  ['- [ ] Le `sel` de {{ville}} et {{pays}}, {{}}', 'Le sel de … et …, …'],
  ['Le sel [](#a) et [le pain]()', 'Le sel  et le pain'],
  ['* [x] **Oui**', 'Oui'],
  ['-  [X]  Oui', 'Oui'],
  ['> Cité', 'Cité'],
  ['## Titre\n| a | b |\n![Image](a.png)\n---\nEnfin', 'Enfin'],
  ['  ::figure{src=a.png}\n42', '42'],
  ['...\n---', ''],
])('the first words of %j are without marks', (body, expected) => {
  expect(titlesOf(`:::text\n${body}\n:::\n`)).toEqual([expected]);
});

test.each([
  ['C1 Agir', 'C1'],
  ['ABC1', 'ABC1'],
  ['ABCD1 Agir', 'ABCD1 Agir'],
  ['C  1 Agir', 'C  1 Agir'],
  ['C-4.10.2. Agir', 'C-4.10.2'],
  ['Le C4', 'Le C4'],
])('the short form of « %s » is « %s »', (title, short) => {
  expect(shortCompetency(title)).toBe(short);
});

test.each([
  ['**0 min**', 0],
  ['**999 min**', 999],
  ['**1000 min**', 0],
  ['**7min**', 7],
])('a note that begins with %s has %i minutes', (words, minutes) => {
  expect(planOf(`# P {#p}\n\n:::trainer\n${words}\n:::\n`, BARE)[0]?.minutes).toBe(minutes);
});

test('a page without parts ends before the next one, and the last one with the text', () => {
  const places = planOf('# A {#a}\n# B {#b}', BARE).map(({ line, lastLine, shownFrom, parts }) => [
    line,
    lastLine,
    shownFrom,
    parts.length,
  ]);
  expect([places, planOf('', BARE)]).toEqual([
    [
      [1, 1, 1, 0],
      [2, 2, 2, 0],
    ],
    [],
  ]);
});

test('a block without a body has no words', () => {
  expect(titlesOf('::figure{src=a.png}\n')).toEqual(['']);
});

test('an activity has points if it gives some, or is set to give none', () => {
  const activity = (id: string, points: number) => ({ id, title: id, points, competencies: [] });
  const all = [activity('a', 1), activity('b', 0), activity('c', 0), activity('d', 3)];
  const pages = all.map((one) => ({ activities: [one] }));
  const facts = { competencies: [], sessions: [{ pages: pages.slice(0, 2) }, { pages: pages.slice(2) }] } as unknown as CourseFacts;
  const body = ':::choice{#a}\n:::\n:::choice{#b points=0}\n:::\n:::choice{#c}\n:::\n:::scene{#d}\n:::\n:::choice{#e}\n:::\n';
  const [page] = planOf(`# P {#p}\n\n${body}`, { course: facts, problems: [], types });
  expect(page?.parts.map(({ points }) => points)).toEqual([1, 0, null, null, null]);
  expect(page?.parts.map(({ form, label }) => [form, label])[3]).toEqual(['speeches', 'Scene']);
});

test('what an activity has as its title in the text goes before what the check has found', () => {
  const [page] = planOf('# P {#p}\n\n:::choice{#q1 title=T}\nX\n:::\n', { course, problems: [], types });
  expect(page?.parts[0]?.title).toBe('T');
});

test('a competency that the course does not have is shown by its id', () => {
  const activity = { id: 'q1', title: 'Q', points: 1, competencies: ['none', 'a'] };
  const facts = { competencies: course.competencies, sessions: [{ pages: [{ activities: [activity] }] }] } as unknown as CourseFacts;
  const [page] = planOf(text, { course: facts, problems: [], types });
  expect(page?.parts[1]?.competencies).toEqual([
    { index: 0, name: 'none' },
    { index: 0, name: 'Listen' },
  ]);
});

test('minutes of all notes of a page add up, and only those', () => {
  const note = (words: string): string => `:::trainer\n${words}\n:::\n\n`;
  const notes = ['**8 min**', ' **12 minutes.** Ask.', 'Ask **5 minutes.**'].map(note).join('');
  const body = `${notes}:::text\n**9 min**\n:::\n`;
  expect(planOf(`# P {#p}\n\n${body}`, BARE)[0]?.minutes).toBe(20);
});

test('problems are counted from the first line of a part to its last', () => {
  const at = (line: number, severity = 'error') => ({ line, severity }) as unknown as Problem;
  const [first, second] = planOf(text, { course, problems: [10, 11, 15, 16].map((line) => at(line)), types });
  expect([first?.parts[1]?.line, first?.parts[1]?.lastLine, first?.parts[1]?.errors]).toEqual([11, 15, 2]);
  expect([first?.errors, second?.errors]).toEqual([4, 0]);
  const [one, two] = planOf(text, { course, problems: [at(20, 'notice'), at(21, 'warning'), at(26)], types });
  expect([one?.tips, two?.tips, two?.errors, two?.line, two?.lastLine]).toEqual([1, 1, 1, 21, 26]);
});
