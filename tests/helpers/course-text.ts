/** Text of a session in which people, competencies, banks and tags of cohorts are named. */
export const SESSION = `---
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

/** The same in a course, with the line breaks of Windows. */
export const TEXTS: ReadonlyMap<string, string> = new Map([['modules/x/one.md', SESSION.replaceAll('\n', '\r\n')]]);
