import { describe, expect, test } from 'vitest';
import { readBody, sectionsOf } from '../../../build/studio/text/edit-body.ts';
import type { BlockText } from '../../../build/studio/text/edit-parts.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { blocksIn, sectionsIn, tableIn, wordsOf } from '../../helpers/body-text.ts';

/** Kinds of the blocks with their text. */
const kindsIn = (text: string): string[] => blocksIn(text).map((block) => `${block.kind}: ${wordsOf(text, block)}`);

describe('blocks', () => {
  test.each([
    ['Un\ndeux\n\nTrois', ['words: Un\ndeux', 'words: Trois']],
    ['Un\n## Deux\nTrois', ['words: Un', 'heading: ## Deux', 'words: Trois']],
    ['##\nUn', ['heading: ##', 'words: Un']],
    ['##Un\n### Deux', ['words: ##Un\n### Deux']],
    ['Un\n- a\n- b', ['words: Un', 'list: - a\n- b']],
    ['Un\n1. a', ['words: Un', 'list: 1. a']],
    ['Un\n1) a', ['words: Un', 'list: 1) a']],
    ['Un\n* a', ['words: Un', 'list: * a']],
    ['Un\n+ a', ['words: Un', 'list: + a']],
    ['Un\n- ', ['words: Un', 'list: - ']],
    ['Un\n-a', ['words: Un\n-a']],
    ['Un\n2. a', ['words: Un\n2. a']],
    ['Un\n2) a', ['words: Un\n2) a']],
    ['Un\n::figure\nDeux', ['words: Un', 'directive: ::figure', 'words: Deux']],
    ['Un\n  :::tip\nx\n\n  :::\nDeux', ['words: Un', 'directive:   :::tip\nx\n\n  :::', 'words: Deux']],
    ['Un\n```\n- a\n\n## b\n```\nDeux', ['words: Un', 'words: ```\n- a\n\n## b\n```', 'words: Deux']],
    ['~~~\na\n```\n~~~', ['words: ~~~\na\n```\n~~~']],
    ['```\na', ['words: ```\na']],
    ['Un\n  ```\n- a\n  ```\nDeux', ['words: Un', 'words:   ```\n- a\n  ```', 'words: Deux']],
    ['A | B\n:--|--', ['table: A | B\n:--|--']],
    ['| A |\n|:-:|', ['table: | A |\n|:-:|']],
    ['| A |\n|---|\n| a |\nUn', ['table: | A |\n|---|\n| a |', 'words: Un']],
    ['A | B\n--|:-:', ['table: A | B\n--|:-:']],
    ['Un\n\n| A |\n|---|\n| a |', ['words: Un', 'table: | A |\n|---|\n| a |']],
    ['| A |\n|---|\nUn', ['table: | A |\n|---|', 'words: Un']],
    ['A | B\n---|x', ['words: A | B\n---|x']],
    ['| A |\n---', ['words: | A |\n---']],
    ['A\n|---|', ['words: A\n|---|']],
    ['| A |\n| B |', ['words: | A |\n| B |']],
    ['![Un](a.png)\nDeux', ['picture: ![Un](a.png)', 'words: Deux']],
    ['![Un](a.png "Titre"){width=2}  ', ['picture: ![Un](a.png "Titre"){width=2}  ']],
    ['![Un](a.png "")', ['picture: ![Un](a.png "")']],
    ['Un\n  \nDeux', ['words: Un', 'words: Deux']],
    ['![Un](a.png) mot', ['words: ![Un](a.png) mot']],
    [' \n\n', []],
  ])('%j has %j', (text, expected) => {
    expect(kindsIn(text)).toEqual(expected);
  });

  test('a body is read from its own lines only, with the directives in it', () => {
    const text = ':::quiz{#q}\nAvant.\n\n:::choice{#a}\n- [x] a\n:::\n\nAprès.\n:::\n\nDehors.';
    const [quiz] = outlineOf(text).directives;
    const blocks = readBody(text, quiz?.body ?? { from: 0, to: 0 }, quiz?.children ?? []);
    expect(blocks.map(({ kind }) => kind)).toEqual(['words', 'directive', 'words']);
    expect(blocks.map((block) => block.kind === 'directive' && block.directive.id)).toEqual([false, 'a', false]);
    expect(wordsOf(text, blocks[2])).toBe('Après.');
  });

  test('a picture has its words and its file', () => {
    const text = 'Un :\n\n![a](a) b](a/b.png)\n![a \\] b](c.png "a")';
    const pictures = blocksIn(text.replace('![a](a) b](a/b.png)\n', '![](a/b.png)\n'));
    const shown = text.replace('![a](a) b](a/b.png)\n', '![](a/b.png)\n');
    const parts = pictures.flatMap((block) => (block.kind === 'picture' ? [[wordsOf(shown, block.alt), wordsOf(shown, block.src)]] : []));
    expect(parts).toEqual([
      ['', 'a/b.png'],
      ['a \\] b', 'c.png'],
    ]);
  });
});

test.each([
  ['![](a.png)', '', 'a.png'],
  ['![a]()', 'a', ''],
  ['![x](x)', 'x', 'x'],
  ['![a \\](b](c.png)', 'a \\](b', 'c.png'],
  ['![a\\](](c.png)', 'a\\](', 'c.png'],
])('the picture %s has the words « %s » and the file « %s »', (text, alt, src) => {
  const [picture] = blocksIn(text);
  expect(picture?.kind === 'picture' && [wordsOf(text, picture.alt), wordsOf(text, picture.src)]).toEqual([alt, src]);
});

describe('headings', () => {
  const parts = (text: string): (string | null)[] => {
    const [heading] = blocksIn(text);
    if (heading?.kind !== 'heading') throw new Error('no heading');
    return [wordsOf(text, heading.title), wordsOf(text, heading.second), wordsOf(text, heading.braces), heading.id];
  };

  test.each([
    ['## Un | plus {#u icon=sun}', ['Un', 'plus', '{#u icon=sun}', 'u']],
    ['##\tUn', ['Un', null, '', '']],
    ['## Un \\| deux|trois', ['Un \\| deux', 'trois', '', '']],
    ['## Un | deux | trois', ['Un', 'deux | trois', '', '']],
    ['## | deux', ['', 'deux', '', '']],
    ['## {icon=sun}', ['', null, '{icon=sun}', '']],
    ['##', ['', null, '', '']],
  ])('%j has %j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test('the attributes of a heading have their places', () => {
    const text = '## Un {#u icon=sun}';
    const [heading] = blocksIn(text);
    const attributes = heading?.kind === 'heading' ? heading.attributes : [];
    expect(attributes.map((one) => [one.key, one.value, wordsOf(text, one)])).toEqual([
      ['id', 'u', '#u'],
      ['icon', 'sun', 'icon=sun'],
    ]);
  });

  test('sections are what stands below each; the rest is before them', () => {
    const text = 'Avant.\n\n## Un\nTexte.\n\n- a\n\n## Deux\n\n## Trois\nFin.\n';
    const { before, sections } = sectionsOf(blocksIn(text));
    expect(before.map((block: BlockText) => wordsOf(text, block))).toEqual(['Avant.']);
    expect(sections.map((section) => wordsOf(text, section))).toEqual(['## Un\nTexte.\n\n- a', '## Deux', '## Trois\nFin.']);
    expect(sections.map(({ blocks }) => blocks.length)).toEqual([2, 0, 1]);
    expect(sections.map(({ heading }) => wordsOf(text, heading.title))).toEqual(['Un', 'Deux', 'Trois']);
    expect(sectionsIn('Un.\n\n- a')).toEqual([]);
    expect(sectionsIn('## Un\nx\n\n## Deux').map(({ blocks }) => blocks.length)).toEqual([1, 0]);
    expect(sectionsOf(blocksIn('## Un\nx')).before).toEqual([]);
    expect(sectionsOf(blocksIn('Un.\n\n- a')).before).toHaveLength(2);
  });
});

describe('tables', () => {
  test.each([
    ['| un | deux |', ['un', 'deux']],
    ['un | deux', ['un', 'deux']],
    ['| un | deux', ['un', 'deux']],
    ['un | deux |', ['un', 'deux']],
    ['|un||', ['un', '']],
    ['| \\| | a \\| b |', ['\\|', 'a \\| b']],
    ['|', ['']],
    ['| |', [' ']],
    ['  | un |  ', ['un']],
    ['un |', ['un']],
    ['| un un |', ['un un']],
  ])('the cells of %j are %j', (row, expected) => {
    const text = `| A | B |\n|---|---|\n${row}`;
    expect(tableIn(text).rows[1]?.cells.map((cell) => wordsOf(text, cell))).toEqual(expected);
  });

  test('the rule is no row', () => {
    const text = '| A |\n|---|\n| a |\n| b |\n';
    const { rows, rule } = tableIn(text);
    expect([wordsOf(text, rule), ...rows.map((row) => wordsOf(text, row))]).toEqual(['|---|', '| A |', '| a |', '| b |']);
  });
});
