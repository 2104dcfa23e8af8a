import { expect, test } from 'vitest';
import { directiveOn } from '../../../build/studio/forms/directive-on.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';

const TEXT = `# Four {#p}

::::quiz{#q}
Répondez.

:::choice{#c}
- [x] Oui

:::after
Bravo.
:::
:::
::::

::figure{src=assets/four.png}
:::band{tone=cool}
:::tabs{#t}
:::
:::
`;
const on = (line: number): string | undefined => {
  const found = directiveOn(outlineOf(TEXT), line);
  return found && (found.id || found.name);
};

test.each([
  [2, undefined],
  [3, 'q'],
  [5, 'q'],
  [6, 'c'],
  [12, 'c'],
  [13, 'q'],
  [14, undefined],
  [15, 'figure'],
  [17, 't'],
  [18, 't'],
])('line %i is in %s', (line, name) => {
  expect(on(line)).toBe(name);
});

test('what follows an answer belongs to its activity, a band has no form', () => {
  expect([9, 10, 11].map(on)).toEqual(['c', 'c', 'c']);
  expect([16, 19].map(on)).toEqual([undefined, undefined]);
});
