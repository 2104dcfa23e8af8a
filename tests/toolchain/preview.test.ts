import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { makePreview } from '../../build/toolchain/preview.ts';
import { root } from '../helpers/examples-project.ts';

test('the preview gets its script, its style, and both standards of scorm-again', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-preview-')), 'a/pages');
  const packages = await makePreview(root, folder);
  expect([packages.at(-1), packages.filter((name) => !existsSync(join(root, name, 'package.json')))]).toEqual([
    'node_modules/scorm-again',
    [],
  ]);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  expect(readdirSync(folder).sort()).toEqual(['preview.css', 'preview.js', 'scorm12.js', 'scorm2004.js']);
  expect([/Scorm12API/.test(read('scorm12.js')), /Scorm2004API/.test(read('scorm2004.js'))]).toEqual([true, true]);
  expect(read('scorm12.js')).not.toBe(read('scorm2004.js'));
  const css = read('preview.css');
  expect([css.includes('.v-bar'), /--c-accent:/.test(css), css.indexOf('--') < css.indexOf('.v-bar')]).toEqual([true, true, true]);
  expect(css).not.toMatch(/\n {2}|\/\*/);
  const script = read('preview.js');
  expect(script).toMatch(/^(?:"use strict";)?\(\(\)=>\{/);
  expect(script).not.toMatch(/\n {2}|\bimport\b.*from/);
  expect(() => transformSync(script)).not.toThrow();
  // Words of both languages stay as they are written.
  expect(script).not.toMatch(/\\u2026|\\xA0/);
});
