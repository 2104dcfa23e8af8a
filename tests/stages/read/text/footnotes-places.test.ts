import { expect, test } from 'vitest';
import { htmlOf, readText } from '../../../helpers/read-text.ts';

test.each<[string, string, string[]]>([
  ['a missing note behind brackets', 'Un [quai], un patin[^1].', ['footnote 1:20']],
  ['a note written twice that nothing refers to', '[^1]: Un.\n[^1]: Deux.', ['footnote-twice 2:1', 'footnote-unused 1:1']],
  ['one of two that nothing refers to', 'Un[^1].\n\n[^1]: Un.\n[^2]: Deux.', ['footnote-unused 4:1']],
  ['a reference in another note', 'Le[^1] patin[^2].\n\n[^1]: Il frotte[^2].\n[^2]: Il freine.', ['footnote-place 3:1']],
])('%s is reported at its place', (_, text, found) => {
  expect(readText(text).found.filter((one) => one.startsWith('footnote'))).toEqual(found);
});

test('the mark is that of the reference', () => {
  expect(readText('Le[^1] patin[^2].\n\n[^1]: Il frotte[^2].\n[^2]: Il freine.').values).toEqual({ mark: '[^2]' });
  expect(readText('Un[^1].\n\n[^1]: Un.\n[^2]: Deux.').values).toEqual({ mark: '[^2]' });
});

test('spaces behind the name of a note make it no code', () => {
  const html = htmlOf(readText('Un[^1].\n\n[^1]:      Il frotte.'));
  expect([html.includes('<p>Il frotte.</p>'), html.includes('<pre')]).toEqual([true, false]);
});

test('of more than a hundred references to a note, the first hundred show it', () => {
  const { blocks, ...rest } = readText(`${'Un[^1].\n\n'.repeat(102)}[^1]: Il frotte.`);
  expect(htmlOf({ blocks, ...rest }).match(/Il frotte/g)).toHaveLength(100);
});
