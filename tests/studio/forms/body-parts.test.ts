import { expect, test } from 'vitest';
import { listName, partsOf, runsOf, sectionsIn } from '../../../build/studio/forms/body-parts.ts';
import type { Editing } from '../../../build/studio/forms/editing.ts';
import type { BlockText } from '../../../build/studio/text/edit-parts.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { tryRandomEdits } from '../../helpers/random-edits.ts';

const TEXT = `:::choice{#c}
Un ?

- [x] Oui

:::after
Bravo.
:::
::figure{src=a.png}

:::after{when=wrong}
Non.
:::

## Fin
Voilà.
:::
`;
const read = (text: string) => {
  const [directive] = outlineOf(text).directives;
  if (!directive) throw new Error('no directive');
  return { directive, ...partsOf(text, directive) };
};

test('a body is read without what comes after the answer', () => {
  const { body, blocks, afters } = read(TEXT);
  expect([TEXT.slice(body.from, body.from + 2), TEXT.slice(body.to)]).toEqual(['Un', ':::\n']);
  expect(blocks.map(({ kind }) => kind)).toEqual(['words', 'list', 'directive', 'heading', 'words']);
  expect(afters.map(({ line, name }) => [line, name])).toEqual([
    [6, 'after'],
    [11, 'after'],
  ]);
});

test('a directive without a body has an empty one at its end', () => {
  const { directive, ...parts } = read('::figure{src=a.png}\n');
  expect(parts).toEqual({ body: { from: directive.to, to: directive.to }, blocks: [], afters: [] });
});

test('sections are those of the directive in the form', () => {
  const { directive } = read(TEXT);
  const [section, ...others] = sectionsIn({ text: TEXT, directive } as Editing);
  expect([section && TEXT.slice(section.from, section.to), others]).toEqual(['## Fin\nVoilà.', []]);
  const inside = '::::choice{#c}\n## Un\nA\n\n:::after\nBravo.\n:::\n::::\n';
  const [outer] = outlineOf(inside).directives;
  const kinds = sectionsIn({ text: inside, directive: outer } as Editing).map(({ blocks }) => blocks.map(({ kind }) => kind));
  expect(kinds).toEqual([['words']]);
});

test('blocks that a form does not know are joined up to one that it knows', () => {
  const block = (kind: string, from: number, to: number) => ({ kind, from, to }) as BlockText;
  const blocks = [block('words', 0, 3), block('list', 5, 9), block('table', 10, 12), block('table', 13, 15), block('words', 16, 20)];
  expect(runsOf(blocks, ({ kind }) => kind === 'table')).toEqual([
    { kind: 'text', range: { from: 0, to: 9 } },
    { kind: 'block', block: blocks[2] },
    { kind: 'block', block: blocks[3] },
    { kind: 'text', range: { from: 16, to: 20 } },
  ]);
  expect(runsOf(blocks, () => false)).toEqual([{ kind: 'text', range: { from: 0, to: 20 } }]);
});

test('100 random changes by forms: only their part changes, and the course stays right', { timeout: 120_000 }, () => {
  tryRandomEdits(100, 1);
});

test('the fields of a first list have no number, those of others do', () => {
  expect([listName('list', 0), listName('list', 1), listName('section-2-list', 2)]).toEqual(['list', 'list1', 'section-2-list2']);
});
