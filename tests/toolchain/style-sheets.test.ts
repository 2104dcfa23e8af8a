import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { looks, styleSheets } from '../../build/toolchain/style-sheets.ts';
import { root } from '../helpers/examples-project.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.css'))
    .map((name) => name.replace('.css', ''))
    .sort();

test('every style sheet of a package’s page is part of it once', () => {
  // A page without scripts has its own.
  expect([...styleSheets].sort()).toEqual(filesIn('src/styles').filter((name) => name !== 'noscript'));
});

test('tokens and bases come first; what overrides all others comes last', () => {
  expect(styleSheets.slice(0, 3)).toEqual(['tokens', 'base', 'prose']);
  expect(styleSheets.slice(-3)).toEqual(['motion', 'forced-colours', 'print']);
});

test('each look has a style sheet, and a typeface that is installed', () => {
  expect(Object.keys(looks).sort()).toEqual(filesIn('src/styles/themes'));
  for (const [name, { package: folder, file }] of Object.entries(looks)) {
    expect(existsSync(join(root, 'node_modules', folder, file)), name).toBe(true);
    expect(readFileSync(join(root, `src/styles/themes/${name}.css`), 'utf8')).toContain('url("titles.woff2")');
  }
});
