import { expect, test } from 'vitest';
import { type CardLine, cardLines } from '../../../build/studio/editor/cards.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';

/** Describes lines in a text: `2 head quiz>choice of choice`. */
function described(...lines: readonly string[]): string[] {
  const name = ({ around, role, own }: CardLine): string =>
    [role, around.map((one) => one.name).join('>'), ...(own ? [`of ${own.name}`] : [])].join(' ');
  return [...cardLines(outlineOf(lines.join('\n')))].sort(([one], [other]) => one - other).map(([line, card]) => `${line} ${name(card)}`);
}

test('a directive has a head, a body and an end; lines around it are in no card', () => {
  expect(described('# Four {#four}', '', ':::choice{#bois}', 'Du bois ?', '- [x] Oui', ':::', 'Fin.')).toEqual([
    '3 head choice of choice',
    '4 body choice',
    '5 body choice',
    '6 end choice of choice',
  ]);
});

test('a directive inside another one is in both, from the outermost', () => {
  expect(described('# Four {#four}', ':::quiz{#fin}', 'Deux.', ':::choice{#bois}', 'Du bois ?', ':::', 'Et.', ':::')).toEqual([
    '2 head quiz of quiz',
    '3 body quiz',
    '4 head quiz>choice of choice',
    '5 body quiz>choice',
    '6 end quiz>choice of choice',
    '7 body quiz',
    '8 end quiz of quiz',
  ]);
});

test('a directive without a body is a head alone', () => {
  expect(described('# Four {#four}', '::video{src=pain.mp4}', 'Fin.')).toEqual(['2 head video of video']);
});

test('one that is not closed has no end, even if it is one line', () => {
  expect(described('# Four {#four}', ':::choice{#bois}', 'Du bois ?')).toEqual(['2 head choice of choice', '3 body choice']);
  expect(described(':::choice{#bois}')).toEqual(['1 head choice of choice']);
});

test('one that is closed at once has a head and an end', () => {
  expect(described(':::trainer', ':::')).toEqual(['1 head trainer of trainer', '2 end trainer of trainer']);
});

test('directives before the first page are cards, too', () => {
  expect(described(':::trainer', ':::', '# Four {#four}', '::video{src=a.mp4}')).toEqual([
    '1 head trainer of trainer',
    '2 end trainer of trainer',
    '4 head video of video',
  ]);
});
