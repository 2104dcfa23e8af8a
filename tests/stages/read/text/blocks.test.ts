import { expect, it } from 'vitest';
import { htmlOf, readText } from '../../../helpers/read-text.ts';

/** The blocks of a directive around a text, which begins on line 2. */
const inside = (text: string) =>
  readText(`:::cards\n${text}\n:::`).blocks.flatMap((block) => (block.kind === 'directive' ? block.directive.body : []));

const itemsOf = (text: string) => inside(text).flatMap((block) => (block.kind === 'list' ? block.items : []));

it('reads a quotation directly below a line as its feedback, without the quotation around it', () => {
  const [near, apart] = itemsOf('- Le patin\n> Il *freine*.\n- La cloche\n\n  > Elle sonne.');
  expect(near?.feedback?.()).toBe('<p>Il <em>freine</em>.</p>');
  expect([near?.children.length, apart?.feedback]).toEqual([0, undefined]);
  const [inner] = itemsOf('- Le patin\n  > Il *freine*.\n\n  Un mot.');
  expect([inner?.feedback?.(), inner?.children.map(({ kind }) => kind)]).toEqual(['<p>Il <em>freine</em>.</p>', ['prose']]);
});

it('reads boxes, attributes and further blocks of a line', () => {
  const [ticked, open, bare] = itemsOf('- [x] Le patin {right points=2}\n- [ ] La cloche\n- Le quai\n  - Une voie');
  expect([ticked?.checked, open?.checked, bare?.checked]).toEqual([true, false, undefined]);
  expect(ticked?.attributes?.entries.map(({ key, value }) => [key, value])).toEqual([
    ['right', true],
    ['points', '2'],
  ]);
  expect(itemsOf('- [Le quai](#quai) {right}')[0]?.link?.page).toBe('quai');
  expect(itemsOf('- Le patin {}')[0]?.attributes).toMatchObject({ entries: [] });
  expect([ticked?.text, bare?.children.map(({ kind }) => kind)]).toEqual(['Le patin', ['list']]);
});

it('reads a heading with its level, its second part, and the position of its attributes', () => {
  const [heading] = inside('## Le *quai* | La voie {#quai icon=tram}');
  expect(heading).toMatchObject({
    kind: 'heading',
    level: 2,
    title: { text: 'Le quai', at: { line: 2, column: 1 } },
    second: { text: 'La voie' },
    at: { line: 2, column: 1 },
  });
  if (heading?.kind !== 'heading') throw new Error();
  expect([heading.attributes?.id, heading.attributes?.entries[0]?.at.column]).toEqual(['quai', 31]);
});

it('keeps the start of an ordered list', () => {
  const lists = readText('3. Freiner\n4. Sonner\n\nEt :\n\n- Rouler').blocks.flatMap((block) =>
    block.kind === 'list' ? [[block.ordered, block.start]] : [],
  );
  expect(lists).toEqual([
    [true, 3],
    [false, 1],
  ]);
});

it('recognises a paragraph that is only a picture, and gives it its size', () => {
  const [picture, text] = readText('![Le quai](quai.svg)\n\nVoir ![le quai](quai.svg) ici.').blocks;
  expect(picture?.kind === 'prose' && picture.picture).toEqual({ src: 'quai.svg', alt: 'Le quai' });
  expect(text?.kind === 'prose' && text.picture).toBeUndefined();
  for (const line of ['![Le quai](quai.svg) ici.', 'Un texte.'])
    expect(readText(line).blocks).toEqual([expect.not.objectContaining({ picture: expect.anything() })]);
  expect(htmlOf(readText('![Le quai](quai.svg)'))).toMatch(/width="40" height="30"/);
});

it('closes directives in their order, and reports those left open', () => {
  const { blocks, found } = readText(':::un\n:::deux\nTexte.\n:::\n:::\n\n::trois');
  const names = (list: typeof blocks): unknown[] =>
    list.flatMap((block) =>
      block.kind === 'directive' ? [[block.directive.name, block.directive.lastLine, names(block.directive.body)]] : [],
    );
  expect([found, names(blocks)]).toEqual([
    [],
    [
      ['un', 5, [['deux', 4, []]]],
      ['trois', 7, []],
    ],
  ]);
  expect(readText(':::un\nTexte.').found).toEqual(['unclosed-directive 1:1']);
  expect(readText('Texte.\n\n:::').found).toEqual(['nothing-to-close 3:1']);
});

it('gives pages inside an unclosed directive back to the session', () => {
  const { blocks, found, values } = readText('# A\n\n:::un\nTexte.\n\n# B\n\nFin.');
  expect([found, values]).toEqual([['unclosed-over-page 3:1'], { name: 'un', heading: 'B', line: 6 }]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'directive', 'heading', 'prose']);
});

it('reports directives nested deeper than twelve', () => {
  const nested = (depth: number): string => `${':::un\n'.repeat(depth)}Texte.\n${':::\n'.repeat(depth)}`;
  expect(readText(nested(12)).found).toEqual([]);
  expect(readText(nested(13)).found).toContain('too-deep 13:1');
});

it('finds where each block and each line of a list begins', () => {
  const blocks = inside('## Le quai\n\n> Une note.\n\n- Le patin\n- La cloche\n\n| a | b |\n|---|---|\n| c | d |');
  expect(blocks.map(({ kind, at }) => `${kind} ${at.line}:${at.column}`)).toEqual(['heading 2:1', 'quote 4:1', 'list 6:1', 'table 9:1']);
  expect(itemsOf('- Le patin\n- La cloche\n\n- Le quai').map(({ at }) => at.line)).toEqual([2, 3, 5]);
  const apart = ['  ## Le quai', '- Le patin\n\n  > Une note.', '  | a | b |\n  |---|---|'].map((text) => inside(text)[0]);
  const [heading, list, table] = apart;
  expect(
    [heading, list?.kind === 'list' && list.items[0]?.children[0], table].map((block) => block && [block.at.line, block.at.column]),
  ).toEqual([
    [2, 3],
    [4, 3],
    [2, 3],
  ]);
});

it('keeps what is marked in the feedback of a line, and that of the lines that follow', () => {
  const marksOf = (text: string) => inside(text).map((block) => [block.kind, (block.marks ?? []).map(({ kind }) => kind)]);
  expect(marksOf('- Le patin\n> Il [[freine]].\n- La cloche')).toEqual([['list', ['blank']]]);
  expect(marksOf('- Le patin\n> Il freine.\n- La [[cloche]]\n> Elle [[sonne]].')).toEqual([['list', ['blank', 'blank']]]);
  expect(marksOf('- La [[cloche]]\n- Le [[quai]]')).toEqual([['list', ['blank']]]);
  const [list] = inside('- Le patin\n> Il freine.\n- La [[cloche]]\n> Elle [[sonne]].');
  expect(list?.kind === 'list' && list.marks?.map(({ text, at }) => [text, at.line])).toEqual([
    ['cloche', 4],
    ['sonne', 5],
  ]);
});

it('joins the lines after a feedback to the list, but not those of another kind, nor after a blank line without one', () => {
  const shape = (text: string) => inside(text).map((block) => (block.kind === 'list' ? block.items.map((item) => item.text) : block.kind));
  expect(shape('- Le patin\n> Il freine.\n- La cloche\n> Elle sonne.\n- Le quai')).toEqual([['Le patin', 'La cloche', 'Le quai']]);
  expect(shape('- Le patin\n> Il freine.\n1. La cloche')).toEqual([['Le patin'], ['La cloche']]);
  expect(shape('- Le patin\n\nUn texte.\n\n- La cloche')).toEqual([['Le patin'], 'prose', ['La cloche']]);
  expect(shape('- Le patin\n> Il freine.\n\n> Une note.')).toEqual([['Le patin'], 'quote']);
  expect(shape('- Le patin\n\n> Une note.')).toEqual([['Le patin'], 'quote']);
  expect(itemsOf('- Le patin\n\n> Une note.')[0]?.feedback).toBeUndefined();
  expect(shape('- Le patin\n> Il freine.\n<!-- note -->\n> Une note.')).toEqual([['Le patin'], 'quote']);
  expect(shape('- Le patin\n> Il freine.\n\nUn texte.\n\n- La cloche')).toEqual([['Le patin'], 'prose', ['La cloche']]);
});

it('shows a list with the feedback and the lines that were joined to it, in their order', () => {
  const [list] = inside('- Le patin\n> Il freine.\n- La cloche');
  expect(list?.kind === 'list' && list.html()).toMatch(/Le patin[\s\S]*Il freine[\s\S]*La cloche/);
  const [blanks] = inside('- La [[cloche]]\n> Elle [[sonne]].');
  expect(blanks?.kind === 'list' && blanks.html((content) => `<i>${content}</i>`)).toMatch(/<i>cloche<\/i>[\s\S]*<i>sonne<\/i>/);
});

it('looks for feedback without its sign below each choice, ticked or not', () => {
  const choices = '- [ ] La 1\n  Faux : elle reste.\n- [x] La 2\n  Vrai : elle part.\n- La 3\n  Faux : une voie.';
  expect(readText(`:::choice{#rame}\n${choices}\n:::`).found).toEqual(['feedback-without-sign 3:3', 'feedback-without-sign 5:3']);
});

it('gives code its text, and leaves out comments below a line', () => {
  const [code] = readText('```\nfrein = 3\n```').blocks;
  expect(code?.kind === 'prose' && code.text).toBe('frein = 3');
  expect(itemsOf('- Le quai\n\n  <!-- note -->\n\n  Fin.')[0]?.children.map(({ kind }) => kind)).toEqual(['prose']);
  expect(itemsOf('- - Le patin')[0]).toMatchObject({ text: '', source: '', children: [{ kind: 'list' }] });
  expect(itemsOf('- ## Le quai')[0]).toMatchObject({ text: '', source: '', children: [{ kind: 'heading' }] });
  expect(itemsOf('-\n- Le quai').map(({ text }) => text)).toEqual(['', 'Le quai']);
});

it('reads an alert as a text of its own, below a line as its feedback', () => {
  expect(readText('> [!NOTE]\n> Une note.').blocks.map(({ kind }) => kind)).toEqual(['prose']);
  expect(readText('> Une note.').blocks.map(({ kind }) => kind)).toEqual(['quote']);
  const [item] = itemsOf('- Le patin\n> [!NOTE]\n> Il freine.');
  expect(item?.feedback?.()).toMatch(/<div[^>]*>[\s\S]*Il freine[\s\S]*<\/div>/);
});

it('says of a quotation whether it touches the line above', () => {
  const touching = (text: string) => inside(text).flatMap((block) => (block.kind === 'quote' ? [block.touching] : []));
  expect([touching('Un texte.\n> Une note.'), touching('Un texte.\n\n> Une note.')]).toEqual([[true], [false]]);
});

it('keeps the text of a line as it is written, and the words of a quotation', () => {
  expect(itemsOf('- [x] Le *patin* {right}\n- La **cloche**').map(({ source }) => source)).toEqual(['Le *patin*', 'La **cloche**']);
  const [quote] = inside('> Une *note*.\n>\n> Une autre.');
  expect(quote).toMatchObject({ kind: 'quote', text: 'Une note.Une autre.', touching: true });
  expect(quote?.kind === 'quote' && 'isAlert' in quote).toBe(false);
});

it('keeps what is marked in an alert, and its place', () => {
  const [alert] = inside('Un.\n\n> [!NOTE]\n> Une [[note]].');
  const [, prose] = inside('Un.\n\n> [!NOTE]\n> Une [[note]].');
  expect([alert?.kind, prose]).toMatchObject([
    'prose',
    { kind: 'prose', text: '', at: { line: 4, column: 1 }, marks: [{ kind: 'blank', text: 'note' }] },
  ]);
});

it('leaves lists with other signs apart, and takes no second feedback for a line', () => {
  const shape = (text: string) => inside(text).map((block) => (block.kind === 'list' ? block.items.map((item) => item.text) : block.kind));
  expect(shape('- Le patin\n* La cloche')).toEqual([['Le patin'], ['La cloche']]);
  const [item] = itemsOf('- Le patin\n  > Il freine.\n\n> Une note.');
  expect([item?.feedback?.(), shape('- Le patin\n  > Il freine.\n\n> Une note.')]).toEqual(['<p>Il freine.</p>', [['Le patin'], 'quote']]);
});
