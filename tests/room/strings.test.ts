// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { clockTime, element, readStrings } from '../../src/room/strings.ts';

beforeEach(() => {
  document.body.innerHTML = '<script type="application/json" id="r-words">{"place":"Écran {n} sur {all}"}</script>';
});

test('texts come from the page, with their values filled in', () => {
  const format = readStrings();
  expect([format('place', { n: 3, all: 12 }), format('place', { n: 3 }), format('other')]).toEqual(['Écran 3 sur 12', 'Écran 3 sur ', '']);
});

test('a page without texts has empty ones', () => {
  document.body.innerHTML = '';
  expect(readStrings()('place')).toBe('');
});

test('an element that is not there is an error with its id', () => {
  expect(element('r-words').localName).toBe('script');
  expect(() => element('r-bar')).toThrow('The page has no #r-bar.');
});

test.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [60, '1:00'],
  [605, '10:05'],
  [-61.5, '1:01'],
])('%d seconds are %s', (seconds, text) => {
  expect(clockTime(seconds)).toBe(text);
});
