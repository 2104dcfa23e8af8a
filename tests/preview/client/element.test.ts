// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { byId, make } from '../../../build/preview/client/element.ts';

test('elements are made with text, and found by their ids', () => {
  expect([make('p', 'a', 'x <b>', make('i', '')).outerHTML, make('p', '').hasAttribute('class')]).toEqual([
    '<p class="a">x &lt;b&gt;<i></i></p>',
    false,
  ]);
  document.body.innerHTML = '<b id="ab"></b><p id="a"></p>';
  expect(byId('a').tagName).toBe('P');
  expect(() => byId('b')).toThrow('#b');
});
