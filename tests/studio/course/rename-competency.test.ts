import { expect, test } from 'vitest';
import { renameCompetency } from '../../../build/studio/course/rename-competency.ts';

const SESSION = `---
id: one
title: One
pass: 60
competencies: [c1, c10]
people: [ada]
---

# Begin {#begin}

:::scene
## ada
Good morning.

## adam
Not Ada.
:::

:::choice{#q competency="c1; c2" only=remote}
- [x] a
- [ ] b
:::

# Then {#then only="remote; evening"}

::quiz{#z bank="banks/one.md; banks/two.md" draw=2}

:::text{only=paper}
On paper.
:::
`;

test('a competency is renamed in front matter and attributes, and nowhere else', () => {
  const text = `${SESSION}\nThe words c1 and "c1" stay.\n`.replaceAll('\n', '\r\n');
  const after = renameCompetency(text, 'c1', 'new');
  expect(after).toBe(text.replace('[c1, c10]', '[new, c10]').replace('competency="c1; c2"', 'competency="new; c2"'));
  expect(renameCompetency(text, 'c99', 'new')).toBe(text);
});
