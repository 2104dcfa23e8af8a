import { expect, it } from 'vitest';
import { largest, proofIn, report, score, slots } from './scoring.ts';

it('reads the proof of a field as text; its largest answer has none, because proofs are measured apart', () => {
  const answer = { a: 'Une bulle', b: 3 } as never;
  expect(['a', 'b', 'c'].map((token) => proofIn(answer, { token }))).toEqual(['Une bulle', '', '']);
  expect(proofIn(null, { token: 'a' })).toBe('');
  expect(largest()).toEqual({});
});

it('names each proof in 250 characters', () => {
  const fields = [250, 251].map((length) => ({ token: 'a', pair: 0, text: 'é'.repeat(length), maxCharacters: 40 }));
  expect(slots({ fields } as never).map(({ text }) => text)).toEqual(['é'.repeat(250), 'é'.repeat(250)]);
});

it('has nothing to report without fields', () => {
  expect([slots({} as never), report({} as never, { a: 'Une bulle' })]).toEqual([[], []]);
});

it('is done as a whole, and reports the proofs that were begun', () => {
  const fields = ['a', 'b', 'c'].map((token) => ({ token, pair: 0, text: 'Pétrir', maxCharacters: 40 }));
  expect([score({} as never, {}), score({} as never, null)]).toEqual([
    { ratio: 1, parts: {} },
    { ratio: 0, parts: {} },
  ]);
  expect(report({ fields } as never, { a: 'Une bulle', c: '' })).toEqual(
    [
      ['a', 'Une bulle'],
      ['c', ''],
    ].map(([part, text]) => ({ part, response: { type: 'long-fill-in', text }, result: 'neutral' })),
  );
});
