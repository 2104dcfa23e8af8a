import { expect, it } from 'vitest';
import { rankOf } from '../../../src/model/course/levels.ts';

const options = {
  items: [
    { token: 'a', text: 'Freiner' },
    { token: 'b', text: 'Sonner' },
  ],
  levels: [
    { token: 'x', text: 'non' },
    { token: 'y', text: 'oui' },
  ],
};
const levels = [{ text: 'jamais' }, { text: 'non' }, { text: 'oui' }];

it('finds the level of a line by its text, in another scale, too', () => {
  expect(rankOf({ options, answer: { levels: { a: 'y', b: 'x' } } as never }, 'Freiner', levels)).toBe(2);
  expect(rankOf({ options, answer: { levels: { a: 'y', b: 'x' } } as never }, 'Sonner', levels)).toBe(1);
});

it('knows none without an answer, of another line, or of a level that is gone', () => {
  const answer = { levels: { a: 'z' } } as never;
  expect([
    rankOf(undefined, 'Freiner', levels),
    rankOf({ options, answer }, 'Freiner', levels),
    rankOf({ options, answer }, 'Rouler', levels),
    rankOf({ options, answer: null }, 'Freiner', levels),
  ]).toEqual([-1, -1, -1, -1]);
});

it('counts levels from 0, and knows none that the other scale lacks', () => {
  const answer = { levels: { a: 'y', b: 'x' } } as never;
  expect(['Freiner', 'Sonner'].map((line) => rankOf({ options, answer }, line, [{ text: 'oui' }, { text: 'oui' }]))).toEqual([0, -1]);
  expect(rankOf({ options: undefined, answer }, 'Freiner', levels)).toBe(-1);
});

it('is no level whose text only begins like the answer, or goes on', () => {
  const answer = { levels: { a: 'y' } } as never;
  const alike = [{ text: 'ou' }, { text: 'oui, souvent' }, { text: 'Oui' }, { text: 'oui' }];
  expect([rankOf({ options, answer }, 'Freiner', alike), rankOf({ options, answer }, 'Frein', alike)]).toEqual([3, -1]);
  const items = [{ token: 'c', text: 'Frein' }, ...options.items];
  expect(rankOf({ options: { ...options, items }, answer }, 'Freiner', levels)).toBe(2);
});

it('takes the first of two lines or levels with the same text', () => {
  const twice = { items: [...options.items, { token: 'c', text: 'Freiner' }], levels: options.levels };
  const answer = { levels: { a: 'y', c: 'x' } } as never;
  expect(rankOf({ options: twice, answer }, 'Freiner', [...levels, { text: 'oui' }])).toBe(2);
});
