import { expect, test } from 'vitest';
import { lineOf, shownAt } from '../../../build/studio/preview/follow.ts';

const text = `---
id: s
---

# One {#p-one}

Words.

:::quiz{#quiz}
:::choice{#inner}
Which?
- [x] A
> Why.
:::
:::

:::open-question{#q}
Why?
:::after
Thanks.
:::
:::

# Unnamed
`;

const at = (found: string) => shownAt(text, text.slice(0, text.indexOf(found)).split('\n').length);

test.each([
  ['id: s', null],
  ['Words.', { page: 'p-one', activity: '' }],
  ['> Why.', { page: 'p-one', activity: 'inner' }],
  ['Thanks.', { page: 'p-one', activity: 'q' }],
  ['# Unnamed', null],
])('what is shown at %j', (found, shown) => {
  expect(at(found)).toEqual(shown);
});

test.each([
  [4, null],
  [5, { page: 'p-one', activity: '' }],
  [8, { page: 'p-one', activity: '' }],
  [9, { page: 'p-one', activity: 'quiz' }],
  [10, { page: 'p-one', activity: 'inner' }],
  [14, { page: 'p-one', activity: 'inner' }],
  [15, { page: 'p-one', activity: 'quiz' }],
  [16, { page: 'p-one', activity: '' }],
  [17, { page: 'p-one', activity: 'q' }],
  [22, { page: 'p-one', activity: 'q' }],
  [23, { page: 'p-one', activity: '' }],
])('a line at a limit, %i, shows %j', (line, shown) => {
  expect(shownAt(text, line)).toEqual(shown);
});

test('a text without front matter shows its page from the first line to the last', () => {
  const shown = { page: 'one', activity: '' };
  expect([1, 2, 3].map((line) => shownAt('# One {#one}\n\nWords.', line))).toEqual([shown, shown, shown]);
  expect(shownAt('', 1)).toBeNull();
});

test('a text without pages, as a bank, shows none, and its activities have lines', () => {
  const bank = '\n::::quiz{#all}\n:::choice{#one}\n- [x] A\n:::\n::::\n';
  const deep = ':::::tabs{#a}\n::::tabs{#b}\n:::choice{#c}\n- [x] A\n:::\n::::\n:::::\n';
  expect(['a', 'b', 'c'].map((id) => lineOf(deep, id))).toEqual([1, 2, 3]);
  expect([shownAt(bank, 3), lineOf(bank, 'all'), lineOf(bank, 'one')]).toEqual([null, 2, 3]);
});

test('of a page and an activity of one id, the page has the line', () => {
  expect(lineOf('# One {#one}\n\n:::choice{#one}\n:::\n', 'one')).toBe(1);
});

test.each([
  ['p-one', 5],
  ['quiz', 9],
  ['inner', 10],
  ['q', 17],
  ['nobody', undefined],
])('the line of %s', (id, line) => {
  expect(lineOf(text, id)).toBe(line);
});
