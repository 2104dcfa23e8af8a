import { expect, test } from 'vitest';
import { freeId, usedIds, withFreshIds } from '../../../build/studio/text/fresh-ids.ts';
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

test('ids are free, those of the lock too, and references follow', () => {
  const files = new Map([
    ['a.md', ':::choice{#question points=2}\n:::\n# P {#page}'],
    ['course.lock.yaml', 'modules: { m: { activities: { question-2: {} } } }'],
  ]);
  const used = usedIds({ paths: [...files.keys()], text: (path) => files.get(path) });
  expect(freeId('question', used)).toBe('question-3');
  const lines = ':::open-question{#question}\nx\n:::\n\n:::recap{#page}\n## A {of=question}\n:::';
  expect(withFreshIds(lines, used)).toBe(':::open-question{#question-3}\nx\n:::\n\n:::recap{#page-2}\n## A {of=question-3}\n:::');
});
