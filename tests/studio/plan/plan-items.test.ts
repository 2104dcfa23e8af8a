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
  expect(first).toMatchObject({ title: 'First', line: 5, shownFrom: 1, lastLine: 20, minutes: 8, errors: 1, tips: 0 });
  expect(first?.parts).toMatchObject([
    { title: 'At noon', label: 'Scene', points: null, competencies: [], errors: 0, only: '' },
    {
      title: 'Which one?',
      label: 'Question',
      points: 2,
      competencies: [{ index: 1, name: 'C4.6' }],
      errors: 1,
      place: { page: 0, part: 1 },
    },
    { type: 'trainer', label: '', title: '8 minutes. Ask.' },
  ]);
  expect(second).toMatchObject({ minutes: 0, errors: 0, tips: 1, parts: [{ title: 'Read this.', only: 'remote', tips: 1 }] });
});

test('a text that the check can not read has a plan', () => {
  const [first] = planOf(text, { course: null, problems: [], types: [] });
  expect(first?.parts[1]).toMatchObject({ title: 'Which one?', label: '', points: null });
});

test('a competency is known by its number, if it has one', () => {
  expect([`C4.6 Inscrire`, 'DC 2.1 : agir', 'Welcome a visitor'].map(shortCompetency)).toEqual(['C4.6', 'DC 2.1', 'Welcome a visitor']);
});
