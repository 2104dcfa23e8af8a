// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shape } from '../../../src/player/widgets/svg.ts';

test('an element of a drawing', () => {
  const made = shape('text', 'r-name', { x: 3, 'text-anchor': 'end' }, 'a <b> &amp; c');
  expect([
    made.namespaceURI,
    made.tagName,
    made.getAttribute('class'),
    made.getAttribute('x'),
    made.getAttribute('text-anchor'),
    made.textContent,
  ]).toEqual(['http://www.w3.org/2000/svg', 'text', 'r-name', '3', 'end', 'a <b> &amp; c']);
  expect(shape('g', '', {}).textContent).toBe('');
});
