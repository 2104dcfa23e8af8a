import { expect, test } from 'vitest';
import { readText } from '../../../helpers/read-text.ts';

const marks = (text: string): string[] =>
  readText(text).blocks.flatMap((block) =>
    block.kind === 'directive'
      ? []
      : (block.marks ?? []).map(({ kind, text: inner, at }) => `${kind} ${inner} ${at.line}:${at.column}`.replace('  ', ' ')),
  );

test.each<[string, string, string[]]>([
  ['no mark', 'Une rame.', []],
  ['a box', '- [x] une rame', ['box 1:3']],
  ['an empty box', '- une voie\n- [ ] une rame', ['box 2:3']],
  ['the first of each kind', '- [x] une [[rame]]\n- [ ] une [[voie]]', ['box 1:3', 'blank rame 1:11']],
  ['a box without a text', '- [x]', ['box 1:3']],
  ['a box behind a box is text', '- [x] [ ] une rame', ['box 1:3']],
  ['an empty box of LiaScript', '[[ ]] une rame', ['double-box 1:1']],
  ['a box outside a list is text', '[x] une rame', []],
  ['a box in a quotation', '> - [X] une rame', ['quoted-box 1:5']],
  ['a bracket without a space is no box', '> - [x](#quai)', []],
  ['a blank', 'Une rame [[part]] ici.', ['blank part 1:10']],
  ['a blank at the start of a line', '[[part]]', ['blank part 1:1']],
  ['a box of LiaScript', '[[x]] une rame', ['double-box x 1:1']],
  ['one after a line end', 'Quelle rame ?\n[[X]] une rame', ['double-box X 2:1']],
  ['one after a hard line end', 'Quelle rame ?\\\n[[X]] une rame', ['double-box X 2:1']],
  ['an `x` in a sentence is a blank', 'La lettre [[x]].', ['blank x 1:11']],
  ['the first of two in a line', '[[part]] ou [[x]]', ['blank part 1:1']],
  ['one after a line end behind bold words', '**La**\n[[x]] une', ['double-box x 2:1']],
  ['one behind something other than text', '**La** [[x]].', ['blank x 1:8']],
  ['a cell: the line of its row', '| a | b |\n|---|---|\n| c | d |\n| e | [[f]] |', ['blank f 4:7']],
  ['a cell below the same blank', 'Un [[f]].\n\n| a |\n|---|\n| [[f]] |', ['blank f 1:4', 'blank f 5:3']],
  ['a box of LiaScript in a cell', '| [[a]] |\n|---|\n| [[x]] |', ['blank a 1:3', 'double-box x 3:3']],
])('%s', (_, text, expected) => {
  expect(marks(text)).toEqual(expected);
});

test('the second part of a heading counts, if the first has none', () => {
  const marksOf = (line: string) => {
    const [block] = readText(`:::cards\n${line}\n:::`).blocks;
    const [heading] = block?.kind === 'directive' ? block.directive.body : [];
    return heading?.kind === 'heading' ? heading.marks?.map(({ kind, text, at }) => [kind, text, at.line, at.column]) : undefined;
  };
  expect(marksOf('## Une rame | [[part]]')).toEqual([['blank', 'part', 2, 15]]);
  expect(marksOf('## [[x]] une rame | [[part]]')).toEqual([['double-box', 'x', 2, 4]]);
});
