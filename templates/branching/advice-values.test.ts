import { expect, it } from 'vitest';
import { follow, solve } from './scoring.ts';
import type { Options } from './type.ts';

const to = (token: string, target: string, more: object = {}) => ({ token, text: token, to: target, ...more });

it('knows the values at the beginning', () => {
  const story: Options = {
    seenBy: 'trainer',
    state: { pain: 2 },
    scenes: [
      { token: 'a', text: 'Le four', choices: [to('b', 'y', { needs: [['pain', '>=', 2]] }), to('c', 'z')] },
      { token: 'y', text: 'Vendu', ending: 'good', choices: [] },
      { token: 'z', text: 'Perdu', ending: 'bad', choices: [] },
    ],
  };
  expect(solve(story)).toEqual(['b']);
  expect(solve({ ...story, state: { pain: 1 } })).toEqual(['c']);
});

it('goes on after a situation that it has met before', () => {
  const story: Options = {
    seenBy: 'trainer',
    state: {},
    scenes: [
      { token: 'a', text: 'Le four', choices: [to('b', 'a'), to('c', 'm')] },
      { token: 'm', text: 'La porte', choices: [to('d', 'a'), to('e', 'n')] },
      { token: 'n', text: 'La rue', choices: [to('f', 'y')] },
      { token: 'y', text: 'Vendu', ending: 'good', choices: [] },
    ],
  };
  expect(solve(story)).toEqual(['c', 'e', 'f']);
});

it.each([
  [59, 'y', 60],
  [60, 'z', 1],
])('with an ending %d rounds away, leads to %s (decisions: %d)', (least, ending, length) => {
  const story: Options = {
    seenBy: 'trainer',
    state: { pain: 0 },
    scenes: [
      {
        token: 'a',
        text: 'Le four',
        choices: [to('b', 'a', { changes: [['pain', '+', 1]] }), to('c', 'y', { needs: [['pain', '>=', least]] }), to('d', 'z')],
      },
      { token: 'y', text: 'Vendu', ending: 'good', choices: [] },
      { token: 'z', text: 'Perdu', ending: 'mixed', choices: [] },
    ],
  };
  const way = solve(story);
  expect([follow(story, way).scene?.token, way.length]).toEqual([ending, length]);
});
