import { expect, test } from 'vitest';
import { type Environment, isMarked, locate, locateNext } from '../../../../build/stages/read/text/environment.ts';

const LINES = ['Une rame et une rame.', '', '  La rame part.', 'Un tram \\{rame'];
const env = (): Environment => ({ file: 'rames.md', lines: LINES, reached: new Map() }) as unknown as Environment;
const short = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

test.each([
  ['rame', 0, 4, '1:5'],
  ['rame', 1, 4, '3:6'],
  ['rame', 2, 3, '3:6'],
  ['tram', 0, 3, '1:1'],
  ['tram', 2, 3, '3:3'],
  ['tram', 1, 2, '2:1'],
  ['wagon', 2, 9, '3:3'],
  ['Une', 0, 1, '1:1'],
  ['Un', 0, 4, '1:1'],
  ['Un', 1, 4, '4:1'],
  ['  La', 2, 3, '3:1'],
])('%s from %i to %i: %s', (needle, from, to, place) => {
  expect(short(locate(env(), needle, from, to))).toBe(place);
  expect(locate(env(), needle, from, to).file).toBe('rames.md');
});

test('each call finds the next one; after the last one, the first', () => {
  const here = env();
  const next = (needle: string, from = 0) => short(locateNext(here, needle, from, 4));
  expect([next('rame'), next('rame'), next('rame'), next('rame'), next('rame')]).toEqual(['1:5', '1:17', '3:6', '4:11', '1:5']);
  expect([next('Un'), next('Un'), next('Un')]).toEqual(['1:1', '4:1', '1:1']);
  expect([next('rame', 2), next('Une'), next('wagon')]).toEqual(['3:6', '1:1', '1:1']);
  expect(locateNext(here, 'une', 0, 4).file).toBe('rames.md');
});

test('the next one is counted for each first line', () => {
  const here = env();
  const next = (needle: string, from: number) => short(locateNext(here, needle, from, 4));
  expect([next('rame', 0), next('rame', 2), next('rame', 0), next('rame', 2)]).toEqual(['1:5', '3:6', '1:17', '4:11']);
});

test('only a backslash right before a character makes it text', () => {
  const at = (line: number, column: number) => isMarked(env(), { file: 'rames.md', line, column });
  expect([at(4, 10), at(4, 9), at(4, 11), at(1, 1), at(9, 3)]).toEqual([true, false, false, false, false]);
});
