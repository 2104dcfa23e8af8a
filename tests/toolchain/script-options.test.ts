import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { scriptOptions, styleOptions } from '../../build/toolchain/script-options.ts';
import { root } from '../helpers/examples-project.ts';

test('scripts are small, as written in UTF-8, and fit the oldest browsers', () => {
  const { target, minify, charset, format, legalComments } = scriptOptions('/depot');
  const { code } = transformSync(
    '/*! note */\nclass A { static { globalThis.word = "é…"; } }\nexport const sum = (first, second) => first ?? second;',
    { target: [...target], minify, charset, format, legalComments },
  );
  expect(code).toContain('é…');
  expect(code).not.toMatch(/note|static\s*\{|first/);
  const options = { absWorkingDir: '/depot', bundle: true, write: false, metafile: true, format: 'esm', logLevel: 'error' };
  expect(scriptOptions('/depot')).toMatchObject(options);
});

test('so are style sheets', () => {
  const { code } = transformSync('.a { .b { content: "é…"; } }', { ...styleOptions, target: [...styleOptions.target] });
  expect(code).toBe('.a .b{content:"é…"}\n');
});

test('the oldest browsers are those that the readme names', () => {
  const [, safari, firefox, chrome] =
    /Safari ([\d.]+) .*, Firefox (\d+), Chrome ou Edge (\d+)/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  expect(scriptOptions('/depot').target).toEqual([`chrome${chrome}`, `firefox${firefox}`, `safari${safari}`]);
  expect(styleOptions.target).toEqual(scriptOptions('/depot').target);
});
