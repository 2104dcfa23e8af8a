// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { drawRadar } from '../../../src/player/widgets/radar.ts';

const draw = (...axes: readonly (number | undefined)[]): SVGElement => {
  const host = document.createElement('div');
  drawRadar(host, axes);
  return host.firstElementChild as SVGElement;
};

it('draws the first axis upwards and the others clockwise, with their numbers', () => {
  const svg = draw(1, 0.5, 0, 1);
  expect(svg.querySelector('.c-radar-area')?.getAttribute('points')).toBe('100.0,22.0 139.0,100.0 100.0,100.0 22.0,100.0');
  expect([...svg.querySelectorAll('text')].map((name) => name.textContent)).toEqual(['1', '2', '3', '4']);
  expect(svg.getAttribute('aria-hidden')).toBe('true');
});

it('has a spoke for each axis, rings at each quarter, and points and numbers at their ends', () => {
  const svg = draw(1, 0.5, 0, 1);
  const of = (selector: string, ...names: readonly string[]) =>
    [...svg.querySelectorAll(selector)].map((one) => names.map((name) => Math.round(Number(one.getAttribute(name)) * 10) / 10).join(' '));
  expect(svg.getAttribute('viewBox')).toBe('0 0 200 200');
  expect(of('line.c-radar-line', 'x1', 'y1', 'x2', 'y2')).toEqual([
    '100 100 100 22',
    '100 100 178 100',
    '100 100 100 178',
    '100 100 22 100',
  ]);
  expect([...svg.querySelectorAll('polygon.c-radar-line')].map((ring) => ring.getAttribute('points')?.split(' ')[0])).toEqual([
    '100.0,80.5',
    '100.0,61.0',
    '100.0,41.5',
    '100.0,22.0',
  ]);
  expect(of('circle.c-radar-point', 'cx', 'cy', 'r')).toEqual(['100 22 3', '139 100 3', '100 100 3', '22 100 3']);
  const names = [...svg.querySelectorAll('text')].map((one) => [one.getAttribute('text-anchor'), one.getAttribute('dominant-baseline')]);
  expect(names).toEqual(Array(4).fill(['middle', 'central']));
  // Numbers lie above points, and points above the area.
  expect([...new Set([...svg.children].map(({ tagName, classList }) => `${tagName} ${classList}`))]).toEqual([
    'polygon c-radar-line',
    'line c-radar-line',
    'polygon c-radar-area',
    'circle c-radar-point',
    'text c-radar-name',
  ]);
  expect(of('text.c-radar-name', 'x', 'y')).toEqual(['100 9.5', '190.5 100', '100 190.5', '9.5 100']);
});

it('replaces an earlier drawing', () => {
  const host = document.createElement('div');
  drawRadar(host, [1, 1, 1]);
  drawRadar(host, [1, 1, 1, 1]);
  expect(host.children).toHaveLength(1);
});

it('has no point for an axis without a value, which counts as none', () => {
  const svg = draw(1, undefined, 0);
  expect([svg.querySelectorAll('circle').length, svg.querySelector('.c-radar-area')?.getAttribute('points')?.split(' ')[1]]).toEqual([
    2,
    '100.0,100.0',
  ]);
});
