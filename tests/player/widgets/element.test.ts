// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { all, byId, make } from '../../../src/player/widgets/element.ts';
import { measureWords } from '../../../src/player/widgets/word-width.ts';

test('elements are made with text, not HTML', () => {
  expect(make('p', 'a b', 'x <b>', make('i', '', 'y'), 'z').outerHTML).toBe('<p class="a b">x &lt;b&gt;<i>y</i>z</p>');
});

test('elements are found in the page, or in an element', () => {
  document.body.innerHTML = '<div id="d"><i>1</i></div><i>2</i>';
  expect([all('i').length, all('i', byId('d')).length, Array.isArray(all('i'))]).toEqual([2, 1, true]);
});

test('a width is guessed where nothing can be measured', () => {
  expect(measureWords(20)('abcd')).toBeCloseTo(44);
});
