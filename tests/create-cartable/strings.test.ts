import { expect, test } from 'vitest';
import { format, strings } from '../../create-cartable/src/strings.js';

const gaps = (text: string): string[] => [...text.matchAll(/\{[a-z]+\}/g)].map(([gap]) => gap).sort();

test('both languages have the same texts, with the same gaps, each in its own words', () => {
  expect(Object.keys(strings.en)).toEqual(Object.keys(strings.fr));
  for (const [key, text] of Object.entries(strings.fr)) {
    const english = strings.en[key as keyof typeof strings.en];
    expect([key, gaps(english)]).toEqual([key, gaps(text)]);
    expect(english).not.toBe(text);
  }
});

test('what isn’t known stays', () => {
  expect(format('{path} : {why}', { path: '$& x' })).toBe('$& x : {why}');
});
