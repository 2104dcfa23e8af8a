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
  ['p-one', 5],
  ['quiz', 9],
  ['inner', 10],
  ['q', 17],
  ['nobody', undefined],
])('the line of %s', (id, line) => {
  expect(lineOf(text, id)).toBe(line);
});
