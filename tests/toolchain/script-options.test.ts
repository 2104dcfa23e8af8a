import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { scriptOptions, styleOptions } from '../../build/toolchain/script-options.ts';

test('scripts are small, as written in UTF-8, and fit the oldest browsers', () => {
  const { target, minify, charset, format, legalComments } = scriptOptions('/depot');
  const { code } = transformSync(
    '/*! note */\nclass A { static { globalThis.word = "é…"; } }\nexport const sum = (first, second) => first ?? second;',
    { target: [...target], minify, charset, format, legalComments },
  );
  expect(code).toContain('é…');
  expect(code).not.toMatch(/note|static\s*\{|first/);
  expect(scriptOptions('/depot')).toMatchObject({ absWorkingDir: '/depot', bundle: true, write: false, metafile: true, logLevel: 'error' });
});

test('so are style sheets', () => {
  const { code } = transformSync('.a { .b { content: "é…"; } }', { ...styleOptions, target: [...styleOptions.target] });
  expect(code).toBe('.a .b{content:"é…"}\n');
});
