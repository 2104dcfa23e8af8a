import { expect, test } from 'vitest';
import { onlyGroups } from '../../../build/studio/course/only-for.ts';

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
const TEXTS = new Map([['modules/x/one.md', SESSION.replaceAll('\n', '\r\n')]]);

test('what a cohort sees differently is grouped by its tags', () => {
  const groups = onlyGroups(TEXTS, ['evening']);
  expect(groups.map(({ tags, isShown, parts }) => [tags, isShown, parts.map(({ line, isPage }) => [line, isPage])])).toEqual([
    [['remote', 'evening'], true, [[24, true]]],
    [['remote'], false, [[19, false]]],
  ]);
});
