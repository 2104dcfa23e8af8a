// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { BlankDrawing, QuarterDrawing, SampleDrawing, TrainingDrawing } from '../../../build/studio/start/template-drawings.tsx';
import { draw, undraw } from '../../helpers/drawn.ts';

afterEach(undraw);

const DRAWINGS = [
  ['blank', BlankDrawing, 1],
  ['quarter', QuarterDrawing, 2],
  ['training', TrainingDrawing, 2],
  ['sample', SampleDrawing, 2],
] as const;
type Box = readonly [x: number, y: number, width: number, height: number];
const numbers = (part: Element, ...names: readonly string[]): readonly number[] => names.map((name) => Number(part.getAttribute(name)));
const drawings = (): readonly SVGElement[] => [...document.querySelectorAll('svg')];
const boxesOf = (drawing: Element): readonly Box[] => [
  ...[...drawing.querySelectorAll('rect')].map((one) => numbers(one, 'x', 'y', 'width', 'height') as unknown as Box),
  ...[...drawing.querySelectorAll('circle')].map((one): Box => {
    const [x = 0, y = 0, r = 0] = numbers(one, 'cx', 'cy', 'r');
    return [x - r, y - r, 2 * r, 2 * r];
  }),
];
const looks = (drawing: Element | undefined, tag: string): readonly string[] =>
  [...(drawing?.querySelectorAll(tag) ?? [])].map((one) => one.getAttribute('class')?.replace('s-small-', '') ?? '');

test.each(DRAWINGS)('the drawing of %s is for the eyes only, and all of it is on its sheet', async (_name, Drawing, count) => {
  await draw(h(Drawing, null));
  expect(drawings().map((one) => ['class', 'viewBox', 'aria-hidden', 'focusable'].map((name) => one.getAttribute(name)))).toEqual(
    Array.from({ length: count }, () => ['s-small-drawing', '0 0 96 60', 'true', 'false']),
  );
  const boxes = drawings().flatMap(boxesOf);
  expect(boxes.length).toBeGreaterThan(3);
  expect(
    boxes.filter(([x, y, width, height]) => !(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 96 && y + height <= 60)),
  ).toEqual([]);
});

test('a question has three answers, one below the other, and the second one is chosen', async () => {
  await draw(h(QuarterDrawing, null));
  const answers = [...(drawings()[0]?.querySelectorAll('g') ?? [])];
  expect(answers.map((one) => [looks(one, 'rect'), looks(one, 'circle')])).toEqual([
    [['paper', 'words'], ['ring']],
    [['blue', 'accent'], ['accent']],
    [['paper', 'words'], ['ring']],
  ]);
  const [boxes, dots, lines] = [
    answers.map((one) => numbers(one.querySelectorAll('rect')[0] as Element, 'y', 'height')),
    answers.map((one) => numbers(one.querySelector('circle') as Element, 'cy')[0]),
    answers.map((one) => numbers(one.querySelectorAll('rect')[1] as Element, 'y', 'height', 'width')),
  ];
  // A dot and a line are in the middle of their box, and the boxes don't touch.
  expect(dots).toEqual(boxes.map(([y = 0, height = 0]) => y + height / 2));
  expect(lines.map(([y = 0, height = 0]) => y + height / 2)).toEqual(dots);
  expect(boxes.map(([y]) => y)).toEqual([20, 32, 44]);
  expect(lines.map(([, , width]) => width)).toEqual([40, 34, 28]);
});

test('a quiz has three answers, and the second one is right', async () => {
  await draw(h(TrainingDrawing, null));
  const answers = [...(drawings()[1]?.querySelectorAll('g') ?? [])];
  expect(answers.map((one) => looks(one, 'circle'))).toEqual([['ring'], ['right'], ['ring']]);
  expect(answers.map((one) => numbers(one.querySelector('circle') as Element, 'cy')[0])).toEqual([28, 37, 46]);
  expect(answers.map((one) => numbers(one.querySelector('rect') as Element, 'y', 'width'))).toEqual([
    [27, 32],
    [36, 24],
    [45, 32],
  ]);
});

const NAMED: Readonly<Record<string, readonly unknown[]>> = {
  blank: ['words paper words words words line'],
  quarter: ['words paper ring words blue accent accent paper ring words', 'blue warm accent ink paper paper paper paper words'],
  training: ['line accent sun right words words words words words words', 'paper paper paper accent ring words right words ring words'],
  sample: ['link accent warm green sun right', 'link accent warm blue green warm'],
};

test.each(DRAWINGS)('the drawing of %s has all its parts, each with its place', async (name, Drawing) => {
  await draw(h(Drawing, null));
  expect(drawings().map((one) => looks(one, 'rect, circle, path').join(' '))).toEqual(NAMED[name]);
  const boxes = drawings().flatMap((one) => [...one.querySelectorAll('rect')]);
  expect(boxes.filter((box) => ['x', 'y', 'width', 'height'].some((one) => !box.hasAttribute(one)))).toEqual([]);
});

const PLACES: Readonly<Record<string, readonly string[]>> = {
  blank: [
    'rect s-small-words 14 9 52 3 1.5',
    'rect s-small-paper 14 18 68 34 4',
    'rect s-small-words 20 25 50 3 1.5',
    'rect s-small-words 20 32 56 3 1.5',
    'rect s-small-words 20 39 26 3 1.5',
    'path s-small-line M50 38v7',
  ],
  quarter: [
    'rect s-small-words 14 8 44 3 1.5',
    'g',
    'rect s-small-paper 14 20 68 10 4',
    'circle s-small-ring 21 25 2.5',
    'rect s-small-words 28 23.5 40 3 1.5',
    'g',
    'rect s-small-blue 14 32 68 10 4',
    'circle s-small-accent 21 37 2.5',
    'rect s-small-accent 28 35.5 34 3 1.5',
    'g',
    'rect s-small-paper 14 44 68 10 4',
    'circle s-small-ring 21 49 2.5',
    'rect s-small-words 28 47.5 28 3 1.5',
    'rect s-small-blue 10 24 36 28 3',
    'rect s-small-warm 50 24 36 28 3',
    'rect s-small-accent 16 28 18 3 1.5',
    'rect s-small-ink 56 28 18 3 1.5',
    'rect s-small-paper 15 35 26 7 3',
    'rect s-small-paper 15 44 26 6 3',
    'rect s-small-paper 55 35 26 7 3',
    'g rotate(-6 48 14)',
    'rect s-small-paper 30 7 36 13 3',
    'rect s-small-words 36 12 22 3 1.5',
  ],
  training: [
    'path s-small-line M10 30h76',
    'circle s-small-accent 22 30 5',
    'circle s-small-sun 48 30 5',
    'circle s-small-right 74 30 5',
    'rect s-small-words 12 14 20 3 1.5',
    'rect s-small-words 15 20 14 3 1.5',
    'rect s-small-words 38 42 20 3 1.5',
    'rect s-small-words 41 48 14 3 1.5',
    'rect s-small-words 64 14 20 3 1.5',
    'rect s-small-words 67 20 14 3 1.5',
    'rect s-small-paper 26 6 56 44 3',
    'rect s-small-paper 20 9 56 44 3',
    'rect s-small-paper 14 12 56 42 3',
    'rect s-small-accent 20 18 30 3 1.5',
    'g',
    'circle s-small-ring 23 28 2.5',
    'rect s-small-words 30 27 32 3 1.5',
    'g',
    'circle s-small-right 23 37 2.5',
    'rect s-small-words 30 36 24 3 1.5',
    'g',
    'circle s-small-ring 23 46 2.5',
    'rect s-small-words 30 45 32 3 1.5',
  ],
  sample: [
    'path s-small-link M48 16v8M48 24 26 34M48 24l22 10M26 42v6M70 42v6',
    'rect s-small-accent 34 6 28 11 3',
    'rect s-small-warm 12 33 28 11 3',
    'rect s-small-green 56 33 28 11 3',
    'circle s-small-sun 26 51 3',
    'circle s-small-right 70 51 3',
    'path s-small-link M48 30 24 16M48 30 74 16M48 30 22 44M48 30 74 44',
    'rect s-small-accent 36 24 24 12 6',
    'rect s-small-warm 8 10 24 11 5',
    'rect s-small-blue 64 10 24 11 5',
    'rect s-small-green 8 40 24 11 5',
    'rect s-small-warm 64 40 24 11 5',
  ],
};

test.each(DRAWINGS)('each part of the drawing of %s is in its place', async (name, Drawing) => {
  await draw(h(Drawing, null));
  const parts = [...document.querySelectorAll('svg *')].map((part) =>
    [part.tagName, ...[...part.attributes].map(({ value }) => value)].join(' '),
  );
  expect(parts).toEqual(PLACES[name]);
});
