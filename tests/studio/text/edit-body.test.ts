import { expect, test } from 'vitest';
import { setAttribute } from '../../../build/studio/text/edit-attributes.ts';
import { readBody, sectionsOf } from '../../../build/studio/text/edit-body.ts';
import { addItem, moveItem, removeItem, setFeedback, setItemWords, setTicked } from '../../../build/studio/text/edit-list.ts';
import type { ListText, TableText } from '../../../build/studio/text/edit-parts.ts';
import { addSection, moveSection, removeSection, setLines, setSecond, setTitle } from '../../../build/studio/text/edit-sections.ts';
import { addColumn, addRow, moveRow, removeColumn, removeRow, setCell } from '../../../build/studio/text/edit-table.ts';
import { writtenLine, writtenText } from '../../../build/studio/text/edit-words.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { type Replacement, replaceIn } from '../../../build/studio/text/raw-text.ts';

function apply(text: string, changes: readonly Replacement[]): string {
  return replaceIn(
    text,
    [...changes].sort((one, other) => one.from - other.from),
  );
}

function listIn(text: string): ListText {
  const found = readBody(text, { from: 0, to: text.length }, []).find((block) => block.kind === 'list');
  if (found?.kind !== 'list') throw new Error('no list');
  return found;
}

function tableIn(text: string): TableText {
  const found = readBody(text, { from: 0, to: text.length }, []).find((block) => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table');
  return found;
}

const CHOICES = 'Le frein ?\n\n- [ ] Le pied {weight=-50}\n> Non :\n> trop tard.\n- [x] La main\n- [ ] Rien\n';

test('a list is read with boxes, words, braces and feedback', () => {
  const [first, second] = listIn(CHOICES).items;
  expect(first && [CHOICES.slice(first.words.from, first.words.to), first.isTicked, first.attributes.length]).toEqual([
    'Le pied',
    false,
    1,
  ]);
  expect(first?.feedback && CHOICES.slice(first.feedback.from, first.feedback.to)).toBe('> Non :\n> trop tard.');
  expect([second?.isTicked, second?.feedback]).toEqual([true, null]);
});

test('an item is changed, ticked, and gets feedback or loses it', () => {
  const [first, second] = listIn(CHOICES).items;
  if (!first || !second) throw new Error('no items');
  expect(apply(CHOICES, setItemWords(CHOICES, first, ' Le pied\ndroit '))).toBe(CHOICES.replace('Le pied', 'Le pied droit'));
  expect(apply(CHOICES, setTicked(first, true))).toBe(CHOICES.replace('- [ ] Le pied', '- [x] Le pied'));
  expect(apply(CHOICES, setFeedback(CHOICES, first, ''))).toBe(CHOICES.replace('> Non :\n> trop tard.\n', ''));
  expect(apply(CHOICES, setFeedback(CHOICES, second, 'Oui.\nEncore.'))).toBe(CHOICES.replace('La main', 'La main\n> Oui.\n> Encore.'));
});

test('items are added below, moved with their feedback, and removed with it', () => {
  const list = listIn(CHOICES);
  expect(apply(CHOICES, addItem(CHOICES, list, 0, 'Le klaxon'))).toBe(CHOICES.replace('trop tard.\n', 'trop tard.\n- [ ] Le klaxon\n'));
  expect(apply(CHOICES, moveItem(CHOICES, list, 0, 1))).toBe(
    'Le frein ?\n\n- [x] La main\n- [ ] Le pied {weight=-50}\n> Non :\n> trop tard.\n- [ ] Rien\n',
  );
  expect(apply(CHOICES, removeItem(CHOICES, list, 0))).toBe('Le frein ?\n\n- [x] La main\n- [ ] Rien\n');
  expect(apply(CHOICES, removeItem(CHOICES, list, 2))).toBe(CHOICES.replace('- [ ] Rien\n', ''));
  expect(moveItem(CHOICES, list, 2, 1)).toEqual([]);
});

test('numbers of a list stay in their order', () => {
  const text = '1. Un\n2. Deux\n> Oui\n3. Trois';
  const list = listIn(text);
  expect(apply(text, addItem(text, list, 0))).toBe('1. Un\n2. \n3. Deux\n> Oui\n4. Trois');
  expect(apply(text, moveItem(text, list, 1, 1))).toBe('1. Un\n2. Trois\n3. Deux\n> Oui');
  expect(apply(text, removeItem(text, list, 0))).toBe('1. Deux\n> Oui\n2. Trois');
});

test('nested items and what no form understands are kept apart', () => {
  const text = '- Centre\n  - Une branche\n    - Une feuille\n  - Une autre\n\n  Un paragraphe\n';
  const [centre] = listIn(text).items;
  expect(centre?.children.map(({ words }) => text.slice(words.from, words.to))).toEqual(['Une branche', 'Une autre']);
  const rest = centre?.children[1]?.rest;
  expect(rest && text.slice(rest.from, rest.to)).toBe('  Un paragraphe');
});

test('words never begin a block, a page or a directive', () => {
  expect(['# a', '- a', '1. a', '::: x', 'a {b}', '> a'].map(writtenLine)).toEqual([
    '\\# a',
    '\\- a',
    '1\\. a',
    '\\::: x',
    'a \\{b}',
    '\\> a',
  ]);
  expect(writtenText('a\n:::\n# b\n## c\n```\n# d', 'in-sections')).toBe('a\n\\:::\n\\# b\n\\## c\n\\```\n\\# d');
  expect(writtenText('```\n:::\n```\n\n## c', 'free')).toBe('```\n:::\n```\n\n## c');
});

const TABLE = '| A | B |\n|---|---|\n| un | deux |\n| trois | |\n';

test('cells, rows and columns of a table', () => {
  const table = tableIn(TABLE);
  const [, first, second] = table.rows;
  if (!first || !second) throw new Error('no rows');
  expect(apply(TABLE, setCell(TABLE, first, 1, 'x | y'))).toBe(TABLE.replace('deux', 'x \\| y'));
  expect(apply(TABLE, setCell(TABLE, second, 1, 'quatre'))).toBe(TABLE.replace('trois | |', 'trois | quatre |'));
  expect(apply(TABLE, addRow(table, 2))).toBe(`${TABLE}| | |\n`);
  expect(apply(TABLE, removeRow(table, 1))).toBe(TABLE.replace('| un | deux |\n', ''));
  expect(apply(TABLE, moveRow(TABLE, table, 2, -1))).toBe('| A | B |\n|---|---|\n| trois | |\n| un | deux |\n');
  expect(moveRow(TABLE, table, 1, -1)).toEqual([]);
  const wide = apply(TABLE, addColumn(TABLE, table));
  expect(tableIn(wide).rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
  expect(apply(wide, removeColumn(wide, tableIn(wide), 2))).toBe(TABLE);
  expect(tableIn(apply(TABLE, removeColumn(TABLE, table, 0))).rows.map(({ cells }) => cells.length)).toEqual([1, 1, 1]);
});

const SECTIONS = 'Avant.\n\n## Un | plus {icon=sun}\nTexte un.\n\n## Deux\n- a\n';

test('sections: title, second part, attribute, move, add, remove', () => {
  const { sections } = sectionsOf(readBody(SECTIONS, { from: 0, to: SECTIONS.length }, []));
  const [first, second] = sections;
  if (!first || !second) throw new Error('no sections');
  expect(apply(SECTIONS, setTitle(SECTIONS, first.heading, 'Uni | a'))).toBe(SECTIONS.replace('Un |', 'Uni \\| a |'));
  expect(apply(SECTIONS, setSecond(SECTIONS, first.heading, ''))).toBe(SECTIONS.replace(' | plus', ''));
  expect(apply(SECTIONS, setSecond(SECTIONS, second.heading, 'b'))).toBe(SECTIONS.replace('## Deux', '## Deux | b'));
  expect(apply(SECTIONS, setAttribute(SECTIONS, second.heading, 'icon', 'sun', ' '))).toBe(
    SECTIONS.replace('## Deux', '## Deux {icon=sun}'),
  );
  expect(apply(SECTIONS, setAttribute(SECTIONS, first.heading, 'icon', null, ' '))).toBe(SECTIONS.replace(' {icon=sun}', ''));
  expect(apply(SECTIONS, moveSection(SECTIONS, sections, 1, -1))).toBe('Avant.\n\n## Deux\n- a\n\n## Un | plus {icon=sun}\nTexte un.\n');
  expect(apply(SECTIONS, removeSection(SECTIONS, sections, 0))).toBe('Avant.\n\n## Deux\n- a\n');
  expect(apply(SECTIONS, removeSection(SECTIONS, sections, 1))).toBe('Avant.\n\n## Un | plus {icon=sun}\nTexte un.\n');
  expect(apply(SECTIONS, addSection(SECTIONS, second, '## Trois'))).toBe(`${SECTIONS.trimEnd()}\n\n## Trois\n`);
});

test('a text is added where there was none', () => {
  const text = ':::choice{#a}\n- [x] b\n:::\n';
  expect(apply(text, setLines(text, { from: 14, to: 14 }, 'Question ?', 'in-sections'))).toBe(
    ':::choice{#a}\nQuestion ?\n\n- [x] b\n:::\n',
  );
});

test.each([
  [':::choice\nx\n:::', 'points', '2', ':::choice{points=2}\nx\n:::'],
  [':::choice{#a shuffle}\nx\n:::', 'points', '2', ':::choice{#a shuffle points=2}\nx\n:::'],
  [':::choice{#a points="2" shuffle }\nx\n:::', 'points', '3', ':::choice{#a points=3 shuffle }\nx\n:::'],
  [':::choice{#a points="2" shuffle }\nx\n:::', 'points', null, ':::choice{#a shuffle }\nx\n:::'],
  [':::choice{points=2}\nx\n:::', 'points', null, ':::choice\nx\n:::'],
  [':::choice{#a}\nx\n:::', 'title', 'Dire « "oui" »', ':::choice{#a title="Dire « \\"oui\\" »"}\nx\n:::'],
  [':::choice{#a}\nx\n:::', 'shuffle', true, ':::choice{#a shuffle}\nx\n:::'],
] as const)('%s with %s=%s', (text, key, value, expected) => {
  const [directive] = outlineOf(text).directives;
  if (!directive) throw new Error('no directive');
  expect(apply(text, setAttribute(text, directive, key, value, ''))).toBe(expected);
});
