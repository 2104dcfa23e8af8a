import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allDirectives, directiveAt, outlineOf, pageAt } from '../../../build/studio/text/outline.ts';

const text = `---
id: one
---

Before any page.

# First {#p-first icon=door}

:::choice{#q1 points=2 title="A \\"good\\" one"}
Which?

- [x] This
> Yes.

:::after
Well done.
:::
:::

\`\`\`
:::choice{#code}
\`\`\`

::video{src=assets/a.mp4 alt="Film"}

# Second

:::open-question{#q2}
Never closed.

# Third
`;

const outline = outlineOf(text);
const slice = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);

test('pages with titles, ids and ranges', () => {
  expect(outline.pages.map(({ title, id, line }) => [title, id, line])).toEqual([
    ['First', 'p-first', 7],
    ['Second', '', 26],
    ['Third', '', 31],
  ]);
  expect(outline.pages.map(({ head }) => slice(head))).toEqual(['# First {#p-first icon=door}', '# Second', '# Third']);
  expect(slice(outline.pages[1] ?? { from: 0, to: 0 })).toBe('# Second\n\n:::open-question{#q2}\nNever closed.\n');
  expect(outline.pages[0]?.attributes.map(slice)).toEqual(['#p-first', 'icon=door']);
  expect(outline.front && slice(outline.front)).toBe('---\nid: one\n---');
});

test('directives with attributes, bodies and children', () => {
  const [choice, video] = outline.pages[0]?.directives ?? [];
  expect(choice).toMatchObject({ name: 'choice', id: 'q1', isClosed: true, line: 9, lastLine: 18 });
  expect(choice?.attributes.map(({ key, value }) => [key, value])).toEqual([
    ['id', 'q1'],
    ['points', '2'],
    ['title', 'A "good" one'],
  ]);
  expect(choice?.attributes.map(slice)).toEqual(['#q1', 'points=2', 'title="A \\"good\\" one"']);
  expect([choice, video].map((one) => one && slice(one.head))).toEqual([
    ':::choice{#q1 points=2 title="A \\"good\\" one"}',
    '::video{src=assets/a.mp4 alt="Film"}',
  ]);
  expect(choice && slice(choice.braces)).toBe('{#q1 points=2 title="A \\"good\\" one"}');
  expect(choice?.body && slice(choice.body)).toMatch(/^Which\?.*:::after.*:::\n$/s);
  expect(choice && slice(choice)).toMatch(/^:::choice.*:::\n:::$/s);
  expect(choice?.children.map(({ name, body }) => [name, body && slice(body)])).toEqual([['after', 'Well done.\n']]);
  expect(video).toMatchObject({ name: 'video', line: 24, lastLine: 24 });
  expect(video?.body).toBeUndefined();
});

test('a forgotten end closes before the next page', () => {
  const [open] = outline.pages[1]?.directives ?? [];
  expect(open).toMatchObject({ name: 'open-question', isClosed: false, lastLine: 30 });
  expect(open?.body && slice(open.body)).toBe('Never closed.\n\n');
});

test('code is no directive; the innermost directive and the page of an offset are found', () => {
  expect(allDirectives(outline).map(({ name }) => name)).toEqual(['choice', 'after', 'video', 'open-question']);
  expect(directiveAt(outline, text.indexOf('Well done'))?.name).toBe('after');
  expect(directiveAt(outline, text.indexOf('Which'))?.name).toBe('choice');
  expect(pageAt(outline, text.indexOf('Well done'))?.id).toBe('p-first');
});

test('every session of the repository has as many closed directives as it opens', () => {
  const root = join(import.meta.dirname, '../../../modules');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && !name.includes('sources'),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const content = readFileSync(join(root, file), 'utf8');
    const found = allDirectives(outlineOf(content));
    expect(
      found.filter(({ isClosed }) => !isClosed),
      file,
    ).toEqual([]);
    expect(found.length, file).toBe(content.split('\n').filter((line) => /^::+[a-z]/.test(line)).length);
  }
});

test('lines of directives may be indented as the build allows it, by three spaces', () => {
  const indented = '  :::choice {#q1 points=2}\nWhich?\n   :::\n\nWords.\n\n    :::choice{#code}\n';
  const { directives } = outlineOf(indented);
  expect(directives).toHaveLength(1);
  const [choice] = directives;
  expect(choice && indented.slice(choice.from, choice.to)).toBe('  :::choice {#q1 points=2}\nWhich?\n   :::');
  expect(choice && indented.slice(choice.braces.from, choice.braces.to)).toBe('{#q1 points=2}');
  expect(choice?.attributes.map(({ from, to }) => indented.slice(from, to))).toEqual(['#q1', 'points=2']);
  expect(choice?.isClosed).toBe(true);
});

/** Returns the text of a range, and whether it is there. */
const partsOf = (where: string, ...ranges: readonly ({ from: number; to: number } | undefined)[]): (string | undefined)[] =>
  ranges.map((one) => one && where.slice(one.from, one.to));

test('the last page ends with the text', () => {
  const where = '# Four {#four}\n\nDu pain.';
  expect(partsOf(where, outlineOf(where).pages[0], outlineOf(where).pages[0]?.head)).toEqual([where, '# Four {#four}']);
});

test('only braces at its end are attributes of a page', () => {
  const titles = outlineOf('# Le {x} quai {#q}  \n# Le {x} quai\n#\n#Non\n#\tUn{#u}').pages.map(({ title, id }) => [title, id]);
  expect(titles).toEqual([
    ['Le {x} quai', 'q'],
    ['Le {x} quai', ''],
    ['', ''],
    ['Un', 'u'],
  ]);
});

test('what a page or the end of the text closes has all lines before it', () => {
  const where = ':::quiz{#a}\n:::choice{#b}\nDu pain ?\n# Four\n\n:::trainer\nFin.';
  const [quiz] = outlineOf(where).directives;
  const [notes] = outlineOf(where).pages[0]?.directives ?? [];
  const [choice] = quiz?.children ?? [];
  expect(partsOf(where, quiz, choice, choice?.body, notes, notes?.body)).toEqual([
    ':::quiz{#a}\n:::choice{#b}\nDu pain ?',
    ':::choice{#b}\nDu pain ?',
    'Du pain ?\n',
    ':::trainer\nFin.',
    'Fin.',
  ]);
  expect([quiz, choice, notes].map((one) => [one?.isClosed, one?.line, one?.lastLine])).toEqual([
    [false, 1, 3],
    [false, 2, 3],
    [false, 6, 7],
  ]);
});

test('one that is closed at once has an empty body', () => {
  const where = ':::trainer\n:::';
  const [notes] = outlineOf(where).directives;
  expect([notes?.body, notes?.to, notes?.isClosed, notes?.lastLine]).toEqual([{ from: 11, to: 11 }, where.length, true, 2]);
  const [open] = outlineOf(':::trainer').directives;
  expect([open?.body, open?.to, open?.isClosed, open?.lastLine]).toEqual([{ from: 11, to: 11 }, 10, false, 1]);
});

test('a directive is at all offsets from its first to behind its last sign', () => {
  const where = 'a\n:::trainer\nx\n:::\nb';
  const found = outlineOf(where);
  expect([1, 2, 12, 14, 18, 19].map((offset) => directiveAt(found, offset)?.name)).toEqual([
    undefined,
    'trainer',
    'trainer',
    'trainer',
    'trainer',
    undefined,
  ]);
});

test('a page is at all offsets from its first', () => {
  const found = outlineOf('a\n# Un {#un}\n# Deux {#deux}');
  expect([1, 2, 12, 13, 99].map((offset) => pageAt(found, offset)?.id)).toEqual([undefined, 'un', 'un', 'deux', 'deux']);
});

test.each([
  ['---\nid: a\n---', 13],
  ['\ufeff---  \nid: a\n---  \nx', 18],
  ['---\nid: a', null],
  ['---', null],
  ['\n---\nid: a\n---', null],
  ['----\nid: a\n---', null],
])('front matter of %j ends at %j', (where, to) => {
  expect(outlineOf(where).front).toEqual(to === null ? null : { from: 0, to });
});

test.each([
  ['```\n:::a\n```\n:::b\n:::', ['b']],
  ['~~~\n:::a\n```\n:::b\n~~~\n:::c\n:::', ['c']],
  ['```\n:::a\n```` \n:::b\n:::', ['b']],
  ['````\n```\n:::a\n````\n:::b\n:::', ['b']],
  ['```\n``` js\n:::a\n```\n:::b\n:::', ['b']],
  ['    ```\n:::a\n:::', ['a']],
  ['   ```\n:::a\n:::', []],
  ['``\n:::a\n:::', ['a']],
])('in %j the directives %j are outside of code', (where, names) => {
  expect(allDirectives(outlineOf(where)).map(({ name }) => name)).toEqual(names);
});

test('braces are where attributes are, or would be', () => {
  const where = ':::choice{#a}\n:::\n  :::trainer\n  :::\n::video{}  ';
  const found = outlineOf(where).directives;
  expect(found.map(({ braces }) => [braces.from, where.slice(braces.from, braces.to)])).toEqual([
    [9, '{#a}'],
    [30, ''],
    [44, '{}'],
  ]);
});

test('all that the end of the text closes is there, in its order', () => {
  const where = ':::quiz{#a}\n::video{#b}\n:::choice{#c}\n:::\n:::choice{#d}\nx';
  const found = outlineOf(where);
  expect(found.directives.map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([['a', ['b', 'c', 'd']]]);
  expect(allDirectives(found).map(({ id, isClosed }) => [id, isClosed])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
    ['d', false],
  ]);
});

test('comments of front matter are no pages', () => {
  expect(outlineOf('---\n# note\n:::tip\nid: a\n---\n# Un').pages.map(({ title, line }) => [title, line])).toEqual([['Un', 6]]);
});
