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

test('has all its parts, each in its place and its colour', async () => {
  await draw(h(HeroDrawing, null));
  const parts = [...document.querySelectorAll('svg *')].map((part) =>
    [part.tagName, ...[...part.attributes].map(({ value }) => value)].join(' '),
  );
  expect(parts).toEqual([
    'g rotate(-5 80 110)',
    'rect s-draw-paper 20 34 116 150 8',
    'path s-draw-words M36 56h54M36 74h84M36 86h76M36 98h80',
    'rect s-draw-card 34 112 88 54 7',
    'path s-draw-title M44 124h30',
    'path s-draw-words M58 140h50M58 153h38',
    'rect s-draw-box 43 135 9 9 2',
    'rect s-draw-done 43 149 9 9 2',
    'g rotate(4 200 100)',
    'rect s-draw-phone 158 14 92 172 16',
    'path s-draw-ink M172 40h46M172 52h30',
    'rect s-draw-answer 170 66 68 22 8',
    'rect s-draw-right 170 94 68 22 8',
    'path s-draw-check m180 105 4 4 7-8',
    'path s-draw-words M182 77h40M198 105h28',
    'rect s-draw-button 170 146 68 22 11',
    'path s-draw-arrow M134 30c8-12 18-16 28-14m-9-7 10 7-8 9',
    'g translate(236 118) scale(1.2)',
    'path M23 16v-3a6 6 0 0 1 6-6h6a6 6 0 0 1 6 6v3 none #B45309 4 round',
    'rect 7 16 50 40 8 #B45309',
    'path M7 24a8 8 0 0 1 8-8h34a8 8 0 0 1 8 8v6a8 8 0 0 1-8 8H15a8 8 0 0 1-8-8z #D97706',
    'path M20 30v12M44 30v12 none #FFFFFF 5 round',
  ]);
});
