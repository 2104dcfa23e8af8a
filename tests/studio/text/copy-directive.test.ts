import { expect, test } from 'vitest';
import { copied, removed } from '../../../build/studio/text/copy-directive.ts';
import { allDirectives, type DirectiveText, outlineOf } from '../../../build/studio/text/outline.ts';
import { type Replacement, replaceIn } from '../../../build/studio/text/raw-text.ts';

const text = `---
id: one
---

# First {#first}

Some prose
on two lines.

:::choice{#tram-1 points=2}
Which?
- [x] This
:::

:::quiz{#end}
:::choice{#a}
A?
:::
:::choice{#b}
B?
:::
:::

# Second
`;

function named(id: string, where = text): DirectiveText {
  const found = allDirectives(outlineOf(where)).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

const apply = (changes: readonly Replacement[]): string => replaceIn(text, changes);

test('a copy has new ids, also inside, and nothing else changes', () => {
  const result = apply(copied(text, outlineOf(text), named('end'), ['end-2']));
  expect(result).toContain('\n:::\n\n:::quiz{#end-3}\n:::choice{#a-2}\nA?\n:::\n:::choice{#b-2}\nB?\n:::\n:::\n\n# Second\n');
  expect(result.replace(/\n\n:::quiz\{#end-3\}[\s\S]*(?=\n\n# Second)/, '')).toBe(text);
  expect(apply(copied(text, outlineOf(text), named('tram-1')))).toContain(':::choice{#tram-2 points=2}\nWhich?');
});

test('a removed directive leaves one blank line', () => {
  expect(apply(removed(text, named('tram-1')))).toContain('on two lines.\n\n:::quiz{#end}');
  expect(apply(removed(text, named('a')))).toContain(':::quiz{#end}\n:::choice{#b}');
});
