import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { spriteOf } from '../../build/stages/render/icons.ts';
import { contrast, parseColour } from '../../build/theme/contrast.ts';
import { styleSheets } from '../../build/toolchain/style-sheets.ts';
import { engine } from '../helpers/engine.ts';

const folder = join(import.meta.dirname, '../../src/styles');
const read = (name: string): string => readFileSync(join(folder, `${name}.css`), 'utf8');
const sheets = [...styleSheets, 'noscript'];

/** The colours of a scheme by role. */
function colours(css: string): Record<string, string> {
  const found = [...css.matchAll(/--c-([\w-]+): (#[0-9a-f]{3,6});/g)];
  return Object.fromEntries(found.map(([, role, hex = '']) => [role, hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex]));
}

const [lightRules = '', darkRules = ''] = read('tokens').split('prefers-color-scheme: dark');

/** Text on ground, at least 4.5 (WCAG 1.4.3); parts of controls, at least 3 (1.4.11). */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['bg', 'surface', 'raised'].flatMap((ground) => [
    ['text', ground, 7] as const,
    ['muted', ground, 4.5] as const,
    ['control', ground, 3] as const,
  ]),
  ...['right', 'wrong', 'partly', 'info', 'accent'].flatMap((role) => [
    [role, 'bg', 4.5] as const,
    [role, 'surface', 4.5] as const,
    [role, `${role}-soft`, 4.5] as const,
    ['text', `${role}-soft`, 7] as const,
    ['muted', `${role}-soft`, 4.5] as const,
  ]),
  ['on-accent', 'accent', 4.5],
  ['accent', 'track', 3],
  ['right', 'raised', 4.5],
  ['ring', 'bg', 3],
  ['ring', 'ring-gap', 3],
];

describe.each([
  ['light', lightRules],
  ['dark', darkRules],
])('colours in %s', (_, css) => {
  const found = colours(css);
  it.each(pairs)('%s on %s', (front, ground, least) => {
    expect(contrast(parseColour(found[front] ?? ''), parseColour(found[ground] ?? ''))).toBeGreaterThanOrEqual(least);
  });
});

describe('the icons', () => {
  const names: string[] = JSON.parse(readFileSync(join(folder, '../../templates/_shell/icons.json'), 'utf8'));
  const sprite = spriteOf(names, [], engine.pieces.index);
  const drawn = new Map(
    [...sprite.matchAll(/<symbol id="i-([\w-]+)" viewBox="0 0 24 24">(.*?)<\/symbol>/g)].map(([, name, body = '']) => [name, body]),
  );

  it('are of one drawing: strokes of 2 in a square of 24, nothing filled', () => {
    expect([...drawn.keys()].sort()).toEqual(names.toSorted());
    const other = names.filter(
      (name) => !/ stroke-width="2"/.test(drawn.get(name) ?? '') || /fill="currentColor"/.test(drawn.get(name) ?? ''),
    );
    expect(other).toEqual(['contrast']);
  });

  it('distinguish a half from a ring: it is full', () => {
    expect(drawn.get('contrast')).toMatch(/<circle [^>]*\/><path fill="currentColor" /);
  });
});

describe('the style sheets', () => {
  const all = sheets.map(read).join('\n');

  it('are all joined, each of one subject that fits under 250 lines', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'themes')
        .sort(),
    ).toEqual(sheets.map((name) => `${name}.css`).sort());
    expect(sheets.filter((name) => read(name).split('\n').length > 250)).toEqual([]);
  });

  it('name classes of the shell only', () => {
    const rules = all.replace(/\/\*[\s\S]*?\*\//g, '');
    const classes = new Set([...rules.matchAll(/\.(-?[a-z][\w-]*)/g)].map(([, name = '']) => name));
    expect([...classes].filter((name) => !name.startsWith('c-'))).toEqual([]);
  });

  it('move nothing for those who want no motion', () => {
    const still = all
      .replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '')
      .replace(/(?:transition|animation): none/g, '');
    expect(still).not.toMatch(/\b(transition|animation|scroll-behavior)\b/);
  });

  it('ask for nothing from outside', () => {
    expect(all).not.toMatch(/url\(|@import|@font-face/);
  });

  it('stay small', async () => {
    const css = styleSheets.map(read).join('\n');
    const { code } = await transform(css, { loader: 'css', minify: true });
    expect(gzipSync(code).length).toBeLessThanOrEqual(11_264);
  });
});
