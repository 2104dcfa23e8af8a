import { expect, test } from 'vitest';
import { verdictOf } from '../../../build/results/join/decode-answer.ts';
import type { Question } from '../../../build/results/model.ts';

test('a typed answer fits an accepted one with stars, if the LMS gives no result', () => {
  const question = { kind: 'typed', right: ['fusible*', 'sablière'], near: new Map(), far: new Map() } as unknown as Question;
  const verdicts = ['Fusibles', 'sablière', 'frein'].map((text) => verdictOf(question, text, undefined));
  expect(verdicts).toEqual(['right', 'right', 'wrong']);
  // What the LMS says counts first: the answer may be worth only a part.
  expect(verdictOf(question, 'fusibles', 'incorrect')).toBe('wrong');
});
