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
