import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

describe('pictograms of a set', () => {
  function linesOf(icons: Readonly<Record<string, string>>, categories: object = {}): string {
    const root = mkdtempSync(join(tmpdir(), 'cartable-kit-'));
    const folder = join(root, 'node_modules/@iconify-json/fluent-emoji-flat');
    mkdirSync(folder, { recursive: true });
    const bodies = Object.fromEntries(Object.entries(icons).map(([name, body]) => [name, { body }]));
    writeFileSync(join(folder, 'icons.json'), JSON.stringify({ icons: bodies }));
    writeFileSync(join(folder, 'metadata.json'), JSON.stringify({ categories }));
    return pictogramLines(root);
  }

  test('are left out by their size, group and name', () => {
    const tones = ['hand-dark', 'hand-light', 'hand-medium', 'hand-medium-dark'];
    const kept = ['cat-smile-eyes', 'darkness', 'eyes', 'oven', 'sea-darkness', 'tram'];
    const names = [...kept.toReversed(), 'man', 'flag', ...tones, 'cat-smile'];
    const icons = Object.fromEntries(names.map((name) => [name, `<path d="${name}"/>`]));
    const groups = { 'People & Body': ['man', 'eyes'], Flags: ['flag'], Travel: ['tram'] };
    expect(linesOf(icons, groups)).toBe(kept.map((name) => `${name}\t<path d="${name}"/>\n`).join(''));
    expect(linesOf({ a: 'x'.repeat(6000), b: 'x'.repeat(6001) })).toBe(`a\t${'x'.repeat(6000)}\n`);
  });

  test.each([
    ...['<script>', '<STYLE>', '<foreignObject/>', '<image/>', '<a href="#b">', '<iframe>', '<path onclick="x"/>', '<path ONLOAD="x"/>'],
    ...['<use href="b.svg"/>', '<path\td=""/>', '<path\n/>'],
  ])('that hold %j stop the build', (body) => {
    expect(() => linesOf({ bread: '<path/>', tram: body })).toThrow('The drawing "tram" holds more than lines and colours.');
  });

  test('may refer to their own parts', () => {
    expect(linesOf({ tram: '<use href="#b"/><animate/>' })).toContain('<use href="#b"/>');
  });
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
  for (const colour of ['{skin}', '{clothes}']) expect(parts.get('body')).toContain(colour);
  expect([...parts].filter(([, body]) => /<\/?svg|<metadata/.test(body))).toEqual([]);
  expect([...parts.values()].join('')).toMatch(/\{hair\}/);
  expect([...parts.values()].join('')).not.toMatch(/#\{/);
  for (const [feature, words] of Object.entries({ beard: beards, glasses }))
    for (const [word, name] of Object.entries(words))
      expect([word, parts.get(`${feature}.${word}`) === '']).toEqual([word, String(name) === '']);
  for (const [feature, words] of Object.entries({ hair, expression: expressions, beard: beards, glasses })) {
    const drawn = Object.keys(words).map((word) => parts.get(`${feature}.${word}`));
    expect([feature, new Set(drawn).size]).toEqual([feature, new Set<string>(Object.values(words)).size]);
  }
});

test('the packages of the kit are installed', () => {
  expect(kitPackages).toEqual({
    'pictograms.txt': ['node_modules/@iconify-json/fluent-emoji-flat'],
    'portraits.txt': ['node_modules/@dicebear/open-peeps'],
  });
  for (const folder of Object.values(kitPackages).flat()) expect(existsSync(join(root, folder, 'package.json'))).toBe(true);
});
