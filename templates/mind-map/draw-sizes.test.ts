// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { drawMap } from './draw.ts';
import { opmlOf } from './files.ts';
import type { Tree } from './scoring.ts';

const leaf = (text: string, ...children: Tree[]): Tree => ({ text, children });
const names = (svg: SVGElement, selector: string, ...attributes: string[]): (string | null)[][] =>
  [...svg.querySelectorAll(selector)].map((one) => attributes.map((name) => one.getAttribute(name)));

it('breaks lines of stacked branches after as many letters as there is room for', () => {
  const words = leaf('a '.repeat(60).trim());
  const longest = (room: number): number => {
    const { svg, middle } = drawMap(leaf('Le four', leaf('La très grande salle', words), leaf('La très grande cour', words)), room);
    expect(middle).toBe(0);
    return Math.max(...[...svg.querySelectorAll('text')].map(({ textContent }) => textContent?.length ?? 0));
  };
  // 104 pixels beside the text, then 9 a letter; the first letter of a line is not counted.
  expect([104 + 9 * 36, 104 + 9 * 36 - 1, 104 + 9 * 12, 0].map(longest)).toEqual([37, 35, 13, 12]);
});

it('sets each text in the middle of its box, in the size that it was measured in', () => {
  const { svg } = drawMap(leaf('Le four'));
  expect(names(svg, 'text', 'text-anchor', 'dominant-baseline', 'font-size')).toEqual([['middle', 'central', '14']]);
});

it('paints links below boxes, and all texts below the second level alike', () => {
  const { svg } = drawMap(leaf('a', leaf('b', leaf('c', leaf('d', leaf('e'))))), 2000);
  const kinds = [...svg.children].map(({ localName }) => localName);
  expect([kinds[0], kinds.lastIndexOf('path') < kinds.indexOf('text'), kinds.filter((kind) => kind === 'path').length]).toEqual([
    'rect',
    true,
    4,
  ]);
  expect(names(svg, 'text', 'class').flat().sort()).toEqual([0, 1, 2, 2, 2].map((kind) => `mind-map-words mind-map-words-${kind}`));
});

it('is as high as its centre, or the higher of its two sides', () => {
  // A box is 32 pixels high for one line and 18 more for each further one. The margin is 6 on every side.
  expect([leaf('Le four'), leaf('Les bénévoles de la salle')].map((map) => drawMap(map).height)).toEqual([44, 80]);
  const lines = ['u', 'v', 'w'].map((text) => leaf(text));
  expect(drawMap(leaf('Le four', leaf('a'), leaf('b', ...lines))).height).toBe(3 * 32 + 2 * 10 + 2 * 6);
  expect(drawMap(leaf('Le four', leaf('a', ...lines), leaf('b'))).height).toBe(3 * 32 + 2 * 10 + 2 * 6);
});

it('has boxes as wide as their widest line, and counts a sign of two code units as one letter', () => {
  const widthOf = (text: string): number => Number(names(drawMap(leaf(text)).svg, '.mind-map-box', 'width')[0]?.[0]);
  const lineWidth = widthOf('abcdefghijkl');
  expect([widthOf('ab abcdefghijkl'), widthOf('abcdefghijkl ab')]).toEqual([lineWidth, lineWidth]);
  expect([18, 19].map((count) => drawMap(leaf('😀'.repeat(count))).svg.querySelectorAll('text').length)).toEqual([1, 2]);
});

it('writes all branches into an outline, in their order', () => {
  expect(opmlOf(leaf('a', leaf('b', leaf('c')), leaf('d'))).match(/<body>.*<\/body>/)?.[0]).toBe(
    '<body><outline text="a"><outline text="b"><outline text="c"></outline></outline><outline text="d"></outline></outline></body>',
  );
});
