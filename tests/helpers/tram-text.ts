import { allDirectives, type DirectiveText, outlineOf } from '../../build/studio/text/outline.ts';
import { type Replacement, replaceIn } from '../../build/studio/text/raw-text.ts';

/** A text with a question, and a quiz of two. */
export const text = `---
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

/** Finds a directive by its id. */
export function named(id: string, where = text): DirectiveText {
  const found = allDirectives(outlineOf(where)).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

/** Applies changes to the text. */
export const apply = (changes: readonly Replacement[]): string => replaceIn(text, changes);
