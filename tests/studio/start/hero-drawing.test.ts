// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { HeroDrawing } from '../../../build/studio/start/hero-drawing.tsx';
import { draw, undraw } from '../../helpers/drawn.ts';

afterEach(undraw);

test('is for the eyes only, and no stop of the keyboard', async () => {
  await draw(h(HeroDrawing, null));
  const attributes = ['aria-hidden', 'focusable', 'viewBox'].map((name) => document.querySelector('svg')?.getAttribute(name));
  expect([attributes, document.body.textContent]).toEqual([['true', 'false', '0 0 320 200'], '']);
});

test('shows a sheet of paper, a phone, an arrow between them, and the satchel', async () => {
  await draw(h(HeroDrawing, null));
  const looks = [...document.querySelectorAll('svg > *')].map(
    (part) => part.firstElementChild?.getAttribute('class') ?? part.getAttribute('class'),
  );
  expect(looks).toEqual(['s-draw-paper', 's-draw-phone', 's-draw-arrow', null]);
});

test('all of its boxes are within it', async () => {
  await draw(h(HeroDrawing, null));
  const boxes = [...document.querySelectorAll('rect')].map((box) =>
    ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name))),
  );
  expect(boxes.length).toBe(9);
  expect(
    boxes.filter(
      ([x = -1, y = -1, width = 0, height = 0]) => x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > 320 || y + height > 200,
    ),
  ).toEqual([]);
});

test('has all its parts', async () => {
  await draw(h(HeroDrawing, null));
  expect(
    [...document.querySelectorAll('svg *')].map((part) => [part.tagName, part.getAttribute('class')].filter(Boolean).join(' ')),
  ).toEqual([
    'g',
    'rect s-draw-paper',
    'path s-draw-words',
    'rect s-draw-card',
    'path s-draw-title',
    'path s-draw-words',
    'rect s-draw-box',
    'rect s-draw-done',
    'g',
    'rect s-draw-phone',
    'path s-draw-ink',
    'rect s-draw-answer',
    'rect s-draw-right',
    'path s-draw-check',
    'path s-draw-words',
    'rect s-draw-button',
    'path s-draw-arrow',
    'g',
    'path',
    'rect',
    'path',
    'path',
  ]);
});
