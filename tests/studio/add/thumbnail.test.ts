// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test } from 'vitest';
import drawings from '../../../build/studio/add/drawings.json' with { type: 'json' };
import { Thumbnail } from '../../../build/studio/add/thumbnail.tsx';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

type Shape = readonly [kind: string, colours: string, ...rest: (string | number)[]];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
  text: ['x', 'y'],
  path: ['d'],
};

/** What a shape of the table must look like: its name, its classes, its numbers, its text. */
function expected([kind, colours, ...rest]: Shape): unknown[] {
  const numbers = (NAMES[kind] ?? []).map((_, index) => (rest[index] === undefined ? null : String(rest[index])));
  return [kind, colours.split(' ').map((one) => `s-draw-${one}`), numbers, kind === 'text' ? String(rest[2]) : ''];
}
function drawn(): unknown[][] {
  return [...(document.querySelector('svg')?.children ?? [])].map((shape) => [
    shape.tagName.toLowerCase(),
    [...shape.classList],
    (NAMES[shape.tagName.toLowerCase()] ?? []).map((name) => shape.getAttribute(name)),
    shape.textContent,
  ]);
}

test('each shape is drawn with its colours and numbers, in the order of the table', async () => {
  const table = drawings as unknown as Readonly<Record<string, readonly Shape[]>>;
  const kinds = ['rect', 'circle', 'text', 'path'];
  const types = kinds.map((kind) => Object.keys(table).find((name) => table[name]?.some((shape) => shape[0] === kind)) ?? kind);
  for (const type of types) {
    await show(h(Thumbnail, { type }));
    expect([type, drawn()]).toEqual([type, table[type]?.map(expected)]);
  }
  expect(new Set(Object.values(table).flatMap((shapes) => shapes.map(([kind]) => kind)))).toEqual(new Set(kinds));
});

test('a type without a drawing has that of a text; no drawing is read aloud', async () => {
  await show(h(Thumbnail, { type: 'text' }));
  const text = drawn();
  await show(h(Thumbnail, { type: 'type-of-ours' }));
  expect([text.length > 0, drawn()]).toEqual([true, text]);
  const svg = document.querySelector('svg');
  expect([svg?.getAttribute('aria-hidden'), svg?.getAttribute('viewBox')]).toEqual(['true', '0 0 96 60']);
});
