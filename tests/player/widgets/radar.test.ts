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

it('has no point for an axis without a value, which counts as none', () => {
  const svg = draw(1, undefined, 0);
  expect([svg.querySelectorAll('circle').length, svg.querySelector('.c-radar-area')?.getAttribute('points')?.split(' ')[1]]).toEqual([
    2,
    '100.0,100.0',
  ]);
});
