import { expect, it } from 'vitest';
import { solve } from './scoring.ts';
import type { Options } from './type.ts';

type Scene = Options['scenes'][number];
type Choice = Scene['choices'][number];

const choice = (token: string, to: string, more: Partial<Choice> = {}): Choice => ({ token, text: token, to, ...more });
const gain = (by: number): Pick<Choice, 'changes'> => ({ changes: [['calme', '+', by]] });
const scene = (token: string, ...choices: Choice[]): Scene => ({ token, text: token, choices });
const end = (token: string, ending: 'good' | 'mixed' | 'bad'): Scene => ({ token, text: token, ending, choices: [] });
const story = (...scenes: Scene[]): Options => ({ seenBy: 'trainer', state: { calme: 0 }, scenes });

it('prefers more of a value that no decision needs', () => {
  const ends = [end('y', 'good'), end('z', 'good')];
  expect(solve(story(scene('a', choice('b', 'y', gain(1)), choice('c', 'z', gain(2))), ...ends))).toEqual(['c']);
  expect(solve(story(scene('a', choice('b', 'y', gain(-1)), choice('c', 'z')), ...ends))).toEqual(['c']);
});

it('is the shortest of paths that gain as much', () => {
  const scenes = [scene('a', choice('b', 'm'), choice('c', 'y')), scene('m', choice('d', 'y')), end('y', 'good')];
  expect(solve(story(...scenes))).toEqual(['c']);
});

it('does not care for a value that has to be one number', () => {
  const needs = { needs: [['calme', '=', 0]] } as unknown as Partial<Choice>;
  const scenes = [scene('a', choice('b', 'm'), choice('c', 'm', gain(3))), scene('m', choice('d', 'y', needs)), end('y', 'good')];
  expect(solve(story(...scenes))).toEqual(['b', 'd']);
});

it('wants less of a value that opens the way to a bad ending', () => {
  const needs = { needs: [['calme', '>=', 9]] } as unknown as Partial<Choice>;
  const scenes = [
    scene('a', choice('b', 'm', gain(1)), choice('c', 'm', gain(-1))),
    scene('m', choice('d', 'z', needs), choice('e', 'y')),
    end('y', 'good'),
    end('z', 'bad'),
  ];
  expect(solve(story(...scenes))).toEqual(['c', 'e']);
});

it('leaves out a decision whose scene is gone, and one that is not offered yet', () => {
  const needs = { needs: [['calme', '>', 0]] } as unknown as Partial<Choice>;
  const scenes = [scene('a', choice('b', 'gone'), choice('c', 'y', needs), choice('d', 'z')), end('y', 'good'), end('z', 'mixed')];
  expect(solve(story(...scenes))).toEqual(['d']);
});
