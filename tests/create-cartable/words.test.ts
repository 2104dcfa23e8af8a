import { expect, test } from 'vitest';
import { say, words } from '../../create-cartable/src/words.js';

const gaps = (text: string): string[] => [...text.matchAll(/\{[a-z]+\}/g)].map(([gap]) => gap).sort();

test('both languages have the same texts, with the same gaps, each in its own words', () => {
  expect(Object.keys(words.en)).toEqual(Object.keys(words.fr));
  for (const [key, text] of Object.entries(words.fr)) {
    const english = words.en[key as keyof typeof words.en];
    expect([key, gaps(english)]).toEqual([key, gaps(text)]);
    expect(english).not.toBe(text);
  }
});

test('what isn’t known stays', () => {
  expect(say('{path} : {why}', { path: '$& x' })).toBe('$& x : {why}');
});
