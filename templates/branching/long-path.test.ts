import { expect, it } from 'vitest';
import { follow, MOST_STEPS, report } from './scoring.ts';
import type { Options } from './type.ts';

/** Story whose two scenes lead to each other, until somebody leaves. */
const round = (id: string): Options => ({
  seenBy: 'trainer',
  state: {},
  scenes: [
    { token: 'a', text: 'Sur le quai', choices: [{ token: 'b', text: 'Attendre', to: 'd' }] },
    {
      token: 'd',
      text: 'Devant la porte',
      choices: [
        { token: 'e', text: 'Laisser passer', to: 'a' },
        { token: 'f', text: 'Monter', to: 'g' },
      ],
    },
    { token: 'g', id, text: 'Dedans', ending: 'good', choices: [] },
  ],
});
const path = (length: number): string[] => Array.from({ length }, (_, index) => (index % 2 === 0 ? 'b' : 'e'));

/** Returns the steps reported for the whole path. */
function reported(id: string, way: readonly string[]): (readonly [string, string])[] {
  const response = report(round(id), way)[0]?.response;
  return response?.type === 'performance' ? [...response.steps] : [];
}

it('is followed up to sixty decisions', () => {
  expect([59, 60, 61].map((length) => follow(round('dedans'), path(length)).steps.length)).toEqual([59, MOST_STEPS, MOST_STEPS]);
});

it('is reported by its last thirty decisions, with their numbers', () => {
  const ends = [29, 30, 31].map((length) => {
    const steps = reported('dedans', path(length));
    return [steps.length, steps[0], steps.at(-1)];
  });
  expect(ends).toEqual([
    [29, ['1', 'b'], ['29', 'b']],
    [30, ['1', 'b'], ['30', 'e']],
    [30, ['2', 'e'], ['31', 'b']],
  ]);
});

it('is reported with sixty characters of the id of its ending', () => {
  const ends = [59, 60, 61].map((length) => reported('x'.repeat(length), ['b', 'f']).at(-1));
  expect(ends).toEqual([59, 60, 60].map((length) => ['end', 'x'.repeat(length)]));
});
