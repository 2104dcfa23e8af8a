import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxIn, bracesIn, marksIn, pictureIn } from '../../../build/studio/editor/marks.ts';

/** Lists marks as `kind content`. */
const marks = (line: string): string[] => marksIn(line).map(({ kind, from, to }) => `${kind} ${line.slice(from, to)}`);

test('marks are found with their content', () => {
  expect(marks('A **strong** and *weak* _word_, ~~gone~~, `**code**`.')).toEqual([
    'strong strong',
    'emphasis weak',
    'emphasis word',
    'struck gone',
    'code **code**',
  ]);
  expect(marks('See [the *loud* page](#loud), {{contact}}, [[brake]] and :term[bogie]{def="A frame"}.')).toEqual([
    'link the *loud* page',
    'emphasis loud',
    'variable contact',
    'blank brake',
    'term bogie',
  ]);
});

test('what only looks like a mark is left', () => {
  expect(marks('2 * 3 * 4, snake_case_name, \\*no\\*, ** no **, ![alt](a.svg)')).toEqual([]);
});

test('signs of any line lie around their content, and marks never cross', () => {
  const piece = fc.constantFrom('**', '*', '_', '`', '[', '](#a)', '[[', ']]', '{{', '}}', '~~', 'mot', ' ', 'é', ':term[', ']{def="x"}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const line = pieces.join('');
      const found = marksIn(line);
      for (const { from, to, signs } of found) {
        expect(signs.flatMap((sign) => [sign.from, sign.to])).toEqual([expect.any(Number), from, to, expect.any(Number)]);
        expect(from).toBeLessThan(to);
        expect(signs[1]?.to).toBeLessThanOrEqual(line.length);
      }
      const wholes = found.map(({ signs }) => [signs[0]?.from ?? 0, signs[1]?.to ?? 0] as const);
      for (const [a, b] of wholes) for (const [c, d] of wholes) expect(a < c && c < b && b < d).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('boxes, pictures and braces of titles are read', () => {
  expect(boxIn('- [x] Yes')).toEqual({ from: 0, to: 6, isTicked: true, sign: 3 });
  expect(boxIn('  1. [ ] Yes')).toEqual({ from: 0, to: 9, isTicked: false, sign: 6 });
  expect(boxIn('- [y] No')).toBeUndefined();
  expect(boxIn('[x] No')).toBeUndefined();
  expect(boxIn(') [x] No')).toBeUndefined();
  expect(pictureIn('![A tram](assets/tram.svg)')).toEqual({ alt: 'A tram', address: 'assets/tram.svg' });
  expect(pictureIn('![](<assets/a tram.svg>) ')).toEqual({ alt: '', address: 'assets/a tram.svg' });
  expect(pictureIn('See ![A tram](assets/tram.svg)')).toBeUndefined();
  expect(bracesIn('# Title {#id icon=door}')).toEqual({ from: 7, to: 23 });
  expect(bracesIn('# Title')).toBeUndefined();
});

test.each([
  [':term[bogie]{}', ['term bogie']],
  [':lang[bogie]{lang=en}', ['term bogie']],
  [':term[bogie]', []],
  [':word[bogie]{}', []],
  ['[a]()', ['link a']],
  ['[a](<b c>)', ['link a']],
  ['[a](<>)', ['link a']],
  ['[a](b c)', []],
  ['![a](b)', []],
  // Drawn as two pieces of code once, with a sign of Markdown between them.
  ['``a `b` c``', ['code a `b` c']],
  ['`a``b`', ['code a``b']],
  ['``a`', []],
  ['**a *b* c**', ['strong a *b* c', 'emphasis b']],
  ['** a**', []],
  ['**a **', []],
  ['~~a~~', ['struck a']],
  ['~~ a~~', []],
  ['~~a ~~', []],
  ['*a *', []],
  ['**a*', []],
  ['_a _', []],
  ['[`a`](b)', ['link `a`', 'code a']],
  ['**a `*b*` c**', ['strong a `*b*` c', 'code *b*']],
  ['**[a](b)**', ['strong [a](b)', 'link a']],
  ['a_b_', []],
  ['_a_b', []],
  ['é_b_', []],
  ['\\_b_', []],
  ['{{a b}}', []],
  ['**a**', ['strong a']],
  ['a *b*', ['emphasis b']],
  ['*a* *b*', ['emphasis a', 'emphasis b']],
  ['**a****b**', ['strong a', 'strong b']],
  ['[a](b)[c](d)', ['link a', 'link c']],
  ['`a` `b`', ['code a', 'code b']],
  ['', []],
  ['{{a-b}}', ['variable a-b']],
  ['[[]]', []],
  ['`*a*` *b*', ['code *a*', 'emphasis b']],
])('in %j the marks are %j', (line, expected) => {
  expect(marks(line)).toEqual(expected);
});

test.each([
  ['* [X] Oui', { from: 0, to: 6, isTicked: true, sign: 3 }],
  ['+ [ ]', { from: 0, to: 5, isTicked: false, sign: 3 }],
  ['12) [x]\tOui', { from: 0, to: 8, isTicked: true, sign: 5 }],
  ['- [x]Oui', undefined],
  ['-[x] Oui', undefined],
  ['Oui - [x] Oui', undefined],
])('the box of %j is %j', (line, box) => {
  expect(boxIn(line)).toEqual(box);
});

test.each([
  ['![a](b)\t', { alt: 'a', address: 'b' }],
  ['![a](b) c', undefined],
  ['![a]()', undefined],
  ['![a](<>)', undefined],
  ['![a](b c)', undefined],
  ['[a](b)', undefined],
])('the picture of %j is %j', (line, picture) => {
  expect(pictureIn(line)).toEqual(picture);
});

test('braces have the blank before them, not the one behind, and stand at the end', () => {
  expect([bracesIn('# A \t{#a}  '), bracesIn('# A{#a}'), bracesIn('# A {#a} b'), bracesIn('# A {}')]).toEqual([
    { from: 3, to: 9 },
    { from: 3, to: 7 },
    undefined,
    { from: 3, to: 6 },
  ]);
});
