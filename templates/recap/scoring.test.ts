import { expect, it } from 'vitest';
import { largest, proofIn } from './scoring.ts';

it('reads the proof of a field as text; its largest answer has none, because proofs are measured apart', () => {
  const answer = { a: 'Une bulle', b: 3 } as never;
  expect(['a', 'b', 'c'].map((token) => proofIn(answer, { token }))).toEqual(['Une bulle', '', '']);
  expect(proofIn(null, { token: 'a' })).toBe('');
  expect(largest()).toEqual({});
});
