import { expect, test } from 'vitest';
import { readText } from '../../../helpers/read-text.ts';

const choice = (...lines: string[]): string => `:::choice{#rame}\nQuelle rame ?\n\n${lines.join('\n')}\n- [ ] La 3\n:::`;

test.each<[string, string[]]>([
  ['  » Elle part.', ['feedback-without-sign 5:3']],
  ['  → Elle part.', ['feedback-without-sign 5:3']],
  ['  => Elle part.', ['feedback-without-sign 5:3']],
  ['  --> Elle part.', ['feedback-without-sign 5:3']],
  ['  Bravo ! Elle part.', ['feedback-without-sign 5:3']],
  ['  Faux : elle reste.', ['feedback-without-sign 5:3']],
  ['  Right: it leaves.', ['feedback-without-sign 5:3']],
  ...'Oui Non Vrai Exact Presque Retour Yes No Wrong True False Feedback'
    .split(' ')
    .map((word): [string, string[]] => [`  ${word}\u00a0: elle part.`, ['feedback-without-sign 5:3']]),
  ['  › Elle part.', ['feedback-without-sign 5:3']],
  ['  ⇒ Elle part.', ['feedback-without-sign 5:3']],
  ['     → Elle part.', ['feedback-without-sign 5:6']],
  ['  » Elle dit « oui » et part.', []],
  ['  Sinon : elle part.', []],
  ['  Oui, elle part.', []],
  ['  et la 2', []],
  ['  > Elle part.', []],
])('below a choice: %s', (line, found) => {
  expect(readText(choice('- [x] La 1', line)).found).toEqual(found);
});

test('a quotation that goes on is none, and a further line is', () => {
  for (const first of ['Elle dit « oui', 'Elle dit «']) expect(readText(choice(`- [x] ${first}`, '  » et part')).found).toEqual([]);
  expect(readText(choice('- [x] La 1', '  et la 2', '  Exact : elles partent.')).found).toEqual(['feedback-without-sign 6:3']);
  expect(readText(choice('- [x] Exact : elles', '  partent.', '  Exact : elles partent.')).found).toEqual(['feedback-without-sign 6:3']);
});

test('the place is that of the line, even if the choice begins alike', () => {
  expect(readText(choice('- [x] Exact : elles', '  Exact : elles')).found).toEqual(['feedback-without-sign 5:3']);
});

test('of several lines of feedback the first is reported', () => {
  const { found, values } = readText(choice('- [x] La 1', '  Exact : elle part.', '  Bravo ! Elle part.'));
  expect([found, values]).toEqual([['feedback-without-sign 5:3'], { text: 'Exact : elle part.' }]);
});

test('the text is shown without its sign, at most forty characters', () => {
  for (const sign of ['=> ', '→', '--> ', '» ', '› ', '⇒', '    → '])
    expect(readText(choice('- [x] La 1', `  ${sign}Elle part.`)).values).toEqual({ text: 'Elle part.' });
  expect(readText(choice('- [x] La 1', '  Bravo ! 1 → 2')).values).toEqual({ text: 'Bravo ! 1 → 2' });
  expect(readText(choice('- [x] La 1', `  Bravo ! ${'Elle part. '.repeat(6)}`)).values).toEqual({
    text: `Bravo ! ${'Elle part. '.repeat(6)}`.slice(0, 40),
  });
});
