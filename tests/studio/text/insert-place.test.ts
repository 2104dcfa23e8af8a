import { expect, test } from 'vitest';
import { insertLines, insertPlace } from '../../../build/studio/text/insert-place.ts';
import { allDirectives, outlineOf } from '../../../build/studio/text/outline.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';

const TEXT = `---
title: T
---

# Un {#un}

Un paragraphe
sur deux lignes.

::::quiz{#q}
:::choice{#c}
Q ?

- [x] a
:::
::::

\`\`\`
# pas une page

:::pas
\`\`\`

- a

  encore
- b

# Deux {#deux}
Fin.`;

function inserted(text: string, line: number | null): string {
  return replaceIn(text, [insertLines(text, insertPlace(text, outlineOf(text), line), ':::keep\nx\n:::')]);
}

test('any line is safe: every directive and line stays, with one more on the outermost level', () => {
  const lines = TEXT.split('\n');
  const before = allDirectives(outlineOf(TEXT)).length;
  for (let line = 1; line <= lines.length; line += 1) {
    const text = inserted(TEXT, line);
    const outline = outlineOf(text);
    expect(allDirectives(outline)).toHaveLength(before + 1);
    expect(outline.pages.flatMap(({ directives }) => directives).map(({ name }) => name)).toContain('keep');
    expect(allDirectives(outline).every(({ isClosed }) => isClosed)).toBe(true);
    expect(text.replace(/\n*:::keep\nx\n:::\n*/, '').replace(/\n/g, '')).toBe(TEXT.replace(/\n/g, ''));
  }
});

test('lines go after the paragraph, the directive, the code or the list of the cursor', () => {
  const after = (line: number): string => {
    const text = inserted(TEXT, line);
    return text.slice(0, text.indexOf('\n\n:::keep')).split('\n').at(-1) ?? '';
  };
  expect([1, 5, 7, 11, 19, 24].map(after)).toEqual(['- b', '# Un {#un}', 'sur deux lignes.', '::::', '```', '- b']);
  expect(inserted(TEXT, null).endsWith('Fin.\n\n:::keep\nx\n:::\n\n')).toBe(false);
  expect(inserted(TEXT, null)).toMatch(/Fin\.\n\n:::keep\nx\n:::\n?$/);
});

test.each([
  ['a\n\nb', 1, '\n\nX', 3],
  ['a\nb', 1, '\n\nX\n', 3],
  ['a\n\n\nb', 1, '\n\nX', 3],
  ['a', 1, '\n\nX\n', 3],
  ['a\n', 1, '\n\nX', 3],
  ['a\n\n', 3, 'X\n', 3],
  ['a\nb', 2, '\nX\n\n', 3],
  ['', 0, 'X\n', 0],
  ['\n\nb', 0, 'X', 0],
])('lines in %j at %i are %j', (text, at, insert, first) => {
  expect(insertLines(text, at, '\nX\n\n')).toEqual({ from: at, to: at, insert, first });
});

test.each([
  ['un\ndeux\n\ntrois', 1, 'un\ndeux'],
  ['- a\n\n  suite\n\n\ttab\n\nmots', 1, '- a\n\n  suite\n\n\ttab'],
  ['- a\n\n suite', 1, '- a'],
  ['- a\n\n \n  suite\n\nmots', 1, '- a\n\n \n  suite'],
  ['un\n## Deux', 1, 'un'],
  ['un\n### Trois', 1, 'un\n### Trois'],
  ['un\n::figure', 1, 'un'],
  ['un\n\n::figure', 2, 'un\n'],
  ['un\n\n\ndeux', 2, 'un\n'],
  ['un\n\n```\na\n\nb\n```\nc', 4, 'un\n\n```\na\n\nb\n```'],
  ['~~~\na\n```\nb', 2, '~~~\na\n```\nb'],
  ['```\na\n\nb', 2, '```\na\n\nb'],
  ['- a\n\n  b\n\nc', 2, '- a\n\n  b'],
  ['```\na\n```\n\nun', 5, '```\na\n```\n\nun'],
  ['```\na\n```\nb', 3, '```\na\n```'],
  ['```\na\n\nb\n````\n\nc', 2, '```\na\n\nb\n````'],
  ['````\na\n\n```\n\nb\n````\n\nc', 2, '````\na\n\n```\n\nb\n````'],
  ['```\na\n\n``` js\n\nb\n```\n\nc', 2, '```\na\n\n``` js\n\nb\n```'],
  ['un\n\na\n\nb', 3, 'un\n\na'],
  ['un\n  \n\ndeux', 2, 'un\n'],
  ['un', 99, 'un'],
  ['\nun', 1, ''],
  ['un\n\n:::choice\nQ ?\n\n- [x] a\n:::\n\ndeux', 4, 'un\n\n:::choice\nQ ?\n\n- [x] a\n:::'],
])('lines near a line of %j (%i) go behind %j', (text, line, before) => {
  expect(text.slice(0, insertPlace(text, outlineOf(text), line))).toBe(before);
});

test('lines never go before the first page, and without a page they go to the end', () => {
  const text = '---\na: b\n---\n\nAvant.\n\n# Un\nx\n\n# Deux\ny\n\n';
  const place = (line: number | null, where = text): string => where.slice(0, insertPlace(where, outlineOf(where), line));
  expect([1, 5, 7].map((line) => place(line).split('\n').at(-1))).toEqual(['x', 'x', 'x']);
  expect(place(null)).toBe(text.trimEnd());
  expect(place(2, '---\na: b\n---\n\n:::choice\n:::\n')).toBe('---\na: b\n---\n\n:::choice\n:::');
  expect(place(null, 'un\n\n')).toBe('un');
});
