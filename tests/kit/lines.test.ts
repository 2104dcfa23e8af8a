import { expect, test } from 'vitest';
import { Lines } from '../../build/kit/lines.ts';

const lines = (text: string): Lines => new Lines(new TextEncoder().encode(text));

test('a drawing is found by its name: the first, one between others, the last', () => {
  const kit = lines('four\t<path d="1"/>\npain\t<path d="é"/>\ntram\t<a>\t</a>');
  expect(['four', 'pain', 'tram'].map((name) => kit.find(name))).toEqual(['<path d="1"/>', '<path d="é"/>', '<a>\t</a>']);
  expect(kit.names).toEqual(['four', 'pain', 'tram']);
});

test('a part of a name, or a name inside a drawing, finds nothing', () => {
  const kit = lines('le-four\tpain\ttram\nfournil\tx\n');
  expect(['four', 'fourni', 'pain', ''].map((name) => kit.find(name))).toEqual(Array(4).fill(undefined));
  expect(kit.names).toEqual(['le-four', 'fournil']);
  expect(kit.find('fournil')).toBe('x');
});

test('of two drawings with one name, the first is found; one may be empty', () => {
  const kit = lines('four\t\npain\tx\npain\ty\n');
  expect([kit.find('four'), kit.find('pain'), kit.names]).toEqual(['', 'x', ['four', 'pain', 'pain']]);
});

test('a text without lines has no drawings', () => {
  expect(lines('').names).toEqual([]);
  expect(lines('').find('four')).toBeUndefined();
});
