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
});

it('reads boxes, attributes and further blocks of a line', () => {
  const [ticked, open, bare] = itemsOf('- [x] Le patin {right points=2}\n- [ ] La cloche\n- Le quai\n  - Une voie');
  expect([ticked?.checked, open?.checked, bare?.checked]).toEqual([true, false, undefined]);
  expect(ticked?.attributes?.entries.map(({ key, value }) => [key, value])).toEqual([
    ['right', true],
    ['points', '2'],
  ]);
  expect([ticked?.text, bare?.children.map(({ kind }) => kind)]).toEqual(['Le patin', ['list']]);
});

it('reads a heading with its level, its second part, and the position of its attributes', () => {
  const [heading] = inside('## Le *quai* | La voie {#quai icon=tram}');
  expect(heading).toMatchObject({
    kind: 'heading',
    level: 2,
    title: { text: 'Le quai' },
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
