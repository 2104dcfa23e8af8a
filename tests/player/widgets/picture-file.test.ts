// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pictureOf, xmlText } from '../../../src/player/widgets/picture-file.ts';

test('characters that XML forbids become spaces', () => {
  expect(xmlText('a\u0007b\ud800c\uffffd é')).toBe('a b c d é');
});

test('a picture has its size, and the colours that it has on the page', () => {
  document.body.innerHTML =
    '<svg aria-hidden="true"><g class="a" style="fill: red"><text class="b" style="font-weight: 700; stroke: blue; stroke-width: 3px; font-family: Nunito">x</text></g></svg>';
  const svg = document.querySelector('svg') as SVGElement;
  const text = pictureOf(svg, 40, 30);
  expect(text).toMatch(/width="40"/);
  expect(text).toMatch(/height="30"/);
  expect(text).toMatch(/<g[^>]* fill="red"/);
  expect(text).toMatch(/<text[^>]* stroke="blue"/);
  expect(text).toMatch(/<text[^>]* font-weight="700"/);
  expect(text).toMatch(/<text[^>]* stroke-width="3px"/);
  expect(text).toMatch(/<text[^>]* font-family="Nunito"/);
  expect(text).not.toMatch(/class=|aria-hidden/);
  expect(svg.getAttribute('aria-hidden')).toBe('true');
});
