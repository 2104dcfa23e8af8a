import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beards, expressions, glasses, hair } from '../../build/kit/features.ts';
import { kitPackages, pictogramLines, portraitLines } from '../../build/toolchain/kit.ts';
import { root } from '../helpers/examples-project.ts';

const linesIn = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

test('pictograms: one a line, sorted, small, and nothing but drawings', () => {
  const lines = linesIn(pictogramLines(root));
  const names = lines.map(([name = '']) => name);
  expect(names.length).toBeGreaterThan(1000);
  expect(names).toEqual([...names].sort());
  expect(lines.filter((line) => line.length !== 2 || (line[1] ?? '').length > 6000 || !line[1]?.startsWith('<'))).toEqual([]);
  expect(Math.max(...lines.map(([, body = '']) => body.length))).toBeGreaterThan(5000);
});

test('there are no people, flags or skin tones, and no name of a portrait; neutral ones of people are kept', () => {
  const names = new Set(linesIn(pictogramLines(root)).map(([name]) => name));
  for (const name of ['bread', 'brain', 'eyes', 'handshake', 'bust-in-silhouette', 'busts-in-silhouette', 'footprints', 'speaking-head'])
    expect([name, names.has(name)]).toEqual([name, true]);
  for (const name of ['man', 'woman', 'waving-hand', 'flag-france', 'rainbow-flag', 'waving-hand-dark'])
    expect([name, names.has(name)]).toEqual([name, false]);
  const words = Object.keys(expressions);
  expect(
    [...names].filter((name) => words.some((word) => name?.endsWith(`-${word}`)) || /-(?:dark|light|medium)$/.test(name ?? '')),
  ).toEqual([]);
});

test('portraits: each feature of each name, with colours left open', () => {
  const lines = linesIn(portraitLines());
  const parts = new Map(lines.map(([name = '', body = '']) => [name, body]));
  const expected = [
    'body',
    ...Object.entries({ hair, expression: expressions, beard: beards, glasses }).flatMap(([feature, words]) =>
      Object.keys(words).map((word) => `${feature}.${word}`),
    ),
  ];
  expect([...parts.keys()]).toEqual(expected.sort());
  expect(parts.get('body')).toContain('{skin}');
  expect([...parts.values()].join('')).toMatch(/\{hair\}/);
  expect([...parts.values()].join('')).not.toMatch(/#\{/);
  for (const [feature, words] of Object.entries({ beard: beards, glasses }))
    for (const [word, name] of Object.entries(words))
      expect([word, parts.get(`${feature}.${word}`) === '']).toEqual([word, String(name) === '']);
  const faces = Object.keys(expressions).map((word) => parts.get(`expression.${word}`));
  expect(new Set(faces).size).toBe(new Set(Object.values(expressions)).size);
});

test('the packages of the kit are installed', () => {
  expect(Object.keys(kitPackages)).toEqual(['pictograms.txt', 'portraits.txt']);
  for (const folder of Object.values(kitPackages).flat()) expect(existsSync(join(root, folder, 'package.json'))).toBe(true);
});
