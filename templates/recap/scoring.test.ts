import { expect, it } from 'vitest';
import { largest, proofIn, slots } from './scoring.ts';

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
