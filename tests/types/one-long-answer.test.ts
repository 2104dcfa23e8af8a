import { expect, test } from 'vitest';
import { oneLongAnswer } from '../../build/types/one-long-answer.ts';

test.each<[string[], object | null]>([
  [['sable; le sable ;du sable'], { answer: 'sable; le sable ;du sable', fit: 'sable / le sable / du sable' }],
  [['sable;gravier'], { answer: 'sable;gravier', fit: 'sable / gravier' }],
  [['sable'], null],
  [['sable;'], null],
  [['a;b', 'c'], null],
  [[], null],
])('%j', (answers, found) => {
  expect(oneLongAnswer(answers)).toEqual(found);
});
