import { expect, test } from 'vitest';
import { homeStrings, siteStrings } from '../../../build/toolchain/site/strings.ts';

test.each([siteStrings, homeStrings])('the words of both languages have the same keys, and none is empty', ({ fr, en }) => {
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  expect([...Object.values(fr), ...Object.values(en)].filter((text) => text === '')).toEqual([]);
});

test('each language has its own words', () => {
  expect([siteStrings.fr, siteStrings.en].map((words) => [words.name, words.home])).toEqual([
    ['Français', 'Accueil'],
    ['English', 'Home'],
  ]);
  expect([homeStrings.fr, homeStrings.en].map((words) => words.commands)).toEqual(['Trois commandes', 'Three commands']);
});
